import type { Line, PageText } from '../../pages'
import type { TestsRead } from './reading'
import { plain } from './wording'

const RESULT_WORDS =
  /\b(?:no (?:relevant )?(?:exceptions?|deviations?|findings?|issues?)(?: or (?:exceptions?|deviations?))?(?: (?:was|were))? (?:noted|identified|found)|without exceptions?|(?<!no )(?<!no relevant )(?:exceptions?|deviations?)(?: (?:was|were))? (?:noted|identified))\b/gi

export interface Coverage {
  /** Share of the result phrases on the pages of the tests that the rows account for, 0 to 1. */
  share: number
  /** Rows whose result could not be told. */
  unclear: number
  unreadable: PageText[]
  ocr: boolean
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
    share: onPages ? Math.min(1, inRows / onPages) : 1,
    unclear: rows.filter((row) => row.merged || ['ambiguous', 'info', 'header'].includes(row.outcome)).length,
    unreadable: pages.filter((page) => !page.readable),
    ocr: rows.some((row) => pages.some((page) => page.source === 'ocr' && page.number === row.page)),
  }
}

/** "Deviations noted" over a column says nothing of any control. */
function isHeading(line: Line): boolean {
  return line.bold && /^(?:exceptions?|deviations?|findings?) (?:noted|identified)$/i.test(plain(line.text))
}

export function countFindings(text: string): number {
  return plain(text).match(RESULT_WORDS)?.length ?? 0
}
