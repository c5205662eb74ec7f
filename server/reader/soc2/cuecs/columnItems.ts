import { criteriaIn } from '../criteria'
import type { Item } from '../cuecs'
import { isItemLike, type PlacedLine, startsLikeDuty } from './places'
import { onBaselines } from './baselines'
import { joined } from './items'

const SAME_X = 3
const SAME_BASELINE = 3
const INDENT = 6
const FEWEST = 2

/** Duties that stand in one column of lines: a list whose marks are drawn, not written, or a table that came out in pieces. */
export function columnItems(lines: PlacedLine[], inTable: boolean): Item[] {
  if (lines.some((line) => isItemLike(line.text)) && !inTable) return []
  const whole = onBaselines(lines)
  const main = mainColumn(whole)
  const lead = whole.findLast((line) => line.text.endsWith(':') && line.x < main - INDENT)
  if (!inTable && !lead) return []
  const column = whole.filter((line) => Math.abs(line.x - main) < SAME_X && !line.bold)
  const others = whole.filter((line) => Math.abs(line.x - main) >= SAME_X)
  const items = paragraphs(column).map((part) => itemOf(part, others, inTable ? '' : (lead?.text ?? '')))
  const kept = items.filter(
    (item) =>
      item.own.length > 15 &&
      /\s/.test(item.own) &&
      (!inTable || startsLikeDuty(item.own) || /[.;)]$/.test(item.own)),
  )
  return kept.length >= FEWEST ? kept : []
}

function mainColumn(lines: PlacedLine[]): number {
  const lengths = new Map<number, number>()
  for (const line of lines) {
    const x = [...lengths.keys()].find((one) => Math.abs(one - line.x) < SAME_X) ?? line.x
    lengths.set(x, (lengths.get(x) ?? 0) + line.text.length)
  }
  return [...lengths].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 0
}

function paragraphs(lines: PlacedLine[]): PlacedLine[][] {
  const parts: PlacedLine[][] = []
  for (const line of lines) {
    const above = parts.at(-1)?.at(-1)
    const ended = above && /[.;:]$|[.;]\)$|\)$/.test(above.text) && /^[A-Z"(]/.test(line.text)
    if (above && !ended) parts.at(-1)!.push(line)
    else parts.push([line])
  }
  return parts
}

function itemOf(part: PlacedLine[], others: PlacedLine[], lead: string): Item {
  const own = part.map((line) => line.text).join(' ')
  const first = part[0]!
  const last = part.at(-1)!
  const beside = others.filter((line) => isBeside(line, first, last))
  const criteria = [
    ...new Set([...criteriaIn(beside.map((line) => line.text).join(' ')), ...criteriaIn(own)]),
  ]
  return { text: joined(lead, own), own, page: first.page, criteria }
}

function isBeside(line: PlacedLine, first: PlacedLine, last: PlacedLine): boolean {
  if (line.page !== first.page) return false
  const end = last.page === first.page ? last.y : Infinity
  return line.y >= first.y - SAME_BASELINE && line.y <= end + SAME_BASELINE
}
