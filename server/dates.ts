import { DateTime } from 'luxon'

/** A calendar date in the practice's own time zone, `2026-11-28`. */
export type PlainDate = string

export function dateIn(timeZone: string, instant: string | Date): PlainDate {
  const at = typeof instant === 'string' ? DateTime.fromISO(instant) : DateTime.fromJSDate(instant)
  return at.setZone(timeZone).toISODate()!
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return plain(date).plus({ days }).toISODate()!
}

/** The same day of a later month, or that month's last day: 31 Jan + 1 = 28 or 29 Feb. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  return plain(date).plus({ months }).toISODate()!
}

export function addYears(date: PlainDate, years: number): PlainDate {
  return addMonths(date, years * 12)
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round(plain(to).diff(plain(from), 'days').days)
}

export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && plain(text).isValid
}

export function isTimeZone(name: string): boolean {
  return DateTime.local().setZone(name).isValid
}

/** "28 Nov 2026" */
export function shownDate(date: PlainDate | null | undefined): string {
  return date ? plain(date).setLocale('en-GB').toFormat('d LLL yyyy').replace('Sept', 'Sep') : '–'
}

/** "Sunday, 22 November" */
export function longDay(date: PlainDate): string {
  return plain(date).setLocale('en-GB').toFormat('cccc, d LLLL')
}

/** "22 Nov 2026, 14:05" in the practice's time zone. */
export function shownTime(instant: string | null | undefined, timeZone: string): string {
  if (!instant) return '–'
  const at = DateTime.fromISO(instant).setZone(timeZone).setLocale('en-GB')
  return at.toFormat('d LLL yyyy, HH:mm').replace('Sept', 'Sep')
}

/** The instant at which an hour of a day strikes in a time zone; the next one that exists where the clock skips it. */
export function instantOf(date: PlainDate, hour: number, timeZone: string): string {
  return DateTime.fromISO(date, { zone: timeZone }).set({ hour }).toUTC().toISO()!
}

// Plain dates are counted in UTC, where every day has 24 hours.
function plain(date: PlainDate): DateTime {
  return DateTime.fromISO(date, { zone: 'utc' })
}
