import { addDays, type PlainDate } from '../dates'

export interface QuietDays {
  weekends: boolean
  federalHolidays: boolean
  /** Days of the practice's own on which no letters go. */
  holidays: PlainDate[]
}

/** Which days letters go on. */
export interface Calendar {
  isQuiet(day: PlainDate): boolean
  /** The day itself, or the last working day before it: nothing comes late. */
  onOrBefore(day: PlainDate): PlainDate
  /** The day itself, or the first working day after it. */
  onOrAfter(day: PlainDate): PlainDate
}

/** The longest row of quiet days that is stepped over; a practice that is always closed still gets its letters. */
export const MOST_QUIET_DAYS = 14

const MOST_KEPT = 100
const kept = new Map<string, Calendar>()

/** Practices with the same quiet days share one, so that what it worked out is worked out once. */
export function calendarOf(quiet: QuietDays): Calendar {
  const name = JSON.stringify(quiet)
  const known = kept.get(name)
  if (known) return known
  if (kept.size >= MOST_KEPT) kept.clear()
  const calendar = newCalendar(quiet)
  kept.set(name, calendar)
  return calendar
}

function newCalendar(quiet: QuietDays): Calendar {
  const own = new Set(quiet.holidays)
  const years = new Map<string, Set<PlainDate>>()
  const before = new Map<PlainDate, PlainDate>()
  const quietDays = new Map<PlainDate, boolean>()
  return { isQuiet, onOrBefore, onOrAfter: (day) => step(day, 1) }

  function onOrBefore(day: PlainDate): PlainDate {
    return remembered(before, day, () => step(day, -1))
  }

  function step(day: PlainDate, by: 1 | -1): PlainDate {
    let at = day
    for (let steps = 0; steps <= MOST_QUIET_DAYS; steps++, at = addDays(at, by)) {
      if (!isQuiet(at)) return at
    }
    return day
  }

  function isQuiet(day: PlainDate): boolean {
    return remembered(quietDays, day, () => isClosed(day))
  }

  function isClosed(day: PlainDate): boolean {
    if (own.has(day)) return true
    if (quiet.weekends && [0, 6].includes(weekday(day))) return true
    return quiet.federalHolidays && federalIn(day.slice(0, 4)).has(day)
  }

  function federalIn(year: string): Set<PlainDate> {
    const found = years.get(year) ?? new Set(federalHolidays(Number(year)))
    years.set(year, found)
    return found
  }
}

const MOST_DAYS = 10_000

function remembered<T>(known: Map<PlainDate, T>, day: PlainDate, workOut: () => T): T {
  const found = known.get(day)
  if (found !== undefined) return found
  if (known.size >= MOST_DAYS) known.clear()
  const made = workOut()
  known.set(day, made)
  return made
}

const MONDAY = 1
const THURSDAY = 4
const SATURDAY = 6

/** 5 U.S.C. 6103(a). One on a Saturday is kept on the Friday before, so New Year’s Day can fall in December; one on a Sunday on the Monday after. */
export function federalHolidays(year: number): PlainDate[] {
  const fixed = (month: number, day: number) => observed(dateOf(year, month, day))
  return [
    fixed(1, 1),
    nth(year, 1, MONDAY, 3),
    nth(year, 2, MONDAY, 3),
    // The last Monday of May is a week before the first one of June.
    addDays(nth(year, 6, MONDAY, 1), -7),
    fixed(6, 19),
    fixed(7, 4),
    nth(year, 9, MONDAY, 1),
    nth(year, 10, MONDAY, 2),
    fixed(11, 11),
    nth(year, 11, THURSDAY, 4),
    fixed(12, 25),
    observed(dateOf(year + 1, 1, 1)),
  ]
}

function nth(year: number, month: number, day: number, count: number): PlainDate {
  const first = dateOf(year, month, 1)
  return addDays(first, ((day - weekday(first) + 7) % 7) + 7 * (count - 1))
}

function observed(day: PlainDate): PlainDate {
  if (weekday(day) === SATURDAY) return addDays(day, -1)
  return weekday(day) === 0 ? addDays(day, 1) : day
}

function dateOf(year: number, month: number, day: number): PlainDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function weekday(day: PlainDate): number {
  return new Date(Date.parse(`${day}T00:00:00Z`)).getUTCDay()
}
