import { createHmac, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** Made on the first start, kept under the data folder for the owner's eyes alone. */
export interface Keys {
  /** Wraps the key of every stored file; 32 bytes. Without it no document can be opened again. */
  master: Buffer
  /** Signs session cookies. */
  session: string
}

export const KEY_FILE = 'master.key'

/** @throws when the key file is there but not 32 bytes, or is missing while documents exist. */
export function loadKeys(dataDir: string, uploadsDir: string): Keys {
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = path.join(dataDir, KEY_FILE)
  if (!fs.existsSync(file)) writeNewKey(file, uploadsDir)
  return readKeys(file)
}

/** @throws when the file is no key. */
export function readKeys(file: string): Keys {
  const master = Buffer.from(fs.readFileSync(file, 'utf8').trim(), 'base64')
  if (master.length !== 32)
    throw new Error(`${file} is damaged. Put the backup of this key back before you start.`)
  return keysFrom(master)
}

export function keysFrom(master: Buffer): Keys {
  return { master, session: createHmac('sha256', master).update('session cookies').digest('base64url') }
}

function writeNewKey(file: string, uploadsDir: string): void {
  if (hasDocuments(uploadsDir)) {
    throw new Error(
      `${file} is missing, and without it the documents in ${uploadsDir} can’t be opened. Put its backup back.`,
    )
  }
  fs.writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
}

function hasDocuments(uploadsDir: string): boolean {
  if (!fs.existsSync(uploadsDir)) return false
  return fs.readdirSync(uploadsDir, { recursive: true }).some((name) => String(name).endsWith('.enc'))
}
