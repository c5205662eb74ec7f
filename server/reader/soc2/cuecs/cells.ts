import type { Box, Doc } from '../../pages'
import type { Drawings } from '../../pdf/drawings'
import { isGroup } from './items'
import type { Place, PlacedLine } from './places'

/** What stands between the lines drawn around it. */
export interface Cell {
  page: number
  top: number
  bottom: number
  /** Counted from the left, the same on all pages. */
  column: number
  lines: PlacedLine[]
}

const HIGHEST = 640
const LEAST_GUTTER = 3
const SAME_X = 6

/** The cells of a table with drawn lines, in order; empty where nothing is drawn. */
export function cellsIn(doc: Doc, { lines }: Place): Cell[] {
  const boxed = framedOnly(
    [...new Set(lines.map(({ page }) => page))].flatMap((page) => {
      const drawn = doc.pages.find(({ number }) => number === page)?.drawn
      const own = lines.filter((line) => line.page === page)
      return drawn ? boxedOn(own, drawn) : []
    }),
  )
  const lefts = columnsOf(boxed)
  const cells: Cell[] = []
  for (const { line, box } of boxed) {
    if (box.left === null && isAcross(line, lefts)) continue
    const column = lefts.findLastIndex((left) => (box.left ?? line.x) >= left - SAME_X)
    const own = cells.find((cell) => isSame(cell, line.page, box) && cell.column === column)
    if (own) own.lines.push(line)
    else cells.push({ page: line.page, top: box.top, bottom: box.bottom, column, lines: [line] })
  }
  for (const { lines } of cells) lines.sort((one, other) => one.y - other.y || one.x - other.x)
  return isTable(cells, boxed) ? cells.sort(byPlace) : []
}

/** Where cells have lines at their sides, text without them is no cell. */
function framedOnly(boxed: BoxedLine[]): BoxedLine[] {
  const framed = boxed.filter(({ box }) => box.left !== null)
  return framed.length ? framed : boxed
}

/** Text that runs over several columns stands above or below the table, unless it names a criterion. */
function isAcross(line: PlacedLine, lefts: number[]): boolean {
  return lefts.some((left) => line.x < left - SAME_X && line.right > left + SAME_X) && !isGroup(line)
}

export function byPlace(one: Cell, other: Cell): number {
  return one.page - other.page || one.top - other.top || one.column - other.column
}

interface Boxed {
  top: number
  bottom: number
  left: number | null
}

interface BoxedLine {
  line: PlacedLine
  box: Boxed
}

function boxedOn(lines: PlacedLine[], drawn: Drawings): BoxedLine[] {
  const parts = lines.flatMap((line) => cutAtBars(line, drawn))
  const rules = [...drawn.rules, ...edgeRules(parts, drawn)]
  return parts.flatMap((line) => {
    const box = boxOf(line, { ...drawn, rules })
    return box ? [{ line, box }] : []
  })
}

/** A line that goes over a drawn one is the text of two cells. */
function cutAtBars(line: PlacedLine, { bars }: Drawings): PlacedLine[] {
  const middle = line.y + line.size / 2
  const words = line.words ?? []
  const at = words.findIndex((word, n) =>
    bars.some(
      ({ x, y, height }) =>
        n > 0 && x > words[n - 1]!.x && x <= word.x && y <= middle && y + height >= middle,
    ),
  )
  if (at < 1) return [line]
  const textOf = (part: typeof words) => part.map(({ text }) => text).join(' ')
  const [left, right] = [words.slice(0, at), words.slice(at)]
  const rest = { ...line, words: right, text: textOf(right), x: right[0]!.x }
  return [
    { ...line, words: left, text: textOf(left), right: right[0]!.x - 2 },
    ...cutAtBars(rest, { dots: [], rules: [], bars }),
  ]
}

