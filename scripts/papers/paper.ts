/** What stands on a paper, apart from how it looks. */
export type Block =
  | { is: 'heading'; level: 1 | 2 | 3; text: string; listed?: boolean }
  | { is: 'text'; text: string; style?: TextStyle }
  | { is: 'list'; items: string[]; marker: Marker }
  | { is: 'table'; columns: string[]; widths: number[]; rows: string[][]; landscape?: boolean }
  | { is: 'signatures'; sides: SignatureBlock[] }
  | { is: 'image'; data: Buffer; width: number }
  | { is: 'space'; points: number }
  | { is: 'page' }
  | { is: 'contents'; title: string }

export type Marker = 'bullet' | 'number' | 'letter' | 'dash'

export interface TextStyle {
  align?: 'left' | 'center' | 'right'
  bold?: boolean
  italic?: boolean
  size?: number
}

/** Lines such as `By: ____`; an empty value is drawn as a blank line to sign on. */
export interface SignatureBlock {
  party: string
  lines: { label: string; value: string }[]
}

export interface Look {
  font: 'Helvetica' | 'Times' | 'Courier'
  size: number
  paper: 'LETTER' | 'A4'
  margin: number
  table: 'grid' | 'lines' | 'bare'
  /** Upper-case section headings. */
  capitals: boolean
  /** Points between paragraphs. */
  gap: number
  repeatHeadings: boolean
  /** Rows may run over the foot of a page. */
  splitRows: boolean
}

export interface Paper {
  title: string
  blocks: Block[]
  look: Look
  header: string
  footer: string
  /** Physical page that carries the printed number 1; 0 for no numbers. */
  firstNumbered: number
}

export const plainLook: Look = {
  font: 'Helvetica',
  size: 10.5,
  paper: 'LETTER',
  margin: 72,
  table: 'grid',
  capitals: false,
  gap: 8,
  repeatHeadings: true,
  splitRows: true,
}

export function heading(level: 1 | 2 | 3, text: string): Block {
  return { is: 'heading', level, text }
}

export function text(words: string, style?: TextStyle): Block {
  return style ? { is: 'text', text: words, style } : { is: 'text', text: words }
}

export function texts(...paragraphs: string[]): Block[] {
  return paragraphs.map((paragraph) => text(paragraph))
}

export function list(marker: Marker, items: string[]): Block {
  return { is: 'list', marker, items }
}

export function table(columns: string[], widths: number[], rows: string[][]): Block {
  return { is: 'table', columns, widths, rows }
}

export function space(points: number): Block {
  return { is: 'space', points }
}

export const page: Block = { is: 'page' }
