import type { Grid } from './grids'
import { plainText } from './plain'
import { textOf } from './marks'
import type { Segment } from './marks'
import type { Baseline } from './segments'
import { headingIsNear, isHeadingAt } from './headings'

const EDGE_SHARE = 0.14
const SAME_PLACE = 4
const FEWEST_PAGES = 3
/** Share of pages on which a number must keep step with the page. */
const COUNTS_PAGES = 0.5

export interface RunningLines {
  /** Segments that repeat at their place over the pages. */
  segments: Set<Segment>
  /** By page, from zero. */
  printed: (string | null)[]
}

interface EdgePage {
  height: number
  rows: Baseline[]
  grids: Grid[]
}

/** Headers and footers: what stands at the same place on many pages, digits aside. */
export function findRunning(pages: EdgePage[]): RunningLines {
  const seen = countPlaces(pages)
  const segments = new Set<Segment>()
  for (const page of pages) {
    for (const edge of [topRows(page), bottomRows(page)]) {
      for (const group of groupsOf(edge, page.rows)) {
        if (!group.every((row) => row.every((segment) => repeats(seen, segment)))) break
        if (isInTable(group[0]![0]!, page)) break
        group.flat().forEach((segment) => segments.add(segment))
      }
    }
  }
  const printed = printedNumbers(pages, segments)
  return { segments, printed }
}

/** A table that reaches into the middle of the page ends in no footer, even if it ends alike on many pages. */
function isInTable({ base }: Segment, { grids, height }: EdgePage): boolean {
  return grids.some(({ ys }) => {
    const [top, bottom] = [ys[0]!, ys.at(-1)!]
    return base > top && base < bottom && bottom > height * EDGE_SHARE && top < height * (1 - EDGE_SHARE)
  })
}

function topRows(page: EdgePage): Baseline[] {
  const rows = page.rows.filter((row) => row[0]!.base < page.height * EDGE_SHARE)
  const heading = rows.findIndex((_, at) => isHeadingAt(page.rows, at) || headingIsNear(page.rows, at))
  return rows.slice(0, heading < 0 ? 5 : Math.min(5, heading))
}

function bottomRows(page: EdgePage): Baseline[] {
  const rows = page.rows.filter((row) => row[0]!.base > page.height * (1 - EDGE_SHARE))
  return rows.slice(-5).reverse()
}

/** Rows set close together are one thing: the first lines of a page that happen to be the same are no header. */
function groupsOf(edge: Baseline[], rows: Baseline[]): Baseline[][] {
  const groups: Baseline[][] = []
  for (const row of edge) {
    if (groups.at(-1)?.includes(row)) continue
    let from = rows.indexOf(row)
    let to = from
    while (from > 0 && isClose(rows[from - 1]!, rows[from]!)) from--
    while (to + 1 < rows.length && isClose(rows[to]!, rows[to + 1]!)) to++
    groups.push(rows.slice(from, to + 1))
  }
  return groups
}

function isClose(above: Baseline, below: Baseline): boolean {
  return below[0]!.base - above[0]!.base < 1.5 * Math.max(above[0]!.size, below[0]!.size)
}

/** What stands at about one height, by page. */
interface RunningPlace {
  base: number
  pages: Map<number, string>
}

type Places = Map<string, RunningPlace[]>

function countPlaces(pages: EdgePage[]): Places {
  const places: Places = new Map()
  for (const [number, page] of pages.entries()) {
    for (const segment of [...topRows(page), ...bottomRows(page)].flat()) {
      const list = places.get(keyOf(segment)) ?? []
      places.set(keyOf(segment), list)
      const near = list.find((place) => Math.abs(place.base - segment.base) < SAME_PLACE)
      const text = textOf(segment)
      if (near) near.pages.set(number, text)
      else list.push({ base: segment.base, pages: new Map([[number, text]]) })
    }
  }
  return places
}

function keyOf(segment: Segment): string {
  const text = plainText(textOf(segment)).toLowerCase()
  const bare = /^(page\s*)?[ivxlc]{1,7}$/.test(text) ? 'page-roman' : text
  return bare.replace(/\d+/g, '#').replace(/\s+/g, '')
}

function repeats(seen: Places, segment: Segment): boolean {
  const places = seen.get(keyOf(segment)) ?? []
  const here = places.find((place) => Math.abs(place.base - segment.base) < SAME_PLACE)
  if (!here) return false
  if (here.pages.size >= FEWEST_PAGES) return isSteady(here, textOf(segment))
  return here.pages.size === 2 && /^(page)?#?(of|\/)?#$|^-#-$/.test(keyOf(segment))
}

/** The same to the letter on some pages, or counting the pages: references of controls change from page to page, but not so. */
function isSteady({ pages }: RunningPlace, text: string): boolean {
  const same = [...pages.values()].filter((one) => one === text).length
  if (same >= FEWEST_PAGES || !/\d/.test(text)) return true
  const steps = new Map<string, number>()
  for (const [page, one] of pages) {
    for (const [at, number] of (one.match(/\d+/g) ?? []).entries()) {
      const key = `${at} ${Number(number) - page}`
      steps.set(key, (steps.get(key) ?? 0) + 1)
    }
  }
  return Math.max(...steps.values()) >= Math.max(2, pages.size * COUNTS_PAGES)
}

const PAGE_NUMBER =
  /(?:^|page\s*|[|•\-–—]\s*)(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|\/)\s*\d{1,4})?(?:\s*[-|–—].*)?$/i

function printedNumbers(pages: EdgePage[], running: Set<Segment>): (string | null)[] {
  const found = pages.map((page) => candidatesOn(page, running))
  const shifts = new Map<number, number>()
  for (const [index, numbers] of found.entries()) {
    for (const number of new Set(numbers)) {
      if (/^\d/.test(number))
        shifts.set(Number(number) - index, (shifts.get(Number(number) - index) ?? 0) + 1)
    }
  }
  const usual = [...shifts].sort((one, other) => other[1] - one[1])[0]
  return found.map((numbers, index) => {
    const expected = usual ? String(usual[0] + index) : null
    return (
      numbers.find((number) => number === expected) ??
      numbers.find((number) => /^[a-z]/i.test(number)) ??
      null
    )
  })
}

function candidatesOn(page: EdgePage, running: Set<Segment>): string[] {
  const numbers: string[] = []
  for (const segment of page.rows.flat()) {
    if (!running.has(segment)) continue
    const text = plainText(textOf(segment))
    const match = PAGE_NUMBER.exec(text) ?? /^(\d{1,4})\s*[|•-]/.exec(text)
    if (match) numbers.push(match[1]!.toLowerCase())
  }
  return numbers
}
