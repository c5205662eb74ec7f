import type { ReportOutline } from '../outline'
import { matchIn, quotes, textOf, whole, within, type Span } from '../outline/flow'
import { nothing } from '../pages'
import type { Field, Opinion } from '../reading'
import { engaged, type AuditorReport } from './auditorReport'
import { certain, conflict, START } from './confidence'
import { criteriaIn } from './criteria'

const MATTER =
  '(?:matters?|effects?|deficienc|failures?|exceptions?|controls?|circumstances?|findings?|limitations?|issues?|conditions?|deviations?|weakness|instances?)'
const EXCEPT = new RegExp(
  `\\b(?:except\\s+(?:for|that|as)|with\\s+the\\s+exception\\s+of)\\b(?:\\s+[^\\s.;]+){0,6}?\\s+${MATTER}`,
  'i',
)
const ADVERSE =
  /\bbecause\s+of\s+the\s+(?:significance|effects?|pervasive)|\b(?:does|do|did)\s+not\s+(?:fairly\s+)?present\b|\b(?:was|were)\s+not\s+(?:suitably|effectively)\s+designed\b|\bdid\s+not\s+operate\s+effectively\b|\bis\s+not\s+fairly\s+(?:stated|presented)\b/i
const LIMB =
  /\b(?:presents?|presented)\b|\bsuitably\s+designed\b|\bfairly\s+stated\b|\boperat(?:ed?|ing)\s+effectively\b|\bmaintained[^.]{0,40}\beffective\s+controls\b|\bcontrols[^.]{0,80}\bwere\s+effective\b/i
const ADDITIONAL =
  /\badditional\s+(?:subject\s+matter|criteria)|\b(?:HIPAA|HITRUST|CSA\s+(?:CCM|STAR)|NIST|GDPR|C5)\b/i
const HEADING =
  /(?:^|\n)\s*(?:basis\s+for\s+(?:(?:our|the)\s+)?)?(qualified|adverse|modified|disclaimer)(?:\s+of)?\s+opinion\b/gi
const RANK: Opinion[] = ['unqualified', 'qualified', 'adverse', 'disclaimer']

/** The opinion follows from its own sentence and from the basis for it; nothing else in the file decides. */
export function readOpinion(report: AuditorReport, outline: ReportOutline): Field<Opinion> {
  const sentences = mainOpinions(report.opinions)
  const disclaimed = disclaimerOf(report)
  const judged = sentences.map((span) => ({ value: judge(span), where: span }))
  if (disclaimed) judged.push({ value: 'disclaimer', where: disclaimed })
  if (judged.length === 0) return unread(report, outline)
  const worst = judged.reduce((a, b) => (RANK.indexOf(b.value) > RANK.indexOf(a.value) ? b : a))
  const headed = headingsOf(report)
  const other = headed.find((heading) => !agrees(heading.value, worst.value))
  if (other) return conflict([worst, other].map(({ value, where }) => ({ value, evidence: quotes(where) })))
  const shown = [shownPart(worst.where, worst.value)]
  const sure =
    worst.value !== 'unqualified' && headed.length > 0
      ? 0.05
      : assertionAgrees(outline, worst.value)
        ? 0.05
        : 0
  return certain(worst.value, shown, START.auditor + sure, 'found')
}

export function readAffectedCriteria(report: AuditorReport, opinion: Field<Opinion>): Field<string[]> {
  if (opinion.value === 'unqualified') return { ...nothing<string[]>('stated-none'), ...clean(opinion) }
  if (opinion.value === null && opinion.status !== 'conflict') return nothing(opinion.status)
  const based = report.basis ? criteriaIn(report.basis) : []
  const found = based.length > 0 ? based : report.opinions.flatMap((span) => criteriaIn(span))
  const ids = [...new Set(found.map((each) => each.id))]
  if (ids.length === 0) return nothing('not-stated')
  const wheres = found
    .filter((each, n) => found.findIndex((other) => other.id === each.id) === n)
    .map((each) => each.where)
  return certain(ids, merged(wheres), START.auditor + (opinion.value ? 0.03 : -0.15))
}

