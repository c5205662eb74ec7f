import type { Line, PageText } from '../../pages'
import { criteriaIn, startsWithCriterion } from '../criteria'
import type { TestsRead } from './reading'
import { startOf } from './heads'
import { plain } from './wording'

const RESULT_WORDS =
  /\b(?:no (?:relevant )?(?:exceptions?|deviations?|findings?|issues?)(?: or (?:exceptions?|deviations?))?(?: (?:was|were))? (?:noted|identified|found)|without exceptions?|(?<!no )(?<!no relevant )(?:exceptions?|deviations?)(?: (?:was|were))? (?:noted|identified))\b/gi

/** Some may be listed as not in scope. */
const MOST_MISSING = 0.08

export interface Coverage {
  /** Share of the result phrases on the pages of the tests that the rows account for, 0 to 1. */
  share: number
  /** Rows whose result could not be told. */
  unclear: number
  unreadable: PageText[]
  ocr: boolean
  /** Criteria and controls that begin a line on the pages of the tests, but have no row. */
  missing: string[]
}

export function coverageOf({ pages, rows, followUps }: TestsRead): Coverage {
  const onPages = pages.reduce(
    (sum, page) =>
      sum +
      countFindings(
        page.lines
          .filter((line) => !line.running && !isHeading(line))
          .map((line) => line.text)
          .join(' '),
      ),
    0,
  )
  const earlier = followUps.flatMap((table) => table.rows.flatMap((row) => row.cells))
  const said = [...rows.map((row) => row.result), ...earlier]
  const inRows = said.reduce((sum, text) => sum + countFindings(text), 0)
  return {
    missing: [...missingCriteria(pages, rows), ...missingControls(pages, rows)],
    share: onPages ? Math.min(1, inRows / onPages) : 1,
    unclear: rows.filter((row) => row.merged || ['ambiguous', 'info', 'header'].includes(row.outcome)).length,
    unreadable: pages.filter((page) => !page.readable),
    ocr: rows.some((row) => pages.some((page) => page.source === 'ocr' && page.number === row.page)),
  }
}

/** References of the kind that the rows have, at the beginning of a line, without a row of their own. */
function missingControls(pages: PageText[], rows: TestsRead['rows']): string[] {
  const read = new Set(rows.flatMap(({ control }) => control ?? []))
  const shapes = new Map<string, number>()
  for (const control of read) shapes.set(shapeOf(control), (shapes.get(shapeOf(control)) ?? 0) + 1)
  const usual = new Set([...shapes].filter(([, count]) => count > read.size * 0.2).map(([shape]) => shape))
  const seen = pages.flatMap((page) =>
    page.lines.flatMap((line) => (line.running ? [] : (startOf(plain(line.text))?.ref ?? []))),
  )
  const missing = [...new Set(seen)].filter((ref) => usual.has(shapeOf(ref)) && !read.has(ref))
  return missing.length > Math.max(1, read.size * MOST_MISSING) ? missing : []
}

function shapeOf(ref: string): string {
  return ref.replace(/[A-Z]+/gi, 'A').replace(/\d+/g, '9')
}

function missingCriteria(pages: PageText[], rows: TestsRead['rows']): string[] {
  const named = pages.flatMap((page) =>
    page.lines
      .filter((line) => !line.running && startsWithCriterion(plain(line.text)))
      .flatMap((line) => criteriaIn(plain(line.text).slice(0, 14)).slice(0, 1)),
  )
  const read = new Set(rows.flatMap((row) => row.criteria))
  const missing = [...new Set(named)].filter((one) => !read.has(one))
  return read.size > 0 && missing.length > 1 && missing.length > read.size * MOST_MISSING ? missing : []
}

/** "Deviations noted" over a column says nothing of any control. */
function isHeading(line: Line): boolean {
  return line.bold && /^(?:exceptions?|deviations?|findings?) (?:noted|identified)$/i.test(plain(line.text))
}

export function countFindings(text: string): number {
  return plain(text).match(RESULT_WORDS)?.length ?? 0
}
