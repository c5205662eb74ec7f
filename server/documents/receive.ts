import type { Guest, Person } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, isSqlite, type Transaction } from '../database'
import { PageError } from '../errors'
import type { Upload } from '../http/uploads'
import type { Services } from '../services'
import { findVendor } from '../vendors/vendors'
import type { Document } from './document'
import { queueReading } from './reading'
import { dropFile, keepFile } from './vault'

/** What became of one file that was sent: a document, or a complaint that says what to do. */
export interface Receipt {
  name: string
  bytes: number
  sha256: string
  document: Document | null
  /** This very file was here before; `document` is that one. */
  known: boolean
  complaint: string | null
}

/** Each file for itself: one that can't be taken doesn't hold the others back. */
export async function receiveDocuments(
  services: Services,
  actor: Person | Guest,
  vendorId: string,
  uploads: Upload[],
): Promise<Receipt[]> {
  const receipts: Receipt[] = []
  for (const upload of uploads) {
    const { name, bytes, sha256 } = upload
    const complaint = complaintAbout(upload)
    const received = complaint ? null : await receiveDocument(services, actor, vendorId, upload)
    receipts.push({
      name,
      bytes,
      sha256,
      document: received?.document ?? null,
      known: received?.known ?? false,
      complaint,
    })
  }
  return receipts
}

/** Null when the file can be taken. */
export function complaintAbout(upload: Upload): string | null {
  if (upload.bytes === 0) return `“${upload.name}” is empty. Send the file again, with its contents.`
  if (!upload.isPdf) return `“${upload.name}” is not a PDF. Save or print it as a PDF and send that.`
  return null
}

/** When this answers, the file and its row outlive a power cut. The same file of the same vendor isn't kept twice. */
export async function receiveDocument(
  services: Services,
  actor: Person | Guest,
  vendorId: string,
  upload: Upload,
): Promise<{ document: Document; known: boolean }> {
  const complaint = complaintAbout(upload)
  if (complaint) throw new PageError(422, 'That file can’t be taken', complaint)
  const vendor = await findVendor(services.db, actor, vendorId)
  await keepFile(services.config, upload)
  try {
    const received = await change(services.db, (trx) => enter(trx, actor, vendor.id, upload))
    if (received.known) await dropFile(services.config, upload)
    return received
  } catch (error) {
    await dropFile(services.config, upload)
    throw error
  }
}

async function enter(trx: Transaction, actor: Person | Guest, vendorId: string, upload: Upload) {
  // Two uploads of one file at the same moment would both be the first; SQLite has one writer anyway.
  if (!isSqlite(trx)) await trx('vendors').where({ id: vendorId }).forUpdate().first('id')
  const same = await trx<Document>('documents')
    .where({ practiceId: actor.practiceId, vendorId, sha256: upload.sha256 })
    .first()
  return same
    ? { document: await noteAgain(trx, actor, same), known: true }
    : { document: await add(trx, actor, vendorId, upload), known: false }
}

async function add(
  trx: Transaction,
  actor: Person | Guest,
  vendorId: string,
  upload: Upload,
): Promise<Document> {
  const { documentId: id, practiceId, name, bytes, sha256, wrappedKey } = upload
  const row = {
    id,
    practiceId,
    vendorId,
    inviteId: actor.kind === 'guest' ? actor.inviteId : null,
    name,
    bytes,
    sha256,
    wrappedKey,
    uploadedBy: actor.kind === 'guest' ? actor.inviteId : actor.personId,
    uploaderName: actor.name,
    receivedAt: actor.at,
    state: 'waiting' as const,
    origin: null,
  }
  await trx<Document>('documents').insert(row)
  await recordEvent(trx, actor, 'document.received', { documentId: id, name, bytes, sha256 }, vendorId)
  return queueReading(trx, actor, id)
}

async function noteAgain(trx: Transaction, actor: Person | Guest, document: Document): Promise<Document> {
  const { id: documentId, sha256, name } = document
  await recordEvent(trx, actor, 'document.receivedAgain', { documentId, name, sha256 }, document.vendorId)
  return document
}
