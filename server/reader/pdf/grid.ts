import { rightOf, segmentOf } from './marks'
import type { Mark, Segment } from './marks'

/** The x at which each column but the first begins. */
export type Bounds = number[]

const OVERLAP = 3

/** Bounds where fewest segments lie, one between each two neighbouring heading cells. */
export function boundsBetween(heading: { x: number; right: number }[], segments: Segment[]): Bounds {
  const bounds: Bounds = []
  for (const [index, cell] of heading.entries()) {
    const next = heading[index + 1]
    if (!next) break
    const from = Math.max(bounds.at(-1) ?? 0, cell.x + Math.min(8, (cell.right - cell.x) / 2))
    bounds.push(emptiest(from, next.x + Math.min(8, (next.right - next.x) / 2), segments, next.x))
  }
  return bounds
}

/** The middle of the emptiest stripe; of equals the widest, and then the one nearest to where the heading begins. */
function emptiest(from: number, to: number, segments: Segment[], near: number): number {
  const length = Math.max(1, Math.ceil(to - from))
  const cover = new Array<number>(length).fill(0)
  for (const segment of segments) {
    const start = Math.max(0, Math.floor(segment.x - from))
    const end = Math.min(length, Math.ceil(segment.right - from))
    for (let at = start; at < end; at++) cover[at]!++
  }
  const least = Math.min(...cover)
  const stripes = stripesOf(cover, least)
  const [best] = stripes.sort((one, other) => score(other) - score(one))
  return from + Math.min(best!.to - 1, Math.max((best!.from + best!.to) / 2, best!.to - 3))

  function score(stripe: { from: number; to: number }) {
    const off = Math.abs(from + stripe.to - near)
    return Math.min(stripe.to - stripe.from, 12) - Math.min(off, 40) / 8
  }
}

function stripesOf(cover: number[], level: number): { from: number; to: number }[] {
  const stripes: { from: number; to: number }[] = []
  for (const [at, count] of cover.entries()) {
    const last = stripes.at(-1)
    if (count > level) continue
    if (last && last.to === at) last.to = at + 1
    else stripes.push({ from: at, to: at + 1 })
  }
  return stripes
}

/** Bounds found without a heading: stripes that nothing crosses. */
export function boundsWithin(segments: Segment[], narrowest: number): Bounds {
  const left = Math.min(...segments.map((segment) => segment.x))
  const right = Math.max(...segments.map((segment) => segment.right))
  const cover = new Array<number>(Math.max(1, Math.ceil(right - left) + 1)).fill(0)
  for (const segment of segments) {
    for (let at = Math.floor(segment.x - left); at < Math.ceil(segment.right - left); at++) cover[at]!++
  }
  const stripes = stripesOf(cover, 0).filter((stripe) => stripe.to - stripe.from >= narrowest)
  return stripes.filter((stripe) => stripe.to < cover.length - 1).map((stripe) => left + stripe.to - 1)
}

export function columnOf(segment: { x: number; right: number }, bounds: Bounds): number {
  const middle = Math.min((segment.x + segment.right) / 2, segment.x + 30)
  let column = 0
  while (column < bounds.length && middle >= bounds[column]!) column++
  return column
}

export function crosses(segment: Segment, bounds: Bounds): boolean {
  return bounds.some((bound) => segment.x < bound - OVERLAP && segment.right > bound + OVERLAP)
}

/** Cells drawn so close that they look like one segment are cut where the bounds fall between words. */
export function cutAtBounds(segment: Segment, bounds: Bounds, isBold: (font: string) => boolean): Segment[] {
  const inside = bounds.filter((bound) => segment.x < bound - OVERLAP && segment.right > bound + OVERLAP)
  if (inside.length === 0) return [segment]
  const parts: Mark[][] = [[]]
  for (const [index, mark] of segment.marks.entries()) {
    const before = segment.marks[index - 1]
    if (before && inside.some((bound) => fallsBetween(before, mark, bound))) parts.push([])
    parts.at(-1)!.push(mark)
  }
  if (parts.length <= inside.length) return [segment]
  return parts.map((part) => segmentOf(part, isBold))
}

function fallsBetween(before: Mark, mark: Mark, bound: number): boolean {
  const isGap = rightOf(before) <= bound + OVERLAP && mark.x >= bound - OVERLAP
  const gap = (mark.x - rightOf(before)) / mark.size
  return isGap && gap > (mark.order === before.until ? 0.45 : 0.32)
}
