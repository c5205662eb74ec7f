import type { PdfPage } from './engine/document'
import { OPS } from './engine/operators'

const INVISIBLE = 3

export interface Looks {
  /** Share of the page that images cover, at most 1. */
  imageShare: number
  /** Text that the page holds but does not show. */
  hiddenText: boolean
  paths: number
}

/** What a page draws besides its text; costs about as much as drawing it. */
export async function looksOf(page: PdfPage): Promise<Looks> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const [x0, y0, x1, y1] = page.view as [number, number, number, number]
  const images = new Set<number>([
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
  ])
  const paths = new Set<number>([OPS.constructPath])
  const looks: Looks = { imageShare: 0, hiddenText: false, paths: 0 }
  let area = 1
  let mode = 0
  const saved: number[] = []
  for (const [index, fn] of fnArray.entries()) {
    const args = argsArray[index] as number[] | null
    if (fn === OPS.save) saved.push(area)
    else if (fn === OPS.restore) area = saved.pop() ?? 1
    else if (fn === OPS.transform) area *= scaleOf(args!)
    else if (fn === OPS.setTextRenderingMode) mode = args![0]!
    else if (fn === OPS.showText && mode === INVISIBLE) looks.hiddenText = true
    else if (images.has(fn)) looks.imageShare += area / ((x1 - x0) * (y1 - y0))
    else if (paths.has(fn)) looks.paths++
  }
  return { ...looks, imageShare: Math.min(1, looks.imageShare) }
}

function scaleOf([a = 1, b = 0, c = 0, d = 1]: number[]): number {
  return Math.abs(a * d - b * c)
}
