import type { PdfPage } from './engine/document'
import { OPS } from './engine/operators'
import { multiply, turnedBack } from './glyphs'
import type { Segment } from './marks'
import { boxAround, FILLS, type Numbers, type Point, type Shape, shapesIn, STROKES } from './paths'

/** A drawn line, or the edge of a coloured ground: across the page at a height, or down it. In points of the upright page. */
export interface Rule {
  at: number
  from: number
  to: number
}

export interface Rules {
  across: Rule[]
  down: Rule[]
}

export const NO_RULES: Rules = { across: [], down: [] }

const THICKEST = 3
const SHORTEST_PIECE = 3
const SHORTEST = 8
const STRAIGHT = 0.6
const JOINED = 3
const MOST_PIECES = 30_000
const SMALLEST_GROUND = { width: 12, height: 8 }
const TALLEST_GROUND = 0.6

interface Pen {
  matrix: number[]
  clip: { from: Point; to: Point }
}

/** What is ruled on a page; nothing where that can't be told. `turned` as in Glyphs. */
export async function readRules(page: PdfPage, turned: number): Promise<Rules> {
  const { width, height, transform } = page.viewport
  const { fnArray, argsArray } = await page.getDrawnPaths()
  const across: Rule[] = []
  const down: Rule[] = []
  const whole: Pen['clip'] = { from: [0, 0], to: [width, height] }
  let pen: Pen = { matrix: transform, clip: whole }
  let clips = false
  const saved: Pen[] = []
  for (const [index, fn] of fnArray.entries()) {
    draw(fn, (argsArray[index] ?? []) as unknown[])
    if (across.length + down.length > MOST_PIECES) return NO_RULES
  }
  return { across: joined(across), down: joined(down) }

  function draw(fn: number, args: unknown[]) {
    if (fn === OPS.save || fn === OPS.paintFormXObjectBegin) saved.push({ ...pen })
    if (fn === OPS.restore || fn === OPS.paintFormXObjectEnd) pen = saved.pop() ?? pen
    if (fn === OPS.transform) pen.matrix = multiply(pen.matrix, args as number[])
    if (fn === OPS.paintFormXObjectBegin && args[0]) pen.matrix = multiply(pen.matrix, args[0] as number[])
    if (fn === OPS.clip || fn === OPS.eoClip) clips = true
    if (fn !== OPS.constructPath) return
    const shapes = shapesIn((args[1] as Numbers[])[0] ?? null, pen.matrix)
    if (STROKES.includes(args[0] as number)) for (const shape of shapes) stroke(shape, args[0] as number)
    if (FILLS.includes(args[0] as number)) for (const shape of shapes) if (!shape.curved) fill(shape.points)
    if (clips && shapes.length) pen.clip = within(boxAround(shapes.flatMap(({ points }) => points)), pen.clip)
    clips = false
  }

  function stroke({ points, curved, closed }: Shape, op: number) {
    if (curved) return
    const ends = closed || op !== OPS.stroke ? [...points, points[0]!] : points
    for (const [at, end] of ends.entries()) if (at > 0) add(within(boxAround([ends[at - 1]!, end]), pen.clip))
  }

  function fill(points: Point[]) {
    const box = within(boxAround(points), pen.clip)
    const [wide, tall] = [box.to[0] - box.from[0], box.to[1] - box.from[1]]
    if (wide <= THICKEST || tall <= THICKEST) add(box)
    else if (
      wide >= SMALLEST_GROUND.width &&
      tall >= SMALLEST_GROUND.height &&
      tall < TALLEST_GROUND * height
    ) {
      add({ from: box.from, to: [box.to[0], box.from[1]] })
      add({ from: [box.from[0], box.to[1]], to: box.to })
    }
  }

  function add(box: Pen['clip']) {
    const [one, other] = [box.from, box.to].map(([x, y]) => turnedBack({ x, y }, turned, { width, height }))
    const wide = Math.abs(one!.x - other!.x)
    const tall = Math.abs(one!.y - other!.y)
    if (!(wide >= 0) || !(tall >= 0)) return
    if (tall <= THICKEST && wide >= SHORTEST_PIECE && wide >= 2 * tall)
      across.push(ruleOf(one!.y, other!.y, one!.x, other!.x))
    if (wide <= THICKEST && tall >= SHORTEST_PIECE && tall >= 2 * wide)
      down.push(ruleOf(one!.x, other!.x, one!.y, other!.y))
  }
}

function ruleOf(at: number, other: number, from: number, to: number): Rule {
  return { at: (at + other) / 2, from: Math.min(from, to), to: Math.max(from, to) }
}

function within(box: Pen['clip'], clip: Pen['clip']): Pen['clip'] {
  const from: Point = [Math.max(box.from[0], clip.from[0]), Math.max(box.from[1], clip.from[1])]
  const to: Point = [Math.min(box.to[0], clip.to[0]), Math.min(box.to[1], clip.to[1])]
  return from[0] <= to[0] + STRAIGHT && from[1] <= to[1] + STRAIGHT
    ? { from, to }
    : { from: [NaN, NaN], to: [NaN, NaN] }
}

/** Borders are drawn cell by cell, dashes piece by piece, and double lines twice. */
function joined(pieces: Rule[]): Rule[] {
  const sorted = [...pieces].sort((one, other) => one.at - other.at)
  const lanes: Rule[][] = []
  for (const piece of sorted) {
    const lane = lanes.at(-1)
    if (lane && piece.at - lane[0]!.at <= JOINED) lane.push(piece)
    else lanes.push([piece])
  }
  return lanes.flatMap(joinedLane).filter(({ from, to }) => to - from >= SHORTEST)
}

function joinedLane(lane: Rule[]): Rule[] {
  const at = lane.reduce((sum, rule) => sum + rule.at, 0) / lane.length
  const rules: Rule[] = []
  for (const piece of lane.sort((one, other) => one.from - other.from)) {
    const last = rules.at(-1)
    if (last && piece.from - last.to <= JOINED) last.to = Math.max(last.to, piece.to)
    else rules.push({ at, from: piece.from, to: piece.to })
  }
  return rules
}

/** Lines under words part nothing. */
export function withoutUnderlines({ across, down }: Rules, segments: Segment[]): Rules {
  const isUnderline = (rule: Rule) =>
    segments.some(
      (one) =>
        rule.at > one.base - 0.5 * one.size &&
        rule.at < one.base + 0.3 * one.size &&
        rule.from >= one.x - 2 &&
        rule.to <= one.right + 2,
    )
  return { across: across.filter((rule) => !isUnderline(rule)), down }
}
