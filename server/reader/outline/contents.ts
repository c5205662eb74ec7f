import type { Line, PageText } from '../pages'
import type { Section } from '../reading'
import { sectionTitled } from './titles'

export interface Entry {
  title: string
  section: Section
  printedPage: string | null
}

const ENTRY = /^(.*?)[\s.…·_–—-]*\b(\d{1,3}|[ivxl]{1,6})$/i
const SEARCHED_PAGES = 8

/** The pages that hold the table of contents, near the front. */
export function contentsPages(pages: PageText[]): PageText[] {
  const report = pages.findIndex(({ text }) => /\bwe have examined\b/i.test(text))
  const front = pages.slice(0, report < 0 ? SEARCHED_PAGES : Math.min(SEARCHED_PAGES, report + 1))
  const found = front.filter(isContents)
  const last = found.at(-1)
  const next = last && pages[pages.indexOf(last) + 1]
  return next && !found.includes(next) && continues(next) ? [...found, next] : found
}

/** Main entries only: the ones that name a section. */
export function entriesOf(pages: PageText[]): Entry[] {
  const entries: Entry[] = []
  let open = ''
  for (const row of pages.flatMap(rowsOf)) {
    const match = ENTRY.exec(row)
    const title = `${open} ${match ? match[1] : row}`.trim()
    const section = sectionTitled(title)
    if (section && section !== 'contents') {
      add(entries, { title: title.replace(/[\s.…·_]+$/, ''), section, printedPage: match?.[2] ?? null })
      open = ''
    } else if (match && entries.at(-1)?.printedPage === null) {
      entries.at(-1)!.printedPage = match[2]!
    } else open = match ? '' : /^(?:section|part)\s+\w+\s*[.:–—-]*$/i.test(row.trim()) ? row.trim() : ''
  }
  return entries
}

function add(entries: Entry[], entry: Entry): void {
  const before = entries.find((other) => other.section === entry.section)
  if (!before) entries.push(entry)
  else if (before.printedPage === null) before.printedPage = entry.printedPage
}

function isContents(page: PageText): boolean {
  const rows = rowsOf(page)
  const headed = rows.slice(0, 6).some((row) => /^(?:table of )?contents\b[\s:]*$/i.test(row.trim()))
  const numbered = rows.filter((row) => ENTRY.test(row) && row.length < 200)
  const named = [...new Set(rows.map((row) => sectionTitled(row.replace(/[\s.…·_]*\d*$/, ''))))].filter(
    Boolean,
  )
  if (/\bwe have examined\b|\bin our opinion,/i.test(page.text)) return headed && numbered.length > 4
  return headed ? numbered.length + named.length > 1 : named.length > 2 && numbered.length > 2
}

function continues(page: PageText): boolean {
  const rows = rowsOf(page)
  return rows.length > 1 && rows.filter((row) => /\.{4,}\s*\d{1,3}$/.test(row)).length > rows.length / 2
}

/** Title and page number often stand as two lines on one baseline. */
function rowsOf(page: PageText): string[] {
  const rows: Line[][] = []
  for (const line of page.lines.filter((each) => !each.running)) {
    const row = rows.find((other) => Math.abs(other[0]!.y - line.y) < Math.max(2, line.height * 0.4))
    if (row && line.height > 0) row.push(line)
    else rows.push([line])
  }
  return rows.map((row) =>
    [...row]
      .sort((a, b) => a.x - b.x)
      .map((line) => line.text)
      .join(' '),
  )
}
