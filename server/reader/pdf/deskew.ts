import type { Canvas } from '@napi-rs/canvas'

const WIDTH_IN_PIXELS = 800
const DARK = 140
const WIDEST_ANGLE = 4
const COARSE_STEP = 0.25
const FINE_STEP = 0.05
const MOST_POINTS = 60_000
const FEWEST_POINTS = 400
const CLEARLY_TURNED = 1.5
/** Copiers leave black edges, which say nothing of the lines. */
const EDGE = 0.04

/** A copy set straight, and by how many degrees clockwise the page lay askew. */
export async function straightened(canvas: Canvas): Promise<{ canvas: Canvas; angle: number }> {
  const angle = await skewOf(canvas)
  if (Math.abs(angle) < 0.1) return { canvas, angle: 0 }
  const { createCanvas } = await import('@napi-rs/canvas')
  const straight = createCanvas(canvas.width, canvas.height)
  const context = straight.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.translate(canvas.width / 2, canvas.height / 2)
  context.rotate((-angle * Math.PI) / 180)
  context.drawImage(canvas, -canvas.width / 2, -canvas.height / 2)
  return { canvas: straight, angle }
}

/** Whether the lines of a page run from top to bottom. */
export async function isOnItsSide(canvas: Canvas): Promise<boolean> {
  const points = await darkPoints(canvas)
  const turned = new Float32Array(points.length)
  const middle = canvas.height / canvas.width / 2
  for (let at = 0; at < points.length; at += 2) {
    turned[at] = points[at + 1]! - middle * WIDTH_IN_PIXELS
    turned[at + 1] = points[at]! + WIDTH_IN_PIXELS / 2
  }
  const sharpness = (all: Float32Array) => sharpnessAt(all, sharpest(all, 0, WIDEST_ANGLE, COARSE_STEP))
  const ratio = sharpness(turned) / Math.max(1, sharpness(points))
  return points.length >= FEWEST_POINTS && ratio > CLEARLY_TURNED
}

/** Along the right angle dark points fall into few rows with white between. */
async function skewOf(canvas: Canvas): Promise<number> {
  const points = await darkPoints(canvas)
  if (points.length < FEWEST_POINTS) return 0
  const coarse = sharpest(points, 0, WIDEST_ANGLE, COARSE_STEP)
  return sharpest(points, coarse, COARSE_STEP, FINE_STEP)
}

function sharpest(points: Float32Array, around: number, reach: number, step: number): number {
  let best = around
  let most = 0
  for (let angle = around - reach; angle <= around + reach + 1e-9; angle += step) {
    const sharpness = sharpnessAt(points, angle)
    if (sharpness > most * 1.002) [best, most] = [angle, sharpness]
  }
  return best
}

function sharpnessAt(points: Float32Array, angle: number): number {
  const slope = Math.tan((angle * Math.PI) / 180)
  const rows = new Float64Array(4 * WIDTH_IN_PIXELS)
  for (let at = 0; at < points.length; at += 2) {
    const row = Math.round(points[at + 1]! - slope * points[at]!) + WIDTH_IN_PIXELS
    if (row >= 0 && row < rows.length) rows[row]!++
  }
  let sum = 0
  for (let row = 1; row < rows.length; row++) sum += (rows[row]! - rows[row - 1]!) ** 2
  return sum
}

function isInside(share: number): boolean {
  return share > EDGE && share < 1 - EDGE
}

/** Pairs of x and y, x counted from the middle. */
async function darkPoints(canvas: Canvas): Promise<Float32Array> {
  const { createCanvas } = await import('@napi-rs/canvas')
  const height = Math.min(2 * WIDTH_IN_PIXELS, Math.round((canvas.height * WIDTH_IN_PIXELS) / canvas.width))
  const small = createCanvas(WIDTH_IN_PIXELS, height)
  small.getContext('2d').drawImage(canvas, 0, 0, WIDTH_IN_PIXELS, height)
  const { data } = small.getContext('2d').getImageData(0, 0, WIDTH_IN_PIXELS, height)
  const points: number[] = []
  for (let at = 0; at < data.length && points.length < 2 * MOST_POINTS; at += 4) {
    if (data[at]! + data[at + 1]! + data[at + 2]! < 3 * DARK) {
      const pixel = at / 4
      const [x, y] = [pixel % WIDTH_IN_PIXELS, Math.floor(pixel / WIDTH_IN_PIXELS)]
      if (isInside(x / WIDTH_IN_PIXELS) && isInside(y / height)) points.push(x - WIDTH_IN_PIXELS / 2, y)
    }
  }
  return Float32Array.from(points)
}
