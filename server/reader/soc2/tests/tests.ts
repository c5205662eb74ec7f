import { field, nothing, type Doc, type Outline, type PageText } from '../../pages'
import type { Evidence, Field, NotOperated, Opinion, ReportType, TestException, Warning } from '../../reading'
import { type Coverage, coverageOf } from './coverage'
import { doubtOf, hasOddName } from './doubts'
import { firstEvidence } from './evidence'
import { answer, exceptionsOf } from './exceptions'
import { type TestsRead, testsIn } from './reading'
import { responsesOf } from './responses'
import type { TestRow } from './rows'
import { warningsOf } from './warnings'
import { bare, plain } from './wording'

export interface Head {
  reportType: Field<ReportType>
  opinion: Field<Opinion>
  affectedCriteria: Field<string[]>
}

export interface TestsAnswer {
  controlsTested: Field<number>
  exceptions: Field<TestException[]>
  notOperated: Field<NotOperated[]>
  warnings: Warning[]
}

const START = 0.92
/** "CC6.2-" alone: a reference went on in the next line of a narrow column. */
const TORN_REFERENCE = /^[A-Z]{1,6}[\d.]*[-_.]$/

/** The tests of controls of a Type 2: how many controls, which failed, which had no occasion to operate. */
export function readTests(doc: Doc, outline: Outline, head: Head): TestsAnswer {
  if (head.reportType.value === 'type-1') return without('not-applicable')
  const read = testsIn(doc, outline)
  if (!read.pages.length) return without('not-in-document')
  if (!read.rows.length) return without(isTestsHere(read.pages) ? 'unreadable' : 'not-in-document')
  const coverage = coverageOf(read)
  const sure = confidenceOf(coverage, read, head)
  const exceptions = exceptionsOf(read.rows)
  const left = answer(exceptions, responsesOf(doc, outline, read))
  const spokenOf = isModified(head.opinion.value) || left.some(({ ref }) => ref)
  return {
    controlsTested: countOf(doc, outline, read.rows, sure),
    exceptions: exceptions.length
      ? exceptionsField(
          doc,
          outline,
          exceptions,
          rounded(sure - doubtOf(doc, outline, exceptions, read.rows)),
        )
      : coverage.unclear
        ? nothing('unreadable')
        : noneField(doc, outline, read, sure, spokenOf ? 0.3 : 0),
    notOperated: notOperatedField(doc, outline, read.rows, sure),
    warnings: warningsOf(doc, outline, read, exceptions, left, coverage),
  }
}

function isModified(opinion: Opinion | null): boolean {
  return opinion !== null && opinion !== 'unqualified'
}

function without(status: 'not-applicable' | 'not-in-document' | 'unreadable'): TestsAnswer {
  return {
    controlsTested: nothing(status),
    exceptions: nothing(status),
    notOperated: nothing(status),
    warnings: [],
  }
}

function isTestsHere(pages: PageText[]): boolean {
  return pages.some(
    (page) =>
      !page.readable ||
      /\b(?:exceptions?|deviations?) noted|tests? (?:of controls?|performed)/i.test(page.text),
  )
}

function confidenceOf(coverage: Coverage, read: TestsRead, head: Head): number {
  let sure = START
  if (coverage.share < 0.98) sure -= coverage.share < 0.85 ? 0.4 : 0.15
  if (coverage.unclear) sure -= coverage.unclear / read.rows.length > 0.1 ? 0.4 : 0.15
  if (coverage.unreadable.length) sure -= 0.4
  if (coverage.ocr) sure -= 0.15
  if (head.reportType.value === null) sure -= 0.1
  if (losesNames(read)) sure -= 0.15
  if (coverage.missing.length) sure -= 0.15
  return rounded(Math.max(0.2, sure))
}

function rounded(sure: number): number {
  return Math.round(sure * 100) / 100
}

/** Where most controls have a reference, a failed one without any was read amiss. */
function losesNames({ rows, pages }: TestsRead): boolean {
  const unnamed = rows.some((row) => row.outcome === 'exception' && !row.control)
  if (unnamed && pages.some(({ lines }) => lines.some(({ text }) => TORN_REFERENCE.test(text.trim()))))
    return true
  const named = rows.filter((row) => row.control).length
  return named > rows.length / 2 && unnamed
}

