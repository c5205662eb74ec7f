import type { Actor } from '../actor'
import type { Database } from '../database'
import { dateIn, shownDate, type PlainDate } from '../dates'
import { NotFound } from '../errors'
import { FORMS, type Purpose } from './purposes'

export interface Invite {
  id: string
  practiceId: string
  vendorId: string
  purposes: Purpose[]
  contactName: string
  contactEmail: string
  /** The practice’s own words; empty where it wrote none. */
  message: string
  tokenHash: string
  createdBy: string
  createdAt: string
  /** The first instant at which the link is dead. */
  expiresAt: string
  /** When the letter was handed to the outbox; null where the link was copied. */
  sentAt: string | null
  openedAt: string | null
  /** When the first file arrived. */
  deliveredAt: string | null
  finishedAt: string | null
  withdrawnAt: string | null
  replacedById: string | null
  /** What the vendor wrote to the practice. */
  note: string | null
  /** What arrived through this link, oldest first. */
  receipts: StoredReceipt[]
  /** The paper to be signed through it; null where documents are asked for. */
  signingId: string | null
  /** What it is about, where its purpose has a room of its own; null otherwise. */
  aboutId: string | null
}

export interface StoredReceipt {
  /** The document it became; the one that was here before where the same file came twice. */
  documentId: string
  name: string
  bytes: number
  sha256: string
  receivedAt: string
}

export type InviteRow = Omit<Invite, 'purposes' | 'receipts'> & { purposes: string; receipts: string | null }

/** With what a sentence about it needs. */
export interface ListedInvite extends Invite {
  vendorName: string
  /** Who asked. */
  askedBy: string
}

export type InviteState =
  'link made' | 'sent' | 'opened' | 'delivered' | 'finished' | 'expired' | 'withdrawn' | 'replaced'

type Shape = 'good' | 'look' | 'bad' | 'none'

const SHAPES: Record<InviteState, Shape> = {
  'link made': 'none',
  sent: 'none',
  opened: 'look',
  delivered: 'good',
  finished: 'good',
  expired: 'bad',
  withdrawn: 'none',
  replaced: 'none',
}

/** @param at the instant to judge it by */
export function stateOf(invite: Invite, at: string): InviteState {
  if (invite.withdrawnAt) return 'withdrawn'
  if (invite.replacedById) return 'replaced'
  if (invite.finishedAt) return 'finished'
  if (invite.deliveredAt) return 'delivered'
  if (invite.expiresAt <= at) return 'expired'
  if (invite.openedAt) return 'opened'
  return invite.sentAt ? 'sent' : 'link made'
}

export function inviteStanding(invite: Invite, at: string): { state: Shape; word: InviteState } {
  const word = stateOf(invite, at)
  const isFilledIn = invite.signingId !== null || invite.purposes.some(({ kind }) => FORMS.includes(kind))
  const isEmptyHanded = word === 'finished' && invite.receipts.length === 0 && !isFilledIn
  return { state: isEmptyHanded ? 'look' : SHAPES[word], word }
}

/** Whether its link still opens. */
export function isAlive(invite: Invite, at: string): boolean {
  return !invite.withdrawnAt && !invite.replacedById && invite.expiresAt > at
}

/** Why a link is dead, for the one who holds it; null while it opens. */
export function whyDead(invite: Invite, at: string, timeZone: string): string | null {
  if (invite.withdrawnAt) return 'The practice has withdrawn the request.'
  if (invite.replacedById) return 'A newer link has taken its place: look for a later letter.'
  return invite.expiresAt <= at ? `It ended on ${shownDate(lastDayOf(invite, timeZone))}.` : null
}

/** The last whole day on which the link opens. */
export function lastDayOf({ expiresAt }: { expiresAt: string }, timeZone: string): PlainDate {
  return dateIn(timeZone, new Date(Date.parse(expiresAt) - 1))
}

export async function findInvite(db: Database, actor: Actor, inviteId: string): Promise<ListedInvite> {
  const row = await invitesOf(db, actor).where({ 'invites.id': inviteId }).first()
  if (!row) throw new NotFound('request')
  return fromRow(row)
}

/** Newest first. */
export async function listInvites(db: Database, actor: Actor, vendorId: string): Promise<ListedInvite[]> {
  const rows = await invitesOf(db, actor)
    .where({ 'invites.vendorId': vendorId })
    .orderBy('invites.createdAt', 'desc')
  return rows.map(fromRow)
}

/** Those that ask for one thing with a room of its own, and their replacements. Newest first. */
export async function listInvitesAbout(db: Database, actor: Actor, aboutId: string): Promise<ListedInvite[]> {
  const rows = await invitesOf(db, actor)
    .where({ 'invites.aboutId': aboutId })
    .orderBy('invites.createdAt', 'desc')
  return rows.map(fromRow)
}

/** Neither finished nor withdrawn nor replaced, of vendors that aren't archived; those whose time ran out too. Oldest first. */
export async function listOpenInvites(db: Database, practiceId: string): Promise<ListedInvite[]> {
  const rows = await invitesOf(db, { practiceId })
    .where({ 'invites.finishedAt': null, 'invites.withdrawnAt': null, 'invites.replacedById': null })
    .where({ 'vendors.archivedAt': null })
    .orderBy('invites.createdAt')
  return rows.map(fromRow)
}

/** Of any state, something came in through them, and their link worked not long ago. */
export async function listDeliveredInvites(
  db: Database,
  practiceId: string,
  since: string,
): Promise<ListedInvite[]> {
  const rows = await invitesOf(db, { practiceId })
    .whereNotNull('invites.deliveredAt')
    .where('invites.expiresAt', '>', since)
  return rows.map(fromRow)
}

/** Every query of requests starts here, so that no practice can reach another’s. */
function invitesOf(db: Database, actor: { practiceId: string }) {
  return db('invites')
    .join('vendors', 'vendors.id', 'invites.vendorId')
    .join('people', 'people.id', 'invites.createdBy')
    .where({ 'invites.practiceId': actor.practiceId })
    .select<(InviteRow & { vendorName: string; askedBy: string })[]>(
      'invites.*',
      'vendors.name as vendorName',
      'people.name as askedBy',
    )
}

function fromRow(row: InviteRow & { vendorName: string; askedBy: string }): ListedInvite {
  const purposes = JSON.parse(row.purposes) as Purpose[]
  return { ...row, purposes, receipts: JSON.parse(row.receipts ?? '[]') as StoredReceipt[] }
}
