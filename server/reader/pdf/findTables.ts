import type { Grid } from './grids'
import { rowsBetweenRules, ruledTable } from './ruledTables'
import type { Rule } from './rules'
import { boundsBetween, boundsWithin, columnOf, crosses, cutAtBounds } from './grid'
import type { Bounds } from './grid'
import { headingIsNear, isHeadingAt, isHeadingCell, isHeadingRow, looksLikeId } from './headings'
import { textOf } from './marks'
import type { Segment } from './marks'
import type { Baseline } from './segments'
import { cutIntoRows } from './tableRows'
import type { FoundRow } from './tableRows'

const LONGEST_HEADING_IN_LINES = 5
const LONGEST_SPAN_IN_LINES = 5
const LARGEST_GAP_IN_SIZES = 6

/** A reference whose row goes on over the page; a printed page number is none. */
const CONTROL = /^(?=\S*\d)[A-Z][A-Z\d]*(?:[-._]\w{1,5})+$/

/** A table on one page. */
export interface FoundTable {
  /** null when it has no heading on this page. */
  heading: Segment[][] | null
  bounds: Bounds
  rows: FoundRow[]
  /** Index of its first baseline on the page, and of the first after it. */
  from: number
  to: number
  /** Goes on from the page before. */
  continues: boolean
  /** Its cells are drawn. */
  ruled?: boolean
}

export interface TablePage {
  rows: Baseline[]
  width: number
  isBold: (font: string) => boolean
  grids: Grid[]
  /** Lines drawn across. */
  across: Rule[]
}

/** `before` is the table that ended the page before, if one did. */
export function findTables(page: TablePage, before: FoundTable | null): FoundTable[] {
  const tables: FoundTable[] = []
  let at = 0
  while (at < page.rows.length) {
    const table =
      ruledTable(page, at, tables.length === 0 ? before : null) ?? tableAt(page, at, at === 0 ? before : null)
    if (table) tables.push(table)
    at = table ? Math.max(table.to, at + 1) : at + 1
  }
  return tables
}

function tableAt(page: TablePage, at: number, before: FoundTable | null): FoundTable | null {
  if (isHeadingAt(page.rows, at)) return tableUnderHeading(page, at)
  if (headingIsNear(page.rows, at) || (before && isTitled(page.rows, at, before.bounds))) return null
  if (before && fitsBounds(page, at, before.bounds)) return filled(page, at, at, before.bounds, null, true)
  return page.rows[at]!.length >= 3 ? tableWithoutHeading(page, at) : null
}

/** Single lines before the first heading of a page are the title of a new table, not the rest of the old one. */
function isTitled(rows: Baseline[], at: number, bounds: Bounds): boolean {
  const heading = [1, 2, 3].find((step) => rows[at + step] && isHeadingAt(rows, at + step))
  const before = heading === undefined ? [] : rows.slice(at, at + heading)
  return before.length > 0 && before.every((row) => row.length === 1 && columnOf(row[0]!, bounds) === 0)
}

function tableUnderHeading(page: TablePage, at: number): FoundTable | null {
  const [from, body] = headingBand(page, at)
  const cells = columnsOfHeading(page.rows.slice(from, body).flat())
  const bold = page.rows[at]!.every((segment) => segment.bold)
  const inside = reach(page.rows, body, (segment) => crossesHeading(segment, cells), bold)
  const parts = page.rows
    .slice(body, inside)
    .filter((row) => row.length > 1 || !row.some((s) => crossesHeading(s, cells)))
  const headings = page.rows.slice(from, body).flat()
  const bounds = boundsBetween(cells, parts.length ? parts.flat() : headings)
  const heading = inColumns(headings, bounds)
  return filled(page, from, body, bounds, heading, false)
}

/** Heading cells may take several lines, and centred ones stand half a line off. */
function headingBand({ rows, across }: TablePage, at: number): [from: number, body: number] {
  const bold = rows[at]!.every((segment) => segment.bold)
  const isPart = (row: Baseline | undefined, next: Baseline | undefined) =>
    row !== undefined &&
    next !== undefined &&
    Math.abs(row[0]!.base - next[0]!.base) <= 1.5 * next[0]!.size &&
    row.every((segment) => (bold ? segment.bold : isHeadingCell(segment)) && textOf(segment).length < 60) &&
    !looksLikeId(textOf(row[0]!))
  let from = at
  while (
    from > 0 &&
    at - from < 2 &&
    isPart(rows[from - 1], rows[from]) &&
    isUnder(rows[from - 1]!, rows[at]!)
  )
    from--
  let body = at + 1
  while (body - at < LONGEST_HEADING_IN_LINES && isPart(rows[body], rows[body - 1])) body++
  return [from, upToRule(rows, at, body, across)]
}

/** What stands above the line under the headings belongs to them. */
function upToRule(rows: Baseline[], at: number, body: number, across: Rule[]): number {
  const row = rows[at]!
  const [left, right] = [row[0]!.x, row.at(-1)!.right]
  const below = across.filter((rule) => rule.at > row[0]!.base && rule.from < left + 5 && rule.to > right - 5)
  const rule = Math.min(...below.map((one) => one.at))
  let end = body
  while (
    end - at < LONGEST_HEADING_IN_LINES &&
    rows[end] &&
    rows[end]![0]!.base < rule &&
    rule - row[0]!.base < LONGEST_HEADING_IN_LINES * 1.5 * row[0]!.size &&
    rows[end]!.every((segment) => segment.bold === row[0]!.bold && textOf(segment).length < 60)
  )
    end++
  return end
}