function countOf(doc: Doc, outline: Outline, rows: TestRow[], sure: number): Field<number> {
  const keys = new Set(rows.map(keyOf))
  const first = quotesOf(doc, outline, rows.slice(0, 1))
  // Far fewer controls than groups of rows: either they stand there repeatedly, or they were not told apart.
  const groups = rows.filter((row, at) => at === 0 || keyOf(row) !== keyOf(rows[at - 1]!)).length
  const doubt = keys.size < groups * 0.6 ? 0.3 : 0
  return first.length ? field('inferred', keys.size, sure - doubt, first) : nothing('unreadable')
}

function keyOf(row: TestRow): string {
  if (row.control && !/^(?:CC|PI|A|C|P)\d\.\d$/.test(row.control)) return bare(row.control)
  return `${row.control ?? ''} ${bare(row.activity) || bare(row.test)}`
}

function exceptionsField(
  doc: Doc,
  outline: Outline,
  exceptions: TestException[],
  sure: number,
): Field<TestException[]> {
  const quoted = exceptions.map((told) => {
    const one = { ...told, page: pageOf(doc, told) }
    return {
      one,
      quotes: firstEvidence(doc, outline, one.page, [one.text, one.control ?? ''], one.control ?? ''),
    }
  })
  const kept = quoted.filter(({ quotes }) => quotes.length)
  if (!kept.length) return nothing('unreadable')
  const evidence = kept.flatMap(({ quotes }) => quotes)
  const lost = kept.length < exceptions.length ? 0.15 : 0
  return field(
    'found',
    kept.map(({ one }) => one),
    sure - lost,
    evidence,
  )
}

/** A row that is broken over two pages may have all of its result on the second. */
function pageOf(doc: Doc, { page, text }: TestException): number {
  const start = plain(text).slice(0, 60)
  const holds = (number: number) =>
    doc.pages.some((one) => one.number === number && plain(one.text).includes(start))
  return !holds(page) && holds(page + 1) ? page + 1 : page
}

/** "None" is only said when every result was really read; an opinion or a response that speaks of an exception makes it doubtful. */
function noneField(
  doc: Doc,
  outline: Outline,
  read: TestsRead,
  sure: number,
  doubt: number,
): Field<TestException[]> {
  const passed = read.rows.filter((row) => row.outcome === 'pass')
  if (sure < 0.6 || !passed.length) return nothing('unreadable')
  const evidence = quotesOf(doc, outline, [passed[0]!, passed.at(-1)!])
  return evidence.length
    ? field<TestException[]>('stated-none', [], sure - doubt, evidence)
    : nothing('unreadable')
}

function notOperatedField(doc: Doc, outline: Outline, rows: TestRow[], sure: number): Field<NotOperated[]> {
  const idle = rows.filter((row) => row.outcome === 'not-operated' || row.outcome === 'not-tested')
  const once = idle.filter(
    (row, at) => idle.findIndex((one) => keyOf(one) === keyOf(row) && one.result === row.result) === at,
  )
  if (!once.length) {
    const evidence = quotesOf(doc, outline, rows.slice(0, 1))
    return sure >= 0.6 && evidence.length
      ? field<NotOperated[]>('stated-none', [], sure, evidence)
      : nothing('unreadable')
  }
  const evidence = quotesOf(doc, outline, once)
  const found = once.map((row) => ({ control: row.control, text: row.result, page: row.page }))
  const doubt = found.some(({ control }) => control === null) || hasOddName(found, rows) ? 0.1 : 0
  return evidence.length ? field('found', found, rounded(sure - doubt), evidence) : nothing('unreadable')
}

function quotesOf(doc: Doc, outline: Outline, rows: TestRow[]): Evidence[] {
  return rows.flatMap((row) =>
    firstEvidence(doc, outline, row.page, [row.result, row.test, row.activity], row.control ?? ''),
  )
}
