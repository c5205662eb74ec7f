import { createHash } from 'node:crypto'
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Config } from '../config'
import { newId } from '../database'
import { beginSeal, newFileKey } from '../seal'
import type { Services } from '../services'
import { cleanName } from './fileNames'

/** A file that arrived, sealed in a temporary place. It becomes a document by documents.receiveDocument, or is gone with the request. */
export interface Upload {
  documentId: string
  practiceId: string
  name: string
  bytes: number
  sha256: string
  wrappedKey: string
  /** Carries the mark of a PDF in its first kilobyte, where readers look for it. */
  isPdf: boolean
  /** Where the sealed bytes wait. */
  path: string
}

const HEAD_BYTES = 1024

export function temporaryFolder(config: Config): string {
  return path.join(config.uploadsDir, 'tmp')
}

export function sealLabel(practiceId: string, documentId: string): string {
  return `${practiceId}/${documentId}/1`
}

/** A file from wherever it comes, sealed in the temporary place. */
export async function sealUpload(
  { config, keys }: Pick<Services, 'config' | 'keys'>,
  practiceId: string,
  name: string,
  source: Readable,
): Promise<Upload> {
  const documentId = newId()
  const { key, wrappedKey } = newFileKey(keys.master, sealLabel(practiceId, documentId))
  await mkdir(temporaryFolder(config), { recursive: true, mode: 0o700 })
  const place = path.join(temporaryFolder(config), `${documentId}.part`)
  try {
    const facts = await sealInto(place, source, key, sealLabel(practiceId, documentId))
    return { documentId, practiceId, name: cleanName(name), wrappedKey, path: place, ...facts }
  } catch (error) {
    await rm(place, { force: true })
    throw error
  }
}

/** Only sealed bytes ever touch the disk, and they are on it for good when this returns. */
async function sealInto(place: string, source: Readable, key: Buffer, label: string) {
  const file = await open(place, 'wx', 0o600)
  try {
    const { prefix, cipher } = beginSeal(key, label)
    await writeAll(file, prefix)
    const gauge = newGauge()
    await pipeline(source, gauge.measure, cipher, async (sealed: AsyncIterable<Buffer>) => {
      for await (const chunk of sealed) await writeAll(file, chunk)
    })
    await writeAll(file, cipher.getAuthTag())
    await file.sync()
    return gauge.facts()
  } finally {
    await file.close()
  }
}

async function writeAll(file: FileHandle, bytes: Buffer): Promise<void> {
  for (let done = 0; done < bytes.length;) done += (await file.write(bytes, done)).bytesWritten
}

function newGauge() {
  const hash = createHash('sha256')
  let head = Buffer.alloc(0)
  let bytes = 0
  async function* measure(source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      hash.update(chunk)
      bytes += chunk.length
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)])
      yield chunk
    }
  }
  return { measure, facts: () => ({ bytes, sha256: hash.digest('hex'), isPdf: head.includes('%PDF-') }) }
}
