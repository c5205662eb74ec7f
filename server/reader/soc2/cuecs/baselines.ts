import type { PlacedLine } from './places'

const SAME_BASELINE = 3
/** A blank of a typewriter's font is 0.6 of its size. */
const BLANK = 0.65

const LONE_MARK = /^(?:cuec[-\s#]?\d{1,3}|\(?\d{1,2}[.)])[:.]?$/i
/** From line to line in one cell, in sizes of the letters. */
const STEP = 1.5

/** Pieces of one baseline with no more than a blank between them are one line. */
export function onBaselines(lines: PlacedLine[]): PlacedLine[] {
  const whole: PlacedLine[] = []
  for (const line of lines) {
    const last = whole.at(-1)
    const near =
      last &&
      last.page === line.page &&
      last.bold === line.bold &&
      Math.abs(last.y - line.y) < SAME_BASELINE &&
      line.x > last.x &&
      line.x - last.right < line.size * BLANK
    if (near)
      Object.assign(last, {
        text: `${last.text} ${line.text}`,
        right: line.right,
        words: [...(last.words ?? []), ...(line.words ?? [])],
      })
    else whole.push({ ...line })
  }
  return whole
}

/** A mark in a cell of its own stands at the middle of its text: it is put before the first line of it. */
export function marksFirst(lines: PlacedLine[]): PlacedLine[] {
  const placed: PlacedLine[] = []
  for (const line of lines) {
    const at = LONE_MARK.test(line.text) ? startOfText(placed, line) : placed.length
    placed.splice(at, 0, line)
  }
  return placed
}

/** Where the text begins whose lines stand to the right of the mark and above its middle. */
function startOfText(before: PlacedLine[], mark: PlacedLine): number {
  let at = before.length
  let below = mark
  while (at > 0) {
    const above = before[at - 1]!
    const step = below.y - above.y
    const isText = !above.bold && above.page === mark.page && above.x > mark.right && step > SAME_BASELINE
    if (!isText || step > above.size * STEP || (below !== mark && /[.;:]$/.test(above.text))) break
    below = above
    at--
  }
  return at
}

/** Bare numbers that rise from one, each left of its text, are the marks of a list. */
export function withMarks(lines: PlacedLine[]): PlacedLine[] {
  const starts = lines.flatMap((line, at) => (isNumberOf(line, lines[at + 1]) ? [at] : []))
  const rising = starts.length > 1 && starts.every((at, n) => parseInt(lines[at]!.text, 10) === n + 1)
  if (!rising) return lines
  return lines.flatMap((line, at) => {
    if (starts.includes(at - 1) && isBare(lines[at - 1]!)) return []
    if (!starts.includes(at)) return [line]
    const own = isBare(line) ? lines[at + 1]! : line
    const text = isBare(line) ? `${line.text}. ${own.text}` : line.text.replace(/^(\d+)/, '$1.')
    return [{ ...own, text, x: line.x }]
  })
}

function isNumberOf(line: PlacedLine, next: PlacedLine | undefined): boolean {
  if (!isBare(line)) return /^\d{1,2} [A-Z][a-z]/.test(line.text)
  return (
    !!next &&
    next.page === line.page &&
    Math.abs(next.y - line.y) < SAME_BASELINE &&
    next.x > line.x &&
    next.x - line.right < line.size * 4
  )
}

function isBare(line: PlacedLine): boolean {
  return /^\d{1,2}$/.test(line.text)
}
