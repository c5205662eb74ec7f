import type { Actor } from '../actor'
import type { Transaction } from '../database'
import type { Reading } from '../reader/reader'
import { confirmReading, listCorrections } from './corrections'
import { findDocument, type Document } from './document'

/**
 * Called in the transaction that stores a reading or a correction of it, with corrections applied. Rooms to the right take from the
 * reading what they need; nothing here knows them.
 */
export type AfterReading = (
  trx: Transaction,
  document: Document,
  reading: Reading,
  actor: Actor,
) => Promise<void>

/** Rooms to the right learn what now counts. Call inside the transaction that changed it. */
export async function tellHooks(
  trx: Transaction,
  actor: Actor,
  documentId: string,
  reading: Reading,
  hooks: AfterReading[],
) {
  const confirmed = confirmReading(reading, await listCorrections(trx, documentId)).reading
  await trx<Document>('documents')
    .where({ id: documentId })
    .update({ kind: confirmed.document.value ?? 'other' })
  const document = await findDocument(trx, actor, documentId)
  for (const hook of hooks) await hook(trx, document, confirmed, actor)
}
