import type { Flow } from './flow'
import { leadAfter, type Lead, markOf } from './lists'

export type Topic =
  'contents' | 'definitions' | 'practice' | 'after' | 'recital' | 'signature' | 'note' | 'clause'

export interface Clause {
  start: number
  end: number
  text: string
  /** The heading above it and its own title. */
  heading: string
  topic: Topic
  /** The words that open the list it belongs to: `Business Associate agrees to:`. */
  lead: string
  leadPlace: { start: number; end: number } | null
}

export interface Sentence {
  start: number
  end: number
  text: string
  /** Its text after the words that open its list. */
  words: string
  clause: Clause
}

export const NUMBER =
  '(?:[•●▪◦]|[A-Z]{1,2}-\\d{1,2}(?:\\.\\d{1,2}){0,2}[.)]?|\\(?(?:[a-zA-Z]|[ivx]{1,5}|\\d{1,2}(?:\\.\\d{1,2}){0,3})[.)]|\\d{1,2}(?:\\.\\d{1,2}){1,3}|[IVX]{1,5}\\.|§\\s?[\\d.]+|(?:[Aa]rticle|ARTICLE|[Ss]ection|SECTION|[Ee]xhibit|EXHIBIT|[Ss]chedule|SCHEDULE)\\s+[\\dIVXA-Z]+[.:]?)'
const OWN_TITLE = new RegExp(`^(?:${NUMBER}\\s*)*([A-Z][A-Za-z,&/()' -]{2,80}?)(?:[.:?]|\\s-)\\s+(?=[A-Z"(])`)
const BEGINS = /\b(?:shall|agrees?|will|may|must|undertakes?|promises?)\b/i

/** The agreement cut into numbered clauses, each with its heading; headings are not clauses. */
export function clausesOf(flow: Flow): Clause[] {
  const clauses: Clause[] = []
  let heading = ''
  let lead: Lead | null = null
  let begun = false
  let question: { text: string; start: number; end: number } | null = null
  for (const piece of pieces(flow.text)) {
    if (isHeading(piece.text)) {
      heading = piece.text
      lead = null
      question = /\?\s*$/.test(heading) ? { text: heading.trim(), start: piece.start, end: piece.end } : null
      begun ||= /\d|obligation|definition|agree/i.test(heading)
      continue
    }
    const title = titleOf(piece.text)?.words ?? ''
    lead = leadAfter(lead, piece.text)
    const topic = topicOf(piece.text, heading, title, begun || lead !== null)
    clauses.push({
      ...piece,
      heading: `${heading}\n${title}`,
      topic,
      lead: lead?.text ?? question?.text ?? '',
      leadPlace: lead
        ? { start: lead.start, end: lead.end }
        : question && { start: question.start, end: question.end },
    })
    if (topic === 'clause') begun ||= BEGINS.test(piece.text)
    lead = opening(piece) ?? lead
  }
  return clauses
}

/** `Business Associate shall:` opens a list; what stands before it in the paragraph does not belong to its items. */
function opening({ text, start }: Piece): Lead | null {
  const from = Math.max(0, ...[...text.matchAll(SENTENCE_END)].map(({ index }) => index + 1))
  const last = text.slice(from).trimEnd()
  const opens =
    (/:$/.test(last) &&
      /\b(?:shall|will|agrees?|must|may|undertakes?|promises?|(?:is|are) (?:required|obligated))\b/i.test(
        last,
      )) ||
    /\b(?:shall|will|must|agrees?(?: to| that(?: it)?)?)\s*:?$/i.test(last)
  return opens
    ? {
        text: last.trim(),
        start: start + from,
        end: start + from + last.length,
        own: markOf(text),
        items: null,
        last: text,
      }
    : null
}

interface Title {
  words: string
  whole: string
}

// `This Rider terminates when …` and `We keep …` are short sentences without one of the usual verbs.
const SAYS_SO =
  /^(?:This|These|It|We|You|Either|Each|Neither|If|They)\b|\b(?:continues|terminates|ends|expires|begins|starts|renews|remains|applies|governs)\b/

/** `Safeguards. Business Associate shall …`; a short sentence is not taken for a title. */
function titleOf(text: string): Title | null {
  const [whole, words] = OWN_TITLE.exec(text) ?? []
  if (!whole || !words) return null
  if (SAYS_SO.test(words)) return null
  const asks = /\?\s+$/.test(whole) || /^(?:What|How|When|Who|Why|Where|Which)\b/.test(words)
  if (!asks && /\b(?:shall|will|must|may|agrees?|is|are|has|have|can|cannot|does|do|means?)\b/.test(words))
    return null
  return { words, whole }
}

