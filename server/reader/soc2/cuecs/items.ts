import { criteriaIn, startsWithCriterion } from '../criteria'
import type { Item } from '../cuecs'
import { beginsInLine, clausesOf } from './clauses'
import { isItemLike, type PlacedLine, startsLikeDuty } from './places'

const MARK =
  /^(?:(?:[•●▪▫◦○■□▢☐☑☒❑❒◆◇►▶▸➢➤➔→✓✔❖‣⁃∙*·\uf0b7\uf0a7\uf0d8\uf0fc\uf076]|[-–](?=\s)|o(?=\s[A-Z]))\s*|\(?\d{1,3}[.)]\s+|\(?(?:[a-z]|[ivx]{2,5})[.)]\s+|cuec[-\s#]?\d+\s*[:.)-]?\s*)+/i
const LEAD = /\b(?:for|to|that|should|must|shall|will|ensure|include|includes|including|the following)\s*:?$/i
const DUTY =
  /\b(?:user(?:[- ]entit(?:y|ies)| organi[sz]ations?|s)?|customers?|clients?|subscribers?|tenants?)(?: \([^)]{1,30}\))?(?: management)? (?:(?:are|is) (?:\w+ )?(?:responsible|required|expected|obligated)|should|must|shall|need to|have (?:the )?responsib)/i
/** Criteria in brackets after the full stop belong to the sentence before. */
const SENTENCES = /(?<=[.;])\s+(?=[A-Z])|(?<=[.;] \((?:CC|PI|A|C|P)[^()]{1,60}\)\.?)\s+(?=[A-Z])/
const PREAMBLE =
  /\b(?:designed with the assumption|were designed|is designed|not (?:all|a comprehensive|intended|an exhaustive)|examination|the following|listed below|these controls|should not be regarded|each user entity|trust services criteria|commitments? (?:and|to)|must evaluate|should evaluate|should consider whether)\b/i

/** The single duties in the lines under one heading. */
export function itemsIn(lines: PlacedLine[]): Item[] {
  const numbered = numberedInside(lines)
  if (numbered.length) return numbered
  const running = beginsInLine(lines.map(({ text }) => text).join(' '))
  const listed = !running && lines.some((line) => isItemLike(line.text)) ? listItems(lines) : []
  if (listed.length) return listed
  const told = proseItems(lines)
  return told.length ? told : paragraphItems(lines)
}

const BEGINS =
  /^(?:(?:the |each |every |all )?(?:user(?:[- ]entit(?:y|ies)| organi[sz]ations?|s)?|customers?|clients?|subscribers?|tenants?) [a-z]+\b|you [a-z]+\b)/i

/** Paragraphs that each say what customers do, or that each stand under a bold word. */
function paragraphItems(lines: PlacedLine[]): Item[] {
  const parts: { title: string; lines: PlacedLine[] }[] = []
  let title = ''
  lines.forEach((line, at) => {
    const above = lines[at - 1]
    if (line.bold) return void (title = above?.bold ? `${title} ${line.text}` : line.text)
    const last = parts.at(-1)
    const fresh =
      !last ||
      above?.bold === true ||
      (/[.;]$/.test(above!.text) && BEGINS.test(line.text)) ||
      (above!.page === line.page && line.y - above!.y > line.size * 1.9)
    if (!fresh) return void last.lines.push(line)
    parts.push({ title, lines: [line] })
    title = ''
  })
  const items = parts.map((part) => {
    const own = part.lines.map(({ text }) => text).join(' ')
    return { part, own }
  })
  const good = items.filter(
    ({ part, own }) =>
      own.length > 15 && /[.;]$/.test(own) && !PREAMBLE.test(own) && (part.title !== '' || BEGINS.test(own)),
  )
  if (good.length < 2 || good.length < items.length - 1) return []
  return good.map(({ part, own }) =>
    finished({ text: own, own, page: part.lines[0]!.page, criteria: criteriaIn(part.title) }),
  )
}

/** "1. … 2. … 3. …" in one paragraph, where only some of the numbers begin a line. */
function numberedInside(lines: PlacedLine[]): Item[] {
  const text = lines.map((line) => line.text).join(' ')
  const marks: { at: number; from: number }[] = []
  for (const match of text.matchAll(/(?<=^|[.;:)] (?:and )?)\(?(\d{1,2})[.)] +(?=[A-Z])/g))
    if (Number(match[1]) === marks.length + 1)
      marks.push({ at: match.index, from: match.index + match[0].length })
  const atStarts = lines.filter((line) => /^\(?\d{1,2}[.)] /.test(line.text)).length
  if (marks.length < 2 || atStarts >= marks.length || lines.some((line) => isOtherMark(line.text))) return []
  return marks.map(({ at, from }, n) => {
    const own = text.slice(from, marks[n + 1]?.at ?? text.length).trim()
    const [, group = ''] = /^((?:(?:CC|PI|A|C|P)\d\.\d[,; ]*)+):? /.exec(own) ?? []
    const bare = own.slice(group.length).replace(/^:\s*/, '').trim()
    return { text: bare, own: bare, page: pageAt(lines, at), criteria: criteriaIn(own) }
  })
}

