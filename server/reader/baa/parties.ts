import { type Flow } from './flow'

export interface Party {
  /** null for a blank that was never filled. */
  name: string | null
  /** The words by which the agreement calls it. */
  words: string[]
  start: number
  end: number
}

const OPENING = 6000
const SMALL = /^(?:the|this|each|its|our|a|an)$/i
// Defined words that are no parties.
const NO_PARTY =
  /^(?:(?:this |the )?(?:agreement|exhibit|rider|form|appendix|attachment|schedule)|(?:[\w-]+ )?effective date|commencement date|orders?|platform|software|product|site|website|app|application|system|baa|b\.?a\.?a\.?|addendum|amendment|hipaa|hipaa rules?|hitech|hitech act|act|phi|ephi|protected health information|services?|service agreement|services agreement|underlying agreement|master agreement|msa|privacy rule|security rule|secretary|hhs|part(?:y|ies)|cfr|omnibus rule|breach|regulations?|contract|term|state|law)$/i
// `These HIPAA Business Associate Terms ("BA Terms")` is a paper.
const PAPER =
  /\b(?:agreement|terms|addendum|exhibit|rider|amendment|contract|form|schedule|appendix|attachment|annex|letter|policy|act|rules?|regulations?|date|notice|mou|memorandum|understanding|undertaking|instrument|assurances?)$/i
const WORK = /\b(?:data|information|records?|system|services?|software|platform|program)$/i
const LEGAL_FORM =
  /\b(?:Inc|LLC|L\.L\.C|PC|P\.C|PA|P\.A|PLLC|LLP|Corp|Corporation|Ltd|Co|Company|Cent(?:er|re)|Clinic|Hospital|Associates|District|Group|System)\b\.?,?[^.]{0,60}$/i
const DEFINED =
  /\(\s*(?:(?:hereinafter|hereafter|herein|each|together|collectively|individually|also|jointly|and its affiliates|referred to|called|known|as|the|a|an|to|its|,|:|or)\s+)*"([^"()]{2,60})"((?:[^()"]*"[^"()]{2,60}")*)[^()]{0,60}\)/gi

/** Names with the words defined for them near the beginning: `Maple Street, P.C. ("Practice")`. */
export function definedParties({ text }: Flow): Party[] {
  const opening = text.slice(0, OPENING)
  const parties: Party[] = []
  let from = 0
  for (const match of opening.matchAll(DEFINED)) {
    const words = [match[1]!, ...[...match[2]!.matchAll(/"([^"]+)"/g)].map(([, word]) => word!)].map(trimmed)
    const party = words.some(
      (word) =>
        isNoParty(word, opening.slice(from, match.index)) ||
        (PAPER.test(word) && !ROLE.test(word) && !/^system$/i.test(word)),
    )
      ? null
      : partyBefore(opening, from, match.index, words)
    if (party) parties.push(party)
    from = match.index + match[0].length
  }
  return merged([...parties, ...inBrackets(opening), ...hereinafter(opening), ...byMeaning(opening)])
}

/** `Lakeland Catholic Health System ("System")` is one. */
function isNoParty(word: string, before: string): boolean {
  if (/^system$/i.test(word) && /\b(?:health|hospitals?|medical|care|clinics?)\b[^.]{0,30}$/i.test(before))
    return false
  return NO_PARTY.test(word) || (WORK.test(word) && !LEGAL_FORM.test(before))
}

/** `Bellwether Orthopedics, P.C., hereinafter "Covered Entity"`, without brackets. */
function hereinafter(opening: string): Party[] {
  const called =
    /,?\s+(?:hereinafter|hereafter|herein)\s+(?:(?:referred to as|called|known as|the)\s+)*"([^"()]{2,60})"/gi
  let from = 0
  return [...opening.matchAll(called)].flatMap((match) => {
    const words = [trimmed(match[1]!)]
    const open = opening.lastIndexOf('(', match.index) > opening.lastIndexOf(')', match.index)
    const party =
      open || words.some((word) => NO_PARTY.test(word) || (PAPER.test(word) && !ROLE.test(word)))
        ? null
        : partyBefore(opening, from, match.index, words)
    from = match.index + match[0].length
    return party?.name ? [party] : []
  })
}

