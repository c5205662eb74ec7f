import fs from 'node:fs'
import { copyFile, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { environmentWithFile, readConfig, type Config } from '../server/config'
import { listStoredFiles } from '../server/documents/documents'
import { KEY_FILE, readKeys } from '../server/keys'
import {
  copyForGood,
  DATABASE_FILE,
  fingerprintOf,
  findManifestFaults,
  readManifest,
  type Manifest,
} from './copies/manifest'

const USAGE = `Brings a backup back into empty data and uploads folders.

  scripts/restore FROM --key FILE    FILE is the copy of master.key that was kept apart
`

void main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = 1
})

async function main(): Promise<void> {
  process.umask(0o077)
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { key: { type: 'string' } } })
  const [from] = positionals
  if (!from) throw new Error(USAGE)
  const config = readConfig(environmentWithFile())
  const manifest = await readManifest(from)
  await refuseFilled(config)
  const faults = await findManifestFaults(from, manifest)
  if (faults.length > 0)
    throw new Error(`The backup is damaged, and nothing was restored. Not as they were: ${faults.join(', ')}`)
  await putKey(config, manifest, values.key)
  for (const file of manifest.files) await copyForGood(path.join(from, file.path), placeOf(config, file.path))
  process.stdout.write(`Restored the state of ${manifest.madeAt}: ${manifest.files.length} files.
${config.databaseUrl ? 'Bring the dump back with pg_restore, then check' : 'Check'} it with scripts/verify, then start.\n`)
}

async function refuseFilled(config: Config): Promise<void> {
  const hasDatabase = !config.databaseUrl && fs.existsSync(path.join(config.dataDir, DATABASE_FILE))
  const hasDocuments = (await listStoredFiles(config)).length > 0
  if (hasDatabase || hasDocuments)
    throw new Error(
      `${hasDatabase ? config.dataDir : config.uploadsDir} is filled already, and a restore never writes over anything. Move it away first, or set DATA_DIR and UPLOADS_DIR to empty folders.`,
    )
}

function placeOf(config: Config, name: string): string {
  return name.startsWith('uploads/')
    ? path.join(config.uploadsDir, name.slice('uploads/'.length))
    : path.join(config.dataDir, name)
}

/** @throws before anything is copied where the key is missing or another one. */
async function putKey(config: Config, manifest: Manifest, file: string | undefined): Promise<void> {
  const place = path.join(config.dataDir, KEY_FILE)
  const isThere = fs.existsSync(place)
  if (!isThere && !file) throw new Error(`Without its key no document can be opened.\n\n${USAGE}`)
  const given = file ?? place
  if (fingerprintOf(readKeys(given)) !== manifest.keyFingerprint)
    throw new Error(`${given} is not the key of this backup, so nothing was restored.`)
  if (isThere) return
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 })
  await copyFile(given, place)
  fs.chmodSync(place, 0o600)
}
