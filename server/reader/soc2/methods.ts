import { textOf, type Span } from '../outline/flow'
import type { SubserviceOrganization } from '../reading'
import type { Party } from './parties'

type Method = SubserviceOrganization['method']

const CARVED =
  /\bcarve[sd]?[\s-]?(?:out)\b|\bex-?clud(?:e|es|ed|ing)\b|\b(?:did|do|does)\s+not\s+(?:include|extend|disclose|cover|present|comprise|examine|reach|encompass)\b|\bnot\s+(?:included|extend(?:ed)?|examined|reach(?:ed)?|examine)\b|\b(?:leaves?|left)\s+out\b|\bcomplementary\s+sub-?service\s+organi[sz]ation\s+controls\b/i
const INCLUDED =
  /\binclusive\s+(?:method|basis)\b|\b(?:includes|covers)\s+(?:a\s+description\s+of\s+)?the\s+(?:(?:related|relevant)\s+)?controls\s+(?:of|at)\b|\b(?:examination|procedures|work)\s+(?:also\s+)?(?:did\s+)?(?:extend(?:ed)?|included?|covered|reached|took\s+in)\b(?!\s+not)[^.;]{0,50}\b(?:controls|them|services)\b/i
const PRONOUN = /\b(?:it|its|they|them|their|these|those|both)\b/i

/** Carved out or included, told for each party; a clause that names none speaks of all not spoken of by name. */
export function methodsOf(parties: Party[], sentences: Span[]): Method[] {
  const told = tellings(parties, sentences)
  const general = new Set(told.filter(({ named }) => !named).map(({ method }) => method))
  return parties.map((party) => {
    const stated = [party, ...party.others].find(({ method }) => method)?.method
    if (stated) return stated
    const own = new Set([
      ...told
        .filter(({ about, named }) => about.includes(party) && (named || general.size > 1))
        .map(({ method }) => method),
      ...bracketed(party),
    ])
    return only(own) ?? (own.size > 1 ? 'unclear' : (only(general) ?? rest(general)))
  })
}

interface Telling {
  method: Method
  /** The parties that the clause names, or that the one before it named and it calls "it". */
  about: Party[]
  named: boolean
}

function tellings(parties: Party[], sentences: Span[]): Telling[] {
  let last: { about: Party[]; end: Span } | null = null
  const told: Telling[] = []
  for (const sentence of sentences) {
    for (const clause of clausesOf(textOf(sentence))) {
      const named = parties.filter((party) => names(clause, party))
      const near = last && last.end.flow === sentence.flow && sameParagraph(last.end, sentence)
      const about = named.length > 0 || !near || !PRONOUN.test(clause) ? named : last!.about
      if (named.length > 0) last = { about: named, end: sentence }
      const method = methodIn(clause)
      if (method) told.push({ method, about, named: named.length > 0 })
    }
  }
  return told
}

function sameParagraph(before: Span, sentence: Span): boolean {
  return (
    sentence.start - before.end < 400 && !before.flow.text.slice(before.end, sentence.start).includes('\n')
  )
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
  return text.split(
    /;|\bwhereas\b|\bwhile\b|,?\s+but\b|,?\s+and\s+(?=(?:the\s+)?(?:inclusive|carve[sd]?[\s-]?out)\b[^.;]*?\bfor\b)|(?<!\b(?:Inc|Ltd|Pvt|Pte|Pty|Corp|Co|L\.L\.C|B\.V|N\.V|S\.A))\.\s/,
  )
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
