import type { FoundTable, TablePage } from './findTables'
import { type Bounds, crosses } from './grid'
import { type Grid, gridUnder } from './grids'
import { isHeadingRow } from './headings'
import type { Segment } from './marks'
import { textOf } from './marks'
import type { Baseline } from './segments'
import type { Rule } from './rules'
import { type FoundRow, wholeRows } from './tableRows'

const SAME_EDGE = 4
const HEADING_AMONG = 4
const USED_BY = 0.3
const MOST_OF_WIDTH = 0.6
const FEWEST_RULES = 2
const MOST_OF_ROWS = 0.7

/** The rows of a grid, each cell in its place; a cell over several rows stands in the first, one over several columns in its first. */
interface GridRow {
  cells: Segment[][]
  /** Columns that have an edge of their own left of them in this row. */
  parted: boolean[]
  spanning: boolean
  bottom: number
}

/** The table that the rules draw at this baseline; null where they draw none that has headings or goes on with the one before. */
export function ruledTable(page: TablePage, at: number, before: FoundTable | null): FoundTable | null {
  const [top] = page.rows[at]!
  const [grid, another] = page.grids.filter((one) => isInside(top!, one))
  if (!grid || another) return null
  const all = gridRows(grid, page.rows).filter(({ bottom }) => bottom > top!.base)
  const heading = headingOf(all, 0)
  const own = heading < 0 ? continuedRows(all, grid, before) : null
  if (heading < 0 && !own) return null
  const rows = own ?? sectionFrom(all, heading)
  const bounds = boundsOf(rows, grid)
  const inBounds = rows.map((row) => narrowed(row, rows))
  const body = (own ? inBounds : inBounds.slice(1)).filter((row) => row.cells.some((cell) => cell.length))
  const reach = extentOf(rows, page.rows)
  if (!reach || !body.length) return null
  const found = body.map(({ cells, spanning }) => ({ cells, spanning }))
  return {
    heading: own ? null : inBounds[0]!.cells,
    bounds,
    rows: wholeRows(found, bounds),
    ...reach,
    continues: own !== null,
    ruled: true,
  }
}

/** Rows of a table whose columns are known, where lines are drawn across between them; null where too few are. */
export function rowsBetweenRules(baselines: Baseline[], bounds: Bounds, across: Rule[]): FoundRow[] | null {
  const segments = baselines.flat()
  const left = Math.min(...segments.map((segment) => segment.x))
  const right = Math.max(...segments.map((segment) => segment.right))
  const top = Math.min(...segments.map((segment) => segment.top))
  const bottom = Math.max(...segments.map((segment) => segment.bottom))
  const inside = across.filter(
    ({ at, from, to }) =>
      at > top && at < bottom && Math.min(to, right) - Math.max(from, left) > MOST_OF_WIDTH * (right - left),
  )
  const ys = [...new Set(inside.map(({ at }) => at))].sort((one, other) => one - other)
  if (ys.length < FEWEST_RULES) return null
  const [xs, edges] = [
    [left - 1, ...bounds, right + 1],
    [top - 1, ...ys, bottom + 1],
  ]
  const grid = gridUnder(xs, edges, [...across, ...unruledColumns(segments, xs, edges)])
  const rows = gridRows(grid, baselines).flatMap(({ cells }) => {
    const lines = cells.flat()
    const spanning =
      lines.some((line) => crosses(line, bounds)) && cells.slice(1).every((cell) => !cell.length)
    return lines.length ? [{ cells, spanning }] : []
  })
  return wholeRows(rows, bounds)
}

/** A column with an entry in nearly every row is no merged cell, though the lines stop short of it. */
function unruledColumns(segments: Segment[], xs: number[], ys: number[]): Rule[] {
  return xs.slice(1).flatMap((to, column) => {
    const from = xs[column]!
    const mine = segments.filter(({ x }) => x >= from && x < to)
    const filled = ys.slice(1).filter((y, row) => mine.some(({ base }) => base > ys[row]! && base < y))
    return filled.length > MOST_OF_ROWS * (ys.length - 1) ? ys.map((at) => ({ at, from, to })) : []
  })
}

