import type { Row, Table } from '../../pages'
import { criteriaIn, startsWithCriterion } from '../criteria'
import { isHeadingRow, isReference, type Layout, layoutOf, type Role } from './columns'
import { classify, type Outcome } from './results'
import { plain } from './wording'

/** One test of one control with its result. */
export interface TestRow {
  control: string | null
  criteria: string[]
  activity: string
  test: string
  result: string
  response: string
  /** Heading of the column of results. */
  heading: string
  outcome: Outcome
  /** Page where the result begins, and where the response does. */
  page: number
  responsePage: number
  lastPage: number
}

const CONTINUED = /[\s(-]*\b(?:cont(?:inued|'?d|\.)?)\b[\s).]*$/i
const LEADING_REF =
  /^(?:control )?((?:[A-Z]{1,6}[-_.]?(?:[A-Z]{1,5}[-_.]?)?\d{1,3}(?:[.\-_]\d{1,3}){0,4}[a-z]?)|\d{1,2}(?:\.\d{1,3}){1,3})\s*[:.)–—-]?\s+(?=[A-Z("])/

/** Rows of one table under a known layout; `group` carries criteria from a heading row or a merged cell to the rows below. */
export function rowsOf(table: Table, layout: Layout, body: Row[]): TestRow[] {
  const rows: TestRow[] = []
  let group: string[] = criteriaIn(table.columns.filter((heading) => startsWithCriterion(heading)).join(' '))
  for (const row of body) {
    const cells = row.cells.map((cell) => cell.trim())
    if (isHeadingRow(cells) || cells.every((cell) => !cell)) continue
    const last = rows.at(-1)
    const only = onlyCell(cells)
    if (only !== null && isGroupHeading(only, cells, layout)) group = criteriaIn(only)
    else if (last && belongsToLast(last, cells, layout, row.page)) append(last, cells, layout, row.page)
    else {
      const own = criteriaIn(textOf(cells, layout, 'criteria'))
      if (own.length) group = own
      rows.push(newRow(cells, layout, row.page, group, last))
    }
  }
  for (const row of rows) row.outcome = classify(row.result.slice(0, 4000), row.heading)
  return rows.filter((row) => row.result || row.test)
}

export function textOf(cells: string[], layout: Layout, role: Role): string {
  return layout.roles.flatMap((one, at) => (one === role && cells[at] ? [cells[at]] : [])).join(' ')
}

/** The reference of a control, from its own column or from the start of its description. */
export function referenceIn(ref: string, activity: string): string | null {
  const clean = plain(ref)
    .replace(CONTINUED, '')
    .replace(/[:.]$/, '')
    .replace(/^control(?: #| no\.?)?\s+/i, '')
  if (clean && clean.length <= 40) return clean
  const match = LEADING_REF.exec(plain(activity))
  return match ? match[1]! : null
}

function newRow(
  cells: string[],
  layout: Layout,
  page: number,
  group: string[],
  last: TestRow | undefined,
): TestRow {
  const ref = textOf(cells, layout, 'ref')
  const activity = textOf(cells, layout, 'control')
  const same = !ref && !activity && last
  const named = criteriaIn(`${activity} ${layout.roles.includes('ref') ? ref : ''}`)
  return {
    control: same ? last.control : referenceIn(ref, activity),
    criteria: same ? last.criteria : [...new Set([...(ownCriteria(cells, layout) ?? group), ...named])],
    activity: same ? last.activity : activity,
    test: textOf(cells, layout, 'test'),
    result: textOf(cells, layout, 'result'),
    response: textOf(cells, layout, 'response'),
    heading: layout.headings[layout.roles.indexOf('result')] ?? '',
    outcome: 'ambiguous',
    page,
    responsePage: page,
    lastPage: page,
  }
}

function ownCriteria(cells: string[], layout: Layout): string[] | null {
  const own = criteriaIn(textOf(cells, layout, 'criteria'))
  return own.length ? own : null
}

function onlyCell(cells: string[]): string | null {
  const filled = cells.filter(Boolean)
  return filled.length === 1 ? filled[0]! : null
}

function isGroupHeading(text: string, cells: string[], layout: Layout): boolean {
  if (!criteriaIn(text).length) return false
  const role = layout.roles[cells.indexOf(text)]
  return (
    startsWithCriterion(text) &&
    (role === 'criteria' || role === 'ref' || role === 'control' || role === 'other' || cells[0] === text)
  )
}

/** A row whose cells run on from the row above: over a page break, or set apart without a reference of its own. */
function belongsToLast(last: TestRow, cells: string[], layout: Layout, page: number): boolean {
  const ref = plain(textOf(cells, layout, 'ref'))
  const activity = textOf(cells, layout, 'control')
  const test = textOf(cells, layout, 'test')
  const result = textOf(cells, layout, 'result')
  if (CONTINUED.test(ref) && (!last.control || ref.replace(CONTINUED, '').startsWith(last.control)))
    return true
  if (ref && (ref !== last.control || (result && last.result))) return false
  if (isDetail(result) || isDetail(activity) || isDetail(test)) return true
  if (!activity)
    return !last.result || !test || !result || (page > last.lastPage && isOpen(last, test, result))
  if (ref || ownCriteria(cells, layout)) return false
  if (!last.result && !result) return true
  return page > last.lastPage
    ? isOpen(last, activity, result)
    : /^[a-z,;(]/.test(activity) && !/^[A-Z]/.test(result)
}

function isOpen(last: TestRow, text: string, result: string): boolean {
  if (!last.result) return true
  if (/^[a-z,;(]/.test(text) || /^[a-z,;(]/.test(result)) return true
  return !result && !/[.!?:)]$/.test(last.activity)
}

function isDetail(text: string): boolean {
  return /^(?:exception|deviation) (?:details?|description)\b|^management'?s? (?:response|comment)/i.test(
    plain(text),
  )
}

function append(last: TestRow, cells: string[], layout: Layout, page: number): void {
  cells.forEach((cell, at) => {
    if (!cell) return
    if (isDetail(cell)) return appendDetail(last, cell, page)
    const role = layout.roles[at]
    if (role === 'control') last.activity = join(last.activity, cell)
    else if (role === 'test') last.test = join(last.test, cell)
    else if (role === 'result') appendResult(last, cell, page)
    else if (role === 'response') appendResponse(last, cell, page)
    else if (role === 'ref' && !isReference(last.control ?? '')) last.control ??= referenceIn(cell, '')
  })
  last.lastPage = page
}

function appendDetail(last: TestRow, text: string, page: number): void {
  if (/^management/i.test(text)) appendResponse(last, text, page)
  else appendResult(last, text, page)
}

function appendResult(last: TestRow, text: string, page: number): void {
  if (!last.result) last.page = page
  last.result = join(last.result, text)
}

function appendResponse(last: TestRow, text: string, page: number): void {
  if (!last.response) last.responsePage = page
  last.response = join(last.response, text)
}

function join(first: string, second: string): string {
  return first ? `${first} ${second}` : second
}

/** The layout of a table by its headings, wherever these stand among its first rows. */
export function layoutIn(table: Table): { layout: Layout; body: Row[] } | null {
  const candidates = [table.columns, ...table.rows.slice(0, 4).map((row) => row.cells)]
  const at = candidates.findIndex((cells) => isHeadingRow(cells))
  if (at < 0) return null
  const body = table.rows.slice(at)
  return {
    layout: layoutOf(
      candidates[at]!,
      body.map((row) => row.cells),
    ),
    body,
  }
}
