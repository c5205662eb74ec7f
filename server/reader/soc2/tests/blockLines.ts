import type { Line, PageText } from '../../pages'
import { labelOf, type Said, startOf } from './blocks'
import { plain } from './wording'

const NUMBER_LABEL = /^control (?:number|no\.?|id|ref(?:erence)?|#):?$/i
const SAME_BASELINE = 0.4
const WORD_GAP = 1.5
const CELL_GAP = 1.35
const LABEL_GAP = 1.15

/** The lines of pages without tables, from top to bottom; labels that stand in a column of their own are put before what they name. */
export function linesOf(pages: PageText[]): Said[] {
  return pages.flatMap((page) => {
    const lines = joined(
      page.lines.filter((line) => line.text.trim() && (!line.running || isOfATest(line, page.lines))),
    )
    const labels = lines.filter((line) => isLabel(line))
    const said =
      labels.length >= 2 && hasValuesBeside(labels, lines)
        ? labelled(labels, lines)
        : lines.map((line) => line.text)
    return said.map((text) => ({ text, page: page.number }))
  })
}

/** The first lines of pages that all begin with a control look alike, digits apart, and so pass for a running header. */
function isOfATest(line: Line, lines: Line[]): boolean {
  const beside = lines.filter((one) => one.running && Math.abs(one.y - line.y) < line.size * SAME_BASELINE)
  return beside.some(
    (one) => startOf(plain(one.text)) || labelOf(plain(one.text)) || NUMBER_LABEL.test(plain(one.text)),
  )
}

interface Piece {
  text: string
  x: number
  y: number
  right: number
  size: number
}

/** Pieces of one baseline that stand close together are one line. */
function joined(lines: Line[]): Piece[] {
  const sorted = [...lines].sort((one, other) =>
    Math.abs(one.y - other.y) < one.size * SAME_BASELINE ? one.x - other.x : one.y - other.y,
  )
  const pieces: Piece[] = []
  for (const line of sorted) {
    const last = pieces.at(-1)
    const near =
      last &&
      Math.abs(last.y - line.y) < line.size * SAME_BASELINE &&
      line.x - last.right < line.size * WORD_GAP &&
      line.x >= last.x
    if (near) Object.assign(last, { text: `${last.text} ${plain(line.text)}`, right: line.x + line.width })
    else
      pieces.push({
        text: plain(line.text),
        x: line.x,
        y: line.y,
        right: line.x + line.width,
        size: line.size,
      })
  }
  return pieces
}

function isLabel(piece: Piece): boolean {
  if (piece.text.length > 60) return false
  return labelOf(piece.text.replace(/:?$/, ':'))?.rest === '' || NUMBER_LABEL.test(piece.text)
}

function hasValuesBeside(labels: Piece[], lines: Piece[]): boolean {
  const beside = labels.filter((label) =>
    lines.some((line) => line.x > label.right && Math.abs(line.y - label.y) < line.size * 2.5),
  )
  return (
    beside.length >= labels.length * 0.7 && new Set(labels.map((label) => Math.round(label.x / 4))).size <= 2
  )
}

/** Each label with the block of lines at its height; what has no label goes on with the block before. */
function labelled(labels: Piece[], lines: Piece[]): string[] {
  const edge = Math.max(...labels.map((label) => label.right))
  const beside = lines.filter((line) => line.x > edge)
  const step = usualStep(beside)
  const values = blocksOf(beside, step * CELL_GAP)
  const names = blocksOf(
    lines.filter((line) => line.x <= edge),
    step * LABEL_GAP,
  )
  const taken = new Set<Piece[]>()
  const said = values.map((block) => {
    const mine = names.filter((name) => !taken.has(name) && (isBeside(name, block) || isBeside(block, name)))
    mine.forEach((name) => taken.add(name))
    const name = mine.map(textOf).join(' ').replace(/:$/, '')
    return { y: block[0]!.y, text: name ? `${name}: ${textOf(block)}` : textOf(block) }
  })
  const rest = names.filter((name) => !taken.has(name)).map((name) => ({ y: name[0]!.y, text: textOf(name) }))
  return [...said, ...rest].sort((one, other) => one.y - other.y).map(({ text }) => text)
}

function isBeside(one: Piece[], other: Piece[]): boolean {
  const middle = (one[0]!.y + one.at(-1)!.y) / 2
  const slack = one[0]!.size * 0.5
  return middle >= other[0]!.y - slack && middle <= other.at(-1)!.y + slack
}

function textOf(block: Piece[]): string {
  return block.map((line) => line.text).join(' ')
}

function blocksOf(lines: Piece[], furthest: number): Piece[][] {
  const blocks: Piece[][] = []
  for (const line of lines) {
    const above = blocks.at(-1)?.at(-1)
    if (above && line.y - above.y < furthest) blocks.at(-1)!.push(line)
    else blocks.push([line])
  }
  return blocks
}

function usualStep(lines: Piece[]): number {
  const steps = lines
    .slice(1)
    .map((line, at) => line.y - lines[at]!.y)
    .filter((step) => step > 2)
  return Math.min(...steps, 40)
}