const MEANT =
  /((?:"[^"\n]{2,40}"(?:\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+)?){1,4})\s*(?:means?|refers? to|is|are)\s+(?:the\s+)?([^;.\n]{2,120}(?:\b(?:Inc|Co|Corp|Ltd)\.)?)/g

/** `"We", "us" and "Kinderlog" mean Kinderlog Software, Inc.; "you" means the customer named in the account.` */
function byMeaning(opening: string): Party[] {
  return [...opening.matchAll(MEANT)].flatMap((match) => {
    const words = [...match[1]!.matchAll(/"([^"]+)"/g)].map(([, word]) => trimmed(word!))
    if (words.some((word) => NO_PARTY.test(word) || (PAPER.test(word) && !ROLE.test(word)))) return []
    const start = match.index + match[0].length - match[2]!.length
    const name = /^[A-Z]/.test(match[2]!) ? nameIn(match[2]!) : null
    if (
      !words.some((word) => ROLE.test(word)) ||
      (!name && !words.some((word) => /^(?:you|we|us)$/i.test(word)))
    )
      return []
    const begin = name ? opening.indexOf(name, start) : start
    return [{ name, words, start: begin, end: begin + (name?.length ?? match[2]!.length) }]
  })
}

const ROLE_WORD =
  /(?:^|\n|\s)((?:health )?plan|company|practice|provider|vendor|supplier|contractor|customer|client|hospital|clinic|organization|licensor|licensee|consultant)\s*$/i

/** `Health Plan (Covered Entity) | Evergreen Welfare Trust` on a form: the name comes after. */
function onForm(opening: string): Party[] {
  return [...opening.matchAll(/\((covered entity|business associate)\)\s*:?\s*(?=([^\n]{3,120}))/gi)].flatMap(
    (match) => {
      const label = ROLE_WORD.exec(opening.slice(Math.max(0, match.index - 30), match.index))?.[1]
      const start = match.index + match[0].length
      const [own] = match[2]!.split(
        /\s(?=(?:(?:health )?plan|company|practice|provider|vendor|supplier|contractor|customer|client|effective date|date|address)\b\s*(?:\(|:|[A-Z]\w+ \d))/i,
      )
      const name = label && /^[A-Z]/.test(match[2]!) ? nameIn(own!) : null
      return label && name ? [{ name, words: [match[1]!, label], start, end: start + name.length }] : []
    },
  )
}

/** `Orchard Lane Dermatology (the covered entity)`, without marks of quotation. */
function inBrackets(opening: string): Party[] {
  const formed = onForm(opening)
  if (formed.length) return formed
  let from = 0
  return [...opening.matchAll(/\((?:the |its |a )?(covered entity|business associate)\)/gi)].flatMap(
    (match) => {
      const party = partyBefore(opening, from, match.index, [match[1]!])
      from = match.index + match[0].length
      return party?.name ? [party] : []
    },
  )
}

const LABELS =
  'covered entity|business associate|practice|provider|hospital|clinic|customer|client|company|vendor|contractor|supplier|associate'
const LABELLED = new RegExp(
  `(?:^|\\n|\\s)(?:name of (?:the )?|the )?(${LABELS})(?:\\s*\\([^)\\n]{0,40}\\))?(?:\\s+(?:legal )?name)?\\s*:\\s*([^\\n]{3,160})`,
  'gi',
)
const NEXT_LABEL = new RegExp(
  `\\s(?:(?:the )?(?:${LABELS})(?:\\s*\\([^)]{0,40}\\))?(?: name)?:|(?:address|phone|fax|e-?mail|date|title|by|name|signature|expiration|(?:agreement )?effective)\\b).*$`,
  'i',
)

/** `Covered Entity: Maple Street, P.C.` on a line of a form; several may stand on one line. */
export function labelledParties({ text }: Flow): Party[] {
  const parties: Party[] = []
  LABELLED.lastIndex = 0
  for (let match = LABELLED.exec(text); match; match = LABELLED.exec(text)) {
    const [whole, word, rest] = match
    const from = match.index + whole.length - rest!.length
    LABELLED.lastIndex = from
    const usual = /^(?:covered entity|business associate)$/i.test(word!)
    if (/^(?:by|name|signature|_)\b/i.test(rest!) || (!usual && match.index > 2500)) continue
    const own = rest!.replace(NEXT_LABEL, '')
    const name = nameIn(own)
    if (!usual && (name === null || /[a-z]{3,}\.\s|\b(?:shall|will|may|agrees)\b/.test(own))) continue
    parties.push({ name, words: [word!], start: from, end: from + (name?.length ?? own.length) })
  }
  return [...parties, ...inTable(text)].filter(
    ({ words }, index, all) =>
      all.findIndex((other) => other.words[0]!.toLowerCase() === words[0]!.toLowerCase()) === index,
  )
}

/** A cell with the role, and the name in the next one. */
function inTable(text: string): Party[] {
  const cells = text
    .slice(0, OPENING)
    .matchAll(/(?:^|\n)(covered entity|business associate)(?:\n| )(?=[A-Z])([^\n]{3,80})(?=\n|$)/gi)
  return [...cells].flatMap((match) => {
    const [whole, word, rest] = match
    const name = nameIn(rest!)
    const start = match.index + whole.length - rest!.length
    const plain =
      name !== null &&
      /^[A-Z]/.test(rest!) &&
      !/\b[a-z]{4,} [a-z]{2,}\b/.test(rest!) &&
      !/^(?:Agreement|Addendum|Contract|Obligations?|Duties|Responsibilities|Terms|Form|Business|Covered)\b/i.test(
        rest!,
      )
    return plain ? [{ name, words: [word!], start, end: start + name.length }] : []
  })
}

function partyBefore(text: string, from: number, at: number, words: string[]): Party | null {
  const start = Math.max(from, text.lastIndexOf('\n', at) + 1)
  const before = text.slice(start, at)
  const lead = leadOf(before)
  const rest = before.slice(lead)
  const anyone =
    (/\b(?:customers?|users?|subscribers?|clients?|those|anyone|whoever)\b[^.]{0,60}$/i.test(rest) &&
      !/\b(?:and|between)\s+[A-Z]/.test(rest)) ||
    /\b(?:the|an?|any|each)\s+(?:entity|organi[sz]ation|person|company|party|individual)(?:\s+or\s+\w+)?\s+(?:that|who|which|identified|named|agreeing|accepting|using)\b[^."]{0,120}$/i.test(
      rest,
    )
  const name = anyone ? null : (nameIn(rest) ?? nameAfterAnd(before) ?? lastNameIn(before))
  if (name === null && !isBlank(rest) && !words.some((word) => ROLE.test(word))) return null
  const begin = start + (name ? before.lastIndexOf(name) : lead)
  return { name, words, start: begin, end: begin + (name?.length ?? rest.length) }
}

const ROLE =
  /^(?:covered entity|business associate|customer|client|provider|vendor|practice|you|subscriber|contractor|supplier|company|we|us|hospital|clinic|associate)$/i
const BETWEEN = /^[\s\S]*\b(?:between|among)\b:?\s*/i
const MADE_BY = /^[\s\S]*\b(?:entered into|executed|made|agreed)\b[^.]{0,80}?\bby\s+(?=\p{Lu})/u
const OPENER = /^[\s,.;]*(?:\(?[a-z0-9]\)\s*)?(?:and|is entered into by|by|with)?\s+/i

function leadOf(before: string): number {
  return (BETWEEN.exec(before) ?? MADE_BY.exec(before) ?? OPENER.exec(before))?.[0].length ?? 0
}

/** `…, a covered entity, and Quill Transcription, Inc., a Texas corporation …` */
function nameAfterAnd(before: string): string | null {
  const places = [...before.matchAll(/\b(?:and|with)\s+(?=[A-Z])/g)].map(
    (match) => match.index + match[0].length,
  )
  return places.map((place) => nameIn(before.slice(place))).find((name) => name !== null) ?? null
}

/** The words with capitals just before the definition. */
function lastNameIn(before: string): string | null {
  const name =
    /(?:[\p{Lu}0-9][\p{L}\d.&'-]*|&)(?:,?\s+(?:[\p{Lu}0-9][\p{L}\d.&'-]*|&|of|and|for|de|del|la|las|los|el|y|du|des))*[.]?(?=\s*,?\s*$)/u.exec(
      before,
    )?.[0]
  const alone = name?.replace(/^(?:The|This|And)\s+/, '')
  return alone && alone.split(' ').length > 1 ? nameIn(alone) : null
}

export function isBlank(words: string): boolean {
  return /_{3,}|\[[^\]]{0,80}\]|<[^>]{2,60}>|\bx{4,}\b/i.test(words)
}

