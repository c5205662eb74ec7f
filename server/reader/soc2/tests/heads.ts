import { criteriaIn, isCriterion, startsWithCriterion } from '../criteria'
import { isReference } from './columns'
import { isWhole, untorn, WHOLE } from './references'
import { plain } from './wording'
import { remembered } from '../../remembered'

export interface RowHead {
  control: string | null
  criteria: string[]
  activity: string
}

const CONTINUED = /[\s(-]{0,3}\bcont(?:inued|'?d|\.)?\b[\s).]{0,3}$/i
const SHAPE = `(?:${WHOLE}|[A-Z]{1,6}[-_.]?(?:[A-Z]{1,5}[-_.]?)?\\d{1,3}(?:[.\\-_]\\d{1,3}){0,4}[a-z]?|\\d{1,2}(?:\\.\\d{1,3}){1,3})`
const LEADING = new RegExp(`^(?:control (?:#|no\\.? )?)?(${SHAPE})\\s*[:.)-]?\\s+(?=[A-Z("])`, 'i')
const INSIDE = new RegExp(`(?<=[.!?]\\s|^)${SHAPE}(?=[:.)-]?\\s+[A-Z][a-z])`, 'g')
const CRITERION_FIRST = /^(?:CC|PI|A|C|P) ?\d\.\d(?![\w.-]*\d|[-.][A-Za-z](?![A-Za-z]))[\s,;:/&-]*(?:and )?/

const CONTROL_START = new RegExp(
  `^control(?: activity)?(?: (?:no\\.?|number|ref(?:erence)?|id))?\\s*[:#]?\\s*(${WHOLE}|[A-Z]{0,6}[-_.]?[A-Z]{0,5}[-_.]?\\d[\\w.-]*?)(?:\\s*[:)|]|\\.(?=\\s|$)|\\s+[–—-](?=\\s)|(?=\\s|$))\\s*`,
  'i',
)
const REFERENCE_START = new RegExp(
  `^(${WHOLE}|[A-Z]{1,6}[-_.]?(?:[A-Z]{1,5}[-_.]?)?\\d{1,5}(?:[.\\-_]\\d{1,4}){0,4}[a-z]?|\\d{1,2}(?:\\.\\d{1,3}){1,3})(?:\\s*[:.)|–—-]+\\s*|\\s+|$)(?=[A-Z("'|]|$)`,
)

/** Who a row is about, from its cells for criteria, reference and control: narrow columns often run into each other. */
export function headOf(criteriaCell: string, refCell: string, controlCell: string, known: boolean): RowHead {
  const named = takeCriteria(plain(criteriaCell))
  const own = plain(controlCell)
  const stated = refOf(untorn(plain(refCell).replace(CONTINUED, '')))
  const leading = stated || !own ? null : leadingIn(own)
  const earlier = leading ? earlierCriteria(named.rest) : []
  const ref = stated ?? (leading && earlier.length ? null : refOf(named.rest))
  const criteria = [...new Set([...named.criteria, ...earlier, ...criteriaIn(refCell), ...criteriaIn(own)])]
  const control = ref ?? leading ?? (known && isCriterion(plain(refCell)) ? plain(refCell) : null)
  return {
    control: control && control.replace(/(?<=[-_.])\s+(?=\d)/, '').replace(/^#\s*(?=\S)/, ''),
    criteria,
    activity: leading ? own.replace(LEADING, '') : own,
  }
}

/** Numbers of criteria before 2017, "S3.2" or "CC5.6", which only their column tells from the reference of a control. */
function earlierCriteria(text: string): string[] {
  const ids = text.split(/[\s,;]+/).filter(Boolean)
  return ids.every((id) => /^(?:CC|S|A|C|PI|P)\d{1,2}\.\d{1,2}$/.test(id)) ? ids : []
}

/** How many references of controls stand at the start of a sentence inside one cell: more than one means that rows ran together. */
export function referencesInside(text: string): number {
  return new Set(plain(text).match(INSIDE) ?? []).size
}

export function isContinued(ref: string): boolean {
  return CONTINUED.test(ref)
}

export function withoutContinued(ref: string): string {
  return plain(ref).replace(CONTINUED, '')
}

/** A text that begins with the reference of a control. */
export const startOf = remembered((text): { ref: string; rest: string } | null => {
  const own = REFERENCE_START.exec(text)
  const match = CONTROL_START.exec(text) ?? (namesCriteria(text, own?.[1]) ? null : own)
  if (!match) return null
  const ref = match[1]!
  return isReference(ref) && text.length < 1500 ? { ref, rest: text.slice(match[0].length) } : null
})

function namesCriteria(text: string, ref: string | undefined): boolean {
  if (!startsWithCriterion(text)) return false
  return !ref || !isWhole(ref)
}

function refOf(text: string): string | null {
  const { criteria, rest } = takeCriteria(text)
  const clean = rest.replace(/[:.,]$/, '').replace(/^control(?: #| no\.?)?\s+/i, '')
  if (clean && isReference(clean) && !isCriterion(clean)) return clean
  if (
    clean &&
    clean.length <= 40 &&
    /\d/.test(clean) &&
    !/\s[a-z]+\s/.test(clean) &&
    !criteriaIn(clean).length
  )
    return clean
  return !clean && criteria.length === 0 ? null : (LEADING.exec(clean)?.[1] ?? null)
}

function leadingIn(text: string): string | null {
  const found = LEADING.exec(takeCriteria(text).rest)?.[1] ?? LEADING.exec(text)?.[1] ?? null
  return found && !isCriterion(found) ? found : null
}

function takeCriteria(text: string): { criteria: string[]; rest: string } {
  let rest = text
  while (CRITERION_FIRST.test(rest)) rest = rest.replace(CRITERION_FIRST, '')
  return { criteria: criteriaIn(text.slice(0, text.length - rest.length)), rest: rest.trim() }
}
