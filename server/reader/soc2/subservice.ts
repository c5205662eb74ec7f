import type { ReportOutline } from '../outline'
import { flowOf, quotes, textOf, whole, within, type Flow, type Span } from '../outline/flow'
import type { Doc } from '../pages'
import type { Field, SubserviceOrganization, Warning } from '../reading'
import type { AuditorReport } from './auditorReport'
import { certain, level, START } from './confidence'
import { methodsOf } from './methods'
import { limitedTo } from './drawnLine'
import { namesAt, namesBefore, shortenedNames, type NamedParty } from './nameLists'
import { sameParty } from './names'
import { isOwn, joined, spellOut, type Party, type Source } from './parties'
import { sentencesOf } from './sentences'
import { tabledNames } from './subserviceTables'

const SUB = /\bsub-?\s?service\b|\bcarve[sd]?[\s-]?out\b|\binclusive\s+method\b/i
const LIMIT =
  /\b(?:did|do|does)\s+not\s+(?:include|extend|cover|comprise|reach|encompass|examine)\b|\bexclud(?:es|ed|ing)\b|\bextend(?:s|ed)\s+to\b|\bnot\s+(?:been\s+)?included\s+(?:with)?in\s+the\s+scope\b|\boutside\s+(?:of\s+)?the\s+scope\b/i
/** What follows the naming of a host: its controls are left out or taken in. */
const FOLLOWED =
  /\b(?:carve[sd]?[\s-]?out|inclusive|exclud\w+|outside\s+the\s+(?:description|scope)|(?:did|does|do)\s+not\s+(?:include|extend|cover|comprise|examine|disclose))\b/i
const POINTS_BACK = /\b(?:these|this|those|that|both|them|it|its|their|they|such|all|each)\b/i
const HOSTED =
  /\b(?:houses?|housed|stores?|stored|keeps?|kept|runs?|resides?|hosts?|hosted|operates?|backs?\s+up|performed|provided|managed)\b/i
const PLACED =
  /\b(?:houses?|stores?|keeps?|kept|runs?|resides?|operates?|backs?)\b[^.;]{0,70}?\s(?:with|on|at|by)\s+(?=[A-Z])/g
