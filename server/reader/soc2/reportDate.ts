import type { Field, ISODate, Warning } from '../reading'
import { quotes } from '../outline/flow'
import { textOf, whole } from '../outline/flow'
import type { ReportOutline } from '../outline'
import type { AuditorReport } from './auditorReport'
import { conflict, level, START } from './confidence'
import { settle, toISO } from './dates'
import type { Signature } from './signature'

export interface Dated {
  field: Field<ISODate>
  warnings: Warning[]
}

/** The date under the signature. Dual dated: the first date, unless the whole report was issued anew. */
export function readReportDate(
  signature: Signature,
  report: AuditorReport,
  outline: ReportOutline,
  lastDay: ISODate | null,
): Dated {
  const dates = signature.dates.flatMap(({ date, where }) => {
    const iso = settle(date, report.order) ?? onlyAfter(date.readings.map(toISO), lastDay)
    return iso ? [{ value: iso, where, evidence: quotes(where), repaired: date.repaired }] : []
  })
  const quoted = dates.filter((date) => date.evidence.length > 0)
  if (quoted.length === 0) return undated(signature, report)
  const distinct = quoted.filter((date, n) => quoted.findIndex((other) => other.value === date.value) === n)
  const dual = distinct.length > 1
  const reissue = dual && isReissued(report, outline)
  if (dual && !reissue && !isDual(signature)) return { field: conflict(distinct), warnings: [] }
  const chosen = reissue ? distinct.reduce((a, b) => (b.value > a.value ? b : a)) : distinct[0]!
  const early = lastDay !== null && chosen.value <= lastDay ? 0.3 : 0
  const unsigned = signature.firm ? 0 : 0.1
  const doubt = early + unsigned + (dual ? 0.15 : 0) + (chosen.repaired ? 0.1 : 0)
  const field: Field<ISODate> = {
    value: chosen.value,
    status: 'found',
    confidence: level(START.auditor + 0.03 - doubt, chosen.evidence),
    evidence: chosen.evidence,
  }
  if (dual)
    field.alternatives = distinct
      .filter((date) => date !== chosen)
      .map(({ value, evidence }) => ({ value, evidence }))
  return { field, warnings: dual ? [warning(reissue, distinct)] : [] }
}

function undated(signature: Signature, report: AuditorReport): Dated {
  const [ambiguous] = signature.dates
  const values = ambiguous?.date.readings.map(toISO).filter((iso) => iso !== null) ?? []
  if (ambiguous && values.length > 1)
    return {
      field: conflict(values.map((value) => ({ value, evidence: quotes(ambiguous.where) }))),
      warnings: [],
    }
  const status = report.flow.text === '' ? 'not-in-document' : 'not-stated'
  return { field: { value: null, status, confidence: 0, evidence: [] }, warnings: [] }
}

function onlyAfter(readings: (ISODate | null)[], lastDay: ISODate | null): ISODate | null {
  const later = readings.filter((iso) => iso !== null && lastDay !== null && iso >= lastDay)
  return later.length === 1 ? later[0]! : null
}

function isDual(signature: Signature): boolean {
  return /\bas to which\b|\bexcept (?:as to|for)\b|\breissued\b|\brevised\b/i.test(
    signature.lines.map((line) => line.text).join(' '),
  )
}

function isReissued(report: AuditorReport, outline: ReportOutline): boolean {
  const pattern = /\b(?:re-?issued?|supersedes|has been revised|revised and reissued)\b/i
  return pattern.test(textOf(whole(report.flow))) || pattern.test(outline.flowOf('cover').text)
}

function warning(reissued: boolean, dates: { value: ISODate; evidence: Warning['evidence'] }[]): Warning {
  const list = dates.map((date) => date.value).join(' and ')
  const message = reissued
    ? `The report was issued again: it carries the dates ${list}. Check what was changed.`
    : `The report carries two dates, ${list}: part of it was completed later.`
  return {
    code: reissued ? 'reissued' : 'dual-dated',
    message,
    evidence: dates.flatMap((date) => date.evidence),
  }
}
