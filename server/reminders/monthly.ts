import type { Colleague, Practice } from '../accounts/accounts'
import type { Database } from '../database'
import { addMonths, dateIn, monthName, type PlainDate } from '../dates'
import { knownLetterKeys } from '../letters/letters'
import type { Calendar } from './calendar'
import type { Reminding } from './lines'

/** A letter that says that reminders work. */
export interface ComingMonthly {
  on: PlainDate
  person: Colleague
  subject: string
}

export function monthOf(day: PlainDate): PlainDate {
  return `${day.slice(0, 7)}-01`
}

/** The first working day of the month; null for the month in which the practice began, and those before. */
export function monthlyOn(practice: Practice, month: PlainDate, calendar: Calendar): PlainDate | null {
  return dateIn(practice.timeZone, practice.createdAt) < month ? calendar.onOrAfter(month) : null
}

export function monthlyKey(month: PlainDate, practice: Practice, { personId }: Colleague): string {
  return `month ${month.slice(0, 7)} ${practice.id} ${personId}`
}

/** Those who have no letter of the month yet. */
export async function awaiting(
  db: Database,
  practice: Practice,
  month: PlainDate,
  people: Colleague[],
): Promise<Colleague[]> {
  const keyOf = (person: Colleague) => monthlyKey(month, practice, person)
  const known = await knownLetterKeys(db, people.map(keyOf))
  return people.filter((person) => !known.includes(keyOf(person)))
}

/** The monthly letters of the days from today to another. @param afresh as if none had been written yet */
export async function comingMonthly(
  db: Database,
  practice: Practice,
  { circle, calendar }: Reminding,
  today: PlainDate,
  to: PlainDate,
  afresh = false,
): Promise<ComingMonthly[]> {
  const coming: ComingMonthly[] = []
  for (let month = monthOf(today); month <= to; month = addMonths(month, 1)) {
    const day = monthlyOn(practice, month, calendar)
    if (day === null) continue
    // One that was missed comes late in its month.
    const on = day < today ? today : day
    const people = circle.administrators
    const left = afresh || month > today ? people : await awaiting(db, practice, month, people)
    const subject = `Your reminders work: the letters of ${monthName(addMonths(month, -1))}`
    if (on <= to) coming.push(...left.map((person) => ({ on, person, subject })))
  }
  return coming
}
