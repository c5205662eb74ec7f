import type { ISODate } from '../reading'
import { addDays, findDates, settle, toISO, type Order, type WrittenDate } from './dates'

export interface Period {
  from: ISODate
  to: ISODate
  start: number
  end: number
  repaired: boolean
  /** Only the end and the length are stated. */
  inferred: boolean
}

export interface AsOf {
  date: ISODate
  start: number
  end: number
  repaired: boolean
}

const SEPARATOR =
  /^[\s,"')]*(?:inclusive,?\s*)?(?:to and including|up to and including|through and including|through|thru|to|until|till|and\s+end(?:ing|ed)(?:\s+on)?|end(?:ing|ed)(?:\s+on)?|[-–—‒−~])[\s,"'(]*(?:the\s+)?$/i
const AND = /^[\s,]*and\s+$/i
const OPENS_PERIOD =
  /\b(?:period|year|months?|from|between|beginning|dates?)\b[\s:(,"']*(?:of|from|beginning|between|on)?[\s:("']*$/i

/** Periods with both ends, in order of appearance. */
export function findPeriods(text: string, order: Order | null): Period[] {
  const dates = findDates(text)
  const periods: Period[] = []
  for (let n = 0; n + 1 < dates.length; n++) {
    const period = between(text, dates[n]!, dates[n + 1]!, order)
    if (period) periods.push(period)
    if (period) n++
  }
  return periods
}

/** "for the nine-month period ended September 30, 2025", "for the year ended …". */
export function findEndedPeriods(text: string, order: Order | null): Period[] {
  const lead =
    /\b(?:(?:for|throughout|during|over)\s+)?the\s+(?:(\w+)[\s-]+months?(?:[\s-]+period)?|(?:fiscal |calendar )?(year))\s*,?\s*(?:then\s+)?end(?:ed|ing)(?:\s+on)?\s+$/i
  return findDates(text).flatMap((date) => {
    const match = lead.exec(text.slice(Math.max(0, date.start - 80), date.start))
    const to = settle(date, order)
    const months = match?.[2] ? 12 : monthsIn(match?.[1])
    if (!match || !to || !months) return []
    const start = date.start - match[0].length
    return [{ from: backBy(months, to), to, start, end: date.end, repaired: date.repaired, inferred: true }]
  })
}

export function findAsOf(text: string, order: Order | null): AsOf[] {
  return findDates(text).flatMap((date) => {
    const lead = /\bas\s+(?:of|at|on)\s*:?\s+(?:the\s+)?(?:date(?:\s+of)?,?\s+)?$/i.exec(
      text.slice(Math.max(0, date.start - 30), date.start),
    )
    const iso = settle(date, order)
    return lead && iso
      ? [{ date: iso, start: date.start - lead[0].length, end: date.end, repaired: date.repaired }]
      : []
  })
}

function between(text: string, first: WrittenDate, second: WrittenDate, order: Order | null): Period | null {
  const gap = text.slice(first.end, second.start)
  const before = text.slice(Math.max(0, first.start - 40), first.start)
  const lost = /^[\s,]*$/.test(gap) && OPENS_PERIOD.test(before)
  const paired = AND.test(gap) && /\b(?:between|from)\s+(?:the\s+)?$/i.test(before)
  if (!SEPARATOR.test(gap) && !lost && !paired) return null
  const ends = settleEnds(first, second, order)
  if (!ends) return null
  const repaired = first.repaired || second.repaired || lost
  return { ...ends, start: first.start, end: second.end, repaired, inferred: false }
}

function settleEnds(
  first: WrittenDate,
  second: WrittenDate,
  order: Order | null,
): { from: ISODate; to: ISODate } | null {
  const pairs = first.readings.flatMap((a) =>
    second.readings
      .filter((b) => a.order === b.order || a.order === 'named' || b.order === 'named')
      .map((b) => [a, b] as const),
  )
  const ends = pairs.flatMap(([a, b]) => {
    const to = toISO(b)
    const from = toISO({ ...a, year: a.year ?? openingYear(a, b) })
    return from && to && from < to ? [{ from, to, order: a.order }] : []
  })
  const known =
    new Set(ends.map((each) => each.from + each.to)).size === 1
      ? ends[0]
      : ends.find((each) => each.order === order)
  return known ? { from: known.from, to: known.to } : null
}

function openingYear(a: { month: number }, b: { month: number; year: number | null }): number | null {
  if (b.year === null) return null
  return a.month <= b.month ? b.year : b.year - 1
}

const NUMBERS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(' ')

function monthsIn(word: string | undefined): number {
  if (!word) return 0
  return Number(word) || NUMBERS.indexOf(word.toLowerCase()) + 1
}

function backBy(months: number, to: ISODate): ISODate {
  const next = addDays(to, 1)
  const [year, month, day] = next.split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(year, month - 1 - months, day)).toISOString().slice(0, 10)
}
