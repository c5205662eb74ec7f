import type { Doc, Outline, PageText, Row, Table } from '../../pages'
import { blocksIn, labelledLines, linesOf } from './blocks'
import { fitsLayout, type Layout } from './columns'
import { isResponseTable } from './responses'
import { layoutIn, rowsOf, type TestRow } from './rows'
import { plain } from './wording'

export interface TestsRead {
  pages: PageText[]
  rows: TestRow[]
  /** Tables that held tests. */
  used: Set<Table>
  /** Tables that follow up on an earlier period. */
  followUps: Table[]
}

const EARLIER =
  /(?:\b(?:prior|previous|preceding|last)[ -](?:year|period|examination|audit|report)|follow-?up (?:of|on|to)|status of (?:prior|previous))/i

/** All tests of the section that holds them, in the order of the document. */
export function testsIn(doc: Doc, outline: Outline): TestsRead {
  const pages = outline.pagesOf('tests')
  const numbers = new Set(pages.map((page) => page.number))
  const read: TestsRead = { pages, rows: [], used: new Set(), followUps: [] }
  const said: { text: string; page: number }[] = []
  let last: Layout | null = null
  for (const table of doc.tables) {
    if (!numbers.has(table.firstPage)) continue
    if (isFollowUp(table, doc)) {
      read.followUps.push(table)
      continue
    }
    const labelled = labelledLines(table)
    if (labelled.length) {
      said.push(...labelled)
      read.used.add(table)
      continue
    }
    const known: { layout: Layout; body: Row[] } | null = layoutIn(table) ?? runsOn(table, last)
    if (!known || !isTests(known.layout) || isResponseTable(table)) continue
    last = known.layout
    read.rows.push(...rowsOf(table, known.layout, known.body))
    read.used.add(table)
  }
  const untouched = pages.filter(
    (page) => !read.rows.some((row) => page.number >= row.page && page.number <= row.lastPage),
  )
  read.rows.push(
    ...blocksIn([
      ...said,
      ...linesOf(untouched.filter((page) => !said.some((one) => one.page === page.number))),
    ]),
  )
  read.rows.sort((one, other) => one.page - other.page)
  return read
}

function isTests({ roles }: Layout): boolean {
  return (
    roles.includes('result') && (roles.includes('test') || roles.includes('control') || roles.includes('ref'))
  )
}

/** A table that begins without headings goes on with those of the table before, when it has as many columns. */
function runsOn(table: Table, last: Layout | null): { layout: Layout; body: Row[] } | null {
  if (!last || table.columns.length !== last.roles.length) return null
  const first: Row = { cells: table.columns, page: table.firstPage, x: 0, y: 0, width: 0, height: 0 }
  const body = table.columns.some((cell) => cell.trim()) ? [first, ...table.rows] : table.rows
  return fitsLayout(
    last,
    body.map((row) => row.cells),
  )
    ? { layout: last, body }
    : null
}

function isFollowUp(table: Table, doc: Doc): boolean {
  if (EARLIER.test(table.columns.join(' '))) return true
  const page = doc.pages.find((one) => one.number === table.firstPage)
  const top = table.rows.find((row) => row.page === table.firstPage)?.y ?? 0
  const above = (page?.lines ?? []).filter((line) => !line.running && line.y < top && line.y > top - 90)
  const title = above
    .map((line) => plain(line.text))
    .filter((text) => text.length < 120 && !/[.]$/.test(text))
  return title.some((text) => EARLIER.test(text))
}
