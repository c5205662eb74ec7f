import type { ReportOutline } from '../outline'
import { textOf, whole, within, type Span } from '../outline/flow'
import type { Field } from '../reading'
import type { AuditorReport } from './auditorReport'
import { certain, START } from './confidence'
import { systemsNamedAt, type SystemName } from './systemNames'

const ASIDE =
  '(?:,?\\s*(?:(?:which\\s+is\\s+)?(?:set\\s+forth|found|included|presented|contained|provided|appearing|attached)\\s+(?:in|at|as|on)\\s+[^,;.]{2,80}?|in\\s+section\\s+\\w+|(?:throughout|for|during|as\\s+of)\\s+[^;"]{2,70}?\\d{4}|prepared\\s+by\\s+[^\\n;"]{2,80}?(?=\\s+of\\s+(?:its|their|the|our)\\b)),?)?'
const SHORT = '(?:\\s*\\([^)]{1,80}\\))*'
const DESCRIBED = new RegExp(`\\b(?:system\\s+)?descriptions?${SHORT}${ASIDE}\\s+of\\s+`, 'gi')
const TITLED = /\bdescriptions?\s+(?:in\s+the\s+section\s+)?(?:titled|entitled)\s+/gi
const POSSESSOR = new RegExp(
  `^(?:the\\s+)?[A-Z0-9][^"\\n;]{1,90}?${SHORT}(?:'s|(?<=s)')${SHORT}\\s+(?!description\\b|assertion\\b)`,
)
const SYSTEM_OF =
  /^(?:the\s+)?(?:system|services)\s+of\s+[^\n;]{2,90}?\s+(?:related\s+to|for)\s+(?=(?:its|the)\s)/i
