import type { Actor, Person } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, type Database } from '../database'
import { Conflict, NotFound } from '../errors'
import type { Condition } from './review'

/** Those still to be done first, then by date. */
export async function listConditions(db: Database, actor: Actor, vendorId: string): Promise<Condition[]> {
  const all = await conditionsOf(db, actor).where({ vendorId }).orderBy('due').orderBy('id')
  return [...all.filter((one) => !one.doneAt), ...all.filter((one) => one.doneAt)]
}

/** What is still to be done for the practice’s vendors, the earliest first. */
export async function listOpenConditions(
  db: Database,
  practiceId: string,
): Promise<(Condition & { vendorName: string })[]> {
  const rows: unknown = await db('conditions')
    .join('vendors', 'vendors.id', 'conditions.vendorId')
    .where({ 'conditions.practiceId': practiceId, 'conditions.doneAt': null, 'vendors.archivedAt': null })
    .orderBy('conditions.due')
    .select('conditions.*', 'vendors.name as vendorName')
  return rows as (Condition & { vendorName: string })[]
}

export async function finishCondition(
  db: Database,
  actor: Person,
  conditionId: string,
  note: string | null,
): Promise<Condition> {
  return change(db, async (trx) => {
    const condition = await conditionsOf(trx, actor).where({ id: conditionId }).first()
    if (!condition) throw new NotFound('condition')
    const done = { doneAt: actor.at, doneBy: actor.name, doneNote: note }
    const changed = await trx<Condition>('conditions').where({ id: conditionId, doneAt: null }).update(done)
    if (changed === 0) throw new Conflict('Someone has marked it as done already.')
    const { text: title, kind, decisionId } = condition
    await recordEvent(
      trx,
      actor,
      'condition.met',
      { conditionId, decisionId, kind, title, note },
      condition.vendorId,
    )
    return { ...condition, ...done }
  })
}

function conditionsOf(db: Database, actor: { practiceId: string }) {
  return db<Condition>('conditions').where({ practiceId: actor.practiceId })
}
