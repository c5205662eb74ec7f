import type { Flow } from './flow'
import { definedParties, labelledParties, type Party } from './parties'

export interface Roles {
  coveredEntity: Side
  businessAssociate: Side
  /** Its parties are a business associate, in the practice's place, and that one's subcontractor. */
  isSubcontract: boolean
}

/** What the subcontractor is called where it is itself the party. */
export const DELEGATE = 'Delegate'

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
  const parties = onlyOnce([...definedParties(flow), ...labelledParties(flow)])
  const chained = subcontract(flow, parties)
  if (chained) return chained
  const stated = {
    covered:
      parties.find((party) => isCalled(party, /covered entit/i)) ?? statedAs(flow, parties, 'covered entity'),
    associate:
      parties.find((party) => isCalled(party, /business associate/i)) ??
      statedAs(flow, parties, 'business associate'),
  }
  if (stated.covered && stated.covered === stated.associate) {
    const called = isCalled(stated.covered, /covered entit/i)
    if (called) stated.associate = undefined
    else stated.covered = undefined
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
  const rest = associate ?? other(parties, covered)
  const unnamed = unnamedWords(flow, rest, covered)
  return {
    isSubcontract: false,
    coveredEntity: side(
      flow,
      covered,
      stated.covered !== undefined,
      ['Covered Entity', 'Covered Entities', 'CE', ...unnamed.covered],
      rest,
    ),
    businessAssociate: side(
      flow,
      rest,
      stated.associate !== undefined,
      ['Business Associate', 'BA', ...unnamed.associate],
      covered,
    ),
  }
}

function subcontract(flow: Flow, parties: Party[]): Roles | null {
  const below = parties.find((party) =>
    isCalled(
      party,
      /^(?:the )?(?:sub-?contractor|sub-?business associate|downstream (?:business associate|entity|vendor))$/i,
    ),
  )
  const above =
    parties.find((party) => party !== below && isCalled(party, /business associate/i)) ??
    parties.find((party) => party !== below && party.name !== null && isNamedAssociate(flow, party))
  if (!below || !above || parties.some((party) => isCalled(party, /covered entit/i))) return null
  const upper = side(flow, above, true, ['Covered Entity', 'Business Associate'])
  return { isSubcontract: true, coveredEntity: upper, businessAssociate: side(flow, below, true, [DELEGATE]) }
}

/** `Ironbridge Revenue Cycle, LLC, a business associate of various covered entities ("Ironbridge")`, or a title that says so. */
function isNamedAssociate({ text }: Flow, { end }: Party): boolean {
  return (
    /^[^("]{0,40}\b(?:a|the) business associate (?:of|to)\b/i.test(text.slice(end, end + 120)) ||
    /\bsub-?contractor\s+business\s+associate\b|\bsub-?business\s+associate\b|\bbusiness\s+associate\s+sub-?contract/i.test(
      text.slice(0, 400),
    )
  )
}

/** A word that was defined is not defined again by a line that ends in a colon. */
function onlyOnce(parties: Party[]): Party[] {
  return parties.filter(
    (party, index) =>
      !(party.name === null && parties.some((other) => other.name !== null && sameWord(other, party))) &&
      !parties
        .slice(0, index)
        .some(
          (other) =>
            other.name !== null &&
            other.words.some((word) => isCalled(party, new RegExp(`^${escaped(word)}$`, 'i'))),
        ),
  )
}

/** `the party named on the signature page ("Covered Entity")` is the one that stands there. */
function sameWord(one: Party, other: Party): boolean {
  return one.words.some((word) => isCalled(other, new RegExp(`^${escaped(word)}$`, 'i')))
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
        `\\b${escaped(word)}\\b([^.]{0,60})(?:\\b(?:is|are|acts as|act as|as|may be|qualifies as)|,)\\s+(?:a|an|the|its|your|our)?\\s*(?:HIPAA\\s+)?"?${role}`,
        'gi',
      )
      return [...opening.matchAll(said)].some((match) => {
        if (isObject(opening, match.index) || OF_A_STATE.test(opening.slice(match.index, match.index + 260)))
          return false
        // `and are a covered entity ("you")`: the word that follows says whose role it is.
        const called = /^[^.;"]{0,20}\((?:the |each, )?"([^"]+)"/i.exec(
          opening.slice(match.index + match[0].length),
        )?.[1]
        const another =
          called !== undefined &&
          others.some((one) => one.toLowerCase() === called.replace(/[,.]$/, '').toLowerCase())
        return !another && !others.some((one) => speaksOf(match[1]!, one))
      })
    })
  })
}

/** `stores images for Hospital and is its business associate` says nothing of the hospital. */
function isObject(text: string, at: number): boolean {
  return OBJECT.test(text.slice(Math.max(0, at - 14), at))
}

const OBJECT = /\b(?:for|of|to|by|with|from|on|against|upon|behalf of)\s+(?:the\s+)?$/i
/** Texas calls everybody a covered entity who comes into possession of health information. */
const OF_A_STATE =
  /^[^.]{0,120}"?covered entity"?[^.]{0,100}\b(?:Texas|Health (?:and|&) Safety Code|181\.001|state law|chapter 181)\b/i

function callings({ words, name }: Party): string[] {
  return [...words, ...(name ? [name] : [])]
}

