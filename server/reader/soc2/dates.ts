import type { ISODate } from '../reading'

/** A date as written. Numeric dates may have two readings; a date that only opens a period may lack its year. */
export interface WrittenDate {
  start: number
  end: number
  /** Month first, then day first, where both are possible. */
  readings: { year: number | null; month: number; day: number; order: Order }[]
  /** A footnote digit was taken off the year, or letters were joined. */
  repaired: boolean
}

export type Order = 'month-first' | 'day-first' | 'named'

const MONTHS = [
  ['january', 'jan'],
  ['february', 'feb'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
]
// Small capitals and line ends tear months apart: "J ULY", "Janu- ary".
const torn = (name: string) => (name.length > 3 ? [...name].join('(?:-?\\s)?') : name)
const MONTH = `(?:${MONTHS.flat().map(torn).join('|')})`
const DAY = '(?:0?[1-9]|[12]\\d|3[01])'
const TH = '(?:\\s?(?:st|nd|rd|th))?'
const YEAR = '((?:19|20)\\d{2})(\\d{1,2})?(?!\\d)'
const END_YEAR = `(?:\\s*,\\s*|\\s+(?:of\\s+)?|\\s*-\\s*)${YEAR}`
const PATTERNS = [
  `\\b(${MONTH})\\.?\\s*[-\\s]\\s*(${DAY})${TH}(?:${END_YEAR})?(?![\\d%])`,
  `\\b(${DAY})${TH}\\.?(?:\\s+day)?(?:\\s+of)?\\s*[-\\s]\\s*(${MONTH})\\b\\.?(?:${END_YEAR})?`,
  `\\b((?:19|20)\\d{2})[-/.](0[1-9]|1[0-2])[-/.](0[1-9]|[12]\\d|3[01])(?!\\d)`,
  `\\b(\\d{1,2})([/.-])(\\d{1,2})\\2((?:19|20)?\\d{2})(?!\\d)`,
]

export function findDates(text: string): WrittenDate[] {
  const dates = [monthFirst(text), dayFirst(text), isoDates(text), slashed(text)].flat()
  dates.sort((a, b) => a.start - b.start || b.end - a.end)
  return dates.filter((date, n) => !dates.some((other, m) => covers(other, date, m < n)))
}

export function toISO({
  year,
  month,
  day,
}: {
  year: number | null
  month: number
  day: number
}): ISODate | null {
  if (year === null) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && year > 1989 && year < 2100
    ? date.toISOString().slice(0, 10)
    : null
}

/** The order that the numeric dates of a text betray, if they do. */
export function numericOrder(text: string): Order | null {
  const orders = new Set(
    slashed(text)
      .filter((date) => date.readings.length === 1)
      .map((date) => date.readings[0]!.order),
  )
  return orders.size === 1 ? [...orders][0]! : null
}

/** The one reading of a date; null when two are possible and the order is not known. */
export function settle(date: WrittenDate, order: Order | null): ISODate | null {
  const isos = new Set(date.readings.map(toISO))
  if (isos.size === 1) return [...isos][0]!
  const chosen = date.readings.find((reading) => reading.order === order)
  return chosen ? toISO(chosen) : null
}

export function daysBetween(from: ISODate, to: ISODate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

export function addDays(date: ISODate, days: number): ISODate {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
}

function covers(other: WrittenDate, date: WrittenDate, earlier: boolean): boolean {
  if (other === date || other.start >= date.end || other.end <= date.start) return false
  const hasYear = (each: WrittenDate) => each.readings[0]!.year !== null
  if (hasYear(other) !== hasYear(date)) return hasYear(other)
  return earlier
}

function monthFirst(text: string): WrittenDate[] {
  return all(text, PATTERNS[0]!).map((match) =>
    named(match, monthOf(match[1]!), Number(match[2]), match[3], match[4], match[1]!),
  )
}

function dayFirst(text: string): WrittenDate[] {
  return all(text, PATTERNS[1]!).map((match) =>
    named(match, monthOf(match[2]!), Number(match[1]), match[3], match[4], match[2]!),
  )
}

function named(
  match: RegExpExecArray,
  month: number,
  day: number,
  year: string | undefined,
  glued: string | undefined,
  word: string,
): WrittenDate {
  const reading = { year: year ? Number(year) : null, month, day, order: 'named' as const }
  const end = match.index + match[0].length
  return { start: match.index, end, readings: [reading], repaired: glued !== undefined || /[\s-]/.test(word) }
}

function isoDates(text: string): WrittenDate[] {
  return all(text, PATTERNS[2]!).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    readings: [
      { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]), order: 'named' as const },
    ],
    repaired: false,
  }))
}

function slashed(text: string): WrittenDate[] {
  return all(text, PATTERNS[3]!)
    .map((match) => {
      const [first, second] = [Number(match[1]), Number(match[3])]
      const year = match[4]!.length === 2 ? 2000 + Number(match[4]) : Number(match[4])
      const readings = [
        { year, month: first, day: second, order: 'month-first' as const },
        { year, month: second, day: first, order: 'day-first' as const },
      ].filter(({ month, day }) => month >= 1 && month <= 12 && day >= 1 && day <= 31)
      const dotted = match[2] === '.' ? readings.filter((reading) => reading.order === 'day-first') : readings
      return { start: match.index, end: match.index + match[0].length, readings: dotted, repaired: false }
    })
    .filter((date) => date.readings.length > 0)
}

function monthOf(word: string): number {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '')
  return MONTHS.findIndex((names) => names.includes(plain)) + 1
}

function all(text: string, pattern: string): RegExpExecArray[] {
  return [...text.matchAll(new RegExp(pattern, 'gi'))]
}
