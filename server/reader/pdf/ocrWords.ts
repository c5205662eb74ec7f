import type { Line, Page } from 'tesseract.js'
import type { Glyphs, Mark } from './marks'
import type { SeenPage } from './ocr'

const DOUBTFUL = 25
const LINE_HEIGHT_IN_SIZES = 0.95
const USUAL_SIZE_IN_PIXELS = 28

export interface Image {
  /** Pixels. */
  width: number
  height: number
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
  let sure = 0
  let letters = 0
  for (const line of lines) {
    for (const word of line.words) {
      if (word.confidence < DOUBTFUL || !/[\p{L}\d•®™]/u.test(word.text)) continue
      marks.push(markOf(word, line, { image, size, order: marks.length }))
      sure += word.confidence * word.text.length
      letters += word.text.length
    }
  }
  const { width, height, scale, turned } = image
  const glyphs: Glyphs = { width: width * scale, height: height * scale, turned, marks, stray: [], fonts: [] }
  return { glyphs, certainty: letters ? sure / letters / 100 : 0 }
}

function markOf(
  { bbox, text }: Line['words'][number],
  line: Line,
  { image, size, order }: { image: Image; size: number; order: number },
): Mark {
  const { scale, angle } = image
  const base = baseAt(line, (bbox.x0 + bbox.x1) / 2)
  const own = heightOf(line) / LINE_HEIGHT_IN_SIZES
  const slope = Math.tan((angle * Math.PI) / 180)
  return {
    text: text.replace(/^[|_~]+(?=\w)|(?<=\w)[|_~]+$/g, ''),
    x: bbox.x0 * scale,
    width: (bbox.x1 - bbox.x0) * scale,
    base: base * scale,
    size: (Math.abs(own - size) < 0.25 * size ? size : own) * scale,
    font: '',
    order,
    until: order,
    startsRun: false,
    raised: false,
    askew: [slope * (image.height / 2 - base) * scale, slope * (bbox.x0 - image.width / 2) * scale],
  }
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
