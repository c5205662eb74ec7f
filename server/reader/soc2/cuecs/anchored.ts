import { criteriaIn, startsWithCriterion } from '../criteria'
import type { Item } from '../cuecs'
import { listItems } from './items'
import { isItemLike, type PlacedLine, startsLikeDuty } from './places'

const SAME_X = 3
const IDS = /^(?:(?:CC|PI|A|C|P) ?\d\.\d(?:\s*(?:[,;&/-]|and|to|through)\s*)*)+$/
const CRITERIA = /\b(?:criteri\w*|tsc|tsp|trust services|categor\w+|principles?)\b/i
const FEWEST = 2
/** How far off, in points, criteria may stand from the middle of their row, the same in every row. */
const OFFSETS = [0, -3, 3, -6, 6, -9, 9]

/** Duties beside a column of criteria, in a table without drawn lines. */
export function anchoredItems(all: PlacedLine[]): Item[] {
  const { lines, starts } = underHeadings(all)
  const anchors = lines.filter((line) => IDS.test(line.text) && hasCompany(line, lines))
  if (anchors.length < FEWEST) return []
  const rest = lines.filter((line) => !anchors.includes(line))
  const column = mainColumn(rest, anchors, starts)
  const main = rest.filter((line) => line.x >= column.x - SAME_X && line.right <= column.right && !line.bold)
  if (main.some((line) => isItemLike(line.text))) {
    const items = listItems(main)
    return items.length >= FEWEST ? items.map((item) => placed(item, main, anchors)) : []
  }
  const ways = [paragraphs(main, endsBefore), paragraphs(main, standsApart)]
  const parts =
    ways.find((way) => way.length === anchors.length) ??
    ways.find((way) => way.length >= anchors.length) ??
    []
  while (parts[0] && isBefore(parts[0], anchors[0]!)) parts.shift()
  if (parts.length < FEWEST) return []
  const given = givenTo(parts, anchors)
  return parts.map((part, at) => {
    const own = part.map(({ text }) => text).join(' ')
    const criteria = [...new Set([...(given[at] ?? []), ...criteriaIn(own)])]
    return { text: own, own, page: part[0]!.page, criteria }
  })
}

/** What stands under the row of headings, each line cut where a column begins. */
function underHeadings(all: PlacedLine[]): { lines: PlacedLine[]; starts: number[] } {
  const first = all.findIndex((line) => !line.bold && startsWithCriterion(line.text))
  const above = all.slice(0, Math.max(0, first))
  const last = above.findLastIndex((line) => line.bold && CRITERIA.test(line.text))
  if (last < 0) {
    const starts = gluedStarts(all)
    return {
      lines: all.filter((line) => !/:$/.test(line.text)).flatMap((line) => cutAt(line, starts)),
      starts,
    }
  }
  const headings = above.filter(
    (line) => line.page === above[last]!.page && Math.abs(line.y - above[last]!.y) < line.size * 0.8,
  )
  const starts = headings.map(({ x }) => x)
  const foot = Math.max(...headings.map(({ y }) => y))
  const lines = all.filter(
    (line) => line.page > above[last]!.page || (line.page === above[last]!.page && line.y > foot),
  )
  return { lines: lines.flatMap((line) => cutAt(line, starts)), starts }
}

/** Where text begins behind criteria that stand close before it. */
function gluedStarts(lines: PlacedLine[]): number[] {
  const starts = lines.flatMap(({ bold, words = [] }) => {
    const at = words.findIndex(({ text }) => !IDS.test(text.replace(/[,;]$/, '')))
    return at > 0 && !bold ? [words[at]!.x] : []
  })
  return starts.filter((x, at) => starts.some((other, n) => n < at && Math.abs(other - x) < SAME_X))
}

function cutAt(line: PlacedLine, starts: number[]): PlacedLine[] {
  const words = line.words ?? []
  const at = words.findIndex(
    (word, n) => n > 0 && starts.some((x) => Math.abs(word.x - x) < SAME_X && x > line.x + SAME_X),
  )
  if (at < 1) return [line]
  const textOf = (part: typeof words) => part.map(({ text }) => text).join(' ')
  const [left, right] = [words.slice(0, at), words.slice(at)]
  const before = { ...line, words: left, text: textOf(left), right: right[0]!.x - 2 }
  return [before, ...cutAt({ ...line, words: right, text: textOf(right), x: right[0]!.x }, starts)]
}

/** The end of a sentence about the table. */
function isBefore(part: PlacedLine[], anchor: PlacedLine): boolean {
  const last = part.at(-1)!
  return /^[a-z]/.test(part[0]!.text) && last.page === anchor.page && last.y < anchor.y - last.size
}

function hasCompany(line: PlacedLine, lines: PlacedLine[]): boolean {
  return lines.some(
    (other) =>
      other.page === line.page &&
      Math.abs(other.y - line.y) < line.size * 1.2 &&
      (other.x > line.right || other.right < line.x) &&
      !IDS.test(other.text),
  )
}

interface Column {
  x: number
  right: number
}

