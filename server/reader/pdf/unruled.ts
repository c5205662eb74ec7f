import type { Canvas } from '@napi-rs/canvas'

const THICKEST_RULE_IN_PIXELS = 9
const INK = 200
/** Along a rule the ink is even; between letters that touch it is paler. */
const PALER = 50
const MOST_PALER = 0.12

/** In pixels. Between the words of a line are wider gaps than a dotted rule has. */
const SOLID = { shortest: 110, largestBreak: 2 }
const DOTTED = { shortest: 350, largestBreak: 5 }

/** Wipes out ruled lines in place, which otherwise lead the recogniser astray in tables. */
export function withoutRules(canvas: Canvas): Canvas {
  const { width, height } = canvas
  const context = canvas.getContext('2d')
  const image = context.getImageData(0, 0, width, height)
  const light = lightOf(image.data, width * height)
  for (const kind of [SOLID, DOTTED]) {
    const across = longRuns(light, { lines: height, along: width, lineStep: width, step: 1, ...kind })
    const down = longRuns(light, { lines: width, along: height, lineStep: 1, step: width, ...kind })
    for (const runs of [across, down]) {
      for (const pixel of runs) image.data.fill(255, 4 * pixel, 4 * pixel + 3)
    }
  }
  context.putImageData(image, 0, 0)
  return canvas
}

function lightOf(data: Uint8ClampedArray, length: number): Uint8Array {
  const light = new Uint8Array(length)
  for (let at = 0, from = 0; at < length; at++, from += 4) {
    light[at] = (data[from]! + data[from + 1]! + data[from + 2]!) / 3
  }
  return light
}

interface Way {
  lines: number
  along: number
  /** From one line of pixels to the next, and from one pixel in a line to the next. */
  lineStep: number
  step: number
  shortest: number
  largestBreak: number
}

/** The pixels of thin long lines, with a seam of one pixel. */
function* longRuns(light: Uint8Array, way: Way): Generator<number> {
  const runs = runsIn(light, way)
  for (const [line, found] of runs.entries()) {
    for (const run of found) {
      if (thickness(runs, line, run) > THICKEST_RULE_IN_PIXELS) continue
      if (way.largestBreak === SOLID.largestBreak && !isEven(light, way, line, run)) continue
      for (let at = run[0]; at <= run[1]; at++) {
        for (const beside of [line - 1, line, line + 1]) {
          if (beside >= 0 && beside < way.lines) yield beside * way.lineStep + at * way.step
        }
      }
    }
  }
}

type Run = [from: number, to: number]

/** Of every line, in the order in which the pixels lie in memory, whichever way the lines go. */
function runsIn(light: Uint8Array, { lines, along, lineStep, step, shortest, largestBreak }: Way): Run[][] {
  const runs: Run[][] = Array.from({ length: lines }, () => [])
  const from = new Int32Array(lines).fill(-1)
  const last = new Int32Array(lines).fill(-1)
  const end = (line: number) => {
    if (last[line]! - from[line]! >= shortest) runs[line]!.push([from[line]!, last[line]!])
    from[line] = -1
  }
  const see = (line: number, at: number) => {
    if (from[line]! >= 0 && at - last[line]! - 1 > largestBreak) end(line)
    if (from[line]! < 0) from[line] = at
    last[line] = at
  }
  if (step === 1) {
    for (let line = 0; line < lines; line++)
      for (let at = 0; at < along; at++) if (light[line * lineStep + at]! < INK) see(line, at)
  } else {
    for (let at = 0; at < along; at++)
      for (let line = 0; line < lines; line++) if (light[at * step + line]! < INK) see(line, at)
  }
  for (let line = 0; line < lines; line++) if (from[line]! >= 0) end(line)
  return runs
}

/** As a rule may lie a little askew, the lines beside count with it. */
function isEven(light: Uint8Array, { lines, lineStep, step }: Way, line: number, [from, to]: Run): boolean {
  const darkest = new Uint8Array(to - from + 1)
  let sum = 0
  for (let at = from; at <= to; at++) {
    let dark = 255
    for (let beside = Math.max(0, line - 1); beside <= Math.min(lines - 1, line + 1); beside++)
      dark = Math.min(dark, light[beside * lineStep + at * step]!)
    darkest[at - from] = dark
    sum += dark
  }
  const pale = sum / darkest.length + PALER
  return darkest.filter((dark) => dark > pale).length <= MOST_PALER * darkest.length
}

/** How many neighbouring lines hold the same run: a black area is not a rule. */
function thickness(runs: Run[][], line: number, [from, to]: Run): number {
  const middle = (from + to) / 2
  const holds = (at: number) => runs[at]?.some((run) => run[0] <= middle && run[1] >= middle) ?? false
  let count = 1
  for (let at = line - 1; holds(at) && count <= THICKEST_RULE_IN_PIXELS; at--) count++
  for (let at = line + 1; holds(at) && count <= THICKEST_RULE_IN_PIXELS; at++) count++
  return count
}