function isInside({ base, size }: Segment, { ys }: Grid): boolean {
  const middle = base - 0.3 * size
  return middle > ys[0]! && middle < ys.at(-1)!
}

function gridRows(grid: Grid, baselines: Baseline[]): GridRow[] {
  const columns = grid.xs.length - 1
  const rows: GridRow[] = grid.cells.map((cells, row) => ({
    cells: cells.map(() => []),
    parted: cells.map((cell, column) => column === 0 || cell !== cells[column - 1]),
    spanning: cells.every((cell) => cell === cells[0]),
    bottom: grid.ys[row + 1]!,
  }))
  for (const segment of baselines.flat()) {
    if (!isInside(segment, grid)) continue
    const row = grid.ys.findLastIndex((y) => y < segment.base - 0.3 * segment.size)
    const middle = Math.min((segment.x + segment.right) / 2, segment.x + 12)
    const column = Math.max(
      0,
      grid.xs.findLastIndex((x) => x <= middle),
    )
    const place = grid.cells[row]![Math.min(column, columns - 1)]!
    rows[Math.floor(place / columns)]!.cells[place % columns]!.push(segment)
  }
  return rows
}

function headingOf(rows: GridRow[], from: number): number {
  let seen = 0
  for (let at = from; at < rows.length && seen < HEADING_AMONG; at++) {
    const filled = rows[at]!.cells.filter((cell) => cell.length)
    if (filled.length) seen++
    if (filled.length > 1 && isHeadingRow(filled.map(asOne))) return at
  }
  return -1
}

/** The lines of a cell as if they stood on one. */
function asOne(lines: Segment[]): Segment {
  return {
    ...lines[0]!,
    text: lines
      .map(textOf)
      .join(' ')
      .replace(/(?<=\w)- (?=[a-z])/g, ''),
  }
}

/** A heading of other columns begins another table, though its edges touch. */
function sectionFrom(rows: GridRow[], from: number): GridRow[] {
  const sides = (row: GridRow) => row.parted.map(Number).join('')
  const end = rows.findIndex(
    (row, at) => at > from && headingOf(rows, at) === at && sides(row) !== sides(rows[from]!),
  )
  return rows.slice(from, end < 0 ? undefined : end)
}

function continuedRows(rows: GridRow[], grid: Grid, before: FoundTable | null): GridRow[] | null {
  if (!before) return null
  const bounds = boundsOf(rows, grid)
  const same =
    bounds.length === before.bounds.length &&
    bounds.every(
      (bound, at) => Math.abs(bound - before.bounds[at]!) <= (before.ruled ? SAME_EDGE : 3 * SAME_EDGE),
    )
  return same ? rows : null
}

/** Edges that many rows have; the others are of cells that were parted once. */
function used(rows: GridRow[]): boolean[] {
  const filled = rows.filter((row) => !row.spanning)
  return rows[0]!.parted.map(
    (_, column) =>
      column === 0 ||
      (rows[0]!.parted[column]! && !rows[0]!.spanning) ||
      filled.filter((row) => row.parted[column]).length > filled.length * USED_BY,
  )
}

function boundsOf(rows: GridRow[], grid: Grid): number[] {
  return used(rows).flatMap((is, column) => (is && column > 0 ? [grid.xs[column]!] : []))
}

function narrowed(row: GridRow, rows: GridRow[]): GridRow {
  const columns = used(rows)
  const cells: Segment[][] = []
  for (const [column, is] of columns.entries()) {
    if (is) cells.push([])
    cells.at(-1)!.push(...row.cells[column]!)
  }
  return {
    ...row,
    cells: cells.map((cell) => cell.sort((one, other) => one.base - other.base || one.x - other.x)),
  }
}

function extentOf(rows: GridRow[], baselines: Baseline[]): { from: number; to: number } | null {
  const inside = new Set(rows.flatMap((row) => row.cells.flat()))
  const from = baselines.findIndex((row) => row.some((segment) => inside.has(segment)))
  const to = baselines.findLastIndex((row) => row.some((segment) => inside.has(segment))) + 1
  return from < 0 ? null : { from, to }
}
