import type { Doc, Outline } from '../../pages'
import type { TestException } from '../../reading'
import { criteriaIn } from '../criteria'
import { fractionIn } from './numbers'
import type { TestRow } from './rows'
import { plain } from './wording'

const ANSWERED =
  /\bmanagement(?:'s|s')? (?:response|comment|reply|replies|statement|action plan)|\b(?:response|comment|reply|statement) (?:of|by|from) (?:the )?management\b|\bmanagement (?:tells|told|informs|informed|states|stated|responded|replied|advises|advised)\b/i
const NUMBER = '(?:\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)'
const SOME_OF_MANY = new RegExp(`\\b${NUMBER} [^.;]{0,40}\\bof (?:the )?${NUMBER}\\b`, 'i')
const PARTLY = 0.1
const A_LITTLE = 0.08

/** How much less sure the list of exceptions is for what its entries lack though others like them have it, 0 to 0.3. */
export function doubtOf(doc: Doc, outline: Outline, exceptions: TestException[], rows: TestRow[]): number {
  const unnamed = exceptions.some(({ control }) => control === null)
  const loose = exceptions.some(({ criteria }) => criteria.length === 0) && namesCriteria(doc, outline)
  const uncounted = exceptions.some((one) => one.tested === null && saysHowMany(one.text))
  return (
    (unnamed || hasOddName(exceptions, rows) ? PARTLY : 0) +
    (loose ? A_LITTLE : 0) +
    (uncounted ? A_LITTLE : 0) +
    (leavesAnswersOut(doc, outline, exceptions) ? PARTLY : 0)
  )
}

function namesCriteria(doc: Doc, outline: Outline): boolean {
  return doc.pages.some(
    ({ number, text }) => outline.sectionOf(number) === 'tests' && criteriaIn(text).length > 0,
  )
}

/** "CC7c 42" where all the others are one word. */
export function hasOddName(named: { control: string | null }[], rows: TestRow[]): boolean {
  const controls = rows.flatMap(({ control }) => control ?? [])
  const spaced = controls.filter((control) => control.includes(' ')).length
  return spaced < controls.length / 5 && named.some(({ control }) => control?.includes(' '))
}

/** Management answers somewhere, and not every exception has an answer. */
function leavesAnswersOut(doc: Doc, outline: Outline, exceptions: TestException[]): boolean {
  const open = exceptions.filter(({ response }) => response === null)
  if (!open.length) return false
  const taken = exceptions.flatMap(({ response }) => response?.page ?? [])
  return doc.pages.some(
    (page) =>
      ['tests', 'other', 'unknown'].includes(outline.sectionOf(page.number)) &&
      page.lines.filter(({ running, text }) => !running && ANSWERED.test(plain(text))).length >
        taken.filter((number) => number === page.number).length,
  )
}

/** "Two months selected (of five)": a count that was not understood. */
function saysHowMany(text: string): boolean {
  const words = plain(text)
  return fractionIn(words) === null && SOME_OF_MANY.test(words)
}
