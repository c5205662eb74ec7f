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
  page: PageText
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
  return pages.flatMap((page, index) => {
    const lines = linesOf(page)
    const signs = lines.flatMap((line, at) => placeToSign(page, lines, line, at))
    const labelled = [...signs, ...stamps(page, lines, signs)]
    const before = index > 0 ? pages[index - 1]! : null
    const places = [...labelled, ...overPrintedNames(page, lines, labelled, before)].filter(isNoHeading)
    return places.map((sign) => blockAround(page, lines, sign, places, before))
  })
}

/** `Signed:` over the places to sign. */
function isNoHeading({ line, state }: Entry, _index: number, all: Entry[]): boolean {
  const heads = state === 'absent' && /^sign(?:ed|atures?)\s*:?$/i.test(line.text.trim())
  return (
    !heads ||
    !all.some((other) => other.state === 'filled' && other.line.y > line.y && other.line.y - line.y < 70)
  )
}

function linesOf(page: PageText): Line[] {
  return page.lines
    .filter(({ running }) => !running)
    .map(inOneLanguage)
    .flatMap(splitLabels)
}

/** `Firma / Signature:` */
function inOneLanguage(line: Line): Line {
  const text = line.text.replace(
    /^\p{L}+(?: \p{L}+)?\s*\/\s*(?=(?:signature|signed|name|print(?:ed)? name|date|title|by)\b)/iu,
    '',
  )
  return text === line.text ? line : { ...line, text }
}

const PRINTED = /^(?:print(?:ed)?|typed)\s+name\b|^name\s*(?:\((?:please )?(?:print|type)(?:ed)?\))?\s*:/i

/** A name in handwriting, or a bare rule, over `Printed name:`; the label may have fallen on the next page. */
function overPrintedNames(
  page: PageText,
  lines: Line[],
  labelled: Entry[],
  before: PageText | null,
): Entry[] {
  return lines
    .filter(({ text }) => PRINTED.test(text) && text.length < 120)
    .flatMap((label) => {
      const near = ({ line }: Entry) => Math.abs(line.x - label.x) < COLUMN && Math.abs(line.y - label.y) < 90
      if (labelled.some(near)) return []
      const above = nearestAbove(label, lines, 60)
      if (above) return [overLabel(page, above, label)]
      const last = before && label.y < page.height * 0.2 ? lastIn(before, label) : null
      return last
        ? [overLabel(before!, last, label)]
        : [{ page, line: label, value: '', state: 'absent' as const }]
    })
}

function nearestAbove(label: Line, lines: Line[], reach: number): Line | undefined {
  return lines
    .filter((line) => Math.abs(line.x - label.x) < COLUMN && line.y < label.y - 4 && label.y - line.y < reach)
    .sort((one, other) => other.y - one.y)[0]
}

/** The party's name may have stayed on the page before. */
function atFoot(page: PageText, sign: Line): Line[] {
  return linesOf(page)
    .filter((line) => Math.abs(line.x - sign.x) < COLUMN)
    .sort((one, other) => other.y - one.y)
    .slice(0, 2)
}

function lastIn(page: PageText, label: Line): Line | undefined {
  return linesOf(page)
    .filter((line) => Math.abs(line.x - label.x) < COLUMN)
    .sort((one, other) => other.y - one.y)[0]
}

/** What stands over the label is a signature where it is a rule, a stamp, or the name that is printed below. */
function overLabel(page: PageText, line: Line, label: Line): Entry {
  const printed = entry(page, label, label.text.replace(PRINTED, ''))
  if (RULE.test(line.text)) return entry(page, line, line.text)
  const written = line.text.replace(/[_]{2,}/g, ' ').trim()
  if (/\/s\/|\bsigned by\b|\be-?signed\b/i.test(written) || isSameName(written, printed.value))
    return { page, line, value: written, state: 'filled' }
  return { page, line: label, value: '', state: 'absent' }
}

