import type { Canvas } from '@napi-rs/canvas'

/** A drawn page as PGM, or as PPM when it has colours: nothing to pack here and to unpack there, as PNG would be. */
export function netpbmOf(canvas: Canvas): Buffer {
  const { width, height } = canvas
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height)
  const channels = isGrey(data) ? 1 : 3
  const head = Buffer.from(`P${channels === 1 ? 5 : 6}\n${width} ${height}\n255\n`)
  const image = Buffer.allocUnsafe(head.length + width * height * channels)
  head.copy(image)
  let to = head.length
  if (channels === 1) for (let from = 0; from < data.length; from += 4) image[to++] = data[from]!
  else
    for (let from = 0; from < data.length; from += 4) {
      image[to++] = data[from]!
      image[to++] = data[from + 1]!
      image[to++] = data[from + 2]!
    }
  return image
}

function isGrey(data: Uint8ClampedArray): boolean {
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) return false
  }
  return true
}
