import type { Outline } from '../../pages'
import type { Evidence, Field, ReportFields, Warning } from '../../reading'

const SHORTEST_PERIOD_DAYS = 90
const LONGEST_PERIOD_DAYS = 455
const LATEST_REPORT_DAYS = 150
const DAY = 86_400_000

/** Dates that do not fit together (W1, W2, W3, W10). */
export function aboutDates(fields: ReportFields, outline: Outline): Warning[] {
  return [
    ...reportDate(fields),
    ...periodLength(fields),
    ...disagreements(fields),
    ...typeMismatch(fields, outline),
  ]
}

function reportDate({ reportDate, periodEnd, asOf }: ReportFields): Warning[] {
  const end = periodEnd.value ? periodEnd : asOf
  if (!reportDate.value || !end.value) return []
  const days = daysBetween(end.value, reportDate.value)
  const evidence = [...end.evidence.slice(0, 1), ...reportDate.evidence.slice(0, 1)]
  if (days < 0) {
    const message =
      'The auditor’s signature is dated before the end of the time it covers. One of the two dates must be wrong, so ask the vendor.'
    return [{ code: 'report-before-period-end', message, evidence }]
  }
  if (days <= LATEST_REPORT_DAYS) return []
  const message = `The auditor signed ${days} days after the end of the time covered. Two weeks to two months is usual; ask what took so long.`
  return [{ code: 'report-late', message, evidence }]
}

function periodLength({ periodStart, periodEnd }: ReportFields): Warning[] {
  if (!periodStart.value || !periodEnd.value) return []
  const days = daysBetween(periodStart.value, periodEnd.value) + 1
  const evidence = [...periodStart.evidence.slice(0, 1), ...periodEnd.evidence.slice(0, 1)]
  if (days < SHORTEST_PERIOD_DAYS) {
    const message = `The report covers only ${days} days. That is too short to show how controls work over time.`
    return [{ code: 'period-short', message, evidence }]
  }
  if (days <= LONGEST_PERIOD_DAYS) return []
  return [
    {
      code: 'period-long',
      message: `The report covers ${days} days, more than the usual year. Please check the dates.`,
      evidence,
    },
  ]
}

function disagreements(fields: ReportFields): Warning[] {
  const dates: Field<unknown>[] = [fields.periodStart, fields.periodEnd, fields.asOf]
  const evidence = dates.filter((date) => date.status === 'conflict').flatMap(quotesOf)
  if (!evidence.length) return []
  const message =
    'The report names different dates for the time it covers. It may describe two systems; check which one you use.'
  return [{ code: 'dates-disagree', message, evidence: evidence.slice(0, 4) }]
}

function typeMismatch({ reportType }: ReportFields, outline: Outline): Warning[] {
  if (reportType.status === 'conflict') {
    const message =
      'Parts of the report call it Type 1 and other parts Type 2. Only a Type 2 shows that controls worked over time.'
    return [{ code: 'type-disagrees', message, evidence: quotesOf(reportType).slice(0, 4) }]
  }
  const [cover] = outline.pagesOf('cover')
  const said = cover && /\btype[ -]?(1|2|i{1,2}|one|two)\b/i.exec(cover.text)?.[1]?.toLowerCase()
  const typed = said && (['1', 'i', 'one'].includes(said) ? 'type-1' : 'type-2')
  if (!typed || !reportType.value || typed === reportType.value) return []
  const message = 'The cover names another type of report than the auditor’s opinion. The opinion counts.'
  return [{ code: 'type-disagrees', message, evidence: reportType.evidence.slice(0, 1) }]
}

function quotesOf<T>(field: Field<T>): Evidence[] {
  return field.alternatives?.flatMap((one) => one.evidence.slice(0, 1)) ?? field.evidence
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY)
}
