import { COLUMN_GAP, gapBetween, splitAtGaps } from './gaps'
import { rightOf, segmentOf } from './marks'
import type { Mark, Segment } from './marks'
import type { Rule } from './rules'

const SAME_BASELINE = 0.3
const GLUED = 0.13
const HYPHEN_APART = 0.22

/** One baseline of the page, left to right. */
export type Baseline = Segment[]

// A page is asked about again once its drawn lines are known.
const joined = new WeakMap<Mark[], Mark[][]>()

/** Marks → words → segments, on baselines from top to bottom. */
export function findSegments(
  marks: Mark[],
  isBold: (font: string) => boolean,
  down: Rule[] = [],
): Baseline[] {
  const rows = joined.get(marks) ?? baselines(raiseSmallMarks(marks)).map((row) => joinGlued(row))
  joined.set(marks, rows)
  return splitAtGaps(rows, down).map((row) => row.map((part) => segmentOf(part, isBold)))
}

/** Small marks beside and above a bigger one take over its baseline. */
function raiseSmallMarks(marks: Mark[]): Mark[] {
  const common = medianSize(marks)
  return marks.map((mark) => {
    if (mark.size > common * 0.8 || mark.text.length > 4) return mark
    const beside = marks.find((other) => isRaisedBeside(mark, other))
    return beside ? { ...mark, base: beside.base, raised: true } : mark
  })
}

function isRaisedBeside(small: Mark, big: Mark): boolean {
  if (small.size > big.size * 0.8) return false
  const rise = big.base - small.base
  if (rise < 0.15 * big.size || rise > 0.75 * big.size) return false
  const gap = small.x - rightOf(big)
  return gap > -0.3 * big.size && gap < 0.3 * big.size
}

function medianSize(marks: Mark[]): number {
  const sizes = marks.map((mark) => mark.size).sort((one, other) => one - other)
  return sizes[sizes.length >> 1] ?? 10
}

function baselines(marks: Mark[]): Mark[][] {
  const rows: { base: number; size: number; marks: Mark[] }[] = []
  for (const mark of [...marks].sort((one, other) => one.base - other.base)) {
    const row = rows.at(-1)
    if (row && mark.base - row.base <= SAME_BASELINE * Math.min(mark.size, row.size)) {
      row.marks.push(mark)
    } else {
      rows.push({ base: mark.base, size: mark.size, marks: [mark] })
    }
  }
  return rows.map((row) => row.marks.sort((one, other) => one.x - other.x))
}

/** Torn words (small capitals, kerned capitals, detached first letters) become one mark again. */
function joinGlued(row: Mark[]): Mark[] {
  const joined: Mark[] = []
  for (const [index, mark] of row.entries()) {
    const before = joined.at(-1)
    if (before && isDoubled(before, mark)) continue
    if (before && (isGlued(before, mark) || isLineEndHyphen(before, mark, row[index + 1])))
      joined[joined.length - 1] = glue(before, mark)
    else joined.push(mark)
  }
  return joined.flatMap(splitBullet)
}

/** Fake bold draws the same word twice with a tiny shift. */
function isDoubled(before: Mark, mark: Mark): boolean {
  return before.text === mark.text && Math.abs(before.x - mark.x) < 0.12 * mark.size
}

function isGlued(before: Mark, mark: Mark): boolean {
  if (before.raised !== mark.raised || before.until === mark.order) return false
  const gap = (mark.x - rightOf(before)) / Math.max(before.size, mark.size)
  if (gap < -0.6) return false
  if (mark.startsRun && gap < GLUED) return true
  return isDetachedLetter(before.text) && /^\p{Ll}{2}/u.test(mark.text) && gap < 0.45
}

/** Word processors draw the hyphen of a torn word by itself, and in justified lines a little apart. */
function isLineEndHyphen(before: Mark, mark: Mark, next: Mark | undefined): boolean {
  if (!/^[-\u2010\u00AD]$/.test(mark.text) || !/\p{L}{2}$/u.test(before.text)) return false
  return gapBetween(before, mark) < HYPHEN_APART && (!next || gapBetween(mark, next) >= COLUMN_GAP)
}

function isDetachedLetter(text: string): boolean {
  return /^(?:[•·▪\uF0B7]|\w{1,2}[.)])?[B-HJ-Z]$/u.test(text)
}

function glue(before: Mark, mark: Mark): Mark {
  const size = before.text.length > mark.text.length ? before.size : mark.size
  return {
    ...before,
    text: before.text + mark.text,
    width: rightOf(mark) - before.x,
    size,
    order: mark.order,
  }
}

function splitBullet(mark: Mark): Mark[] {
  if (!/^[•·▪\uF0B7]\S/u.test(mark.text) || mark.text.length < 3) return [mark]
  const first = mark.width / mark.text.length
  const bullet = { ...mark, text: mark.text.slice(0, 1), width: first }
  return [bullet, { ...mark, text: mark.text.slice(1), x: mark.x + first, width: mark.width - first }]
}
