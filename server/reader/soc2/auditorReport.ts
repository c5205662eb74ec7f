import { matchIn, textOf, whole, within, type Flow, type Span } from '../outline/flow'
import type { ReportOutline } from '../outline'
import { OPINES } from '../outline/opines'
import { numericOrder, type Order } from './dates'

/** The parts of the auditor's report that decide most fields. */
export interface AuditorReport {
  flow: Flow
  /** From "We have examined" to the end of the scope paragraphs. */
  scope: Span | null
  /** The sentence that says what was examined, up to the title of the criteria. */
  scopeSentence: Span | null
  /** From "In our opinion" to the end of its limbs; one for each opinion. */
  opinions: Span[]
  basis: Span | null
  /** "We do not express an opinion on the description …", not the boilerplate of a Type 1. */
  disclaimed: Span | null
  order: Order | null
}

const EXAMINED =
  /\bwe\s+(?:have\s+)?(?:also\s+)?(?:examined|were\s+engaged\s+to\s+(?:examine|perform)|(?:have\s+been|were)\s+engaged\s+to\s+(?:examine|report\s+on)|audited)\b/i
const NEXT_PART =
  /\n\s*(?:service\s+organi[sz]ation'?s?'?s?\s+responsibilit|(?:the\s+)?responsibilit\w+\s+of\s+(?:the\s+)?(?:service|management)|management'?s?\s+responsibilit|\S+(?:\s+\S+){0,5}'s?\s+responsibilit|service\s+auditors?'?s?'?\s+(?:responsibilit|independence)|inherent\s+limitation|our\s+responsibilit)/i
const AFTER_OPINION =
  /(?:\n|\.\s)\s*(?:restrict(?:ed|ion)\w*\s+(?:on\s+|of\s+)?(?:the\s+)?(?:use|distribution)|intended\s+users?|use\s+of\s+(?:this|the)\s+report|this\s+report(?:,|\s+is|\s+and)|the\s+(?:information|report)\s+(?:in|is)|emphasis\s+of|other\s+matters?|description\s+of\s+(?:the\s+)?tests|additional\s+(?:subject|criteria)|opinion\s+on\b|basis\s+for)|\n\s*(?:as\s+discussed|the\s+specific\s+controls)/i
const BASIS =
  /\b(?:bas(?:is|es)|reasons?|grounds)\s+for\s+(?:(?:our|the|a)\s+)?(?:(?:qualified|adverse|modified)(?:\s+opinions?)?|qualifications?|modifications?|disclaimer(?:\s+of\s+opinion)?)|\bmatters?\s+giving\s+rise\s+to\s+(?:the\s+)?(?:qualified|adverse|modified|qualification|modification)(?:\s+opinion)?/i
const MODIFIED =
  /\b(?:except\s+(?:for|that|as)|with\s+the\s+exception\s+of|because\s+of)\b[^.;]{0,200}\b(?:matters?|effects?|preceding|above|previous|second|third|last)\b/i
