import type { Evidence, Section } from './reading'
import type { Box, PageText, Place } from './pages'
import { collapsed, plainText } from './pdf/plain'

export const LONGEST_QUOTE = 400
const PASSAGE = 60

/** Evidence for text.slice(start, end); null when those words are not found again on the page. */
export function quoteAt(page: PageText, start: number, end: number, section: Section): Evidence | null {
  const from = start + (/^\s*/.exec(page.text.slice(start, end))?.[0].length ?? 0)
  const to = lastWordEnd(page.text, from, end)
  if (to <= from || from < 0 || to > page.text.length) return null
  const places = (page.places ?? []).filter((place) => place.start < to && place.end > from)
  const quote = (
    places.length ? rawQuote(page, places, from, to) : collapsed(page.text.slice(from, to))
  ).slice(0, LONGEST_QUOTE)
  if (!quote || !findQuote(page, quote)) return null
  const boxes = boxesOf(page, places, from, to)
  return { page: page.number, quote, section, source: page.source, ...(boxes.length ? { boxes } : {}) }
}

/** Where a quote stands in the page's text: white space, letter case, quotes, dashes and line-end hyphens may differ, nothing else. */
export function findQuote(page: PageText, quote: string): { start: number; end: number } | null {
  const wanted = collapsed(plainText(quote)).toLowerCase()
  if (!wanted) return null
  const start = page.text.replace(/\n/g, ' ').toLowerCase().indexOf(wanted)
  if (start >= 0) return { start, end: start + wanted.length }
  return page.places ? findAmongWords(page.places, squeezed(quote)) : null
}

/** As the file has it: with the hyphens and footnote marks that the text for matching leaves out. */
function rawQuote(page: PageText, places: Place[], from: number, to: number): string {
  let quote = ''
  for (const [index, place] of places.entries()) {
    const before = places[index - 1]
    if (before)
      quote +=
        before.line === place.line && before.end === place.start ? '' : raisedAfter(before, place) + ' '
    quote += wordWithin(page, place, from, to)
  }
  return quote
}

function raisedAfter(before: Place, next: Place): string {
  const words = before.line.words
  const at = words.indexOf(before.word)
  const until = before.line === next.line ? words.indexOf(next.word) : words.length
  return words
    .slice(at + 1, until)
    .map((word) => word.text)
    .join('')
}

function wordWithin(page: PageText, place: Place, from: number, to: number): string {
  const raw = place.word.text
  if (plainText(raw).length !== raw.length || (place.start >= from && place.end <= to)) return raw
  return raw.slice(Math.max(0, from - place.start), to >= place.end ? raw.length : to - place.start)
}

function lastWordEnd(text: string, from: number, end: number): number {
  const part = text.slice(from, end).trimEnd()
  if (part.length <= LONGEST_QUOTE - 20) return from + wholeWords(part, text[from + part.length])
  const short = part.slice(0, LONGEST_QUOTE - 20)
  return from + (short.lastIndexOf(' ') > 200 ? short.lastIndexOf(' ') : short.length)
}

/** A long passage cut by its length ends with its last whole word; a short one is meant to the letter. */
function wholeWords(part: string, next: string | undefined): number {
  const isCut = part.length >= PASSAGE && /\w$/.test(part) && /^\w/.test(next ?? '')
  return isCut ? part.lastIndexOf(' ') : part.length
}

function squeezed(text: string): string {
  return plainText(text).toLowerCase().replace(/[\s-]/g, '')
}

function findAmongWords(places: Place[], wanted: string): { start: number; end: number } | null {
  let all = ''
  const ends: { at: number; place: Place }[] = []
  for (const [index, place] of places.entries()) {
    const next = places[index + 1]
    all += squeezed(place.word.text + (next ? raisedAfter(place, next) : ''))
    ends.push({ at: all.length, place })
  }
  const at = wanted ? all.indexOf(wanted) : -1
  if (at < 0) return null
  const first = ends.find((end) => end.at > at)!.place
  const last = ends.find((end) => end.at >= at + wanted.length)!.place
  return { start: first.start, end: last.end }
}

/** One box for each line, as fractions of the page as it is displayed. */
function boxesOf(page: PageText, places: Place[], from: number, to: number): NonNullable<Evidence['boxes']> {
  const lines = new Map<object, Box>()
  for (const place of places) {
    const word = partOf(place, from, to)
    const box = lines.get(place.line)
    lines.set(place.line, box ? around(box, word) : word)
  }
  return [...lines.values()].map((box) => fractions(page, box))
}

function partOf({ word, start, end }: Place, from: number, to: number): Box {
  const length = Math.max(1, end - start)
  const left = Math.max(0, from - start) / length
  const right = Math.min(length, to - start) / length
  return { x: word.x + left * word.width, y: word.y, width: (right - left) * word.width, height: word.height }
}

function around(one: Box, other: Box): Box {
  const x = Math.min(one.x, other.x)
  const y = Math.min(one.y, other.y)
  const width = Math.max(one.x + one.width, other.x + other.width) - x
  return { x, y, width, height: Math.max(one.y + one.height, other.y + other.height) - y }
}

function fractions(page: PageText, box: Box): [number, number, number, number] {
  const x = box.x / page.width
  const y = box.y / page.height
  const width = box.width / page.width
  const height = box.height / page.height
  const shown = turnedBack(page.turned ?? 0, x, y, width, height)
  return shown.map((part) => Math.round(Math.min(1, Math.max(0, part)) * 10000) / 10000) as [
    number,
    number,
    number,
    number,
  ]
}

/** The page was turned clockwise by that much to stand upright; the reader's eye sees it as it was. */
function turnedBack(turned: number, x: number, y: number, width: number, height: number): number[] {
  if (turned === 90) return [y, 1 - x - width, height, width]
  if (turned === 180) return [1 - x - width, 1 - y - height, width, height]
  if (turned === 270) return [1 - y - height, x, height, width]
  return [x, y, width, height]
}
