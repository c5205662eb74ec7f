import { contentsPages, entriesOf, type Entry } from './outline/contents'
import { flowOf, type Flow } from './outline/flow'
import { furtherReport, mainPages } from './outline/segments'
import type { Start } from './outline/start'
import { startsOf } from './outline/starts'
import type { Doc, Outline, PageText } from './pages'
import type { Section } from './reading'

export { isAsserting, isTesting } from './outline/fallbacks'
export { OPINES } from './outline/opines'

/** An outline that also gives sections as running text, cut where they begin and end inside a page. */
export interface ReportOutline extends Outline {
  flowOf(section: Section): Flow
  /** Pages of the main document; papers merged into the file are left out. */
  own: PageText[]
  /** The title page of a second report behind the first. */
  further: PageText | null
}

interface Part {
  section: Section
  page: PageText
  from: number
  to: number
}

export function makeOutline(doc: Doc): ReportOutline {
  const own = mainPages(doc.pages)
  const contents = contentsPages(own)
  const body = own.filter((page) => !contents.includes(page) || goesOn(page))
  const starts = startsOf(body, doc.tables)
  const parts = [...partsOf(body, starts), ...contents.map((page) => contentsPart(page, starts))]
  const sectionOf = (number: number) => mainSection(parts.filter(({ page }) => page.number === number))
  const pagesOf = (section: Section) => own.filter((page) => sectionOf(page.number) === section)
  return {
    own,
    further: furtherReport(doc.pages),
    sectionOf,
    pagesOf,
    flowOf: (section) =>
      flowOf(
        section,
        parts.filter((each) => each.section === section),
      ),
    listed: entriesOf(contents).map((entry) => ({ ...entry, present: isPresent(entry, starts) })),
  }
}

function partsOf(body: PageText[], starts: Start[]): Part[] {
  const parts: Part[] = []
  let section: Section = 'unknown'
  body.forEach((page, n) => {
    const here = starts.filter((start) => start.page === page)
    if (section === 'unknown' && isCover(page, n) && here.every((start) => start.offset > 0))
      section = 'cover'
    let from = 0
    for (const start of here) {
      if (start.offset > from) parts.push({ section, page, from, to: start.offset })
      from = start.offset
      section = start.section
    }
    parts.push({ section, page, from, to: page.text.length })
    if (section === 'cover') section = 'unknown'
  })
  return parts
}

function isCover(page: PageText, n: number): boolean {
  return n < 3 && page.text.length < 1800 && !/\bwe (?:have examined|have prepared)\b/i.test(page.text)
}

/** Without page breaks the report begins on the page that ends the contents. */
function goesOn({ text }: PageText): boolean {
  return /\bwe (?:have examined|were engaged to examine)\b/i.test(text)
}

function contentsPart(page: PageText, starts: Start[]): Part {
  const next = goesOn(page) ? starts.find((start) => start.page === page && start.offset > 0) : undefined
  return { section: 'contents', page, from: 0, to: next?.offset ?? (goesOn(page) ? 0 : page.text.length) }
}

function mainSection(parts: Part[]): Section {
  const [longest] = [...parts].sort((a, b) => b.to - b.from - (a.to - a.from))
  return longest?.section ?? 'unknown'
}

function isPresent(entry: Entry, starts: Start[]): boolean {
  return starts.some((start) => start.section === entry.section)
}
