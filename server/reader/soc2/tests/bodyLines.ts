import type { Line, PageText } from '../../pages'
import { startsWithCriterion } from '../criteria'
import { isReference } from './columns'
import { startOf } from './heads'
import { classify } from './results'
import { plain } from './wording'

const SAME_BASELINE = 3
const FEWEST_CELLS = 3

/**
 * Lines of the text itself. Where every page begins with a row of the same table the first lines look alike, references apart, and so pass
 * for a running header: those count as well.
 */
export function bodyLines(lines: Line[], repeated: Set<string> = new Set()): Line[] {
  return lines.filter(
    (line) =>
      line.text.trim() &&
      (!line.running || isTopOfTable(line, lines) || beginsControl(line, repeated) || isOutcome(line.text)),
  )
}

function beginsControl(line: Line, repeated: Set<string>): boolean {
  return (
    !repeated.has(line.text) && (startOf(plain(line.text)) !== null || startsWithCriterion(plain(line.text)))
  )
}

function isTopOfTable(line: Line, lines: Line[]): boolean {
  const beside = lines.filter((one) => one.running && Math.abs(one.y - line.y) < SAME_BASELINE)
  if (beside.length < FEWEST_CELLS) return followsTop(line, lines)
  return beside.some((one) => isReference(plain(one.text)) || isOutcome(one.text))
}

/** The second and third lines of such cells. */
function followsTop(line: Line, lines: Line[]): boolean {
  const above = lines.filter(
    (one) => one.running && one !== line && one.y < line.y && line.y - one.y < line.size * 1.8,
  )
  return above.some((one) => Math.abs(one.x - line.x) < SAME_BASELINE && isTopOfTable(one, lines))
}

function isOutcome(text: string): boolean {
  return ['pass', 'exception', 'not-operated'].includes(classify(text)) && plain(text).length > 12
}

/** Headers and footers that stand close to the text, wherever it begins or ends: alike but for a number, or in smaller letters. */
export function edgesOf(pages: PageText[]): Set<Line> {
  const ends = pages.flatMap((page) => {
    const lines = page.lines
      .filter((line) => !line.running && line.text.trim())
      .sort((one, other) => one.y - other.y)
    const size = lines.map((line) => line.size).sort((one, other) => one - other)[lines.length >> 1] ?? 0
    return [lines[0], lines.length > 1 ? lines.at(-1) : undefined].flatMap((line) =>
      line ? [{ line, small: line.size < size * 0.9 }] : [],
    )
  })
  const alike = new Map<string, { line: Line; small: boolean }[]>()
  for (const end of ends) {
    const key = plain(end.line.text).replace(/\d+/g, '#')
    alike.set(key, [...(alike.get(key) ?? []), end])
  }
  const edges = [...alike.values()].filter(
    (same) =>
      same.length > 1 &&
      !isOutcome(same[0]!.line.text) &&
      !isReference(plain(same[0]!.line.text)) &&
      (same.every(({ small }) => small) ||
        (same.length > 2 && new Set(same.map(({ line }) => line.text)).size === same.length)) &&
      same.every(({ line }) => startOf(plain(line.text)) === null),
  )
  return new Set(edges.flatMap((same) => same.map(({ line }) => line)))
}

/** "CH-" over "07" in a narrow column is one reference. */
export function withWholeReferences(lines: Line[]): Line[] {
  const whole: Line[] = []
  for (const line of lines) {
    const above = whole.findLast(
      (one) => Math.abs(one.x - line.x) < SAME_BASELINE && one.y < line.y - SAME_BASELINE,
    )
    const torn =
      above &&
      /^[A-Z]{1,6}\d{0,4}(?:[-_.][A-Z]{0,6}\d{0,3})?(?:[-_.]|(?<=[-_.]\d{1,2}))$/.test(above.text.trim()) &&
      /^\d{1,4}(?:[.-]\d{1,3})*[a-z]?$/.test(line.text.trim()) &&
      line.y - above.y < line.size * 2
    if (torn) whole[whole.indexOf(above)] = { ...above, text: `${above.text.trim()}${line.text.trim()}` }
    else whole.push(line)
  }
  return whole
}
