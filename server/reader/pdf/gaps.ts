import { rightOf } from './marks'
import type { Mark } from './marks'

export const COLUMN_GAP = 1.05
const DRAWN_APART_GAP = 0.3
const FEWEST_ALIGNED = 3
const NEAR_IN_ROWS = 15

interface Gaps {
  /** How many pieces of text begin at this x on the baselines nearby. */
  starts: (x: number, row: number) => number
  edges: Edges
  /** More than a blank: in sizes. */
  wide: number
}

/** Cuts baselines where a gap parts columns or cells; those of the whole page say where columns begin. */
export function splitAtGaps(rows: Mark[][]): Mark[][][] {
  const wide = Math.max(DRAWN_APART_GAP, 1.25 * usualGap(rows))
  const gaps = { starts: columnStarts(rows, wide), edges: textEdges(rows), wide }
  return rows.map((row, at) => (isStretched(row, gaps.edges) ? [row] : splitRow(row, at, gaps)))
}

export function gapBetween(before: Mark, mark: Mark): number {
  return (mark.x - rightOf(before)) / Math.max(before.size, mark.size)
}

function usualGap(rows: Mark[][]): number {
  const gaps = rows.flatMap((row) => row.slice(1).map((mark, index) => gapBetween(row[index]!, mark)))
  const blanks = gaps.filter((gap) => gap > 0.1 && gap < COLUMN_GAP).sort((one, other) => one - other)
  return blanks[blanks.length >> 1] ?? 0.25
}

/** Places where text begins after a wide gap or, in a run of its own, after more than a blank. */
function columnStarts(rows: Mark[][], wide: number): Gaps['starts'] {
  const begun = new Map<number, number[]>()
  for (const [at, row] of rows.entries()) {
    for (const [index, mark] of row.entries()) {
      const before = row[index - 1]
      const gap = before ? gapBetween(before, mark) : Infinity
      if (gap < COLUMN_GAP && (gap < wide || mark.order === before!.until)) continue
      const x = Math.round(mark.x)
      if (begun.has(x)) begun.get(x)!.push(at)
      else begun.set(x, [at])
    }
  }
  return (x, row) => {
    let count = 0
    for (const near of [Math.round(x) - 1, Math.round(x), Math.round(x) + 1])
      for (const at of begun.get(near) ?? []) if (Math.abs(at - row) <= NEAR_IN_ROWS) count++
    return count
  }
}

interface Edges {
  left: number
  right: number
}

/** Where most lines of several words begin and end. */
function textEdges(rows: Mark[][]): Edges {
  const lefts = new Map<number, number>()
  const rights = new Map<number, number>()
  for (const row of rows) {
    if (row.length < 5) continue
    addOne(lefts, Math.round(row[0]!.x))
    addOne(rights, Math.round(rightOf(row.at(-1)!)))
  }
  return { left: commonest(lefts), right: commonest(rights) }
}

function addOne(counts: Map<number, number>, at: number) {
  counts.set(at, (counts.get(at) ?? 0) + 1)
}

function commonest(counts: Map<number, number>): number {
  let best: [at: number, count: number] = [NaN, 0]
  for (const entry of counts) if (entry[1] > best[1]) best = entry
  return best[0]
}

/** A short line set to both edges has the same wide gap between all its words. */
function isStretched(row: Mark[], edges: Edges): boolean {
  if (row.length < 3 || !(Math.abs(row[0]!.x - edges.left) <= 2)) return false
  if (!(Math.abs(rightOf(row.at(-1)!) - edges.right) <= 2)) return false
  const gaps = row.slice(1).map((mark, index) => mark.x - rightOf(row[index]!))
  const [least, most] = [Math.min(...gaps), Math.max(...gaps)]
  return most - least < 0.1 * most + 0.5
}

function splitRow(row: Mark[], at: number, gaps: Gaps): Mark[][] {
  const parts: Mark[][] = []
  let right = 0
  for (const [index, mark] of row.entries()) {
    const before = row[index - 1]
    const gap = before ? (mark.x - right) / Math.max(before.size, mark.size) : 0
    if (before && !partsColumns(before, mark, gap, at, gaps)) parts.at(-1)!.push(mark)
    else parts.push([mark])
    right = Math.max(right, rightOf(mark))
  }
  return parts
}

function partsColumns(before: Mark, mark: Mark, gap: number, row: number, { starts, wide }: Gaps): boolean {
  if (mark.raised || /^[•·▪]$|^\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)]$/.test(before.text)) return gap >= 3
  if (gap >= Math.max(COLUMN_GAP, 1.6 * wide)) return true
  if (mark.order === before.until || gap < DRAWN_APART_GAP) return false
  const drawnApart = mark.order !== before.until + 1
  if (drawnApart && gap >= 1.6 * wide) return true
  return (drawnApart || gap >= wide) && starts(mark.x, row) >= FEWEST_ALIGNED
}
