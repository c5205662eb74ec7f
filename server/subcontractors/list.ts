import type { Actor, Guest } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, newId, type Database, type Transaction } from '../database'
import type { PlainDate } from '../dates'
import { NotFound } from '../errors'
import { closeInvite, findInvite } from '../invites/invites'

export type Answer = 'yes' | 'no' | 'unknown'

/** Someone to whom the vendor hands work on. */
export interface Subcontractor {
  name: string
  service: string | null
  country: string | null
  phi: Answer
  /** Whether the vendor has a BAA with it. */
  baa: Answer
  baaOn: PlainDate | null
}

/** One statement of the vendor's; a newer one stands beside it. */
export interface SubcontractorList {
  id: string
  practiceId: string
  vendorId: string
  inviteId: string | null
  /** Counts from 1 for each vendor; null while it is being written. */
  version: number | null
  entries: Subcontractor[]
  statedBy: string
  statedTitle: string | null
  startedAt: string
  changedAt: string
  statedAt: string | null
}

type Row = Omit<SubcontractorList, 'entries'> & { entries: string }

/** What was stated, newest first. */
export async function listStatements(
  db: Database,
  actor: Actor,
  vendorId: string,
): Promise<SubcontractorList[]> {
  const rows = await listsOf(db, actor).where({ vendorId }).whereNotNull('version').orderBy('version', 'desc')
  return rows.map(fromRow)
}

/** The newest statement of each vendor. */
export async function listCurrentStatements(db: Database, actor: Actor): Promise<SubcontractorList[]> {
  const rows = await listsOf(db, actor).whereNotNull('version').orderBy('version')
  return [...new Map(rows.map((row) => [row.vendorId, fromRow(row)])).values()]
}

/** @throws NotFound for a guest whose link asks for something else */
export async function refuseOtherGuests(db: Database, guest: Guest): Promise<void> {
  const { purposes } = await findInvite(db, guest, guest.inviteId)
  if (!purposes.some(({ kind }) => kind === 'subcontractors')) throw new NotFound('list of subcontractors')
}

/** What the guest has written so far, or else what was stated last. */
export async function findDraft(db: Database, guest: Guest): Promise<SubcontractorList | null> {
  const row = await listsOf(db, guest).where({ inviteId: guest.inviteId, version: null }).first()
  return row ? fromRow(row) : null
}

/** Saved as it goes; nobody in the practice is told before it is stated. */
export async function saveDraft(db: Database, guest: Guest, entries: Subcontractor[]): Promise<void> {
  await change(db, async (trx) => void (await keepDraft(trx, guest, entries)))
}

/** From now on it is the vendor's word, as the next version. */
export async function stateList(
  db: Database,
  guest: Guest,
  { entries, title }: { entries: Subcontractor[]; title: string },
): Promise<void> {
  await change(db, async (trx) => {
    const id = await keepDraft(trx, guest, entries)
    const version = await nextVersion(trx, guest, guest.vendorId)
    const values = { version, statedAt: guest.at, statedTitle: title }
    await trx('subcontractorLists').where({ id }).update(values)
    await closeInvite(trx, guest, null)
    const names = entries.map(({ name }) => name)
    await recordEvent(trx, guest, 'subcontractors.stated', { listId: id, version, names }, guest.vendorId)
  })
}

async function keepDraft(trx: Transaction, guest: Guest, entries: Subcontractor[]): Promise<string> {
  const draft = await findDraft(trx, guest)
  if (!draft) {
    const row = { ...newRow(guest, guest.vendorId, entries), inviteId: guest.inviteId }
    await trx('subcontractorLists').insert(row)
    return row.id
  }
  const values = { entries: JSON.stringify(entries), changedAt: guest.at }
  await trx('subcontractorLists').where({ id: draft.id, version: null }).update(values)
  return draft.id
}

function newRow(actor: Guest, vendorId: string, entries: Subcontractor[]) {
  const times = { startedAt: actor.at, changedAt: actor.at }
  const about = { id: newId(), practiceId: actor.practiceId, vendorId, statedBy: actor.name }
  return { ...about, ...times, entries: JSON.stringify(entries) }
}

async function nextVersion(trx: Transaction, actor: Actor, vendorId: string): Promise<number> {
  const [newest] = await listStatements(trx, actor, vendorId)
  return (newest?.version ?? 0) + 1
}

function listsOf(db: Database, actor: Pick<Actor, 'practiceId'>) {
  return db<Row>('subcontractorLists').where({ practiceId: actor.practiceId })
}

function fromRow(row: Row): SubcontractorList {
  return { ...row, entries: JSON.parse(row.entries) as Subcontractor[] }
}
