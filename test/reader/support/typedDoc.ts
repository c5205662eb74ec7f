import { makeOutline } from '../../../server/reader/outline'
import { recognise } from '../../../server/reader/kinds/kinds'
import type { Doc, Line, PageText } from '../../../server/reader/pages'
import { plainText } from '../../../server/reader/pdf/plain'
import { readReport } from '../../../server/reader/soc2/fields'

const WIDTH = 612
const HEIGHT = 792
const LETTERS_PER_LINE = 95

/** Pages as typed: a paragraph for each line of text; long ones are set over several lines. */
export function typedDoc(
  pages: string[],
  { running = '', stray = [] as string[], source = 'text' as 'text' | 'ocr' } = {},
): Doc {
  return {
    pages: pages.map((text, n) => typedPage(text, n + 1, running, stray, source)),
    tables: [],
    bookmarks: [],
  }
}

/** Everything that the reader says of the typed pages. */
export function readTyped(pages: string[], options: Parameters<typeof typedDoc>[1] = {}) {
  const doc = typedDoc(pages, options)
  const outline = makeOutline(doc)
  const kind = recognise(doc, outline)
  const { fields, warnings } = readReport(doc, outline, kind)
  return { ...kind, ...fields, warnings: [...kind.warnings, ...warnings], outline, doc }
}

function typedPage(
  text: string,
  number: number,
  running: string,
  stray: string[],
  source: 'text' | 'ocr',
): PageText {
  const paragraphs = plainText(text)
    .split('\n')
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
  const set = paragraphs.flatMap(setInLines)
  const lines = set.map((line, n) => typedLine(line, 60 + n * 13, false))
  if (running !== '') lines.unshift(typedLine(running, 20, true))
  return {
    number,
    width: WIDTH,
    height: HEIGHT,
    source,
    lines,
    text: paragraphs.join('\n'),
    stray,
    printed: null,
    certainty: source === 'ocr' ? 0.9 : 1,
    readable: true,
  }
}

function setInLines(paragraph: string): string[] {
  const lines: string[] = []
  for (const word of paragraph.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < LETTERS_PER_LINE)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

function typedLine(text: string, y: number, running: boolean): Line {
  return {
    text,
    words: [],
    x: 72,
    y,
    width: Math.min(460, text.length * 5),
    height: 10,
    size: 10,
    bold: false,
    running,
  }
}