/** A bold title above the heading is not a part of it. */
function isUnder(above: Baseline, row: Baseline): boolean {
  const spans = above.some((segment) => row.filter((cell) => overlaps(cell, segment)).length > 1)
  return (
    !spans &&
    (above.length > 1 ||
      !overlaps(above[0]!, row[0]!) ||
      row[0]!.base - above[0]!.base < above[0]!.size * 0.9)
  )
}

function overlaps(one: Segment, other: Segment): boolean {
  return one.x < other.right && other.x < one.right
}

function columnsOfHeading(segments: Segment[]): { x: number; right: number }[] {
  const columns: { x: number; right: number }[] = []
  for (const segment of [...segments].sort((one, other) => one.x - other.x)) {
    const last = columns.at(-1)
    if (last && segment.x < last.right) last.right = Math.max(last.right, segment.right)
    else columns.push({ x: segment.x, right: segment.right })
  }
  return columns
}

function crossesHeading(segment: Segment, cells: { x: number; right: number }[]): boolean {
  return cells.some((cell, index) => {
    const next = cells[index + 1]
    return (
      next !== undefined &&
      segment.x <= cell.right &&
      segment.right >= next.x + Math.min(25, (next.right - next.x) / 2)
    )
  })
}

/** How far down a table can go: until text runs across its columns, or a wide gap. */
function reach(
  rows: Baseline[],
  from: number,
  isAcross: (segment: Segment) => boolean,
  boldHeading = false,
): number {
  let end = from
  let across = 0
  for (let at = from; at < rows.length; at++) {
    const row = rows[at]!
    const bold = row.every((segment) => segment.bold)
    if (at > from && isHeadingRow(row) && (bold || (!boldHeading && isAlone(rows[at - 1]!)))) break
    if (at > from && row[0]!.base - rows[at - 1]![0]!.base > LARGEST_GAP_IN_SIZES * row[0]!.size) break
    across = row.length === 1 && isAcross(row[0]!) ? across + 1 : 0
    if (across > LONGEST_SPAN_IN_LINES) break
    if (across === 0) end = at + 1
  }
  return end
}

function isAlone(row: Baseline): boolean {
  return row.length === 1 && textOf(row[0]!).split(' ').length > 2
}

function fitsBounds(page: TablePage, at: number, bounds: Bounds): boolean {
  const rows = page.rows.slice(at, at + 12)
  const first = rows.slice(0, 3).flat()
  if (
    first.some(
      (segment) => cutAtBounds(segment, bounds, page.isBold).length === 1 && crosses(segment, bounds),
    )
  ) {
    return false
  }
  const sides = (row: Baseline) => new Set(row.map((segment) => columnOf(segment, bounds))).size
  if (rows.some((row) => sides(row) > 1 && row.every((segment) => !crosses(segment, bounds)))) return true
  return first.every((segment) => columnOf(segment, bounds) > 0) && first.length > 0
}

/** Three columns or more that nothing crosses. */
function tableWithoutHeading(page: TablePage, at: number): FoundTable | null {
  const wide = page.width * 0.55
  const end = reach(page.rows, at, (segment) => segment.right - segment.x > wide)
  const rows = page.rows.slice(at, end).filter((row) => row.length > 1 || row[0]!.right - row[0]!.x <= wide)
  const bounds = boundsWithin(rows.flat(), 4)
  const many = rows.filter((row) => row.length >= 3).length
  if (bounds.length < 2 || many < 3) return null
  const first = page.rows[at]!
  const bold = first.every((segment) => segment.bold) && !page.rows[at + 1]?.every((segment) => segment.bold)
  if (!bold) return filled(page, at, at, bounds, null, false)
  return filled(page, at, at + 1, bounds, inColumns(first, bounds), false)
}

function filled(
  page: TablePage,
  from: number,
  body: number,
  bounds: Bounds,
  heading: Segment[][] | null,
  continues: boolean,
): FoundTable | null {
  const cut = page.rows.map((row, index) =>
    index >= body ? row.flatMap((segment) => cutAtBounds(segment, bounds, page.isBold)) : row,
  )
  const to = trimmed(
    cut,
    body,
    reach(
      cut,
      body,
      (segment) => crosses(segment, bounds),
      heading?.flat().every((segment) => segment.bold),
    ),
    bounds,
  )
  if (to <= body) return heading ? { heading, bounds, rows: [], from, to: body, continues } : null
  const edge = Math.max(...page.rows.flat().map((segment) => segment.right))
  const rows =
    rowsBetweenRules(cut.slice(body, to), bounds, page.across) ??
    cutIntoRows(cut.slice(body, to), bounds, edge)
  return { heading, bounds, rows, from, to, continues }
}

/** What follows a table in its first column alone, apart or in other letters, is no longer the table. */
function trimmed(rows: Baseline[], body: number, end: number, bounds: Bounds): number {
  let last = end
  for (let at = end - 1; at > body; at--) {
    const row = rows[at]!
    const alone = row.length === 1 && columnOf(row[0]!, bounds) === 0
    if (!alone && !(row.length === 1 && crosses(row[0]!, bounds))) break
    if (alone && CONTROL.test(textOf(row[0]!))) break
    const above = rows[at - 1]!
    const apart = row[0]!.base - above[0]!.base > 1.45 * row[0]!.size
    const other =
      row[0]!.size > above[0]!.size * 1.1 || (row[0]!.bold && !above.some((segment) => segment.bold))
    if (apart || other) last = at
  }
  return last
}

export function inColumns(segments: Segment[], bounds: Bounds): Segment[][] {
  const cells: Segment[][] = Array.from({ length: bounds.length + 1 }, () => [])
  for (const segment of segments) cells[columnOf(segment, bounds)]!.push(segment)
  return cells
}
