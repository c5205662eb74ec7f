import type { Doc, PageText } from '../pages'
import { findBlocks } from './blocks'
import { readBookmarks } from './bookmarks'
import type { PdfDocument } from './engine/document'
import { findTables } from './findTables'
import type { FoundTable } from './findTables'
import { learnNumbers, noNumberedFonts } from './glyphNumbers'
import type { NumberedFonts } from './glyphNumbers'
import { gridsOn } from './grids'
import type { Grid } from './grids'
import { readGlyphs } from './glyphs'
import type { Glyphs, Segment } from './marks'
import { SEEN_BOLD } from './ocrWords'
import { openPdf } from './openPdf'
import type { OpenPdf } from './openPdf'
import { makeLines } from './pageText'
import type { Progress } from './progress'
import { ReadError } from './readError'
import { findRunning } from './running'
import { NO_RULES, readRules, withoutUnderlines } from './rules'
import type { Rule, Rules } from './rules'
import { readScans } from './scans'
import type { Scans } from './scans'
import { findSegments } from './segments'
import type { Baseline } from './segments'
import { joinTables } from './tables'
import { hasLittleText } from './unreadable'
import { vocabularyOf } from './vocabulary'

const MAX_TEXT_IN_LETTERS = 5_000_000
const LEAST_CERTAINTY = 0.4
const NO_GLYPHS: Glyphs = { width: 612, height: 792, turned: 0, marks: [], stray: [], fonts: [] }

export interface PagesOptions {
  password?: string
  onProgress?: (progress: Progress) => void
  /** Told what is read so far, long before all page images are; answers which of the pages that wait are wanted next. */
  onRound?: (doc: Doc, waiting: Set<number>) => Promise<number[]>
}

interface Sheet extends Glyphs {
  rows: Baseline[]
  grids: Grid[]
  across: Rule[]
  source: 'text' | 'ocr'
  certainty: number
  readable: boolean
  scanned: boolean
}

/** Throws ReadError. */
export async function readPages(bytes: Uint8Array, options: PagesOptions = {}): Promise<Doc> {
  const open = await openPdf(bytes, options.password)
  try {
    return await readOpenPages(open, bytes, options)
  } finally {
    await open.close()
  }
}

export async function readOpenPages(open: OpenPdf, bytes: Uint8Array, options: PagesOptions): Promise<Doc> {
  const fonts = new Map<string, boolean>()
  const isBold = (font: string) => font === SEEN_BOLD || (fonts.get(font) ?? false)
  const numbers = noNumberedFonts()
  const first = await readAll(open.pdf, fonts, { ...options, numbers })
  const glyphs = learnNumbers(numbers) ? await readAll(open.pdf, fonts, { ...options, numbers }) : first
  const bookmarks = await readBookmarks(open.pdf)
  const isGuessed = (font: string) => numbers.numbered.has(font)
  const { onProgress, onRound } = options
  const toldOf = async (scans: Scans) => onRound!(await docOf(scans), scans.waiting)
  return docOf(await readScans(open, bytes, glyphs, { onProgress, onRound: onRound && toldOf }))

  async function docOf(scans: Scans): Promise<Doc> {
    const sheets = glyphs.map((page, index) => sheetOf(page, index + 1, scans, { isBold, isGuessed }))
    for (const [index, sheet] of sheets.entries()) await takeRules(open.pdf, index + 1, sheet, isBold)
    return { ...layOut(sheets, isBold), bookmarks }
  }
}

async function readAll(
  pdf: PdfDocument,
  fonts: Map<string, boolean>,
  options: PagesOptions & { numbers: NumberedFonts },
): Promise<Glyphs[]> {
  const pages: Glyphs[] = []
  let letters = 0
  let broken = 0
  for (let number = 1; number <= pdf.numPages; number++) {
    const glyphs = await readOne(pdf, number, fonts, options.numbers)
    if (!glyphs) broken++
    pages.push(glyphs ?? NO_GLYPHS)
    letters += glyphs?.marks.reduce((sum, mark) => sum + mark.text.length, 0) ?? 0
    if (letters > MAX_TEXT_IN_LETTERS) throw new ReadError('too-large')
    options.onProgress?.({ page: number, pages: pdf.numPages, step: 'text' })
  }
  if (broken === pages.length) throw new ReadError('damaged')
  return pages
}

/** null when the page is broken; the others may still be read. */
async function readOne(
  pdf: PdfDocument,
  number: number,
  fonts: Map<string, boolean>,
  numbers: NumberedFonts,
): Promise<Glyphs | null> {
  try {
    const page = await pdf.getPage(number)
    return await readGlyphs(page, numbers, fonts)
  } catch (error) {
    if (error instanceof ReadError) throw error
    if (/allocation failed|out of memory/i.test(String((error as Error).message)))
      throw new ReadError('too-large')
    return null
  }
}

