import type { Line, PageText } from '../pages'
import type { Flow } from './flow'

/** What stands in one signature block. */
export interface Block {
  page: PageText
  x: number
  y: number
  sign: Entry
  name: Entry | null
  date: Entry | null
  /** Lines above the place to sign, nearest first: the party's name or role. */
  above: Line[]
  below: Line[]
}

/** empty: a blank rule to sign on. absent: a label with nothing after it. */
export interface Entry {
  line: Line
  value: string
  state: 'filled' | 'empty' | 'absent'
}

const SIGN =
  /^(?:by|signature|signed|sign(?:ed)? by|sign(?: here)?|authori[sz]ed (?:signature|signatory|representative)|signature of authori[sz]ed (?:representative|signatory|official)|x)\s*(?::|(?=_)|$|\/s\/)\s*/i
const LABELS = /\b(?:by|signature|name|print(?:ed)? name|title|date(?: signed)?|its)\s*:/gi
const RULE = /^[_.\s\-–—]*$/
const COLUMN = 60
const REACH = 190

/** Places to sign, wherever they stand: beside each other, below each other, or in a table. */
export function signatureBlocks({ pages }: Flow): Block[] {
  return pages.flatMap((page) => {
    const lines = page.lines.filter(({ running }) => !running).flatMap(splitLabels)
    const places = lines.flatMap((line, index) => placeToSign(lines, line, index))
    return places.map((sign) => blockAround(page, lines, sign, places))
  })
}

/** `By: ____  Date: ____` is two lines of a form on one baseline. */
function splitLabels(line: Line): Line[] {
  const cuts = [...line.text.matchAll(LABELS)].map(({ index }) => index)
  if (cuts.length < 2 || line.text.length > 200) return [line]
  return cuts.map((from, index) => {
    const text = line.text.slice(index === 0 ? 0 : from, cuts[index + 1] ?? line.text.length).trim()
    return { ...line, text, x: line.x, words: line.words }
  })
}

function placeToSign(lines: Line[], line: Line, index: number): Entry[] {
  const match = SIGN.exec(line.text)
  if (
    match &&
    line.text.length < 120 &&
    !/^(?:by (?:and|the|its|reason)|signed (?:this|on|and))\b/i.test(line.text)
  ) {
    return [entry(line, line.text.slice(match[0].length))]
  }
  const label = lines.slice(index + 1, index + 4).find((next) => isUnder(line, next))
  if (
    /_{6,}/.test(line.text) &&
    RULE.test(line.text) &&
    label &&
    /^\(?(?:authori[sz]ed\s+)?(?:signature|signatory|representative)\b/i.test(label.text)
  )
    return [entry(line, line.text)]
  return []
}

function isUnder(line: Line, next: Line): boolean {
  return Math.abs(next.x - line.x) < COLUMN && next.y > line.y && next.y - line.y < 40
}

function entry(line: Line, rest: string): Entry {
  const value = rest
    .replace(/[_]{2,}/g, ' ')
    .replace(/^\s*[:.]\s*/, '')
    .replace(/\s+/g, ' ')
    .trim()
  const state = value && !RULE.test(value) ? 'filled' : /_{3,}/.test(rest) ? 'empty' : 'absent'
  return { line, value, state }
}

function blockAround(page: PageText, lines: Line[], sign: Entry, places: Entry[]): Block {
  const mine = lines.filter((line) => isSameColumn(line, sign.line, places))
  const until = Math.min(
    ...places
      .filter(({ line }) => line.y > sign.line.y + 8 && Math.abs(line.x - sign.line.x) < COLUMN)
      .map(({ line }) => line.y - 14),
    sign.line.y + REACH,
  )
  const from = Math.max(
    ...places
      .filter(({ line }) => line.y < sign.line.y - 8 && Math.abs(line.x - sign.line.x) < COLUMN)
      .map(({ line }) => line.y),
    sign.line.y - REACH,
  )
  const below = mine.filter(({ y }) => y > sign.line.y - 4 && y < until)
  const above = mine.filter(({ y }) => y < sign.line.y - 2 && y > from).sort((one, other) => other.y - one.y)
  const near = [...below, ...above.slice(0, 3)]
  return {
    page,
    x: sign.line.x,
    y: sign.line.y,
    sign: typedOver(sign, mine),
    name: labelled(near, /^(?:print(?:ed)?\s+)?name(?:\s*\(print(?:ed)?\))?\s*:?\s*/i),
    date: labelled(near, /^(?:date(?:\s+signed)?|dated)\s*:?\s*/i),
    above,
    below,
  }
}

/** Text set on its own over the rule, as e-signing services do. */
function typedOver(sign: Entry, mine: Line[]): Entry {
  if (sign.state === 'filled') return sign
  const over = mine.find(
    (line) =>
      line !== sign.line &&
      line.x >= sign.line.x &&
      Math.abs(line.y - sign.line.y) < 7 &&
      !RULE.test(line.text) &&
      !LABEL.test(line.text),
  )
  const service = mine.find(
    (line) =>
      line !== sign.line &&
      Math.abs(line.y - sign.line.y) < 34 &&
      /\b(?:docusigned|signed|e-?signed|electronically signed|digitally signed)\b/i.test(line.text),
  )
  const found = service ?? over
  return found ? { line: found, value: found.text, state: 'filled' } : sign
}

const LABEL = /^(?:by|signature|print(?:ed)?\s+name|name|title|date|its|address|phone|e-?mail)\b.*:?/i

function labelled(lines: Line[], label: RegExp): Entry | null {
  const line = lines.find(({ text }) => label.test(text) && text.length < 120)
  return line ? entry(line, line.text.replace(label, '')) : null
}

function isSameColumn(line: Line, sign: Line, places: Entry[]): boolean {
  const beside = places
    .filter(({ line: other }) => Math.abs(other.y - sign.y) < 12)
    .map(({ line: other }) => other.x)
    .sort((one, other) => one - other)
  const next = beside.find((x) => x > sign.x + COLUMN) ?? Infinity
  const left = beside.some((x) => x < sign.x - COLUMN) ? sign.x - 24 : -Infinity
  return line.x >= left && line.x < next - 12
}
