import { beginsRow, isTornReference, widthsOf } from './fullLines'
import type { Widths } from './fullLines'
import { columnOf, crosses } from './grid'
import type { Bounds } from './grid'
import { looksLikeId } from './headings'
import { liftSpans } from './spans'
import { textOf } from './marks'
import type { Segment } from './marks'
import type { Baseline } from './segments'

const SAME_BASELINE = 0.3
/** Share of ruled rows that may hold several references. */
const MOST_GROUPS = 0.1

export interface FoundRow {
  /** Lines of each cell, from top to bottom. */
  cells: Segment[][]
  /** Runs over several columns; its text is in the first cell. */
  spanning: boolean
}

/** Rows are parted by white bands over all columns; bands inside one long cell are mended afterwards. */
export function cutIntoRows(baselines: Baseline[], bounds: Bounds, edge: number): FoundRow[] {
  const leading = usualLeading(baselines, bounds)
  const bands = cutAtBands(baselines, leading, widthsOf(baselines, bounds, edge))
  const anchor = anchorColumn(bands)
  const rows = bands.flatMap((row) => splitAtIds(row, anchor, leading))
  const joined = joinContinued(rows, anchor)
  liftSpans(joined, anchor)
  return joined
}

/** Rows as they are ruled; where the rules only part groups of rows, these are cut as rows without rules are. */
export function wholeRows(rows: FoundRow[], bounds: Bounds): FoundRow[] {
  const leading = usualLeading(baselinesOf(rows), bounds)
  const anchor = anchorColumn(rows)
  const several = rows.filter((row) => splitAtIds(row, anchor, leading).length > 1).length
  if (several <= rows.length * MOST_GROUPS) return rows
  const edge = Math.max(...rows.flatMap((row) => row.cells.flat()).map((segment) => segment.right))
  return rows.flatMap((row) => (row.spanning ? [row] : cutIntoRows(baselinesOf([row]), bounds, edge)))
}

function baselinesOf(rows: FoundRow[]): Baseline[] {
  const baselines: Baseline[] = []
  for (const row of rows) {
    let last: Baseline | null = null
    for (const segment of row.cells.flat().sort((one, other) => one.base - other.base)) {
      if (last && segment.base - last[0]!.base <= SAME_BASELINE * segment.size) last.push(segment)
      else baselines.push((last = [segment]))
    }
  }
  return baselines.map((baseline) => baseline.sort((one, other) => one.x - other.x))
}

export function cellText(cell: Segment[] | undefined): string {
  return (cell ?? []).map(textOf).join(' ')
}

function usualLeading(baselines: Baseline[], bounds: Bounds): number {
  const last = new Map<number, Segment>()
  const steps: number[] = []
  for (const segment of baselines.flat()) {
    const column = columnOf(segment, bounds)
    const above = last.get(column)
    const step = above ? segment.base - above.base : 0
    if (above && step > 0.5 * segment.size && step < 1.9 * segment.size) steps.push(step)
    last.set(column, segment)
  }
  const size = baselines[0]?.[0]?.size ?? 10
  return commonest(steps) ?? size * 1.25
}

function commonest(steps: number[]): number | null {
  const counts = new Map<number, number>()
  for (const step of steps) {
    const key = Math.round(step * 2) / 2
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const [best] = [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0])
  return best?.[0] ?? null
}

function cutAtBands(baselines: Baseline[], leading: number, widths: Widths): FoundRow[] {
  const { bounds } = widths
  const rows: FoundRow[] = []
  let deepest = -Infinity
  for (const baseline of baselines) {
    const base = baseline[0]!.base
    const slack = Math.max(1.2, 0.13 * baseline[0]!.size)
    const last = rows.at(-1)
    const close = base - deepest <= leading + slack
    const alone = baseline.length === 1 && columnOf(baseline[0]!, bounds) === 0
    const spanning = alone && (crosses(baseline[0]!, bounds) || (close && last?.spanning === true))
    const fresh = !spanning && last !== undefined && beginsRow(baseline, last.cells, leading, widths)
    if (!last || !close || spanning !== last.spanning || fresh) rows.push(emptyRow(bounds, spanning))
    const row = rows.at(-1)!
    for (const segment of baseline) row.cells[spanning ? 0 : columnOf(segment, bounds)]!.push(segment)
    deepest = base
  }
  return rows
}

