import type { Person } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, newId } from '../database'
import { keepMadePdf } from '../documents/documents'
import { noteSent, typesetPaper, wordingOf, type Draft } from '../drafts/drafts'
import { Conflict } from '../errors'
import { makeInviteLink, sendInvite, withdrawSigningInvites, type NewInvite } from '../invites/invites'
import type { Services } from '../services'
import type { Vendor } from '../vendors/vendors'
import { findSigning, isOpen, type SigningRow } from './signing'

export interface SendTo {
  contactName: string
  contactEmail: string
  message: string
  days: number
}

/** Freezes the draft as a paper and asks the vendor for its signature. The link is told once where no letter is to go. */
export async function sendToSign(
  services: Services,
  actor: Person,
  draft: Draft,
  vendor: Vendor,
  to: SendTo,
  way: 'letter' | 'link',
): Promise<{ signingId: string; inviteId: string; link: string | null }> {
  const wording = wordingOf(draft.terms)
  const { pdf, pages } = await typesetPaper(wording, { at: actor.at })
  const made = {
    vendorId: vendor.id,
    name: `BAA with ${vendor.name}, to be signed.pdf`,
    pdf,
    origin: 'to-sign',
  } as const
  return keepMadePdf(services, actor, made, async (trx, document) => {
    const row: SigningRow = {
      id: newId(),
      practiceId: actor.practiceId,
      vendorId: vendor.id,
      draftId: draft.id,
      documentId: document.id,
      sha256: document.sha256,
      wording: JSON.stringify(wording),
      pages,
      createdBy: actor.name,
      createdAt: actor.at,
      declinedAt: null,
      changeAskedAt: null,
      reason: null,
      withdrawnAt: null,
      completedAt: null,
      sealedDocumentId: null,
      agreementId: null,
    }
    await trx<SigningRow>('signings').insert(row)
    await noteSent(trx, actor, draft, row.id)
    const about = { signingId: row.id, to: to.contactEmail, name: to.contactName, sha256: document.sha256 }
    await recordEvent(trx, actor, 'signing.sent', about, vendor.id)
    const desk = { db: trx, config: services.config }
    const invite: NewInvite = { ...to, purposes: [{ kind: 'sign', words: null }], signingId: row.id }
    if (way === 'link') return { signingId: row.id, ...(await makeInviteLink(desk, actor, vendor, invite)) }
    return { signingId: row.id, inviteId: await sendInvite(desk, actor, vendor, invite), link: null }
  })
}

/** Takes it back before both have signed; its link is dead. */
export async function withdrawSigning(services: Services, actor: Person, signingId: string): Promise<void> {
  await change(services.db, async (trx) => {
    const signing = await findSigning(trx, actor, signingId)
    if (!isOpen(signing)) throw new Conflict('There is nothing to take back any more.')
    const open = trx<SigningRow>('signings').where({ id: signingId, withdrawnAt: null, completedAt: null })
    if ((await open.update({ withdrawnAt: actor.at })) !== 1)
      throw new Conflict('Someone else was faster. Look again.')
    await withdrawSigningInvites(trx, actor, signingId)
    await recordEvent(trx, actor, 'signing.withdrawn', { signingId }, signing.vendorId)
  })
}
