import type { Guest, Program } from '../actor'
import { newId, type Database, type Transaction } from '../database'
import { addDays, instantOf, shownDate } from '../dates'
import { queueLetter, type LetterWords } from '../letters/letters'
import type { Services } from '../services'
import { letterKey, linkOf } from './asking'
import { findInvite, lastDayOf, type InviteRow, type ListedInvite } from './invite'
import { newToken } from './tokens'

type Desk = { db: Transaction } & Pick<Services, 'config'>
type To = { name: string; email: string }
/** @param lastDay as people read it */
type Words = (url: string, lastDay: string) => LetterWords

/** The guest passes the request on: a new link goes to another person, and the one it came through is dead. */
export async function forwardInvite(desk: Desk, guest: Guest, to: To, words: Words): Promise<void> {
  const old = await findInvite(desk.db, guest, guest.inviteId)
  const row = await insertLike(desk, guest, old, to, { expiresAt: old.expiresAt }, words)
  await desk.db<InviteRow>('invites').where({ id: old.id }).update({ replacedById: row.id })
  await desk.db('guestSessions').where({ inviteId: old.id }).delete()
}

/** Another link beside the first, for something to fetch: nothing is asked for any more. */
export async function sendFetchLink(
  desk: Desk,
  actor: Program,
  inviteId: string,
  to: To & { days: number },
  words: Words,
): Promise<void> {
  const old = await findInvite(desk.db, actor, inviteId)
  const expiresAt = instantOf(addDays(actor.today, to.days + 1), 0, actor.timeZone)
  await insertLike(desk, actor, old, to, { expiresAt, finishedAt: actor.at }, words)
}

/** What was asked for is done, or answered with words. */
export async function closeInvite(
  trx: Transaction,
  guest: Guest,
  note: string | null,
): Promise<ListedInvite> {
  const invite = await findInvite(trx, guest, guest.inviteId)
  const values = { finishedAt: guest.at, note: note ?? invite.note }
  await trx<InviteRow>('invites').where({ id: invite.id }).update(values)
  return invite
}

export async function listSigningInvites(
  db: Database,
  actor: { practiceId: string },
  signingId: string,
): Promise<InviteRow[]> {
  return db<InviteRow>('invites').where({ practiceId: actor.practiceId, signingId }).orderBy('createdAt')
}

async function insertLike(
  { db, config }: Desk,
  actor: Guest | Program,
  old: ListedInvite,
  { name, email }: To,
  values: Pick<InviteRow, 'expiresAt'> & Partial<InviteRow>,
  words: Words,
): Promise<InviteRow> {
  const { token, tokenHash } = newToken()
  const { practiceId, vendorId, createdBy, message, signingId, aboutId } = old
  const row: InviteRow = {
    ...{ practiceId, vendorId, createdBy, message, signingId, aboutId, tokenHash },
    id: newId(),
    purposes: JSON.stringify(old.purposes),
    contactName: name,
    contactEmail: email,
    createdAt: actor.at,
    sentAt: actor.at,
    openedAt: null,
    deliveredAt: null,
    finishedAt: null,
    withdrawnAt: null,
    replacedById: null,
    note: null,
    receipts: null,
    ...values,
  }
  await db<InviteRow>('invites').insert(row)
  await queueLetter(db, {
    ...words(linkOf({ config }, token), shownDate(lastDayOf(row, actor.timeZone))),
    practiceId,
    kind: 'invite',
    uniqueKey: letterKey(row.id),
    to: { name, email },
    vendorId,
    dueOn: actor.today,
    at: actor.at,
  })
  return row
}
