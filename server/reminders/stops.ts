import type { Person } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, newId, type Database } from '../database'

interface Stop {
  id: string
  practiceId: string
  personId: string
  at: string
  endedAt: string | null
}

/** Who wants no daily letters. Administrators can't be among them. */
export async function listStops(db: Database, practiceId: string): Promise<Set<string>> {
  const rows = await db<Stop>('reminderStops').where({ practiceId, endedAt: null }).select('personId')
  return new Set(rows.map(({ personId }) => personId))
}

export async function stopLetters(db: Database, actor: Person): Promise<void> {
  const { practiceId, personId, at } = actor
  await change(db, async (trx) => {
    const known = await trx<Stop>('reminderStops').where({ practiceId, personId, endedAt: null }).first()
    if (known) return
    await trx<Stop>('reminderStops').insert({ id: newId(), practiceId, personId, at, endedAt: null })
    await recordEvent(trx, actor, 'reminderLetters.stopped')
  })
}

export async function startLetters(db: Database, actor: Person): Promise<void> {
  const { practiceId, personId, at } = actor
  await change(db, async (trx) => {
    const mine = trx<Stop>('reminderStops').where({ practiceId, personId, endedAt: null })
    if ((await mine.update({ endedAt: at })) > 0) await recordEvent(trx, actor, 'reminderLetters.started')
  })
}
