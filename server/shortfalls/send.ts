import type { Person } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, newId, type Transaction } from '../database'
import type { Document } from '../documents/documents'
import { Conflict } from '../errors'
import { makeInviteLink, sendInvite, type NewInvite } from '../invites/invites'
import type { Services } from '../services'
import type { Vendor } from '../vendors/vendors'
import { messageOf, type LetterForm } from './forms'
import { findShortfall, type FullShortfall, type Shortfall, type ShortfallPoint } from './shortfall'

/** Keeps what is asked, and asks it through a link. The link is told once where no letter is to go. */
export async function sendShortfall(
  services: Services,
  actor: Person,
  about: { vendor: Vendor; document: Document; follows: FullShortfall | null },
  form: LetterForm,
  way: 'letter' | 'link',
): Promise<{ shortfallId: string; inviteId: string; link: string | null }> {
  const { vendor, document, follows } = about
  return change(services.db, async (trx) => {
    const shortfallId = await insertShortfall(trx, actor, { ...about, vendorId: vendor.id }, form)
    if (follows && !follows.closedAt) await close(trx, actor, follows, 'Asked again for what was left.')
    const { contactName, contactEmail, days } = form
    const invite: NewInvite = {
      ...{ contactName, contactEmail, days },
      purposes: [{ kind: 'amend', words: null }],
      message: messageOf(form),
      aboutId: shortfallId,
    }
    const provisions = form.points.map(({ proposed }) => proposed.id)
    const data = { shortfallId, documentId: document.id, provisions, to: contactEmail }
    await recordEvent(trx, actor, 'shortfall.asked', data, vendor.id)
    const desk = { db: trx, config: services.config }
    if (way === 'link') return { shortfallId, ...(await makeInviteLink(desk, actor, vendor, invite)) }
    return { shortfallId, inviteId: await sendInvite(desk, actor, vendor, invite), link: null }
  })
}

async function insertShortfall(
  trx: Transaction,
  actor: Person,
  { vendorId, document, follows }: { vendorId: string; document: Document; follows: FullShortfall | null },
  { points }: LetterForm,
): Promise<string> {
  const row: Shortfall = {
    id: newId(),
    practiceId: actor.practiceId,
    vendorId,
    documentId: document.id,
    createdBy: actor.name,
    createdAt: actor.at,
    followsId: follows?.id ?? null,
    closedAt: null,
    closedBy: null,
    closedNote: null,
  }
  await trx<Shortfall>('shortfalls').insert(row)
  const rows = points.map(({ proposed, words }): ShortfallPoint => ({
    id: newId(),
    practiceId: actor.practiceId,
    shortfallId: row.id,
    provision: proposed.id,
    words,
    result: proposed.result,
    quote: proposed.quote,
    page: proposed.page,
    settledAt: null,
    settledBy: null,
    settledNote: null,
  }))
  await trx<ShortfallPoint>('shortfallPoints').insert(rows)
  return row.id
}

/** A person read the answer and found the point settled, whatever the reader says. */
export async function settlePoint(
  services: Services,
  actor: Person,
  id: string,
  { provision, note }: { provision: string; note: string },
): Promise<void> {
  await change(services.db, async (trx) => {
    const shortfall = await findShortfall(trx, actor, id)
    const open = trx<ShortfallPoint>('shortfallPoints').where({ shortfallId: id, provision, settledAt: null })
    const values = { settledAt: actor.at, settledBy: actor.name, settledNote: note }
    if ((await open.update(values)) !== 1) throw new Conflict('That point is settled already.')
    await recordEvent(
      trx,
      actor,
      'shortfall.settled',
      { shortfallId: id, provision, note },
      shortfall.vendorId,
    )
  })
}

export async function closeShortfall(
  services: Services,
  actor: Person,
  id: string,
  note: string | null,
): Promise<void> {
  await change(services.db, async (trx) => close(trx, actor, await findShortfall(trx, actor, id), note))
}

async function close(
  trx: Transaction,
  actor: Person,
  { id, vendorId }: FullShortfall,
  note: string | null,
): Promise<void> {
  const open = trx<Shortfall>('shortfalls').where({ id, closedAt: null })
  const values = { closedAt: actor.at, closedBy: actor.name, closedNote: note }
  if ((await open.update(values)) !== 1) throw new Conflict('Someone closed it already.')
  await recordEvent(trx, actor, 'shortfall.closed', { shortfallId: id, note }, vendorId)
}
