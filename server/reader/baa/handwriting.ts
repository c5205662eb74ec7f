import type { Box, Doc, PageText } from '../pages'
import { makeFlow } from './flow'
import { type Block, signatureBlocks } from './signatureLines'

const ABOVE = 26
const FAR_ABOVE = 58
const BELOW = 9
const WIDEST = 240
const MOST_PAGES = 6
const CELL = 2
const EDGE = 3

/** Cells of ink: fewer are dirt, a name has more. */
const FEWEST = 6
const ENOUGH = 24
const LEAST_WIDTH = 26
const LEAST_HEIGHT = 8

/** Pages where somebody may have signed by hand, or by a picture of it, which only the drawn page shows. */
export function pagesToSign(doc: Doc): PageText[] {
  const blocks = signatureBlocks(makeFlow(doc)).filter(
    ({ sign, page }) => sign.state !== 'filled' || page.scanned,
  )
  return [...new Set(blocks.map(({ sign }) => sign.page))].slice(-MOST_PAGES)
}

/** null where nobody has looked, or what is there is too little for a name and too much for none. */
export function isWritten({ sign, name, date }: Block, beside: Block[]): boolean | null {
  const { page, line } = sign
  if (!page.ink) return null
  const over = sign.state === 'absent' && !/:/.test(line.text)
  const label = over ? line.x - 2 : labelEnd(line)
  const next = beside
    .filter(
      ({ sign: other }) =>
        other.line !== line && Math.abs(other.line.y - line.y) < 12 && other.line.x > line.x + 60,
    )
    .map(({ sign: other }) => other.line.x)
  const region: Box = {
    x: label + 2,
    y: line.y - (over ? FAR_ABOVE : ABOVE),
    width: Math.min(WIDEST, ...next.map((x) => x - 8 - label)),
    height: over ? FAR_ABOVE : ABOVE + line.height + BELOW,
  }
  const own = new Set(over ? scrawl(page, region) : line.words.filter(({ x }) => x >= label - 1))
  const printed = page.lines.flatMap(({ words }) => words).filter((word) => !own.has(word))
  const labels = [name, date].flatMap((entry) => (entry ? [entry.line.y] : []))
  const floor = Math.min(region.y + region.height, ...labels.filter((y) => y > line.y + 4))
  const ink = page.ink
    .flatMap(cellsOf)
    .filter(
      (cell) => within(cell, region) && cell.y + CELL <= floor && !printed.some((word) => covers(word, cell)),
    )
  if (ink.length < FEWEST) return false
  const extent = (values: number[]) => Math.max(...values) - Math.min(...values)
  const wide = extent(ink.map(({ x }) => x)) >= LEAST_WIDTH
  const high = new Set(ink.map(({ y }) => y)).size * CELL >= LEAST_HEIGHT
  return wide && high && ink.length >= ENOUGH ? true : null
}

/** What the recogniser makes of handwriting: short lines that are no words. */
function scrawl({ lines, source }: PageText, region: Box): Box[] {
  return source === 'ocr'
    ? lines.filter((line) => within(line, region) && line.text.length < 6).flatMap(({ words }) => words)
    : []
}

function labelEnd({ words, x }: Block['sign']['line']): number {
  const last = words.findLast(({ text }) => /:$/.test(text)) ?? words.find(({ text }) => /\p{L}/u.test(text))
  return last && !/_/.test(last.text) ? last.x + last.width : x
}

function cellsOf({ x, y, width }: Box): Box[] {
  return Array.from({ length: Math.round(width / CELL) }, (_, index) => ({
    x: x + index * CELL,
    y,
    width: CELL,
    height: CELL,
  }))
}

function within({ x, y }: Box, region: Box): boolean {
  return x >= region.x && x <= region.x + region.width && y >= region.y && y <= region.y + region.height
}

/** With the edge that blurred letters have. */
function covers(word: Box, { x, y }: Box): boolean {
  const [across, down] = [x + CELL / 2, y + CELL / 2]
  return (
    across >= word.x - EDGE &&
    across <= word.x + word.width + EDGE &&
    down >= word.y - EDGE &&
    down <= word.y + word.height + EDGE
  )
}
