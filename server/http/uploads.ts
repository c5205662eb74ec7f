import { createHash } from 'node:crypto'
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import multer, { MulterError, type StorageEngine } from 'multer'
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

export interface UploadRefusal {
  status: number
  message: string
}

declare module 'express-serve-static-core' {
  interface Request {
    uploadRefusal?: UploadRefusal
  }
}

export const MAX_FILES = 20
const MAX_FIELDS = 20
const MAX_FIELD_BYTES = 20_000
const MAX_HEADER_PAIRS = 50
const HEAD_BYTES = 1024

/** The name of the field that files come in. */
export const FILES = 'files'

/** Stands after the walls of its route: it is the first to take a body in. Afterwards ask `uploadsOf` and `req.uploadRefusal`. */
export function takeUploads(services: Services): RequestHandler {
  const receive = multer({
    storage: sealedStorage(services),
    defParamCharset: 'utf8',
    limits: {
      files: MAX_FILES,
      fileSize: services.config.maxUploadBytes,
      fields: MAX_FIELDS,
      parts: MAX_FILES + MAX_FIELDS,
      fieldSize: MAX_FIELD_BYTES,
      fieldNameSize: 100,
      headerPairs: MAX_HEADER_PAIRS,
      fieldNestingDepth: 0,
    },
  }).array(FILES, MAX_FILES)
  return (req, res, next) => {
    res.once('close', () => void discard(req))
    receive(req, res, (error: unknown) => settle(services, req, res, next, error))
  }
}

export function uploadsOf(req: Request): Upload[] {
  return (req.files ?? []) as unknown as Upload[]
}

export function temporaryFolder(config: Config): string {
  return path.join(config.uploadsDir, 'tmp')
}

export function sealLabel(practiceId: string, documentId: string): string {
  return `${practiceId}/${documentId}/1`
}

function settle(services: Services, req: Request, _res: Response, next: NextFunction, error: unknown): void {
  if (!error) return next()
  if (req.destroyed && !req.complete) return
  const refusal = refusalFor(error, services.config)
  if (!refusal) return next(error)
  req.uploadRefusal = refusal
  next()
}

function refusalFor(error: unknown, config: Config): UploadRefusal | null {
  const code = error instanceof MulterError ? error.code : null
  const megabytes = Math.floor(config.maxUploadBytes / 1024 / 1024)
  if (code === 'LIMIT_FILE_SIZE') return { status: 413, message: tooLarge(error as MulterError, megabytes) }
  if (code === 'LIMIT_FILE_COUNT' || code === 'LIMIT_UNEXPECTED_FILE' || code === 'LIMIT_PART_COUNT') {
    return { status: 422, message: `Send at most ${MAX_FILES} files at a time. None of these was kept.` }
  }
  if (code)
    return { status: 422, message: 'The form did not arrive as it should. Reload the page and try again.' }
  const broken = /^(Malformed|Unexpected end of|Multipart:|Unsupported content type)/.test(
    (error as Error).message,
  )
  return broken ? { status: 422, message: 'The files did not arrive whole. Send them again.' } : null
}

function tooLarge(error: MulterError, megabytes: number): string {
  const name = (error as { filename?: string }).filename
  const which = name ? `“${cleanName(name)}”` : 'A file'
  return `${which} is larger than ${megabytes} MB, the most that is taken. Nothing was kept: send a smaller copy.`
}

/** What no document was made of is gone with the request. Of a file that broke off there is no place to clear. */
async function discard(req: Request): Promise<void> {
  const left = uploadsOf(req).flatMap(({ path: place }) => place ?? [])
  await Promise.all(left.map((place) => rm(place, { force: true }).catch(() => undefined)))
}

function sealedStorage(services: Services): StorageEngine {
  return {
    _handleFile(req, file, done) {
      store(services, req, file).then((upload) => done(null, upload as object), done)
    },
    _removeFile(_req, file, done) {
      rm((file as unknown as Upload).path, { force: true }).then(() => done(null), done)
    },
  }
}

function store(services: Services, req: Request, file: Express.Multer.File): Promise<Upload> {
  const practiceId = (req.actor ?? req.guest)?.practiceId
  if (!practiceId) throw new Error('uploads stand behind a wall')
  return sealUpload(services, practiceId, file.originalname, file.stream)
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
