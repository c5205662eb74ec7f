import type { Person } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, newId, type Database, type Transaction } from '../database'
import { Conflict } from '../errors'
import { tellHooks, type AfterReading } from './afterReading'
import { confirmReading, listCorrections } from './corrections'
import { findDocument, latestReading, type Document } from './document'
import type { CorrectableField } from './fields'

/** @param value null: the document doesn't say. */
export async function correctReading(
  db: Database,
  actor: Person,
  documentId: string,
  correction: { field: CorrectableField; value: unknown; note: string },
  hooks: AfterReading[],
): Promise<void> {
  await change(db, async (trx) => {
    const document = await findDocument(trx, actor, documentId)
    const stored = await latestReading(trx, document.id)
    if (!stored) throw new Conflict('This document wasn’t read yet, so there is nothing to correct.')
    const before = confirmReading(stored.reading, await listCorrections(trx, document.id)).reading[
      correction.field
    ].value
    await insert(trx, actor, document, { ...correction, value: keepKnown(correction.value, before) })
    await tellHooks(trx, actor, document.id, stored.reading, hooks)
  })
}

interface OnPage {
  page: number
  text: string
}

/** Lines that a person left as they were keep what else is known of them: the control, the sample, the answer. */
function keepKnown(value: unknown, before: unknown): unknown {
  if (!Array.isArray(value) || !Array.isArray(before)) return value
  const known = (before as Partial<OnPage>[]).filter(({ page }) => page !== undefined) as OnPage[]
  return (value as OnPage[]).map(
    (one) => known.find(({ page, text }) => page === one.page && text === one.text) ?? one,
  )
}

async function insert(
  trx: Transaction,
  actor: Person,
  document: Document,
  { field, value, note }: { field: CorrectableField; value: unknown; note: string },
): Promise<void> {
  const { id: documentId, practiceId, vendorId } = document
  const who = { personId: actor.personId, personName: actor.name, at: actor.at }
  await trx('corrections').insert({
    id: newId(),
    practiceId,
    documentId,
    field,
    value: JSON.stringify(value),
    note,
    ...who,
  })
  await recordEvent(
    trx,
    actor,
    'reading.corrected',
    { documentId, name: document.name, field, value, note },
    vendorId,
  )
}
