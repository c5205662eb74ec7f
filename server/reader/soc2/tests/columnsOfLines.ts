import type { Line, PageText, Row, Table } from '../../pages'
import { startsWithCriterion } from '../criteria'
import { bodyLines, edgesOf, withWholeReferences } from './bodyLines'
import { isHeadingRow, isReference } from './columns'
import { plain } from './wording'

const SAME_X = 3
const SAME_BASELINE = 3
const FEWEST_LINES = 4
const REPEATED_ON = 3
const HEADING_HEIGHT = 90

/**
 * The tests as one table put together from the places of lines: columns are where many lines begin, rows begin at a reference of a control.
 * Null when the pages do not look like that.
 */
export function tableFromLines(pages: PageText[], fewest = FEWEST_LINES): Table | null {
  const edges = edgesOf(pages)
  const found = pages
    .map((page) => ({
      page,
      lines: withWholeReferences(cellLines(page, pages).filter((line) => !edges.has(line))),
    }))
    .filter(({ lines }) => lines.length)
  const starts = columnStarts(
    found.flatMap(({ lines }) => lines),
    fewest,
  )
  const sheets = found.map(({ page, lines }) => ({
    page,
    lines: lines.flatMap((line) => cutAt(line, starts)),
  }))
  const every = sheets.flatMap(({ lines }) => lines)
  const refAt = refColumn(starts, every, fewest)
  if (starts.length < 3 || refAt < 0) return null
  const rows: Row[] = []
  let columns = starts.map(() => '')
  for (const { page, lines } of sheets) {
    const anchors = lines.filter((line) => columnOf(line, starts) === refAt && isReference(plain(line.text)))
    if (!isTopAligned(anchors, lines)) return null
    if (!anchors.length && lines.some((line) => columnOf(line, starts) === refAt)) return null
    if (!rows.length && anchors[0]) columns = headingsAbove(anchors[0], page, starts)
    rows.push(...rowsOn(page, lines, anchors, starts, rows.length === 0))
  }
  if (!rows.length) return null
  return { columns, rows, firstPage: rows[0]!.page, lastPage: rows.at(-1)!.page }
}

/** The lines close above the first row, when they read like headings. */
function headingsAbove(anchor: Line, page: PageText, starts: number[]): string[] {
  const above = page.lines.filter(
    (line) => !line.running && line.y < anchor.y - SAME_BASELINE && line.y > anchor.y - HEADING_HEIGHT,
  )
  for (const from of [...new Set(above.map((line) => line.y))]) {
    const mine = above.filter((line) => line.y >= from - SAME_BASELINE)
    const cells = starts.map((_, at) => cellOf(mine.filter((line) => columnOf(line, starts) === at)))
    if (isHeadingRow(cells)) return cells
  }
  return starts.map(() => '')
}

/** Lines of cells: without running lines, headings, and what stands at the same place on page after page. */
function cellLines(page: PageText, pages: PageText[]): Line[] {
  const others = pages.filter((one) => one !== page)
  const body = bodyLines(page.lines)
  const firstRow = Math.min(...body.filter((line) => isReference(plain(line.text))).map((line) => line.y))
  return body.filter((line) => {
    if (line.bold) return false
    if (startsWithCriterion(plain(line.text)) && line.width > page.width * 0.35) return false
    return line.y > firstRow - SAME_BASELINE || !isRepeated(line, others)
  })
}

function isRepeated(line: Line, others: PageText[]): boolean {
  const same = (one: Line) => one.text === line.text && near(one.x, line.x) && near(one.y, line.y)
  return others.filter((page) => page.lines.some(same)).length >= REPEATED_ON
}

function columnStarts(lines: Line[], fewest: number): number[] {
  const counts = new Map<number, number>()
  for (const line of lines) {
    const known = [...counts.keys()].find((x) => near(x, line.x))
    counts.set(known ?? line.x, (counts.get(known ?? line.x) ?? 0) + 1)
  }
  const least = Math.max(fewest, lines.length * 0.012)
  const often = [...counts].filter(([, count]) => count >= least).map(([x]) => x)
  return often.sort((one, other) => one - other)
}

function refColumn(starts: number[], lines: Line[], fewest: number): number {
  return starts.findIndex((_, at) => {
    const mine = lines.filter((line) => columnOf(line, starts) === at)
    return (
      mine.filter((line) => isReference(plain(line.text)) && !isOnlyCriterion(line)).length >=
      Math.max(fewest - 1, mine.length * 0.7)
    )
  })
}

function isOnlyCriterion(line: Line): boolean {
  return startsWithCriterion(plain(line.text))
}

/** A line that runs on into the next column is cut where that column begins. */
function cutAt(line: Line, starts: number[]): Line[] {
  const right = line.x + line.width
  const edges = starts.filter((x) => x > line.x + SAME_X && x < right - SAME_X)
  const at = line.words.findIndex((word, n) => n > 0 && edges.some((x) => near(x, word.x)))
  if (at < 0) return [line]
  const parts = [line.words.slice(0, at), line.words.slice(at)].map((words) => lineOf(line, words))
  return [parts[0]!, ...cutAt(parts[1]!, starts)]
}

function lineOf(line: Line, words: Line['words']): Line {
  const x = words[0]!.x
  const last = words.at(-1)!
  return { ...line, x, width: last.x + last.width - x, words, text: words.map((word) => word.text).join(' ') }
}

function columnOf(line: Line, starts: number[]): number {
  return starts.findLastIndex((x) => x <= line.x + SAME_X)
}

/** Each reference stands on the first line of its row; centred cells cannot be cut like this. */
function isTopAligned(anchors: Line[], lines: Line[]): boolean {
  const level = anchors.filter(
    (anchor) => lines.filter((line) => Math.abs(line.y - anchor.y) < SAME_BASELINE).length >= 3,
  )
  return level.length >= anchors.length * 0.8
}

function rowsOn(page: PageText, lines: Line[], anchors: Line[], starts: number[], first: boolean): Row[] {
  const tops = anchors.map((anchor) => anchor.y - SAME_BASELINE)
  const bands = first ? tops : [-Infinity, ...tops]
  return bands.flatMap((top, at) => {
    const end = bands[at + 1] ?? Infinity
    const mine = lines.filter((line) => line.y >= top && line.y < end)
    if (!mine.length) return []
    const cells = starts.map((_, column) => cellOf(mine.filter((line) => columnOf(line, starts) === column)))
    const y = mine[0]!.y
    return [{ cells, page: page.number, x: starts[0]!, y, width: page.width, height: 0 }]
  })
}

function cellOf(lines: Line[]): string {
  const sorted = [...lines].sort((one, other) =>
    Math.abs(one.y - other.y) < SAME_BASELINE ? one.x - other.x : one.y - other.y,
  )
  return sorted.map((line) => line.text.trim()).join(' ')
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) < SAME_X
}
