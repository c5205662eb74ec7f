import type { PageText, Table } from '../pages'
import type { Section } from '../reading'
import { withFallbacks } from './fallbacks'
import { OPINES } from './opines'
import { rowsOf, type TextRow } from './rows'
import { byPlace, type Start } from './start'
import { isNumbered, sectionTitled } from './titles'

const TALLEST_HEADING = 4
const LOOK_AHEAD = 3
/** The end of a signature; no title runs over it. */
const DATE_ALONE =
  /^(?:[A-Z][a-z]+\.? \d{1,2}(?:st|nd|rd|th)?, \d{4}|\d{1,2}\.? [A-Z][a-z]+ \d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{4}-\d\d-\d\d)$/

export function startsOf(pages: PageText[], tables: Table[]): Start[] {
  const hints = runningHints(pages)
  const headings = new Map(pages.map((page) => [page, headingsOn(page)]))
  const numbered = numberedSections([...headings.values()].flat())
  const starts: Start[] = []
  pages.forEach((page, n) => {
    for (const start of headings.get(page) ?? []) {
      if (numbered.has(start.section) && !isNumbered(start.title)) continue
      if (belongs(start, starts, pages, n, tables)) starts.push(start)
    }
    const hint = hints.get(page)
    if (hint && hint !== starts.at(-1)?.section && !starts.some((start) => start.page === page))
      starts.push({ section: hint, page, offset: 0, title: '' })
  })
  return withFallbacks(starts.sort(byPlace), pages, tables)
}

function headingsOn(page: PageText): Start[] {
  const rows = rowsOf(page)
  const found: Start[] = []
  let next = 0
  for (let n = 0; n < rows.length; n++) {
    if (n < next || !opensParagraph(page, rows, n)) continue
    const heading = headingAt(rows, n)
    if (!heading) continue
    const offset = rows[n]!.start
    found.push({ section: heading.section, page, offset, title: heading.title })
    next = n + heading.lines
  }
  return found
}

