import type { Canvas } from '@napi-rs/canvas'

const BLOCKS_ACROSS = 40
const PAPER = 225
const DARKEST_PAPER = 80
const SAMPLED = 3

/** Makes the paper white in place where a shadow or a faint copy leaves it grey; a page on white paper stays as it is. */
export function evenLight(canvas: Canvas): Canvas {
  const { width, height } = canvas
  const context = canvas.getContext('2d')
  const image = context.getImageData(0, 0, width, height)
  const size = Math.max(8, Math.ceil(width / BLOCKS_ACROSS))
  const paper = paperOf(image.data, width, height, size)
  if (paper.light.every((light) => light >= PAPER)) return canvas
  const row = new Float32Array(paper.across)
  for (let y = 0; y < height; y++) {
    lightAlong(paper, y / size - 0.5, row)
    brighten(image.data, y * width, width, row, size)
  }
  context.putImageData(image, 0, 0)
  return canvas
}

interface Paper {
  across: number
  down: number
  light: Float32Array
}

/** The brightest spot of each block is its paper. */
function paperOf(data: Uint8ClampedArray, width: number, height: number, size: number): Paper {
  const across = Math.ceil(width / size)
  const down = Math.ceil(height / size)
  const light = new Float32Array(across * down).fill(DARKEST_PAPER)
  for (let y = 0; y < height; y += SAMPLED) {
    for (let x = 0; x < width; x += SAMPLED) {
      const block = Math.floor(y / size) * across + Math.floor(x / size)
      light[block] = Math.max(light[block]!, data[4 * (y * width + x) + 1]!)
    }
  }
  return { across, down, light }
}

/** Between the middles of the blocks above and below. */
function lightAlong({ across, down, light }: Paper, y: number, row: Float32Array) {
  const top = Math.min(down - 1, Math.max(0, Math.floor(y)))
  const bottom = Math.min(down - 1, top + 1)
  const part = Math.min(1, Math.max(0, y - top))
  for (let at = 0; at < across; at++)
    row[at] = light[top * across + at]! * (1 - part) + light[bottom * across + at]! * part
}

function brighten(data: Uint8ClampedArray, start: number, width: number, row: Float32Array, size: number) {
  for (let x = 0; x < width; x++) {
    const across = x / size - 0.5
    const left = across < 0 ? 0 : Math.min(row.length - 1, across | 0)
    const right = Math.min(row.length - 1, left + 1)
    const part = Math.min(1, Math.max(0, across - left))
    const light = row[left]! * (1 - part) + row[right]! * part
    const at = 4 * (start + x)
    const bright = Math.min(255, (data[at + 1]! * 250) / light)
    data[at] = data[at + 1] = data[at + 2] = bright
  }
}
