import { addDays, addYears, daysBetween, shownDate, type PlainDate } from '../dates'
import type { Coverage } from './panel'
import type { State } from './standing'

/** One row of the picture's table twin. */
export interface Period extends Coverage {
  isGap: boolean
}

export interface Bar {
  x: number
  width: number
  state: State
  isGap: boolean
  isOpen: boolean
  text: { x: number; words: string; isInside: boolean } | null
  title: string
}

export interface Timeline {
  width: number
  height: number
  years: { x: number; year: string }[]
  lanes: { name: string; y: number; bars: Bar[] }[]
  todayX: number
  periods: Period[]
}

const WIDTH = 1080
const LEFT = 120
const TOP = 36
const LANE = 40
const PAST_YEARS = 6
const FUTURE_YEARS = 3
const LETTER = 6.6
const PADDING = 10
/** Lanes whose holes matter, and what fills them together: a bridge letter stands in for a report. */
const CHAINS = [['SOC 2', 'Bridge letter'], ['BAA']]
const ORDER = ['SOC 2', 'Bridge letter', 'BAA']

/** null where there is nothing to draw. */
export function timelineOf(coverage: Coverage[], today: PlainDate): Timeline | null {
  if (coverage.length === 0) return null
  const periods = [...coverage.map((one) => ({ ...one, isGap: false })), ...gapsIn(coverage, today)].sort(
    byLaneAndDate,
  )
  const { from, to } = spanOf(periods, today)
  const x = scale(from, to)
  const names = [...new Set(periods.map(({ lane }) => lane))]
  return {
    width: WIDTH,
    height: TOP + names.length * LANE + 24,
    years: yearsBetween(from, to).map((year) => ({ x: x(`${year}-01-01`), year })),
    lanes: names.map((name, row) => ({ name, y: TOP + row * LANE, bars: barsOf(periods, name, x, to) })),
    todayX: x(today),
    periods,
  }
}

/** "1 Apr 2024 – 31 Mar 2026": the unbroken stretch that ends last. */
export function lastStretch(
  coverage: Coverage[],
  lane: string,
): { from: PlainDate; to: PlainDate | null } | null {
  const bars = coverage
    .filter((one) => one.lane === lane)
    .sort((a, b) => compare(b.to ?? '9999', a.to ?? '9999'))
  const last = bars[0]
  if (!last) return null
  let { from } = last
  for (const bar of bars) {
    if (bar.from < from && bar.to !== null && addDays(bar.to, 1) >= from) from = bar.from
  }
  return { from, to: last.to }
}

function gapsIn(coverage: Coverage[], today: PlainDate): Period[] {
  return CHAINS.flatMap((lanes) =>
    gapsOf(
      coverage.filter(({ lane }) => lanes.includes(lane)),
      today,
    ),
  )
}

/** Days between one bar and the next, and from the last one to today. */
function gapsOf(bars: Coverage[], today: PlainDate): Period[] {
  const gaps: Period[] = []
  let reached: Coverage | null = null
  for (const bar of [...bars].sort((a, b) => compare(a.from, b.from))) {
    if (reached?.to && addDays(reached.to, 1) < bar.from) gaps.push(gap(reached, addDays(bar.from, -1)))
    if (!reached || (reached.to !== null && (bar.to ?? '9999') > reached.to)) reached = bar
  }
  if (reached?.to && reached.to < today) gaps.push(gap(reached, today))
  return gaps
}

function gap({ lane, to }: Coverage, until: PlainDate): Period {
  const from = addDays(to!, 1)
  return { lane, from, to: until, state: 'look', label: `not covered since ${shownDate(from)}`, isGap: true }
}

function spanOf(periods: Period[], today: PlainDate): { from: PlainDate; to: PlainDate } {
  const first = periods.reduce((least, { from }) => (from < least ? from : least), today)
  const last = periods.reduce((most, { from, to }) => max(most, to ?? from), today)
  const from = max(first, addYears(today, -PAST_YEARS))
  const to = min(last, addYears(today, FUTURE_YEARS))
  return { from: `${from.slice(0, 4)}-01-01`, to: `${to.slice(0, 4)}-12-31` }
}

function scale(from: PlainDate, to: PlainDate): (date: PlainDate) => number {
  const days = daysBetween(from, to)
  return (date) => {
    const part = Math.min(1, Math.max(0, daysBetween(from, date) / days))
    return Math.round((LEFT + part * (WIDTH - LEFT)) * 10) / 10
  }
}

function yearsBetween(from: PlainDate, to: PlainDate): string[] {
  const first = Number(from.slice(0, 4))
  const count = Number(to.slice(0, 4)) - first + 1
  return Array.from({ length: count }, (_, index) => String(first + index))
}

function barsOf(periods: Period[], lane: string, x: (date: PlainDate) => number, end: PlainDate): Bar[] {
  const own = periods.filter((period) => period.lane === lane && (period.to ?? end) >= period.from)
  return own.map((period, index) => {
    const from = x(period.from)
    const width = Math.max(3, x(addDays(period.to ?? end, 1)) - from)
    const next = own[index + 1]
    const room = (next ? x(next.from) : WIDTH) - from - width
    return {
      x: from,
      width,
      state: period.state,
      isGap: period.isGap,
      isOpen: period.to === null,
      text: textOf(period, from, width, room),
      title: `${lane}: ${period.label}, ${shownDate(period.from)} – ${period.to ? shownDate(period.to) : 'no end'}`,
    }
  })
}

/** Inside the bar where it fits, after it where there is room, else only in the title and the table. */
function textOf({ label, isGap }: Period, from: number, width: number, room: number): Bar['text'] {
  const needs = label.length * LETTER + PADDING
  if (!isGap && needs <= width) return { x: from + PADDING, words: label, isInside: true }
  return needs <= room ? { x: from + width + PADDING - 2, words: label, isInside: false } : null
}

function byLaneAndDate(a: Period, b: Period): number {
  return rank(a.lane) - rank(b.lane) || compare(a.lane, b.lane) || compare(a.from, b.from)
}

function rank(lane: string): number {
  const index = ORDER.indexOf(lane)
  return index < 0 ? ORDER.length : index
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

const max = (a: PlainDate, b: PlainDate) => (a > b ? a : b)
const min = (a: PlainDate, b: PlainDate) => (a < b ? a : b)
