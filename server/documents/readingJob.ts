import { findPractice, programIn } from '../accounts/accounts'
import { change, type Database } from '../database'
import { finishJob, keepFirstAnswers, LeaseLost, type Job, type JobHandler, type Running } from '../jobs/jobs'
import { readInCage, type ReadFailure, type Reading } from '../reader/reader'
import type { Services } from '../services'
import type { AfterReading } from './afterReading'
import type { Document } from './document'
import { keepFailure, keepOutcome, type Outcome } from './outcome'
import { BrokenFile, fileBytes } from './vault'

export const READING_JOB = 'document.read'

export interface ReadingPayload {
  practiceId: string
  documentId: string
}

const READER_FAILED = 'The reader stopped each time it tried.'
const BROKEN = 'What is stored differs from what was received.'

export interface Reader {
  /** For a locked file; it lives in this handler and nowhere else. */
  password?: string
  /** Told when page images begin to be read, which takes its time. */
  onImages?: () => void
}

export function readingJob(services: Services, hooks: AfterReading[], reader: Reader = {}): JobHandler {
  const { db, now } = services
  return {
    async run(job, running) {
      const document = await documentOf(db, job)
      const keepFirst = (reading: Reading) => void keepFirstReading(services, job, document, reading)
      const outcome = await read(services, document, running, { ...reader, keepFirst })
      await change(db, async (trx) => {
        const actor = programIn(await findPractice(trx, document.practiceId), now().toISOString())
        await finishJob(trx, job, actor.at)
        await keepOutcome(trx, actor, document, outcome, hooks)
      })
    },
    async giveUp(trx, job) {
      const document = await documentOf(trx, job)
      const actor = programIn(await findPractice(trx, document.practiceId), now().toISOString())
      await keepFailure(trx, actor, document, { code: 'reader-failed', message: READER_FAILED })
    },
  }
}

async function read(
  services: Services,
  document: Document,
  running: Running,
  { password, onImages, keepFirst }: Reader & { keepFirst: (reading: Reading) => void },
): Promise<Outcome> {
  const { signal } = running
  const started = Date.now()
  try {
    const bytes = await fileBytes(services, document)
    const result: Reading | ReadFailure = await readInCage(bytes, {
      password,
      signal,
      onProgress: (at) => {
        if (at.step === 'ocr') onImages?.()
        running.tell(at)
      },
      onFirstAnswers: keepFirst,
    })
    if (signal.aborted) throw signal.reason
    return 'error' in result ? result.error : { reading: result, milliseconds: Date.now() - started }
  } catch (error) {
    if (signal.aborted) throw signal.reason instanceof LeaseLost ? signal.reason : error
    if (error instanceof BrokenFile) return { code: 'broken-file', message: BROKEN }
    throw error
  }
}

/** They count nowhere; who waits may look at them. */
async function keepFirstReading({ db, log }: Services, job: Job, { id }: Document, reading: Reading) {
  const kept = change(db, async (trx) => {
    if (await keepFirstAnswers(trx, job, reading))
      await trx<Document>('documents').where({ id }).update({ pages: reading.file.pages })
  })
  await kept.catch((error: unknown) => log.warn({ err: error, job: job.id }, 'first answers were not kept'))
}

async function documentOf(db: Database, job: Job): Promise<Document> {
  const { practiceId, documentId } = JSON.parse(job.payload) as ReadingPayload
  const document = await db<Document>('documents').where({ practiceId, id: documentId }).first()
  if (!document) throw new Error('the document to be read does not exist')
  return document
}
