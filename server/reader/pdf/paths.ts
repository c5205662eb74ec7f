import { OPS } from './engine/operators'

export type Point = [x: number, y: number]
export type Numbers = ArrayLike<number>

export interface Shape {
  points: Point[]
  curved: boolean
  closed: boolean
}

export const FILLS: number[] = [OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke]
export const STROKES: number[] = [
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
]

/** The shapes of a path as pdf.js gives it: 0 moves, 1 draws a line, 2 a curve, 3 closes. */
export function shapesIn(path: Numbers | null, matrix: number[]): Shape[] {
  const shapes: Shape[] = []
  for (let at = 0; path && at < path.length;) {
    const step = path[at]!
    const shape = shapes.at(-1)
    if (step > 2 || step < 0) {
      if (shape) shape.closed = true
      at++
    } else {
      if (step === 0) shapes.push({ points: [], curved: false, closed: false })
      const end = at + (step === 2 ? 7 : 3)
      if (step === 2 && shape) shape.curved = true
      shapes.at(-1)?.points.push(pointAt(matrix, [path[end - 2]!, path[end - 1]!]))
      at = end
    }
  }
  return shapes
}

export function pointAt(matrix: number[], [x, y]: Point): Point {
  const [a, b, c, d, e, f] = matrix as [number, number, number, number, number, number]
  return [a * x + c * y + e, b * x + d * y + f]
}

export function boxAround(points: Point[]): { from: Point; to: Point } {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return { from: [Math.min(...xs), Math.min(...ys)], to: [Math.max(...xs), Math.max(...ys)] }
}
