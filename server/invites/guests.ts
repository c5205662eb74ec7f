import type { Guest } from '../actor'
import { findPractice } from '../accounts/accounts'
import { recordEvent } from '../audit/audit'
import { change, type Database } from '../database'
import { dateIn } from '../dates'
import { LinkExpired, PageError } from '../errors'
import { findInvite, isAlive, whyDead, type InviteRow, type ListedInvite } from './invite'
import { hashToken, newToken } from './tokens'

const MAX_SESSION_HOURS = 12

export interface Door {
  invite: ListedInvite
  practiceName: string
  guest: Guest
}

/** Behind a link as it was sent. Changes nothing. @throws LinkExpired, or an unknown link's page. */
export async function findDoor(db: Database, token: string, at: string, ip: string | null): Promise<Door> {
  const row = await db<InviteRow>('invites')
    .where({ tokenHash: hashToken(token) })
    .first()
  if (!row) throw new PageError(404, 'This link isn’t known here', UNKNOWN)
  return openDoor(db, row, at, ip)
}

const UNKNOWN =
  'Check that it was copied whole, to its last letter. If it was, ask the practice that sent it for a new one.'

/** Behind a guest's cookie. @throws LinkExpired */
export async function findDoorOfGuest(
  db: Database,
  cookie: string | null,
  at: string,
  ip: string | null,
): Promise<Door> {
  const session = cookie
    ? await db('guestSessions')
        .where({ idHash: hashToken(cookie) })
        .where('expiresAt', '>', at)
        .first<{ inviteId: string } | undefined>('inviteId')
    : null
  const row = session && (await db<InviteRow>('invites').where({ id: session.inviteId }).first())
  if (!row)
    throw new LinkExpired('Open the link in your letter again: this page closes by itself after some hours.')
  return openDoor(db, row, at, ip)
}

/** Lets the holder of a link in. The answer is the cookie's value, known to nobody else. */
export async function enter(db: Database, door: Door): Promise<{ cookie: string; expiresAt: string }> {
  const { invite, guest } = door
  const { token: cookie, tokenHash: idHash } = newToken()
  const expiresAt = earlier(hoursAfter(guest.at, MAX_SESSION_HOURS), invite.expiresAt)
  await change(db, async (trx) => {
    await trx('guestSessions').insert({ idHash, inviteId: invite.id, createdAt: guest.at, expiresAt })
    const first = await trx<InviteRow>('invites')
      .where({ id: invite.id, openedAt: null })
      .update({ openedAt: guest.at })
    if (first === 1) await recordEvent(trx, guest, 'invite.opened', { inviteId: invite.id }, invite.vendorId)
  })
  return { cookie, expiresAt }
}

async function openDoor(db: Database, row: InviteRow, at: string, ip: string | null): Promise<Door> {
  const practice = await findPractice(db, row.practiceId)
  const { id: practiceId, timeZone } = practice
  const today = dateIn(timeZone, at)
  const who = { practiceId, timeZone, today, at, ip, name: row.contactName }
  const guest: Guest = { kind: 'guest', inviteId: row.id, vendorId: row.vendorId, ...who }
  const invite = await findInvite(db, guest, row.id)
  if (isAlive(invite, at)) return { invite, practiceName: practice.name, guest }
  const next = `Ask ${invite.askedBy} of ${practice.name} if you still want to send something.`
  throw new LinkExpired(`${whyDead(invite, at, timeZone)} ${next}`)
}

function hoursAfter(instant: string, hours: number): string {
  return new Date(Date.parse(instant) + hours * 3_600_000).toISOString()
}

function earlier(a: string, b: string): string {
  return a < b ? a : b
}
