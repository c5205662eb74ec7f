import type { Doc, Outline, Table } from '../../pages'
import type { Section } from '../../reading'
import { sectionTitled } from '../../outline/titles'
import { criteriaIn, startsWithCriterion } from '../criteria'
import { isHeadingRow, roleOf } from '../tests/columns'
import { plain } from '../tests/wording'
import { onBaselines } from './baselines'
import { bulleted } from './cells'

export interface PlacedLine {
  text: string
  page: number
  x: number
  y: number
  /** Where the line ends. */
  right: number
  size: number
  bold: boolean
  words?: { x: number; text: string }[]
}

/** What stands under one heading for complementary user entity controls. */
export interface Place {
  heading: PlacedLine
  lines: PlacedLine[]
  /** Of the tests that it stands among. */
  criteria: string[]
  /** Told in running text without a heading. */
  prose: boolean
}

const USER =
  "(?:(?:end[- ])?user(?:[- ]entit(?:y|ies))?(?:'s)?|customer|client|subscriber|user organi[sz]ation)s?'?"
const HEADING = new RegExp(
  `\\bcomplementary ${USER} (?:controls?|responsibilit\\w+|requirements?|obligations)\\b|\\bcomplementary ${USER} and sub-?service organi[sz]ation controls\\b|\\b${USER} controls? (?:requirements?|responsibilit\\w+|obligations)\\b|^user[- ]entity considerations$|\\b${USER}\\b.{0,40}\\bcomplementary controls?\\b|\\b${USER} controls? considerations?\\b|\\bclient (?:control )?considerations\\b|\\b(?:customer|client|${USER}) (?:responsibilities|controls) assumed\\b|\\bcomplementary controls? (?:at|for|of|expected (?:of|at)|to be implemented (?:by|at)) (?:the )?${USER}|\\bcuecs?\\b|\\bcontrols (?:expected (?:of|at)|to be (?:implemented|placed in operation|performed|operated|executed|maintained) (?:by|at)) (?:the )?${USER}`,
  'i',
)
const THEY =
  "(?:the |our |its |each |every )?(?:user(?:[- ]entit(?:y|ies))?|customer|client|subscriber|tenant|user organi[sz]ation|you(?:r organi[sz]ation)?)s?(?:'s|')?"
/** Headings in words of a house's own; "user entity responsibilities" count where nothing is called complementary. */
const LOOSE_HEADING = new RegExp(
  `^(?:${[
    `what (?:we (?:expect|need|require|ask) (?:of|from) )?${THEY}(?: (?:must|needs? to|should|ha(?:ve|s) to|(?:are|is) (?:expected|responsible|required))\\b.*)?`,
    `(?:the )?controls? (?:that |which )?(?:(?:we|the (?:company|system)|management) )?(?:expects?|expected|assumed?|assumes|requires?|required|relied upon|relies? on|to be operated|needed|are (?:expected|assumed|required)|in place)? ?(?:of|at|by|from|for|on the side of) ${THEY}`,
    `(?:the )?controls? (?:that |which )?${THEY} (?:must|should|needs? to|are|have to|is|has to|operates?|performs?|keeps?|runs?)\\b.*`,
    `(?:our )?(?:assumed |expected |required )?${THEY}(?:[- ]sides?)? controls?(?: (?:considerations|expected|assumed|required|that .*))?`,
    `considerations for ${THEY}`,
    `what (?:[\\w'&.-]+ ){1,4}(?:assumes?|expects?|requires?|needs?|asks?)(?: for)? (?:of|from|by|at) ${THEY}`,
    `${THEY} (?:responsibilit(?:y|ies)|duties|obligations)\\b.*`,
    `(?:responsibilities|duties|obligations) of ${THEY}`,
    `(?:the )?shared responsibilit(?:y|ies)\\b.*`,
    `complementary controls?`,
    `your (?:part|share|controls|role)\\b.*`,
  ].join('|')})(?: \\([a-z]{2,6}s?\\))?:?$`,
  'i',
)
const NUMBERING = /^(?:(?:section|part) )?(?:[ivx]+|\d{1,2}|[a-z])(?:\.\d{1,2}){0,3}[.):]?\s+(?=[a-z])/i
const END = new RegExp(
  `\\bsub-?service\\b|\\bcsocs?\\b|\\b${USER} responsibilit|^responsibilities of ${USER}|\\bcontrols? expected at\\b|^section\\b|^(?:trust services (?:criteria|categor\\w+)[, ].{8}|principal service|service commitments|changes? (?:to|in)|system incidents?|information provided|other information|independent service|tests? of|glossary|appendix|attachment|exhibit|vendor|third[- ]part|significant changes|management'?s? (?:response|assertion)|components of|control environment|monitoring|risk assessment|information and communication|complementary sub)`,
  'i',
)
/** Duties that the report itself calls no controls. */
const NO_CONTROLS = /\bnot (?:\w+ ){0,3}controls?\b/i
/** One heading for the duties of customers and of hosts, each below a heading of its own. */
export const BOTH = new RegExp(`^complementary ${USER} and sub-?service`, 'i')
const SENTENCE = /[.;,]$/
/** "…: (1) Clinics keep …" */
const LIST_BEGUN = /[:.;] \(?(?:\d|[ai])[.)] \w/i
const SECTIONS: Section[] = ['description', 'tests', 'other', 'unknown']

