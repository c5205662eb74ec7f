import type { PageText } from '../pages'
import { quoteAt } from '../quotes'
import type { Evidence, Section } from '../reading'

const LONGEST_QUOTE = 400

/** Running text over one or more pages, each piece knowing where it stands. */
export interface Flow {
  text: string
  section: Section
  pieces: Piece[]
}

interface Piece {
  page: PageText
  /** Where the piece begins in the flow, and where in the page's text. */
  at: number
  from: number
  length: number
}

/** A place inside a flow. */
export interface Span {
  flow: Flow
  start: number
  end: number
}

export function flowOf(section: Section, parts: { page: PageText; from?: number; to?: number }[]): Flow {
  const flow: Flow = { text: '', section, pieces: [] }
  for (const { page, from = 0, to = page.text.length } of parts) {
    if (flow.text !== '') flow.text += '\n'
    flow.pieces.push({ page, at: flow.text.length, from, length: to - from })
    flow.text += page.text.slice(from, to)
  }
  return flow
}

/** A place in a flow as quotes, one for each page that it stands on. */
export function quotes(span: Span): Evidence[] {
  return span.flow.pieces
    .filter((piece) => piece.at < span.end && piece.at + piece.length > span.start)
    .map((piece) => quotePiece(span, piece))
    .filter((quote) => quote !== null)
}

export function textOf({ flow, start, end }: Span): string {
  return flow.text.slice(start, end)
}

export function pageOf({ flow, start }: Span): PageText | undefined {
  return flow.pieces.find((piece) => start < piece.at + piece.length + 1)?.page
}

/** The first match inside a span, as a span of its own. */
export function matchIn(span: Span, pattern: RegExp): Span | null {
  const match = pattern.exec(textOf(span))
  return match ? within(span, match.index, match.index + match[0].length) : null
}

export function within(span: Span, from: number, to: number): Span {
  return { flow: span.flow, start: span.start + from, end: Math.min(span.start + to, span.end) }
}

export function whole(flow: Flow): Span {
  return { flow, start: 0, end: flow.text.length }
}

function quotePiece(span: Span, piece: Piece): Evidence | null {
  const text = span.flow.text
  let start = Math.max(span.start, piece.at)
  let end = Math.min(span.end, piece.at + piece.length)
  while (start < end && /\s/.test(text[start]!)) start++
  if (end - start > LONGEST_QUOTE) end = start + text.slice(start, start + LONGEST_QUOTE).lastIndexOf(' ')
  while (end > start && /\s/.test(text[end - 1]!)) end--
  return end > start
    ? quoteAt(piece.page, piece.from + start - piece.at, piece.from + end - piece.at, span.flow.section)
    : null
}
