/** A system as a sentence names it, with the place of the name in the text. */
export interface SystemName {
  name: string
  start: number
  end: number
  /** False when the words around the name leave open where it ends. */
  sure: boolean
}

const LONGEST = 160
const CAPITALIZED = "(?:[A-Z0-9][\\w'®™+/.-]*)"
const PROPER = `${CAPITALIZED}(?:\\s+(?:${CAPITALIZED}|&))*`
const SEVERAL = new RegExp(
  `^(${PROPER}(?:,\\s+(?:its\\s+|the\\s+)?${PROPER})*,?\\s+(?:and|&)\\s+(?:its\\s+|the\\s+)?${PROPER})\\s+(?:systems|platforms|applications|products)\\b`,
)
const TOGETHER = new RegExp(
  `^(${PROPER}(?:,\\s+(?:the\\s+|its\\s+)?${PROPER})*,?\\s+and\\s+(?:the\\s+|its\\s+)?${PROPER})\\s*\\((?:together|collectively|jointly)\\b`,
)
const REPEATED =
  /(?:^|\s+and\s+(?:of\s+)?(?:its\s+|the\s+)?|,\s+(?:and\s+)?(?:its\s+|the\s+)?)((?:(?!\s+and\s|,).)+?)\s+systems?\b/gi
const DETERMINER = /^\s*(?:its|their|the|our|an?)\s+/i
const HEAD =
  /^(?:(?:information\s+technology\s+)?systems?|boundaries|scope|controls?|services?|design(?:\s+and\s+(?:implementation|operation))?|environment|description)\b/i
const LINK =
  /^\s+(?:for|of|over|related\s+to|relating\s+to|relevant\s+to|pertaining\s+to|supporting|known\s+as|called|named|titled|entitled)\s+/i
const PREPOSITION =
  /^(?:by|in|at|on|from|under|over|during|throughout|through|as|with|within|via|to|between|across|per|since|until|upon|into|against|based|including|comprising|consisting|relating|pertaining|covering|regarding|concerning|using|utili[sz]ing|providing|supporting|serving|encompassing|spanning|that|which|who|whose|where|when|is|are|was|were|has|have|relevant|effective|found|set|made|used|beginning|ending)\b/
const PARTICIPLE =
  /^(?:titled|entitled|named|called|prepared|presented|provided|included|described|located|hosted|offered|operated|referred|attached|appearing|performed|delivered|maintained|managed|\w+ed)\b/
