export interface Viewport {
  width: number
  height: number
  /** From the file's own coordinates to points from the top left of the upright page. */
  transform: number[]
}

const TURNS: Record<number, [number, number, number, number]> = {
  0: [1, 0, 0, -1],
  90: [0, 1, 1, 0],
  180: [-1, 0, 0, 1],
  270: [0, -1, -1, 0],
}

/** The page as displayed at its own size. */
export function viewportOf(view: number[], unit: number, rotate: number): Viewport {
  const [x0, y0, x1, y1] = view as [number, number, number, number]
  const [a, b, c, d] = TURNS[((rotate % 360) + 360) % 360]!
  const [middleX, middleY] = [(x1 + x0) / 2, (y1 + y0) / 2]
  const [across, down] = a === 0 ? [middleY - y0, middleX - x0] : [middleX - x0, middleY - y0]
  const [width, height] = a === 0 ? [y1 - y0, x1 - x0] : [x1 - x0, y1 - y0]
  return {
    width: width * unit,
    height: height * unit,
    transform: [
      a * unit,
      b * unit,
      c * unit,
      d * unit,
      Math.abs(across) * unit - a * unit * middleX - c * unit * middleY,
      Math.abs(down) * unit - b * unit * middleX - d * unit * middleY,
    ],
  }
}
