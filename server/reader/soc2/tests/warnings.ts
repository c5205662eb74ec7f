import type { Doc, Outline } from '../../pages'
import type { TestException, Warning } from '../../reading'
import type { Coverage } from './coverage'
import { evidenceOn, firstEvidence } from './evidence'
import { sameReference } from './exceptions'
import type { TestsRead } from './reading'
import type { Response } from './responses'

/** What a person should look at in the tests. */
export function warningsOf(
  doc: Doc,
  outline: Outline,
  read: TestsRead,
  exceptions: TestException[],
  left: Response[],
  coverage: Coverage,
): Warning[] {
  return [
    ...followUps(doc, outline, read),
    ...unanswered(doc, outline, exceptions, left),
    ...contradictions(doc, outline),
    ...unread(coverage),
  ]
}

function followUps(doc: Doc, outline: Outline, read: TestsRead): Warning[] {
  return read.followUps.slice(0, 1).map((table) => ({
    code: 'E9',
    message:
      'The report also follows up on exceptions of an earlier period. They are not counted for this one.',
    evidence: firstEvidence(doc, outline, table.firstPage, [
      table.columns.join(' '),
      ...(table.rows[0]?.cells ?? []),
    ]),
  }))
}

/** A summary or a response that speaks of an exception which no test shows. */
function unanswered(doc: Doc, outline: Outline, exceptions: TestException[], left: Response[]): Warning[] {
  const strange = left.filter(
    (one) => one.ref && !exceptions.some((exception) => sameReference(exception.control, one.ref)),
  )
  return strange.slice(0, 5).map((one) => ({
    code: 'E10',
    message: `The report answers an exception at ${one.ref}, but no exception was read in the test results for it. Please look at that control yourself.`,
    evidence: firstEvidence(doc, outline, one.page, [one.text, one.about]),
  }))
}

const NO_EXCEPTIONS =
  /\b(?:no|zero) (?:exceptions?|deviations?) (?:(?:was|were) )?(?:noted|identified|found|reported)[^.]{0,80}\b(?:report|examination|audit|period|auditor)/i

function contradictions(doc: Doc, outline: Outline): Warning[] {
  return outline.pagesOf('other').flatMap((page) => {
    const match = NO_EXCEPTIONS.exec(page.text)
    const evidence = match && evidenceOn(doc, outline, page.number, match[0])
    if (!evidence) return []
    const message =
      'The vendor’s own pages at the end speak of no exceptions. Only the auditor’s test results count.'
    return [{ code: 'E11', message, evidence: [evidence] }]
  })
}

function isWhole({ share, unclear, unreadable, missing }: Coverage): boolean {
  return share >= 0.98 && !unclear && !unreadable.length && !missing.length
}

function unread(coverage: Coverage): Warning[] {
  if (isWhole(coverage)) return []
  const count = coverage.unclear
    ? ` ${coverage.unclear} result${coverage.unclear > 1 ? 's' : ''} could not be told.`
    : ''
  const pages = coverage.unreadable.map((page) => page.number).join(', ')
  const missing = pages ? ` Unreadable pages: ${pages}.` : ''
  const lost = coverage.missing.length ? ` No result was read for ${coverage.missing.join(', ')}.` : ''
  const message = `Not every test result could be read with certainty.${count}${lost}${missing} Please look through the test tables.`
  return [{ code: 'tests-partly-read', message, evidence: [] }]
}
