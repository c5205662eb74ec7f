import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, open, readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { Keys } from '../../server/keys'

export const DATABASE_FILE = 'countersign.db'
export const MANIFEST_FILE = 'manifest.json'

const entry = z.object({
  /** Within the backup, with slashes. */
  path: z.string().regex(/^(countersign\.db|seal\.json|uploads\/[\w-]+\/[\w-]+\.enc)$/),
  bytes: z.number(),
  sha256: z.string(),
})

const manifestForm = z.object({
  madeAt: z.string(),
  /** Tells whether a key is the one that opens the documents, and nothing more about it. */
  keyFingerprint: z.string(),
  files: z.array(entry),
})

export type Manifest = z.infer<typeof manifestForm>
export type Entry = z.infer<typeof entry>

export function fingerprintOf(keys: Pick<Keys, 'master'>): string {
  return createHash('sha256').update('Countersign key').update(keys.master).digest('hex').slice(0, 32)
}

/** @throws with a sentence when the folder is no whole backup. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(path.join(folder, MANIFEST_FILE), 'utf8').catch(() => null)
  if (text === null)
    throw new Error(`${folder} holds no finished backup: there is no ${MANIFEST_FILE} in it.`)
  const manifest = manifestForm.safeParse(JSON.parse(text))
  if (!manifest.success) throw new Error(`${MANIFEST_FILE} in ${folder} is not one of this program.`)
  return manifest.data
}

/** The files that are missing or not what the manifest says. */
export async function findManifestFaults(folder: string, { files }: Manifest): Promise<string[]> {
  const wrong: string[] = []
  for (const file of files) {
    const found = await entryOf(folder, file.path).catch(() => null)
    if (found?.sha256 !== file.sha256) wrong.push(file.path)
  }
  return wrong
}

export async function entryOf(folder: string, name: string): Promise<Entry> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path.join(folder, name)) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { path: name, bytes, sha256: hash.digest('hex') }
}

/** On the disk for good when this returns. */
export async function copyForGood(from: string, to: string): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true, mode: 0o700 })
  await copyFile(from, to)
  const file = await open(to, 'r+')
  await file.chmod(0o600)
  await file.sync().finally(() => file.close())
}
