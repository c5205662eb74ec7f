import fs from 'node:fs'
import path from 'node:path'

/** The folder with package.json, wherever this file runs from: server/ or dist/server/. */
export const projectRoot = findRoot(__dirname)

function findRoot(folder: string): string {
  return fs.existsSync(path.join(folder, 'package.json')) ? folder : findRoot(path.dirname(folder))
}
