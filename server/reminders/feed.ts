import type { Person } from '../actor'
import type { Database } from '../database'
import { addDays } from '../dates'
import { changesBy, placedFor, type PlacedEntry } from './calendarHolds'
import { dayOf, type EntryRow } from './entries'
import { icsOf } from './ics'
import type { Hold } from './holds'
import { remindingOf } from './reminding'

const BACK_DAYS = 90

/** The dates that a person gets letters about, as the last pass found them and as they were put off or handed over since. */
export async function datesOf(db: Database, person: Person): Promise<PlacedEntry[]> {
  const { practiceId, personId, today } = person
  const reminding = await remindingOf(db, { id: practiceId }, today)
  const holds = await db<Hold>('reminderHolds').where({ practiceId, personId })
  const entries = await db<EntryRow>('calendarEntries')
    .where({ practiceId, removedAt: null })
    .where('date', '>=', addDays(today, -BACK_DAYS))
    .orderBy(['date', 'title', 'uid'])
  const mine = entries.flatMap((entry) => {
    const placed = placedFor(entry, person, today, reminding)
    if (!placed) return []
    // Holds of an earlier date count too: the number under which a calendar knows it never falls.
    const own = holds.filter(({ matter }) => matter.startsWith(`${entry.kind} ${entry.about} `))
    const at = own.reduce((last, one) => (one.at > last ? one.at : last), entry.at)
    return [{ ...placed, at, sequence: entry.sequence + changesBy(own, today) }]
  })
  return mine.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

export async function feedOf(db: Database, person: Person, baseUrl: string): Promise<string> {
  const days = (await datesOf(db, person)).map((entry) => dayOf(entry, baseUrl))
  return icsOf(days, `Countersign: ${person.practiceName}`, 'feed')
}
