import type { Doc, Row, Table } from '../../pages'
import { criteriaIn } from '../criteria'
import type { Item } from '../cuecs'
import { plain } from '../tests/wording'
import { isSubservice, type Place } from './places'

const DUTIES =
  /\b(?:user|customer|client|complementary|cuec|responsibilit|consideration|controls?|description)/i
const CRITERIA =
  /\b(?:criteri|tsc|tsp|principle|categor|trust services|^ref|^#|^no\b|^id\b|number|objective)/i

/** Duties from tables that stand under the heading. */
export function tableItems(doc: Doc, place: Place): Item[] {
  return doc.tables.filter((table) => standsIn(table, place)).flatMap((table) => itemsOf(table, place))
}

function standsIn(table: Table, place: Place): boolean {
  const first = table.rows[0]
  if (!first || isSubservice(table.columns.join(' '))) return false
  const last = place.lines.at(-1)!
  const after =
    first.page > place.heading.page || (first.page === place.heading.page && first.y >= place.heading.y)
  const before = first.page < last.page || (first.page === last.page && first.y <= last.y + 2)
  return after && before
}

function itemsOf(table: Table, place: Place): Item[] {
  const headed =
    table.columns.some((cell) => DUTIES.test(cell) || CRITERIA.test(cell)) &&
    !table.columns.some((cell) => /[.;]$/.test(cell.trim()))
  const first: Row = { cells: table.columns, page: table.firstPage, x: 0, y: 0, width: 0, height: 0 }
  const rows = headed ? table.rows : [first, ...table.rows]
  const at = longestColumn(table, rows)
  const last = place.lines.at(-1)!
  const items: Item[] = []
  let group: string[] = []
  for (const row of rows) {
    if (row.page > last.page || (row.page === last.page && row.y > last.y + 2)) break
    if (isSubservice(row.cells.join(' ')) && row.cells.filter((cell) => cell.trim()).length === 1) break
    const text = plain(row.cells[at] ?? '')
    const others = row.cells.filter((_, n) => n !== at).join(' ')
    if (criteriaIn(others).length) group = criteriaIn(others)
    const before = items.at(-1)
    if (before && text && runsOn(before, text, others)) {
      before.text = `${before.text} ${text}`
      before.own = before.text
    } else if (text.length > 8 && plain(text) !== plain(table.columns[at] ?? '')) {
      items.push({ text, own: text, page: row.page, criteria: [...new Set([...group, ...criteriaIn(text)])] })
    }
  }
  return items
}

function runsOn(before: Item, text: string, others: string): boolean {
  return !others.trim() && /^[a-z(]/.test(text) && !/[.;]$/.test(before.text)
}

function longestColumn(table: Table, rows: Row[]): number {
  const named = table.columns.findIndex((cell) => /\b(?:complementary|user|customer|client)\b/i.test(cell))
  if (named >= 0) return named
  const lengths = table.columns.map((_, at) =>
    rows.reduce((sum, row) => sum + (row.cells[at]?.length ?? 0), 0),
  )
  return lengths.indexOf(Math.max(...lengths))
}
