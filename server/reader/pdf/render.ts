import type { Canvas } from '@napi-rs/canvas'
import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api'
import type { Boxes } from '../cage/request'
import { openDrawing } from './openPdf'

const MOST_PIXELS = 12_000_000
const WIDEST_IN_PIXELS = 2400
const MARKER = 'rgba(255, 214, 10, 0.38)'

export interface RenderRequest {
  width?: number
  boxes?: Boxes
  password?: string
}

/** PNG of one page, boxes in translucent yellow. Throws ReadError, RangeError for a page that is not there. */
export async function renderPage(bytes: Uint8Array, number: number, request: RenderRequest): Promise<Buffer> {
  const { pdf, close } = await openDrawing(bytes, request.password)
  try {
    const page = await pdf.getPage(Math.min(Math.max(1, number), pdf.numPages))
    const wanted = Math.min(WIDEST_IN_PIXELS, Math.max(50, request.width ?? 1000))
    const canvas = await drawPage(page, wanted / page.getViewport({ scale: 1 }).width)
    mark(canvas, request.boxes ?? [])
    return canvas.toBuffer('image/png')
  } finally {
    await close()
  }
}

/** Draws a page at a scale, or smaller when that would be too many pixels. */
export async function drawPage(page: PDFPageProxy, scale: number, turned = 0): Promise<Canvas> {
  const { createCanvas } = await import('@napi-rs/canvas')
  const full = page.getViewport({ scale: 1 })
  const most = Math.sqrt(MOST_PIXELS / (full.width * full.height))
  const viewport = page.getViewport({ scale: Math.min(scale, most), rotation: (page.rotate + turned) % 360 })
  const canvas = createCanvas(
    Math.max(1, Math.round(viewport.width)),
    Math.max(1, Math.round(viewport.height)),
  )
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport, background: 'white' }).promise
  return canvas
}

function mark(canvas: Canvas, boxes: Boxes) {
  const context = canvas.getContext('2d')
  context.fillStyle = MARKER
  for (const [x, y, width, height] of boxes) {
    const left = x * canvas.width - 1
    context.fillRect(left, y * canvas.height, width * canvas.width + 2, height * canvas.height)
  }
}