/** Every place where complementary user entity controls are listed, up to the next heading. */
export function cuecPlaces(doc: Doc, outline: Outline, loose = false): Place[] {
  const lines = onBaselines(linesOf(doc, outline))
  const body = bodySize(lines)
  const tested = doc.tables.filter(isOfTests)
  const places: Place[] = []
  for (let at = 0; at < lines.length; at++) {
    if (!(loose ? isLooseHeading(lines[at]!, body) : isCuecHeading(lines[at]!, body))) continue
    const end = Math.min(endOf(lines, at, body), testsFrom(lines, at, tested))
    const inside = lines.slice(at + 1, end)
    if (inside.length)
      places.push({
        heading: lines[at]!,
        lines: inside,
        prose: false,
        criteria: outline.sectionOf(lines[at]!.page) === 'tests' ? criteriaAbove(lines, at) : [],
      })
    at = Math.max(at, end - 1)
  }
  return places
}

/** Pages where what is drawn may tell duties apart. */
export function cuecPages(doc: Doc, outline: Outline): number[] {
  const named = cuecPlaces(doc, outline)
  const places = named.length ? named : cuecPlaces(doc, outline, true)
  return [...new Set(places.flatMap(({ heading, lines }) => [heading, ...lines].map(({ page }) => page)))]
}

export function isSubservice(text: string): boolean {
  return /\bsub-?service\b|\bcsocs?\b/i.test(text)
}

function criteriaAbove(lines: PlacedLine[], at: number): string[] {
  const named = lines.slice(0, at).findLast(({ text }) => startsWithCriterion(text) && text.length < 140)
  return named ? criteriaIn(named.text.slice(0, 40)) : []
}

function linesOf(doc: Doc, outline: Outline): PlacedLine[] {
  return doc.pages
    .filter((page) => SECTIONS.includes(outline.sectionOf(page.number)))
    .flatMap((page) =>
      bulleted(
        page.lines.filter((line) => !line.running && line.text.trim()),
        page.drawn?.dots ?? [],
      ).map(({ text, x, y, width, size, bold, words }) => ({
        text: plain(text),
        page: page.number,
        x,
        y,
        right: x + width,
        size,
        bold,
        words,
      })),
    )
}

function isCuecHeading(line: PlacedLine, body: number): boolean {
  const text = line.text.replace(NUMBERING, '')
  if (
    !HEADING.test(text) ||
    NO_CONTROLS.test(text) ||
    (isSubservice(text) && !BOTH.test(text)) ||
    /\.{4,}|\s\d{1,3}$/.test(text)
  )
    return false
  if (LIST_BEGUN.test(text)) return false
  if (text.length > 130 || /^[a-z]/.test(text) || /\bresponsible for:?$/i.test(text)) return false
  if (stands(line, body)) return !/[,;]$/.test(text) && !isLong(text)
  return (
    !SENTENCE.test(text) &&
    text.split(' ').length <= 14 &&
    !/\b(?:are|is|were|was|should|must|that)\b/i.test(text.replace(/assumed.*/i, ''))
  )
}

function isLooseHeading(line: PlacedLine, body: number): boolean {
  const text = line.text.replace(NUMBERING, '')
  return stands(line, body) && LOOSE_HEADING.test(text) && !isSubservice(text)
}

function isLong(text: string): boolean {
  return text.split(' ').length > 18 || (/\.$/.test(text) && text.split(' ').length > 8)
}

function stands(line: PlacedLine, body: number): boolean {
  return line.bold || line.size > body + 0.7
}

function endOf(lines: PlacedLine[], start: number, body: number): number {
  const heading = lines[start]!
  const onPage = bodySize(lines.filter(({ page }) => page === heading.page))
  for (let at = start + 1; at < lines.length; at++) {
    const line = lines[at]!
    if (at === start + 1 && isTail(heading, line)) continue
    if (isNextHeading(line, heading, onPage)) return at
    if (isEnd(line, heading, body, lines.slice(at + 1, at + 4))) return at
  }
  return lines.length
}

