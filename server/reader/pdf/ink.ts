import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api'
import type { Box, PageText } from '../pages'
import { straightened } from './deskew'
import { evenLight } from './evenLight'
import { drawPage } from './render'
import { withoutRules } from './unruled'

const DOTS_PER_INCH = 200
const CELL_IN_POINTS = 2
const DARK = 190
const FEWEST_PIXELS = 3

/** Where a page is inked, in runs of small cells as wide as they go; ruled lines are left out, words are not. */
export async function inkOn(pdf: PDFDocumentProxy, { number, turned, scanned }: PageText): Promise<Box[]> {
  const page = await pdf.getPage(number)
  const drawn = await drawPage(page, DOTS_PER_INCH / 72, turned ?? 0)
  const { width } = page.getViewport({ scale: 1, rotation: (page.rotate + (turned ?? 0)) % 360 })
  page.cleanup()
  const { canvas } = scanned ? await straightened(evenLight(drawn)) : { canvas: drawn }
  const perPoint = canvas.width / width
  const { data } = withoutRules(canvas).getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  const across = Math.ceil(canvas.width / perPoint / CELL_IN_POINTS)
  const down = Math.ceil(canvas.height / perPoint / CELL_IN_POINTS)
  const dark = new Uint16Array(across * down)
  for (let y = 0; y < canvas.height; y++) {
    const row = Math.floor(y / perPoint / CELL_IN_POINTS) * across
    for (let x = 0; x < canvas.width; x++) {
      const at = 4 * (y * canvas.width + x)
      if (data[at]! + data[at + 1]! + data[at + 2]! < 3 * DARK)
        dark[row + Math.floor(x / perPoint / CELL_IN_POINTS)]!++
    }
  }
  return runsOf(dark, across, down)
}

function runsOf(dark: Uint16Array, across: number, down: number): Box[] {
  const runs: Box[] = []
  for (let row = 0; row < down; row++) {
    let from = -1
    for (let column = 0; column <= across; column++) {
      const inked = column < across && dark[row * across + column]! >= FEWEST_PIXELS
      if (inked && from < 0) from = column
      if (inked || from < 0) continue
      runs.push({
        x: from * CELL_IN_POINTS,
        y: row * CELL_IN_POINTS,
        width: (column - from) * CELL_IN_POINTS,
        height: CELL_IN_POINTS,
      })
      from = -1
    }
  }
  return runs
}
