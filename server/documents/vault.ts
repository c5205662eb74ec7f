import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '../config'
import { newId } from '../database'
import { PageError } from '../errors'
import { sealLabel, temporaryFolder, type Upload } from '../http/uploads'
import { BrokenSeal, openLargeSeal, seal, unwrapFileKey } from '../seal'
import type { Services } from '../services'
import type { Document } from './document'

type Sealed = Pick<Document, 'id' | 'practiceId' | 'wrappedKey'>

const ABANDONED_MS = 15 * 60_000

/** What is stored is not what was received. */
export class BrokenFile extends PageError {
  constructor() {
    super(
      500,
      'This file can’t be opened',
      'What is stored differs from what was received, so nothing of it is shown. Restore it from a backup.',
    )
  }
}

/** Moves a sealed upload to its place for good: when this returns, a power cut can't lose it. */
export async function keepFile(config: Config, upload: Upload): Promise<void> {
  const folder = await practiceFolder(config, upload.practiceId)
  await rename(upload.path, placeOf(config, { id: upload.documentId, practiceId: upload.practiceId }))
  await syncFolder(folder)
}

/** Only for a file whose document was never committed. */
export async function dropFile(config: Config, upload: Upload): Promise<void> {
  await rm(placeOf(config, { id: upload.documentId, practiceId: upload.practiceId }), { force: true })
}

/** The whole file, proven to be what was received. @throws BrokenFile */
export async function fileBytes(services: Services, document: Sealed): Promise<Buffer> {
  const label = sealLabel(document.practiceId, document.id)
  try {
    const sealed = await readFile(placeOf(services.config, document))
    return await openLargeSeal(sealed, keyOf(services, document), label)
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    if (!missing && !(error instanceof BrokenSeal)) throw error
    services.log.error({ document: document.id, missing }, 'a stored file is not what was received')
    throw new BrokenFile()
  }
}

/** Null when it wasn't kept, or not as it was. */
export async function keptImage(services: Services, document: Sealed, name: string): Promise<Buffer | null> {
  const place = path.join(imageFolder(services.config, document), `${name}.enc`)
  const sealed = await readFile(place).catch(() => null)
  if (!sealed) return null
  return openLargeSeal(sealed, keyOf(services, document), imageLabel(document, name)).catch(() => null)
}

export async function keepImage(
  services: Services,
  document: Sealed,
  name: string,
  image: Buffer,
): Promise<void> {
  const folder = imageFolder(services.config, document)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const passing = path.join(folder, `${newId()}.part`)
  await writeFile(passing, seal(image, keyOf(services, document), imageLabel(document, name)), {
    mode: 0o600,
  })
  await rename(passing, path.join(folder, `${name}.enc`))
}

/** Uploads that a crash left half-way. Those of a process still running are younger. */
export async function sweepTemporary(config: Config): Promise<number> {
  const folder = temporaryFolder(config)
  const names = await readdir(folder).catch(() => [])
  const swept = await Promise.all(names.map((name) => sweep(path.join(folder, name))))
  return swept.filter(Boolean).length
}

async function sweep(place: string): Promise<boolean> {
  const found = await stat(place).catch(() => null)
  if (!found || Date.now() - found.mtimeMs < ABANDONED_MS) return false
  await rm(place, { force: true })
  return true
}

function keyOf({ keys }: Services, document: Sealed): Buffer {
  return unwrapFileKey(keys.master, document.wrappedKey, sealLabel(document.practiceId, document.id))
}

function placeOf(config: Config, { practiceId, id }: Omit<Sealed, 'wrappedKey'>): string {
  return path.join(config.uploadsDir, practiceId, `${id}.enc`)
}

function imageFolder(config: Config, { practiceId, id }: Sealed): string {
  return path.join(config.uploadsDir, practiceId, 'pages', id)
}

function imageLabel({ practiceId, id }: Sealed, name: string): string {
  return `${sealLabel(practiceId, id)}/${name}`
}

async function practiceFolder(config: Config, practiceId: string): Promise<string> {
  const folder = path.join(config.uploadsDir, practiceId)
  const made = await mkdir(folder, { recursive: true, mode: 0o700 })
  if (made) await syncFolder(config.uploadsDir)
  return folder
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
