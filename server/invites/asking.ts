import type { Actor, Person } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, newId, type Database, type Transaction } from '../database'
import { addDays, instantOf } from '../dates'
import { Conflict } from '../errors'
import { queueLetter, withdrawLetter } from '../letters/letters'
import type { Services } from '../services'
import type { Vendor } from '../vendors/vendors'
import { lastDayOf, type InviteRow, type ListedInvite } from './invite'
import { shortWords, type Purpose } from './purposes'
import { newToken } from './tokens'
import { inviteWords } from './words'

export interface NewInvite {
  purposes: Purpose[]
  contactName: string
  contactEmail: string
  message: string
  /** Whole days that the link works, from today on. */
  days: number
  /** What is to be signed, where that is asked. */
  signingId?: string | null
  /** See `Invite.aboutId`. */
  aboutId?: string | null
}

type Desk = Pick<Services, 'db' | 'config'>

/** Answers with the id of the request, whose letter waits in the outbox. */
export async function sendInvite(
  desk: Desk,
  actor: Person,
  vendor: Vendor,
  values: NewInvite,
): Promise<string> {
  return change(desk.db, async (trx) => (await sendInviteWithin(trx, desk, actor, vendor, values)).inviteId)
}

/** The same inside a transaction. @param by who acts in the asker's name, where that is the program on their standing consent */
export async function sendInviteWithin(
  trx: Transaction,
  desk: Pick<Desk, 'config'>,
  asker: Person,
  vendor: Vendor,
  values: NewInvite,
  by?: { actor: Actor; because: string },
): Promise<{ inviteId: string; letterId: string }> {
  const { row, token } = await insertInvite(trx, asker, vendor, values, asker.at)
  const letterId = await queueInviteLetter(trx, desk, asker, vendor, row, token)
  const data = by ? { ...eventData(row), because: by.because } : eventData(row)
  await recordEvent(trx, by?.actor ?? asker, 'invite.sent', data, vendor.id)
  return { inviteId: row.id, letterId }
}

/** For people who send the link by themselves. It is told once and can never be read again. */
export async function makeInviteLink(
  desk: Desk,
  actor: Person,
  vendor: Vendor,
  values: NewInvite,
): Promise<{ inviteId: string; link: string }> {
  return change(desk.db, async (trx) => {
    const { row, token } = await insertInvite(trx, actor, vendor, values, null)
    await recordEvent(trx, actor, 'invite.linkMade', eventData(row), vendor.id)
    return { inviteId: row.id, link: linkOf(desk, token) }
  })
}

/** A new request with a new link in the place of the old one, whose link is dead from now on. */
export async function resendInvite(
  desk: Desk,
  actor: Person,
  vendor: Vendor,
  old: ListedInvite,
  way: 'letter' | 'link',
): Promise<{ inviteId: string; link: string | null }> {
  const { purposes, contactName, contactEmail, message, signingId, aboutId } = old
  const about = { signingId, aboutId, days: desk.config.inviteDays }
  const values = { purposes, contactName, contactEmail, message, ...about }
  return change(desk.db, async (trx) => {
    const { row, token } = await insertInvite(trx, actor, vendor, values, way === 'letter' ? actor.at : null)
    await endInvite(trx, old, { replacedById: row.id })
    if (way === 'letter') await queueInviteLetter(trx, desk, actor, vendor, row, token)
    await recordEvent(trx, actor, 'invite.resent', { ...eventData(row), replaces: old.id }, vendor.id)
    return { inviteId: row.id, link: way === 'link' ? linkOf(desk, token) : null }
  })
}

export async function withdrawInvite(db: Database, actor: Person, invite: ListedInvite): Promise<void> {
  await change(db, async (trx) => {
    await endInvite(trx, invite, { withdrawnAt: actor.at })
    const data = { inviteId: invite.id, title: shortWords(invite.purposes), to: invite.contactEmail }
    await recordEvent(trx, actor, 'invite.withdrawn', data, invite.vendorId)
  })
}

/** Every link that still leads to a paper to sign. Call inside the transaction that takes the paper back. */
export async function withdrawSigningInvites(
  trx: Transaction,
  actor: Person,
  signingId: string,
): Promise<void> {
  const { practiceId, at: withdrawnAt } = actor
  const open = { practiceId, signingId, withdrawnAt: null, replacedById: null }
  const ids = (await trx<InviteRow>('invites').where(open).pluck('id')) as string[]
  await trx<InviteRow>('invites').whereIn('id', ids).update({ withdrawnAt })
  await trx('guestSessions').whereIn('inviteId', ids).delete()
  for (const id of ids) await withdrawLetter(trx, letterKey(id))
}

/** Ends the sessions of its guests at once, and the letter that has not gone yet. */
async function endInvite(
  trx: Transaction,
  invite: ListedInvite,
  how: { withdrawnAt: string } | { replacedById: string },
): Promise<void> {
  const ended = await trx<InviteRow>('invites')
    .where({ id: invite.id, withdrawnAt: null, replacedById: null })
    .update(how)
  if (ended === 0) throw new Conflict('The request was withdrawn or sent again in the meantime.')
  await trx('guestSessions').where({ inviteId: invite.id }).delete()
  await withdrawLetter(trx, letterKey(invite.id))
}

async function insertInvite(
  trx: Transaction,
  actor: Person,
  vendor: Vendor,
  { purposes, contactName, contactEmail, message, days, signingId = null, aboutId = null }: NewInvite,
  sentAt: string | null,
): Promise<{ row: InviteRow; token: string }> {
  const { token, tokenHash } = newToken()
  const row: InviteRow = {
    id: newId(),
    practiceId: actor.practiceId,
    vendorId: vendor.id,
    purposes: JSON.stringify(purposes),
    contactName,
    contactEmail,
    message,
    tokenHash,
    createdBy: actor.personId,
    createdAt: actor.at,
    expiresAt: instantOf(addDays(actor.today, days + 1), 0, actor.timeZone),
    sentAt,
    openedAt: null,
    deliveredAt: null,
    finishedAt: null,
    withdrawnAt: null,
    replacedById: null,
    note: null,
    receipts: null,
    signingId,
    aboutId,
  }
  await trx<InviteRow>('invites').insert(row)
  return { row, token }
}

async function queueInviteLetter(
  trx: Transaction,
  desk: Pick<Desk, 'config'>,
  actor: Person,
  vendor: Vendor,
  row: InviteRow,
  token: string,
): Promise<string> {
  const asking = {
    practiceName: actor.practiceName,
    askedBy: actor.name,
    vendorName: vendor.name,
    purposes: JSON.parse(row.purposes) as Purpose[],
    message: row.message,
    lastDay: lastDayOf(row, actor.timeZone),
  }
  return queueLetter(trx, {
    ...inviteWords(asking, linkOf(desk, token)),
    practiceId: actor.practiceId,
    kind: 'invite',
    uniqueKey: letterKey(row.id),
    to: { name: row.contactName, email: row.contactEmail },
    vendorId: vendor.id,
    dueOn: actor.today,
    at: actor.at,
  })
}

export function letterKey(inviteId: string): string {
  return `invite ${inviteId}`
}

export function linkOf({ config }: Pick<Desk, 'config'>, token: string): string {
  return `${config.baseUrl}/i/${token}`
}

function eventData(row: InviteRow) {
  const purposes = JSON.parse(row.purposes) as Purpose[]
  const { id: inviteId, contactEmail: to, expiresAt } = row
  return { inviteId, title: `${shortWords(purposes)}, of ${to}`, to, expiresAt }
}
