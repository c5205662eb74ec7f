import { field, nothing } from '../pages'
import type { BaaTerms, Evidence, Field, ISODate } from '../reading'
import { addDays, findDates, numericOrder, settle } from '../soc2/dates'
import { type Agreement, proof } from './agreement'
import { type Amount, amountsIn, daysOf } from './amounts'
import { breachClocks } from './breachClock'
import type { Sentence } from './clauses'
import { pageAt } from './flow'

type Term = NonNullable<BaaTerms['term']['value']>

const WITH_AGREEMENT =
  /\b(?:co-?terminous|coterminus|concurrent(?:ly)?)\b[^.]{0,80}|\b(?:as long as|so long as|until|upon|when|whenever|once|for the (?:term|duration)(?: of)?|same term as|automatically)\b[^.]{0,80}\b(?:services?|master|underlying|subscription|license|customer|principal|hosting|main|primary|software|consulting|support|online|managed|user|order|participation)\s+(?:\w+\s+){0,2}(?:agreement|contract|terms|arrangement|order|services|form)s?\b|\b(?:as long as|so long as|until|when|for the (?:term|duration) of)\b[^.]{0,30}\b(?:the )?(?:subscription|account|services|online terms|terms of service|MSA|SOW|contract between|relationship|work)\b/i
const EVERGREEN =
  /\buntil (?:it is )?(?:terminated|all)\b|\bcontinues? (?:in (?:full force and )?effect )?until terminated\b|\bterminate when all\b|\bremains? in (?:full force and )?effect until\b|\bindefinite|\bperpetual\b|\buntil either (?:party|side|of us)\b|\buntil (?:a party|one of|either)\b|\bno fixed (?:term|end)\b/i
const ENDS =
  /\bfrom\b[^.;]{4,40}\b(?:to|until|through)\s*$|\b(?:expires?|ends?|terminates?|continues? (?:in effect )?(?:until|through)|remains? in effect (?:until|through)|through|until|expiration date:?|initial term ending)\b[^.]{0,40}$/i
const EXTENDED =
  /\b(?:is|are|be) (?:hereby )?(?:extended|prolonged) (?:to|until|through)(?: and including)?\s*$/i
/** The end that an amendment takes away. */
const WAS_TO_END =
  /\b(?:was|were|would have) (?:due |scheduled |set )?(?:to )?(?:end|expire|terminate)d?\b[^.]{0,40}$/i
const RENEWS = /\b(?:renew|renews|renewed|renewal|extend|extends|extended|rolls? over|prolong(?:s|ed)?)\b/i

export function termOf(agreement: Agreement): Field<Term> {
  const { sentences } = agreement
  const here = termSentences(sentences)
  const fixed = here.find(({ text }) => dateEnding(agreement, text) !== null || lengthOf(text) !== null)
  const other = withNamed(agreement)
  const tied = here.find(({ text }) => WITH_AGREEMENT.test(text) || other?.test(text))
  const open = here.find(({ text }) => EVERGREEN.test(text))
  const kinds = [fixed && 'fixed', tied && 'with-agreement', open && 'evergreen'].filter(Boolean)
  const chosen: [Term, Sentence] | null = fixed
    ? ['fixed', fixed]
    : tied
      ? ['with-agreement', tied]
      : open
        ? ['evergreen', open]
        : null
  if (!chosen) return untilNotice(agreement)
  return proven(agreement, chosen[1], chosen[0], kinds.length === 1 ? 0.88 : 0.78)
}

