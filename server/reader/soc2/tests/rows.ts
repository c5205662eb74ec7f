import type { Row, Table } from '../../pages'
import { criteriaIn, startsWithCriterion } from '../criteria'
import { append, belongsToLast } from './continued'
import { isHeadingRow, isReference, type Layout, layoutOf, type Role } from './columns'
import { endsInCriteria } from './groups'
import { headOf, referencesInside } from './heads'
import { classify, type Outcome } from './results'
import { bare, plain } from './wording'

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
  /** How far down its page the row begins. */
  y: number
  responsePage: number
  /** The cells of several controls ran together, so that nobody can tell whose result this is. */
  merged: boolean
  lastPage: number
}

/** "exceptions noted." without a capital is the end of a "No exceptions noted." whose first word stands elsewhere. */
const LOST_START =
  /(?:^|[.;] )(?:(?:relevant )?(?:exceptions?|deviations?|findings?)(?: were| was)? (?:noted|identified)|noted)\b/

/** Rows of one table under a known layout; `group` carries criteria from a heading row or a merged cell to the rows below. */
export function rowsOf(table: Table, layout: Layout, body: Row[], before?: TestRow): TestRow[] {
  const rows: TestRow[] = []
  let group: string[] = criteriaIn(table.columns.filter((heading) => startsWithCriterion(heading)).join(' '))
  for (const row of body) {
    const cells = row.cells.map((cell) => cell.trim())
    if (isHeadingRow(cells) || cells.every((cell) => !cell) || repeatsHeadings(cells, layout)) continue
    const last = rows.at(-1) ?? before
    const only = onlyCell(cells)
    if (only !== null && isTitle(only, cells, layout)) continue
    if (only !== null && isGroupHeading(only, cells, layout)) group = criteriaIn(only)
    else if (last && belongsToLast(last, cells, layout, row.page)) append(last, cells, layout, row.page)
    else {
      const own = criteriaIn(textOf(cells, layout, 'criteria'))
      if (own.length) group = own
      rows.push({ ...newRow(cells, layout, row.page, group, last), y: row.y })
    }
  }
  const named = controlInHeadings(table.columns)
  if (named) for (const row of rows) row.control ??= named
  for (const row of before ? [before, ...rows] : rows) row.outcome = outcomeOf(row)
  return rows.filter((row) => row.result || row.test)
}

/** What is left of the headings when a page begins with them again. */
function repeatsHeadings(cells: string[], { headings }: Layout): boolean {
  return cells.every(
    (cell, at) =>
      !cell || (cell.length > 3 && bare(headings[at] ?? '').startsWith(bare(cell)) && /[A-Za-z]/.test(cell)),
  )
}

/** Words alone where references stand: a title between rows, or a footer between two pages. */
function isTitle(only: string, cells: string[], layout: Layout): boolean {
  if (layout.roles[cells.indexOf(only)] !== 'ref' || startsWithCriterion(only)) return false
  if (/[:.;]/.test(only) || classify(only) !== 'ambiguous') return false
  return only.split(' ').length > 3 && !headOf('', only, '', true).control
}

/** A table for each control may name it in its heading: "Control AC-1 | Test | Result". */
function controlInHeadings(columns: string[]): string | null {
  const named = columns.flatMap(
    (heading) =>
      /^(?:control|ref(?:erence)?)(?: (?:no\.?|#|id|number))?\s*[:#]?\s*(\S*\d\S*)$/i.exec(
        plain(heading),
      )?.[1] ?? [],
  )
  return named.length === 1 && isReference(named[0]!) ? named[0]! : null
}

/** Cells of several rows that ran together, or a cell whose beginning got lost, say nothing for sure. */
export function outcomeOf(row: TestRow): Outcome {
  if (row.result.length > 3000 || referencesInside(row.result) > 1 || LOST_START.test(row.result))
    return 'ambiguous'
  return classify(row.result, row.heading)
}

export function textOf(cells: string[], layout: Layout, role: Role): string {
  return layout.roles.flatMap((one, at) => (one === role && cells[at] ? [cells[at]] : [])).join(' ')
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
  const head = headOf(textOf(cells, layout, 'criteria'), ref, activity, layout.roles.includes('criteria'))
  const same = !ref && !activity && !head.control && last
  const merged = referencesInside(`${ref} ${activity}`) > 1
  const own = ownCriteria(cells, layout) ?? (endsInCriteria(activity) ? [] : group)
  const criteria = [...new Set([...own, ...head.criteria])]
  return {
    control: same ? last.control : merged ? null : head.control,
    merged,
    criteria: same ? last.criteria : criteria,
    activity: same ? last.activity : head.activity,
    test: textOf(cells, layout, 'test'),
    result: textOf(cells, layout, 'result'),
    response: textOf(cells, layout, 'response'),
    heading: layout.headings[layout.roles.indexOf('result')] ?? '',
    outcome: 'ambiguous',
    page,
    y: 0,
    responsePage: page,
    lastPage: page,
  }
}

export function ownCriteria(cells: string[], layout: Layout): string[] | null {
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

/** The layout of a table by its headings, wherever these stand among its first rows. */
export function layoutIn(table: Table): { layout: Layout; body: Row[] } | null {
  const candidates = [table.columns, ...table.rows.slice(0, 4).map((row) => row.cells)]
  const at = candidates.findIndex((cells) => isHeadingRow(cells))
  const body = at < 0 ? bodyOf(table) : table.rows.slice(at)
  const headings = at < 0 ? table.columns.map(() => '') : candidates[at]!
  const layout = layoutOf(
    headings,
    body.map((row) => row.cells),
  )
  return at >= 0 || layout.roles.includes('result') ? { layout, body } : null
}

/** All rows of a table without headings: what was taken for headings is a row as well. */
export function bodyOf(table: Table): Row[] {
  if (table.columns.every((cell) => !cell.trim())) return table.rows
  const first: Row = { cells: table.columns, page: table.firstPage, x: 0, y: 0, width: 0, height: 0 }
  return [first, ...table.rows]
}
