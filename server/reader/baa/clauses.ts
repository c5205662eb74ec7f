import type { Flow } from './flow'

export type Topic = 'contents' | 'definitions' | 'practice' | 'after' | 'recital' | 'signature' | 'clause'

export interface Clause {
  start: number
  end: number
  text: string
  /** The heading above it and its own title. */
  heading: string
  topic: Topic
  /** The words that open the list it belongs to: `Business Associate agrees to:`. */
  lead: string
}

export interface Sentence {
  start: number
  end: number
  text: string
  clause: Clause
}

const NUMBER =
  '(?:\\(?(?:[a-zA-Z]|[ivx]{1,5}|\\d{1,2}(?:\\.\\d{1,2}){0,3})[.)]|\\d{1,2}(?:\\.\\d{1,2}){1,3}|[IVX]{1,5}\\.|§\\s?[\\d.]+|(?:article|section|exhibit|schedule)\\s+[\\dIVXA-Z]+[.:]?)'
const OWN_TITLE = new RegExp(`^(?:${NUMBER}\\s*)*([A-Z][A-Za-z,&/()' -]{2,80}?)(?:[.:]|\\s-)\\s+(?=[A-Z"(])`)

/** The agreement cut into numbered clauses, each with its heading; headings are not clauses. */
export function clausesOf(flow: Flow): Clause[] {
  const clauses: Clause[] = []
  let heading = ''
  let lead = ''
  let begun = false
  for (const piece of pieces(flow.text)) {
    if (isHeading(piece.text)) {
      heading = piece.text
      lead = ''
      begun ||= /\d|obligation|definition|agree/i.test(heading)
      continue
    }
    const title = OWN_TITLE.exec(piece.text)?.[1] ?? ''
    const numbered = new RegExp(`^${NUMBER}\\s`, 'i').test(piece.text)
    if (!numbered || /^\d/.test(piece.text)) lead = ''
    clauses.push({
      ...piece,
      heading: `${heading}\n${title}`,
      topic: topicOf(piece.text, heading, title, begun || lead !== ''),
      lead,
    })
    if (/:\s*$/.test(piece.text) && /\b(?:shall|will|agrees?|must|may)\b/.test(piece.text)) lead = piece.text
  }
  return clauses
}

export function sentencesOf(clauses: Clause[]): Sentence[] {
  return clauses.flatMap((clause) => {
    const ends = [...clause.text.matchAll(SENTENCE_END)].filter((match) =>
      isEnd(clause.text, match.index + 1),
    )
    const places = [...ends.map((match) => match.index + 1), clause.text.length]
    let from = 0
    return places.map((to) => {
      const text = clause.text.slice(from, to)
      const sentence = { start: clause.start + from, end: clause.start + to, text, clause }
      from = to
      return sentence
    })
  })
}

/** The dot after a number, a title or an abbreviation ends nothing. */
function isEnd(text: string, place: number): boolean {
  const before = text.slice(0, place)
  return !endsInAbbreviation(before) && !(OWN_TITLE.exec(text)?.[0].trimEnd() === before)
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
  `(?<=[.;:]\\s|[;,]\\sand\\s|;\\sor\\s)(?=${NUMBER}\\s+["A-Z]|\\((?:[a-z]|[ivx]{1,4})\\)\\s+[a-z])`,
  'g',
)

/** Paragraphs, cut again where several numbered clauses run on in one. */
function pieces(text: string): Piece[] {
  const found: Piece[] = []
  let start = 0
  for (const paragraph of text.split('\n')) {
    const cuts = [...paragraph.matchAll(CUT)].map(({ index }) => index)
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

export function isHeading(text: string): boolean {
  const words = text.trim()
  if (!new RegExp(`^(?:${NUMBER}\\s*)*["A-Z]`).test(words) || /(?:[,;]|\b(?:and|or))$/.test(words))
    return false
  if (words.length > 110 || /[;,]$/.test(words) || /\.{4,}/.test(words)) return /\.{4,}/.test(words)
  if (/\b(?:shall|will|agrees?|must|may|is|are|has|have|does|means?)\b/.test(words)) return false
  return !/[.]$/.test(words) || new RegExp(`^${NUMBER}\\s*[A-Z][\\w ,&-]{2,60}\\.$`).test(words)
    ? !/^(?:by|name|title|date|signature|its|print)\b.*[:_]/i.test(words)
    : false
}

function topicOf(text: string, heading: string, title: string, begun: boolean): Topic {
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
  if (/^(?:in witness|by:|name:|title:|date:|_{4})/i.test(text)) return 'signature'
  if (/\bsurviv/i.test(title)) return 'after'
  if (isPracticeDuty(`${heading} ${title}`)) return 'practice'
  return begun || /\b(?:shall|agrees?|will|may)\b/.test(text) ? 'clause' : 'recital'
}

function isPracticeDuty(heading: string): boolean {
  return /\b(?:obligations|responsibilities|duties)\s+of\s+(?:the\s+)?(?:covered entity|practice|customer|client)|covered entity(?:'s)?\s+(?:obligations|responsibilities)|provisions for covered entity|permissible requests/i.test(
    heading,
  )
}

function stripped(text: string): string {
  return text.replace(new RegExp(`^(?:${NUMBER}\\s*)+`), '')
}
