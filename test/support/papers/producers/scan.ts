import { createCanvas, loadImage, type SKRSContext2D } from '@napi-rs/canvas'
import { PDFParse } from 'pdf-parse'
import PDFDocument from 'pdfkit'

export interface ScanOptions {
  /** Degrees; turns the other way on every second page. */
  skew?: number
  /** Dots per inch. */
  resolution?: number
  /** 0 to 1: grains of dirt. */
  noise?: number
  /** JPEG quality. */
  quality?: number
}

/** The same pages as a scanner would give them: no words, only pictures. */
export async function scanned(pdf: Buffer, options: ScanOptions = {}): Promise<Buffer> {
  const images = await pictures(pdf, (options.resolution ?? 150) / 72)
  const pages = await Promise.all(images.map((image, index) => dirtied(image, index, options)))
  const doc = new PDFDocument({ autoFirstPage: false })
  for (const jpeg of pages)
    doc.addPage({ size: 'LETTER', margin: 0 }).image(jpeg, 0, 0, { width: 612, height: 792 })
  return finished(doc)
}

export async function pictures(pdf: Buffer, scale: number, partial?: number[]): Promise<Buffer[]> {
  const parser = new PDFParse({ data: new Uint8Array(pdf) })
  try {
    const { pages } = await parser.getScreenshot({ scale, imageDataUrl: false, ...(partial && { partial }) })
    return pages.map(({ data }) => Buffer.from(data))
  } finally {
    await parser.destroy()
  }
}

async function dirtied(png: Buffer, index: number, { skew = 0.6, noise = 0.3, quality = 60 }: ScanOptions) {
  const image = await loadImage(png)
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#f7f6f1'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.translate(canvas.width / 2, canvas.height / 2)
  context.rotate(((index % 2 ? -skew : skew) * Math.PI) / 180)
  context.globalCompositeOperation = 'multiply'
  context.drawImage(image, -canvas.width / 2, -canvas.height / 2)
  context.setTransform(1, 0, 0, 1, 0, 0)
  sprinkle(context, canvas.width, canvas.height, noise, index)
  return canvas.toBuffer('image/jpeg', quality)
}

function sprinkle(context: SKRSContext2D, width: number, height: number, noise: number, seed: number) {
  let state = seed + 1
  const next = () => (state = (state * 48271) % 2147483647) / 2147483647
  context.fillStyle = 'rgba(60,60,60,0.5)'
  for (let grain = 0; grain < noise * 3000; grain++) context.fillRect(next() * width, next() * height, 1, 1)
}

export function finished(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = []
  const done = new Promise<Buffer>((resolve) => doc.on('end', () => resolve(Buffer.concat(chunks))))
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  doc.end()
  return done
}
