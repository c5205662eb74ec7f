import type { Item } from '../cuecs'
import { clausesOf } from './clauses'
import type { Place, PlacedLine } from './places'

const OTHER_DUTIES = /\b(?:responsibilit(?:y|ies)|duties|obligations)\b/i

/** Whether the duties can't be counted for sure: another list within theirs, a number left out, several in one, or one cut off. */
export function isDoubtful(places: Place[], items: Item[]): boolean {
  return (
    places.some(({ lines }) => holdsAnotherList(lines) || leavesNumbersOut(lines)) ||
    codesIn(places) > items.length ||
    items.some(({ own }) => (own.match(/;\s+(?:and\s+)?[a-z]/g)?.length ?? 0) > 1) ||
    isSplitByStops(places, items) ||
    isCut(items)
  )
}

function holdsAnotherList(lines: PlacedLine[]): boolean {
  return lines.some(
    ({ bold, text }, at) =>
      at > 0 &&
      bold &&
      !lines[at + 1]?.bold &&
      text.length < 90 &&
      OTHER_DUTIES.test(text) &&
      !/[.;:]$/.test(text),
  )
}

function leavesNumbersOut(lines: PlacedLine[]): boolean {
  const numbers = lines.flatMap(({ text }) => /^\(?(\d{1,2})[.)]\s/.exec(text)?.[1] ?? []).map(Number)
  return numbers.some((number, at) => number !== 1 && number !== (numbers[at - 1] ?? 0) + 1)
}

/** CUEC-1, CUEC-2, …: each is one. */
function codesIn(places: Place[]): number {
  const texts = places.flatMap(({ lines }) => lines.map(({ text }) => text))
  return new Set(texts.flatMap((text) => /^c?uec[-\s#]{0,2}\d{1,3}\b/i.exec(text)?.[0] ?? [])).size
}

/** One sentence whose duties only its semicolons tell apart. */
function isSplitByStops(places: Place[], items: Item[]): boolean {
  const whole = places.map(({ lines }) => lines.map(({ text }) => text).join(' ')).join(' ')
  return whole.split(/(?<=\.)\s+(?=[A-Z])/).some((sentence) => {
    const several = clausesOf(sentence)
    return several?.marked === false && items.some(({ own }) => several.clauses.includes(own))
  })
}

/** The last ends without a stop although all the others end with one. */
function isCut(items: Item[]): boolean {
  const stopped = items.map(({ own }) => /[.;)]$|[;,] (?:and|or)$/.test(own))
  return items.length > 2 && stopped.slice(0, -1).every(Boolean) && !stopped.at(-1)
}
