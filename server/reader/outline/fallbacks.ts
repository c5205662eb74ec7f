import type { PageText, Table } from '../pages'
import { OPINES } from './opines'
import { byPlace, type Start } from './start'

const EXAMINED = /\bwe (?:have examined|were engaged to examine)\b/i
const PREPARED =
  /\b(?:we|management(?: of [^.]{2,60})?) (?:have prepared|has prepared|prepared|(?:are|is) responsible for (?:preparing|the preparation of)) (?:the |this |our |its )?(?:accompanying |attached )?(?:[^.]{2,80}(?:'s?|s') )?(?:system )?description\b/i

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?'
const SIGNED_ON = new RegExp(
  `(?:${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?,?|\\b\\d{1,2}(?:st|nd|rd|th)?\\.?\\s+(?:of\\s+)?${MONTH},?)\\s+20\\d\\d\\b|\\b\\d{1,2}[/.]\\d{1,2}[/.]20\\d\\d\\b|\\b20\\d\\d-\\d\\d-\\d\\d\\b`,
  'i',
)
const RESULT =
  /\bno (?:relevant )?(?:exceptions?|deviations?|issues?)(?: (?:was|were))? (?:noted|found|identified)\b|\b(?:exceptions?|deviations?) noted\b|\bwithout exceptions?\b|\bresults?: /i
const DONE =
  /\b(?:inspected|inquired|observed|re-?performed|examined|obtained|selected|tested|read|compared|traced|asked|viewed|reviewed|took|pulled|checked|sampled|saw)\b/gi
const GROUP = /(?:^|\n)[^\n]{0,40}\b(?:CC|A|C|PI|P)[1-9]\.\d/

/** Sections whose headings are missing, or are pictures, by what they say. */
export function withFallbacks(starts: Start[], pages: PageText[], tables: Table[]): Start[] {
  let all = withAuditor(starts, pages)
  all = withAssertion(all, pages)
  all = withTests(all, pages, tables)
  return withDescription(all, pages)
}

function withAuditor(starts: Start[], pages: PageText[]): Start[] {
  if (has(starts, 'auditor')) return starts
  const page = pages.find(({ text }) => EXAMINED.test(text))
  const opinion = page ?? pages.find(({ text }) => /\bin our opinion,/i.test(text))
  if (!opinion) return starts
  const offset =
    page && starts.some((start) => start.page === page) ? Math.max(0, page.text.search(EXAMINED)) : 0
  return added(starts, { section: 'auditor', page: opinion, offset, title: '' })
}

function withAssertion(starts: Start[], pages: PageText[]): Start[] {
  const page = has(starts, 'assertion') ? undefined : pages.find(({ text }) => isAsserting(text))
  if (!page) return starts
  const at = Math.max(0, page.text.search(PREPARED))
  return added(starts, {
    section: 'assertion',
    page,
    offset: at < 400 && !EXAMINED.test(page.text) ? 0 : at,
    title: '',
  })
}

/** The auditor's report speaks of management's preparing too, in the third person. */
export function isAsserting(text: string): boolean {
  if (EXAMINED.test(text) || OPINES.test(text))
    return /\bwe (?:have prepared|confirm|assert)\b/i.test(text) && PREPARED.test(text)
  const states =
    /\bwe (?:confirm|assert|state|declare|have prepared)\b|\b(?:management|board|directors|owners|executives)\b[^\n]{0,120}\b(?:states?|confirms?|asserts?|declares?) that\b|\bbest of (?:our|its|their) knowledge\b/i
  return PREPARED.test(text) || (states.test(text) && /\bsuitably designed\b/i.test(text))
}

function withTests(starts: Start[], pages: PageText[], tables: Table[]): Start[] {
  if (has(starts, 'tests')) return starts
  const first = tables.find(
    ({ columns }) =>
      columns.some((each) => /\btests?\b/i.test(each)) &&
      columns.some((each) => /result|exception|deviation|conclusion/i.test(each)),
  )
  const page = first && pages.find(({ number }) => number === first.firstPage)
  const begun = page ? { page, offset: 0 } : (testingFrom(starts, pages) ?? testedPage(starts, pages))
  return begun ? added(starts, { section: 'tests', ...begun, title: '' }) : starts
}

/** Without heading and table: where results of tests begin to follow each other. */
function testingFrom(starts: Start[], pages: PageText[]): { page: PageText; offset: number } | null {
  const from = Math.max(
    -1,
    ...starts.map((start) => pages.indexOf(start.page) - (start.section === 'description' ? 1 : 0)),
  )
  const page = pages.find((each, n) => n > from && isTesting(each.text) && keepsOn(pages.slice(n + 1, n + 5)))
  if (!page) return null
  const group = page.text.slice(0, page.text.search(RESULT)).search(GROUP)
  return { page, offset: group > 600 ? group + 1 : 0 }
}

