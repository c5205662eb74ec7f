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
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const light = lightAt(paper, x / size - 0.5, y / size - 0.5)
      const at = 4 * (y * width + x)
      image.data.fill(Math.min(255, (image.data[at + 1]! * 250) / light), at, at + 3)
    }
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

/** Between the middles of four blocks. */
function lightAt({ across, down, light }: Paper, x: number, y: number): number {
  const left = Math.min(across - 1, Math.max(0, Math.floor(x)))
  const top = Math.min(down - 1, Math.max(0, Math.floor(y)))
  const right = Math.min(across - 1, left + 1)
  const bottom = Math.min(down - 1, top + 1)
  const [h, v] = [Math.min(1, Math.max(0, x - left)), Math.min(1, Math.max(0, y - top))]
  const above = light[top * across + left]! * (1 - h) + light[top * across + right]! * h
  const below = light[bottom * across + left]! * (1 - h) + light[bottom * across + right]! * h
  return above * (1 - v) + below * v
}