/** A title opens a paragraph: a line inside one only wraps there. */
function opensParagraph(page: PageText, rows: TextRow[], n: number): boolean {
  const { start, text } = rows[n]!
  if (start > 0 && page.text[start - 1] !== '\n') return false
  const before = rows[n - 1]?.text ?? ''
  return isNumbered(text) || before.length < 60 || /[.!?:;"')\d]$/.test(before)
}

/** Where main sections carry numbers, the same words without a number head a part of some section. */
function numberedSections(headings: Start[]): Set<Section> {
  const later = (section: Section) => section === 'description' || section === 'tests' || section === 'other'
  return new Set(
    headings
      .filter(({ section, title }) => later(section) && isNumbered(title))
      .map((start) => start.section),
  )
}

/** The longest title that begins with this row and runs over at most four. */
function headingAt(rows: TextRow[], n: number): { section: Section; title: string; lines: number } | null {
  let title = ''
  let best = null
  for (let m = n; m < Math.min(n + TALLEST_HEADING, rows.length); m++) {
    const line = rows[m]!.text.trim()
    if (DATE_ALONE.test(line) || (m > n && isNumbered(line))) break
    title = `${title} ${line}`.trim()
    if (title.length > 260 || /[.;]$/.test(line) || isSentence(title)) break
    if (line.endsWith(',') && !isLoud(rows, n)) break
    const section = sectionTitled(title)
    if (section && standsOut(rows, n, title)) best = { section, title, lines: m - n + 1 }
  }
  return best
}

function isSentence(title: string): boolean {
  return /\b(?:we|is|are|was|were|has|have|should|will|may|includes?|sets? forth)\b/i.test(
    title.replace(/that (?:is|are) not/i, ''),
  )
}

function standsOut(lines: TextRow[], n: number, title: string): boolean {
  const capital = /^[^a-z]*[A-Z]/.test(title)
  return capital && (n < 6 || isLoud(lines, n) || title.length < 90)
}

function isLoud(lines: TextRow[], n: number): boolean {
  return lines[n]!.bold || lines[n]!.size > usualSize(lines) * 1.12
}

function usualSize(lines: TextRow[]): number {
  const sizes = lines.map((line) => line.size).sort((a, b) => a - b)
  return sizes[Math.floor(sizes.length / 2)] ?? 10
}

function belongs(start: Start, before: Start[], pages: PageText[], n: number, tables: Table[]): boolean {
  const current = before.at(-1)?.section
  const ahead = pages.slice(n, n + LOOK_AHEAD).map((page) => page.text)
  const rest = [start.page.text.slice(start.offset), ...ahead.slice(1)].join('\n')
  const numbered = isNumbered(start.title)
  const seen = (section: Section) => before.some((other) => other.section === section)
  switch (start.section) {
    case 'auditor':
      if (n === 0 && !/\bexamine/i.test(start.page.text)) return false
      return (
        !seen('auditor') && /\bwe (?:have |were |also )*(?:examined|engaged)\b|\bin our opinion\b/i.test(rest)
      )
    case 'assertion':
      return (
        !seen('assertion') &&
        /\b(?:we|us|management|board|directors|owners)\b[^\n]{0,200}\b(?:prepared|confirm|assert|responsible|states? that|declares? that)/i.test(
          rest,
        )
      )
    case 'description':
      return (
        !seen('description') &&
        (seen('auditor') || seen('assertion')) &&
        !opinionAhead(current, pages, start, n)
      )
    case 'tests':
      if (seen('tests') || opinionAhead(current, pages, start, n)) return false
      return (
        (seen('auditor') || seen('description')) &&
        (numbered ? true : atTop(start) && controlsAhead(pages, n, tables))
      )
    case 'other':
      return (
        seen('description') &&
        (numbered || seen('tests')) &&
        current !== 'other' &&
        !isHeadOfTable(start.title, tables)
      )
    default:
      return false
  }
}

/** Headings of columns in one line, such as "… Exceptions Management response (unaudited)". */
function isHeadOfTable(title: string, tables: Table[]): boolean {
  const named = ({ columns }: Table) =>
    columns.filter((column) => column.length > 2 && title.includes(column)).length
  return tables.some(
    (table) => table.columns.some((column) => column && title.startsWith(column)) && named(table) > 2,
  )
}

/** Inside the auditor's report headings name the other sections; the opinion is still to come. */
function opinionAhead(current: Section | undefined, pages: PageText[], start: Start, n: number): boolean {
  if (current !== 'auditor') return false
  const texts = [
    start.page.text.slice(start.offset),
    ...pages.slice(n + 1, n + 1 + LOOK_AHEAD).map((page) => page.text),
  ]
  return texts.some((text) => OPINES.test(text) || /\bdo not express,? an opinion on\b/i.test(text))
}

function atTop(start: Start): boolean {
  return start.offset < 300
}

function controlsAhead(pages: PageText[], n: number, tables: Table[]): boolean {
  const near = pages.slice(n, n + 6)
  const tabled = tables.some(
    (table) =>
      near.some((page) => page.number === table.firstPage) &&
      table.columns.some((column) => /control|criteria|test|result/i.test(column)),
  )
  return tabled || near.some((page) => (page.text.match(/\b(?:CC|A|C|PI|P)[1-9]\.\d\b/g) ?? []).length > 1)
}

/** Sections named by running headers, where these change over the file. */
function runningHints(pages: PageText[]): Map<PageText, Section> {
  const hints = new Map<PageText, Section>()
  for (const page of pages) {
    const running = page.lines.filter((line) => line.running).map((line) => line.text)
    const section = running
      .map((text) => sectionTitled(text.replace(/\s*(?:\||page)?\s*\d+$/i, '')))
      .find(Boolean)
    if (section && section !== 'contents') hints.set(page, section)
  }
  return new Set(hints.values()).size > 1 ? hints : new Map<PageText, Section>()
}
