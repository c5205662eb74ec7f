import type { Person } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, newId, type Database } from '../database'
import type { PlainDate } from '../dates'
import { Conflict, Forbidden, NotFound } from '../errors'

/** Letters of the last day switched off: asked for by one administrator, in force once another one has confirmed it. */
export interface Silence {
  id: string
  practiceId: string
  /** null: of every vendor. */
  vendorId: string | null
  /** The last day on which it holds. */
  until: PlainDate
  reason: string
  askedBy: string
  askedByName: string
  askedAt: string
  confirmedBy: string | null
  confirmedByName: string | null
  confirmedAt: string | null
  endedAt: string | null
  endedBy: string | null
}

/** In force or waiting for the second person, the newest first. */
export async function listSilences(db: Database, practiceId: string, today: PlainDate): Promise<Silence[]> {
  return db<Silence>('reminderSilences')
    .where({ practiceId, endedAt: null })
    .where('until', '>=', today)
    .orderBy('askedAt', 'desc')
}

export function isSilent(silences: Silence[], vendorId: string, day: PlainDate): boolean {
  return silences.some(
    (one) =>
      one.confirmedAt !== null && one.until >= day && (one.vendorId === null || one.vendorId === vendorId),
  )
}

export async function askForSilence(
  db: Database,
  actor: Person,
  values: { vendorId: string | null; until: PlainDate; reason: string },
): Promise<void> {
  await change(db, async (trx) => {
    const row: Silence = {
      id: newId(),
      practiceId: actor.practiceId,
      ...values,
      askedBy: actor.personId,
      askedByName: actor.name,
      askedAt: actor.at,
      confirmedBy: null,
      confirmedByName: null,
      confirmedAt: null,
      endedAt: null,
      endedBy: null,
    }
    await trx<Silence>('reminderSilences').insert(row)
    const { until, reason } = values
    await recordEvent(trx, actor, 'silence.asked', { silenceId: row.id, until, reason }, values.vendorId)
  })
}

/** @throws Forbidden for the one who asked: it takes a second person. */
export async function confirmSilence(db: Database, actor: Person, id: string): Promise<void> {
  await change(db, async (trx) => {
    const found = await trx<Silence>('reminderSilences').where({ id, practiceId: actor.practiceId }).first()
    if (!found) throw new NotFound('request')
    if (found.askedBy === actor.personId)
      throw new Forbidden('Another administrator has to confirm it: nobody silences the last day alone.')
    const confirmed = { confirmedBy: actor.personId, confirmedByName: actor.name, confirmedAt: actor.at }
    const open = trx<Silence>('reminderSilences').where({ id, confirmedAt: null, endedAt: null })
    if ((await open.update(confirmed)) !== 1) throw new Conflict('It was confirmed or ended meanwhile.')
    const { until, reason, askedByName: asked } = found
    await recordEvent(
      trx,
      actor,
      'silence.confirmed',
      { silenceId: id, until, reason, asked },
      found.vendorId,
    )
  })
}

/** One person is enough to have the letters come again. */
export async function endSilence(db: Database, actor: Person, id: string): Promise<void> {
  await change(db, async (trx) => {
    const found = await trx<Silence>('reminderSilences').where({ id, practiceId: actor.practiceId }).first()
    if (!found) throw new NotFound('request')
    const open = trx<Silence>('reminderSilences').where({ id, endedAt: null })
    if ((await open.update({ endedAt: actor.at, endedBy: actor.name })) !== 1)
      throw new Conflict('It was ended already.')
    await recordEvent(trx, actor, 'silence.ended', { silenceId: id }, found.vendorId)
  })
}
