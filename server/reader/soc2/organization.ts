import type { ReportOutline } from '../outline'
import { quotes, textOf, whole, within, type Span } from '../outline/flow'
import type { Field } from '../reading'
import type { AuditorReport } from './auditorReport'
import { conflict, level, START, type Found } from './confidence'
import { cleanName, sameParty } from './names'

type Place = Found<string>

const OPENING =
  /^\s*we\s+(?:have\s+)?(?:also\s+)?(?:examined|were\s+engaged\s+to\s+(?:examine|perform|report\s+on)|have\s+been\s+engaged\s+to\s+(?:examine|report\s+on)|audited)\s+/i
const POSSESSED =
  /^(?:the\s+)?([A-Z0-9][^\n]{0,160}?)(?:'s|(?<=s)')?\s*(?:\([^)]{1,120}\)'?s?\s*,?\s*)*(?:(?:accompanying|attached|written|management's)\s+)*(?:description|system\s+description|assertion)\b/i
const TITLED =
  /\bdescription\s+titled\s+["'“]?(?:the\s+)?([A-Z0-9][^"\n]{1,80}?)(?:'s|(?<=s)')\s+description/i
const SHORT = `(?:\\s*\\([^)]{1,80}\\))?`
const OF_ITS = new RegExp(
  `\\bdescription\\s+(?:in\\s+[sS]ection\\s+\\w+,?\\s+|included\\s+[^.;]{3,40}\\s+)?of\\s+(?:the\\s+)?([A-Z0-9][^"\\n;]{1,80}?)${SHORT}(?:'s|(?<=s)')\\s`,
)
const SYSTEM_OF =
  /\b(?:system|services|controls)\s+of\s+(?:the\s+)?([A-Z0-9][^"\n;]{1,80}?)\s*(?:\(|,?\s+(?:related|for|throughout|as\s+of|during|used|that)\b)/
const PREPARED_BY =
  /\bdescription\b[^.;"]{0,120}?\bprepared\s+by\s+(?:the\s+)?(?:management\s+of\s+)?([A-Z0-9][^"\n;(]{1,80}?)(?=\s*(?:\(|,?\s+(?:of\s+(?:its|their|the)|throughout|over|for|during|as\s+of|based|in\s+accordance|and\s+the\s+suitability)\b|,\s+[a-z]))/
const SHORTENED =
  /\bof\s+(?:the\s+)?([A-Z0-9](?:(?!\sof\s)[^"\n;()]){1,80}?)\s*\((?:the\s+)?["“][^"”)]{2,60}["”](?:\s+or\s+[^)]{2,60})?\)/
const BOARD =
  /(?:^|\n)\s*(?:the\s+)?(?:board\s+of\s+(?:directors|managers|trustees)|management|board|audit\s+committee|stakeholders)(?:\s+and\s+(?:management|shareholders))?(?:\s+of)?\s*[,:]?\s*\n\s*([A-Z0-9][^\n:]{2,80}?)\s*,?(?=\n)/i
const ADDRESSEE =
  /(?:^|\n)\s*to\s*(?:the\s+)?(?::\s*)?(?:(?:the\s+)?(?:management|board(?:\s+of\s+(?:directors|managers|trustees))?|stakeholders|directors|members|shareholders|owners|partners|executive\s+(?:team|management)|audit\s+committee|users)(?:\s*(?:,|and)\s*(?:the\s+)?(?:management|board\s+of\s+directors|stakeholders|shareholders|users)(?:\s+of)?)*\s*(?:of|at|,|:|\n)\s*)?(?:the\s+)?([A-Z0-9][^\n:]{1,100}?)\s*(?::|\n|$)/i
const ASSERTION = [
  /(?:^|\n)\s*(?:section\s+\w+\s*[:.–—-]*\s*)?(?:written\s+)?assertion\s+of\s+(?:the\s+)?(?:management\s+of\s+)?([A-Z0-9][^\n]{1,80}?)(?:'s)?(?:\s+management)?\s*(?:\n|$)/i,
  /(?:^|\n)\s*(?:section\s+\w+\s*[:.–—-]*\s*)?([A-Z0-9][^\n]{1,80}?)(?:'s|(?<=s)')\s+(?:management\s+)?(?:assertion|management\s+assertion)/i,
  /\bwe,?\s+(?:as\s+)?(?:the\s+)?management\s+of\s+([A-Z0-9][^\n;.]{1,80}?)\s*(?:\(|,\s+(?:are|have)|\s+(?:are|have|has|is)\b)/i,
  /\bprepared\s+the\s+(?:accompanying\s+)?description\s+of\s+([A-Z0-9][^\n;.]{1,80}?)(?:'s|(?<=s)')\s/i,
]
const TO_NOBODY = /^(?:we\s+(?:have|were)|whom|management|the|achieve|obtain|provide|be|user)\b/i

/** Named by the auditor, who examined its description or writes to it; the assertion and the cover confirm. */
export function readOrganization(report: AuditorReport, outline: ReportOutline): Field<string> {
  const places = [...inScope(report), ...addressee(report), ...inAssertion(outline)]
  const known = places[0]
  const cover = onCover(outline, known?.value)
  return settle([...places, ...cover])
}

function settle(places: Place[]): Field<string> {
  const quoted = places
    .map((place) => ({ ...place, evidence: quotes(place.where) }))
    .filter((place) => place.evidence.length > 0)
  const [first] = quoted
  if (!first) return { value: null, status: 'not-stated', confidence: 0, evidence: [] }
  const strangers = quoted.filter(
    (place) =>
      !sameParty(place.value, first.value) && !place.value.toLowerCase().includes(first.value.toLowerCase()),
  )
  const same = quoted.filter((place) => !strangers.includes(place))
  if (strangers.some((place) => place.from === 'auditor') && first.from === 'auditor')
    return outvoted(quoted, first, strangers)
  const fullest = same.reduce((a, b) =>
    b.value.length > a.value.length && sameParty(a.value, b.value) ? b : a,
  )
  const more = Math.min(0.12, 0.05 * (new Set(same.map((place) => place.from)).size - 1))
  const doubt = strangers.length > 0 ? 0.05 : 0
  const evidence = [...fullest.evidence, ...(fullest === first ? [] : first.evidence)]
  return {
    value: fullest.value,
    status: 'found',
    confidence: level(START[first.from] + more - doubt, evidence),
    evidence,
  }
}

/** The addressee may be a parent: the assertion or the cover says which of the two it is. */
function outvoted(
  quoted: (Place & { evidence: ReturnType<typeof quotes> })[],
  first: Place,
  strangers: Place[],
): Field<string> {
  const rest = quoted.filter((place) => !strangers.includes(place))
  if (rest.length > 1) return settle(rest)
  const second = quoted.filter((place) => sameParty(place.value, strangers[0]!.value))
  return second.length > 1 && first.from !== 'auditor' ? settle(second) : conflict(quoted)
}

function inScope(report: AuditorReport): Place[] {
  if (!report.scopeSentence) return []
  const text = textOf(report.scopeSentence)
  const opening = OPENING.exec(text)
  const from = opening?.[0].length ?? 0
  const rest = text.slice(from, from + 900)
  const preparer = PREPARED_BY.exec(rest)
  if (preparer && /^[^.]{0,200}$/.test(rest.slice(0, preparer.index)))
    return group(report.scopeSentence, from, preparer)
  const match = POSSESSED.exec(rest)
  const direct =
    match && !/\b(?:accompanying|attached|description|assertion)\b/i.test(match[1]!)
      ? group(report.scopeSentence, from, match)
      : []
  if (direct.length > 0) return direct
  const other = TITLED.exec(rest) ?? OF_ITS.exec(rest) ?? SYSTEM_OF.exec(rest) ?? SHORTENED.exec(rest)
  return other ? group(report.scopeSentence, from, other) : []
}

function group(span: Span, from: number, match: RegExpExecArray, source: Place['from'] = 'auditor'): Place[] {
  const name = cleanName(match[1]!)
  const start = from + match.index + match[0].indexOf(match[1]!)
  return name ? [{ value: name, where: within(span, start, start + match[1]!.length), from: source }] : []
}

function addressee(report: AuditorReport): Place[] {
  const examined = report.scope?.start ?? Math.min(report.flow.text.length, 1500)
  const span = within(whole(report.flow), 0, examined)
  return (
    [ADDRESSEE, BOARD]
      .map((pattern) => pattern.exec(textOf(span)))
      .map((match) => (match && !TO_NOBODY.test(match[1]!) ? group(span, 0, match) : []))
      .find((places) => places.length > 0) ?? []
  )
}

function inAssertion(outline: ReportOutline): Place[] {
  const flow = whole(outline.flowOf('assertion'))
  const span = within(flow, 0, Math.min(flow.end, 2500))
  for (const pattern of ASSERTION) {
    const match = pattern.exec(textOf(span))
    const found =
      match && !/\bmanagement\b|\bassertion\b/i.test(match[1]!) ? group(span, 0, match, 'assertion') : []
    if (found.length > 0) return found
  }
  return []
}

function onCover(outline: ReportOutline, known: string | undefined): Place[] {
  const cover = whole(outline.flowOf('cover'))
  const text = textOf(cover)
  if (known) {
    const at = text.toLowerCase().indexOf(known.toLowerCase())
    return at < 0 ? [] : [{ value: known, where: within(cover, at, at + known.length), from: 'cover' }]
  }
  const line =
    /(?:^|\n|[–—|]\s)\s*([A-Z0-9][^\n–—|]{1,70}?(?:,?\s+(?:Inc\.?|LLC|Ltd\.?|Limited|Corp\.?|Corporation|Company|Group|GmbH|B\.V\.|N\.V\.|PLC|Pty|L\.P\.)))(?=\s|$|['–—|])/.exec(
      text,
    )
  return line ? group(cover, 0, line, 'cover') : []
}
