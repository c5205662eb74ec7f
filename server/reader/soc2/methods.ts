import { textOf, type Span } from '../outline/flow'
import type { SubserviceOrganization } from '../reading'
import type { Party } from './subservice'

type Method = SubserviceOrganization['method']

const CARVED =
  /\bcarve[sd]?[\s-]?(?:out)\b|\bexclud(?:e|es|ed|ing)\b|\b(?:did|do|does)\s+not\s+(?:include|extend|disclose|cover|present)\b|\bnot\s+(?:included|extend(?:ed)?|examined)\b|\bcomplementary\s+sub-?service\s+organi[sz]ation\s+controls\b/i
const INCLUDED =
  /\binclusive\s+(?:method|basis)\b|\bincludes\s+the\s+(?:related\s+)?controls\s+(?:of|at)\b|\bexamination\s+(?:also\s+)?(?:extended|included)\b(?!\s+not)/i

/** Carved out or included, told for each party; a clause that names none speaks of all not spoken of by name. */
export function methodsOf(parties: Party[], sentences: Span[]): Method[] {
  const clauses = sentences.flatMap((sentence) => clausesOf(textOf(sentence)))
  const told = clauses
    .map((clause) => ({ clause, method: methodIn(clause) }))
    .filter(({ method }) => method !== null)
  const general = new Set(
    told.filter(({ clause }) => !parties.some((party) => names(clause, party))).map(({ method }) => method),
  )
  return parties.map((party) => {
    const own = new Set([
      ...told.filter(({ clause }) => names(clause, party)).map(({ method }) => method),
      ...bracketed(party),
    ])
    return only(own) ?? (own.size > 1 ? 'unclear' : (only(general) ?? rest(general)))
  })
}

function methodIn(clause: string): Method | null {
  const carved = CARVED.test(clause)
  const included = INCLUDED.test(clause)
  if (carved === included) return null
  return carved ? 'carve-out' : 'inclusive'
}

function only(methods: Set<Method | null>): Method | null {
  return methods.size === 1 ? [...methods][0]! : null
}

function rest(general: Set<Method | null>): Method {
  return general.has('carve-out') && !general.has('inclusive') ? 'carve-out' : 'unclear'
}

function clausesOf(text: string): string[] {
  return text.split(/;|\bwhereas\b|\bwhile\b|,?\s+but\b|\.\s/)
}

function names(clause: string, party: Party): boolean {
  return [party.name, party.alias, ...party.others.flatMap((other) => [other.name, other.alias])].some(
    (name) => name !== null && clause.toLowerCase().includes(name.toLowerCase()),
  )
}

/** "Equinix, Inc. (carve-out)". */
function bracketed({ where }: Party): Method[] {
  const after = where.flow.text.slice(where.end, where.end + 40)
  const bracket = /^\s*(?:\([^)]*\)\s*)?\(?[-–:]?\s*(carve[sd]?[\s-]?out|inclusive)\b/i.exec(after)
  if (!bracket) return []
  return [/^inc/i.test(bracket[1]!) ? 'inclusive' : 'carve-out']
}
