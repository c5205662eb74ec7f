import type { Line, PageText } from '../../pages'
import { bodyLines, edgesOf, withWholeReferences } from './bodyLines'
import { looksLikeLabel } from './labels'
import { startOf } from './heads'
import { classify } from './results'
import { plain } from './wording'

/** A paragraph, or what one cell holds of it. */
export interface Said {
  text: string
  page: number
  y: number
  bold: boolean
  /** Which of how many cells side by side, from 0. */
  cell: number
  cells: number
}

interface Piece extends Omit<Said, 'cell' | 'cells'> {
  x: number
  right: number
  size: number
}

const SAME_BASELINE = 0.4
const WORD_GAP = 1.5
const BLANK = 0.4
const GUTTER = 0.3
const COLUMN_LINES = 3
const APART = 1.22
const LIST_MARK = /^(?:[•●▪◦○■□‣➢➤✓*·\uf0b7\uf0a7-]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)]\s)/

/** What the pages say from top to bottom; cells that stand side by side one after the other. */
export function saidOn(pages: PageText[]): Said[] {
  const repeated = repeatedOn(pages)
  const edges = edgesOf(pages)
  return pages.flatMap((page) => {
    const lines = bodyLines(page.lines, repeated).filter((line) => !edges.has(line))
    const rows = baselinesOf(page.number, withWholeReferences(lines))
    const step = usualStep(rows)
    return bandsOf(rows, step)
      .flatMap((band) => columnsOf(band))
      .flatMap((row) =>
        row.flatMap((cell, at) =>
          paragraphsOf(cell).map((part) => ({ ...part, cell: at, cells: row.length })),
        ),
      )
  })
}

/** Running lines that are the same to the letter. */
function repeatedOn(pages: PageText[]): Set<string> {
  const counts = new Map<string, number>()
  for (const line of pages.flatMap((page) => page.lines.filter(({ running }) => running)))
    counts.set(line.text, (counts.get(line.text) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count > 1).map(([text]) => text))
}

/** Pieces of one baseline that stand close together are one, unless a column begins there. */
function baselinesOf(page: number, body: Line[]): Piece[][] {
  const lines = body.sort((one, other) => one.y + one.height - other.y - other.height)
  const starts = new Map<number, number>()
  for (const { x } of lines) starts.set(Math.round(x), (starts.get(Math.round(x)) ?? 0) + 1)
  const rows: Piece[][] = []
  for (const line of lines) {
    const piece = {
      text: plain(line.text),
      page,
      x: line.x,
      y: line.y + line.height,
      right: line.x + line.width,
      size: line.size,
      bold: line.bold,
    }
    const row = rows.at(-1)
    if (row && Math.abs(row[0]!.y - piece.y) < piece.size * SAME_BASELINE) row.push(piece)
    else rows.push([piece])
  }
  const isColumn = ({ x }: Piece) => (starts.get(Math.round(x)) ?? 0) >= COLUMN_LINES
  return rows.map((row) =>
    joined(
      row.sort((one, other) => one.x - other.x),
      isColumn,
    ),
  )
}

function joined(row: Piece[], isColumn: (piece: Piece) => boolean): Piece[] {
  const pieces: Piece[] = []
  for (const piece of row) {
    const last = pieces.at(-1)
    if (last && piece.x - last.right < piece.size * (isColumn(piece) ? BLANK : WORD_GAP))
      Object.assign(last, {
        text: `${last.text} ${piece.text}`,
        right: piece.right,
        bold: last.bold && piece.bold,
      })
    else pieces.push(piece)
  }
  return pieces
}

/** The distance of lines inside a paragraph: the smallest that comes often. */
function usualStep(rows: Piece[][]): number {
  const counts = new Map<number, number>()
  for (const [at, row] of rows.slice(1).entries()) {
    const step = Math.round(2 * (row[0]!.y - rows[at]![0]!.y)) / 2
    if (step > 0.9 * row[0]!.size && step < 1.9 * row[0]!.size) counts.set(step, (counts.get(step) ?? 0) + 1)
  }
  const often = Math.max(2, Math.max(...counts.values()) * 0.15)
  return Math.min(...[...counts].filter(([, count]) => count >= often).map(([step]) => step), 24)
}

