import { columnOf } from './grid'
import type { Bounds } from './grid'
import { looksLikeId } from './headings'
import { rightOf, textOf } from './marks'
import type { Segment } from './marks'
import type { Baseline } from './segments'

const BLANK_IN_SIZES = 0.28
const PADDING = 14
const PARAGRAPH_STEP = 1.5
const BULLET = /^(?:[•·▪–-]|\(?\w{1,2}[.)])$/
const OPEN_END = /[,;\-–]$|\b(?:of|and|the|for|by|to|in|or|a|an|with|on|from|is|are|per)$/

/** Where the text of each column ends at most. */
export interface Widths {
  reached: number[]
  /** Nothing of a column can stand right of it. */
  limits: number[]
  bounds: Bounds
}

export function widthsOf(baselines: Baseline[], bounds: Bounds, edge: number): Widths {
  const reached = Array.from({ length: bounds.length + 1 }, () => 0)
  for (const segment of baselines.flat()) {
    const column = columnOf(segment, bounds)
    reached[column] = Math.max(reached[column]!, segment.right)
  }
  return { reached, limits: [...bounds.map((bound) => bound - PADDING), edge], bounds }
}

/**
 * Where no space and no rule parts the rows: a line that could have taken the next word but did not is the last of its cell. A row
 * begins where that is so in a column of words, the first columns take part, and no cell is in the middle of a sentence.
 */
export function beginsRow(baseline: Baseline, above: Segment[][], leading: number, widths: Widths): boolean {
  if (baseline.length < 2) return false
  let begun = 0
  let ended = 0
  let leads = false
  let renews = false
  const seen = new Set<number>()
  for (const segment of baseline) {
    const column = columnOf(segment, widths.bounds)
    if (seen.has(column)) continue
    seen.add(column)
    const last = above[column]!.at(-1)
    const isReference = beginsReference(segment)
    if (column < 2 && (column === 0 || isReference)) leads = true
    if (!last) continue
    if (isTornReference(last, segment)) return false
    const fits =
      couldTake(last, segment, column, widths) || segment.base - last.base > PARAGRAPH_STEP * leading
    if (!fits && isMidSentence(last, segment)) return false
    if (column === 0 && looksLikeId(textOf(last)) && !isReference) return false
    if (column < 2 && isReference) renews = true
    else if (fits && !BULLET.test(segment.marks[0]!.text)) begun++
    else if (/[.!?]["')]?$/.test(last.marks.at(-1)!.text)) ended++
  }
  return leads && (begun > 0 || (renews && ended > 1))
}

function couldTake(last: Segment, next: Segment, column: number, { reached, limits }: Widths): boolean {
  const first = next.marks[0]!
  const right = last.right + BLANK_IN_SIZES * last.size + rightOf(first) - first.x
  return right <= Math.max(reached[column]! - 1, limits[column]!)
}

function isMidSentence(last: Segment, next: Segment): boolean {
  return (
    /^[\p{Ll}&]/u.test(next.marks[0]!.text) ||
    OPEN_END.test(last.marks.at(-1)!.text) ||
    isTornReference(last, next)
  )
}

function beginsReference(segment: Segment): boolean {
  const text = textOf(segment)
  return looksLikeId(text) || /^[A-Z][A-Z0-9.]{0,6}-$/.test(text)
}

/** A reference too long for its column: "TS-" over "GV1", "TS-GV" over "1". */
export function isTornReference(above: Segment, below: Segment): boolean {
  const [first, second] = [textOf(above), textOf(below)]
  return (
    /^[A-Z][A-Z0-9]*(?:[-._][A-Z0-9]*)*$/.test(first) &&
    /[A-Z._-]$/.test(first) &&
    /^[A-Z]{0,4}-?\d[\w.-]*$/.test(second)
  )
}
