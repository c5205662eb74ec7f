import { Readable } from 'node:stream'
import type { Actor } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, type Transaction } from '../database'
import { sealUpload } from '../http/uploads'
import type { Services } from '../services'
import type { Document, DocumentOrigin } from './document'
import { queueReading } from './reading'
import { dropFile, keepFile } from './vault'

export interface MadePdf {
  vendorId: string
  name: string
  pdf: Buffer
  origin: DocumentOrigin
}

/**
 * Keeps a PDF that the desk made itself, together with whatever `work` writes down of it: both or neither. Like one that came in, it is
 * read, and it outlives a power cut once this answers.
 */
export async function keepMadePdf<T>(
  services: Services,
  actor: Actor,
  made: MadePdf,
  work: (trx: Transaction, document: Document) => Promise<T>,
): Promise<T> {
  const upload = await sealUpload(services, actor.practiceId, made.name, Readable.from([made.pdf]))
  await keepFile(services.config, upload)
  try {
    return await change(services.db, async (trx) => {
      const { documentId: id, name, bytes, sha256, wrappedKey } = upload
      await trx<Document>('documents').insert({
        id,
        practiceId: actor.practiceId,
        vendorId: made.vendorId,
        inviteId: actor.kind === 'guest' ? actor.inviteId : null,
        name,
        bytes,
        sha256,
        wrappedKey,
        uploadedBy: actor.kind === 'person' ? actor.personId : actor.kind,
        uploaderName: actor.name,
        receivedAt: actor.at,
        state: 'waiting',
        origin: made.origin,
      })
      await recordEvent(trx, actor, 'document.made', { documentId: id, name, bytes, sha256 }, made.vendorId)
      return work(trx, await queueReading(trx, actor, id))
    })
  } catch (error) {
    await dropFile(services.config, upload)
    throw error
  }
}
