import type { Actor, Guest } from '../actor'
import type { Database } from '../database'
import { NotFound } from '../errors'
import type { Drawing, Wording } from '../drafts/drafts'

export { signingStep } from './nextStep'
export { listStuck } from './stuck'

export type Side = 'coveredEntity' | 'businessAssociate'

/** A paper on its way to both signatures. Each ending is written once: declined, a change asked for, withdrawn, or completed. */
export interface Signing {
  id: string
  practiceId: string
  vendorId: string
  draftId: string
  /** The paper as both sides see it, without signatures. */
  documentId: string
  sha256: string
  /** Frozen when it was sent, so that what is sealed is what was read. */
  wording: Wording
  pages: number
  createdBy: string
  createdAt: string
  declinedAt: string | null
  changeAskedAt: string | null
  /** The vendor's words with either. */
  reason: string | null
  withdrawnAt: string | null
  completedAt: string | null
  sealedDocumentId: string | null
  agreementId: string | null
}

export type SigningRow = Omit<Signing, 'wording'> & { wording: string }

export interface SignatureMark {
  id: string
  practiceId: string
  signingId: string
  side: Side
  name: string
  title: string
  email: string
  /** null: the name was typed. */
  drawing: Drawing | null
  /** What was agreed to by ticking. */
  consent: string
  at: string
  ip: string | null
  browser: string | null
  personId: string | null
  inviteId: string | null
}

export type SignatureRow = Omit<SignatureMark, 'drawing'> & { drawing: string | null }

export type SigningState =
  | 'with the vendor'
  | 'countersign'
  | 'being sealed'
  | 'signed by both'
  | 'declined'
  | 'change asked for'
  | 'withdrawn'

export interface FullSigning extends Signing {
  vendorName: string
  signatures: { coveredEntity: SignatureMark | null; businessAssociate: SignatureMark | null }
  state: SigningState
}

const SHAPES: Record<SigningState, 'good' | 'look' | 'bad' | 'none'> = {
  'with the vendor': 'none',
  countersign: 'look',
  'being sealed': 'none',
  'signed by both': 'good',
  declined: 'bad',
  'change asked for': 'look',
  withdrawn: 'none',
}

export function signingTag({ state }: Pick<FullSigning, 'state'>) {
  return { state: SHAPES[state], word: state }
}

/** Whether a signature can still be added. */
export function isOpen({ state }: Pick<FullSigning, 'state'>): boolean {
  return state === 'with the vendor' || state === 'countersign'
}

export async function findSigning(db: Database, actor: Actor, signingId: string): Promise<FullSigning> {
  const row = await signingsOf(db, actor).where({ 'signings.id': signingId }).first()
  if (!row) throw new NotFound('signing')
  return (await withSignatures(db, [row]))[0]!
}

/** The one that the guest's link leads to. */
export async function findSigningOfGuest(db: Database, guest: Guest): Promise<FullSigning> {
  const invite = await db('invites')
    .where({ id: guest.inviteId })
    .first<{ signingId: string | null } | undefined>('signingId')
  return findSigning(db, guest, invite?.signingId ?? '')
}

/** Newest first. */
export async function listSignings(db: Database, actor: Actor, vendorId: string): Promise<FullSigning[]> {
  const rows = await signingsOf(db, actor)
    .where({ 'signings.vendorId': vendorId })
    .orderBy('signings.createdAt', 'desc')
  return withSignatures(db, rows)
}

/** Those that still want something, of vendors that aren't archived. Oldest first. */
export async function listWaitingSignings(
  db: Database,
  actor: Pick<Actor, 'practiceId'>,
): Promise<FullSigning[]> {
  const rows = await signingsOf(db, actor)
    .where({ 'signings.completedAt': null, 'signings.withdrawnAt': null, 'vendors.archivedAt': null })
    .orderBy('signings.createdAt')
  return withSignatures(db, rows)
}

/** Every query of signings starts here, so that no practice can reach another's. */
function signingsOf(db: Database, actor: Pick<Actor, 'practiceId'>) {
  return db('signings')
    .join('vendors', 'vendors.id', 'signings.vendorId')
    .where({ 'signings.practiceId': actor.practiceId })
    .select<(SigningRow & { vendorName: string })[]>('signings.*', 'vendors.name as vendorName')
}

async function withSignatures(
  db: Database,
  rows: (SigningRow & { vendorName: string })[],
): Promise<FullSigning[]> {
  const marks = await db<SignatureRow>('signatures').whereIn(
    'signingId',
    rows.map(({ id }) => id),
  )
  return rows.map((row) => {
    const markOf = (side: Side) => {
      const mark = marks.find((one) => one.signingId === row.id && one.side === side)
      return mark ? { ...mark, drawing: mark.drawing ? (JSON.parse(mark.drawing) as Drawing) : null } : null
    }
    const signatures = {
      coveredEntity: markOf('coveredEntity'),
      businessAssociate: markOf('businessAssociate'),
    }
    const wording = JSON.parse(row.wording) as Wording
    return { ...row, wording, signatures, state: stateOf(row, signatures) }
  })
}

function stateOf(
  row: SigningRow,
  { coveredEntity, businessAssociate }: FullSigning['signatures'],
): SigningState {
  if (row.completedAt) return 'signed by both'
  if (row.withdrawnAt) return 'withdrawn'
  if (row.declinedAt) return 'declined'
  if (row.changeAskedAt) return 'change asked for'
  if (coveredEntity && businessAssociate) return 'being sealed'
  return businessAssociate ? 'countersign' : 'with the vendor'
}
