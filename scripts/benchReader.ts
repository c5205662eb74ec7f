import fs from 'node:fs'
import path from 'node:path'
import { transformSync } from '@swc/core'
import { projectRoot } from '../server/projectRoot'

// The papers and their known answers are part of the tests, which are not built: they are compiled as they are asked for.
require.extensions['.ts'] = (module, file) => {
  const { code } = transformSync(fs.readFileSync(file, 'utf8'), {
    filename: file,
    swcrc: false,
    sourceMaps: 'inline',
    jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
    module: { type: 'commonjs', ignoreDynamic: true },
  })
  ;(module as unknown as { _compile(code: string, file: string): void })._compile(code, file)
}

const { bench } = require(path.join(projectRoot, 'test/support/papers/bench/bench.ts')) as {
  bench: (options: string[]) => Promise<void>
}

bench(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: Error) => {
    process.stderr.write(`${error.stack}\n`)
    process.exit(1)
  },
)