/** The tests follow without a heading of their own. */
function testsFrom(lines: PlacedLine[], start: number, tested: Table[]): number {
  const heading = lines[start]!
  const next = tested.find(
    ({ firstPage, rows }) =>
      firstPage > heading.page || (firstPage === heading.page && (rows[0]?.y ?? 0) > heading.y),
  )
  const at = next
    ? lines.findIndex(
        ({ page, y }, n) =>
          n > start &&
          (page > next.firstPage || (page === next.firstPage && y >= (next.rows[0]?.y ?? 0) - 60)),
      )
    : -1
  return at < 0 ? lines.length : at
}

/** A table of what the auditor did and found. */
function isOfTests(table: Table): boolean {
  return [table.columns, ...table.rows.slice(0, 2).map(({ cells }) => cells)].some((cells) => {
    if (!isHeadingRow(cells)) return false
    const roles = cells.map(roleOf)
    return roles.includes('result') && (roles.includes('test') || roles.includes('control'))
  })
}

/** The second line of a heading too long for one. */
function isTail(heading: PlacedLine, line: PlacedLine): boolean {
  return (
    line.page === heading.page &&
    line.bold === heading.bold &&
    Math.abs(line.size - heading.size) < 0.3 &&
    line.y - heading.y < heading.size * 1.6 &&
    heading.size > 0 &&
    (heading.bold || heading.text.length > 60) &&
    !HEADING.test(line.text) &&
    !END.test(line.text) &&
    line.bold
  )
}

function isEnd(line: PlacedLine, heading: PlacedLine, body: number, next: PlacedLine[]): boolean {
  const text = line.text.replace(NUMBERING, '')
  if (opensChapter(line.text)) return true
  if (isItemLike(line.text) || startsWithCriterion(text)) return false
  const short = text.length < 110 && !SENTENCE.test(text)
  if (short && NO_CONTROLS.test(text) && stands(line, body)) return true
  if (short && END.test(text) && (stands(line, body) || !isRunningText(text))) return true
  if (!short || !stands(line, body) || /:$/.test(text) || HEADING.test(text)) return false
  if (line.size > heading.size + 0.3) return true
  if (line.size < heading.size - 0.3) return false
  if (heading.bold && !line.bold) return false
  return !next.some((one) => isItemLike(one.text) || startsLikeDuty(one.text))
}

/** "IV. Tests of Controls": its number looks like a list's. */
function opensChapter(text: string): boolean {
  if (!/^(?:[IVX]{1,4}|[A-H])[.):]\s/.test(text) || SENTENCE.test(text)) return false
  const section = sectionTitled(text)
  return section === 'tests' || section === 'other'
}

/** Letters as large as the heading's own are no list's, and "D. …" in its style follows "C. …". */
function isNextHeading(line: PlacedLine, heading: PlacedLine, body: number): boolean {
  const large =
    (line.bold === heading.bold && heading.size > body * 1.15 && line.size >= heading.size - 0.3) ||
    line.size > Math.max(body, heading.size) * 1.2
  const numbered = line.bold && heading.bold && [line, heading].every(({ text }) => NUMBERING.test(text))
  const same = numbered && Math.abs(line.size - heading.size) < 0.3
  const text = line.text.replace(NUMBERING, '')
  return (large || same) && !startsWithCriterion(text) && !HEADING.test(text) && !/[.;]$/.test(text)
}

function isRunningText(text: string): boolean {
  return /\b(?:are|is|were|was|has|have|should|must|will|may|can)\b/i.test(text) || /^[a-z]/.test(text)
}

export function isItemLike(text: string): boolean {
  return (
    /^(?:[•●▪▫◦○■□▢☐☑☒❑❒◆◇►▶▸➢➤➔→✓✔❖‣⁃∙*·\uf0b7\uf0a7\uf0d8\uf0fc\uf076]|[-–](?=\s)|o(?=\s[A-Z]))\s*|^\(?\d{1,3}[.)]\s|^\(?(?:[a-z]|[ivx]{2,5})[.)]\s|^cuec[-\s#]?\d/i.test(
      text,
    ) && !/^\d+\.\d/.test(text)
  )
}

export function startsLikeDuty(text: string): boolean {
  return new RegExp(
    `^(?:the |each |all )?(?:${USER}|users|subscribers|tenants?|you)\\b[^.]{0,40}\\b(?:are|is|should|must|shall|will|need|manage|rotate|configure|maintain|ensure|review|restrict|have)\\b`,
    'i',
  ).test(text)
}

function bodySize(lines: PlacedLine[]): number {
  const sizes = lines.map((line) => line.size).sort((one, other) => one - other)
  return sizes[Math.floor(sizes.length / 2)] ?? 0
}