/** Ends with what the first page calls `Contract`, which is not this paper. */
function withNamed({ flow }: Agreement): RegExp | null {
  const named =
    /\b(?![Tt]his\b)(\w+)\s+((?:[A-Z][\w'-]*\s+){1,6}(?:of\s+\w+\s+)?)[^()."]{0,90}\((?:the\s+|each,?\s+an?\s+)?"((?:[A-Z][\w-]*\s+){0,3}(?:Contract|Agreement|Order|MSA|SOW|Terms))"\)/g
  const names = [...flow.text.slice(0, 5000).matchAll(named)]
    .filter(
      ([whole, before, title]) =>
        !/^this$/i.test(before!) &&
        /\b(?:Agreement|Contract|Order|Terms|Lease|Statement|Proposal)\b/.test(title!) &&
        !/\bthis\b/i.test(whole.slice(0, whole.indexOf('('))),
    )
    .map(([, , , name]) => name!)
    .filter((name) => !new RegExp(`\\bthis ${name}\\b`).test(flow.text))
  return names.length
    ? new RegExp(
        `\\b(?:when(?:ever)?|until|upon|as long as|so long as|while|with|once|for the (?:term|duration) of|co-?terminous with)\\b[^.]{0,50}\\b(?:the |that )?(?:${names.join('|')})\\b`,
      )
    : null
}

/** With no end of its own it goes on until somebody gives notice. */
function untilNotice(agreement: Agreement): Field<Term> {
  const { value, evidence } = terminationNotice(agreement)
  return value === null ? nothing('not-stated') : field('inferred', 'evergreen', 0.7, evidence)
}

export function expiryOf(agreement: Agreement, effective: Field<ISODate>, term: Field<Term>): Field<ISODate> {
  const here = termSentences(agreement.sentences)
  for (const sentence of here) {
    const iso = dateEnding(agreement, sentence.text)
    if (iso) return proven(agreement, sentence, iso, 0.9)
  }
  const length = here
    .map((sentence) => ({ sentence, amount: lengthOf(sentence.text) }))
    .find(({ amount }) => amount)
  const from = length?.amount
    ? (beginning(agreement, length.sentence.text, length.amount) ?? effective.value)
    : null
  if (length?.amount && from) {
    const end = addDays(later(from, length.amount), -1)
    return { ...proven(agreement, length.sentence, end, 0.7), status: 'inferred' }
  }
  return nothing(term.value && term.value !== 'fixed' ? 'not-applicable' : 'not-stated')
}

export function renewalOf(agreement: Agreement, term: Field<Term>): Field<boolean> {
  const renewing = agreement.sentences.filter(
    ({ text, clause }) =>
      clause.topic === 'clause' &&
      RENEWS.test(text) &&
      /\bterms?\b|\bperiods?\b|\bagreement\b|\bannually\b|\byear|^\W*it (?:shall |will |does |may )?(?:not )?(?:be )?(?:automatically )?(?:renew|extend)/i.test(
        text.trim(),
      ),
  )
  const refusal = renewing.find(({ text }) =>
    /\b(?:no|without) (?:automatic )?renewal\b|\bnot (?:be )?(?:automatically )?renew/i.test(
      text.split(/\bunless\b|\bexcept\b|\bif (?:either|a|one|any)\b/i)[0]!,
    ),
  )
  if (refusal) return proven(agreement, refusal, false, 0.86)
  const automatic = renewing.find(({ text }) =>
    /\bautomatic(?:ally)?\b|\bdeemed renewed\b|\bevergreen\b|\b(?:shall|will) (?:(?:then|thereafter|again|be) ){0,2}renew(?:ed)?\b|\brenews\b|\brolls over\b|\bby itself\b/i.test(
      text,
    ),
  )
  if (automatic) {
    const [rule] = automatic.text.split(/\bunless\b|\bexcept\b/i)
    const refused = /\b(?:not|no)\s+(?:be\s+)?(?:automatic(?:ally)?\b|renew)/i.test(rule!)
    return proven(agreement, automatic, !refused, 0.88)
  }
  const only = renewing.find(({ text }) =>
    /\b(?:may be|only|by (?:mutual )?(?:written )?agreement)\b/i.test(text),
  )
  if (only) return proven(agreement, only, false, 0.75)
  return nothing(term.value === 'evergreen' ? 'not-applicable' : 'not-stated')
}

const ENDING =
  /\bterminat|\bwithdraws?\b|\b(?:end|cancel|leave)(?:s|ed)?\s+(?:this|the|our|it|any)\b|\b(?:ended|ending) by (?:either|any|a|the)\b|\bcancel/i

/** Notice for ending without cause. */
export function terminationNotice(agreement: Agreement): Field<number> {
  const found = agreement.sentences.filter(
    ({ text, words, clause }) =>
      ['clause', 'practice'].includes(clause.topic) &&
      ENDING.test(words) &&
      !/\bcur(?:e|ed|ing)\b|\bmaterial\b|\bbreach|\bviolat|\bfor cause\b|\breturn\b|\bdestroy|\bfees?\b|\bnot renew\b|\bnon-?renewal\b|\bdecline|\bviolat\w*|\bautomatic/i.test(
        text,
      ),
  )
  for (const sentence of found) {
    const free =
      /\bwithout cause\b|\bany reason\b|\bno reason\b|\bconvenience\b|\bany time\b|\bwith or without\b|\bwithout (?:giving )?(?:a )?reasons?\b|\bfor no cause\b/i.test(
        sentence.text,
      )
    const amount = amountsIn(sentence.text).find(
      ({ start, end }) =>
        /\bnotice\b/i.test(sentence.text.slice(end, end + 50)) ||
        /\b(?:notice|upon|least|with|giving)\b[^.]{0,30}$/i.test(sentence.text.slice(0, start)),
    )
    if (amount && (free || /\bnotice\b/i.test(sentence.text)) && amount.unit !== 'year')
      return proven(agreement, sentence, daysOf(amount), free && amount.unit === 'day' ? 0.9 : 0.75)
  }
  return nothing('not-stated')
}

export function breachNotice(agreement: Agreement): Field<number> {
  const clocks = breachClocks(agreement)
  const days = [...new Set(clocks.map(({ amount }) => daysOf(amount)))]
  const first = clocks[0]
  if (!first) return nothing('not-stated')
  const about = /\bbreach/i.test(first.sentence.text)
  return proven(agreement, first.sentence, days[0]!, days.length > 1 ? 0.7 : about ? 0.9 : 0.75)
}

function termSentences(sentences: Sentence[]): Sentence[] {
  return sentences.filter(({ text, clause }) => {
    if (!['clause', 'recital'].includes(clause.topic)) return false
    const titled =
      /\b(?:expiration|expiry|end) date\b|\bin (?:force|effect) from\b/i.test(text) ||
      /\bterm\b|\bduration\b|\bexpir|\bhow long\b/i.test(clause.heading)
    const says =
      /\b(?:term of this|(?:this|the|our|these) (?:(?:business associate |HIPAA )?terms|agreement|addendum|baa|rider|contract|exhibit|amendment|form|arrangement|appendix|attachment|schedule|letter)\b[^.]{0,120}\b(?:expires?|runs?|lasts?|applies|is in (?:force|effect)|shall (?:end|run|be in)|will (?:end|run|last|apply|be in)|shall (?:otherwise |also |then )?(?:continue|remain|terminate|be effective|commence|be co)|continues?|remains?|ends?|is effective|will (?:continue|remain|terminate|expire)|shall expire|takes effect|terminates?|end|expire|last|run))/i.test(
        text,
      )
    const goesOn =
      /^\W*it\b[^.]{0,60}\b(?:terminates?|ends?|expires?|continues?|remains?|lasts?|stays?|runs?)\b/i.test(
        text.trim(),
      )
    return (
      (titled || says || goesOn) &&
      !/\bmaterial\b|\bcur(?:e|ed)\b|\b(?:keeps?|kept|retains?|retained|preserved?)\b[^.]{0,90}\byears?\b|\bwithout cause\b|\breturn\b|\bbreach/i.test(
        text,
      )
    )
  })
}

function dateEnding({ flow }: Agreement, text: string): ISODate | null {
  const dates = findDates(text)
  const date =
    dates.find(({ start }) => EXTENDED.test(text.slice(0, start))) ??
    dates.find(({ start }) => ENDS.test(text.slice(0, start)) && !WAS_TO_END.test(text.slice(0, start)))
  return date ? settle(date, numericOrder(flow.text) ?? 'month-first') : null
}

/** `five (5) years from March 15, 2021` */
function beginning({ flow }: Agreement, text: string, { end }: Amount): ISODate | null {
  const date = findDates(text).find(
    ({ start }) =>
      start > end &&
      /^[^.;]{0,30}\b(?:from|beginning|commencing|starting|after|as of|on)\s+(?:on\s+)?$/i.test(
        text.slice(end, start),
      ),
  )
  return date ? settle(date, numericOrder(flow.text) ?? 'month-first') : null
}

/** `for a term of three (3) years`; not the length of a renewal or a notice. */
function lengthOf(text: string): Amount | null {
  const amount = amountsIn(text).find(
    ({ unit, start }) =>
      (unit === 'year' || unit === 'month') &&
      /\b(?:term|period|for|of)\b[^.]{0,30}$/i.test(text.slice(0, start)),
  )
  return amount &&
    !/\b(?:successive|additional|renewal|further)\b[^.]{0,40}$/i.test(text.slice(0, amount.start)) &&
    !/\bretain|\bnotice\b[^.]{0,10}$/i.test(text.slice(0, amount.start))
    ? amount
    : null
}

function later(iso: ISODate, { unit, number }: Amount): ISODate {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number]
  return new Date(
    Date.UTC(unit === 'year' ? year + number : year, unit === 'month' ? month - 1 + number : month - 1, day),
  )
    .toISOString()
    .slice(0, 10)
}

function proven<T>(agreement: Agreement, sentence: Sentence, value: T, confidence: number): Field<T> {
  const evidence: Evidence[] = proof(agreement, sentence)
  const scanned = pageAt(agreement.flow, sentence.start)?.source === 'ocr' ? 0.15 : 0
  return evidence.length
    ? field('found', value, Math.round((confidence - scanned) * 100) / 100, evidence)
    : nothing('unreadable')
}
