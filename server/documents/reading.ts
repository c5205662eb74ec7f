import type { Actor, Person } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, newId, type Database, type Transaction } from '../database'
import { findJob, queueJob, runJob, startJob } from '../jobs/jobs'
import type { Services } from '../services'
import type { AfterReading } from './afterReading'
import { documentsOf, findDocument, type Document } from './document'
import { READING_JOB, readingJob, type ReadingPayload } from './readingJob'

/** Call inside a transaction. The document waits to be read from now on, unless it is waiting already. */
export async function queueReading(trx: Transaction, actor: Actor, documentId: string): Promise<Document> {
  const document = await findDocument(trx, actor, documentId)
  if (await isBeingRead(trx, document)) return document
  const payload: ReadingPayload = { practiceId: actor.practiceId, documentId }
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

/** Reads a locked file at once, its page images after the answer. The password lives in this call and nowhere else. */
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
    const payload: ReadingPayload = { practiceId: actor.practiceId, documentId }
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
  if (job) {
    await new Promise<void>((resolve) => {
      void runJob(services, readingJob(services, hooks, { password, onImages: resolve }), job).then(resolve)
    })
  }
  return findDocument(db, actor, documentId)
}

export async function isBeingRead(db: Database, document: Document): Promise<boolean> {
  const job = await findJob(db, document.jobId)
  return job?.state === 'waiting' || job?.state === 'running'
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
