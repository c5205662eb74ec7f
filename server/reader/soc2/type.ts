import { matchIn, textOf, whole, type Span } from '../outline/flow'
import type { ReportOutline } from '../outline'
import type { Field, ReportType } from '../reading'
import type { AuditorReport } from './auditorReport'
import { agree, type Found } from './confidence'
import { findDates } from './dates'

const OVER_PERIOD =
  /\b(?:throughout|for|during|over)\s+the\s+(?:(?:examination|review|reporting|audit|\w+[\s-]months?)\s+)?(?:period|year)\b|\boperat(?:ed|ing)\s+effective(?:ly|ness)\s+throughout\b/i
const AS_OF = /\bas\s+(?:of|at|on)\s*:?\s+(?:the\s+)?(?=\S)/gi
const NO_OPERATION =
  /\b(?:did\s+not|have\s+not)\s+perform(?:ed)?\s+any\s+procedures\s+regarding\s+the\s+operating\s+effectiveness/i
const COVER_TYPE = /\btype\s*[-–]?\s*(1|2|i{1,2}|one|two)\b/i

/** Type 1 speaks of a date and of design; Type 2 of a period and of operation too. The word "Type" is only a hint. */
export function readType(report: AuditorReport, outline: ReportOutline): Field<ReportType> {
  const places = [
    ...inAuditorReport(report),
    ...statedBy(whole(outline.flowOf('assertion')), 'assertion'),
    ...onCover(whole(outline.flowOf('cover'))),
  ]
  return agree(places)
}

function inAuditorReport(report: AuditorReport): Found<ReportType>[] {
  const spans = [...report.opinions, ...(report.scopeSentence ? [report.scopeSentence] : [])]
  const none = matchIn(whole(report.flow), NO_OPERATION)
  const places = spans.flatMap((span) => statedBy(span, 'auditor'))
  const design = places.length === 0 && report.scopeSentence ? byLimbs(report.scopeSentence) : []
  return [
    ...places,
    ...design,
    ...(none ? [{ value: 'type-1' as const, where: none, from: 'auditor' as const }] : []),
  ]
}

function statedBy(span: Span, from: Found<ReportType>['from']): Found<ReportType>[] {
  const over = overPeriod(span)
  const asOf = asOfDate(span)
  const places: Found<ReportType>[] = []
  if (over) places.push({ value: 'type-2', where: over, from })
  if (asOf && !(from === 'assertion' && over)) places.push({ value: 'type-1', where: asOf, from })
  return places
}

function overPeriod(span: Span): Span | null {
  const match = matchIn(span, OVER_PERIOD)
  return match && { ...match, end: Math.min(span.end, match.end + 60) }
}

function asOfDate(span: Span): Span | null {
  const text = textOf(span)
  for (const match of text.matchAll(AS_OF)) {
    const [date] = findDates(text.slice(match.index, match.index + 60))
    if (!date || date.readings[0]!.year === null || date.start > match[0].length + 2) continue
    if (/\b(?:updated|revised|effective|in\s+effect|dated)\s*$/i.test(text.slice(0, match.index))) continue
    return { flow: span.flow, start: span.start + match.index, end: span.start + match.index + date.end }
  }
  return null
}

function byLimbs(scope: Span): Found<ReportType>[] {
  const both = matchIn(scope, /\bdesign\s+and\s+(?:the\s+)?operating\s+effectiveness\b/i)
  const design = matchIn(scope, /\bsuitability\s+of\s+(?:the\s+)?design\b/i)
  const where = both ?? design
  return where ? [{ value: both ? 'type-2' : 'type-1', where, from: 'auditor' }] : []
}

function onCover(cover: Span): Found<ReportType>[] {
  const types = [...textOf(cover).matchAll(new RegExp(COVER_TYPE, 'gi'))].filter(
    (match) => !isElsewhere(match),
  )
  return types.map((match) => ({
    value: /^(?:2|ii|two)$/i.test(match[1]!) ? 'type-2' : 'type-1',
    where: {
      flow: cover.flow,
      start: cover.start + match.index,
      end: cover.start + match.index + match[0].length,
    },
    from: 'cover',
  }))
}

/** A cover may also list the types there are, or another kind of report. */
function isElsewhere(match: RegExpMatchArray): boolean {
  const around = match.input!.slice(Math.max(0, match.index! - 40), match.index! + match[0].length + 30)
  return /\btype\s*[-–]?\s*(?:1|i|one)\s+(?:and|or|\/)\s+(?:type\s*)?(?:2|ii|two)\b/i.test(around)
}
