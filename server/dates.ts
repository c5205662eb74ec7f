import { DateTime } from 'luxon'

const DAY_MS = 86_400_000
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]

/** A calendar date in the practice's own time zone, `2026-11-28`. */
export type PlainDate = string

export function dateIn(timeZone: string, instant: string | Date): PlainDate {
  return calendarOf(timeZone).format(typeof instant === 'string' ? Date.parse(instant) : instant)
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return isoOf(millisecondsOf(date) + days * DAY_MS)
}

/** The same day of a later month, or that month's last day: 31 Jan + 1 = 28 or 29 Feb. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year, month, day] = partsOf(date)
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return isoOf(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)))
}

export function addYears(date: PlainDate, years: number): PlainDate {
  return addMonths(date, years * 12)
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((millisecondsOf(to) - millisecondsOf(from)) / DAY_MS)
}

export function isDate(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(millisecondsOf(text)) &&
    isoOf(millisecondsOf(text)) === text
  )
}

export function isTimeZone(name: string): boolean {
  return DateTime.local().setZone(name).isValid
}

/** "28 Nov 2026" */
export function shownDate(date: PlainDate | null | undefined): string {
  if (!date) return '–'
  const [year, month, day] = partsOf(date)
  return `${day} ${MONTHS[month - 1]!.slice(0, 3)} ${year}`
}

/** "Sunday, 22 November" */
export function longDay(date: PlainDate): string {
  const [, month, day] = partsOf(date)
  return `${WEEKDAYS[new Date(millisecondsOf(date)).getUTCDay()]}, ${day} ${MONTHS[month - 1]}`
}

/** "November" */
export function monthName(date: PlainDate): string {
  return MONTHS[partsOf(date)[1] - 1]!
}

/** "22 Nov 2026, 14:05" in the practice's time zone. */
export function shownTime(instant: string | null | undefined, timeZone: string): string {
  if (!instant) return '–'
  const at = DateTime.fromISO(instant).setZone(timeZone).setLocale('en-GB')
  return at.toFormat('d LLL yyyy, HH:mm').replace('Sept', 'Sep')
}

/** The instant at which an hour of a day strikes in a time zone; the next one that exists where the clock skips it. */
export function instantOf(date: PlainDate, hour: number, timeZone: string): string {
  const name = `${date} ${hour} ${timeZone}`
  const known = instants.get(name)
  if (known) return known
  if (instants.size >= MOST_INSTANTS) instants.clear()
  const instant = DateTime.fromISO(date, { zone: timeZone }).set({ hour }).toUTC().toISO()!
  instants.set(name, instant)
  return instant
}

const MOST_INSTANTS = 1000
// Practices share their mornings, and luxon takes its time.
const instants = new Map<string, string>()

const calendars = new Map<string, Intl.DateTimeFormat>()

// en-CA writes a date as ISO does; making a formatter costs a hundred times its use.
function calendarOf(timeZone: string): Intl.DateTimeFormat {
  const known = calendars.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  calendars.set(timeZone, made)
  return made
}

// Plain dates are counted in UTC, where every day has 24 hours. By hand, because lists work out hundreds of them.
function millisecondsOf(date: PlainDate): number {
  const [year, month, day] = partsOf(date)
  return Date.UTC(year, month - 1, day)
}

function partsOf(date: PlainDate): [year: number, month: number, day: number] {
  return [numberAt(date, 0, 4), numberAt(date, 5, 7), numberAt(date, 8, 10)]
}

// NaN where there is anything but digits, as Number() says too, at a tenth of its time.
function numberAt(text: string, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48
    number = digit >= 0 && digit <= 9 ? number * 10 + digit : NaN
  }
  return number
}

function isoOf(milliseconds: number): PlainDate {
  if (Number.isNaN(milliseconds)) throw new RangeError('not a date')
  const at = new Date(milliseconds)
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()]
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`
}
