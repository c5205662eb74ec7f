import type { Rule, Rules } from './rules'

const TOUCHING = 3.5
const SAME_PLACE = 3.5
const OPEN_SIDE = 12
const COVERED = 0.6
const MOST_PAIRS = 2_000_000

/** Columns and rows as they are ruled; cells[row][column] is the place of the cell that begins there or reaches there. */
export interface Grid {
  /** Edges of columns from left to right, the outer ones too. */
  xs: number[]
  /** Edges of rows from top to bottom, the outer ones too. */
  ys: number[]
  /** Which cell each place belongs to, by row and column: the number of its first place. */
  cells: number[][]
}

/** Whatever is ruled down and across on a page. */
export function gridsOn({ across, down }: Rules): Grid[] {
  if (across.length * down.length > MOST_PAIRS) return []
  return connected(across, down).flatMap((part) => {
    const xs = edges(part.down, part.across, OPEN_SIDE)
    const ys = edges(part.across, part.down, TOUCHING)
    return xs.length > 2 && ys.length > 2 ? [{ xs, ys, cells: cellsOf(xs, ys, part) }] : []
  })
}

/** Rows as they are ruled, under columns that are known otherwise. */
export function gridUnder(xs: number[], ys: number[], across: Rule[]): Grid {
  const down = xs.map((at) => ({ at, from: ys[0]!, to: ys.at(-1)! }))
  return { xs, ys, cells: cellsOf(xs, ys, { across, down }) }
}

function connected(across: Rule[], down: Rule[]): Rules[] {
  const parts: Rules[] = []
  for (const rule of across) {
    const crossing = down.filter((one) => touches(rule, one))
    if (!crossing.length) continue
    const met = parts.filter((part) => part.down.some((one) => crossing.includes(one)))
    const [first, ...others] = met
    const part = first ?? { across: [], down: [] }
    if (!first) parts.push(part)
    for (const other of others) {
      part.across.push(...other.across)
      part.down.push(...other.down)
      parts.splice(parts.indexOf(other), 1)
    }
    part.across.push(rule)
    part.down.push(...crossing.filter((one) => !part.down.includes(one)))
  }
  return parts
}

function touches(across: Rule, down: Rule): boolean {
  return (
    down.at >= across.from - TOUCHING &&
    down.at <= across.to + TOUCHING &&
    across.at >= down.from - TOUCHING &&
    across.at <= down.to + TOUCHING
  )
}

/** A table may be open at its sides, and where a page ends. */
function edges(rules: Rule[], others: Rule[], open: number): number[] {
  const found: number[] = []
  for (const { at } of [...rules].sort((one, other) => one.at - other.at))
    if (found.length === 0 || at - found.at(-1)! > SAME_PLACE) found.push(at)
  const from = Math.min(...others.map((rule) => rule.from))
  const to = Math.max(...others.map((rule) => rule.to))
  if (found[0]! - from > open) found.unshift(from)
  if (to - found.at(-1)! > open) found.push(to)
  return found
}

function cellsOf(xs: number[], ys: number[], { across, down }: Rules): number[][] {
  const columns = xs.length - 1
  const rows = ys.length - 1
  const first = Array.from({ length: rows * columns }, (_, place) => place)
  const rootOf = (place: number): number => (first[place] === place ? place : rootOf(first[place]!))
  const join = (one: number, other: number) => {
    const [low, high] = [rootOf(one), rootOf(other)].sort((a, b) => a - b)
    first[high!] = low!
  }
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const place = row * columns + column
      if (column + 1 < columns && !isRuled(down, xs[column + 1]!, ys[row]!, ys[row + 1]!))
        join(place, place + 1)
      if (row + 1 < rows && !isRuled(across, ys[row + 1]!, xs[column]!, xs[column + 1]!))
        join(place, place + columns)
    }
  }
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => rootOf(row * columns + column)),
  )
}

/** Whether most of the way from one place to another is ruled. */
export function isRuled(rules: Rule[], at: number, from: number, to: number): boolean {
  let covered = 0
  for (const rule of rules)
    if (Math.abs(rule.at - at) <= SAME_PLACE)
      covered += Math.max(0, Math.min(to, rule.to) - Math.max(from, rule.from))
  return covered >= COVERED * (to - from)
}
