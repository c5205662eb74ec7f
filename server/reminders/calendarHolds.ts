import type { Colleague } from '../accounts/accounts'
import { shownDate, type PlainDate } from '../dates'
import type { EntryRow } from './entries'
import { LAST_DAYS } from './events'
import { isHolding, type Hold } from './holds'
import { ruleOf, type Reminding } from './lines'
import { keyOf } from './matters'

/** A date as it stands in one person's calendar. */
export interface PlacedEntry extends EntryRow {
  /** The date that it is all about, where it was put off to another. */
  base: PlainDate
}

/** Where a date stands for a person, if at all: as with letters it goes to whom it was handed, and waits while it is put off. */
export function placedFor(
  entry: EntryRow,
  person: Pick<Colleague, 'personId' | 'role'>,
  day: PlainDate,
  reminding: Reminding,
): PlacedEntry | null {
  const { rule, ownerId } = ruleOf(entry, reminding)
  const { circle } = reminding
  const holds = reminding.holds.get(keyOf({ ...entry, base: entry.date })) ?? []
  const told = rule.on ? circle.resolve(rule.to, ownerId) : []
  const ends = told.flatMap((one) => follow(one, [], entry, holds, day, reminding))
  const mine = ends.find((one) => one.person.personId === person.personId)
  // No snooze holds a last day back, and no colleague takes it away.
  const isLastDay = LAST_DAYS.includes(entry.kind)
  const stays = told.some((one) => one.personId === person.personId) || person.role === 'administrator'
  if (isLastDay && (stays || mine)) return { ...entry, base: entry.date }
  if (isLastDay || !mine) return null
  if (mine.date === entry.date) return { ...entry, base: entry.date }
  const title = `${entry.title} (put off from ${shownDate(entry.date)})`
  return { ...entry, title, date: mine.date, base: entry.date }
}

/** A calendar takes a change only under a higher number, so each hold counts once when it begins and once when it is over. */
export function changesBy(holds: Hold[], day: PlainDate): number {
  return holds.reduce((sum, one) => sum + (one.endedAt === null && isHolding(one, day) ? 1 : 2), 0)
}

interface End {
  person: Pick<Colleague, 'personId'>
  date: PlainDate
}

function follow(
  person: Colleague,
  seen: string[],
  entry: EntryRow,
  holds: Hold[],
  day: PlainDate,
  reminding: Reminding,
): End[] {
  const own = { person, date: entry.date }
  const hold = holds.findLast((one) => one.personId === person.personId)
  if (!hold || !isHolding(hold, day) || seen.includes(person.personId)) return [own]
  if (hold.kind === 'snooze') {
    if (hold.until === null) return []
    return [{ person, date: hold.until > entry.date ? hold.until : entry.date }]
  }
  const to = reminding.circle.find(hold.toPersonId)
  return to ? follow(to, [...seen, person.personId], entry, holds, day, reminding) : [own]
}
