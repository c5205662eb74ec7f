import type { ReportOutline } from '../outline'
import { textOf, whole, within, type Span } from '../outline/flow'
import type { Field } from '../reading'
import type { AuditorReport } from './auditorReport'
import { certain, START } from './confidence'

const STOP =
  '(?=\\s*(?:\\(|,?\\s+(?:titled|entitled|for\\s+(?:the|processing|providing|its|user)|throughout|as\\s+(?:of|at)|during|based|included|and\\s+the\\s+suitab|to\\s+(?:provide|meet)|that\\s+was|relevant|presented|in\\s+accordance|located|of\\s+[A-Z]|found|set\\s+forth)|[,.;"“]|\\n|$))'
const PATTERNS = [
  `\\bdescriptions?\\s+prepared\\s+by\\s+[^\\n]{2,80}?\\s+of\\s+(?:its|their|the)\\s+([^\\n"“]{2,140}?)${STOP}`,
  `\\bdescriptions?\\s+of\\s+(?:the\\s+|its\\s+)?(?:controls|system)\\s+of\\s+(?:its|their|the)\\s+([^\\n"“]{2,140}?)${STOP}`,
  `\\bdescriptions?\\s+of\\s+the\\s+system\\s+of\\s+[^\\n;]{2,80}?\\s+(?:related\\s+to|for)\\s+(?:its|the)\\s+([^\\n"“]{2,140}?)${STOP}`,
  `\\bdescriptions?\\s+of\\s+(?:its|their|the|our|an?)\\s+([^\\n"“]{2,140}?)${STOP}`,
  `\\bdescription\\s+(?:in\\s+section\\s+\\w+,?\\s+)?of\\s+(?:[A-Z][^"\\n;]{1,80}?)(?:\\s*\\([^)]{1,80}\\))?(?:'s|(?<=s)')\\s+(?:\\([^)]{2,60}\\)\\s+)?([^\\n"“]{2,140}?)${STOP}`,
  `\\bdescription\\s+of\\s+([A-Z][^\\n"“]{2,100}?)${STOP}`,
]
const AND_OF = new RegExp(`\\band\\s+of\\s+(?:its|the)\\s+([^\\n"“]{2,100}?)${STOP}`, 'i')
const ACRONYM = /\((?:[A-Z][A-Za-z]{1,4})\)(?=\s+[a-z])/g
const CRITERIA_TITLE =
  /(?:criteria\s+for\s+a\s+)?description\s+of\s+a\s+service\s+organi[sz]ation'?s?\s+system(?:\s+in\s+a\s+SOC\s*2\W{0,3}\s*report)?/gi
const GENERIC =
  /^(?:system|systems|service organi[sz]ation'?s?\s+systems?|services?|platform|controls?|tests?\b.*|description|criteria|user|accompanying.*)$/i

interface Named {
  name: string
  where: Span
}

/** As the scope sentence names what is described; several systems stay several. */
export function readSystems(report: AuditorReport, outline: ReportOutline): Field<string[]> {
  const scope = report.scopeSentence ? namedIn(report.scopeSentence) : []
  if (scope.length > 0) return shown(scope, START.auditor + (named(scope, outline) ? 0.05 : 0))
  const opinion = report.opinions.flatMap((span) => presented(span)).slice(0, 1)
  if (opinion.length > 0) return shown(opinion, START.auditor - 0.05)
  const elsewhere = inOrder(outline)
  return shown(elsewhere.named, elsewhere.confidence)
}

function inOrder(outline: ReportOutline): { named: Named[]; confidence: number } {
  const assertion = whole(outline.flowOf('assertion'))
  const asserted = namedIn(within(assertion, 0, Math.min(assertion.end, 2500)))
  if (asserted.length > 0) return { named: asserted, confidence: START.assertion }
  return { named: namedIn(whole(outline.flowOf('cover'))), confidence: START.cover }
}

function shown(systems: Named[], confidence: number): Field<string[]> {
  if (systems.length === 0) return { value: null, status: 'not-stated', confidence: 0, evidence: [] }
  return certain(
    systems.map((system) => system.name),
    systems.map((system) => system.where),
    confidence,
  )
}

function named(systems: Named[], outline: ReportOutline): boolean {
  const other = outline.flowOf('cover').text + outline.flowOf('assertion').text
  return systems.every((system) => other.toLowerCase().includes(system.name.toLowerCase()))
}

function namedIn(span: Span): Named[] {
  const text = textOf(span)
    .replace(CRITERIA_TITLE, (title) => '_'.repeat(title.length))
    .replace(ACRONYM, (short) => ' '.repeat(short.length))
  for (const pattern of PATTERNS) {
    const match = new RegExp(pattern, 'i').exec(text)
    const first = match && system(span, match)
    if (first && match) return [...splitUp(first, span), ...following(span, match)]
  }
  return []
}

function following(span: Span, match: RegExpExecArray): Named[] {
  const from = match.index + match[0].length
  const rest = within(span, from, Math.min(from + 500, span.end - span.start))
  const also = AND_OF.exec(textOf(rest))
  const name = also && system(rest, also)
  return name ? [name] : []
}

function system(span: Span, match: RegExpExecArray): Named | null {
  const raw = match[1]!
  const name = cleaned(raw)
  const start = match.index + match[0].lastIndexOf(raw)
  return name ? { name, where: within(span, start, start + raw.length) } : null
}

/** "the Vane Archive system and the Marlin Stream system" are two. */
function splitUp(found: Named, span: Span): Named[] {
  const text = textOf(found.where)
  const parts = [
    ...text.matchAll(
      /(?:^|\s+and\s+(?:its\s+|the\s+)?|,\s+(?:and\s+)?(?:the\s+)?)((?:(?!\s+and\s|,).)+?)\s+systems?\b/gi,
    ),
  ]
  if (parts.length < 2) return [found]
  const offset = found.where.start - span.start
  return parts.flatMap((part) => {
    const start = offset + part.index + part[0].indexOf(part[1]!)
    const name = cleaned(part[1]!)
    return name ? [{ name, where: within(span, start, start + part[1]!.length) }] : []
  })
}

function presented(span: Span): Named[] {
  const match =
    /\bpresents?\s+(?:fairly\s+)?(?:the\s+|its\s+)?([^\n"“]{2,140}?)\s+(?:that\s+(?:was|were)|as\s+designed|which\s+was)/i.exec(
      textOf(span),
    )
  const name = match && system(span, match)
  return name ? [name] : []
}

function cleaned(raw: string): string | null {
  const name = raw
    .replace(/\s+/g, ' ')
    .replace(/^(?:the|its)\s+/i, '')
    .replace(/^[A-Z][^']{1,60}'s\s+/, '')
    .replace(/\s+systems?$/i, '')
    .trim()
  return name.length > 1 && !GENERIC.test(name) && quotable(name) ? name : null
}

function quotable(name: string): boolean {
  return /[A-Za-z]{2}/.test(name) && !/\b(?:we|our|examined)\b/i.test(name)
}
