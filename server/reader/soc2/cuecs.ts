import { field, nothing, type Doc, type Outline } from '../pages'
import type { Cuec, Field } from '../reading'
import { evidenceOn, firstEvidence } from './tests/evidence'
import { anchoredItems } from './cuecs/anchored'
import { marksFirst, onBaselines, withMarks } from './cuecs/baselines'
import { columnItems } from './cuecs/columnItems'
import { isDoubtful } from './cuecs/doubts'
import { itemsIn } from './cuecs/items'
import { gridItems } from './cuecs/gridItems'
import { cuecPlaces, isItemLike, type Place, type PlacedLine } from './cuecs/places'
import { deniedUnder, saidNone } from './cuecs/none'
import { tableItems } from './cuecs/tableItems'
import { bare } from './tests/wording'

const START = 0.88
/** The name of the list or of its column. */
const HEAD =
  /^(?:[\dIVX.]+ )?(?:complementary )?(?:(?:user|customer|client)(?:[- ](?:entit(?:y|ies)|organi[sz]ations?))?) (?:controls?|responsibilit(?:y|ies)|considerations?)(?: \(\w+\))?[.:]?$/i
const BULLET = /\s[•●▪◦‣■]\s+/
/** Twice in one item: two duties were taken for one. */
const DUTY_START = /\b(?:User entities|Customers|Clients|Users) (?:are|should|must|shall)\b/g
/** What the customer must do for the vendor's controls to work. Responsibilities that are not complementary are left out. */
export function readCuecs(doc: Doc, outline: Outline): Field<Cuec[]> {
  const named = cuecPlaces(doc, outline)
  const none = named.length ? null : noneField(doc, outline, [])
  if (none?.status === 'stated-none') return none
  const places = named.length ? named : cuecPlaces(doc, outline, true)
  const all = places.flatMap((place) => underCriteria(place, itemsAt(doc, place)))
  const items = distinct(all.flatMap(perBullet).filter(({ own }) => !HEAD.test(own)))
  if (!items.length) return noneField(doc, outline, places)
  const quoted = items.map((item) => ({
    item,
    quotes: firstEvidence(doc, outline, item.page, [item.own, item.text]),
  }))
  const kept = quoted.filter(({ quotes }) => quotes.length)
  if (!kept.length) return nothing('unreadable')
  const ranTogether = kept.some(({ item }) => holdsTwo(item.own))
  const found = kept.map(({ item }) => item)
  const few = kept.length < 3 && !allMarked(places, found) && coverageOf(places, found) < 0.5
  const sure =
    confidenceOf(doc, places, kept.length, items.length) -
    (ranTogether ? 0.2 : 0) -
    (few ? 0.2 : 0) -
    (isDoubtful(places, found) ? 0.08 : 0) -
    (named.length ? 0 : 0.08)
  const value = found.map(({ text, page, criteria }) => ({ text, page, criteria }))
  return field(
    'found',
    value,
    sure,
    kept.flatMap(({ quotes }) => quotes),
  )
}

function holdsTwo(text: string): boolean {
  const opening = text.split(' ').slice(0, 2).join(' ')
  return (text.match(DUTY_START)?.length ?? 0) > 1 || text.indexOf(`. ${opening} `) > 0
}

/** How much of what stands under the headings the items hold: one or two of a long list were not all. */
function coverageOf(places: Place[], items: Item[]): number {
  const all = places
    .flatMap(({ lines }) => lines)
    .filter(({ bold }) => !bold)
    .reduce((sum, { text }) => sum + text.length, 0)
  return items.reduce((sum, { own }) => sum + own.length, 0) / Math.max(1, all)
}

/** Each mark of a list has its item; one alone may be the only one that kept its mark. */
function allMarked(places: Place[], items: Item[]): boolean {
  const marks = places.flatMap(({ lines }) => lines).filter(({ text }) => isItemLike(text))
  return items.length > 1 && marks.length === items.length
}

export interface Item extends Cuec {
  /** The item's own words, without the lead-in that stands before a list. */
  own: string
}

function itemsAt(doc: Doc, place: Place): Item[] {
  const drawn = gridItems(doc, place)
  if (drawn) return [...drawn.items, ...listedAround(drawn.around)]
  const lines = withMarks(marksFirst(onBaselines(place.lines)))
  const anchored = anchoredItems(lines)
  if (anchored.length) return anchored
  const fromTables = tableItems(doc, place)
  const inColumn = columnItems(lines, fromTables.length > 0)
  if (fromTables.length && (isWhole(doc, fromTables, inColumn) || !inColumn.length)) return fromTables
  return inColumn.length ? inColumn : itemsIn(lines)
}

/** Bullets that follow each other on one line are duties of their own. */
function perBullet(item: Item): Item[] {
  const [first = '', ...others] = item.own.split(BULLET)
  if (!others.length || !/[.;:]$/.test(first)) return [item]
  const parts = first.endsWith(':') ? others : [first, ...others]
  return parts.map((own) => ({ ...item, own, text: own }))
}

/** Duties told below the tests of a criterion are of that criterion. */
function underCriteria({ criteria }: Place, items: Item[]): Item[] {
  return items.map((item) => (item.criteria.length ? item : { ...item, criteria }))
}

/** A list beside a table counts; a sentence about the table does not. */
function listedAround(lines: PlacedLine[]): Item[] {
  return lines.some(({ text }) => isItemLike(text)) ? itemsIn(withMarks(onBaselines(lines))) : []
}

/** Cells that came out of a table well are found again word for word, and are no fewer than the lines tell. */
function isWhole(doc: Doc, items: Item[], others: Item[]): boolean {
  const found = items.filter((item) =>
    doc.pages.some((page) => page.text.replace(/\s+/g, ' ').includes(item.own)),
  )
  return found.length === items.length && items.length >= others.length
}

function distinct(items: Item[]): Item[] {
  const seen = new Map<string, Item>()
  for (const item of items) {
    const key = bare(item.text)
    const same = seen.get(key)
    if (same) same.criteria = [...new Set([...same.criteria, ...item.criteria])]
    else if (key) seen.set(key, item)
  }
  return [...seen.values()]
}

function confidenceOf(doc: Doc, places: Place[], kept: number, all: number): number {
  let sure = START
  if (places.some((place) => place.lines.some(({ page }) => sourceOf(doc, page) === 'ocr'))) sure -= 0.15
  if (places.every((place) => place.prose)) sure -= 0.15
  if (kept < all) sure -= 0.1
  return Math.round(sure * 100) / 100
}

function sourceOf(doc: Doc, page: number): 'text' | 'ocr' {
  return doc.pages.find((one) => one.number === page)?.source ?? 'text'
}

function noneField(doc: Doc, outline: Outline, places: Place[]): Field<Cuec[]> {
  const read = doc.pages.filter((page) =>
    ['description', 'tests', 'auditor', 'other', 'unknown'].includes(outline.sectionOf(page.number)),
  )
  for (const page of read) {
    const said = saidNone(page.text)
    const evidence = said && evidenceOn(doc, outline, page.number, said.text)
    if (evidence) return field<Cuec[]>('stated-none', [], page.source === 'ocr' ? 0.72 : 0.87, [evidence])
  }
  for (const place of places) {
    const denied = deniedUnder(place)
    const evidence = denied && evidenceOn(doc, outline, denied.page, denied.text)
    if (evidence) return field<Cuec[]>('stated-none', [], evidence.source === 'ocr' ? 0.65 : 0.8, [evidence])
  }
  if (places.length) return nothing('unreadable')
  return nothing(outline.pagesOf('description').length ? 'not-stated' : 'not-in-document')
}
