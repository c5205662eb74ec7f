import { rightOf } from './marks'
import type { Mark } from './marks'
import type { Rule } from './rules'

export const COLUMN_GAP = 1.05
const DRAWN_APART_GAP = 0.3
const NEAR_IN_ROWS = 12
const SAME_START = 1.2
const GAP_IN_CELL = 3
const BESIDE_RULE = 1

/**
 * Cuts baselines where a gap parts columns or cells; the lines above and below say where columns begin, and so do the lines that are
 * drawn down the page.
 */
export function splitAtGaps(rows: Mark[][], down: Rule[]): Mark[][][] {
  const wide = Math.max(DRAWN_APART_GAP, 1.25 * usualGap(rows))
  const edges = textEdges(rows)
  return rows.map((row, at) => {
    const drawn = ruledAt(row[0]!, down)
    const inCell = (before: Mark, mark: Mark) => isInCell(before, mark, drawn)
    if (!drawn.length && isStretched(row, edges)) return [row]
    return splitRow(row, { wide, startsAt: (x) => isColumnStart(rows, at, x, wide), inCell })
  })
}

/** Where the lines are that cross this baseline. */
function ruledAt({ base, size }: Mark, down: Rule[]): number[] {
  const middle = base - 0.3 * size
  return down.filter((rule) => rule.from < middle && rule.to > middle).map((rule) => rule.at)
}

/** Whether two words stand in one ruled cell; null where the lines do not say. */
function isInCell(before: Mark, mark: Mark, drawn: number[]): boolean | null {
  const [left, right] = [rightOf(before), mark.x]
  if (
    drawn.some((x) => x > left - BESIDE_RULE && x < right + BESIDE_RULE && x > before.x && x < rightOf(mark))
  )
    return false
  return drawn.some((x) => x < before.x) && drawn.some((x) => x > right) ? true : null
}

export function gapBetween(before: Mark, mark: Mark): number {
  return (mark.x - rightOf(before)) / Math.max(before.size, mark.size)
}

function usualGap(rows: Mark[][]): number {
  const gaps = rows.flatMap((row) => row.slice(1).map((mark, index) => gapBetween(row[index]!, mark)))
  const blanks = gaps.filter((gap) => gap > 0.1 && gap < COLUMN_GAP).sort((one, other) => one - other)
  return blanks[blanks.length >> 1] ?? 0.25
}

/** Whether two of the next lines above and below begin something here too, before a second one runs across. */
function isColumnStart(rows: Mark[][], at: number, x: number, wide: number): boolean {
  let starts = 0
  for (const step of [-1, 1]) {
    let across = 0
    for (let n = 1; n <= NEAR_IN_ROWS && rows[at + step * n] && starts < 2 && across < 2; n++) {
      const here = standsAt(rows[at + step * n]!, x, wide)
      if (here === 'start') starts++
      if (here === 'across') across++
    }
  }
  return starts === 2
}

function standsAt(row: Mark[], x: number, wide: number): 'start' | 'across' | 'nothing' {
  const index = row.findIndex((mark) => rightOf(mark) > x)
  const mark = row[index]
  if (!mark) return 'nothing'
  const before = row[index - 1]
  const gap = before ? gapBetween(before, mark) : Infinity
  if (Math.abs(mark.x - x) <= SAME_START) {
    return gap >= COLUMN_GAP || (gap >= wide && mark.order !== before!.until) ? 'start' : 'across'
  }
  return mark.x < x || gap < wide ? 'across' : 'nothing'
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

interface Gaps {
  /** More than a blank: in sizes. */
  wide: number
  startsAt: (x: number) => boolean
  inCell: (before: Mark, mark: Mark) => boolean | null
}

function splitRow(row: Mark[], gaps: Gaps): Mark[][] {
  const parts: Mark[][] = []
  let right = 0
  for (const [index, mark] of row.entries()) {
    const before = row[index - 1]
    const gap = before ? (mark.x - right) / Math.max(before.size, mark.size) : 0
    if (before && !partsColumns(before, mark, gap, gaps)) parts.at(-1)!.push(mark)
    else parts.push([mark])
    right = Math.max(right, rightOf(mark))
  }
  return parts
}

function partsColumns(before: Mark, mark: Mark, gap: number, { wide, startsAt, inCell }: Gaps): boolean {
  const together = inCell(before, mark)
  if (together !== null) return !together || gap >= GAP_IN_CELL
  if (mark.raised || /^[•·▪]$|^\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)]$/.test(before.text)) return gap >= 3
  if (gap >= Math.max(COLUMN_GAP, 1.6 * wide)) return true
  if (mark.order === before.until || gap < DRAWN_APART_GAP) return false
  const drawnApart = mark.order !== before.until + 1
  if (drawnApart && gap >= 1.6 * wide) return true
  return (drawnApart || gap >= wide) && startsAt(mark.x)
}
