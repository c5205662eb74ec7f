import type { Doc, Line, Outline, PageText, Table } from '../../../server/reader/pages'
import type { Section } from '../../../server/reader/reading'

export interface Sheet {
  section: Section
  /** Lines from top to bottom; '# ' begins a bold heading, '~' a running line, an empty line a gap. */
  text: string
  source?: 'text' | 'ocr'
  readable?: boolean
}

const LINE_HEIGHT = 14

/** A document made by hand, without a PDF. */
export function paperOf(sheets: Sheet[], tables: Table[] = []): { doc: Doc; outline: Outline } {
  const pages = sheets.map((sheet, at) => pageOf(sheet, at + 1))
  const sectionOf = (page: number) => sheets[page - 1]?.section ?? 'unknown'
  const pagesOf = (section: Section) => pages.filter((page) => sectionOf(page.number) === section)
  return { doc: { pages, tables, bookmarks: [] }, outline: { sectionOf, pagesOf, listed: [] } }
}

/** `a | b | c` on each line, the first line the headings; `@2` before a row moves on to page 2. */
export function tableOf(page: number, text: string): Table {
  const [head = '', ...lines] = text.trim().split('\n')
  let on = page
  let y = 100
  const rows = lines.map((line) => {
    const moved = /^\s*@(\d+) /.exec(line)
    if (moved) {
      on = Number(moved[1])
      y = 60
    }
    y += 20
    return { cells: cellsOf(line.replace(/^\s*@\d+ /, '')), page: on, x: 50, y, width: 500, height: 20 }
  })
  return { columns: cellsOf(head), rows, firstPage: page, lastPage: on }
}

/** The text that a table leaves on its pages. */
export function textOf(table: Table, page: number): string {
  const head = table.firstPage === page ? [table.columns.join('\n')] : []
  return [
    ...head,
    ...table.rows.filter((row) => row.page === page).map((row) => row.cells.filter(Boolean).join('\n')),
  ].join('\n')
}

function cellsOf(line: string): string[] {
  return line.split('|').map((cell) => cell.trim())
}

function pageOf(sheet: Sheet, number: number): PageText {
  const lines = sheet.text.split('\n').map((line) => line.trimEnd())
  const texts = lines
    .filter((line) => line.trim() && !line.startsWith('~'))
    .map((line) => line.replace(/^# /, '').trim())
  return {
    number,
    width: 612,
    height: 792,
    source: sheet.source ?? 'text',
    lines: lines.flatMap((line, at) => (line.trim() ? [lineOf(line, at)] : [])),
    text: texts.join(' '),
    stray: [],
    printed: null,
    certainty: 1,
    readable: sheet.readable ?? true,
  }
}

function lineOf(line: string, at: number): Line {
  const bold = line.startsWith('# ')
  const indent = /^ */.exec(line)![0].length
  const text = line.replace(/^# |^~/, '').trim()
  const x = 60 + indent * 6
  const place = { x, y: 60 + at * LINE_HEIGHT, width: text.length * 5, height: 10 }
  return {
    ...place,
    text,
    words: [{ ...place, text }],
    size: bold ? 12 : 10,
    bold,
    running: line.startsWith('~'),
  }
}
