import fs from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import SqliteFile from 'better-sqlite3'
import { environmentWithFile, readConfig, type Config } from '../server/config'
import { listStoredFiles } from '../server/documents/documents'
import { KEY_FILE, loadKeys } from '../server/keys'
import { SEAL_FILE } from '../server/signing/seal/identity'
import {
  copyForGood,
  DATABASE_FILE,
  entryOf,
  fingerprintOf,
  MANIFEST_FILE,
  type Entry,
  type Manifest,
} from './copies/manifest'

const USAGE = `Copies the records and the documents into a new folder, while the program runs or not.

  scripts/backup TARGET                  SQLite: the database and the documents
  scripts/backup TARGET --uploads-only   PostgreSQL: the documents, after you dumped the database with pg_dump
`

void main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = 1
})

async function main(): Promise<void> {
  process.umask(0o077)
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'uploads-only': { type: 'boolean', default: false } },
  })
  const [target] = positionals
  if (!target) throw new Error(USAGE)
  const config = readConfig(environmentWithFile())
  if (config.databaseUrl && !values['uploads-only']) throw new Error(OTHER_DATABASE)
  const keys = loadKeys(config.dataDir, config.uploadsDir)
  await mkdir(target, { recursive: true })
  if ((await readdir(target)).length > 0) throw new Error(`${target} is not empty. Name a new folder.`)
  const files: Entry[] = []
  // The database first: files come before their rows and never go, so all that it speaks of is there afterwards.
  if (!config.databaseUrl) files.push(await copyDatabase(config, target))
  files.push(...(await copyUploads(config, target)), ...(await copySeal(config, target)))
  const manifest: Manifest = {
    madeAt: new Date().toISOString(),
    keyFingerprint: fingerprintOf(keys),
    files,
  }
  await writeFile(path.join(target, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
  process.stdout
    .write(`${target} holds ${count(files, '.db', 'database')} and ${count(files, '.enc', 'document')}.
The key is not in it, on purpose: who has both can read everything, and without the key nobody can open a document again.
Keep a copy of ${path.join(config.dataDir, KEY_FILE)} in another place, such as a sealed envelope or a password safe.
`)
}

const OTHER_DATABASE = `The records are in PostgreSQL, which has its own tool. First run
  pg_dump --format=custom --file=records.dump "$DATABASE_URL"
and then scripts/backup TARGET --uploads-only, so that every document of the dump is in the copy.`

/** A snapshot as of one moment, taken by SQLite itself while others may write. */
async function copyDatabase(config: Config, target: string): Promise<Entry> {
  const place = path.join(config.dataDir, DATABASE_FILE)
  if (!fs.existsSync(place)) throw new Error(`There is no database in ${config.dataDir} yet.`)
  const database = new SqliteFile(place, { readonly: true })
  await database.backup(path.join(target, DATABASE_FILE)).finally(() => database.close())
  return entryOf(target, DATABASE_FILE)
}

/** Its key is locked under the master key, so it may lie here. Without it a restored desk would seal under another certificate. */
async function copySeal(config: Config, target: string): Promise<Entry[]> {
  const place = path.join(config.dataDir, SEAL_FILE)
  if (!fs.existsSync(place)) return []
  await copyForGood(place, path.join(target, SEAL_FILE))
  return [await entryOf(target, SEAL_FILE)]
}

async function copyUploads(config: Config, target: string): Promise<Entry[]> {
  const entries: Entry[] = []
  for (const file of await listStoredFiles(config)) {
    const name = `uploads/${file}`
    await copyForGood(path.join(config.uploadsDir, file), path.join(target, name))
    entries.push(await entryOf(target, name))
  }
  return entries
}

function count(files: Entry[], ending: string, what: string): string {
  const found = files.filter((file) => file.path.endsWith(ending)).length
  return found === 1 ? `1 ${what}` : `${found} ${what}s`
}
