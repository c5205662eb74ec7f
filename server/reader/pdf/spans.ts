import type { FoundRow } from './tableRows'
import type { Segment } from './marks'

interface Extent {
  top: number
  bottom: number
}

/** A merged cell with its text in the middle of its rows hands it to the first of them. */
export function liftSpans(rows: FoundRow[], anchor: number) {
  for (let column = 0; column < anchor; column++) {
    for (const group of betweenSpanning(rows)) liftIn(group, column)
  }
}

function betweenSpanning(rows: FoundRow[]): FoundRow[][] {
  const groups: FoundRow[][] = [[]]
  for (const row of rows) {
    if (row.spanning) groups.push([])
    else groups.at(-1)!.push(row)
  }
  return groups
}

function liftIn(rows: FoundRow[], column: number) {
  const entries = rows.flatMap((row, index) => (row.cells[column]!.length > 0 ? [index] : []))
  if (entries.length === 0 || entries.length === rows.length) return
  const extents = rows.map((row) => extentOf(row.cells.filter((_, at) => at !== column).flat()))
  const moves: [from: number, to: number][] = []
  let start = 0
  for (const [order, entry] of entries.entries()) {
    const last = (entries[order + 1] ?? rows.length) - 1
    const found = bestSpan(extents, middleOf(rows[entry]!.cells[column]!), {
      start,
      entry,
      last,
      free: order === 0,
    })
    const fits = found !== null && found.off <= lineOf(rows[entry]!.cells[column]!)
    // The last one may go on over the page, and then its middle says nothing.
    if (!fits && order === entries.length - 1 && order > 0) moves.push([entry, Math.min(start, entry)])
    if (!fits) break
    moves.push([entry, found.from])
    start = found.to + 1
  }
  if (moves.length < entries.length) return
  for (const [from, to] of moves) {
    if (from === to) continue
    rows[to]!.cells[column] = rows[from]!.cells[column]!
    rows[from]!.cells[column] = []
  }
}

function bestSpan(
  extents: (Extent | null)[],
  middle: number,
  within: { start: number; entry: number; last: number; free: boolean },
): { from: number; to: number; off: number } | null {
  let best: { from: number; to: number; off: number } | null = null
  for (
    let from = within.start;
    from <= (within.free ? within.entry : Math.min(within.start, within.entry));
    from++
  ) {
    for (let to = within.entry; to <= within.last; to++) {
      const off = Math.abs(
        ((extents[from]?.top ?? Infinity) + (extents[to]?.bottom ?? Infinity)) / 2 - middle,
      )
      if (!best || off < best.off - 0.5) best = { from, to, off }
    }
  }
  return best
}

function extentOf(segments: Segment[]): Extent | null {
  if (segments.length === 0) return null
  const top = Math.min(...segments.map((segment) => segment.top))
  return { top, bottom: Math.max(...segments.map((segment) => segment.bottom)) }
}

function middleOf(cell: Segment[]): number {
  const { top, bottom } = extentOf(cell)!
  return (top + bottom) / 2
}

function lineOf(cell: Segment[]): number {
  return 1.1 * cell[0]!.size
}
