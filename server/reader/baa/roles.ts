import type { Flow } from './flow'
import { definedParties, labelledParties, type Party } from './parties'

export interface Roles {
  coveredEntity: Side
  businessAssociate: Side
}

export interface Side {
  party: Party | null
  /** Matches any of the words for this side, as the source of a larger expression. */
  words: string
  /** The agreement says itself which side this is; otherwise it follows from who owes what. */
  stated: boolean
}

const COVERED =
  /\b(?:covered entit(?:y|ies)|CE|practice|hospital|clinic|physicians?|health ?system|medical group|group)\b/i
const ASSOCIATE = /\b(?:business associate|BA|vendor|supplier|contractor|consultant|licensor)\b/i

/** Who is who: words such as Customer and Provider can stand for either side, so duties decide where the words do not. */
export function findRoles(flow: Flow): Roles {
  const parties = [...definedParties(flow), ...labelledParties(flow)]
  const stated = {
    covered:
      parties.find((party) => isCalled(party, /covered entit/i)) ?? statedAs(flow, parties, 'covered entity'),
    associate:
      parties.find((party) => isCalled(party, /business associate/i)) ??
      statedAs(flow, parties, 'business associate'),
  }
  const associate =
    stated.associate ??
    other(parties, stated.covered) ??
    byDuty(flow, parties) ??
    parties.find((party) => isCalled(party, ASSOCIATE))
  const covered =
    stated.covered ??
    other(parties, associate) ??
    parties.find((party) => isCalled(party, COVERED) && party !== associate)
  return {
    coveredEntity: side(covered, stated.covered !== undefined, ['Covered Entity', 'Covered Entities', 'CE']),
    businessAssociate: side(associate, stated.associate !== undefined, ['Business Associate', 'BA']),
  }
}

function isCalled({ words }: Party, pattern: RegExp): boolean {
  return words.some((word) => pattern.test(word))
}

/** `Customer is a covered entity`; in `Practice is a covered entity, and Vendor is a business associate` each word goes with its own. */
function statedAs({ text }: Flow, parties: Party[], role: string): Party | undefined {
  const opening = text.slice(0, 8000)
  return parties.find((party) => {
    const others = parties.filter((one) => one !== party).flatMap(callings)
    return callings(party).some((word) => {
      const said = new RegExp(
        `\\b${escaped(word)}\\b([^.]{0,60})\\b(?:is|acts as|as|may be|qualifies as|,)\\s+(?:a|an|the|its)?\\s*"?${role}`,
        'gi',
      )
      return [...opening.matchAll(said)].some(
        ([, between]) => !others.some((other) => names(between!, other)),
      )
    })
  })
}

function callings({ words, name }: Party): string[] {
  return [...words, ...(name ? [name] : [])]
}

function names(text: string, word: string): boolean {
  return new RegExp(`\\b${escaped(word)}\\b`, 'i').test(text)
}

function other(parties: Party[], one: Party | undefined): Party | undefined {
  return one && parties.length === 2 ? parties.find((party) => party !== one) : undefined
}

/** Whoever shall not use or disclose the information further is the business associate. */
function byDuty({ text }: Flow, parties: Party[]): Party | undefined {
  const duties = parties.map((party) => ({ party, count: countDuties(text, party) }))
  const [most, next] = duties.sort((one, another) => another.count - one.count)
  return most && most.count > (next?.count ?? 0) ? most.party : undefined
}

function countDuties(text: string, { words }: Party): number {
  const duty = new RegExp(
    `\\b(?:${words.map(escaped).join('|')})\\s+(?:shall|will|agrees|must|may)\\b[^.]{0,80}\\b(?:not use|safeguards|report|use (?:and|or) disclose|subcontractors|return or destroy)\\b`,
    'gi',
  )
  return [...text.matchAll(duty)].length
}

function side(party: Party | undefined, stated: boolean, usual: string[]): Side {
  const own = party ? [...party.words, ...(party.name ? [party.name] : [])] : []
  const words = [...new Set([...usual, ...own])].sort((one, another) => another.length - one.length)
  return { party: party ?? null, stated, words: `(?:${words.map(escaped).join('|')})` }
}

export function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')
}
