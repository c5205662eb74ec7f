import type { Actor } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, newId, type Database } from '../database'
import type { Walk } from './questions'
import { updateVendor, type BusinessAssociate, type Vendor } from './vendor'

export interface GivenAnswer {
  key: string
  question: string
  value: string
  answer: string
}

/** Says on a day whether a vendor is a business associate; never edited, a newer one stands beside it. */
export interface Determination {
  id: string
  practiceId: string
  vendorId: string
  /** With the words that were shown, so that they can be read years later. */
  answers: GivenAnswer[]
  outcome: BusinessAssociate
  reason: string
  citation: string
  note: string | null
  decidedBy: string
  decidedAt: string
}

export interface NewDetermination {
  walk: Walk
  /** To treat it as a business associate although the answers say that it is none. */
  treatAnyway: boolean
  note: string | null
}

type Row = Omit<Determination, 'answers'> & { answers: string }

/** Newest first. */
export async function listDeterminations(db: Database, vendor: Vendor): Promise<Determination[]> {
  const rows = await db<Row>('determinations')
    .where({ vendorId: vendor.id })
    .orderBy([
      { column: 'decidedAt', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
  return rows.map((row) => ({ ...row, answers: JSON.parse(row.answers) as GivenAnswer[] }))
}

/** The walk must have come to its conclusion. */
export async function recordDetermination(
  db: Database,
  actor: Actor,
  vendor: Vendor,
  form: NewDetermination,
): Promise<void> {
  const row = rowOf(actor, vendor, form)
  await change(db, async (trx) => {
    await trx<Row>('determinations').insert(row)
    await updateVendor(trx, vendor.id, { businessAssociate: row.outcome })
    const { outcome, reason, citation, note } = row
    await recordEvent(
      trx,
      actor,
      'determination.recorded',
      { determinationId: row.id, outcome, reason, citation, note },
      vendor.id,
    )
  })
}

function rowOf(actor: Actor, vendor: Vendor, { walk, treatAnyway, note }: NewDetermination): Row {
  const { outcome, reason, citation } = walk.conclusion!
  const stricter = treatAnyway && outcome === 'no'
  return {
    id: newId(),
    practiceId: vendor.practiceId,
    vendorId: vendor.id,
    answers: JSON.stringify(walk.asked.map(given)),
    outcome: stricter ? 'treat' : outcome,
    reason: stricter ? `${reason} The practice treats it as a business associate all the same.` : reason,
    citation,
    note,
    decidedBy: actor.name,
    decidedAt: actor.at,
  }
}

function given({ question, value, label }: Walk['asked'][number]): GivenAnswer {
  return { key: question.key, question: question.question, value, answer: label }
}
