import type { Person } from '../actor'
import { listColleagues } from '../accounts/accounts'
import { recordEvent } from '../audit/audit'
import { change, newId, type Database } from '../database'
import type { PlainDate } from '../dates'
import { Conflict, Forbidden, NotFound } from '../errors'
import { keyOf, type Matter } from './matters'

/** Someone's own letters about a matter put off, or handed to a colleague. A matter of another date is another matter, so it ends by itself. */
export interface Hold {
  id: string
  practiceId: string
  vendorId: string
  /** See keyOf. */
  matter: string
  kind: 'snooze' | 'handOver'
  /** Whose letters it is about. */
  personId: string
  personName: string
  toPersonId: string | null
  toName: string | null
  /** The day on which it was made. */
  since: PlainDate
  /** The first day on which their letters come again; null: until the matter is settled. */
  until: PlainDate | null
  reason: string
  at: string
  endedAt: string | null
  endedBy: string | null
}

export interface Holding {
  until: PlainDate | null
  reason: string
  /** To whom, where it is handed over. */
  toPersonId?: string
}

/** Those in force, and those that ran out on their day. */
export async function listHolds(db: Database, practiceId: string): Promise<Hold[]> {
  return db<Hold>('reminderHolds').where({ practiceId, endedAt: null }).orderBy(['at', 'id'])
}

export function isHolding({ until }: Hold, day: PlainDate): boolean {
  return until === null || day < until
}

/** The actor's own letters about it wait, or go to a colleague. One that they made before ends. */
export async function hold(db: Database, actor: Person, matter: Matter, values: Holding): Promise<void> {
  const { practiceId, personId, name: personName, at, today: since } = actor
  const to = values.toPersonId ? await colleagueNamed(db, actor, values.toPersonId) : null
  const kind = to ? 'handOver' : 'snooze'
  await change(db, async (trx) => {
    const mine = { practiceId, personId, matter: keyOf(matter), endedAt: null }
    await trx<Hold>('reminderHolds').where(mine).update({ endedAt: at, endedBy: personName })
    const row: Hold = {
      id: newId(),
      practiceId,
      vendorId: matter.vendorId,
      matter: keyOf(matter),
      kind,
      personId,
      personName,
      toPersonId: to?.personId ?? null,
      toName: to?.name ?? null,
      since,
      until: values.until,
      reason: values.reason,
      at,
      endedAt: null,
      endedBy: null,
    }
    await trx<Hold>('reminderHolds').insert(row)
    const { until, reason } = values
    const data = { holdId: row.id, matter: row.matter, until, reason, to: row.toName }
    await recordEvent(trx, actor, to ? 'reminder.handedOver' : 'reminder.snoozed', data, matter.vendorId)
  })
}

/** By whose it is, to whom it was handed, or an administrator. */
export async function endHold(db: Database, actor: Person, id: string): Promise<Hold> {
  return change(db, async (trx) => {
    const found = await trx<Hold>('reminderHolds').where({ id, practiceId: actor.practiceId }).first()
    if (!found) throw new NotFound('reminder that was put off')
    const isTheirs = [found.personId, found.toPersonId].includes(actor.personId)
    if (!isTheirs && actor.role !== 'administrator')
      throw new Forbidden('It is for the one who put it off, or an administrator, to take it back.')
    const ended = { endedAt: actor.at, endedBy: actor.name }
    const changed = await trx<Hold>('reminderHolds').where({ id, endedAt: null }).update(ended)
    if (changed === 0) throw new Conflict('It was taken back already.')
    const { matter, kind, personName } = found
    await recordEvent(
      trx,
      actor,
      'reminder.resumed',
      { holdId: id, matter, kind, of: personName },
      found.vendorId,
    )
    return { ...found, ...ended }
  })
}

async function colleagueNamed(db: Database, actor: Person, personId: string) {
  const all = await listColleagues(db, actor.practiceId)
  const found = all.find((one) => one.personId === personId && !one.deactivatedAt)
  if (!found) throw new NotFound('colleague')
  return found
}
