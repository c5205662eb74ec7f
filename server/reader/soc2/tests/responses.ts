import type { Doc, Line, Outline, PageText, Table } from '../../pages'
import { tableFromLines } from './columnsOfLines'
import { isHeadingRow, isReference, layoutOf } from './columns'
import { WHOLE } from './references'
import { type TestRow, textOf } from './rows'
import { bare, plain } from './wording'

/** What management says about one exception, away from the test itself. */
export interface Response {
  ref: string | null
  /** The exception as repeated beside the response. */
  about: string
  text: string
  page: number
}

const TITLE =
  /management(?:'s|s'|s)? (?:responses?|comments?|repl(?:y|ies))|responses? (?:to|on) (?:the )?(?:\w+ )?(?:exceptions?|deviations?|findings?|test)/i
/** A heading over several of them, whatever follows. */
export const RESPONSES_TITLE =
  /^(?:[\dIVX]+[.\d]*\s+)?(?:(?:service organi[sz]ation|management)(?:'s|s'|s)? )(?:responses|comments|replies)(?: (?:to|on|regarding|about) .{3,80})?$/i
const LABEL = /^management(?:'s|s')? (?:responses?|comments?|reply|action plan)\s*(?:[:.-]\s*)/i
const ABOUT =
  /^(?:exceptions?|deviations?|findings?|observation)(?: (?:noted|identified))?(?: ?#?\d+)?\s*[:.-]\s*/i
const BEFORE_REFERENCE =
  /^(?:(?:exception|deviation|finding|response|item)(?: (?:no\.?|#))? ?\d{1,2}\s*[:.)(-]*\s*)?(?:(?:exception (?:to|for|at|in) )?(?:control|ref(?:erence)?)(?: (?:activity|no\.?|#|id|number|ref))?\s*[:#]?\s*)?/i
const REFERENCE = new RegExp(
  `^\\(?(${WHOLE}|[A-Z]{1,6}[-_.]?(?:[A-Z]{1,5}[-_.]?)?\\d{1,5}(?:[.\\-_]\\d{1,4}){0,4}[a-z]?|\\d{1,2}(?:\\.\\d{1,3}){1,3})\\)?(?:\\s*[:.)|-]+\\s*|\\s+(?=[A-Z("])|$)`,
)

/** There may be very few exceptions to answer. */
const FEWEST_LINES = 2
const SAME_BASELINE = 3

/** The reference that a line begins with, and what follows it. */
function referenceAt(text: string): { ref: string; rest: string } | null {
  const own = text.replace(BEFORE_REFERENCE, '')
  const match = REFERENCE.exec(own)
  return match && isReference(match[1]!) ? { ref: match[1]!, rest: own.slice(match[0].length) } : null
}

/** Responses that stand outside the tests, in tables or in prose, in the order of the document. */
export function responsesOf(
  doc: Doc,
  outline: Outline,
  read: { used: ReadonlySet<Table>; rests: Table[]; rows: TestRow[] },
): Response[] {
  const tested = new Set(read.rows.flatMap((row) => [row.page, row.lastPage]))
  const last = Math.max(...tested)
  const pages = doc.pages
    .filter((page) => ['other', 'tests', 'unknown'].includes(outline.sectionOf(page.number)))
    .flatMap((page) => {
      if (!tested.has(page.number)) return [page]
      return page.number === last ? belowTests(page, read.rows) : []
    })
  const tables = inTables([...read.rests, ...doc.tables.filter((table) => !read.used.has(table))])
  const lines = tableFromLines(pages, FEWEST_LINES)
  const own = lines ? fromTable(lines) : []
  const torn = tables.some(({ ref }) => ref !== null && !isReference(ref))
  const listed = own.length > tables.length || (torn && own.length) ? own : tables
  const taken = new Set(listed.map((one) => one.page))
  return [...listed, ...fromProse(pages.filter((page) => !taken.has(page.number)))]
}

/** Responses may begin on the page on which the tests end. */
function belowTests(page: PageText, rows: TestRow[]): PageText[] {
  const lowest = Math.max(0, ...rows.filter((row) => row.page === page.number).map((row) => row.y))
  const alone = (line: Line) =>
    !page.lines.some((one) => one !== line && Math.abs(one.y - line.y) < SAME_BASELINE)
  const title = page.lines.find(
    (line) => !line.running && line.y > lowest && RESPONSES_TITLE.test(plain(line.text)) && alone(line),
  )
  return title ? [{ ...page, lines: page.lines.filter((line) => line.y >= title.y) }] : []
}

/** A table without headings goes on with the one before when it has as many columns. */
function inTables(tables: Table[]): Response[] {
  let last: Table | null = null
  return tables.flatMap((table) => {
    const headless = table.columns.every((cell) => !cell.trim())
    const runsOn =
      headless && last && last.columns.length === table.columns.length && table.firstPage - last.lastPage <= 1
    const whole: Table = runsOn ? { ...table, columns: last!.columns } : table
    const found = fromTable(whole)
    last = found.length ? whole : null
    return found
  })
}

/** True for a table that only lists exceptions with what management says to them. */
export function isResponseTable(table: Table): boolean {
  return fromTable(table, true).length > 0
}

function fromTable(table: Table, amongTests = false): Response[] {
  const heads = [table.columns, ...table.rows.slice(0, 3).map((row) => row.cells)]
  const at = heads.findIndex((cells) => isHeadingRow(cells))
  if (at < 0) return []
  const body = table.rows.slice(at)
  const layout = layoutOf(
    heads[at]!,
    body.map((row) => row.cells),
  )
  if (!layout.roles.includes('response') || (amongTests && layout.roles.includes('test'))) return []
  const found: Response[] = []
  for (const { cells, page } of body) {
    if (isHeadingRow(cells)) continue
    const ref = plain(textOf(cells, layout, 'ref')) || plain(textOf(cells, layout, 'criteria'))
    const text = textOf(cells, layout, 'response')
    const about = [textOf(cells, layout, 'result'), textOf(cells, layout, 'control')].join(' ').trim()
    const last = found.at(-1)
    if (!ref && last && (!about || !text || page > last.page)) {
      last.text = `${last.text} ${text}`.trim()
      last.about = `${last.about} ${about}`.trim()
    } else if (text) found.push({ ref: ref || null, about, text, page })
  }
  return found
}

function fromProse(pages: PageText[]): Response[] {
  const found: Response[] = []
  let open = false
  let part: 'about' | 'text' = 'text'
  for (const page of pages) {
    for (const line of page.lines.filter((one) => !one.running)) {
      const text = plain(line.text).replace(/^[•●▪◦○■□‣➢➤✓*·\uf0b7\uf0a7-]\s+(?=\S)/, '')
      if (TITLE.test(text) && text.length < 110 && !LABEL.test(text)) {
        open = true
        continue
      }
      if (!open) open = startsSectionFive(text)
      if (!open) continue
      if (isEnd(text, line.bold)) {
        open = false
        continue
      }
      const start = LABEL.test(text) ? null : referenceAt(text)
      if (start) {
        found.push({ ref: start.ref, about: '', text: '', page: page.number })
        part = 'text'
        take(found.at(-1)!, start.rest)
      } else if (found.length) take(found.at(-1)!, text)
    }
  }
  return found.filter((one) => one.text)

  function take(response: Response, text: string): void {
    if (LABEL.test(text)) {
      part = 'text'
      if (response.text && !response.about) [response.about, response.text] = [response.text, '']
    } else if (ABOUT.test(text)) part = 'about'
    const rest = text.replace(LABEL, '')
    if (!rest) return
    response[part] = `${response[part]} ${rest}`.trim()
  }
}

function startsSectionFive(text: string): boolean {
  return (
    /^(?:section (?:5|v|five)\b.{0,12})?.{0,3}other information (?:provided|presented) by/i.test(text) ||
    /^section (?:5|v)\b.*\bother information/i.test(text)
  )
}

function isEnd(text: string, bold: boolean): boolean {
  return (
    bold &&
    text.length < 90 &&
    !referenceAt(text) &&
    !LABEL.test(text) &&
    !ABOUT.test(text) &&
    /\b(?:prior|follow-?up|future|roadmap|mapping|business continuity|about)\b/i.test(text)
  )
}

/** 0 to 1: how many of the words of the shorter text stand in the other. */
export function likeness(one: string, two: string): number {
  const first = new Set(
    bare(one)
      .split(' ')
      .filter((word) => word.length > 3),
  )
  const second = new Set(
    bare(two)
      .split(' ')
      .filter((word) => word.length > 3),
  )
  const small = first.size <= second.size ? first : second
  const large = small === first ? second : first
  if (small.size < 3) return 0
  return [...small].filter((word) => large.has(word)).length / small.size
}
