import type { Line, Place, Word } from '../pages'
import type { Block } from './blocks'
import type { Mark, Segment } from './marks'
import { isTornReference } from './fullLines'
import { plainText } from './plain'
import type { Vocabulary } from './vocabulary'

const SOFT_HYPHEN = '\u00AD'

export interface PageLines {
  lines: Line[]
  text: string
  places: Place[]
}

/** Blocks in reading order → lines, and the text with its way back to the words. */
export function makeLines(blocks: Block[], running: Set<Segment>, vocabulary: Vocabulary): PageLines {
  const page: PageLines = { lines: [], text: '', places: [] }
  for (const block of blocks) {
    let above: Segment | null = null
    const setting = settingOf(block)
    for (const segment of block) {
      const line = lineOf(segment, running.has(segment))
      page.lines.push(line)
      if (line.running) continue
      if (page.text) addSeparator(page, above, segment, setting, vocabulary)
      addWords(page, segment, line)
      above = segment
    }
  }
  return page
}

export function joinCell(segments: Segment[], vocabulary: Vocabulary): string {
  return makeLines([segments], new Set(), vocabulary).text.replace(/\n/g, ' ')
}

function lineOf(segment: Segment, running: boolean): Line {
  return {
    text: plainText(segment.text),
    words: segment.marks.map(wordOf),
    x: segment.x,
    y: segment.top,
    width: segment.right - segment.x,
    height: segment.bottom - segment.top,
    size: Math.round(segment.size * 10) / 10,
    bold: segment.bold,
    running,
  }
}

function wordOf(mark: Mark): Word {
  const [right, down] = mark.askew ?? [0, 0]
  const rise = (mark.raised ? 1.4 : 0.8) * mark.size
  const height = (mark.raised ? 1.6 : 1) * mark.size
  return { text: mark.text, x: mark.x + right, y: mark.base + down - rise, width: mark.width, height }
}

interface Setting {
  /** Usual distance of baselines. */
  step: number
  /** How far right the lines go. */
  edge: number
  /** Usual size of letters. */
  size: number
}

function settingOf(block: Block): Setting {
  const sizes = block.map((segment) => segment.size).sort((one, other) => one - other)
  const edge = Math.max(...block.map((segment) => segment.right))
  return { step: usualStep(block), edge, size: sizes[sizes.length >> 1] ?? 10 }
}

function addSeparator(
  page: PageLines,
  above: Segment | null,
  segment: Segment,
  setting: Setting,
  words: Vocabulary,
) {
  if (!above || beginsParagraph(above, segment, setting)) {
    page.text += '\n'
    return
  }
  const torn = page.text.endsWith('-') ? /([\p{L}\d]+)-$/u.exec(page.text.slice(-40)) : null
  const next = plainText(segment.marks[0]!.text)
  const sameLine = Math.abs(above.base - segment.base) < 0.3 * segment.size
  if (!sameLine && (isCutWord(above, segment, next, words) || above.marks.at(-1)!.text.endsWith(SOFT_HYPHEN)))
    return
  const apart = / -$/.test(page.text) ? /(\p{L}{2,}) -$/u.exec(page.text.slice(-40)) : null
  if (apart && !sameLine && words.joins(apart[1]!, next)) {
    page.text = page.text.slice(0, -2)
    page.places.pop()
    return
  }
  if (!torn || sameLine || !/^[\p{L}\d]/u.test(next)) page.text += ' '
  else if (!words.keepsHyphen(torn[1]!, next)) dropLast(page)
}

/** Words and references too long for their cell are cut without a hyphen. */
function isCutWord(above: Segment, segment: Segment, next: string, words: Vocabulary): boolean {
  if (isTornReference(above, segment)) return true
  const [first, more] = above.marks
  const isTorn = more === undefined && /^\p{L}{3,}$/u.test(first!.text) && /^\p{Ll}+$/u.test(next)
  return isTorn && words.has(first!.text + next)
}

function dropLast(page: PageLines) {
  page.text = page.text.slice(0, -1)
  const last = page.places.at(-1)
  if (last) last.end = page.text.length
}

function addWords(page: PageLines, segment: Segment, line: Line) {
  let first = true
  for (const [index, mark] of segment.marks.entries()) {
    const text = isFootnoteMark(mark) ? '' : plainText(mark.text)
    if (!text) continue
    if (!first && !isAttached(mark) && !/^[,.;:)]/.test(text) && !isOwner(page.text, text)) page.text += ' '
    const start = page.text.length
    page.text += text
    page.places.push({ start, end: page.text.length, word: line.words[index]!, line })
    first = false
  }
}

function isFootnoteMark(mark: Mark): boolean {
  return mark.raised && /^[\d*†‡§,()[\]]+$/.test(mark.text)
}

/** The s of a genitive, or its apostrophe too, that came loose: "Accountant 's", "Inc.' s". */
function isOwner(before: string, text: string): boolean {
  return /^'s\b/.test(text)
    ? /\p{L}\.?$/u.test(before)
    : /^s[,.;:)]?$/.test(text) && /[\p{L}.]'$/u.test(before)
}

function isAttached(mark: Mark): boolean {
  return (mark.raised && !isFootnoteMark(mark)) || /^[®™℠]$/.test(mark.text)
}

function usualStep(block: Block): number {
  const steps: number[] = []
  for (const [index, segment] of block.entries()) {
    const above = block[index - 1]
    const step = above ? segment.base - above.base : 0
    if (step > 0.5 * segment.size && step < 2.2 * segment.size) steps.push(step)
  }
  steps.sort((one, other) => one - other)
  return steps[Math.floor(steps.length * 0.3)] ?? 0
}

/** The lines of a title stand further apart than those of the text. */
function isLongTitle(above: Segment, segment: Segment, { edge, size }: Setting): boolean {
  const [first] = segment.marks
  const isFull = above.right + 0.28 * above.size + first!.width > edge - 1
  return isFull && segment.size > 1.1 * size && segment.base - above.base < 1.7 * segment.size
}

function beginsParagraph(above: Segment, segment: Segment, setting: Setting): boolean {
  const { step, edge } = setting
  const distance = segment.base - above.base
  if (Math.abs(distance) < 0.3 * segment.size) return segment.x - above.right > 3 * segment.size
  if (distance < 0) return true
  const usual = step || 1.25 * segment.size
  if (distance > usual * 1.3 + 0.5 && !isLongTitle(above, segment, setting)) return true
  if (Math.abs(above.size - segment.size) > 0.12 * above.size || above.bold !== segment.bold) return true
  const first = segment.marks[0]!.text
  if (/^[•·▪\u2022\uF0B7o-]$/.test(first) || /^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]$/.test(first)) return true
  const endsHere = /[.!?:;)\]]["')\]]*$/.test(above.marks.at(-1)!.text)
  const firstWord = segment.marks[0]!.width + segment.size
  if (endsHere && above.right + firstWord < edge - 1.5 * segment.size && /^\p{Lu}/u.test(first)) return true
  return endsHere && segment.x - above.x > segment.size && segment.x - above.x < 6 * segment.size
}
