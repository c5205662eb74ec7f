import type { Row, Table } from '../pages'
import type { FoundTable } from './findTables'
import type { Segment } from './marks'
import { isTornReference } from './fullLines'
import { joinCell } from './pageText'
import { anchorOf, append, goesOn } from './tableRows'
import type { FoundRow } from './tableRows'
import type { Vocabulary } from './vocabulary'

interface OpenTable extends Table {
  found: FoundTable
  /** Rows as segments, with the page they begin on. */
  parts: { row: FoundRow; page: number; frame: Segment[] }[]
}

/** Tables of all pages; one that goes on over pages becomes one. */
export function joinTables(pages: FoundTable[][], vocabulary: Vocabulary): Table[] {
  const open: OpenTable[] = []
  for (const [index, tables] of pages.entries()) {
    for (const [place, found] of tables.entries()) {
      const columns = found.heading ? found.heading.map((cell) => joinCell(cell, vocabulary)) : []
      const before = open.at(-1)
      if (place === 0 && before && before.lastPage === index && goesOver(before, found, columns)) {
        addRows(before, found, index + 1)
      } else {
        const names = columns.length ? columns : found.bounds.map(() => '').concat('')
        const table = {
          columns: names,
          rows: [],
          firstPage: index + 1,
          lastPage: index + 1,
          found,
          parts: [],
        }
        addRows(table, found, index + 1)
        open.push(table)
      }
    }
  }
  return open.filter((table) => table.parts.length > 0).map((table) => finished(table, vocabulary))
}

function goesOver(before: OpenTable, found: FoundTable, columns: string[]): boolean {
  if (found.bounds.length !== before.found.bounds.length) return false
  if (columns.length === 0) return found.continues
  return columns.every((name, at) => sameName(name, before.columns[at]!))
}

function sameName(one: string, other: string): boolean {
  const bare = (name: string) =>
    name
      .toLowerCase()
      .replace(/\(?cont(inued|'d|\.)?\)?/g, '')
      .replace(/[^a-z0-9]/g, '')
  return bare(one) === bare(other)
}

function addRows(table: OpenTable, found: FoundTable, page: number) {
  const rows = [...found.rows]
  const last = table.parts.at(-1)
  if (last && last.page < page && rows[0] && breaksOver(table, last.row, rows[0])) {
    append(last.row, rows.shift()!)
  }
  for (const row of rows) table.parts.push({ row, page, frame: row.cells.flat() })
  table.lastPage = page
  table.found = found
}

function breaksOver(table: OpenTable, above: FoundRow, row: FoundRow): boolean {
  if (above.spanning || row.spanning) return false
  const anchor = anchorOf(table.parts.map((part) => part.row))
  if (isTorn(above.cells[anchor]!, row.cells[anchor]!) || goesOn(above, row, anchor)) return true
  return table.found.ruled === true && waitsForReference(above, row, anchor)
}

/** Of a row with its reference in the middle the first lines may stand on the page before. */
function waitsForReference(above: FoundRow, row: FoundRow, anchor: number): boolean {
  if (above.cells[anchor]!.length > 0 || row.cells[anchor]!.length === 0) return false
  return row.cells.some(
    (cell, column) =>
      cell.length > 0 && above.cells[column]!.length > 0 && isMidSentence(above.cells[column]!, cell),
  )
}

function isMidSentence(above: Segment[], below: Segment[]): boolean {
  return !/[.!?:;)"']$/.test(above.at(-1)!.text) && /^[\p{Ll}\d(]/u.test(below[0]!.text)
}

/** A reference that is too long for its column may be torn where the page ends. */
function isTorn(above: Segment[], below: Segment[]): boolean {
  const last = above.at(-1)
  return last !== undefined && below[0] !== undefined && isTornReference(last, below[0])
}

function finished(table: OpenTable, vocabulary: Vocabulary): Table {
  const rows: Row[] = table.parts.map(({ row, page, frame }) => ({
    cells: row.cells.map((cell) => joinCell(cell, vocabulary)),
    page,
    ...frameOf(frame),
  }))
  const { columns, firstPage, lastPage, found } = table
  return { columns, rows, firstPage, lastPage, ...(found.ruled ? { ruled: true } : {}) }
}

function frameOf(segments: Segment[]) {
  const x = Math.min(...segments.map((segment) => segment.x))
  const y = Math.min(...segments.map((segment) => segment.top))
  const width = Math.max(...segments.map((segment) => segment.right)) - x
  return { x, y, width, height: Math.max(...segments.map((segment) => segment.bottom)) - y }
}
