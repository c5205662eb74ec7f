import type { FoundTable } from './findTables'
import type { Segment } from './marks'
import type { Baseline } from './segments'

const FEWEST_LINES = 4
const NARROWEST_GUTTER = 0.8

/** Segments that are read one after the other: a column, a cell, or everything between two tables. */
export type Block = Segment[]

/** Reading order: tables row by row and cell by cell, columns one after the other. */
export function findBlocks(rows: Baseline[], tables: FoundTable[]): Block[] {
  const blocks: Block[] = []
  let at = 0
  for (const table of tables) {
    blocks.push(...flow(rows.slice(at, table.from).flat()))
    if (table.heading) blocks.push(...table.heading)
    for (const row of table.rows) blocks.push(...row.cells)
    at = table.to
  }
  blocks.push(...flow(rows.slice(at).flat()))
  return blocks.filter((block) => block.length > 0)
}

function flow(segments: Segment[]): Block[] {
  const zone = findColumns(segments)
  if (!zone) return [segments]
  const inside = segments.filter((segment) => segment.base >= zone.top && segment.base <= zone.bottom)
  const left = inside.filter((segment) => segment.right <= zone.x + 2)
  return [
    ...flow(segments.filter((segment) => segment.base < zone.top)),
    ...flow(left),
    ...flow(inside.filter((segment) => !left.includes(segment))),
    ...flow(segments.filter((segment) => segment.base > zone.bottom)),
  ].filter((block) => block.length > 0)
}

interface Zone {
  x: number
  top: number
  bottom: number
  lines: number
}

/** The tallest stretch of the page with running text on both sides of a gutter. */
function findColumns(segments: Segment[]): Zone | null {
  const starts = new Map<number, number>()
  for (const segment of segments)
    starts.set(Math.round(segment.x), (starts.get(Math.round(segment.x)) ?? 0) + 1)
  const gutters = [...starts].filter(([, count]) => count >= 3).map(([x]) => x - 3)
  const zones = gutters.flatMap((x) => zonesAt(x, segments))
  const [best] = zones.sort((one, other) => other.lines - one.lines || one.x - other.x)
  return best ?? null
}

function zonesAt(x: number, segments: Segment[]): Zone[] {
  const sorted = [...segments].sort((one, other) => one.base - other.base)
  const stretches: Segment[][] = [[]]
  for (const segment of sorted) {
    if (segment.x < x && segment.right > x) stretches.push([])
    else stretches.at(-1)!.push(segment)
  }
  return stretches.flatMap((stretch) => {
    const zone = zoneOf(x, sideBySide(x, stretch))
    return zone ? [zone] : []
  })
}

/** Columns begin at one height; what is drawn on the left below and after the right one comes after both. */
function sideBySide(x: number, stretch: Segment[]): Segment[] {
  const right = stretch.filter((segment) => segment.right > x + 2)
  const [first, last] = [right[0], right.at(-1)]
  if (!first || !last) return stretch
  const drawn = Math.max(...right.map((segment) => drawnAt(segment)))
  return stretch.filter(
    (segment) =>
      right.includes(segment) ||
      (segment.base > first.base - 1.6 * first.size &&
        !(segment.base > last.base + 1.6 * last.size && drawnAt(segment) > drawn)),
  )
}

function zoneOf(x: number, stretch: Segment[]): Zone | null {
  const left = stretch.filter((segment) => segment.right <= x + 2)
  const right = stretch.filter((segment) => segment.right > x + 2)
  if (left.length < FEWEST_LINES || right.length < FEWEST_LINES) return null
  const edge = Math.max(...left.map((segment) => segment.right))
  const size = left[0]!.size
  if (Math.min(...right.map((segment) => segment.x)) - edge < NARROWEST_GUTTER * size) return null
  if (!runsDown(stretch, left) || fill(left) < 0.45 || fill(right) < 0.45) return null
  const bases = stretch.map((segment) => segment.base)
  return {
    x,
    top: Math.min(...bases),
    bottom: Math.max(...bases),
    lines: Math.min(left.length, right.length),
  }
}

/** In columns the file draws one side before the other, or (where the order says nothing) both sides are full of text. */
function runsDown(stretch: Segment[], left: Segment[]): boolean {
  const onLeft = new Set(left)
  const drawn = [...stretch].sort((one, other) => drawnAt(one) - drawnAt(other))
  const changes = drawn.filter(
    (segment, at) => at > 0 && onLeft.has(segment) !== onLeft.has(drawn[at - 1]!),
  ).length
  if (changes <= Math.max(1, stretch.length * 0.12)) return true
  const right = stretch.filter((segment) => !onLeft.has(segment))
  return fill(left) > 0.75 && fill(right) > 0.75 && left.length > 7 && right.length > 7
}

function fill(segments: Segment[]): number {
  const widths = segments.map((segment) => segment.right - segment.x).sort((one, other) => one - other)
  return widths[widths.length >> 1]! / widths.at(-1)!
}

/** Bullets may be drawn after all the rest. */
function drawnAt(segment: Segment): number {
  return segment.marks.at(-1)!.order
}