function isOtherMark(text: string): boolean {
  return isItemLike(text) && !/^\(?\d{1,2}[.)] /.test(text)
}

function pageAt(lines: PlacedLine[], offset: number): number {
  let passed = 0
  return lines.find((line) => (passed += line.text.length + 1) > offset)?.page ?? lines[0]!.page
}

interface State {
  group: string[]
  lead: string
  items: Item[]
  open: boolean
  margin: number
}

export function listItems(lines: PlacedLine[]): Item[] {
  const state: State = { group: [], lead: '', items: [], open: false, margin: 0 }
  lines.forEach((line, at) => step(state, line, lines[at - 1]))
  return state.items.filter((item) => item.own.length > 8 && /\s/.test(item.own)).map(finished)
}

function step(state: State, line: PlacedLine, before: PlacedLine | undefined): void {
  if (isItemLike(line.text)) {
    const own = line.text.replace(MARK, '').trim()
    state.items.push({ text: joined(state.lead, own), own, page: line.page, criteria: state.group })
    state.margin = line.x
    state.open = true
  } else if (isGroup(line)) {
    state.group = criteriaIn(line.text)
    state.lead = ''
    state.open = false
  } else if (state.open && runsOn(state, line, before)) {
    const last = state.items.at(-1)!
    last.own = `${last.own} ${line.text}`.trim()
    last.text = `${last.text} ${line.text}`.trim()
  } else {
    state.lead = state.open || isNewPart(line, before) ? line.text : `${state.lead} ${line.text}`.trim()
    state.open = false
  }
}

export function isGroup(line: PlacedLine): boolean {
  if (!startsWithCriterion(line.text) || /^[^(]*\)/.test(line.text)) return false
  return (line.bold || line.text.length < 90) && !DUTY.test(line.text)
}

/** A line that goes on with the item above: indented like its text, or close below it. */
function runsOn(state: State, line: PlacedLine, before: PlacedLine | undefined): boolean {
  const last = state.items.at(-1)!
  if (!last.own) return true
  if (line.bold && before && !before.bold) return false
  if (/:$/.test(line.text)) return false
  if (line.x > state.margin + 4) return true
  const ended = /[.;](?: \([^()]+\))?$/.test(last.own)
  if (before && before.page === line.page && line.y - before.y > line.size * 2.2) return false
  return !ended || /^[a-z(]/.test(line.text)
}

function isNewPart(line: PlacedLine, before: PlacedLine | undefined): boolean {
  return !before || (before.page === line.page && line.y - before.y > line.size * 2.2)
}

export function joined(lead: string, own: string): string {
  const last = lead.split(/(?<=[.!?])\s+/).at(-1) ?? ''
  if (!LEAD.test(last) || startsLikeDuty(own)) return own
  const verb = /^(?:[a-z]|[A-Z][a-z]+ing\b)/.test(own)
  if (!verb || /\bthe following\s*:?$/i.test(last)) return own
  return `${last.replace(/ ?:$/, '')} ${own[0]!.toLowerCase()}${own.slice(1)}`
}

function finished(item: Item): Item {
  const criteria = [...new Set([...item.criteria, ...criteriaIn(item.own)])]
  return {
    ...item,
    text: item.text.replace(/\s*;?\s*(?:and|or)?$/, (end) => (/;/.test(end) ? '' : end)),
    criteria,
  }
}

/** Duties told as sentences: each sentence that says what the customer is responsible for. */
function proseItems(lines: PlacedLine[]): Item[] {
  let group: string[] = []
  const items: Item[] = []
  let paragraph: { text: string; page: number } | null = null
  for (const line of lines) {
    if (paragraph && /[.:;)]$/.test(paragraph.text) && startsNewDuty(line.text)) close()
    if (isGroup(line)) {
      close()
      group = criteriaIn(line.text)
    } else if (paragraph) paragraph.text += ` ${line.text}`
    else paragraph = { text: line.text, page: line.page }
    if (paragraph && /[.:]$/.test(line.text)) close()
  }
  close()
  return items.map(finished)

  function close(): void {
    for (const sentence of paragraph?.text.split(SENTENCES) ?? []) {
      if (!DUTY.test(sentence) && !startsLikeDuty(sentence)) continue
      const several = clausesOf(sentence)
      if (several) {
        for (const own of several.clauses) add(`${several.lead} ${own}`, own)
        continue
      }
      if (PREAMBLE.test(sentence) || sentence.length < 25 || sentence.endsWith(':')) continue
      add(sentence, sentence)
    }
    paragraph = null
  }

  function add(text: string, own: string): void {
    items.push({ text, own, page: paragraph!.page, criteria: group })
  }
}

function startsNewDuty(text: string): boolean {
  return /^[A-Z]/.test(text) && (DUTY.test(text.slice(0, 70)) || startsLikeDuty(text))
}
