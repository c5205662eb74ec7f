import type { Doc, Outline, PageText } from '../../pages'
import { quoteAt } from '../../quotes'
import type { Evidence } from '../../reading'
import { plain } from './wording'

const LONGEST_QUOTE = 400
const SHORTEST_RUN = 3

/** Where a text that was put together from cells or lines stands on its page: the whole of it, or its longest run of words. */
export function evidenceOn(
  doc: Doc,
  outline: Outline,
  page: number,
  text: string,
  near = '',
): Evidence | null {
  const found = doc.pages.find((one) => one.number === page)
  if (!found) return null
  const place = placeOf(found, text, near)
  return place && quoteAt(found, place.start, place.end, outline.sectionOf(page))
}

/** The same, trying several texts and keeping the first that is found. */
export function firstEvidence(
  doc: Doc,
  outline: Outline,
  page: number,
  texts: string[],
  near = '',
): Evidence[] {
  for (const text of texts) {
    const evidence = text.trim() ? evidenceOn(doc, outline, page, text, near) : null
    if (evidence) return [evidence]
  }
  return []
}

function placeOf(page: PageText, text: string, near: string): { start: number; end: number } | null {
  const hay = page.text.replace(/\n/g, ' ')
  const from = near ? Math.max(0, hay.indexOf(plain(near))) : 0
  const needle = shortened(plain(text))
  if (!needle) return null
  return at(hay, needle, from) ?? longestRun(hay, needle.split(' '), from)
}

function at(hay: string, needle: string, from: number): { start: number; end: number } | null {
  const after = hay.indexOf(needle, from)
  const start = after >= 0 ? after : hay.indexOf(needle)
  return start >= 0 ? { start, end: start + needle.length } : null
}

function longestRun(hay: string, words: string[], from: number): { start: number; end: number } | null {
  let best: { start: number; end: number } | null = null
  for (let first = 0; first < words.length; first++) {
    let last = first + SHORTEST_RUN
    let place = last <= words.length ? at(hay, words.slice(first, last).join(' '), from) : null
    if (!place) continue
    while (last < words.length) {
      const longer = at(hay, words.slice(first, last + 1).join(' '), from)
      if (!longer) break
      place = longer
      last++
    }
    if (!best || place.end - place.start > best.end - best.start) best = place
    first = last - 1
  }
  return best && best.end - best.start >= 12 ? best : null
}

function shortened(text: string): string {
  if (text.length <= LONGEST_QUOTE) return text
  return text.slice(0, text.lastIndexOf(' ', LONGEST_QUOTE))
}
