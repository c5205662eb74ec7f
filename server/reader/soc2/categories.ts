import type { ReportOutline } from '../outline'
import { quotes, textOf, within, type Span } from '../outline/flow'
import type { Category, Field } from '../reading'
import type { AuditorReport } from './auditorReport'
import { agree, conflict, type Found } from './confidence'
import { placesOf, type Place } from './places'

const ORDER: Category[] = ['security', 'availability', 'processing-integrity', 'confidentiality', 'privacy']
const NAME = /^(?:security|availability|processing[\s-]+integrity|confidentiality|privacy)\b/i
const BETWEEN =
  /^(?:(?:also\s+known\s+as\s+)?(?:the\s+)?common\s+criteria\b|[\s,;:&/•()"'“”]+|and\/or\b|and\b|or\b|as\s+well\s+as\b|the\b|(?:trust\s+services?\s+)?(?:categor(?:y|ies)|criteria|principles?)\b(?=\s*(?:,|and|&|or)\s*(?:security|availability|processing|confidentiality|privacy)))/i
const OF_CRITERIA =
  /^\)?\s+(?:(?:applicable\s+)?trust\s+services?\s+)?(?:criteria|principles?|categor(?:y|ies))\b/i
const ANCHOR =
  /\b(?:relevant|related|relating|applicable|pertaining)\s+to(?:\s+each\s+of)?\s*:?\s*(?:the\s+)?(?:(?:applicable\s+)?(?:trust\s+services?\s+)?(?:categor(?:y|ies)|criteria|principles?)\s+(?:of|for)\s+)?|\b(?:categor(?:y|ies)|criteria|principles?)\s*(?:\s(?:of|for|are|is|include)\s|:)\s*(?:the\s+)?/gi
const TITLE =
  /(?:\d{4}\s+)?trust\s+services?\s+(?:criteria|principles)(?:\s*,?\s*(?:and|&)\s+criteria)?(?:,?\s+(?:and\s+)?illustrations)?\s+for\s+security,?\s+availability,?\s+processing\s+integrity,?\s+confidentiality,?\s+(?:and|or|&)\s+privacy/gi
const GENERIC =
  /relevant\s+to\s+security,?\s+availability,?\s+processing\s+integrity,?\s+confidentiality,?\s+(?:or|and\/or)\s+privacy/gi
const BY_SYSTEM = /^\s*\(?\s*(?:for\s+)?(?:both|all|each|[^().;]{2,60}\bonly)\b[^().;]{0,40}\)/i

interface List {
  categories: Category[]
  where: Span
}

/** The short list in the scope sentence; the five names in the title of the criteria are no answer. */
export function readCategories(report: AuditorReport, outline: ReportOutline): Field<Category[]> {
  const places = placesOf(report, outline)
  const scope = report.scopeSentence && listsIn(report.scopeSentence)
  const perSystem = scope && report.scopeSentence ? systemLists(scope, report.scopeSentence) : []
  if (perSystem.length > 1)
    return conflict(perSystem.map((list) => ({ value: list.categories, evidence: quotes(list.where) })))
  const found = places.flatMap((place) => listsOf(place).map((list) => asFound(list, place)))
  return agree(withoutGeneric(found))
}

function asFound(list: List, { from }: Place): Found<Category[]> {
  return { value: list.categories, where: list.where, from }
}

/** Many covers print the name of the whole programme, which has all five. */
function withoutGeneric(found: Found<Category[]>[]): Found<Category[]>[] {
  const [first] = found
  if (first?.from !== 'auditor') return found
  return found.filter((each) => each.from === 'auditor' || each.value.length < 5 || first.value.length === 5)
}

function listsOf(place: Place): List[] {
  const lists = listsIn(place.span)
  if (place.from === 'auditor') return lists.slice(0, 1)
  return lists.length > 0 ? lists.slice(0, 1) : place.from === 'cover' ? bareList(place.span) : []
}

/** A cover often prints the names alone. */
function bareList(span: Span): List[] {
  const text = masked(textOf(span))
  const first = /\b(?:security|availability|processing\s+integrity|confidentiality|privacy)\b/i.exec(text)
  const list = first && listAt(span, text, first.index)
  return list &&
    (list.categories.length > 1 || /^\s*$/m.test(text.slice(list.where.end - span.start).split('\n')[0]!))
    ? [list]
    : []
}

function listsIn(span: Span): List[] {
  const text = masked(textOf(span))
  const lists = [...text.matchAll(ANCHOR)].flatMap((match) => {
    const list = listAt(span, text, match.index + match[0].length)
    return list ? [list] : []
  })
  return lists.length > 0 ? lists : namedBefore(span, text)
}

/** "… based on the Security and Availability trust services criteria". */
function namedBefore(span: Span, text: string): List[] {
  return [...text.matchAll(new RegExp(NAME.source.slice(1), 'gi'))]
    .flatMap((match) => {
      const list = listAt(span, text, match.index)
      const after = list ? text.slice(list.where.end - span.start, list.where.end - span.start + 60) : ''
      return list && OF_CRITERIA.test(after) ? [list] : []
    })
    .slice(0, 1)
}

function listAt(span: Span, text: string, start: number): List | null {
  const names = new Set<Category>()
  let at = start
  let end = start
  for (let step = 0; step < 40; step++) {
    const rest = text.slice(at, at + 120)
    const name = NAME.exec(rest)
    const skip = name ?? BETWEEN.exec(rest)
    if (!skip || skip[0] === '') break
    at += skip[0].length
    if (name) names.add(name[0].toLowerCase().replace(/[\s-]+/, '-') as Category)
    if (name) end = at
  }
  if (
    names.size === 0 ||
    /^\s+(?:polic|incident|officer|polici|awareness|team|program|notice|agreement|of\s)/i.test(
      text.slice(end, end + 20),
    )
  )
    return null
  return { categories: ORDER.filter((name) => names.has(name)), where: within(span, start, end) }
}

/** "security (both systems) and availability (Marlin Stream only)"; or one list after another, each with its system. */
function systemLists(lists: List[], scope: Span): List[] {
  const text = textOf(scope)
  const [first] = lists
  if (!first) return []
  const after = text.slice(first.where.end - scope.start, first.where.end - scope.start + 140)
  const split = BY_SYSTEM.exec(after)
  if (split) return [first, extended(first, scope, split[0].length)].filter((list) => list !== null)
  return lists.filter(
    (list, n) => lists.findIndex((other) => other.categories.join() === list.categories.join()) === n,
  )
}

function extended(first: List, scope: Span, skipped: number): List | null {
  const text = masked(textOf(scope))
  const more = listAt(scope, text, first.where.end - scope.start + skipped)
  if (!more) return null
  const all = new Set([...first.categories, ...more.categories])
  return { categories: ORDER.filter((name) => all.has(name)), where: { ...first.where, end: more.where.end } }
}

function masked(text: string): string {
  const blank = (match: string) => '_'.repeat(match.length)
  return text.replace(TITLE, blank).replace(GENERIC, blank)
}
