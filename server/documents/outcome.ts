import type { Program } from '../actor'
import { recordEvent } from '../audit/audit'
import { newId, type Transaction } from '../database'
import { READER_VERSION, type Reading } from '../reader/reader'
import { tellHooks, type AfterReading } from './afterReading'
import type { Document, FailureCode } from './document'

export type Outcome = { reading: Reading; milliseconds: number } | Failure

export interface Failure {
  code: FailureCode
  message: string
}

/** Call inside the transaction that ends the job. */
export async function keepOutcome(
  trx: Transaction,
  actor: Program,
  document: Document,
  outcome: Outcome,
  hooks: AfterReading[],
): Promise<void> {
  if (!('reading' in outcome)) return keepFailure(trx, actor, document, outcome)
  await keepReading(trx, actor, document, outcome.reading, outcome.milliseconds)
  await tellHooks(trx, actor, document.id, outcome.reading, hooks)
}

export async function keepFailure(
  trx: Transaction,
  actor: Program,
  document: Document,
  failure: Failure,
): Promise<void> {
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

async function keepReading(
  trx: Transaction,
  actor: Program,
  document: Document,
  reading: Reading,
  milliseconds: number,
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
}
