import type { Canvas } from '@napi-rs/canvas'
import type { Line, Page, Word } from 'tesseract.js'
import type { Glyphs, Mark } from './marks'
import type { SeenPage } from './ocr'
import { boldWords } from './strokes'

const DOUBTFUL = 25
const DIRT = 8
const SURE_LINE = 75
const LINE_HEIGHT_IN_SIZES = 0.95
const USUAL_SIZE_IN_PIXELS = 28
const WIDEST_SPECK_IN_PIXELS = 5
/** The name of the font of bold words, which have none. */
export const SEEN_BOLD = 'seen bold'

export interface Image {
  canvas: Canvas
  /** Points per pixel. */
  scale: number
  turned: Glyphs['turned']
  /** Degrees clockwise by which the page lay before it was set straight. */
  angle: number
}

/** Recognised words as marks. */
export function pageFromWords(data: Page, image: Image): SeenPage {
  const lines = (data.blocks ?? []).flatMap((block) =>
    block.paragraphs.flatMap((paragraph) => paragraph.lines),
  )
  const size = usualSize(lines)
  const marks: Mark[] = []
  const bold = boldWords(
    lines.flatMap((line) => line.words),
    image.canvas,
  )
  let sure = 0
  let letters = 0
  for (const line of lines) {
    for (const [index, word] of line.words.entries()) {
      const bullet = index === 0 && isBullet(word, line)
      if (!bullet && !isSeen(word, line)) continue
      const font = bold.has(word) ? SEEN_BOLD : ''
      const shown = bullet ? { ...word, text: '•' } : word
      marks.push(markOf(shown, line, { image, size, order: marks.length, font }))
      sure += word.confidence * word.text.length
      letters += word.text.length
    }
  }
  const { scale, turned } = image
  const { width, height } = image.canvas
  const glyphs: Glyphs = { width: width * scale, height: height * scale, turned, marks, stray: [], fonts: [] }
  return { glyphs, certainty: letters ? sure / letters / 100 : 0, onItsSide: isOnItsSide(lines) }
}

function isOnItsSide(lines: Line[]): boolean {
  const long = lines.flatMap((line) => line.words).filter(({ text }) => /[\p{L}\d]{4}/u.test(text))
  const tall = long.filter(({ bbox }) => bbox.y1 - bbox.y0 > bbox.x1 - bbox.x0)
  return tall.length > long.length / 2
}

function markOf(
  { bbox, text }: Line['words'][number],
  line: Line,
  { image, size, order, font }: { image: Image; size: number; order: number; font: string },
): Mark {
  const { scale, angle } = image
  const base = baseAt(line, (bbox.x0 + bbox.x1) / 2)
  const own = heightOf(line) / LINE_HEIGHT_IN_SIZES
  const slope = Math.tan((angle * Math.PI) / 180)
  return {
    text: mendedCode(text.replace(/^[|_~]+(?=\w)|(?<=\w)[|_~]+$/g, '')),
    x: bbox.x0 * scale,
    width: (bbox.x1 - bbox.x0) * scale,
    base: base * scale,
    size: (Math.abs(own - size) < (line.words.length > 2 ? 0.25 : 0.4) * size ? size : own) * scale,
    font,
    order,
    until: order,
    startsRun: false,
    raised: false,
    askew: [
      slope * (image.canvas.height / 2 - base) * scale,
      slope * (bbox.x0 - image.canvas.width / 2) * scale,
    ],
  }
}

/** Among words that are sure, even a doubtful one of some letters is no dirt. */
function isSeen({ text, confidence, bbox }: Word, line: Line): boolean {
  if (/^[il|:{}!]$/.test(text) && bbox.x1 - bbox.x0 <= WIDEST_SPECK_IN_PIXELS) return false
  const least = line.confidence > SURE_LINE && /[\p{L}\d]{2}/u.test(text) ? DIRT : DOUBTFUL
  return confidence >= least && /[\p{L}\d•®™]|^[&–—-]$/u.test(text)
}

/** A bullet is taken for whatever sign is as small. */
function isBullet({ text, bbox }: Word, line: Line): boolean {
  const next = line.words[1]
  if (!next || !/^[•«»*¢°·©eo.+=~–—-]$/.test(text)) return false
  const width = bbox.x1 - bbox.x0
  return width < 0.6 * heightOf(line) && next.bbox.x0 - bbox.x1 > 0.3 * heightOf(line)
}

/** Letters and digits that look alike, in what can only be a criterion or the reference of a control. */
export function mendedCode(text: string): string {
  // "Subpart C of" loses its blank more often than not.
  if (/^[A-E]of$/.test(text)) return `${text[0]} of`
  const criterion = /^([[(]?)C[Cc]{1,2}[lI|]?([1-9lI|])[.,]([1-9lI|])([\]).,;:]*)$/.exec(text)
  if (criterion)
    return `${criterion[1]}CC${asDigits(criterion[2]!)}.${asDigits(criterion[3]!)}${criterion[4]}`
  if (!/^[A-Z]{1,4}-[A-Z\dl|]{2,6}$/.test(text)) return text
  return text.replace(/(?<=-)([A-Z1]{1,3}?)([\dlIO|]{1,3})$/, (whole, letters: string, digits: string) =>
    /[A-HJ-NP-Z]/.test(letters) || digits === ''
      ? letters.replaceAll('1', 'I') + asDigits(digits)
      : asDigits(whole),
  )
}

function asDigits(text: string): string {
  return text.replace(/[lI|]/g, '1').replaceAll('O', '0')
}

function baseAt({ baseline, bbox }: Line, x: number): number {
  const run = baseline.x1 - baseline.x0
  if (run <= 0) return bbox.y1
  const base = baseline.y0 + ((baseline.y1 - baseline.y0) * (x - baseline.x0)) / run
  return Math.min(bbox.y1, Math.max(bbox.y0, base))
}

function usualSize(lines: Line[]): number {
  const heights = lines.filter((line) => line.words.length > 2).map(heightOf)
  heights.sort((one, other) => one - other)
  return (heights[heights.length >> 1] ?? USUAL_SIZE_IN_PIXELS) / LINE_HEIGHT_IN_SIZES
}

function heightOf({ bbox }: Line): number {
  return Math.max(8, bbox.y1 - bbox.y0)
}
