import type { PageText } from '../../pages'
import { criteriaIn, startsWithCriterion } from '../criteria'
import { plain } from './wording'
import type { TestRow } from './rows'

interface Group {
  page: number
  y: number
  criteria: string[]
}

/** Headings between tables that name the criteria of what follows. */
export function groupsOn(pages: PageText[]): Group[] {
  return pages.flatMap((page) =>
    page.lines
      .filter((line) => !line.running && startsWithCriterion(plain(line.text)))
      .map((line) => ({ page: page.number, y: line.y, criteria: criteriaIn(plain(line.text).slice(0, 30)) })),
  )
}

/** A row that names no criteria belongs to the last heading above it. */
export function underGroups(rows: TestRow[], groups: Group[]): void {
  for (const row of rows) {
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
