import type { PlainDate } from '../../dates'
import type { Evidence, Field, Reading } from '../../reader/reader'

export type Verdict = 'meets' | 'look-closer' | 'does-not-meet' | 'cant-tell'

/** One line under the sentence: an exception, a carved-out company, a task of ours. */
export interface Point {
  text: string
  page: number | null
  tag: { state: 'good' | 'look' | 'bad' | 'none'; word: string } | null
  more: string | null
}

/** A quote and where it stands in the reading: `periodEnd`, `periodEnd.alternatives.1`. */
export interface Cited extends Evidence {
  field: string
  at: number
}

export interface Suggestion {
  verdict: Verdict
  sentence: string
  evidence: Cited[]
  points: Point[]
  whatWouldChange: string | null
  /** Ticked in advance, and an answer only once a person saves it; null where nobody but a person may choose. */
  prefill: 'meets' | 'does-not-meet' | null
}

export interface SystemInUse {
  name: string
  aliases: string[]
}

export interface AgreementFacts {
  state: 'none' | 'unsigned' | 'not-yet' | 'in-force' | 'ending-soon' | 'ended'
  effective: PlainDate | null
  ends: PlainDate | null
}

/** All that a suggestion may look at. */
export interface Facts {
  reading: Reading | null
  vendor: {
    name: string
    systems: SystemInUse[]
    /** null when nobody has decided it yet. */
    businessAssociate: boolean | null
    /** Keeps, hosts or could have to restore our PHI. */
    hostsPhi: boolean
  }
  agreement: AgreementFacts
  /** The Type II period before this one. */
  previousEnd: PlainDate | null
  /** What the report before this one says; it shows which exceptions come again. */
  previousReading: Reading | null
  /** Bridge letters that name this report's period, as the letters say. */
  bridges: { from: PlainDate; until: PlainDate }[]
  policy: Policy
  today: PlainDate
}

export interface Policy {
  /** Months after the end of the period. */
  fineMonths: number
  staleMonths: number
  bridgeMonths: number
  /** Months a period should span. */
  weakPeriodMonths: number
  fullPeriodMonths: number
  longPeriodMonths: number
  majorGapMonths: number
}

/** Good practice, not law: no rule of HIPAA sets these. */
export const POLICY: Policy = {
  fineMonths: 9,
  staleMonths: 12,
  bridgeMonths: 3,
  weakPeriodMonths: 3,
  fullPeriodMonths: 6,
  longPeriodMonths: 12,
  majorGapMonths: 3,
}

export interface Question {
  id: string
  title: string
  /** What the words in the question mean, once, for someone who isn’t a security person. */
  gloss: string
  /** Opinion, exceptions, scope and PHI: ticked by a hand, whatever the confidence. */
  byHandOnly: boolean
  suggest(facts: Facts): Suggestion
}

export const HIGH = 0.85
const MEDIUM = 0.6

export function isHigh(...fields: Field<unknown>[]): boolean {
  return fields.every((field) => field.value !== null && field.confidence >= HIGH)
}

/** The value, unless it is no more than a hint. */
export function known<T>(field: Field<T>): T | null {
  return field.confidence >= MEDIUM ? field.value : null
}

type FieldName = {
  [K in keyof Required<Reading>]: Required<Reading>[K] extends Field<unknown> ? K : never
}[keyof Reading]

const QUOTES_PER_FIELD = 2

export function cite(reading: Reading, ...names: FieldName[]): Cited[] {
  const all = names.flatMap((name) => {
    const { evidence, alternatives = [] } = reading[name] as Field<unknown>
    const own = cited(evidence.slice(0, QUOTES_PER_FIELD), name)
    const others = alternatives.flatMap((one, index) =>
      cited(one.evidence.slice(0, 1), `${name}.alternatives.${index}`),
    )
    return [...own, ...others]
  })
  return all.filter((one, index) => all.findIndex((other) => isSame(one, other)) === index)
}

function cited(evidence: Evidence[], field: string): Cited[] {
  return evidence.map((one, at) => ({ ...one, field, at }))
}

function isSame(a: Evidence, b: Evidence): boolean {
  return a.page === b.page && a.quote === b.quote
}

export function suggestion(
  verdict: Verdict,
  sentence: string,
  rest: Partial<Omit<Suggestion, 'verdict' | 'sentence'>> = {},
): Suggestion {
  return { verdict, sentence, evidence: [], points: [], whatWouldChange: null, prefill: null, ...rest }
}

export const point = (text: string, rest: Partial<Omit<Point, 'text'>> = {}): Point => ({
  text,
  page: null,
  tag: null,
  more: null,
  ...rest,
})

const SEVERITY: Verdict[] = ['meets', 'cant-tell', 'look-closer', 'does-not-meet']

export function worst(...verdicts: Verdict[]): Verdict {
  return verdicts.reduce((a, b) => (SEVERITY.indexOf(b) > SEVERITY.indexOf(a) ? b : a), 'meets')
}

/** "a, b and c" */
export function listed(words: string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}

/** Every question but the one on the BAA needs a reading first. */
export const NOT_READ = suggestion('cant-tell', 'The document has not been read yet, or could not be.', {
  whatWouldChange: 'Open the document and answer from its pages, or have it read again.',
})
