import type { Actor, Person } from '../actor'
import { programIn, findPractice } from '../accounts/accounts'
import { recordEvent } from '../audit/audit'
import { change, newId, type Database, type Transaction } from '../database'
import {
  findJob,
  finishJob,
  LeaseLost,
  queueJob,
  runJob,
  startJob,
  type Job,
  type JobHandler,
  type Running,
} from '../jobs/jobs'
import { READER_VERSION, readInCage } from '../reader/reader'
import type { ReadFailure, Reading } from '../reader/reader'
import type { Services } from '../services'
import { tellHooks, type AfterReading } from './afterReading'
import { documentsOf, findDocument, type Document, type FailureCode } from './document'
import { BrokenFile, fileBytes } from './vault'

export const READING_JOB = 'document.read'

interface Payload {
  practiceId: string
  documentId: string
}

type Outcome = { reading: Reading } | { code: FailureCode; message: string }

const READER_FAILED =
  'The reader stopped each time it tried. The file is kept; download it and read it yourself, or try again later.'
const BROKEN = 'What is stored differs from what was received. Restore it from a backup.'

/** Call inside a transaction. The document waits to be read from now on, unless it is waiting already. */
export async function queueReading(trx: Transaction, actor: Actor, documentId: string): Promise<Document> {
  const document = await findDocument(trx, actor, documentId)
  if (await isBeingRead(trx, document)) return document
  const payload: Payload = { practiceId: actor.practiceId, documentId }
  return awaitReading(trx, actor, document, await queueJob(trx, READING_JOB, payload, actor.at))
}

/** A person asks for another reading. */
export async function readAgain(db: Database, actor: Person, documentId: string): Promise<Document> {
  return change(db, async (trx) => {
    const before = await findDocument(trx, actor, documentId)
    const after = await queueReading(trx, actor, documentId)
    if (after.jobId !== before.jobId)
      await recordEvent(
        trx,
        actor,
        'document.readingAsked',
        { documentId, name: before.name },
        before.vendorId,
      )
    return after
  })
}

/** Reads a locked file at once. The password lives in this call and nowhere else. */
export async function readWithPassword(
  services: Services,
  actor: Person,
  documentId: string,
  password: string,
  hooks: AfterReading[],
): Promise<Document> {
  const { db, now } = services
  const job = await change(db, async (trx) => {
    const document = await findDocument(trx, actor, documentId)
    if (await isBeingRead(trx, document)) return null
    const payload: Payload = { practiceId: actor.practiceId, documentId }
    const started = await startJob(trx, newId(), READING_JOB, payload, now())
    await awaitReading(trx, actor, document, started.id)
    await recordEvent(
      trx,
      actor,
      'document.passwordGiven',
      { documentId, name: document.name },
      document.vendorId,
    )
    return started
  })
  if (job) await runJob(services, readingJob(services, hooks, password), job)
  return findDocument(db, actor, documentId)
}

export function readingJob(services: Services, hooks: AfterReading[], password?: string): JobHandler {
  const { db, now } = services
  return {
    async run(job, running) {
      const document = await documentOf(db, job)
      const started = Date.now()
      const outcome = await read(services, document, running, password)
      const milliseconds = Date.now() - started
      await change(db, async (trx) => {
        const actor = programIn(await findPractice(trx, document.practiceId), now().toISOString())
        await finishJob(trx, job, actor.at)
        if ('reading' in outcome)
          await keepReading(trx, actor, document, outcome.reading, milliseconds, hooks)
        else await keepFailure(trx, actor, document, outcome)
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
  password?: string,
): Promise<Outcome> {
  const given = password === undefined ? {} : { password }
  const { signal } = running
  try {
    const bytes = await fileBytes(services, document)
    const result: Reading | ReadFailure = await readInCage(bytes, {
      ...given,
      signal,
      onProgress: (at) => running.tell(at),
    })
    if (signal.aborted) throw signal.reason
    return 'error' in result ? result.error : { reading: result }
  } catch (error) {
    if (signal.aborted) throw signal.reason instanceof LeaseLost ? signal.reason : error
    if (error instanceof BrokenFile) return { code: 'broken-file', message: BROKEN }
    throw error
  }
}

async function keepReading(
  trx: Transaction,
  actor: Actor,
  document: Document,
  reading: Reading,
  milliseconds: number,
  hooks: AfterReading[],
): Promise<void> {
  const { id: documentId, practiceId, vendorId } = document
  const id = newId()
  const row = {
    id,
    practiceId,
    documentId,
    readerVersion: String(READER_VERSION),
    reading: JSON.stringify(reading),
    milliseconds,
  }
  await trx('readings').insert({ ...row, createdAt: actor.at })
  const facts = {
    state: 'read' as const,
    pages: reading.file.pages,
    readingId: id,
    failureCode: null,
    failure: null,
  }
  await trx<Document>('documents').where({ id: documentId }).update(facts)
  const kind = reading.document.value
  await recordEvent(
    trx,
    actor,
    'document.read',
    { documentId, name: document.name, readingId: id, kind, readerVersion: READER_VERSION },
    vendorId,
  )
  await tellHooks(trx, actor, documentId, reading, hooks)
}

async function keepFailure(
  trx: Transaction,
  actor: Actor,
  document: Document,
  failure: { code: FailureCode; message: string },
) {
  const { id: documentId, vendorId } = document
  const state = document.readingId ? ('read' as const) : ('failed' as const)
  const { code: failureCode, message } = failure
  await trx<Document>('documents')
    .where({ id: documentId })
    .update({ state, failureCode, failure: message.slice(0, 500) })
  await recordEvent(
    trx,
    actor,
    'document.readingFailed',
    { documentId, name: document.name, code: failureCode },
    vendorId,
  )
}

async function awaitReading(
  trx: Transaction,
  actor: Actor,
  document: Document,
  jobId: string,
): Promise<Document> {
  const state = document.readingId ? ('read' as const) : ('waiting' as const)
  await documentsOf(trx, actor)
    .where({ id: document.id })
    .update({ jobId, state, failureCode: null, failure: null })
  return findDocument(trx, actor, document.id)
}

export async function isBeingRead(db: Database, document: Document): Promise<boolean> {
  const job = await findJob(db, document.jobId)
  return job?.state === 'waiting' || job?.state === 'running'
}

async function documentOf(db: Database, job: Job): Promise<Document> {
  const { practiceId, documentId } = JSON.parse(job.payload) as Payload
  const document = await db<Document>('documents').where({ practiceId, id: documentId }).first()
  if (!document) throw new Error('the document to be read does not exist')
  return document
}
