import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import vm from 'node:vm'

type Run = (
  exports: object,
  require: (name: string) => unknown,
  module: { exports: object },
  filename: string,
  dirname: string,
  importModule: (name: string) => Promise<unknown>,
) => void
type Bundle = Record<string, [needs: Record<string, string>, run: Run]>

export interface Reader {
  /** A module by its path within dist/. */
  load: (name: string) => object
  /** The compiled form of everything that has run until now; null when there is no bundle. */
  compiled: () => Buffer | null
}

const DIST = path.resolve(__dirname, '../../..')
const BUNDLE = path.join(DIST, 'reader.bundle.js')
export const COMPILED = path.join(DIST, 'reader.compiled')

/** The reader from one file, as far as possible already compiled; without that file from its single modules. */
export function loadReader(): Reader {
  if (!existsSync(BUNDLE)) {
    const load = createRequire(__filename)
    return { load: (name) => load(path.join(DIST, name)) as object, compiled: () => null }
  }
  // V8 looks itself whether what was kept is for this source, this version and these flags, and compiles anew if not.
  const script = new vm.Script(readFileSync(BUNDLE, 'utf8'), {
    filename: BUNDLE,
    ...(existsSync(COMPILED) ? { cachedData: readFileSync(COMPILED) } : {}),
  })
  return { load: loaderOf(script.runInThisContext() as Bundle), compiled: () => script.createCachedData() }
}

function loaderOf(bundle: Bundle): (name: string) => object {
  const loaded = new Map<string, { exports: object }>()
  return load

  function load(name: string): object {
    const known = loaded.get(name)
    if (known) return known.exports
    const [needs, run] = bundle[name]!
    const file = path.join(DIST, name)
    const outside = createRequire(file)
    const inside = (wanted: string) => (needs[wanted] ? load(needs[wanted]) : (outside(wanted) as object))
    const module = { exports: {} }
    loaded.set(name, module)
    const require = Object.assign(inside, { resolve: outside.resolve })
    run(module.exports, require, module, file, path.dirname(file), (id) => import(id))
    return module.exports
  }
}
