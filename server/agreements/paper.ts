import type { Actor } from '../actor'
import type { Transaction } from '../database'
import { findDocument } from '../documents/documents'
import { Conflict } from '../errors'

/** @throws Conflict where the document is another vendor's, NotFound where it is another practice's */
export async function refuseOtherVendors(
  trx: Transaction,
  actor: Actor,
  vendorId: string,
  documentId: string,
): Promise<void> {
  const document = await findDocument(trx, actor, documentId)
  if (document.vendorId !== vendorId) throw new Conflict('That document belongs to another vendor.')
}
