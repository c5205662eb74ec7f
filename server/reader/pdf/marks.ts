/** A word, or a part of one, as the file places it. */
export interface Mark {
  text: string
  x: number
  width: number
  /** Distance of the baseline from the top of the page. */
  base: number
  /** How far right and down of its place here it really stands, on a page that was scanned askew. */
  askew?: [x: number, y: number]
  size: number
  font: string
  /** Place in the file's own order of drawing; the same for words drawn in one go. */
  order: number
  /** The order of its last part, where parts were glued. */
  until: number
  /** First of its run with no white space before it: may be glued to what stands before. */
  startsRun: boolean
  /** A footnote mark or trade mark sign above the line. */
  raised: boolean
}

export interface Glyphs {
  width: number
  height: number
  turned: 0 | 90 | 180 | 270
  marks: Mark[]
  stray: string[]
  fonts: string[]
}

/** Marks on one baseline without a gap that parts columns. */
export interface Segment {
  marks: Mark[]
  text: string
  x: number
  right: number
  top: number
  bottom: number
  base: number
  size: number
  bold: boolean
}

export function rightOf(mark: { x: number; width: number }): number {
  return mark.x + mark.width
}

/** The width of a blank is about a quarter of the size; letters reach 0.8 above and 0.2 below the baseline. */
export function segmentOf(marks: Mark[], isBold: (font: string) => boolean): Segment {
  const size = mainSize(marks)
  const base = marks.find((mark) => mark.size === size && !mark.raised)?.base ?? marks[0]!.base
  return {
    marks,
    text: marks.map((mark) => mark.text).join(' '),
    x: Math.min(...marks.map((mark) => mark.x)),
    right: Math.max(...marks.map(rightOf)),
    top: base - 0.8 * size,
    bottom: base + 0.2 * size,
    base,
    size,
    bold: lettersIn(marks.filter((mark) => isBold(mark.font))) > lettersIn(marks) * 0.6,
  }
}

export function textOf(segment: Segment): string {
  return segment.text
}

function mainSize(marks: Mark[]): number {
  const first = marks[0]!.size
  if (marks.every((mark) => mark.size === first)) return first
  const letters = new Map<number, number>()
  for (const mark of marks) {
    if (!mark.raised) letters.set(mark.size, (letters.get(mark.size) ?? 0) + mark.text.length)
  }
  const [main] = [...letters].sort((one, other) => other[1] - one[1])
  return main?.[0] ?? marks[0]!.size
}

function lettersIn(marks: Mark[]): number {
  return marks.reduce((sum, mark) => sum + mark.text.length, 0)
}
