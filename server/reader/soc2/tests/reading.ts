import type { Doc, Line, Outline, PageText, Row, Table } from '../../pages'
import { isNumbered, sectionTitled } from '../../outline/titles'
import { explain } from './codes'
import { tableFromLines } from './columnsOfLines'
import { groupsOn, listedCriteria, underGroups } from './groups'
import { fitsLayout, isHeadingRow, type Layout } from './columns'
import { narrated } from './narrative'
import { startOf } from './heads'
import { isResponseTable, RESPONSES_TITLE } from './responses'
import { bodyOf, layoutIn, rowsOf, type TestRow } from './rows'
import { saidOn } from './said'
import { saysFinding, saysTest } from './sentences'
import { countFindings, coverageOf } from './coverage'
import { plain } from './wording'

export interface TestsRead {
  pages: PageText[]
  rows: TestRow[]
  /** Tables that held tests. */
  used: Set<Table>
  /** Tables that follow up on an earlier period. */
  followUps: Table[]
  /** What stood under the tests in one table with them. */
  rests: Table[]
}

const SAME_BASELINE = 3
const FEWEST_ROWS = 5
const LINES_OF_TITLE = 6
const AFTER_LABEL = /(?<=[.:])\s+(?=[A-Z])/
const EARLIER =
  /(?:\b(?:prior|previous|preceding|last)[ -](?:year|period|examination|audit|report)|follow-?up (?:of|on|to)|status of (?:prior|previous))/i

/** All tests of the section that holds them, in the order of the document. */
export function testsIn(doc: Doc, outline: Outline): TestsRead {
  const pages = fromFirstTest(outline.pagesOf('tests')).map(beforeOther)
  const read = fromTables(doc, pages)
  if (!isWhole(read)) readOtherwise(read)
  const controls = new Set(read.rows.flatMap(({ control }) => control ?? []))
  const listed = listedCriteria(
    doc.tables.filter((table) => !read.used.has(table)),
    controls,
  )
  underGroups(read.rows, groupsOn(pages), listed)
  explain(
    read.rows,
    explaining(doc, outline, pages),
    doc.tables.filter((table) => !read.used.has(table) && !read.followUps.includes(table)),
  )
  read.rows.sort((one, other) => one.page - other.page)
  return read
}

/** Every result of the pages stands in a row that says what was tested. */
function isWhole(read: TestsRead): boolean {
  const { rows, used } = read
  const drawn = [...used].every(({ ruled }) => ruled)
  if (!drawn && rows.some(({ result }) => countFindings(result) > 1)) return false
  if (rows.length < FEWEST_ROWS || rows.some((row) => row.merged || isVague(row) || !row.test)) return false
  const told = rows.filter((row) => row.control || row.activity)
  return told.length === rows.length && coverageOf(read).share === 1
}

/** Where the tables give only a part: what the pages say in other forms, and two other ways to the same rows. */
function readOtherwise(read: TestsRead): void {
  const { pages } = read
  const untouched = pages.filter((page) => !isTouched(page, read.rows))
  read.rows.push(...narrated(saidOn(untouched)))
  const own = fromLines(pages, read.followUps)
  if (own.length >= read.rows.length * 0.9 && soundness(own) > soundness(read.rows)) read.rows = own
  const told = untouched.length < pages.length ? narrated(saidOn(withoutFollowUps(pages, read))) : []
  if (worth(told) > worth(read.rows) * 1.05) read.rows = told
}

/** What stands before the tests without a heading between them is none of them. */
function fromFirstTest(pages: PageText[]): PageText[] {
  const first = pages.findIndex(
    (page) =>
      !page.readable ||
      saidOn([page]).some(({ text }) =>
        text.split(AFTER_LABEL).some((part) => saysTest(part) || saysFinding(part)),
      ),
  )
  const begins = pages[first - 1]?.lines.some(
    ({ text }) => /^\S*[A-Z]\S*\d/.test(text) && startOf(plain(text)),
  )
  return first > 0 ? pages.slice(begins ? first - 1 : first) : pages
}

/** On the last page of the tests the next section may begin. */
function beforeOther(page: PageText, at: number, all: PageText[]): PageText {
  if (at < all.length - 1) return page
  const title = page.lines.find(
    (line) =>
      !line.running &&
      (isNumbered(line.text) || line.bold) &&
      (sectionTitled(line.text) === 'other' || RESPONSES_TITLE.test(plain(line.text))) &&
      !page.lines.some((one) => one !== line && Math.abs(one.y - line.y) < SAME_BASELINE),
  )
  return title ? { ...page, lines: page.lines.filter((line) => line.running || line.y < title.y) } : page
}

/** What follows close below was taken into the table. */
function upToOther(table: Table): { table: Table; rest: Table | null } {
  const end = table.rows.findIndex(({ cells }) => isOtherTitle(cells.filter(Boolean)))
  if (end < 0) return { table, rest: null }
  const [rows, others] = [table.rows.slice(0, end), table.rows.slice(end + 1)]
  const rest = { ...table, columns: table.columns.map(() => ''), rows: others }
  return {
    table: { ...table, rows, lastPage: rows.at(-1)?.page ?? table.firstPage },
    rest: others[0] ? { ...rest, firstPage: others[0].page } : null,
  }
}