const TELLS =
  /\b(?:accompanying|management's)\s+description\s+(?:of\s+\S+\s+)?(?:states|indicates|includes|asserts)|\bstates\s+(?:on|in|that)\b|\bwe\s+(?:noted|determined|found)\b|\bhowever,|\b(?:CC|PI|A|C|P)[1-9]\.\d\b/gi
const LONGEST_BASIS = 3000
const LONGEST_OPINION = 6000
const LONGEST_SCOPE = 9000

export function readAuditorReport(outline: ReportOutline): AuditorReport {
  const flow = outline.flowOf('auditor')
  const scope = scopeOf(flow)
  const opinions = opinionsOf(flow)
  return {
    flow,
    scope,
    scopeSentence: scope && scopeSentenceOf(scope),
    opinions,
    basis: basisOf(flow, opinions),
    disclaimed: disclaimedIn(flow),
    order: numericOrder(flow.text) ?? numericOrder(outline.flowOf('cover').text),
  }
}

function scopeOf(flow: Flow): Span | null {
  const examined = matchIn(whole(flow), EXAMINED)
  if (!examined) return null
  const rest = within(whole(flow), examined.start, Math.min(flow.text.length, examined.start + LONGEST_SCOPE))
  const text = textOf(rest)
  const ends = [NEXT_PART.exec(text)?.index, opinionAt(text)].filter(
    (end) => end !== undefined && end > 0,
  ) as number[]
  return within(rest, 0, Math.min(text.length, ...ends))
}

function opinionAt(text: string): number | undefined {
  return OPINES.exec(text)?.index
}

/** Up to the title of the trust services criteria, where it has one: what follows names other things. */
function scopeSentenceOf(scope: Span): Span {
  const text = textOf(scope)
  const title = /\bset\s+forth\s+in\s+(?:the\s+)?TSP|\bTSP\s+(?:section\s+)?100A?\b/i.exec(text)
  const full = /[^\s.]{3,}\.["')]*\s+(?=[A-Z])|\.\s*\n/.exec(text.slice(title?.index ?? 0))
  const end = full ? (title?.index ?? 0) + full.index + full[0].length : text.length
  return within(scope, 0, Math.max(title ? title.index : 0, Math.min(end, 4000)))
}

function opinionsOf(flow: Flow): Span[] {
  const starts = [...flow.text.matchAll(new RegExp(OPINES, 'gi'))].map((match) => match.index)
  return starts.map((start, n) => {
    const limit = Math.min(starts[n + 1] ?? flow.text.length, start + LONGEST_OPINION)
    const after = AFTER_OPINION.exec(flow.text.slice(start + 10, limit))
    return { flow, start, end: after ? start + 10 + after.index + 1 : limit }
  })
}

function basisOf(flow: Flow, opinions: Span[]): Span | null {
  const headings = [...flow.text.matchAll(new RegExp(BASIS, 'gi'))]
  // The opinion itself refers to the heading, so only one before it counts.
  const heading = headings.find(
    (match) => !opinions.some((opinion) => match.index > opinion.start && match.index < opinion.end),
  )
  if (heading) {
    const opinion = opinions.find((each) => each.start > heading.index)
    const rest = flow.text.slice(heading.index + heading[0].length)
    const end = opinion?.start ?? heading.index + heading[0].length + afterBasis(rest)
    return { flow, start: heading.index, end }
  }
  return paragraphBefore(flow, opinions)
}

function afterBasis(rest: string): number {
  const end = /\n\s*(?:disclaimer|restricted|opinion)\b/i.exec(rest)?.index
  return Math.min(end ?? rest.length, 4000)
}

/** "… the matter described above": the paragraphs before the opinion that speak of what was found, or name criteria. */
function paragraphBefore(flow: Flow, opinions: Span[]): Span | null {
  const modified = opinions.find((each) => MODIFIED.test(textOf(each).slice(0, 2000)))
  const end = modified?.start ?? (opinions.length === 0 ? flow.text.length : null)
  if (end === null) return null
  const from = Math.max(0, end - LONGEST_BASIS)
  const before = flow.text.slice(from, end)
  const marks = [...before.matchAll(TELLS)].filter(
    (mark) => !/\bnot\s+modified\b/i.test(paragraphAt(before, mark.index)),
  )
  if (marks.length === 0) return null
  return { flow, start: from + before.lastIndexOf('\n', marks[0]!.index) + 1, end }
}

function paragraphAt(text: string, at: number): string {
  const end = text.indexOf('\n', at)
  return text.slice(text.lastIndexOf('\n', at) + 1, end < 0 ? text.length : end)
}

function disclaimedIn(flow: Flow): Span | null {
  const text = flow.text
  const pattern =
    /\b(?:we\s+do\s+not|and\s+do\s+not|we\s+were\s+(?:not\s+able|unable)\s+to|do\s+not),?\s+(?:and\s+(?:we\s+)?do\s+not,?\s+)?express,?\s+an\s+opinion\b|\bdisclaimer\s+of\s+opinion\b|\bdo\s+not\s+express,?\s+(?:such\s+)?an\s+opinion\b/gi
  for (const match of text.matchAll(pattern)) {
    const before = text.slice(Math.max(0, match.index - 260), match.index)
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 60)
    if (/^\s*(?:thereon|on\s+(?:it|them|that|this\s+information|such)\b)/i.test(after)) continue
    if (
      /operating\s+effectiveness[^.]*$|(?:section\s+(?:v|5)|other\s+information)[^.]*$/i.test(before) &&
      !engaged(text)
    )
      continue
    if (/^\s*on\s+the\s+operating\s+effectiveness/i.test(after) && !engaged(text)) continue
    return { flow, start: match.index, end: match.index + match[0].length + Math.min(after.length, 60) }
  }
  return null
}

/** The words that open a report in which the auditor could not finish the work. */
export function engaged(text: string): boolean {
  return /\bwe\s+were\s+engaged\s+to\s+examine\b/i.test(text)
}