/** `Norman Beck, M.D.` and `Norman Beck` */
function isSameName(one: string, other: string): boolean {
  const parts = (name: string) =>
    name
      .replace(/,.*$/, '')
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter((part) => part.length > 1)
  const [mine, theirs] = [parts(one), parts(other)]
  return mine.length > 1 && theirs.length > 1 && mine[0] === theirs[0] && mine.at(-1) === theirs.at(-1)
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

function placeToSign(page: PageText, lines: Line[], line: Line, index: number): Entry[] {
  const match = SIGN.exec(line.text)
  if (
    match &&
    line.text.length < 120 &&
    !/^(?:by (?:and|the|its|reason)|signed (?:this|on|and))\b/i.test(line.text)
  ) {
    return [entry(page, line, line.text.slice(match[0].length))]
  }
  const inline = match ? null : INLINE.exec(line.text)
  if (inline && line.text.length < 140)
    return [entry(page, line, line.text.slice((inline[1] ?? inline[2])!.length))]
  const label = lines.slice(index + 1, index + 4).find((next) => isUnder(line, next))
  if (
    /_{6,}/.test(line.text) &&
    RULE.test(line.text) &&
    label &&
    /^\(?(?:authori[sz]ed\s+)?(?:signature|signatory|representative)\b/i.test(label.text)
  )
    return [entry(page, line, line.text)]
  return []
}

const STAMP = /^(?:docu-?signed|e-?signed|electronically signed|digitally signed)\s+by\s*:?\s+\p{L}/iu

/** Of an e-signing service, where no label says that this is the place. */
function stamps(page: PageText, lines: Line[], labelled: Entry[]): Entry[] {
  const isNear = (line: Line, other: Line) =>
    Math.abs(other.x - line.x) < COLUMN && Math.abs(other.y - line.y) < 40
  return lines
    .filter((line) => STAMP.test(line.text) && line.text.length < 120 && !isRecord(page))
    .filter((line) => !labelled.some((other) => isNear(line, other.line)))
    .map((line) => entry(page, line, line.text))
}

/** The page on which the service tells who signed when; its names are no places to sign. */
function isRecord({ text }: PageText): boolean {
  return /\b(?:certificate of completion|envelope id|final audit report|signature certificate|signer events)\b/i.test(
    text,
  )
}

/** `Oldmill Cardiology /s/ B. Crane June 5, 2012`, a bare `/s/ B. Crane`, `Signed for Oldmill Cardiology: B. Crane (signed)`. */
const INLINE =
  /^([^/]{0,90}?)\/s\/\s*\S|^((?:signed|executed)\s+(?:for(?:\s+and\s+on\s+behalf\s+of)?|on\s+behalf\s+of)\s+[^:]{3,80}:\s*)(?=[_\p{Lu}])/iu

function isUnder(line: Line, next: Line): boolean {
  return Math.abs(next.x - line.x) < COLUMN && next.y > line.y && next.y - line.y < 40
}

function entry(page: PageText, line: Line, rest: string): Entry {
  const value = rest
    .replace(/[_]{2,}/g, ' ')
    .replace(/^\s*[:.]\s*/, '')
    .replace(/\s+/g, ' ')
    .trim()
  const state = value && !RULE.test(value) ? 'filled' : /_{3,}/.test(rest) ? 'empty' : 'absent'
  return { page, line, value, state }
}

function blockAround(
  page: PageText,
  lines: Line[],
  sign: Entry,
  places: Entry[],
  before: PageText | null,
): Block {
  if (sign.page !== page) return overTheFoot(page, lines, sign, before!)
  const mine = lines.filter((line) => isSameColumn(line, sign.line, places))
  const until = Math.min(
    ...places
      .filter(({ line }) => line.y > sign.line.y + 8 && Math.abs(line.x - sign.line.x) < COLUMN)
      .map(({ line }) => Math.max(line.y - 14, sign.line.y + 2)),
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
  if (above.length === 0 && before && sign.line.y < page.height * 0.2)
    above.push(...atFoot(before, sign.line))
  const near = [...below, ...above.slice(0, 3)]
  return {
    page,
    x: sign.line.x,
    y: sign.line.y,
    sign: typedOver(sign, mine),
    name: labelled(page, near, NAME),
    date: labelled(page, near, DATED),
    above,
    below,
  }
}

const NAME = /^(?:(?:print(?:ed)?|typed)\s+)?name(?:\s*\((?:please )?(?:print|type)(?:ed)?\))?\s*:?\s*/i
const DATED = /^(?:date(?:\s+signed)?|dated)\s*:?\s*/i

/** The signature at the foot of one page, name and date at the head of the next. */
function overTheFoot(page: PageText, lines: Line[], sign: Entry, before: PageText): Block {
  const below = lines.filter((line) => Math.abs(line.x - sign.line.x) < COLUMN && line.y < page.height * 0.3)
  const above = linesOf(before)
    .filter(
      (line) =>
        line.y < sign.line.y - 2 && sign.line.y - line.y < REACH && Math.abs(line.x - sign.line.x) < COLUMN,
    )
    .sort((one, other) => other.y - one.y)
  return {
    page: before,
    x: sign.line.x,
    y: sign.line.y,
    sign,
    name: labelled(page, below, NAME),
    date: labelled(page, below, DATED),
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
  return found ? { page: sign.page, line: found, value: found.text, state: 'filled' } : sign
}

const LABEL = /^(?:by|signature|print(?:ed)?\s+name|name|title|date|its|address|phone|e-?mail)\b.*:?/i

function labelled(page: PageText, lines: Line[], label: RegExp): Entry | null {
  const line = lines.find(({ text }) => label.test(text) && text.length < 120)
  return line ? entry(page, line, line.text.replace(label, '')) : null
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