function isOtherTitle(cells: string[]): boolean {
  const [only, ...others] = cells
  if (!others.length && only && only.length < 110 && RESPONSES_TITLE.test(plain(only))) return true
  return cells.some((cell) => sectionTitled(cell) === 'other' && (isNumbered(cell) || !others.length))
}

/** Exceptions may be told behind the tests. */
function explaining(doc: Doc, outline: Outline, pages: PageText[]): PageText[] {
  return [...pages, ...outline.pagesOf('other')]
}

function withoutFollowUps(pages: PageText[], { followUps }: TestsRead): PageText[] {
  const skipped = new Set(followUps.flatMap((table) => [table.firstPage, table.lastPage]))
  return pages.filter((page) => !skipped.has(page.number))
}

/** How much of what the pages say about results is in the rows, one row for each result, each with its control. */
function worth(rows: TestRow[]): number {
  return rows.reduce((sum, row) => {
    if (row.merged || isVague(row)) return sum
    return sum + Math.min(1, Math.max(0.5, countFindings(row.result))) + (row.control ? 0.5 : 0)
  }, 0)
}

function fromTables(doc: Doc, pages: PageText[]): TestsRead {
  const numbers = new Set(pages.map((page) => page.number))
  const read: TestsRead = { pages, rows: [], used: new Set(), followUps: [], rests: [] }
  let last: Layout | null = null
  for (const whole of doc.tables) {
    if (!numbers.has(whole.firstPage)) continue
    const { table, rest } = upToOther(whole)
    if (rest) read.rests.push(rest)
    if (isFollowUp(table, doc)) {
      read.followUps.push(whole)
      continue
    }
    const known: { layout: Layout; body: Row[] } | null = runsOn(table, last) ?? layoutIn(table)
    if (!known || !isTests(known.layout) || isResponseTable(table)) continue
    last = known.layout
    const rows = rowsOf(table, known.layout, known.body, before(read.rows, table))
    read.rows.push(...rows)
    if (!known.layout.roles.some((role) => role === 'ref' || role === 'control')) nameByTitles(rows, pages)
    read.used.add(whole)
  }
  return read
}

/** Of a small table for each control the title says which it is: "Control CC6.1/4". It may end the page before. */
function nameByTitles(rows: TestRow[], pages: PageText[]): void {
  const placed = rows.filter(({ y }) => y > 0)
  for (const [at, row] of placed.entries()) {
    const last = placed[at - 1]
    const before = (last?.page === row.page ? [] : linesBelow(pages, row.page - 1, last)).slice(
      -LINES_OF_TITLE,
    )
    const lines = [...before, ...linesBelow(pages, row.page, last).filter(({ y }) => y < row.y)]
    const title = lines.findLast(({ text }) => startOf(plain(text)))
    const start = title && startOf(plain(title.text))
    row.control = start ? start.ref : (last?.control ?? row.control)
    if (start) row.activity = [start.rest, lines[lines.indexOf(title) + 1]?.text ?? ''].join(' ').trim()
  }
}

/** The lines of a page below a row that stands on it. */
function linesBelow(pages: PageText[], number: number, row: TestRow | undefined): Line[] {
  const lines = pages.find((page) => page.number === number)?.lines ?? []
  return lines.filter(({ running, y }) => !running && (row?.page !== number || y > row.y))
}

/** A second way to the same rows, for pages on which the tables came out badly. */
function fromLines(pages: PageText[], followUps: Table[]): TestRow[] {
  const skipped = new Set(followUps.flatMap((table) => [table.firstPage, table.lastPage]))
  const table = tableFromLines(pages.filter((page) => !skipped.has(page.number)))
  const known = table && layoutIn(table)
  return table && known && isTests(known.layout) ? rowsOf(table, known.layout, known.body) : []
}

/** How many rows name a control and a result that can be told, less those that are in doubt. */
function soundness(rows: TestRow[]): number {
  const clear = rows.filter((row) => row.control && !row.merged && !isVague(row))
  const apart = rows.some((row) => row.response) ? 0.5 : 0
  return clear.length + apart - 2 * rows.filter((row) => row.merged || isVague(row)).length
}

function isVague(row: TestRow): boolean {
  return row.outcome === 'ambiguous' || row.outcome === 'info' || row.outcome === 'header'
}

function isTouched(page: PageText, rows: TestRow[]): boolean {
  return rows.some((row) => page.number >= row.page && page.number <= row.lastPage)
}

/** The row that a table may go on with: the last one, when it ends on this page or the one before. */
function before(rows: TestRow[], table: Table): TestRow | undefined {
  const last = rows.at(-1)
  return last && table.firstPage - last.lastPage <= 1 ? last : undefined
}

function isTests({ roles }: Layout): boolean {
  return (
    roles.includes('result') && (roles.includes('test') || roles.includes('control') || roles.includes('ref'))
  )
}

/** A table that begins without headings goes on with those of the table before, when it has as many columns. */
function runsOn(table: Table, last: Layout | null): { layout: Layout; body: Row[] } | null {
  if (!last || table.columns.length !== last.roles.length || isHeadingRow(table.columns)) return null
  if (table.rows.slice(0, 4).some((row) => isHeadingRow(row.cells))) return null
  const body = bodyOf(table)
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
