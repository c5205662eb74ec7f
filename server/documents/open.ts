import type { Person } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, type Database } from '../database'
import type { Services } from '../services'
import { findDocument, type Document } from './document'
import { fileBytes } from './vault'

const ONE_VIEW_MINUTES = 60

/** The file as it was received; the opening is on record before a byte is handed out. @throws BrokenFile */
export async function openDocument(
  services: Services,
  actor: Person,
  documentId: string,
): Promise<{ document: Document; bytes: Buffer }> {
  const document = await findDocument(services.db, actor, documentId)
  const bytes = await fileBytes(services, document)
  const { name, sha256 } = document
  await change(services.db, (trx) =>
    recordEvent(trx, actor, 'document.downloaded', { documentId, name, sha256 }, document.vendorId),
  )
  return { document, bytes }
}

/** Leafing through a document within the hour is one view. */
export async function noteView(db: Database, actor: Person, document: Document): Promise<void> {
  const since = new Date(Date.parse(actor.at) - ONE_VIEW_MINUTES * 60_000).toISOString()
  const data = { documentId: document.id, name: document.name }
  const { practiceId, personId } = actor
  const seen = await db('events')
    .where({
      practiceId,
      vendorId: document.vendorId,
      personId,
      kind: 'document.viewed',
      data: JSON.stringify(data),
    })
    .where('at', '>', since)
    .first<{ id: string } | undefined>('id')
  if (!seen) await change(db, (trx) => recordEvent(trx, actor, 'document.viewed', data, document.vendorId))
}
