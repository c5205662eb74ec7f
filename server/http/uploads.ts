import { rm } from 'node:fs/promises'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import multer, { MulterError, type StorageEngine } from 'multer'
import type { Config } from '../config'
import type { Services } from '../services'
import { cleanName } from './fileNames'
import { sealUpload, type Upload } from './sealedUpload'

export { sealLabel, sealUpload, temporaryFolder, type Upload } from './sealedUpload'

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
      rm(file.path, { force: true }).then(() => done(null), done)
    },
  }
}

async function store(services: Services, req: Request, file: Express.Multer.File): Promise<Upload> {
  const practiceId = (req.actor ?? req.guest)?.practiceId
  if (!practiceId) throw new Error('uploads stand behind a wall')
  return sealUpload(services, practiceId, file.originalname, file.stream)
}
