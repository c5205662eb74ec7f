import type { Drawings } from './pdf/drawings'
import type { Evidence, Field, Section, Status } from './reading'

/** Points (1/72 inch) in the page's upright frame, origin top left, after the page's own rotation. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export interface Word extends Box {
  text: string
}

/** Words that share a baseline and belong to one column or cell; several may stand side by side on one baseline. */
export interface Line extends Box {
  text: string
  words: Word[]
  /** Height of the letters in points. */
  size: number
  bold: boolean
  /** Repeated at the same place on many pages: running header, footer, printed page number. */
  running: boolean
}

/** One row of a table found by place. cells[i] stands under columns[i] of its table; an absent cell is ''. */
export interface Row extends Box {
  cells: string[]
  page: number
}

/** A table, joined over the pages that it runs on; the heading row is not among the rows. */
export interface Table {
  columns: string[]
  rows: Row[]
  firstPage: number
  lastPage: number
  /** Lines are drawn around its cells. */
  ruled?: boolean
}

export interface PageText {
  number: number
  /** Points, upright. */
  width: number
  height: number
  /** ocr: seen in the image, or worked out from fonts that do not name their letters. */
  source: 'text' | 'ocr'
  /** Reading order, columns taken apart, running headers and footers kept but marked. */
  lines: Line[]
  /**
   * The page as one string for matching: running lines left out, hyphenated words joined, NFKC, plain quotes and dashes, white space
   * collapsed to one blank; a paragraph break is a newline. What is matched here is found again by quoteAt.
   */
  text: string
  /** Rotated, skewed or outside the crop box: watermarks, seals. Kept apart from the flow. */
  stray: string[]
  /** The printed page number, when a running line gives one. */
  printed: string | null
  /** 0 to 1: how sure OCR was; 1 for a text layer. */
  certainty: number
  /** False when the page could not be read at all. */
  readable: boolean
  /** Which words stand behind which part of text; absent on a page made by hand. */
  places?: Place[]
  /** The page is an image; words in its text layer were put there by a scanner's software. */
  scanned?: boolean
  /** Lines, boxes and dots drawn on the page; looked for only where they are asked for. */
  drawn?: Drawings
  /** Where something is drawn or written, words among it; only on pages where it was looked for. */
  ink?: Box[]
  /** Degrees by which the whole page was turned clockwise, beyond its own rotation, to stand upright. */
  turned?: 0 | 90 | 180 | 270
}

/** A word behind text.slice(start, end). */
export interface Place {
  start: number
  end: number
  word: Word
  line: Line
}

export interface Doc {
  pages: PageText[]
  tables: Table[]
  /** Names and contents of bookmarks in the file; a hint, never a source. */
  bookmarks: { title: string; page: number | null }[]
}

/** Which pages are what. Pages of other documents merged into the file are in none of them. */
export interface Outline {
  sectionOf(page: number): Section
  pagesOf(section: Section): PageText[]
  /** Sections that the contents page lists, whether or not they are in the file. */
  listed: { title: string; section: Section; printedPage: string | null; present: boolean }[]
}

/**
 * Evidence for `text.slice(start, end)` of a page, with its boxes; null when the words are not found again on that page, and then the
 * value must be dropped.
 */
export type QuoteAt = (page: PageText, start: number, end: number, section: Section) => Evidence | null

export function field<T>(
  status: Status,
  value: T | null,
  confidence: number,
  evidence: Evidence[],
): Field<T> {
  return { value, status, confidence, evidence }
}

/** A field without a value, with the reason why. */
export function nothing<T>(status: Status): Field<T> {
  return { value: null, status, confidence: status === 'not-applicable' ? 1 : 0, evidence: [] }
}
