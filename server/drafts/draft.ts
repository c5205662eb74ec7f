import type { Actor, Person } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, newId, type Database } from '../database'
import { Conflict, NotFound } from '../errors'
import { findVendor } from '../vendors/vendors'
import type { DraftTerms } from './terms'

/** An agreement being written. It may be changed until it is sent to be signed; from then on a copy is changed instead. */
export interface Draft {
  id: string
  practiceId: string
  vendorId: string
  terms: DraftTerms
  createdBy: string
  createdAt: string
  changedAt: string
  copiedFromId: string | null
  signingId: string | null
  droppedAt: string | null
}

type DraftRow = Omit<Draft, 'terms'> & { terms: string }

export async function addDraft(
  db: Database,
  actor: Person,
  vendorId: string,
  terms: DraftTerms,
  copiedFromId: string | null = null,
): Promise<Draft> {
  return change(db, async (trx) => {
    const vendor = await findVendor(trx, actor, vendorId)
    const row: DraftRow = {
      id: newId(),
      practiceId: actor.practiceId,
      vendorId: vendor.id,
      terms: JSON.stringify(terms),
      createdBy: actor.name,
      createdAt: actor.at,
      changedAt: actor.at,
      copiedFromId,
      signingId: null,
      droppedAt: null,
    }
    await trx<DraftRow>('drafts').insert(row)
    await recordEvent(trx, actor, 'draft.written', { draftId: row.id, terms }, vendor.id)
    return fromRow(row)
  })
}

/** @throws Conflict once it was sent */
export async function changeDraft(
  db: Database,
  actor: Person,
  draftId: string,
  terms: DraftTerms,
): Promise<Draft> {
  return change(db, async (trx) => {
    const draft = await findDraft(trx, actor, draftId)
    await changeOpen(trx, actor, draft, { terms: JSON.stringify(terms), changedAt: actor.at })
    await recordEvent(trx, actor, 'draft.changed', { draftId, terms }, draft.vendorId)
    return { ...draft, terms, changedAt: actor.at }
  })
}

export async function dropDraft(db: Database, actor: Person, draftId: string): Promise<Draft> {
  return change(db, async (trx) => {
    const draft = await findDraft(trx, actor, draftId)
    await changeOpen(trx, actor, draft, { droppedAt: actor.at })
    await recordEvent(trx, actor, 'draft.dropped', { draftId }, draft.vendorId)
    return draft
  })
}

/** The room to the right notes with which signing it went out. Call inside its transaction. @throws Conflict when it is gone already */
export async function noteSent(db: Database, actor: Actor, draft: Draft, signingId: string): Promise<void> {
  await changeOpen(db, actor, draft, { signingId })
}

export async function findDraft(db: Database, actor: Actor, draftId: string): Promise<Draft> {
  const row = await draftsOf(db, actor).where({ id: draftId }).first()
  if (!row) throw new NotFound('draft')
  return fromRow(row)
}

/** Neither sent nor dropped, the last changed first. */
export async function listOpenDrafts(db: Database, actor: Actor, vendorId: string): Promise<Draft[]> {
  const rows = await draftsOf(db, actor)
    .where({ vendorId, signingId: null, droppedAt: null })
    .orderBy('changedAt', 'desc')
  return rows.map(fromRow)
}

export function isOpen({ signingId, droppedAt }: Draft): boolean {
  return signingId === null && droppedAt === null
}

async function changeOpen(
  db: Database,
  actor: Actor,
  draft: Draft,
  values: Partial<DraftRow>,
): Promise<void> {
  const open = draftsOf(db, actor).where({ id: draft.id, signingId: null, droppedAt: null })
  if ((await open.update(values)) !== 1)
    throw new Conflict('This draft was sent or dropped in the meantime. Open it again to see how it stands.')
}

/** Every query of drafts starts here, so that no practice can reach another's. */
function draftsOf(db: Database, actor: Pick<Actor, 'practiceId'>) {
  return db<DraftRow>('drafts').where({ practiceId: actor.practiceId })
}

function fromRow(row: DraftRow): Draft {
  return { ...row, terms: JSON.parse(row.terms) as DraftTerms }
}
