import type { Doc } from '../../pages'
import { criteriaIn } from '../criteria'
import type { Item } from '../cuecs'
import { type Cell, cellsIn } from './cells'
import { isGroup, itemsIn } from './items'
import { isItemLike, isSubservice, type Place, type PlacedLine, startsLikeDuty } from './places'

const NAMED = /\b(?:complementary|user|customer|client|cuecs?|consideration|responsibilit)/i
const NUMBERS = /#|\b(?:no|number|id|ref|reference|criteri\w*|tsc)\b/i
const NOTHING = /^(?:none|n\/?a|not applicable|-)\.?$/i

/** Duties from a table whose cells are drawn, and the lines around it. */
export function gridItems(doc: Doc, place: Place): { items: Item[]; around: PlacedLine[] } | null {
  const cells = cellsIn(doc, place)
  if (!cells.length) return null
  const headings = headingsOf(cells)
  const body = cells.filter((cell) => !isHeading(cell, headings))
  const items = isCards(body, headings)
    ? body.flatMap((cell) => dutiesIn(cell, []))
    : itemsOf(body, mainColumn(cells, headings), headings)
  if (!items.length) return null
  const inside = cells.flatMap(({ lines }) => lines)
  const isInside = (line: PlacedLine) => inside.some(({ page, y }) => page === line.page && y === line.y)
  return { items, around: place.lines.filter((line) => !isInside(line)) }
}

/** The texts of the first row, when they name columns. */
function headingsOf(cells: Cell[]): Map<number, string> {
  const [first] = cells
  const row = cells.filter(({ page, top }) => page === first!.page && Math.abs(top - first!.top) < 2)
  const texts = row.map(wordsOf)
  const bold = row.every(({ lines }) => lines.every((line) => line.bold))
  const names =
    row.length > 1 &&
    texts.every((text) => !/[a-z]{4}[.;]$/.test(text) && text.length < 120) &&
    (bold || !texts.some((text) => criteriaIn(text).length > 0)) &&
    (bold || texts.some((text) => NAMED.test(text) || NUMBERS.test(text)))
  return new Map(names ? row.map((cell) => [cell.column, wordsOf(cell)]) : [])
}

/** Criteria beside a duty, or those whose columns have a mark in its row. */
function criteriaOf(others: Cell[], headings: Map<number, string>): string[] {
  const texts = others.map((cell) =>
    /^(?:x|✓|✔|•|●|yes)$/i.test(wordsOf(cell)) ? (headings.get(cell.column) ?? '') : wordsOf(cell),
  )
  return criteriaIn(texts.join(', '))
}

function isHeading(cell: Cell, headings: Map<number, string>): boolean {
  return headings.get(cell.column) === wordsOf(cell)
}

function mainColumn(cells: Cell[], headings: Map<number, string>): number {
  const named = [...headings].find(
    ([, text]) => NAMED.test(text) && !NUMBERS.test(text.replace(/\(.*\)/, '')),
  )
  if (named) return named[0]
  const lengths = new Map<number, number>()
  for (const cell of cells) lengths.set(cell.column, (lengths.get(cell.column) ?? 0) + wordsOf(cell).length)
  return [...lengths].sort((one, other) => other[1] - one[1])[0]![0]
}

function itemsOf(cells: Cell[], main: number, headings: Map<number, string>): Item[] {
  const items: Item[] = []
  let group: string[] = []
  for (const cell of cells.filter(({ column }) => column === main || column === 0)) {
    const text = wordsOf(cell)
    const others = cells.filter((other) => other.column !== main && isBeside(other, cell))
    if (cell.column !== main) {
      const alone = !cells.some((other) => other.column === main && isBeside(other, cell))
      if (alone && criteriaIn(text).length) group = criteriaIn(text)
      continue
    }
    if (isSubservice(text) && !others.length && text.length < 80) break
    if (!others.length && cell.lines.length < 3 && isTitle(cell) && isGroup({ ...cell.lines[0]!, text })) {
      group = criteriaIn(text)
      continue
    }
    const beside = criteriaOf(others, headings)
    if (beside.length) group = beside
    const before = items.at(-1)
    if (before && !others.length && goesOn(before, cell)) {
      before.text = `${before.text} ${text}`
      before.own = `${before.own} ${text}`
    } else if (!NOTHING.test(text)) items.push(...dutiesIn(cell, group))
  }
  return items
}

/** Boxes side by side that each hold a duty. */
function isCards(cells: Cell[], headings: Map<number, string>): boolean {
  const columns = new Set(cells.map(({ column }) => column)).size
  return (
    headings.size === 0 &&
    columns > 1 &&
    cells.every((cell) => wordsOf(cell).length > 25 && /[.;]$/.test(wordsOf(cell)))
  )
}

function isTitle(cell: Cell): boolean {
  return cell.lines.every(({ bold }) => bold) || !/[.;]$/.test(wordsOf(cell))
}

function isBeside(other: Cell, cell: Cell): boolean {
  if (other.page !== cell.page || other === cell) return false
  const middle = (one: Cell) => (one.top + one.bottom) / 2
  return (
    (middle(cell) > other.top && middle(cell) < other.bottom) ||
    (middle(other) > cell.top && middle(other) < cell.bottom)
  )
}

/** The rest of a cell that a page break cut. */
function goesOn(before: Item, cell: Cell): boolean {
  return before.page < cell.page && /^[a-z(]/.test(wordsOf(cell)) && !/[.;]$/.test(before.own)
}

function dutiesIn(cell: Cell, above: string[]): Item[] {
  const { title, lines } = withoutTitle(cell.lines)
  const group = [...new Set([...above, ...criteriaIn(title)])]
  const parts = lines.some((line) => isItemLike(line.text)) ? null : paragraphsOf(lines)
  const items =
    parts === null
      ? itemsIn(lines)
      : parts.map((own): Item => ({ text: own, own, page: cell.page, criteria: criteriaIn(own) }))
  return items
    .filter(({ own }) => own.length > 8 && /\s/.test(own))
    .map((item) => ({ ...item, criteria: [...new Set([...group, ...item.criteria])] }))
}

/** A box may begin with its number, its criterion or a word on what it is about. */
function withoutTitle(lines: PlacedLine[]): { title: string; lines: PlacedLine[] } {
  const first = lines.findIndex(
    (line) => !line.bold && !/^(?:cuec[-\s#]?\d+)?\W*(?:(?:CC|PI|A|C|P)\d\.\d\W*)*$/i.test(line.text),
  )
  if (first < 1) return { title: '', lines }
  return {
    title: lines
      .slice(0, first)
      .map(({ text }) => text)
      .join(' '),
    lines: lines.slice(first),
  }
}

/** Several duties in one cell stand apart, each ended and each begun like a duty. */
function paragraphsOf(lines: PlacedLine[]): string[] {
  const parts: PlacedLine[][] = []
  for (const line of lines) {
    const above = parts.at(-1)?.at(-1)
    const anew =
      !above || (/[.;]$/.test(above.text) && startsLikeDuty(line.text) && startsLikeDuty(parts[0]![0]!.text))
    if (anew) parts.push([line])
    else parts.at(-1)!.push(line)
  }
  return parts.map((part) => part.map(({ text }) => text).join(' '))
}

function wordsOf(cell: Cell): string {
  return cell.lines.map(({ text }) => text).join(' ')
}
