import type { ReportOutline } from '../outline'
import { textOf, type Span } from '../outline/flow'
import { nothing } from '../pages'
import type { Field, ISODate, ReportType } from '../reading'
import type { AuditorReport } from './auditorReport'
import { agree, conflict, type Found } from './confidence'
import { findAsOf, findEndedPeriods, findPeriods, type Period } from './period'
import { placesOf, type Place } from './places'
import { quotes } from '../outline/flow'

export interface Timing {
  asOf: Field<ISODate>
  periodStart: Field<ISODate>
  periodEnd: Field<ISODate>
}

/** When the controls were examined: the auditor's words first, confirmed by opinion, assertion and cover. */
export function readTiming(report: AuditorReport, outline: ReportOutline, type: ReportType | null): Timing {
  const places = placesOf(report, outline)
  const asOf = () => agree(places.flatMap((place) => datesIn(place, report)))
  const period = () => readPeriod(places, report)
  if (type === 'type-1')
    return { asOf: asOf(), periodStart: nothing('not-applicable'), periodEnd: nothing('not-applicable') }
  if (type === 'type-2') return { asOf: nothing('not-applicable'), ...period() }
  return { asOf: asOf(), ...period() }
}

function datesIn(place: Place, report: AuditorReport): Found<ISODate>[] {
  return findAsOf(textOf(place.span), report.order)
    .slice(0, place.from === 'auditor' ? 9 : 1)
    .map((found) => ({
      value: found.date,
      where: at(place, found),
      from: place.from,
      repaired: found.repaired,
    }))
}

function readPeriod(places: Place[], report: AuditorReport): Pick<Timing, 'periodStart' | 'periodEnd'> {
  const found = places
    .map((place) => ({ place, periods: periodsIn(place, report) }))
    .filter(({ periods }) => periods.length > 0)
  const trusted = found.filter(({ place }) => place.from === 'auditor')
  const known = distinct((trusted.length > 0 ? trusted : found.slice(0, 1)).flatMap(({ periods }) => periods))
  const systems = known.length > 1 && trusted.some(({ periods }) => distinct(periods).length > 1)
  const kept = found.flatMap(({ place, periods }) =>
    relevant(place, periods, known).map((period) => ({ place, period })),
  )
  const ends = (pick: (period: Period) => ISODate): Field<ISODate> => {
    const founds = kept.map(({ place, period }) => asFound(place, period, pick))
    return systems ? bySystem(founds) : agree(founds, kept[0]?.period.inferred ? 'inferred' : 'found')
  }
  return { periodStart: ends((period) => period.from), periodEnd: ends((period) => period.to) }
}

/** Two systems may share one end of their periods: that end is no conflict. */
function bySystem(founds: Found<ISODate>[]): Field<ISODate> {
  const values = new Set(founds.map((found) => found.value))
  return values.size === 1
    ? agree(founds)
    : conflict(founds.map(({ value, where }) => ({ value, evidence: quotes(where) })))
}

/** Outside the auditor's report other periods may be named, so one that agrees is enough. */
function relevant(place: Place, periods: Period[], known: Period[]): Period[] {
  if (place.from === 'auditor') return periods
  const same = periods.filter((period) => known.some((other) => samePeriod(period, other)))
  return same.length > 0 ? same : periods.slice(0, 1)
}

function periodsIn(place: Place, report: AuditorReport): Period[] {
  const text = textOf(place.span)
  const periods = findPeriods(text, report.order)
  return periods.length > 0 ? periods : findEndedPeriods(text, report.order)
}

function asFound(place: Place, period: Period, pick: (period: Period) => ISODate): Found<ISODate> {
  return { value: pick(period), where: at(place, period), from: place.from, repaired: period.repaired }
}

function at({ span }: Place, { start, end }: { start: number; end: number }): Span {
  return { flow: span.flow, start: span.start + start, end: span.start + end }
}

function distinct(periods: Period[]): Period[] {
  return periods.filter((period, n) => periods.findIndex((other) => samePeriod(period, other)) === n)
}

function samePeriod(a: Period, b: Period): boolean {
  return a.from === b.from && a.to === b.to
}