const ANCHORS = [
  /\b(?:uses?|utili[sz]es?|relies\s+(?:up)?on|rely\s+(?:up)?on|engages?|contracts?\s+with|outsources?\s+[^.;]{2,80}?\s+to|ha(?:s|ve)\s+(?:engaged|contracted\s+with|outsourced\s+[^.;]{2,80}?\s+to)|leverages?)\s+(?:the\s+services\s+of\s+)?(?:(?:an?|the|certain|various|third[\s-]party|following|its|(?:\w+\s+)?cloud|\w+ing|infrastructure|service)\s+)*(?:sub-?service\s+(?:organi[sz]ations?|providers?)|(?:service|cloud|hosting|data\s+cent(?:er|re)|third[\s-]party)\s+(?:service\s+)?(?:providers?|vendors?|organi[sz]ations?))?\s*[,:(-]*\s*(?:such\s+as|including|namely|identified\s+as)?\s*(?:\(?(?:1|i|a)\)\s*)?(?=[A-Z0-9]|[a-z][A-Z])/g,
  /\bsub-?\s?service\s+(?:organi[sz]ations?|providers?)\s*(?:\([^)]{1,30}\)\s*)?[,:(-]*\s*(?:(?:(?:are|is|was|were)\s+(?:used|engaged|as\s+follows|included|identified)|are|is|was|were|includes?|included|named|identified\s+as|as\s+follows|such\s+as|of|called|used)\b[\s:]*)?(?:\(?(?:1|i|a)\)\s*)?(?=[A-Z0-9])/gi,
  /\b(?:controls|services|policies|procedures|functions|activities)\s+(?:of|at|provided\s+by|performed\s+by|operated\s+by)\s+(?=[A-Z])/g,
  /\b(?:did|do|does)\s+not\s+(?:include|extend\s+to|cover|comprise|examine)\s+(?=[A-Z])/g,
  /\b(?:hosted|operated|provided|managed|performed|maintained)\s+(?:by|at|on|in|within)\s+(?=[A-Z])/g,
  /\b(?:data\s+cent(?:er|re)s?|facilit(?:y|ies)|cloud|infrastructure|environment)\s+(?:of|at|from)\s+(?=[A-Z])/g,
  /\bsub-?\s?service\s+(?:organi[sz]ations?|providers?)\s+(?:that\s+(?:are|is)\s+)?(?:used|engaged|utili[sz]ed|relied\s+(?:up)?on)\s+(?:by|in|to|for)\s+[^.,;:]{2,80}?\s+(?:are|is|includes?|were|was)\s*:?\s+(?=[A-Z])/gi,
]
const IS_SUB =
  /^\s*[A-Z][^.;]*?\b(?:is|are|as)\s+(?:an?\s+|the\s+|its\s+|our\s+)?(?:only\s+|sole\s+)?(?:[\w-]+\s+){0,2}sub-?service\s+organi[sz]ation/
const APPOSITION =
  /,?\s+(?:which\s+(?:is|are)\s+|each\s+|both\s+)?(?:(?:an?|the|its|our)\s+)?(?:[a-z-]+\s+){0,3}sub-?\s?service\s+organi[sz]ation/g
const SUBS = 'sub-?\\s?service\\s+(?:organi[sz]ations?|providers?)'
const NONE = new RegExp(
  [
    `\\b(?:does|do|did|has|have)\\s+not\\s+(?:use[ds]?|utili[sz]ed?|rel(?:y|ied)\\s+(?:up)?on|engaged?|employ(?:ed)?|outsourced?\\s+to|have|contract(?:ed)?\\s+with)\\s+(?:any\\s+)?(?:third[\\s-]party\\s+)?(?:${SUBS}|third[\\s-]party\\s+sub-?service)`,
    `\\bno\\s+(?:(?:significant|relevant|third[\\s-]party)\\s+)?${SUBS}\\s+(?:are|were|is|was|have|has|used|identified|in\\s+scope)`,
    `\\b(?:are|were|is|was|has|have|had|uses?|used|utili[sz]es?|engages?|employs?|identified|involves?)\\s+no\\s+(?:(?:significant|relevant)\\s+)?${SUBS}\\b`,
    `\\bwithout\\s+(?:the\\s+(?:use|help|involvement)\\s+of\\s+)?(?:any\\s+)?${SUBS}\\b`,
    `\\bno(?:ne|\\s+(?:part|portion|function|service|component)s?)\\b[^.]{0,80}\\b(?:provided|performed|operated|outsourced|delivered|handled)\\s+(?:by|to)\\s+(?:an?\\s+|any\\s+)?${SUBS}\\b`,
    `\\b${SUBS}\\s*[:.–-]?\\s*(?:\\(?CSOCs?\\)?\\s*)?(?:none|not\\s+applicable|n\\/a|(?:[\\w\\s]{2,40}\\s)?identified\\s+none)\\b`,
  ].join('|'),
  'i',
)
const NOT_NONE = /\b(?:other\s+than|except|apart\s+from|besides|added|removed|changed|additional|other)\b/i
const NONE_BELOW = new RegExp(
  `(?:^|\\n)[^\\n.]{0,60}\\b${SUBS}(?:\\s+controls?)?(?:\\s+\\([^)\\n]{1,12}\\))?\\s*\\n\\s*((?:None|Not\\s+applicable|N\\/A)\\b[^\\n]{0,160})`,
  'i',
)
const LISTED = new RegExp(`^\\s*(?:list\\s+of\\s+)?${SUBS}\\s*(?:\\([^)]{1,40}\\)\\s*)?:`, 'i')
/** "… includes only the controls of Acme": of the reporting company. */
const ONLY = /\bonly\s+(?:the\s+)?$/
const PROVIDED =
  /(?:\s*\([^()]*\))?\s*,\s*(?:which\s+is\s+)?(?:provided|operated|offered|owned|run|delivered|supplied|managed)\s+by\s+(?:the\s+)?$/
const SPEAKS = /sub-?\s?service|carve|inclusive|not (?:include|extend|cover)|exclud|extend/i
const MOST_SENTENCES = 400

export interface Subservice {
  field: Field<SubserviceOrganization[]>
  warnings: Warning[]
}

/** Who does part of the work, each with the method: the auditor's scope first, then the description and its tables. */
export function readSubservice(
  doc: Doc,
  report: AuditorReport,
  outline: ReportOutline,
  not: string[],
): Subservice {
  const scope = report.scope ?? whole(report.flow)
  const body = flowOf('description', describedPages(outline))
  const audited = sentencesOf(scope)
  const described = sentencesOf(whole(body))
    .filter((sentence) => SUB.test(textOf(sentence)) || limits(textOf(sentence)))
    .slice(0, MOST_SENTENCES)
  const parties = joined(
    [
      ...audited.flatMap((sentence, n) => namesIn(sentence, 'auditor', isFollowed(audited, n))),
      ...limitedTo(report).map((party) => ({ ...party, from: 'auditor' as const, others: [] })),
      ...described.flatMap((sentence) => namesIn(sentence, 'description')),
      ...tabledNames(doc, outline).map((party) => ({ ...party, from: 'description' as const, others: [] })),
    ].filter((party) => !not.some((name) => isOwn(party.name, name) || sameParty(name, party.alias ?? ''))),
  )
  if (parties.length === 0) {
    const late = lateList(outline).filter(({ name }) => !not.some((one) => isOwn(name, one)))
    return late.length > 0
      ? { field: listed(late, sentencesOf(whole(outline.flowOf('tests')))), warnings: [] }
      : unnamed([...audited, ...described], noneBelow(body))
  }
  for (const party of parties) spellOut(party, [whole(report.flow), whole(body)])
  return { field: listed(parties, [...audited, ...described]), warnings: [] }
}

/** "… houses its servers with X. Our examination excludes the controls of this organization." */
function isFollowed(sentences: Span[], n: number): boolean {
  const own = textOf(sentences[n]!)
  const next = sentences.slice(n + 1, n + 3).map(textOf)
  return HOSTED.test(own) && next.some((text) => FOLLOWED.test(text) && POINTS_BACK.test(text))
}

/** A list that stands behind the tests is read only where nothing else names anybody. */
function lateList(outline: ReportOutline): Party[] {
  return joined(
    sentencesOf(whole(outline.flowOf('tests')))
      .filter((sentence) => LISTED.test(textOf(sentence)))
      .flatMap((sentence) => namesIn(sentence, 'description')),
  )
}

function noneBelow(body: Flow): Span | null {
  const match = NONE_BELOW.exec(body.text)
  const start = match ? match.index + match[0].search(/\S/) : 0
  return match ? within(whole(body), start, match.index + match[0].length) : null
}

/** Pages outside the auditor's report and the tests that speak of others' controls at all. */
function describedPages(outline: ReportOutline) {
  return (['assertion', 'description', 'other', 'unknown'] as const).flatMap((section) =>
    outline
      .flowOf(section)
      .pieces.map(({ page, from, length }) => ({ page, from, to: from + length }))
      .filter(({ page, from, to }) => SPEAKS.test(page.text.slice(from, to))),
  )
}

function limits(text: string): boolean {
  return /\b(?:examination|audit|procedures|description|scope)\b/i.test(text) && LIMIT.test(text)
}

function isNone(text: string): boolean {
  return NONE.test(text) && !NOT_NONE.test(text)
}

function namesIn(sentence: Span, from: Source, followed = false): Party[] {
  const text = textOf(sentence)
  if (isNone(text) || isAboutItsReport(text) || isHeading(text)) return []
  const uses =
    /\b(?:uses?|utili[sz]es?|relies|engage[sd]?|contract(?:s|ed)?|outsource[sd]?|leverages?)\b/.test(text)
  const about = SUB.test(text) || limits(text) || followed
  if (!about && !(from === 'auditor' && uses)) return []
  const patterns =
    from === 'auditor' || about ? [...ANCHORS, ...(followed ? [PLACED] : [])] : ANCHORS.slice(0, 2)
  const found = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .filter((match) => !ONLY.test(text.slice(0, match.index)))
      .flatMap((match) => namesAt(sentence, match.index + match[0].length).names),
  )
  const named = found.filter((party) => !isOwner(party, found, sentence))
  const subject = IS_SUB.test(text) ? namesAt(sentence, text.search(/\S/)).names : []
  const beside = [...text.matchAll(APPOSITION)].flatMap((match) => namesBefore(sentence, match.index))
  const short = uses ? [...shortenedNames(sentence), ...(SUB.test(text) ? bracketedNames(sentence) : [])] : []
  return [...named, ...subject, ...beside, ...short, ...bulleted(sentence)].map((party) => ({
    ...party,
    from,
    others: [],
  }))
}