/** Where columns may stand side by side, the lines that are drawn tell what is a cell. */
async function takeRules(pdf: PdfDocument, number: number, sheet: Sheet, isBold: (font: string) => boolean) {
  if (sheet.scanned || !sheet.readable || !sheet.rows.some((row) => row.length > 1)) return
  const rules = await rulesOn(pdf, number, sheet.turned)
  if (!rules.across.length && !rules.down.length) return
  const drawn = withoutUnderlines(rules, sheet.rows.flat())
  sheet.grids = gridsOn(drawn)
  sheet.across = drawn.across
  if (rules.down.length) sheet.rows = findSegments(sheet.marks, isBold, rules.down)
}

async function rulesOn(pdf: PdfDocument, number: number, turned: number): Promise<Rules> {
  try {
    return await readRules(await pdf.getPage(number), (360 - turned) % 360)
  } catch {
    return NO_RULES
  }
}

interface FontFacts {
  isBold: (font: string) => boolean
  /** Its letters were worked out here, as the file does not name them. */
  isGuessed: (font: string) => boolean
}

function sheetOf(glyphs: Glyphs, number: number, scans: Scans, { isBold, isGuessed }: FontFacts): Sheet {
  const seen = scans.seen.get(number)
  // A cover over a picture: recognition only counts when it sees more than the text layer has.
  const keepsText = hasLittleText(glyphs.marks) && seen && seen.glyphs.marks.length <= glyphs.marks.length
  const isWaiting = scans.waiting.has(number)
  const page = isWaiting ? { ...glyphs, marks: [], stray: [] } : seen && !keepsText ? seen.glyphs : glyphs
  return {
    ...page,
    rows: findSegments(page.marks, isBold),
    grids: [],
    across: [],
    source: page === seen?.glyphs || page.fonts.some(isGuessed) ? 'ocr' : 'text',
    certainty: page === seen?.glyphs ? seen.certainty : 1,
    readable:
      glyphs !== NO_GLYPHS &&
      seen !== null &&
      !isWaiting &&
      (page !== seen?.glyphs || seen.certainty > LEAST_CERTAINTY),
    scanned: (scans.seen.has(number) && !keepsText) || scans.layered.has(number) || isWaiting,
  }
}

function layOut(sheets: Sheet[], isBold: (font: string) => boolean): Pick<Doc, 'pages' | 'tables'> {
  const running = findRunning(sheets)
  const vocabulary = vocabularyOf(
    sheets.map((sheet) => sheet.rows.flat().flatMap((segment) => segment.marks)),
  )
  const pages: PageText[] = []
  const tables: FoundTable[][] = []
  for (const [index, sheet] of sheets.entries()) {
    const still = sheet.rows.map((row) => row.filter((segment) => !running.segments.has(segment)))
    const rows = still.filter((row) => row.length > 0)
    tables.push(
      findTables(
        { rows, width: sheet.width, isBold, grids: sheet.grids, across: sheet.across },
        lastTable(tables.at(-1), sheets[index - 1], running.segments),
      ),
    )
    const edges = sheet.rows.flat().filter((segment) => running.segments.has(segment))
    const middle = sheet.height / 2
    const blocks = [
      edges.filter((segment) => segment.base < middle),
      ...findBlocks(rows, tables.at(-1)!),
      edges.filter((segment) => segment.base >= middle),
    ]
    pages.push(
      pageOf(sheet, index + 1, running.printed[index]!, makeLines(blocks, running.segments, vocabulary)),
    )
  }
  return { pages, tables: joinTables(tables, vocabulary) }
}

/** The table that reached the foot of the page before. */
function lastTable(tables: FoundTable[] | undefined, sheet: Sheet | undefined, running: Set<Segment>) {
  const table = tables?.at(-1)
  if (!table || !sheet) return null
  const rows = sheet.rows.filter((row) => row.some((segment) => !running.has(segment)))
  return table.ruled || table.to >= rows.length ? table : null
}

function pageOf(
  sheet: Sheet,
  number: number,
  printed: string | null,
  lines: ReturnType<typeof makeLines>,
): PageText {
  return {
    number,
    width: sheet.width,
    height: sheet.height,
    source: sheet.source,
    ...lines,
    stray: sheet.stray,
    printed,
    certainty: sheet.certainty,
    readable: sheet.readable,
    turned: sheet.turned,
    ...(sheet.scanned ? { scanned: true } : {}),
  }
}