const AFTER_PARTICIPLE =
  /^\w+\s+(?:by|in|at|on|from|as|to|for|with|within|under|herein|below|above|and|throughout|during|using|the|its|"|')/
const GENERIC =
  /^(?:(?:information\s+technology\s+|accompanying\s+)?(?:system|systems|service organi[sz]ation'?s?\s+systems?|services?|platform|controls?|tests?\b.*|description|criteria|user|boundaries|it|scope|environment)|its|the|accompanying.*)$/i

/** Systems named from here on: the noun phrase ends at its first verb, participle or preposition. */
export function systemsNamedAt(text: string, from: number): SystemName[] {
  const skipped = DETERMINER.exec(text.slice(from))?.[0].length ?? 0
  const at = from + skipped + /^\s*/.exec(text.slice(from + skipped))![0].length
  const rest = text.slice(at, at + LONGEST * 2)
  if (/^["']/.test(rest)) return quoted(text, at)
  const head = HEAD.exec(rest)
  const link = head && LINK.exec(rest.slice(head[0].length))
  if (head && link) {
    const named = systemsNamedAt(text, at + head[0].length + link[0].length)
    if (named.length > 0) return named
  }
  return several(rest, at) ?? phrase(text, at)
}

/** "A, B, and C systems"; "the A system and the B system". */
function several(rest: string, at: number): SystemName[] | null {
  const list = SEVERAL.exec(rest) ?? TOGETHER.exec(rest)
  const parts =
    list?.[1]!.split(/,\s+(?:and\s+|&\s+)?(?:its\s+|the\s+)?|\s+(?:and|&)\s+(?:its\s+|the\s+)?/) ?? []
  const apart = parts.length > 2 || parts.every((part) => part.includes(' '))
  return list && apart && parts.length > 1 ? placed(parts, rest, at) : null
}

function placed(parts: string[], rest: string, at: number): SystemName[] {
  let cursor = 0
  return parts.flatMap((part) => {
    const start = rest.indexOf(part, cursor)
    cursor = start + part.length
    const name = cleaned(part)
    return name ? [{ name, start: at + start, end: at + start + part.length, sure: true }] : []
  })
}

function quoted(text: string, at: number): SystemName[] {
  const close = /["'](?=[\s,.;)(]|$)/.exec(text.slice(at + 1, at + LONGEST))
  if (!close) return []
  const inner = text.slice(at + 1, at + 1 + close.index)
  const title = /^.*\bdescription\s+of\s+(?:its|the)?\s*/i.exec(inner)?.[0].length ?? 0
  if (title > 0) return systemsNamedAt(inner, title).map((each) => moved(each, at + 1))
  const name = cleaned(inner)
  return name ? [{ name, start: at + 1, end: at + 1 + inner.length, sure: true }] : []
}

function moved({ start, end, ...rest }: SystemName, by: number): SystemName {
  return { ...rest, start: start + by, end: end + by }
}

function phrase(text: string, at: number): SystemName[] {
  const end = at + phraseEnd(text.slice(at, at + LONGEST))
  const raw = text.slice(at, end).replace(/\s+$/, '')
  const parts = [...raw.matchAll(REPEATED)]
  if (parts.length > 1)
    return placed(
      parts.map((part) => part[1]!),
      raw,
      at,
    )
  const name = cleaned(raw)
  return name ? [{ name, start: at, end: at + raw.length, sure: isSure(raw, name) }] : []
}

function phraseEnd(rest: string): number {
  const words = /[^\s]+/g
  let named = false
  for (let match = words.exec(rest); match; match = words.exec(rest)) {
    const tail = rest.slice(match.index)
    const gap = rest.slice(0, match.index)
    if (/\n\s*$/.test(gap) || /^["(]/.test(tail)) return match.index
    if (named && endsBefore(tail)) return match.index
    const stop = /[,;:"“](?=\s|$)|\.(?=["')\s]|$)/.exec(match[0])
    if (stop && !isCompany(match[0])) return match.index + stop.index
    if (/^systems?$/i.test(match[0]) && !/^\S+\s+(?:and|for\s+[A-Z]|of\s+[A-Z])/.test(tail))
      return match.index + match[0].length
    named = true
  }
  return rest.length
}

function endsBefore(words: string): boolean {
  const tail = /^[A-Z]{2,}\s+[A-Z]{2,}\b/.test(words) ? words.toLowerCase() : words
  if (PREPOSITION.test(tail)) return !/^as\s+a\s+[Ss]ervice\b/.test(tail)
  if (PARTICIPLE.test(tail) && AFTER_PARTICIPLE.test(tail)) return true
  if (/^(?:titled|entitled|named|called)\b/.test(tail)) return true
  if (/^\w+ing\s+(?:the|its|their|an?|all|our)\s/.test(tail)) return true
  if (/^of\s+[A-Z]/.test(tail)) return true
  if (/^for\s+(?!(?:[A-Z]))/.test(tail)) return true
  return /^and\s+(?:the\s+suitab|of\s|whether|on\s+the|its\s+controls|the\s+(?:design|operating|related))/.test(
    tail,
  )
}

function isCompany(word: string): boolean {
  return /^(?:Inc|Ltd|Corp|Co|No|St|vs)\.,?$/.test(word)
}

function cleaned(raw: string): string | null {
  const name = raw
    .replace(/\s+/g, ' ')
    .replace(/^(?:the|its)\s+/i, '')
    .replace(/^[A-Z][^']{1,60}'s\s+/, '')
    .replace(/\s+systems?$/i, '')
    .replace(/[\s,]+$/, '')
    .trim()
  const good = name.length > 1 && /[A-Za-z]{2}/.test(name) && !/\b(?:we|our|examined)\b/i.test(name)
  return good && !GENERIC.test(name) ? name : null
}

function isSure(raw: string, name: string): boolean {
  if (/\b(?:and|or)\b/.test(name) && /systems$/i.test(raw)) return false
  if (/\b(?:and|or)\s+(?:the|its)\s/.test(name)) return false
  return (
    !/\b(?:by|in|at|on|from|over|as|with|to|throughout|during|for)\s/.test(name) && name.split(' ').length < 9
  )
}
