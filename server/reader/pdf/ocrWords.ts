import type { Line, Page } from 'tesseract.js'
import type { Glyphs, Mark } from './marks'
import type { SeenPage } from './ocr'

const DOUBTFUL = 25
const LINE_HEIGHT_IN_SIZES = 0.95

interface Image {
  /** Pixels. */
  width: number
  height: number
  /** Points per pixel. */
  scale: number
  turned: Glyphs['turned']
}

/** Recognised words as marks; a page that was scanned askew is set straight. */
export function pageFromWords(data: Page, image: Image): SeenPage {
  const lines = (data.blocks ?? []).flatMap((block) =>
    block.paragraphs.flatMap((paragraph) => paragraph.lines),
  )
  const slope = usualSlope(lines)
  const size = usualSize(lines, slope)
  const marks: Mark[] = []
  let sure = 0
  let letters = 0
  for (const line of lines) {
    for (const word of line.words) {
      if (word.confidence < DOUBTFUL || !/[\p{L}\d•®™]/u.test(word.text)) continue
      marks.push(markOf(word, line, { image, slope, size, order: marks.length }))
      sure += word.confidence * word.text.length
      letters += word.text.length
    }
  }
  const { width, height, scale, turned } = image
  const glyphs: Glyphs = { width: width * scale, height: height * scale, turned, marks, stray: [], fonts: [] }
  return { glyphs, certainty: letters ? sure / letters / 100 : 0 }
}

interface Straightening {
  image: Image
  slope: number
  size: number
  order: number
}

function markOf({ bbox, text }: Line['words'][number], line: Line, to: Straightening): Mark {
  const { scale, width } = to.image
  const middle = (bbox.x0 + bbox.x1) / 2
  const base = baseAt(line, middle)
  const straight = base - to.slope * (middle - width / 2)
  const own = heightOf(line, to.slope) / LINE_HEIGHT_IN_SIZES
  const size = Math.abs(own - to.size) < 0.25 * to.size ? to.size : own
  return {
    text,
    x: bbox.x0 * scale,
    width: (bbox.x1 - bbox.x0) * scale,
    base: straight * scale,
    askew: (base - straight) * scale,
    size: size * scale,
    font: '',
    order: to.order,
    until: to.order,
    startsRun: false,
    raised: false,
  }
}

function baseAt({ baseline, bbox }: Line, x: number): number {
  const run = baseline.x1 - baseline.x0
  if (run <= 0) return bbox.y1
  return baseline.y0 + ((baseline.y1 - baseline.y0) * (x - baseline.x0)) / run
}

function usualSlope(lines: Line[]): number {
  const long = lines.filter(({ baseline }) => baseline.x1 - baseline.x0 > 300)
  const slopes = long.map(({ baseline }) => (baseline.y1 - baseline.y0) / (baseline.x1 - baseline.x0))
  slopes.sort((one, other) => one - other)
  const middle = slopes[slopes.length >> 1] ?? 0
  return Math.abs(middle) < 0.1 ? middle : 0
}

function usualSize(lines: Line[], slope: number): number {
  const heights = lines.filter((line) => line.words.length > 2).map((line) => heightOf(line, slope))
  heights.sort((one, other) => one - other)
  return (heights[heights.length >> 1] ?? 28) / LINE_HEIGHT_IN_SIZES
}

function heightOf({ bbox }: Line, slope: number): number {
  return Math.max(8, bbox.y1 - bbox.y0 - Math.abs(slope) * (bbox.x1 - bbox.x0))
}
