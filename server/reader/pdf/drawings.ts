import type { Box, Doc } from '../pages'
import type { PdfDocument, PdfPage } from './engine/document'
import { OPS } from './engine/operators'
import { multiply } from './glyphs'

/** What is drawn on a page besides its words: it tells bullets that are no letters, and the cells of tables. In points, origin top left. */
export interface Drawings {
  /** Small marks, as wide as high. */
  dots: Box[]
  /** Lines across, and the upper and lower edges of boxes. */
  rules: Box[]
  /** Lines down, and the left and right edges of boxes. */
  bars: Box[]
}

const THIN = 2.2
const SHORTEST = 12
/** Beyond this it is a frame around the page, or its ground. */
const TALLEST = 600
const DOT = { least: 1.2, most: 8 }
const MOST_PAGES = 16
const MOST_SHAPES = 20_000

type Numbers = ArrayLike<number>

/** Finds what is drawn on some pages of a text layer, at most the first MOST_PAGES. */
export async function lookAt({ pages }: Doc, pdf: PdfDocument, numbers: number[]): Promise<void> {
  for (const number of numbers.slice(0, MOST_PAGES)) {
    const page = pages[number - 1]
    if (page && page.source === 'text' && !page.scanned && !page.turned)
      page.drawn = await drawingsOn(pdf, number)
  }
}

/** Throws nothing: a page that can't be looked at has no drawings. */
async function drawingsOn(pdf: PdfDocument, page: number): Promise<Drawings> {
  try {
    return await drawingsOf(await pdf.getPage(page))
  } catch {
    return { dots: [], rules: [], bars: [] }
  }
}

async function drawingsOf(page: PdfPage): Promise<Drawings> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const drawings: Drawings = { dots: [], rules: [], bars: [] }
  let matrix = page.viewport.transform as number[]
  const saved: number[][] = []
  for (const [index, fn] of fnArray.entries()) {
    const args = (argsArray[index] ?? []) as unknown[]
    if (fn === OPS.save || fn === OPS.paintFormXObjectBegin || fn === OPS.beginAnnotation) saved.push(matrix)
    if (fn === OPS.restore || fn === OPS.paintFormXObjectEnd || fn === OPS.endAnnotation)
      matrix = saved.pop() ?? matrix
    if (fn === OPS.transform) matrix = multiply(matrix, args as number[])
    if (fn === OPS.paintFormXObjectBegin && args[0]) matrix = multiply(matrix, args[0] as number[])
    if (fn === OPS.constructPath && isPainted(args[0] as number))
      for (const shape of shapesIn((args[1] as Numbers[])[0] ?? null, matrix)) sort(shape, drawings)
  }
  return drawings
}

function isPainted(fn: number): boolean {
  return fn >= OPS.stroke && fn <= OPS.closeEOFillStroke
}

function sort({ x, y, width, height }: Box, drawings: Drawings) {
  const small = Math.max(width, height) <= DOT.most && Math.min(width, height) >= DOT.least
  if (drawings.rules.length + drawings.bars.length + drawings.dots.length > MOST_SHAPES) return
  if (small && Math.abs(width - height) < 1.5) drawings.dots.push({ x, y, width, height })
  else if (height <= THIN && width >= SHORTEST)
    drawings.rules.push({ x, y: y + height / 2, width, height: 0 })
  else if (width <= THIN && height >= SHORTEST) drawings.bars.push({ x: x + width / 2, y, width: 0, height })
  else if (width >= SHORTEST && height > DOT.most && height < TALLEST) {
    drawings.rules.push({ x, y, width, height: 0 }, { x, y: y + height, width, height: 0 })
    drawings.bars.push({ x, y, width: 0, height }, { x: x + width, y, width: 0, height })
  }
}

/** The box around each part of a path: 0 moves, 1 draws a line, 2 a curve, 3 closes. */
function shapesIn(path: Numbers | null, matrix: number[]): Box[] {
  const shapes: [x: number, y: number][][] = []
  for (let at = 0; path && at < path.length;) {
    const step = path[at]!
    if (step > 2 || step < 0) at++
    else {
      if (step === 0) shapes.push([])
      const end = at + (step === 2 ? 7 : 3)
      shapes.at(-1)?.push(placed(matrix, path[end - 2]!, path[end - 1]!))
      at = end
    }
  }
  return shapes.filter((points) => points.length > 1).map(boxAround)
}

function boxAround(points: [x: number, y: number][]): Box {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

function placed(matrix: number[], x: number, y: number): [x: number, y: number] {
  const [a, b, c, d, e, f] = matrix as [number, number, number, number, number, number]
  return [a * x + c * y + e, b * x + d * y + f]
}
