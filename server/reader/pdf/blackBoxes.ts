import type { Boxes } from '../cage/request'
import type { OperatorList, PdfDocument, PdfPage } from './engine/document'
import { OPS } from './engine/operators'
import { multiply } from './glyphs'
import { boxAround, FILLS, type Numbers, type Point, pointAt, shapesIn } from './paths'

const DARK = /^#[0-3].[0-3].[0-3].$/
const LEAST_HEIGHT = 4
const MOST_PAGES = 40

interface Pen {
  matrix: number[]
  dark: boolean
  solid: boolean
}

interface BlackBox {
  from: Point
  to: Point
}

/** By page, as fractions of it: dark boxes drawn over what was there before. Words under them are not to be seen. */
export async function blackBoxesOn(pdf: PdfDocument, pages: number[]): Promise<Map<number, Boxes>> {
  const found = new Map<number, Boxes>()
  for (const number of pages.slice(0, MOST_PAGES)) {
    try {
      found.set(number, await boxesOf(await pdf.getPage(number)))
    } catch {
      found.set(number, [])
    }
  }
  return found
}

async function boxesOf(page: PdfPage): Promise<Boxes> {
  if (!paintsGround(await page.getDrawnPaths())) return []
  const { fnArray, argsArray } = await page.getOperatorList()
  const { width, height, transform } = page.viewport
  let pen: Pen = { matrix: transform as number[], dark: true, solid: true }
  let line: Point = [0, 0]
  let text: number[] = [1, 0, 0, 1, 0, 0]
  let boxes: BlackBox[] = []
  const saved: Pen[] = []
  for (const [index, fn] of fnArray.entries()) draw(fn, (argsArray[index] ?? []) as unknown[])
  return boxes.map(({ from, to }) => [
    from[0] / width,
    from[1] / height,
    (to[0] - from[0]) / width,
    (to[1] - from[1]) / height,
  ])

  function draw(fn: number, args: unknown[]) {
    if (fn === OPS.save || fn === OPS.paintFormXObjectBegin || fn === OPS.beginAnnotation)
      saved.push({ ...pen })
    if (fn === OPS.restore || fn === OPS.paintFormXObjectEnd || fn === OPS.endAnnotation)
      pen = saved.pop() ?? pen
    if (fn === OPS.transform) pen.matrix = multiply(pen.matrix, args as number[])
    if (fn === OPS.paintFormXObjectBegin && args[0]) pen.matrix = multiply(pen.matrix, args[0] as number[])
    if (fn === OPS.beginAnnotation) {
      pen = {
        matrix: multiply(multiply(transform as number[], args[2] as number[]), args[3] as number[]),
        dark: true,
        solid: true,
      }
    }
    if (fn === OPS.setFillRGBColor) pen.dark = DARK.test(String(args[0]))
    if (fn === OPS.setGState) pen.solid = opacity(args[0] as [string, unknown][]) ?? pen.solid
    if (fn === OPS.constructPath && FILLS.includes(args[0] as number) && pen.dark && pen.solid) {
      boxes.push(...boxesIn((args[1] as Numbers[])[0] ?? null, pen.matrix))
    }
    if (fn === OPS.beginText)
      [text, line] = [
        [1, 0, 0, 1, 0, 0],
        [0, 0],
      ]
    if (fn === OPS.setTextMatrix) [text, line] = [Array.from(args[0] as Numbers), [0, 0]]
    if (fn === OPS.moveText) line = [line[0] + Number(args[0]), line[1] + Number(args[1])]
    if (fn === OPS.showText) writtenAt(pointAt(multiply(pen.matrix, text), line))
  }

  /** Words drawn after a box stand on it: it is the ground of a table's heading, say. */
  function writtenAt([x, y]: Point) {
    boxes = boxes.filter(({ from, to }) => x < from[0] || x > to[0] || y < from[1] || y > to[1])
  }
}

/** Colours and text need the whole list, which takes its time. */
function paintsGround({ fnArray, argsArray }: OperatorList): boolean {
  return fnArray.some((fn, index) => {
    const [paint, [path] = []] = (fn === OPS.constructPath ? argsArray[index] : []) as [number?, Numbers[]?]
    return paint !== undefined && FILLS.includes(paint) && path
  })
}

function opacity(states: [string, unknown][]): boolean | undefined {
  const alpha = states.find(([name]) => name === 'ca')
  return alpha && Number(alpha[1]) > 0.9
}

/** Each rectangle of a path. */
function boxesIn(path: Numbers | null, matrix: number[]): BlackBox[] {
  return shapesIn(path, matrix)
    .filter(({ points }) => points.length >= 4 && points.length <= 5)
    .map(({ points }) => boxAround(points))
    .filter(({ from, to }) => to[1] - from[1] >= LEAST_HEIGHT && to[0] - from[0] >= LEAST_HEIGHT)
}
