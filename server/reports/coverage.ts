import { addDays, addMonths, daysBetween, shownDate, type PlainDate } from '../dates'
import type { Coverage } from '../vendors/vendors'
import { counts, type Report } from './report'
import { verdictWords } from './verdict'

/** Good practice, not law: management's own word carries no further. */
export const BRIDGE_MONTHS = 3

export interface Span {
  from: PlainDate
  to: PlainDate
  by: 'report' | 'bridge-letter'
  report: Report
}

export interface Gap {
  from: PlainDate
  to: PlainDate
  days: number
}

/** Which days an auditor tested or management vouched for, in order, and the days between and up to today that nobody did. */
export function coverage(reports: Report[], today: PlainDate): { spans: Span[]; gaps: Gap[] } {
  const tested = reports.filter(isPeriodReport).map((report) => spanOf(report, 'report'))
  const bridges = reports.flatMap((report) => bridgeSpan(report, tested))
  const spans = [...tested, ...bridges].sort(
    (a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to),
  )
  return { spans, gaps: gapsBetween(spans, today) }
}

/** The last day for which a bridge letter carries this report on; null without one. */
export function bridgedUntil(report: Report, reports: Report[]): PlainDate | null {
  const { spans } = coverage(
    [report, ...reports.filter((one) => one.kind === 'bridge-letter')],
    report.periodEnd ?? '',
  )
  const days = spans.filter((span) => span.by === 'bridge-letter').map((span) => span.to)
  return days.sort().at(-1) ?? null
}

/** The bars of "What covered when". A Type I speaks of one day and covers none; it is shown as that day. */
export function barsOf(reports: Report[], today: PlainDate): Coverage[] {
  const days = reports.filter(
    (one) => counts(one) && one.kind === 'soc2' && one.type === 'type-1' && one.periodEnd,
  )
  return [
    ...coverage(reports, today).spans.map(barOf),
    ...days.map((one) => ({
      lane: 'SOC 2, on one day',
      from: one.periodEnd!,
      to: one.periodEnd!,
      state: 'look' as const,
      label: `Type I as of ${shownDate(one.periodEnd)}`,
    })),
  ]
}

function barOf({ from, to, by, report }: Span): Coverage {
  if (by === 'bridge-letter')
    return { lane: 'Bridge letter', from, to, state: 'good', label: 'vendor’s own word' }
  const clean = report.opinion === 'unqualified' && report.exceptions === 0
  const state =
    report.opinion === 'adverse' || report.opinion === 'disclaimer' ? 'bad' : clean ? 'good' : 'look'
  return { lane: 'SOC 2', from, to, state, label: verdictWords(report) }
}

function isPeriodReport(report: Report): boolean {
  const { kind, type, periodStart, periodEnd } = report
  return (
    counts(report) &&
    kind === 'soc2' &&
    type !== 'type-1' &&
    periodStart !== null &&
    periodEnd !== null &&
    periodStart <= periodEnd
  )
}

function spanOf(report: Report, by: Span['by']): Span {
  return { from: report.periodStart!, to: report.periodEnd!, by, report }
}

/** Only together with the report that ends where the letter begins, and only so far. */
function bridgeSpan(letter: Report, tested: Span[]): Span[] {
  if (letter.kind !== 'bridge-letter' || !counts(letter) || letter.periodEnd === null) return []
  const begins = letter.periodStart ?? letter.periodEnd
  const before = tested.filter(
    (span) => span.to < letter.periodEnd! && begins <= addMonths(span.to, BRIDGE_MONTHS),
  )
  const last = before.sort((a, b) => a.to.localeCompare(b.to)).at(-1)
  if (!last) return []
  const limit = addMonths(last.to, BRIDGE_MONTHS)
  const from = letter.periodStart && letter.periodStart > last.to ? letter.periodStart : addDays(last.to, 1)
  const to = letter.periodEnd < limit ? letter.periodEnd : limit
  return from <= to ? [{ from, to, by: 'bridge-letter', report: letter }] : []
}

function gapsBetween(spans: Span[], today: PlainDate): Gap[] {
  const gaps: Gap[] = []
  let covered: PlainDate | null = null
  for (const { from, to } of spans) {
    if (covered !== null && from > addDays(covered, 1)) gaps.push(gap(addDays(covered, 1), addDays(from, -1)))
    if (covered === null || to > covered) covered = to
  }
  if (covered !== null && covered < today) gaps.push(gap(addDays(covered, 1), today))
  return gaps
}

function gap(from: PlainDate, to: PlainDate): Gap {
  return { from, to, days: daysBetween(from, to) + 1 }
}