function emptyRow(bounds: Bounds, spanning: boolean): FoundRow {
  return { cells: Array.from({ length: bounds.length + 1 }, () => []), spanning }
}

/** The column whose entries begin rows: references before anything else. */
function anchorColumn(rows: FoundRow[]): number {
  const plain = rows.filter((row) => !row.spanning)
  const width = plain[0]?.cells.length ?? 1
  const filled = (column: number) => plain.filter((row) => row.cells[column]!.length > 0)
  const scores = Array.from({ length: width }, (_, column) => {
    const entries = filled(column)
    const ids = entries.filter((row) => looksLikeId(referenceIn(row.cells[column]!)))
    const lines = ids.flatMap((row) => row.cells[column]!).filter((line) => looksLikeId(textOf(line)))
    return ids.length >= entries.length / 2 ? ids.length + lines.length / 1000 : 0
  })
  const best = Math.max(...scores)
  if (best > 0) return scores.indexOf(best)
  const full = scores.findIndex((_, column) => filled(column).length >= plain.length * 0.6)
  return Math.max(full, 0)
}

function referenceIn([first, second]: Segment[]): string {
  return second && isTornReference(first!, second) ? textOf(first!) + textOf(second) : textOf(first!)
}

/** Rows set without space between them are parted where references begin. */
function splitAtIds(row: FoundRow, anchor: number, leading: number): FoundRow[] {
  if (row.spanning) return [row]
  const starts = row.cells[anchor]!.filter((line, index, lines) => {
    const above = lines[index - 1]
    if (!above) return true
    if (isTornReference(above, line)) return false
    const level = row.cells.flatMap((cell, column) =>
      column === anchor ? [] : cell.filter((other) => isLevel(other, line)),
    )
    const beside = level.some((other) => !/^\p{Ll}/u.test(textOf(other)))
    return looksLikeId(textOf(line)) && looksLikeId(textOf(above)) === false
      ? beside
      : looksLikeId(textOf(line)) && line.base - above.base > 1.25 * leading && beside
  })
  if (starts.length < 2) return [row]
  return starts.map((start, index) => {
    const from = index === 0 ? -Infinity : start.base - 0.4 * leading
    const to = starts[index + 1] ? starts[index + 1]!.base - 0.4 * leading : Infinity
    const cells = row.cells.map((cell) => cell.filter((line) => line.base >= from && line.base < to))
    return { cells, spanning: false }
  })
}

function isLevel(one: Segment, other: Segment): boolean {
  return Math.abs(one.base - other.base) < 0.4 * other.size
}

function joinContinued(rows: FoundRow[], anchor: number): FoundRow[] {
  const joined: FoundRow[] = []
  for (const row of rows) {
    const above = joined.at(-1)
    if (above && !above.spanning && !row.spanning && goesOn(above, row, anchor)) append(above, row)
    else joined.push(row)
  }
  return joined
}

/** A row without an entry in its anchor goes on with the one above, unless two of its cells begin anew. */
export function goesOn(above: FoundRow, row: FoundRow, anchor: number): boolean {
  if (row.cells[anchor]!.length > 0) return false
  const filled = row.cells.flatMap((cell, column) => (cell.length > 0 ? [column] : []))
  if (filled.length < 2) return true
  const anew = filled.filter((column) =>
    beginsAnew(cellText(above.cells[column]), cellText(row.cells[column])),
  )
  return anew.length < filled.length
}

function beginsAnew(above: string, text: string): boolean {
  return above !== '' && /[.!?:)\d]["']?$/.test(above) && /^["'(]?[\p{Lu}\d•]/u.test(text)
}

export function append(above: FoundRow, row: FoundRow) {
  for (const [column, cell] of row.cells.entries()) above.cells[column]!.push(...cell)
}

export function anchorOf(rows: FoundRow[]): number {
  return anchorColumn(rows)
}
