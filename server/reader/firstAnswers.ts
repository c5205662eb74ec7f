import { makeOutline } from './outline'
import type { ReportOutline } from './outline'
import type { Doc, PageText } from './pages'
import { nothing } from './pages'
import type { Reading, ReportFields, Warning } from './reading'

/** So far into a file the auditor's report is looked for before the rest is read in any order. */
const LATEST_REPORT = 30
const PAGES_A_ROUND = 4
/** What is seen in images is never surer than a little more. */
const SURE = 0.7
/** Kinds that show in their first pages; others are named only when all is read. */
const EARLY_KINDS: (string | null)[] = ['soc2', 'soc1', 'soc3']

/** What the auditor's report says by itself. */
const OF_REPORT = [
  'reportType',
  'asOf',
  'periodStart',
  'periodEnd',
  'reportDate',
  'serviceOrganization',
  'serviceAuditor',
  'systems',
  'categories',
  'opinion',
  'affectedCriteria',
] as const
/** What the description adds. */
const OF_DESCRIPTION = ['subserviceOrganizations', 'cuecs'] as const
const AT_THE_END = ['controlsTested', 'exceptions', 'notOperated', 'phi', 'frameworks'] as const

/** For readOpenPages: while page images are read, tells what they say as soon as a part is whole, and which pages the next part needs. */
export function inRounds(
  answersOf: (doc: Doc, outline: ReportOutline) => Promise<Reading>,
  onFirstAnswers: (reading: Reading) => void,
) {
  let told = ''
  return async (doc: Doc, waiting: Set<number>): Promise<number[]> => {
    const outline = makeOutline(doc)
    const whole = wholeParts(outline, waiting)
    const parts = [whole.report && 'report', whole.description && 'description'].filter(Boolean).join()
    if (whole.report && parts !== told) {
      const reading = await answersOf(doc, outline)
      if (EARLY_KINDS.includes(reading.document.value) && reading.document.confidence >= SURE) {
        told = parts
        onFirstAnswers(asFarAsRead(reading, whole.description, waiting.size))
      }
    }
    return wantedNext(outline, whole, waiting)
  }
}

interface Whole {
  report: boolean
  description: boolean
}

/** A part is whole when all its pages are read, and those behind it up to the next part. */
function wholeParts(outline: ReportOutline, waiting: Set<number>): Whole {
  const endOf = (pages: PageText[]) => pages.at(-1)?.number ?? Infinity
  const isRead = (last: number) => last < Infinity && ![...waiting].some((number) => number <= last)
  const opines = outline.flowOf('auditor').text !== ''
  const tests = outline.pagesOf('tests')[0]?.number ?? Infinity
  const described = outline.pagesOf('description')
  return {
    report: opines && isRead(endOf(outline.pagesOf('auditor')) + 1),
    description: described.length > 0 && tests > endOf(described) && isRead(tests),
  }
}

function wantedNext(outline: ReportOutline, whole: Whole, waiting: Set<number>): number[] {
  const inOrder = [...waiting].sort((one, other) => one - other)
  if (whole.description) return []
  if (whole.report) return inOrder.slice(0, 2 * PAGES_A_ROUND)
  const listed = outline.listed.find(({ section }) => section === 'auditor')?.printedPage
  const likely = inOrder.filter((number) => number >= Number(listed ?? 1))
  const next = (likely.length > 0 ? likely : inOrder).slice(0, PAGES_A_ROUND)
  return next[0]! <= LATEST_REPORT ? next : []
}

/** Nothing is said of what may stand on a page that is still to be read. */
function asFarAsRead(reading: Reading, isDescribed: boolean, waiting: number): Reading {
  const { pages } = reading.file
  const message = `${waiting} of ${pages} pages are still being read: what stands on them is not among these answers yet.`
  const first: Reading = {
    ...reading,
    warnings: [...embedded(reading.warnings), { code: 'pages-waiting', message, evidence: [] }],
  }
  for (const name of OF_REPORT) keep(first, name, reading[name].value !== null)
  for (const name of OF_DESCRIPTION) keep(first, name, isDescribed && (reading[name].value?.length ?? 0) > 0)
  for (const name of AT_THE_END) keep(first, name, false)
  if (!reading.draft.value) first.draft = nothing('unreadable')
  return { ...first, complete: nothing('unreadable') }
}

function keep<Name extends keyof ReportFields>(reading: Reading, name: Name, isKnown: boolean) {
  if (!isKnown && reading[name].status !== 'not-applicable')
    Object.assign(reading, { [name]: nothing('unreadable') })
}

function embedded(warnings: Warning[]): Warning[] {
  return warnings.filter(({ code }) => code === 'files-inside')
}
