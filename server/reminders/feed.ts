import type { Person } from '../actor'
import type { Database } from '../database'
import { addDays } from '../dates'
import { dayOf, type EntryRow } from './entries'
import { LAST_DAYS } from './events'
import { icsOf } from './ics'
import { ruleOf } from './lines'
import { remindingOf } from './reminding'

const BACK_DAYS = 90

/** The dates that a person gets letters about, as the last pass found them. */
export async function datesOf(db: Database, person: Person): Promise<EntryRow[]> {
  const reminding = await remindingOf(db, { id: person.practiceId }, person.today)
  const entries = await db<EntryRow>('calendarEntries')
    .where({ practiceId: person.practiceId, removedAt: null })
    .where('date', '>=', addDays(person.today, -BACK_DAYS))
    .orderBy(['date', 'title', 'uid'])
  return entries.filter((entry) => {
    const { rule, ownerId } = ruleOf(entry, reminding)
    const isTold = reminding.circle.resolve(rule.to, ownerId).some((one) => one.personId === person.personId)
    return (rule.on && isTold) || (LAST_DAYS.includes(entry.kind) && person.role === 'administrator')
  })
}

export async function feedOf(db: Database, person: Person, baseUrl: string): Promise<string> {
  const days = (await datesOf(db, person)).map((entry) => dayOf(entry, baseUrl))
  return icsOf(days, `Countersign: ${person.practiceName}`, 'feed')
}