/** Where most of the text begins, up to the next column. */
function mainColumn(lines: PlacedLine[], anchors: PlacedLine[], starts: number[]): Column {
  const at = Math.min(...anchors.map(({ x }) => x))
  const beside = lines.filter((line) => line.right < at || line.x > at + 20)
  const lengths = new Map<number, number>()
  for (const line of beside) {
    const under = starts.findLast((start) => line.x >= start - SAME_X)
    const x = under ?? [...lengths.keys()].find((one) => Math.abs(one - line.x) < SAME_X) ?? line.x
    lengths.set(x, (lengths.get(x) ?? 0) + line.text.length)
  }
  const [x = 0] = [...lengths].sort((one, other) => other[1] - one[1])[0] ?? []
  const next = [at, ...starts].filter((start) => start > x + SAME_X)
  return { x, right: Math.min(Infinity, ...next) }
}

function paragraphs(lines: PlacedLine[], isNew: (line: PlacedLine, above: PlacedLine) => boolean) {
  const parts: PlacedLine[][] = []
  for (const line of lines) {
    const above = parts.at(-1)?.at(-1)
    if (above && !isNew(line, above)) parts.at(-1)!.push(line)
    else parts.push([line])
  }
  return parts
}

function endsBefore(line: PlacedLine, above: PlacedLine): boolean {
  return /[.;:)]$/.test(above.text) && /^[A-Z"(]/.test(line.text)
}

function standsApart(line: PlacedLine, above: PlacedLine): boolean {
  if (line.page !== above.page) return /^[A-Z]/.test(line.text)
  return line.y - above.y > line.size * 1.5 || (startsLikeDuty(line.text) && !/,$/.test(above.text))
}

function placed(item: Item, main: PlacedLine[], anchors: PlacedLine[]): Item {
  const starts = main.filter((line) => isItemLike(line.text))
  const parts = starts.map((start, at) => {
    const next = starts[at + 1]
    return main.slice(main.indexOf(start), next ? main.indexOf(next) : main.length)
  })
  const at = parts.findIndex(
    ([first]) => first!.page === item.page && first!.text.includes(item.own.slice(0, 20)),
  )
  const given = givenTo(parts, anchors)[at] ?? []
  return { ...item, criteria: [...new Set([...given, ...item.criteria])] }
}

/**
 * Which criteria stand beside which duties: both run down the page in the same order, and each criterion stands at the first line or at
 * the middle of its duties.
 */
function givenTo(parts: PlacedLine[][], anchors: PlacedLine[]): string[][] {
  const given: string[][] = parts.map(() => [])
  for (const page of new Set(parts.map(([first]) => first!.page))) {
    const own = parts.flatMap(([first], at) => (first!.page === page ? [at] : []))
    const beside = anchors.filter((anchor) => anchor.page === page).sort((one, other) => one.y - other.y)
    const spans = own.map((at) => spanOf(parts[at]!))
    const ways = OFFSETS.flatMap((offset) =>
      [topOf, middleOf].map((at) => alignment(spans, beside, (first, last) => at(first, last) + offset)),
    )
    const best = ways.reduce((one, other) => (other.cost < one.cost - 1 ? other : one))
    best.of.forEach((anchor, n) => {
      if (anchor >= 0) given[own[n]!] = criteriaIn(beside[anchor]!.text)
    })
  }
  return given
}

interface Stretch {
  top: number
  bottom: number
}

function spanOf(lines: PlacedLine[]): Stretch {
  const first = lines[0]!
  const last = lines.findLast(({ page }) => page === first.page)!
  return { top: first.y, bottom: last.y }
}

function topOf(first: Stretch): number {
  return first.top
}

function middleOf(first: Stretch, last: Stretch): number {
  return (first.top + last.bottom) / 2
}

interface Alignment {
  cost: number
  /** For each duty its anchor, or -1. */
  of: number[]
}

/** The cheapest way to deal duties in a row to anchors in a row, one or more to each. */
function alignment(
  spans: Stretch[],
  anchors: PlacedLine[],
  at: (first: Stretch, last: Stretch) => number,
): Alignment {
  if (spans.length < anchors.length || !anchors.length)
    return { cost: Infinity, of: spans.map((span) => nearest(span, anchors)) }
  let best: (Alignment | null)[] = [{ cost: 0, of: [] }, ...spans.map(() => null)]
  for (const [number, anchor] of anchors.entries()) {
    const next: (Alignment | null)[] = best.map(() => null)
    for (let to = number + 1; to <= spans.length; to++)
      for (let from = number; from < to; from++) {
        const before = best[from]
        if (!before) continue
        const cost = before.cost + Math.abs(at(spans[from]!, spans[to - 1]!) - anchor.y)
        if (cost < (next[to]?.cost ?? Infinity))
          next[to] = { cost, of: [...before.of, ...spans.slice(from, to).map(() => number)] }
      }
    best = next
  }
  return best.at(-1) ?? { cost: Infinity, of: spans.map((span) => nearest(span, anchors)) }
}

function nearest(span: Stretch, anchors: PlacedLine[]): number {
  const away = anchors.map(({ y }) => Math.abs((span.top + span.bottom) / 2 - y))
  return away.indexOf(Math.min(...away))
}
