import type { Doc, PageText } from '../pages'
import { quoteAt } from '../quotes'
import type { Evidence } from '../reading'

/** The agreement as one text without running lines; every place in it leads back to a page. */
export interface Flow {
  text: string
  pages: PageText[]
  parts: Part[]
}

interface Part {
  page: PageText
  /** In the flow. */
  start: number
  end: number
  /** In the page's text. */
  pageStart: number
}

export function makeFlow({ pages }: Doc): Flow {
  const repeated = repeatedEdges(pages)
  const flow: Flow = { text: '', pages, parts: [] }
  for (const page of pages) {
    for (const part of paragraphsOf(page.text)) {
      if (!isEdge(part.text, repeated)) append(flow, page, part)
    }
  }
  return flow
}

/** Where most of the words stand; null when they are not found again. */
export function evidenceAt(flow: Flow, start: number, end: number): Evidence | null {
  const parts = flow.parts.filter((part) => part.start < end && part.end > start)
  const page = widest(parts, start, end)?.page
  const mine = parts.filter((part) => part.page === page)
  if (!page || mine.length === 0) return null
  return quoteAt(page, pagePlace(mine[0]!, start), pagePlace(mine.at(-1)!, end), 'other')
}

export function pageAt(flow: Flow, place: number): PageText | undefined {
  return flow.parts.find((part) => part.start <= place && part.end > place)?.page
}

function widest(parts: Part[], start: number, end: number): Part | undefined {
  const overlap = (part: Part) => Math.min(part.end, end) - Math.max(part.start, start)
  return [...parts].sort((one, other) => overlap(other) - overlap(one))[0]
}

function pagePlace(part: Part, place: number): number {
  return part.pageStart + Math.min(Math.max(place, part.start), part.end) - part.start
}

function append(flow: Flow, page: PageText, { text, start }: Paragraph): void {
  if (flow.text) flow.text += goesOn(flow, page, text) ? ' ' : '\n'
  flow.parts.push({ page, start: flow.text.length, end: flow.text.length + text.length, pageStart: start })
  flow.text += text
}

/** A sentence that runs over the foot of a page or of a column. */
function goesOn(flow: Flow, page: PageText, next: string): boolean {
  const last = flow.parts.at(-1)!
  if (isInlineItem(flow.text.slice(last.start), next)) return true
  if (!/[\w,"')]$/.test(flow.text) || isHeading(flow, last)) return false
  const small = /^[a-z]/.test(next)
  if (last.page === page)
    return (small && !/:/.test(next.slice(0, 40))) || AMOUNT_GOES_ON.test(next) || UNFINISHED.test(flow.text)
  return (
    small || /^\(|^[A-Z][a-z]+ [a-z]/.test(next) || (UNFINISHED.test(flow.text) && !/^[IVX\d]/.test(next))
  )
}

/** `… about (1) any use, | (2) any incident, and (3) any breach`, where the line happens to break before a mark. */
function isInlineItem(before: string, next: string): boolean {
  const mark = /^\((\d|[a-z])\)\s+[a-z]/.exec(next)?.[1]
  if (!mark || !/,(?:\s+(?:and|or))?$|\b(?:and|or)$/.test(before)) return false
  return before.lastIndexOf(`(${String.fromCharCode(mark.charCodeAt(0) - 1)}) `) > 0
}

const AMOUNT_GOES_ON = /^\(\d{1,3}\)\s+(?:calendar|business|working|full|days?|hours?|months?|years?)\b/i
const UNFINISHED =
  /\b(?:the|of|and|or|to|an?|in|by|for|with|its|that|which|any|such|under|as|from|this|our|your)$/i

function isHeading(flow: Flow, { start, end }: Part): boolean {
  return end - start < 60 && !/[a-z,]$/.test(flow.text.slice(start, end).replace(/^.*\s/, ''))
}

interface Paragraph {
  text: string
  start: number
}

function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (line.trim()) paragraphs.push({ text: line, start })
    start += line.length + 1
  }
  return paragraphs
}

/** What stands first or last on several pages is no part of the agreement: its name, a page number, an envelope number. */
function repeatedEdges(pages: PageText[]): Set<string> {
  const counts = new Map<string, number>()
  for (const page of pages) {
    const lines = paragraphsOf(page.text).map(({ text }) => shape(text))
    for (const line of new Set([...lines.slice(0, 3), ...lines.slice(-4)]))
      counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  return new Set(
    [...counts]
      .filter(([line, count]) => count > 1 && line.length < 90 && !isForm(line))
      .map(([line]) => line),
  )
}

/** Lines of a signature block repeat, and are wanted. */
function isForm(line: string): boolean {
  return /:|_{3}|^(?:by|name|title|date|signature)\b/i.test(line)
}

function isEdge(text: string, repeated: Set<string>): boolean {
  return repeated.has(shape(text)) || /^(?:page\s*)?\d{1,3}(?:\s*(?:of|\/)\s*\d{1,3})?$/i.test(text.trim())
}

function shape(text: string): string {
  return text.trim().replace(/\d+/g, '#').toLowerCase()
}