const DATE =
  /^(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d|\d{1,2}[/.-]\d|\d{4}$)/i

/** A name without its legal form in words, its seat, or its address. */
export function nameIn(words: string): string | null {
  if (isBlank(words)) return null
  const [head] = words
    .replace(/^[\s;,]*(?:and\s+)?\((?:\d|[a-z]|i{1,3})\)\s+/, '')
    .replace(/^(?:to|from|between|and|client|customer|party [12AB]|name)\s*:\s*/i, '')
    .replace(
      /^[\s"',:;.-]*(?:and\s+)?(?:the\s+)?(?:undersigned\s+)?(?:customer|client|vendor)?,?\s*/i,
      (lead) => (/[A-Z]/.test(lead) ? lead : ''),
    )
    .split(
      /,?\s+(?:a|an)\s+(?=[A-Z]?[\w\s-]{0,40}\b(?:corporation|company|professional|limited|partnership|association|non-?profit|entity|practice|sole)\b)|,?\s+(?:as\s+)?(?:a|an|its|the|your)\s+(?:HIPAA\s+)?(?:covered entity|business associate)\b|,?\s+(?:with|having|located|whose|on behalf|doing|organized|acting|for itself|together|of \d)\b|,\s+\d+\s|\s+\d{2,5}\s+[A-Z]/,
    )
  const name = (head ?? '')
    .replace(/[\s,;:"]+$/g, '')
    .replace(/^[\s,;:"]+/g, '')
    .replace(
      /^(?:[A-Z]\w+ )*(?:Terms|Agreement|Services?|Order|Addendum|Contract)(?: of (?:Service|Use))? (?:of|with|between) (?=[A-Z])/,
      '',
    )
    .replace(/^(?:this|the) (?:[A-Za-z]+ ){1,6}between /i, '')
  const looksRight =
    /^[\p{Lu}0-9]/u.test(name) && name.length > 2 && name.length < 110 && name.split(' ').length < 15
  return looksRight &&
    !SMALL.test(name) &&
    !DATE.test(name) &&
    !/^(?:effective|dated?|page|section|version|re)\b:?|\b(?:Terms|Agreement|Addendum|Exhibit|Rider|Amendment)$/i.test(
      name,
    ) &&
    !/\b(?:shall|will|agrees?|means|is|are|must|may)\b|^[A-Z]-?\d/.test(name)
    ? name
    : null
}

function trimmed(word: string): string {
  return word
    .replace(/^(?:the|a|an)\s+/i, '')
    .replace(/[,.]$/, '')
    .trim()
}

function merged(parties: Party[]): Party[] {
  const seen = new Map<string, Party>()
  for (const party of parties) {
    const key = party.words[0]!.toLowerCase()
    if (!seen.has(key)) seen.set(key, party)
  }
  return [...seen.values()]
}