/** "X (OCI), provided by Y, Inc.": Y is no further party. */
function isOwner(party: NamedParty, others: NamedParty[], sentence: Span): boolean {
  const before = textOf(sentence).slice(0, party.where.start - sentence.start)
  const provided = PROVIDED.exec(before)
  const rest = provided && before.slice(0, provided.index)
  return others.some((other) => other !== party && rest?.endsWith(other.name))
}

/** "… to provide hosting (Amazon Web Services) and e-mail (SendGrid)". */
function bracketedNames(sentence: Span): NamedParty[] {
  return [...textOf(sentence).matchAll(/[a-z]\s+\((?=[A-Z])/g)].flatMap((match) => {
    const { names, end } = namesAt(sentence, match.index + match[0].length)
    const closed = /^[\s,"']*(?:["'][^"')]{2,30}["'])?\)/.test(textOf(sentence).slice(end, end + 40))
    return closed ? names.filter(({ name }) => name.length > 5 || !/^[A-Z]+$/.test(name)) : []
  })
}

function isHeading(text: string): boolean {
  return text.length < 90 && !/[.:;(,-]/.test(text)
}

/** "… the following subservice organizations:" and then a name on each line. */
function bulleted(sentence: Span): NamedParty[] {
  const text = textOf(sentence)
  if (!/:\s*$/.test(text) || !/\bsub-?\s?service\s+(?:organi[sz]ations?|providers?)\b/i.test(text)) return []
  const flow = whole(sentence.flow)
  const names: NamedParty[] = []
  let at = sentence.end
  for (let line = 0; line < 15; line++) {
    const rest = flow.flow.text.slice(at, at + 400)
    const bullet = /^\s*(?:[•*o-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s*/.exec(rest)
    if (!bullet) break
    names.push(...namesAt(within(flow, at, at + 400), bullet[0].length).names.slice(0, 1))
    const end = rest.indexOf('\n', bullet[0].length)
    if (end < 0) break
    at += end
  }
  return names
}

/** "AWS undergoes an annual SOC 2 examination" speaks of its report, not of this one. */
function isAboutItsReport(text: string): boolean {
  return (
    /\b(?:undergoes|obtains?|reviews?|report\s+(?:obtained|covered))\b/i.test(text) &&
    /\bSOC\b|\bISO\b/.test(text) &&
    !/\bcarve|did not extend|did not include/i.test(text)
  )
}

function listed(parties: Party[], sentences: Span[]): Field<SubserviceOrganization[]> {
  const methods = methodsOf(parties, sentences)
  const value = parties.map((party, n) => ({ name: party.name, method: methods[n]! }))
  const evidence = parties.flatMap((party) => quotes(widened(party.where)))
  if (evidence.length === 0) return { value: null, status: 'unreadable', confidence: 0, evidence: [] }
  const known = parties.filter((party) => party.from === 'auditor')
  const start =
    known.length === parties.length ? START.auditor : known.length > 0 ? 0.7 : START.description + 0.1
  const confirmed = parties.every((party) =>
    party.others.some((other) => other.where.flow !== party.where.flow),
  )
    ? 0.05
    : 0
  const lost = speaksOfIncluded(sentences) && value.every((each) => each.method !== 'inclusive')
  const doubt = (value.some((each) => each.method === 'unclear') ? 0.15 : 0) + (lost ? 0.15 : 0)
  return { value, status: 'found', confidence: level(start + confirmed - doubt, evidence), evidence }
}

/** Somebody's controls are included, so one party at least is. */
function speaksOfIncluded(sentences: Span[]): boolean {
  return sentences.some((sentence) =>
    /(?<!not )(?<!than )(?<!than the )\binclusive\s+(?:method|basis|sub-?service)\b|\bincluded\s+sub-?service\s+organi[sz]ation/i.test(
      textOf(sentence),
    ),
  )
}

function widened(where: Span): Span {
  const text = where.flow.text
  const stop = /[.\n]\s/.exec(text.slice(where.end, where.end + 160))
  return {
    ...where,
    end: Math.min(
      text.length,
      where.end + (stop ? stop.index : Math.max(0, text.slice(where.end, where.end + 160).lastIndexOf(' '))),
    ),
  }
}

function unnamed(sentences: Span[], below: Span | null): Subservice {
  const none = sentences.find((sentence) => isNone(textOf(sentence))) ?? below
  if (none)
    return {
      field: certain(
        [] as SubserviceOrganization[],
        none,
        none.flow.section === 'auditor' ? 0.85 : 0.75,
        'stated-none',
      ),
      warnings: [],
    }
  const field: Field<SubserviceOrganization[]> = {
    value: null,
    status: 'not-stated',
    confidence: 0,
    evidence: [],
  }
  const spoken = sentences.find((sentence) => SUB.test(textOf(sentence)))
  if (!spoken) return { field, warnings: [] }
  const message = 'The report speaks of subservice organizations, but no name was found.'
  return {
    field,
    warnings: [{ code: 'subservice-unnamed', message, evidence: quotes(within(spoken, 0, 300)) }],
  }
}