/** `We'll report`, `it isn't feasible`: online terms speak so. */
function spelledOut(text: string): string {
  return text
    .replace(/\b(we|you|it|they|who|that)['’]ll\b/gi, '$1 will')
    .replace(/\b(is|are|was|does|did|has|have)n['’]t\b/gi, '$1 not')
}

export function sentencesOf(clauses: Clause[]): Sentence[] {
  return clauses.flatMap((clause) => {
    const ends = [...clause.text.matchAll(SENTENCE_END)].filter((match) =>
      isEnd(clause.text, match.index + 1),
    )
    const places = [...ends.map((match) => match.index + 1), clause.text.length]
    let from = 0
    return places.map((to) => {
      const text = spelledOut(clause.text.slice(from, to))
      const words = clause.lead ? `${clause.lead} ${text}` : text
      const sentence = { start: clause.start + from, end: clause.start + to, text, words, clause }
      from = to
      return sentence
    })
  })
}

/** The dot after a number, a title or an abbreviation ends nothing. */
function isEnd(text: string, place: number): boolean {
  const before = text.slice(0, place)
  return !endsInAbbreviation(before) && titleOf(text)?.whole.trimEnd() !== before
}

const SENTENCE_END = /[.](?=\s+["(]?[A-Z])/g

function endsInAbbreviation(text: string): boolean {
  return (
    /(?:\b(?:Inc|Ltd|Corp|Co|No|Nos|Sec|Art|St|Dr|Mr|Ms|Mrs|vs|v|e\.g|i\.e|U\.S|C\.F\.R|U\.S\.C|P\.C|P\.A|M\.D|D\.D\.S|L\.L\.C)|\b[A-Z])\.$/.test(
      text,
    ) || new RegExp(`(?:^|\\s)${NUMBER}$`).test(text)
  )
}

interface Piece {
  start: number
  end: number
  text: string
}

// Small letters open an item only between brackets: `(b) use …`, never `b. use …`.
const CUT = new RegExp(
  `(?<=[.;:?]\\s|[;,]\\sand\\s|;\\sor\\s)(?=${NUMBER}\\s+["A-Z]|\\((?:[a-zA-Z]|[ivx]{1,4}|\\d{1,2})\\)\\s+[a-z])`,
  'g',
)

/** Paragraphs, cut again where several numbered clauses run on in one. */
function pieces(text: string): Piece[] {
  const found: Piece[] = []
  let start = 0
  let before = ''
  for (const paragraph of text.split('\n')) {
    const listed =
      /:\s*$/.test(before) && /^[a-z]/.test(paragraph) ? itemCuts(paragraph) : listCuts(paragraph)
    before = paragraph
    const own = [...paragraph.matchAll(CUT)]
      .map(({ index }) => index)
      .filter((index) => !/,\s(?:and|or)\s$/.test(paragraph.slice(0, index)))
    const cuts = [...new Set([...own, ...listed])].sort((one, other) => one - other)
    const places = [0, ...cuts, paragraph.length]
    places.slice(0, -1).forEach((from, index) => {
      const to = places[index + 1]!
      const part = paragraph.slice(from, to)
      if (part.trim()) found.push({ start: start + from, end: start + to, text: part })
    })
    start += paragraph.length + 1
  }
  return found
}

/** `shall (a) not use …, (b) use …, (c) report …`: a list whose items only commas part. */
function listCuts(paragraph: string): number[] {
  const romans = romanCuts(paragraph)
  if (romans.length) return romans
  const marks = [...paragraph.matchAll(/(?<=\s)\(([a-z]|\d)\)\s(?=[a-z])/g)]
  const first = marks.find(
    ({ index, 1: mark }) =>
      /[a1]/.test(mark!) &&
      /(?::|\b(?:shall|will|must|agrees? to|agrees? that it))\s*$/i.test(paragraph.slice(0, index)),
  )
  if (!first) return []
  let next = first[1]!.charCodeAt(0)
  const run = marks
    .slice(marks.indexOf(first))
    .filter(({ 1: mark }) => mark!.charCodeAt(0) === next && ++next)
  return run.length > 2 ? run.map(({ index }) => index) : []
}

/** `… agrees that it will: | use …; not use …; and report …`, where the marks of the items are drawn and not written. */
function itemCuts(paragraph: string): number[] {
  const cuts = [...paragraph.matchAll(/(?<=;\s)(?=(?:and\s+|or\s+)?[a-z])/g)].map(({ index }) => index)
  return cuts.length > 1 ? cuts : []
}

const ROMANS = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi'.split(' ')

/** `shall (i) maintain …; (ii) comply …; (iii) limit …` */
function romanCuts(paragraph: string): number[] {
  const marks = [...paragraph.matchAll(/(?<=\s)\(([ivx]{1,4})\)\s(?=[a-z])/g)]
  const first = marks.findIndex(
    ({ index, 1: mark }) => mark === 'i' && OPENS_LIST.test(paragraph.slice(0, index)),
  )
  if (first < 0) return []
  let next = 0
  const run = marks.slice(first).filter(({ 1: mark }) => mark === ROMANS[next] && ++next)
  return run.length > 1 ? run.map(({ index }) => index) : []
}

const OPENS_LIST = /(?::|\b(?:shall|will|must|agrees? to|agrees? that it))\s*$/i

const DATED =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2},?\s+\d{4}|\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/

export function isHeading(text: string): boolean {
  const words = text.trim()
  if (!new RegExp(`^(?:${NUMBER}\\s*)*["A-Z]`).test(words) || /(?:[,;]|\b(?:and|or))$/.test(words))
    return false
  if (isQuestion(words)) return true
  if (DATED.test(words)) return false
  if (words.length > 110 || /[;,]$/.test(words) || /\.{4,}/.test(words)) return /\.{4,}/.test(words)
  if (/\b(?:shall|will|agrees?|must|may|is|are|has|have|does|means?)\b/.test(words)) return false
  if (/[.]$/.test(words) && !isShortTitle(words)) return false
  return !/^(?:by|name|title|date|signature|its|print)\b.*[:_]/i.test(words)
}

/** `5. Safeguards.` and `5. Books and Records.`, not `5. Open books and records to the Secretary.` */
function isShortTitle(words: string): boolean {
  if (!new RegExp(`^${NUMBER}\\s*[A-Z][\\w ,&-]{2,60}\\.$`).test(words)) return false
  const own = stripped(words).split(/\s+/)
  return (
    own.length < 4 ||
    own.every((word) => /^[A-Z&\d]|^(?:of|and|the|to|for|or|by|in|on|with|upon|an?)$/.test(word))
  )
}

/** `What Vendor must do`, `How will it be kept safe?` */
function isQuestion(words: string): boolean {
  const asked = /^(?:What|How|When|Who|Why|Where|Which|Whose|Can|May|Must|Will|Does|Do|Is|Are)\b/.test(
    stripped(words),
  )
  return (
    words.length < 90 &&
    asked &&
    (/\?$/.test(words) || (/^(?:What|How|When|Who|Why)/.test(stripped(words)) && /\w$/.test(words)))
  )
}

function topicOf(text: string, heading: string, title: string, begun: boolean): Topic {
  if (NOTE.test(text)) return 'note'
  if (/\.{5,}\s*\d+\s*$/.test(text) || /\bcontents\b/i.test(heading)) return 'contents'
  if (
    /^\W*"[^"]{2,60}"(?:\s*\([^)]*\))?,?\s+(?:shall\s+)?(?:mean|ha(?:ve|s)\s+the|refers?|includes?|is defined)/.test(
      stripped(text),
    )
  )
    return 'definitions'
  if (
    /\bdefinitions?\b/i.test(title) ||
    (/\bdefinitions?\b/i.test(heading) && !title) ||
    /^(?:catch-?all )?definitions?\b/i.test(stripped(text))
  )
    return 'definitions'
  if (/^\W*(?:whereas|recitals?)\b/i.test(text) || /\b(?:recitals?|background|witnesseth)\b/i.test(heading))
    return 'recital'
  if (/^(?:in witness|by:|(?:print(?:ed)? )?name:|title:|date:|_{4})/i.test(text)) return 'signature'
  if (/\bsurviv/i.test(title)) return 'after'
  if (isPracticeDuty(`${heading} ${title}`)) return 'practice'
  return begun || /\b(?:shall|agrees?|will|may)\b/.test(text) ? 'clause' : 'recital'
}

// Left out on purpose, or advice to whoever fills in the form.
const NOTE =
  /\b(?:intentionally\s+(?:omitted|deleted|left\s+blank)|not\s+used|reserved)\b[\s.\])]*$|^\W*\[[^\]]*\]\W*$|\b(?:parties|covered entity|practice|you)\s+may\s+(?:wish|want|choose|elect)\s+to\s+(?:add|specify|include|insert|state)\b|\bdrafting note\b|^\W*(?:note|instructions?)\s+to\b/i

function isPracticeDuty(heading: string): boolean {
  return /\b(?:obligations|responsibilities|duties)\s+of\s+(?:the\s+)?(?:covered entity|practice|customer|client)|covered entity(?:'s)?\s+(?:obligations|responsibilities)|provisions for covered entity|permissible requests/i.test(
    heading,
  )
}

function stripped(text: string): string {
  return text.replace(new RegExp(`^(?:${NUMBER}\\s*)+`), '')
}
