import type { Line, PageText, Row, Table } from '../../pages'
import { criteriaIn, startsWithCriterion } from '../criteria'
import { isReference, type Role, roleOf } from './columns'
import { untorn } from './references'
import { plain } from './wording'

import type { TestRow } from './rows'

const SAME_BASELINE = 3

interface Group {
  page: number
  y: number
  criteria: string[]
}

/** Headings between tables that name the criteria of what follows. */
export function groupsOn(pages: PageText[]): Group[] {
  return pages.flatMap((page) =>
    page.lines
      .filter((line) => !line.running && startsWithCriterion(plain(line.text)) && standsAlone(line, page))
      .map((line) => ({ page: page.number, y: line.y, criteria: criteriaIn(plain(line.text).slice(0, 30)) })),
  )
}

/** What stands among the cells of a row is no heading. */
function standsAlone(line: Line, page: PageText): boolean {
  const beside = page.lines.filter((one) => one !== line && Math.abs(one.y - line.y) < SAME_BASELINE)
  return line.text.length > 25 || !beside.some((one) => one.x < line.x - 40 || /[a-z]{3}/.test(one.text))
}

/** Criteria from a table that lists each control with those it serves, before the tests of them. */
export function listedCriteria(tables: Table[], controls: Set<string>): Map<string, string[]> {
  const listed = listedByCriterion(tables, controls)
  for (const { columns, rows } of tables) {
    const roles = columns.map(roleOf)
    const [ref, criteria] = [columnOfReferences(roles, rows), roles.indexOf('criteria')]
    if (ref < 0 || criteria < 0 || roles.includes('result')) continue
    for (const { cells } of rows) {
      const own = criteriaIn(plain(cells[criteria] ?? ''))
      if (own.length) listed.set(untorn(plain(cells[ref] ?? '')), own)
    }
  }
  return listed
}

/** The other way round: a criterion with the controls that serve it, "CC9.2 | CA-72, CA-73, CA-74". */
function listedByCriterion(tables: Table[], controls: Set<string>): Map<string, string[]> {
  const listed = new Map<string, string[]>()
  for (const { columns, rows } of tables) {
    if (columns.map(roleOf).includes('result')) continue
    let criteria: string[] = []
    for (const { cells } of rows) {
      const texts = cells.map(plain)
      const own = texts.find((text) => startsWithCriterion(text))
      if (own) criteria = criteriaIn(own.slice(0, 40))
      const named = texts.filter((text) => text !== own).flatMap((text) => listIn(text, controls))
      for (const ref of named) listed.set(ref, [...new Set([...(listed.get(ref) ?? []), ...criteria])])
    }
  }
  return listed
}

/** The controls that a cell lists, when it holds nothing else. */
function listIn(text: string, controls: Set<string>): string[] {
  const refs = text
    .replace(/(?<=[-_.]) (?=\d)/g, '')
    .split(/\s*[,;]\s*|\s+(?:and\s+)?/)
    .filter(Boolean)
  return refs.every((ref) => controls.has(ref)) ? refs : []
}

function columnOfReferences(roles: Role[], rows: Row[]): number {
  return roles.findIndex(
    (role, at) =>
      (role === 'ref' || role === 'control') &&
      rows.filter(({ cells }) => isReference(untorn(plain(cells[at] ?? '')))).length > rows.length / 2,
  )
}

/** A row that names no criteria belongs to the last heading above it. */
export function underGroups(rows: TestRow[], groups: Group[], listed: Map<string, string[]>): void {
  for (const row of rows) {
    const own = listed.get(row.control ?? '')
    if (own) row.criteria = own
    if (row.criteria.length) continue
    const above = groups.findLast(
      (group) => group.page < row.page || (group.page === row.page && group.y <= row.y + 4),
    )
    if (above) row.criteria = above.criteria
  }
}

/** "… reviewed quarterly. (CC6.2, CC6.3)": the control says itself what it serves. */
export function endsInCriteria(activity: string): boolean {
  const brackets = /\(([^()]{5,60})\)[.;]?$/.exec(plain(activity))?.[1] ?? ''
  return startsWithCriterion(brackets)
}