function keepsOn(next: PageText[]): boolean {
  return next.filter(({ text }) => isTesting(text)).length * 2 >= next.length
}

/** A page of tests says what was done and found, under criteria or control after control. */
export function isTesting(text: string): boolean {
  const results = text.match(new RegExp(RESULT, 'gi'))?.length ?? 0
  const done = text.match(DONE)?.length ?? 0
  if (results > 1 && (done > 0 || GROUP.test(text))) return true
  const criteria = new Set(text.match(/\b(?:CC|A|C|PI|P)[1-9]\.\d\b/g)).size
  return criteria > 2 && done > 2 && repeats(text)
}

/** The same short answer, or the same label, again and again. */
function repeats(text: string): boolean {
  const counts = new Map<string, number>()
  for (const line of text.split('\n')) {
    const short = /^[^:]{3,40}:/.exec(line)?.[0] ?? (line.length < 60 ? line.trim() : '')
    if (short.length > 1) counts.set(short, (counts.get(short) ?? 0) + 1)
  }
  return Math.max(0, ...counts.values()) > 2
}

const TEST_STEP =
  /(?:^|[.:;)•\n] ?)(?:(?:For|From) (?:a|an|the|each) [^.]{3,90}, |We |The (?:service )?auditors? )?(?:inspected|inquired|observed|re-?performed|examined|compared|selected)\b/gi
const FINDING =
  /\b(?:no|without) (?:relevant )?(?:exceptions?|deviations?|findings?)\b|\b(?:exceptions?|deviations?) (?:(?:was|were) )?(?:noted|identified|found)\b|\boperat(?:ed|ing) (?:effectively|as (?:designed|described))|\b(?:pass|fail)(?:ed)?(?=[.\n]|$)/gi

/** The first of several pages after the auditor's report on which test follows test, each with what came of it. */
function testedPage(starts: Start[], pages: PageText[]): { page: PageText; offset: number } | null {
  const opinion = starts.findLast(({ section }) => section === 'auditor' || section === 'assertion')
  const after = opinion ? pages.slice(pages.indexOf(lastOf(pages, opinion)) + 1) : []
  let first = after.findIndex(
    (page, at) => holdsTests(page, 2) && (!after[at + 1] || holdsTests(after[at + 1]!, 1)),
  )
  while (first > 0 && holdsTests(after[first - 1]!, 1)) first--
  const page = after[first]
  return page ? { page, offset: 0 } : null
}

function holdsTests({ text }: PageText, fewest: number): boolean {
  return (text.match(FINDING)?.length ?? 0) >= fewest && (text.match(TEST_STEP)?.length ?? 0) >= fewest
}

/** Between the auditor's report, the assertion and the tests there is the description. */
function withDescription(starts: Start[], pages: PageText[]): Start[] {
  if (has(starts, 'description') || !has(starts, 'auditor')) return starts
  const before = starts.filter(({ section }) => section === 'auditor' || section === 'assertion').at(-1)!
  const opened = lastOf(pages, before)
  const after = pages[pages.indexOf(opened) + 1]
  const tests = starts.find(({ section }) => section === 'tests' || section === 'other')
  if (!after || (tests && tests.page.number <= after.number)) return starts
  return added(starts, { section: 'description', page: after, offset: 0, title: '' })
}

/** The page that ends what began: the one with the signature or the last limb. */
function lastOf(pages: PageText[], start: Start): PageText {
  const near = pages.slice(pages.indexOf(start.page), pages.indexOf(start.page) + 5)
  const ending =
    start.section === 'auditor'
      ? /\bin our opinion\b|\brestricted use\b|\bintended solely\b/i
      : /\bwe confirm\b|\boperated effectively\b|\bsuitably designed\b/i
  const last = near.filter(({ text }) => ending.test(text)).at(-1) ?? start.page
  const next = pages[pages.indexOf(last) + 1]
  return start.section === 'auditor' && next && isClosing(next.text) ? next : last
}

/** What is left of a letter on its last page: a few lines, and the date it was signed on. */
function isClosing(text: string): boolean {
  return text.length < 1600 && SIGNED_ON.test(text.slice(-300)) && !isTesting(text)
}

function has(starts: Start[], section: Start['section']): boolean {
  return starts.some((start) => start.section === section)
}

function added(starts: Start[], start: Start): Start[] {
  return [...starts, start].sort(byPlace)
}
