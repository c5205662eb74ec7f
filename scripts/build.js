// Plain JavaScript on purpose: this is what turns the TypeScript of the program into dist/ before anything else can run.
const fs = require('node:fs')
const path = require('node:path')
const swc = require('@swc/core')
const { bundle, keepCompiled } = require('./bundle')
const { quicker } = require('./pdfjs/ownWay')

const root = path.resolve(__dirname, '..')
const out = path.join(root, 'dist')
const sources = [...['server', 'migrations', 'scripts'].flatMap(filesIn), 'knexfile.ts']
  .filter((file) => file.endsWith('.ts'))
  .sort()

// Another Node wants what is kept compiled anew.
const stamped = [process.version, ...sources].join('\n')

const BUILDERS = [
  'scripts/build.js',
  'scripts/bundle.js',
  ...filesIn('scripts/pdfjs').filter((file) => file.endsWith('.js')),
]

const fresh = path.join(root, `.dist-${process.pid}`)
function build() {
  for (const file of sources) writeCompiled(file)
  writePdfjsWorker()
  bundle(fresh)
  fs.writeFileSync(path.join(fresh, '.built'), stamped)
  putInPlace()
  fs.rmSync(fresh, { recursive: true, force: true })
  keepCompiled(out)
}

function isUpToDate() {
  const stamp = path.join(out, '.built')
  if (!fs.existsSync(stamp) || fs.readFileSync(stamp, 'utf8') !== stamped) return false
  const built = fs.statSync(stamp).mtimeMs
  return [...sources, ...BUILDERS].every((file) => fs.statSync(path.join(root, file)).mtimeMs < built)
}

// The half of pdf.js that reads files comes as a module only; as a script it can be loaded by require and kept compiled.
function writePdfjsWorker() {
  const module = fs.readFileSync(require.resolve('pdfjs-dist/legacy/build/pdf.worker.mjs'), 'utf8')
  const script = quicker(module)
    .replaceAll('import.meta.url', "require('node:url').pathToFileURL(__filename).href")
    .replace(/\/\/# sourceMappingURL=.*/, '')
  fs.writeFileSync(path.join(fresh, 'server/reader/pdf/engine/pdfjsWorker.js'), script)
}

// Another build may be doing the same at this moment: the last one wins, and none leaves half a program behind.
function putInPlace() {
  for (let tries = 0; tries < 20; tries++) {
    const old = `${fresh}-old-${tries}`
    try {
      if (fs.existsSync(out)) fs.renameSync(out, old)
      fs.renameSync(fresh, out)
      return fs.rmSync(old, { recursive: true, force: true })
    } catch (error) {
      fs.rmSync(old, { recursive: true, force: true })
      if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(error.code)) throw error
    }
  }
  throw new Error('Another build is in the way. Try again.')
}

function filesIn(folder) {
  const entries = fs.readdirSync(path.join(root, folder), { recursive: true })
  return entries.map((entry) => path.join(folder, entry))
}

function writeCompiled(file) {
  const { code, map } = swc.transformFileSync(path.join(root, file), {
    swcrc: false,
    sourceMaps: true,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
    module: { type: 'commonjs', ignoreDynamic: true },
  })
  const target = path.join(fresh, file.replace(/\.ts$/, '.js'))
  fs.mkdirSync(path.dirname(target), { recursive: true })
  fs.writeFileSync(target, `${code}\n//# sourceMappingURL=${path.basename(target)}.map\n`)
  fs.writeFileSync(`${target}.map`, map)
}

if (!isUpToDate()) build()
