import { endAgreement, findAgreement, type Agreement } from '../agreements/agreements'
import type { Person } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, newId, type Database, type Transaction } from '../database'
import { confirmedReading, findDocument } from '../documents/documents'
import { Conflict } from '../errors'
import { findEnding, openTasks, type Ending, type Protection, type ReturnTask } from './ending'
import type { EndForm, TaskForm } from './forms'

/** Ends the agreement, unless that was recorded before, and lists what the vendor has to return or destroy. */
export async function recordEnding(
  db: Database,
  actor: Person,
  agreementId: string,
  { endedOn, kind, reason, cure, tasks }: EndForm,
): Promise<string> {
  const before = await findAgreement(db, actor, agreementId)
  const protections = await protectionsIn(db, actor, before)
  return change(db, async (trx) => {
    if ((await trx('endings').where({ agreementId }).first('id')) !== undefined)
      throw new Conflict('It was ended already. To change that, record a correction.')
    const { vendorId } = before
    const { endedOn: from } = before.endedOn
      ? before
      : await endAgreement(trx, actor, agreementId, { endedOn, reason })
    const id = newId()
    const row = {
      ...{ id, practiceId: actor.practiceId, vendorId, agreementId, kind, reason, cure },
      endedOn: from ?? endedOn,
      protections: JSON.stringify(protections),
      recordedBy: actor.name,
      recordedAt: actor.at,
    }
    await trx('endings').insert(row)
    for (const [position, task] of tasks.entries())
      await insertTask(trx, actor, { id, vendorId }, task, position)
    const data = { endingId: id, agreementId, why: kind, tasks: tasks.length }
    await recordEvent(trx, actor, 'ending.recorded', data, vendorId)
    return id
  })
}

export async function addTask(db: Database, actor: Person, endingId: string, task: TaskForm): Promise<void> {
  await change(db, async (trx) => {
    const ending = await findEnding(trx, actor, endingId)
    if (ending.closedAt) throw new Conflict('This end is closed.')
    await insertTask(trx, actor, ending, task, ending.tasks.length)
    const data = { endingId, what: task.what, dueOn: task.dueOn, responsible: task.responsible }
    await recordEvent(trx, actor, 'ending.taskAdded', data, ending.vendorId)
  })
}

/** What became of it, by a person's word or on a certificate. */
export async function finishTask(
  trx: Transaction,
  actor: Person,
  task: ReturnTask,
  done: Pick<ReturnTask, 'outcome' | 'method' | 'doneOn' | 'doneNote' | 'certificateId'>,
): Promise<void> {
  const open = trx<ReturnTask>('returnTasks').where({
    id: task.id,
    practiceId: actor.practiceId,
    doneAt: null,
  })
  if ((await open.update({ ...done, doneBy: actor.name, doneAt: actor.at })) !== 1)
    throw new Conflict('Someone else has marked that as done.')
  const data = { taskId: task.id, what: task.what, outcome: done.outcome, doneOn: done.doneOn }
  await recordEvent(trx, actor, 'ending.taskDone', data, task.vendorId)
}

export async function closeEnding(
  db: Database,
  actor: Person,
  id: string,
  note: string | null,
): Promise<void> {
  await change(db, async (trx) => {
    const ending = await findEnding(trx, actor, id)
    if (openTasks(ending).length > 0) throw new Conflict('Something is still to be returned or destroyed.')
    const values = { closedAt: actor.at, closedBy: actor.name, closedNote: note }
    if ((await trx<Ending>('endings').where({ id, closedAt: null }).update(values)) !== 1)
      throw new Conflict('Someone closed it already.')
    await recordEvent(trx, actor, 'ending.closed', { endingId: id, note }, ending.vendorId)
  })
}

async function insertTask(
  trx: Transaction,
  actor: Person,
  ending: { id: string; vendorId: string },
  task: TaskForm,
  position: number,
): Promise<void> {
  const about = { position, practiceId: actor.practiceId, vendorId: ending.vendorId, endingId: ending.id }
  await trx('returnTasks').insert({
    id: newId(),
    ...about,
    ...task,
    createdBy: actor.name,
    createdAt: actor.at,
  })
}

/** The promises about the end that stand in the paper. An agreement without a read paper has none that could be quoted. */
async function protectionsIn(db: Database, actor: Person, agreement: Agreement): Promise<Protection[]> {
  if (!agreement.documentId) return []
  const document = await findDocument(db, actor, agreement.documentId)
  const provisions = (await confirmedReading(db, document))?.reading.provisions ?? {}
  return SURVIVING.flatMap(([id, words]) => {
    const provision = provisions[id]
    if (!provision || !['present', 'weak'].includes(provision.result)) return []
    const [evidence] = provision.evidence
    return [{ words, quote: evidence?.quote ?? null, page: evidence?.page ?? null }]
  })
}

/** What goes on for information that could not be returned or destroyed, 45 CFR 164.504(e)(2)(ii)(J). */
const SURVIVING: [provision: string, words: string][] = [
  ['B17', 'Return or destruction, and protection of whatever stays'],
  ['B04', 'No other use or disclosure of what stays'],
  ['B05', 'Safeguards for what stays'],
  ['B06', 'The Security Rule for what stays in electronic form'],
  ['B07', 'Report of uses and disclosures that aren’t allowed'],
  ['B08', 'Report of breaches of what stays'],
  ['B10', 'Subcontractors that still hold something stay bound'],
  ['B26', 'The paper is kept for six years after it was last in effect'],
]