/** Lines without white space between them; what begins with a reference or a label begins a band as well. */
function bandsOf(rows: Piece[][], step: number): Piece[][][] {
  const bands: Piece[][][] = []
  for (const row of rows) {
    const above = bands.at(-1)?.at(-1)
    const near = above && row[0]!.y - above[0]!.y < Math.max(step, 1.05 * row[0]!.size) * APART
    if (near && !opens(row, above)) bands.at(-1)!.push(row)
    else bands.push([row])
  }
  return bands
}

function opens(row: Piece[], above: Piece[]): boolean {
  const [first] = row
  if (looksLikeLabel(first!.text)) return !isTorn(above[0]!, first!)
  return (
    startOf(first!.text) !== null &&
    (row.length > 1 || above[0]!.bold !== first!.bold || /[.!?:]$/.test(above.at(-1)!.text))
  )
}

/** The cells of one band: runs of lines that keep to their columns, or the lines as they are. */
function columnsOf(band: Piece[][]): Piece[][][] {
  const rows: Piece[][][] = []
  let columns: { x: number; right: number; pieces: Piece[] }[] = []
  for (const row of band) {
    if (columns.length > 1 && !row.every((piece) => touched(columns, piece).length < 2)) close()
    if (columns.length === 1 && row.length > 1) close()
    for (const piece of row) {
      const [column] = row.length === 1 && columns.length === 1 ? columns : touched(columns, piece)
      if (column) {
        column.x = Math.min(column.x, piece.x)
        column.right = Math.max(column.right, piece.right)
        column.pieces.push(piece)
      } else columns.push({ x: piece.x, right: piece.right, pieces: [piece] })
    }
  }
  close()
  return rows

  function close() {
    if (columns.length) rows.push(columns.sort((one, other) => one.x - other.x).map(({ pieces }) => pieces))
    columns = []
  }
}

/** "Management's" over "Response": one label on two lines. */
function isTorn(above: Piece, label: Piece): boolean {
  const together = above.text.length < 40 && above.x === label.x && above.bold === label.bold
  return together && !looksLikeLabel(above.text) && looksLikeLabel(`${above.text} ${label.text}`)
}

function touched<C extends { x: number; right: number }>(columns: C[], piece: Piece): C[] {
  return columns.filter(
    ({ x, right }) => piece.x < right + GUTTER * piece.size && piece.right > x - GUTTER * piece.size,
  )
}

function paragraphsOf(cell: Piece[]): Piece[] {
  const edge = Math.max(...cell.map(({ right }) => right))
  const parts: Piece[] = []
  for (const piece of cell) {
    const last = parts.at(-1)
    if (last && !beginsAnew(last, piece, edge))
      Object.assign(last, { text: glued(last.text, piece.text), y: piece.y, right: piece.right })
    else parts.push({ ...piece })
  }
  return parts
}

function beginsAnew(last: Piece, piece: Piece, edge: number): boolean {
  if (last.bold !== piece.bold || LIST_MARK.test(piece.text)) return true
  const firstWord = (piece.text.indexOf(' ') + 1 || piece.text.length) * piece.size * 0.5
  const ended = /[.!?:]["')]?$/.test(last.text) || last.right + firstWord < edge - 2 * piece.size
  return (
    ended &&
    /^["'(]?[A-Z\d]/.test(piece.text) &&
    (last.right + firstWord < edge || classify(last.text) === 'pass')
  )
}

function glued(first: string, second: string): string {
  return /[a-z]-$/.test(first) && /^[a-z]/.test(second) ? first.slice(0, -1) + second : `${first} ${second}`
}