function speaksOf(text: string, word: string): boolean {
  return [...text.matchAll(new RegExp(`\\b${escaped(word)}\\b`, 'gi'))].some(
    ({ index }) => !isObject(text, index),
  )
}

function other(parties: Party[], one: Party | undefined): Party | undefined {
  const others = parties.filter((party) => party !== one)
  const named = others.filter(({ name, words }) => name !== null || words.some((word) => /^you$/i.test(word)))
  return one && (others.length === 1 || named.length === 1) ? (named[0] ?? others[0]) : undefined
}

/** Whoever shall not use or disclose the information further is the business associate. */
function byDuty({ text }: Flow, parties: Party[]): Party | undefined {
  const duties = parties.map((party) => ({ party, count: countDuties(text, party) }))
  const [most, next] = duties.sort((one, another) => another.count - one.count)
  return most && most.count > (next?.count ?? 0) ? most.party : undefined
}

function countDuties(text: string, { words }: Pick<Party, 'words'>): number {
  const duty = new RegExp(
    `\\b(?:${words.map(escaped).join('|')})\\s+(?:(?:shall|will|agrees|must|may)\\b[^.]{0,80}\\b(?:not use|safeguards|report|notify|tell|use (?:and|or) disclose|subcontractors|return or destroy)|(?:keeps?|maintains?)\\b[^.]{0,60}\\bsafeguards)\\b`,
    'gi',
  )
  return [...text.matchAll(duty)].length
}

const GENERIC = [
  'we',
  'Vendor',
  'Contractor',
  'Provider',
  'Supplier',
  'Company',
  'Associate',
  'Customer',
  'Client',
  'Practice',
  'Hospital',
  'Clinic',
  'you',
  'Subscriber',
]

/** Role words that an agreement uses without ever defining them. */
function unnamedWords({ text }: Flow, associate: Party | undefined, covered: Party | undefined) {
  const taken = [...(associate?.words ?? []), ...(covered?.words ?? [])].map((word) => word.toLowerCase())
  const free = GENERIC.filter((word) => !taken.includes(word.toLowerCase()))
  const ranked = free
    .map((word) => ({ word, count: countDuties(text, { words: [word] }) }))
    .sort((one, another) => another.count - one.count)
  const most = ranked[0]!
  const own = !associate && most.count > 1 && mostly(text, most.word) ? [most.word] : []
  const addressed = new RegExp(
    `\\b(?:to|by|for|of|with|notify|notifies|tell|inform|give|if|when)\\s+(?:the\\s+)?(?:WORD)\\b`,
  )
  const rest = free
    .filter((word) => !own.includes(word) && word !== 'we')
    .map((word) => ({
      word,
      count: [...text.matchAll(new RegExp(addressed.source.replace('WORD', word), 'g'))].length,
    }))
    .sort((one, another) => another.count - one.count)
  const opposite = own[0] === 'you' ? ['we'] : own[0] === 'we' ? ['you'] : []
  if (!covered && opposite.length) return { associate: own, covered: opposite }
  const theirs = !covered && (own.length || associate) && rest[0]!.count > 1 ? [rest[0]!.word] : []
  return { associate: own, covered: theirs }
}

/** A practice of no name is not made the vendor by one duty too many. */
function mostly(text: string, word: string): boolean {
  return countDuties(text, { words: [word] }) > countDuties(text, { words: ['Business Associate'] })
}

const PRONOUNS: Record<string, string[]> = {
  we: ['we', 'us', 'our'],
  us: ['we', 'us', 'our'],
  you: ['you', 'your'],
}

function side(flow: Flow, party: Party | undefined, stated: boolean, usual: string[], other?: Party): Side {
  const own = party
    ? [
        ...party.words,
        ...(party.name
          ? [party.name, ...shortNames(flow, party.name).filter((short) => !other?.name?.includes(short))]
          : []),
      ]
    : []
  const all = [...usual, ...own].flatMap(
    (word) => PRONOUNS[word.toLowerCase().replace(/[,.]$/, '')] ?? [word],
  )
  const words = [...new Set(all)].sort((one, another) => another.length - one.length)
  return { party: party ?? null, stated, words: `(?:${words.map(escaped).join('|')})` }
}

const EVERYDAY =
  /^(?:Business|Covered|Community|Family|Health|Medical|General|American|National|United|First|City|County|State|University|Hospital|Clinic|Practice|Provider|Group|Services?|Information|Security|Data|Care|Customer|Client|Vendor|Company|Children|Women|North|South|East|West|New|Saint|Dental|Internal|Privacy|HIPAA|Agreement|Subcontractor)\b/i

/** `Brightwater Reminders, Inc.` may be plain Brightwater in every clause. */
function shortNames({ text }: Flow, name: string): string[] {
  const parts = name.replace(/^(?:The|Dr\.?|St\.?)\s+/, '').split(/[\s,]+/)
  return [1, 2].flatMap((length) => {
    const short = parts.slice(0, length).join(' ')
    const rest = parts[length]
    if (short.length < 3 || short === name || !/^[A-Z]/.test(short) || (length === 1 && EVERYDAY.test(short)))
      return []
    const alone = new RegExp(`\\b${escaped(short)}\\b(?!\\s+${escaped(rest ?? '$')})`, 'g')
    return [...text.matchAll(alone)].length > 1 ? [short] : []
  })
}

export function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')
}