const SYSTEM_OF_ITS = /^(?:the\s+|its\s+)?(?:controls|system)\s+of\s+(?=(?:its|their|the)\s)/i
/** "description of Acme, Inc. ("Acme"), a subsidiary of …, of its … system" */
const OWNER = new RegExp(
  `^(?:the\\s+)?(?:[A-Z0-9][\\w&.'-]*,?\\s+(?:(?:and|&|of)\\s+)?){0,7}[A-Z0-9][\\w&.'-]*${SHORT}(?:,\\s+an?\\s[^";]{2,90}?,)?\\s+of\\s+(?=(?:its|their)\\s)`,
)
const BEFORE =
  /\b(?:examined|of)\s+(?:the\s+(?:accompanying\s+)?)?((?:[A-Z0-9][\w'®™+-]*\s+){1,6})(?:[Ss]ystem\s+)?[Dd]escription\b/
const AND_OF = /\band\s+of\s+(?=(?:its|the)\s)/i
const ACRONYM = /\((?:[A-Z][A-Za-z]{1,4})\)(?=\s+[a-z])/g
const CRITERIA_TITLE =
  /(?:criteria\s+for\s+a\s+)?description\s+of\s+a\s+service\s+organi[sz]ation'?s?\s+system(?:\s+in\s+a\s+SOC\s*2\W{0,3}\s*report)?/gi
const UNSURE = 0.15

interface Named extends SystemName {
  where: Span
}

/** As the scope sentence names what is described; several systems stay several. */
export function readSystems(report: AuditorReport, outline: ReportOutline): Field<string[]> {
  const elsewhere = placesElsewhere(report, outline)
  const scope = report.scopeSentence ? namedIn(report.scopeSentence) : []
  if (scope.length > 0) return weighed(scope, elsewhere, START.auditor)
  const opinion = report.opinions.flatMap((span) => presented(span)).slice(0, 1)
  if (opinion.length > 0) return weighed(opinion, elsewhere, START.auditor - 0.05)
  const assertion = whole(outline.flowOf('assertion'))
  const asserted = namedIn(within(assertion, 0, Math.min(assertion.end, 2500)))
  if (asserted.length > 0) return shown(asserted, START.assertion)
  return shown(namedIn(whole(outline.flowOf('cover'))), START.cover)
}

/** The report's other places that name the system, as one line each. */
function placesElsewhere(report: AuditorReport, outline: ReportOutline): string[] {
  const opinions = report.opinions.map(textOf)
  const sections = (['cover', 'assertion', 'contents'] as const).map(
    (section) => outline.flowOf(section).text,
  )
  const described = outline.flowOf('description').text.slice(0, 3000)
  return [...opinions, ...sections, described].map(plainLine).filter((text) => text !== '')
}

/** Words behind a name that no other place has are none of it. */
function weighed(systems: Named[], elsewhere: string[], start: number): Field<string[]> {
  const known = systems.map((system) =>
    isAmong(system.name, elsewhere) ? system : shortened(system, elsewhere),
  )
  const confirmed = known.every((system) => isAmong(system.name, elsewhere))
  const sure = known.every((system) => system.sure)
  const bonus = confirmed ? 0.05 : 0
  const doubt = sure ? 0 : confirmed ? 0.1 : UNSURE
  const short = known.some((system) => isCutShort(system.name, elsewhere)) ? 0.1 : 0
  return shown(known, start + bonus - doubt - short - (!confirmed && !known.every(isProper) ? 0.05 : 0))
}

/** Where every other place has a longer name, as "Quillmere Messaging Cloud" for "its Messaging Cloud", the scope's may not be whole. */
function isCutShort(name: string, elsewhere: string[]): boolean {
  const plain = plainLine(name)
  const longer = new RegExp(
    `\\b(?!(?:its|the|their|our|of|and)\\b)[\\w&-]{3,}\\s+${plain.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`,
  )
  const places = elsewhere.filter((text) => text.includes(plain))
  return places.length > 1 && places.every((text) => longer.test(text))
}

function isProper({ name }: Named): boolean {
  return /^[A-Z0-9]/.test(name)
}

function isAmong(name: string, elsewhere: string[]): boolean {
  return elsewhere.some((text) => text.includes(plainLine(name)))
}

function shortened(system: Named, elsewhere: string[]): Named {
  const words = system.name.split(' ')
  for (let length = words.length - 1; length > 1; length--) {
    const name = words.slice(0, length).join(' ')
    if (!/^[a-z]/.test(words[length]!) || !isAmong(name, elsewhere)) continue
    const raw = textOf(system.where)
    const end = raw.replace(/\s+/g, ' ').indexOf(name) + name.length
    return { ...system, name, where: within(system.where, 0, Math.max(end, name.length)), sure: false }
  }
  return system
}

function plainLine(text: string): string {
  return text.replace(/[®™]/g, '').replace(/\s+/g, ' ').toLowerCase().trim()
}

function shown(systems: Named[], confidence: number): Field<string[]> {
  if (systems.length === 0) return { value: null, status: 'not-stated', confidence: 0, evidence: [] }
  return certain(
    systems.map((system) => system.name),
    systems.map((system) => system.where),
    confidence,
  )
}

function namedIn(span: Span): Named[] {
  const text = textOf(span)
    .replace(CRITERIA_TITLE, (title) => '_'.repeat(title.length))
    .replace(ACRONYM, (short) => ' '.repeat(short.length))
  for (const match of text.matchAll(DESCRIBED)) {
    const from = match.index + match[0].length
    const found = systemsNamedAt(text, from + leadIn(text.slice(from, from + 300)))
    if (found.length > 0) return placed([...found, ...following(text, found.at(-1)!.end)], span)
  }
  for (const match of text.matchAll(TITLED)) {
    const found = systemsNamedAt(text, match.index + match[0].length)
    if (found.length > 0) return placed(found, span)
  }
  const before = BEFORE.exec(text)
  return before ? placed(systemsNamedAt(text, before.index + before[0].indexOf(before[1]!)), span) : []
}

/** Whose system it is stands before its name. */
function leadIn(rest: string): number {
  const system = SYSTEM_OF.exec(rest) ?? SYSTEM_OF_ITS.exec(rest)
  if (system) return system[0].length
  if (/^(?:its|their|our|an?)\s/i.test(rest)) return 0
  return (POSSESSOR.exec(rest) ?? OWNER.exec(rest))?.[0].length ?? 0
}

function following(text: string, end: number): SystemName[] {
  const rest = text.slice(end, end + 500)
  const also = AND_OF.exec(rest)
  return also ? systemsNamedAt(text, end + also.index + also[0].length).slice(0, 1) : []
}

function placed(names: SystemName[], span: Span): Named[] {
  return names.map((system) => ({ ...system, where: within(span, system.start, system.end) }))
}

function presented(span: Span): Named[] {
  const text = textOf(span)
  const match = /\bpresents?\s+(?:fairly\s+)?(?:the\s+|its\s+)?/i.exec(text)
  if (!match) return []
  const from = match.index + match[0].length
  return placed(systemsNamedAt(text, from + leadIn(text.slice(from, from + 300))), span)
}
