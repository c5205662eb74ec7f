import { textOf, within, type Span } from '../outline/flow'
import type { SubserviceOrganization } from '../reading'

export interface NamedParty {
  name: string
  /** The short form that follows in brackets. */
  alias: string | null
  where: Span
  /** Where the place that names it says so itself, as a table does. */
  method?: SubserviceOrganization['method']
}

const DOTTED =
  '(?:Inc|Ltd|Pvt|Pte|Corp|Co|L\\.L\\.C|B\\.V|N\\.V|S\\.A|L\\.P|Pty)\\.(?!\\s+(?:The|Our|We|This|These|It|Management)\\b)'
const WORD = `(?:${DOTTED}|(?:[A-Z0-9]|[a-z][A-Z])[\\w&'+/®-]*(?:\\.[A-Za-z0-9]+)*)`
const COMPANY =
  '(?:Inc|LLC|L\\.L\\.C|Ltd|Limited|Corp|Corporation|Co|Company|GmbH|B\\.V|N\\.V|AB|AG|S\\.A|SA|PLC|plc|LP|L\\.P|Pty|Pte|S\\.à\\s?r\\.l|SARL|EMEA)\\.?'
const NAME = `${WORD}(?:\\s+(?:${WORD}|&|of|for(?=\\s+[A-Z])|de|the(?=\\s+[A-Z])))*(?:,\\s+${COMPANY}(?![a-z]))*`
const ALIAS = `(?:\\s*\\((?:(?:the|collectively|hereafter|hereinafter|or|a/k/a|d/b/a)[\\s,]+)*["']?([^()"']{2,60}?),?["']?(?:\\s+or\\s+[^()]{1,40})?\\))?`
const ITEM = new RegExp(`^(?:the\\s+)?(${NAME})${ALIAS}`)
const TRADING = new RegExp(
  `^\\s*,?\\s*(?:[dD]/[bB]/[aA]|dba|DBA|doing\\s+business\\s+as|trading\\s+as)\\s+(${NAME})`,
)
const PROVIDED =
  '(?:which\\s+is\\s+)?(?:provided|operated|offered|owned|run|delivered|supplied|managed)\\s+by\\s+'
const OWNED = `(?:${PROVIDED}|(?:an?|the|its|now|part)\\s+(?:[a-z-]+\\s+){0,4}(?:services?|products?|platforms?|divisions?|subsidiary|units?|brands?|company|affiliate|part|business|offering)?\\s*(?:of|by|from|owned\\s+by)\\s+)`
/** ", a service of Salesforce, Inc.," names an owner and no further party. */
const APPOSED = new RegExp(`^\\s*[,(]\\s*${OWNED}(?:the\\s+)?${NAME}[,)]?`)
const AFTER_OWNED = new RegExp(`[,(]\\s*${OWNED}(?:the\\s+)?$`)
const NEXT =
  /^\s*(?:[,;]\s*(?:and|or)\b|,|;|\band\b|\bor\b|&|and\/or)\s*(?:\((?:\d{1,2}|[a-z]|[ivx]{2,4})\)\s*)?/