/** A first row without a line above it, or a last one without a line below, ends with its own words. */
function edgeRules(lines: PlacedLine[], { rules }: Drawings): Box[] {
  const across = rules.filter(({ width }) => width > 0)
  if (across.length < 2) return []
  const top = Math.min(...across.map(({ y }) => y))
  const bottom = Math.max(...across.map(({ y }) => y))
  const inside = lines.filter(({ y }) => y > top && y < bottom)
  const isRow = (line: PlacedLine) =>
    lines.some((other) => other !== line && isLevel(other, line) && other.x > line.right) &&
    inside.some(({ x }) => Math.abs(x - line.x) < SAME_X)
  const [x, right] = [
    Math.min(...across.map((rule) => rule.x)),
    Math.max(...across.map((rule) => rule.x + rule.width)),
  ]
  const rule = (y: number) => ({ x, y, width: right - x, height: 0 })
  const above = lines.filter((line) => line.y < top && isRow(line)).map(({ y }) => y)
  const below = lines.filter((line) => line.y > bottom && isRow(line)).map(({ y, size }) => y + size * 3)
  return [
    ...(above.length ? [rule(Math.min(...above) - 1)] : []),
    ...(below.length ? [rule(Math.max(...below))] : []),
  ]
}

/** The nearest lines above and below that run over it, and the one to its left. */
function boxOf(line: PlacedLine, { rules, bars }: Drawings): Boxed | null {
  const [x, middle] = [line.x + 2, line.y + line.size / 2]
  const across = rules.filter((rule) => rule.x <= x && rule.x + rule.width >= x)
  const top = Math.max(...across.filter(({ y }) => y <= middle).map(({ y }) => y))
  const bottom = Math.min(...across.filter(({ y }) => y > middle).map(({ y }) => y))
  if (!Number.isFinite(top) || !Number.isFinite(bottom) || bottom - top > HIGHEST) return null
  const beside = bars.filter((bar) => bar.x <= x && bar.y <= middle && bar.y + bar.height >= middle)
  const left = beside.length ? Math.max(...beside.map((bar) => bar.x)) : null
  return { top, bottom, left }
}

/** Where columns begin: at the lines drawn down, or after stripes that no words cross. */
function columnsOf(boxed: BoxedLine[]): number[] {
  const drawn = boxed.flatMap(({ box }) => box.left ?? [])
  const starts = drawn.length === boxed.length ? drawn : components(boxed.map(({ line }) => line))
  const sorted = [...starts].sort((one, other) => one - other)
  return sorted.filter((x, at) => at === 0 || x - sorted[at - 1]! > SAME_X)
}

/** Lines beside others tell more of the columns than those that stand alone. */
function components(lines: PlacedLine[]): number[] {
  const beside = lines.filter((line) =>
    lines.some(
      (other) =>
        other.page === line.page && isLevel(other, line) && (other.x > line.right || other.right < line.x),
    ),
  )
  const parts = [...(beside.length ? beside : lines)].sort((one, other) => one.x - other.x)
  const starts: number[] = []
  let reached = -Infinity
  for (const { x, right } of parts) {
    if (x > reached + LEAST_GUTTER) starts.push(x)
    reached = Math.max(reached, right)
  }
  return starts
}

function isSame(cell: Cell, page: number, { top, bottom }: Boxed): boolean {
  return cell.page === page && Math.abs(cell.top - top) < 1 && Math.abs(cell.bottom - bottom) < 1
}

/** Rules under headings and above footers hold text between them too, but only in one column. */
function isTable(cells: Cell[], boxed: { box: Boxed }[]): boolean {
  const columns = new Set(cells.map(({ column }) => column)).size
  const framed = boxed.every(({ box }) => box.left !== null)
  const stacked = new Set(cells.map((cell) => `${cell.page} ${Math.round(cell.top)}`)).size
  return stacked > 1 && (columns > 1 || (framed && stacked > 2))
}

/** Dots drawn before lines become the bullets that they are to the eye. */
export function bulleted<T extends Box & { text: string; size: number }>(lines: T[], dots: Box[]): T[] {
  return lines.map((line) => {
    const dot = dots.find((each) => isBefore(each, line))
    const between =
      dot &&
      lines.some((other) => other !== line && isLevel(other, line) && other.x > dot.x && other.x < line.x)
    if (!dot || between) return line
    return { ...line, text: `• ${line.text}`, x: dot.x, width: line.x + line.width - dot.x }
  })
}

function isBefore(dot: Box, line: Box & { size: number }): boolean {
  const middle = dot.y + dot.height / 2
  const gap = line.x - (dot.x + dot.width)
  return gap > 0 && gap < 34 && middle > line.y - 1 && middle < line.y + line.size * 1.15
}

function isLevel(one: { y: number }, other: { y: number }): boolean {
  return Math.abs(one.y - other.y) < 3
}
