// Puts the caged reader into one file, and keeps it compiled: it is started anew for each document, and most of a start is compiling.
const { spawnSync } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')

const ENTRY = 'server/reader/answerRequest.js'

/** folder: the freshly built dist/. */
function bundle(folder) {
  const modules = new Map()
  collect(folder, ENTRY, modules)
  const parts = [...modules].map(([name, { code, needs }]) => {
    return `${JSON.stringify(name)}: [${JSON.stringify(needs)}, function (exports, require, module, __filename, __dirname, load) {\n${code}\n}]`
  })
  fs.writeFileSync(path.join(folder, 'reader.bundle.js'), `({\n${parts.join(',\n')}\n})\n`)
}

/** After the bundle is in its place. The reader works without, only slower, so a failure here is none. */
function keepCompiled(folder) {
  const program = path.join(folder, 'scripts/keepCompiled.js')
  const done = spawnSync(process.execPath, [...flags(folder), program], { encoding: 'utf8' })
  if (done.status !== 0) console.error(`The reader will start more slowly: ${done.stderr}`)
}

// What was compiled under other flags would not be taken.
function flags(folder) {
  return require(path.join(folder, 'server/reader/cage/limits.js')).NODE_FLAGS
}

function collect(folder, name, modules) {
  if (modules.has(name)) return
  const written = fs.readFileSync(path.join(folder, name), 'utf8').replace(/\/\/# sourceMappingURL=.*/, '')
  // A script that was kept compiled cannot import; it is handed a function that can.
  const code = written.replace(/\bimport\(/g, 'load(')
  const needs = {}
  modules.set(name, { code, needs })
  for (const [, wanted] of code.matchAll(/\brequire\(["'](\.[^"']+)["']\)/g)) {
    const file = fileOf(folder, path.posix.join(path.posix.dirname(name), wanted))
    needs[wanted] = file
    collect(folder, file, modules)
  }
}

function fileOf(folder, name) {
  const found = [name, `${name}.js`].find(
    (file) => fs.existsSync(path.join(folder, file)) && file.endsWith('.js'),
  )
  if (!found) throw new Error(`${name} is not there`)
  return found
}

module.exports = { bundle, keepCompiled }
