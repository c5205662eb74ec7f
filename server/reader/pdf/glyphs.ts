import { lettersOfCodes } from './codes'
import { lettersOfNumbers, noteFont, signBetween, signOfWidth } from './glyphNumbers'
import type { NumberedFonts } from './glyphNumbers'
import type { TextItem } from 'pdfjs-dist/types/src/display/api'
import type { PdfPage } from './engine/document'
import { noteBold } from './fonts'
import { splitRun } from './letters'
import { ReadError } from './readError'
import type { Glyphs, Mark } from './marks'

const MOST_LETTERS_ON_A_PAGE = 200_000
const SLANT_IN_DEGREES = 2.5
const UPRIGHT_SHARE = 0.6

interface Run {
  text: string
  /** Where the baseline begins, on the page as displayed. */
  x: number
  y: number
  width: number
  size: number
  /** Degrees clockwise, 0 to 360. */
  angle: number
  font: string
  order: number
}

/** The words of a page with their places, upright; what is turned or skewed against the rest is kept apart. */
export async function readGlyphs(
  page: PdfPage,
  fonts: NumberedFonts,
  bold: Map<string, boolean>,
): Promise<Glyphs> {
  const view = page.viewport
  const runs = await readRuns(page, view.transform, fonts, bold)
  if (runs.some((run) => fonts.numbered.has(run.font))) {
    nameSigns(runs, fonts)
    closeParentheses(runs)
  }
  const turned = mainDirection(runs)
  const upright = runs.filter((run) => isAlong(run, turned))
  const glyphs: Glyphs = {
    width: turned % 180 ? view.height : view.width,
    height: turned % 180 ? view.width : view.height,
    turned: ((360 - turned) % 360) as Glyphs['turned'],
    marks: [],
    stray: strayText(runs.filter((run) => !isAlong(run, turned))),
    fonts: [...new Set(runs.map((run) => run.font))],
  }
  for (const run of upright) glyphs.marks.push(...marksOf(turnedBack(run, turned, view), glyphs))
  return glyphs
}

/** In pieces, so that a page without end is given up before it fills the memory. */
async function readRuns(
  page: PdfPage,
  view: number[],
  fonts: NumberedFonts,
  bold: Map<string, boolean>,
): Promise<Run[]> {
  const runs: Run[] = []
  let letters = 0
  await page.readText(({ items, styles }) => {
    noteBold(styles, bold)
    for (const item of items) {
      if (!(item.str.trim() || (item.str && fonts.numbered.size > 0))) continue
      noteFont(fonts, item.fontName, item.str)
      runs.push(runOf(item, view, { order: runs.length, fonts }))
      letters += item.str.length
    }
    if (letters > MOST_LETTERS_ON_A_PAGE) throw new ReadError('too-large')
  })
  return runs
}

function runOf(
  item: TextItem,
  view: number[],
  { order, fonts }: { order: number; fonts: NumberedFonts },
): Run {
  const [a, b, c, d, e, f] = multiply(view, item.transform as number[])
  const scale = Math.hypot(view[0]!, view[1]!)
  return {
    text: fonts.numbered.has(item.fontName) ? lettersOfNumbers(item.str) : lettersOfCodes(item.str),
    x: e,
    y: f,
    width: item.width * scale,
    size: Math.hypot(c, d) || Math.hypot(a, b) || item.height,
    angle: (Math.round((Math.atan2(b, a) * 1800) / Math.PI) / 10 + 360) % 360,
    font: item.fontName,
    order,
  }
}

/** In a file of numbered fonts what is no letter is known by its width and its neighbours on the line. */
function nameSigns(runs: Run[], { numbered, companions }: NumberedFonts) {
  for (const [index, run] of runs.entries()) {
    const isBlank = !run.text.trim() && (numbered.has(run.font) || companions.has(run.font))
    if (!isBlank && !companions.has(run.font)) continue
    const before = textBeside(run, runs[index - 1], -1)
    const after = textBeside(run, runs[index + 1], 1)
    run.text = isBlank ? signOfWidth(run.width / run.size, before, after) : signBetween(before, after)
  }
}

/** A closing parenthesis that ends its line is lost as white space: it stood at the first line's end before the next one opens. */
function closeParentheses(runs: Run[]) {
  let isOpen = false
  let end: Run | null = null
  for (const [index, run] of runs.entries()) {
    for (const sign of run.text) {
      if (sign === '(') {
        if (isOpen && end) end.text += ')'
        ;[isOpen, end] = [true, null]
      } else if (sign === ')') isOpen = false
    }
    const next = runs[index + 1]
    if (isOpen && next && Math.abs(next.y - run.y) > 0.5 * run.size) end ??= run
  }
  if (isOpen && end) end.text += ')'
}

function textBeside(run: Run, other: Run | undefined, side: 1 | -1): string {
  if (!other || Math.abs(other.y - run.y) > 1) return ''
  const gap = side > 0 ? other.x - run.x - run.width : run.x - other.x - other.width
  return gap < 0.2 * run.size ? other.text : ''
}

type Matrix = [number, number, number, number, number, number]

export function multiply(m: number[], n: number[]): Matrix {
  const [a, b, c, d, e, f] = m as Matrix
  const [p, q, r, s, t, u] = n as Matrix
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f]
}

/** Which quarter turn most letters follow; 0 unless another clearly rules. */
function mainDirection(runs: Run[]): number {
  const letters = [0, 90, 180, 270].map((angle) =>
    runs.reduce((sum, run) => sum + (isAlong(run, angle) ? run.text.length : 0), 0),
  )
  const all = runs.reduce((sum, run) => sum + run.text.length, 0)
  const best = letters.indexOf(Math.max(...letters))
  return letters[best]! >= 40 && letters[best]! > all * UPRIGHT_SHARE ? best * 90 : 0
}

function isAlong(run: Run, angle: number): boolean {
  const off = Math.abs(run.angle - angle)
  return Math.min(off, 360 - off) <= SLANT_IN_DEGREES
}

/** `turned` are the degrees clockwise that most of the page's text runs. */
export function turnedBack<P extends { x: number; y: number }>(
  run: P,
  turned: number,
  view: { width: number; height: number },
): P {
  if (turned === 90) return { ...run, x: run.y, y: view.width - run.x }
  if (turned === 180) return { ...run, x: view.width - run.x, y: view.height - run.y }
  if (turned === 270) return { ...run, x: view.height - run.y, y: run.x }
  return run
}

function marksOf(run: Run, page: Glyphs): Mark[] {
  if (run.x > page.width || run.y > page.height + run.size || run.y < 0 || run.x + run.width < 0) return []
  const pieces = splitRun(run.text)
  return pieces.map((piece, index) => ({
    text: piece.text,
    x: run.x + piece.from * run.width,
    width: (piece.to - piece.from) * run.width,
    base: run.y,
    size: run.size,
    font: run.font,
    order: run.order,
    until: run.order,
    startsRun: index === 0 && !/^\s/.test(run.text),
    raised: false,
  }))
}

/** Neighbouring fragments are glued, as watermarks come in pieces. */
function strayText(runs: Run[]): string[] {
  const texts: string[] = []
  for (const [index, run] of runs.entries()) {
    const before = runs[index - 1]
    if (before && before.order === run.order - 1 && before.angle === run.angle) {
      texts.push((texts.pop() ?? '') + run.text)
    } else {
      texts.push(run.text)
    }
  }
  return texts.map((text) => text.trim())
}