const GENERIC = new Set(
  `the a an its our we it they there part these this those such certain complementary subservice sub-service user users service services control controls
  section management trust as in for of and or by to at on with soc iso type description system systems cloud saas iaas paas third third-party data
  infrastructure yes no n/a none criteria criterion carve-out carve carved inclusive method that which responsible customer customers however
  additionally company monitoring organization organizations organisation organisations us eu uk provided provider providers provides
  function functions activity activities name names responsibilities oversight review risk assessment category categories expected
  implemented applicable relevant report reports list scope overview used hosting center centre vendor vendors number table entity
  entities controls. third-parties following other all each security availability confidentiality privacy processing integrity
  principal commitments requirements internal design operating effectiveness examination auditor auditors opinion boundaries software
  people procedures network physical logical access change business continuity incident response internet annual monthly quarterly`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** The head of a column that runs on into the name below it. */
const COLUMN_HEAD = /^(?:(?:Trust\s+Services\s+)?Criteri(?:a|on)|Controls?|Activit(?:y|ies))\s+(?=[A-Z])/

/** Names in a row: "Google LLC, Amazon Web Services, Inc. ("AWS") and Equinix". */
export function namesAt(span: Span, from: number): { names: NamedParty[]; end: number } {
  const text = textOf(span)
  const names: NamedParty[] = []
  let at = from
  while (at < text.length && names.length < 20) {
    const match = ITEM.exec(text.slice(at, at + 300))
    if (!match) break
    const name = tidy(match[1]!)
    if (!name) break
    const start = at + match[0].indexOf(match[1]!)
    const trading = TRADING.exec(text.slice(at + match[0].length, at + 300))
    const alias = aliasOf(match[2]) ?? aliasOf(trading?.[1])
    names.push({ name, alias, where: within(span, start, start + match[1]!.length) })
    at += match[0].length + (trading?.[0].length ?? 0)
    at += APPOSED.exec(text.slice(at, at + 200))?.[0].length ?? 0
    const next = nextItem(text, at)
    if (next === null) break
    at = next
  }
  return { names, end: at }
}

/** Where the next name begins; what a party is used for may stand between two names. */
function nextItem(text: string, at: number): number | null {
  const purpose = /^\s+(?:for|to|as)\s+[a-z][^,.;()]{2,70}?(?=[,;]|\s+and\s+[A-Z])/.exec(
    text.slice(at, at + 120),
  )
  const from = at + (purpose?.[0].length ?? 0)
  const next = NEXT.exec(text.slice(from, from + 24))
  if (!next) return null
  const start = from + next[0].length
  const item = ITEM.exec(text.slice(start, start + 300))
  const after = item ? text.slice(start + item[0].length, start + item[0].length + 8) : ''
  const sure =
    !purpose ||
    (item && (/\b(?:Inc|LLC|Ltd|Corp|GmbH|AG|AB)\b/.test(item[0]) || /^\s+(?:for|to|as)\s/.test(after)))
  return item && sure ? start : null
}

/** Names that the sentence itself shortens: 'Twinfell Records Ltd. ("Twinfell")'. */
export function shortenedNames(span: Span): NamedParty[] {
  const pattern = new RegExp(`(${NAME})\\s*\\((?:the\\s+|collectively,?\\s+)?["']([^()"']{2,40})["']\\)`, 'g')
  return [...textOf(span).matchAll(pattern)].flatMap((match) => {
    const name = tidy(match[1]!)
    const start = match.index
    return name
      ? [{ name, alias: aliasOf(match[2]), where: within(span, start, start + match[1]!.length) }]
      : []
  })
}

/** The list of names that ends exactly here. */
export function namesBefore(span: Span, end: number): NamedParty[] {
  const from = Math.max(0, end - 200)
  const text = textOf(span).slice(from, end)
  for (const match of text.matchAll(/(?<![\w&'])(?:[A-Z0-9]|[a-z][A-Z])/g)) {
    const list = namesAt(span, from + match.index)
    if (list.names.length > 0 && list.end === end) return list.names
  }
  return []
}

/** Names that say of themselves that they are companies. */
export function companiesIn(span: Span): NamedParty[] {
  const pattern = new RegExp(`(?<![\\w&'])${NAME}`, 'g')
  return [...textOf(span).matchAll(pattern)].flatMap((match) => {
    const name = tidy(match[0])
    const own =
      /[\s,](?:Inc|LLC|L\.L\.C|Ltd|Limited|Corp|Corporation|GmbH|B\.V|N\.V|AB|AG|PLC|plc|LP|L\.P|Pty|Pte)\.?$/
    const before = textOf(span).slice(Math.max(0, match.index - 120), match.index)
    return name && own.test(name) && !AFTER_OWNED.test(before)
      ? [{ name, alias: null, where: within(span, match.index, match.index + match[0].length) }]
      : []
  })
}

/** What a short form stands for, where the text introduces it: 'Google Cloud Platform ("GCP")'. */
export function introduced(span: Span, alias: string): NamedParty | null {
  const short = alias.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pattern = new RegExp(`(${NAME})\\s*\\((?:the\\s+|or\\s+)?["']?${short}["']?\\)`)
  const match = pattern.exec(textOf(span))
  const name = match && tidy(match[1]!)
  return match && name
    ? { name, alias, where: within(span, match.index, match.index + match[1]!.length) }
    : null
}

export function tidy(raw: string): string | null {
  const name = raw
    .replace(/\s+/g, ' ')
    .replace(/^(?:the|The)\s+/, '')
    .replace(COLUMN_HEAD, '')
    .replace(/'s$/, '')
    .replace(/[,;:\s]+$/, '')
    .replace(/(?<!\b(?:Inc|Ltd|Corp|Co|L\.L\.C|B\.V|N\.V|S\.A|L\.P))\.$/, '')
    .trim()
  return name.length > 1 && name.length < 80 && !isGeneric(name) && /[A-Za-z]/.test(name) ? name : null
}

function aliasOf(raw: string | undefined): string | null {
  const alias = raw?.trim()
  return alias && /^[A-Z]/.test(alias) && !/subservice|sub-service|organi[sz]ation/i.test(alias)
    ? alias
    : null
}

function isGeneric(name: string): boolean {
  const words = name.toLowerCase().split(/[\s/&]+/)
  return words.every((word) => word === '' || GENERIC.has(word) || /^[a-z]{0,2}\.?\d+(?:\.\d+)*$/.test(word))
}
