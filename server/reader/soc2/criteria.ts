import { textOf, within, type Span } from '../outline/flow'
import type { Category } from '../reading'
import { remembered } from '../remembered'

/** How many criteria each series holds, e.g. CC6.1 to CC6.8 (TSP section 100, 2017 criteria). */
const SERIES: Record<string, number[]> = {
  CC: [5, 3, 4, 2, 3, 8, 5, 1, 2],
  A: [3],
  C: [2],
  PI: [5],
  P: [1, 1, 2, 3, 2, 7, 1, 1],
}

const CATEGORY_OF: Record<string, Category> = {
  CC: 'security',
  A: 'availability',
  C: 'confidentiality',
  PI: 'processing-integrity',
  P: 'privacy',
}

/** The 61 trust services criteria of 2017, CC1.1 to P8.1. */
export const CRITERIA: string[] = Object.entries(SERIES).flatMap(([letters, counts]) =>
  counts.flatMap((count, at) => Array.from({ length: count }, (_, n) => `${letters}${at + 1}.${n + 1}`)),
)

const OFFICIAL = new Set(CRITERIA)
const CRITERION =
  /(?<![\w./])(CC|PI|A|C|P) ?(\d)\.0?(\d)(?!\w|\.\d|\.[a-z]\b|-(?!(?:CC|PI|A|C|P) ?\d\.\d)(?:[A-Za-z]?\d|[A-Z]\b))/g
const NOT_A_CRITERION =
  /(?:table|figure|appendix|exhibit|section|annex|clause|attachment|version|schedule)\s+$/i
const RANGE = /^\s*(?:-|–|—|to|through|thru)\s*$/i

interface Found {
  id: string
  start: number
  end: number
}

export function isCriterion(id: string): boolean {
  return OFFICIAL.has(id)
}

/** Official ids named in the text, in order, each once; ranges such as CC6.1 – CC6.3 are filled in. Look-alikes are left out. */
export function criteriaIn(text: string): string[]
/** The same with their places; an id named twice is there twice. */
export function criteriaIn(span: Span): { id: string; where: Span }[]
export function criteriaIn(source: string | Span): string[] | { id: string; where: Span }[] {
  if (typeof source === 'string') return [...new Set(idsIn(source).map(({ id }) => id))]
  return idsIn(textOf(source)).map(({ id, start, end }) => ({ id, where: within(source, start, end) }))
}

/** The category a criterion belongs to; the common criteria stand for security. */
export function categoryOf(criterion: string): Category | null {
  const letters = /^[A-Z]+/.exec(criterion)?.[0] ?? ''
  return CATEGORY_OF[letters] ?? null
}

/** True when the text begins with an official id, as the heading of a group of controls does. */
export const startsWithCriterion = remembered((text) => {
  const start = text.trim().replace(/^(?:criteri(?:on|a)|tsc|trust services criteri(?:on|a))\s*[:#]?\s*/i, '')
  return /^(?:CC|PI|A|C|P) ?\d\.\d/.test(start) && criteriaIn(start.slice(0, 12)).length > 0
})

const idsIn = remembered((text): Found[] => {
  const found: Found[] = []
  for (const match of text.matchAll(CRITERION)) {
    const id = `${match[1]}${match[2]}.${match[3]}`
    const before = text.slice(Math.max(0, match.index - 12), match.index)
    if (!OFFICIAL.has(id) || NOT_A_CRITERION.test(before) || isInsideReference(before)) continue
    found.push({ id, start: match.index, end: match.index + match[0].length })
  }
  return found.flatMap((one, at) => [one, ...between(text, one, found[at + 1])])
})

function isInsideReference(before: string): boolean {
  return /[A-Za-z0-9]-$/.test(before) && !/(?:CC|PI|A|C|P) ?\d\.\d-$/.test(before)
}

function between(text: string, from: Found, to: Found | undefined): Found[] {
  if (!to || categoryOf(from.id) !== categoryOf(to.id) || !RANGE.test(text.slice(from.end, to.start)))
    return []
  const [first, last] = [CRITERIA.indexOf(from.id), CRITERIA.indexOf(to.id)]
  return last - first > 1 ? CRITERIA.slice(first + 1, last).map((id) => ({ ...from, id })) : []
}
