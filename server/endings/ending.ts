import type { Actor, Guest } from '../actor'
import type { Database } from '../database'
import type { PlainDate } from '../dates'
import { NotFound } from '../errors'
import { findInvite } from '../invites/invites'
import type { Page } from '../reader/reader'

export type EndKind = 'breach' | 'services-ended' | 'replaced' | 'ran-out' | 'other'
export type Outcome = 'returned' | 'destroyed' | 'infeasible' | 'never-held' | 'not-needed'

/** A promise of the agreement that goes on after it. */
export interface Protection {
  words: string
  quote: string | null
  page: Page | null
}

/** The end of an agreement, and what follows from it. */
export interface Ending {
  id: string
  practiceId: string
  vendorId: string
  agreementId: string
  kind: EndKind
  reason: string
  /** For a breach: what was done to have it put right before the end. */
  cure: string | null
  /** The first day on which it was no longer in force. */
  endedOn: PlainDate
  /** What was read in the paper, at the time. */
  protections: Protection[]
  recordedBy: string
  recordedAt: string
  closedAt: string | null
  closedBy: string | null
  closedNote: string | null
}

/** Something that the vendor holds and has to return or destroy. */
export interface ReturnTask {
  id: string
  practiceId: string
  vendorId: string
  endingId: string
  /** Counts from 0 in each ending. */
  position: number
  what: string
  system: string | null
  way: 'return' | 'destroy' | 'either'
  dueOn: PlainDate
  responsible: string
  createdBy: string
  createdAt: string
  outcome: Outcome | null
  method: string | null
  doneOn: PlainDate | null
  doneNote: string | null
  doneBy: string | null
  doneAt: string | null
  certificateId: string | null
}

/** What the vendor says of one task. */
export interface CertificateEntry {
  taskId: string
  outcome: 'returned' | 'destroyed' | 'infeasible' | 'never-held'
  method: string | null
  doneOn: PlainDate | null
  /** Why it is infeasible. */
  because: string | null
}

export interface Certificate {
  id: string
  practiceId: string
  vendorId: string
  endingId: string
  inviteId: string
  entries: CertificateEntry[]
  signerName: string
  signerTitle: string
  statement: string
  ip: string | null
  browser: string | null
  receivedAt: string
  acceptedAt: string | null
  acceptedBy: string | null
  refusedAt: string | null
  refusedBy: string | null
  refusedReason: string | null
}

export interface FullEnding extends Ending {
  vendorName: string
  tasks: ReturnTask[]
  /** Newest first. */
  certificates: Certificate[]
}

type EndingRow = Omit<Ending, 'protections'> & { protections: string; vendorName: string }
export type CertificateRow = Omit<Certificate, 'entries'> & { entries: string }

export const ENDS: Record<EndKind, string> = {
  breach: 'The vendor broke a material term',
  'services-ended': 'The service has ended',
  replaced: 'Another agreement takes its place',
  'ran-out': 'It ran out and was not renewed',
  other: 'Another reason',
}

export const OUTCOMES: Record<Outcome, string> = {
  returned: 'returned',
  destroyed: 'destroyed',
  infeasible: 'not feasible; protected further',
  'never-held': 'never held',
  'not-needed': 'not needed after all',
}

/** @throws NotFound */
export async function findEnding(db: Database, actor: Actor, id: string): Promise<FullEnding> {
  return only(await withParts(db, await endingsOf(db, actor).where({ 'endings.id': id })))
}

export async function findEndingOfAgreement(
  db: Database,
  actor: Actor,
  agreementId: string,
): Promise<FullEnding | null> {
  const found = await withParts(db, await endingsOf(db, actor).where({ 'endings.agreementId': agreementId }))
  return found[0] ?? null
}

/** Through whose link the guest came. @throws NotFound where it asks for something else */
export async function findEndingOfGuest(db: Database, guest: Guest): Promise<FullEnding> {
  const { purposes, aboutId } = await findInvite(db, guest, guest.inviteId)
  if (!aboutId || !purposes.some(({ kind }) => kind === 'destruction')) throw new NotFound('certificate')
  return findEnding(db, guest, aboutId)
}

/** Those with something left to do. Oldest first. */
export async function listOpenEndings(db: Database, actor: Actor): Promise<FullEnding[]> {
  return withParts(
    db,
    await endingsOf(db, actor).where({ 'endings.closedAt': null }).orderBy('endings.recordedAt'),
  )
}

export function openTasks({ tasks }: Pick<FullEnding, 'tasks'>): ReturnTask[] {
  return tasks.filter(({ doneAt }) => doneAt === null).sort((a, b) => a.dueOn.localeCompare(b.dueOn))
}

/** The certificate that a person has neither accepted nor sent back. */
export function waitingCertificate({ certificates }: FullEnding): Certificate | null {
  return certificates.find(({ acceptedAt, refusedAt }) => !acceptedAt && !refusedAt) ?? null
}

/** Every query starts here, so that no practice can reach another's. */
function endingsOf(db: Database, actor: Pick<Actor, 'practiceId'>) {
  return db('endings')
    .join('vendors', 'vendors.id', 'endings.vendorId')
    .where({ 'endings.practiceId': actor.practiceId })
    .select<EndingRow[]>('endings.*', 'vendors.name as vendorName')
}

async function withParts(db: Database, rows: EndingRow[]): Promise<FullEnding[]> {
  const ids = rows.map(({ id }) => id)
  const tasks = await db<ReturnTask>('returnTasks').whereIn('endingId', ids).orderBy('position')
  const certificates = await db<CertificateRow>('returnCertificates')
    .whereIn('endingId', ids)
    .orderBy('receivedAt', 'desc')
  return rows.map((row) => ({
    ...row,
    protections: JSON.parse(row.protections) as Protection[],
    tasks: tasks.filter(({ endingId }) => endingId === row.id),
    certificates: certificates
      .filter(({ endingId }) => endingId === row.id)
      .map((one) => ({ ...one, entries: JSON.parse(one.entries) as CertificateEntry[] })),
  }))
}

function only(found: FullEnding[]): FullEnding {
  if (!found[0]) throw new NotFound('end of an agreement')
  return found[0]
}
