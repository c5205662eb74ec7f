import type { Line } from '../../pages'
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