function clean(opinion: Field<Opinion>): Partial<Field<string[]>> {
  return { value: [], confidence: opinion.confidence, evidence: opinion.evidence }
}

function merged(wheres: Span[]): Span[] {
  const spans: Span[] = []
  for (const where of wheres) {
    const last = spans.at(-1)
    if (last && where.start - last.start < 300) last.end = where.end
    else spans.push({ ...where })
  }
  return spans
}

/** Leaves out the opinions on HIPAA, HITRUST and the like: those are answers of their own. */
function mainOpinions(opinions: Span[]): Span[] {
  const complete = opinions.filter((span) => LIMB.test(textOf(span)))
  return complete.filter((span) => {
    const before = span.flow.text.slice(Math.max(0, span.start - 80), span.start)
    const text = textOf(span)
    const description =
      /\bdescription\b[^.]{0,160}\bpresent|\bpresents?\b[^.]{0,160}\bdescription criteria/i.test(text)
    return !(/\badditional\b/i.test(before) || (ADDITIONAL.test(text.slice(0, 900)) && !description))
  })
}

function judge(span: Span): Opinion {
  const text = textOf(span)
  if (ADVERSE.test(text)) return 'adverse'
  return EXCEPT.test(text) ? 'qualified' : 'unqualified'
}

function disclaimerOf(report: AuditorReport): Span | null {
  if (!report.disclaimed) return null
  const sure =
    engaged(report.flow.text) ||
    /\bsufficient\s+appropriate\s+evidence\b[^.]*\bbasis\s+for\b/i.test(notBoilerplate(report.flow.text))
  return sure && (engaged(report.flow.text) || report.opinions.length === 0) ? report.disclaimed : null
}

function notBoilerplate(text: string): string {
  return text.replace(/\bwe\s+believe\s+that\s+the\s+evidence[^.]*\./gi, '')
}

function headingsOf(report: AuditorReport): { value: Opinion; where: Span }[] {
  const text = report.flow.text
  return [...text.matchAll(HEADING)].map((match) => {
    const word = match[1]!.toLowerCase()
    const value: Opinion = word === 'modified' ? 'qualified' : (word as Opinion)
    const start = match.index + match[0].search(/\S/)
    return { value, where: { flow: report.flow, start, end: match.index + match[0].length } }
  })
}

function agrees(heading: Opinion, opinion: Opinion): boolean {
  return (
    heading === opinion || (heading === 'qualified' && opinion !== 'unqualified' && opinion !== 'disclaimer')
  )
}

/** No opinion found: an assertion that is itself modified must not leave the impression of a clean one. */
function unread(report: AuditorReport, outline: ReportOutline): Field<Opinion> {
  const assertion = modifiedAssertion(outline)
  if (assertion) return conflict([{ value: 'qualified', evidence: quotes(assertion) }])
  return nothing(report.flow.text === '' ? 'not-in-document' : 'not-stated')
}

function modifiedAssertion(outline: ReportOutline): Span | null {
  return matchIn(whole(outline.flowOf('assertion')), new RegExp(EXCEPT.source + '[^.]{0,80}', 'i'))
}

function assertionAgrees(outline: ReportOutline, opinion: Opinion): boolean {
  const assertion = whole(outline.flowOf('assertion'))
  if (assertion.end < 400) return false
  return (modifiedAssertion(outline) !== null) === (opinion !== 'unqualified')
}

function shownPart(span: Span, value: Opinion): Span {
  const text = textOf(span)
  const telling = value === 'adverse' ? ADVERSE.exec(text) : null
  const end = Math.max(320, telling ? telling.index + telling[0].length : 0)
  return end > 390
    ? within(span, telling!.index, telling!.index + 300)
    : within(span, 0, Math.min(end, text.length))
}
