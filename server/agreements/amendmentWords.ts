import { addDays, shownDate, type PlainDate } from '../dates'
import type { State } from '../vendors/vendors'
import { stepOn, lastDayBy, type Effect, type JudgedAmendment } from './amended'
import type { AmendmentForm, EndTerms } from './amendment'
import type { Version } from './chain'
import { byAmendment, months } from './termDates'

/** What it changes, a sentence each. */
export function changeWords({ changes, summary }: Pick<AmendmentForm, 'changes' | 'summary'>): string[] {
  const { end, noticeDays, breachNoticeDays } = changes
  return [
    ...(end ? [endSentence(end)] : []),
    ...(noticeDays === undefined ? [] : [`Notice to end it: ${daysOf(noticeDays)}`]),
    ...(breachNoticeDays === undefined
      ? []
      : [`You are told of a breach within ${daysOf(breachNoticeDays)}`]),
    ...(summary ? [summary] : []),
  ]
}

/** One term of an agreement on a day, and what it comes from. */
export interface ShownTerm {
  name: string
  value: string
  source: string
}

/** What both sides had agreed for a day, amendments included. */
export function listTerms(version: Version, day: PlainDate): ShownTerm[] {
  const { terms, by } = stepOn(version, day)
  const counted = (days: number | null) => (days === null ? 'not recorded' : daysOf(days))
  const others = version.amendments.filter(
    ({ effect, from, summary }) => effect === 'counts' && from! <= day && summary,
  )
  const from = (value: number | null, amendment: JudgedAmendment | null) =>
    value === null ? '' : sourceOf(amendment)
  const { noticeDays, breachNoticeDays } = terms
  return [
    { name: 'How it ends', value: endSentence(terms), source: sourceOf(by.end) },
    { name: 'Notice to end it', value: counted(noticeDays), source: from(noticeDays, by.noticeDays) },
    {
      name: 'You are told of a breach within',
      value: counted(breachNoticeDays),
      source: from(breachNoticeDays, by.breachNoticeDays),
    },
    ...others.map((one) => ({ name: 'Also changed', value: one.summary, source: byAmendment(one) })),
  ]
}

const TAGS: Record<Exclude<Effect, 'counts'>, [State, string]> = {
  unsigned: ['bad', 'unsigned'],
  undated: ['look', 'no date'],
  withdrawn: ['none', 'withdrawn'],
  corrected: ['none', 'corrected'],
  'after-end': ['bad', 'came too late'],
  'after-replacement': ['none', 'came too late'],
}

export function amendmentTag(amendment: JudgedAmendment, today: PlainDate): { state: State; word: string } {
  if (amendment.effect === 'counts')
    return amendment.from! <= today
      ? { state: 'good', word: 'in effect' }
      : { state: 'none', word: 'not yet in effect' }
  const [state, word] = TAGS[amendment.effect]
  return { state, word }
}

/** With what a page says of it. */
export function shownAmendment(amendment: JudgedAmendment, version: Version, today: PlainDate) {
  return {
    ...amendment,
    tag: amendmentTag(amendment, today),
    says: changeWords(amendment),
    why: effectWords(amendment, version, today),
  }
}

/** Whether it changes the terms, and if not, why not and what can be done. */
export function effectWords(amendment: JudgedAmendment, version: Version, today: PlainDate): string {
  const from = shownDate(amendment.from)
  if (amendment.effect === 'counts')
    return amendment.from! <= today
      ? `It has changed the agreement since ${from}.`
      : `It changes the agreement from ${from} on.`
  return WHY_NOT[amendment.effect](version, amendment)
}

const WHY_NOT: Record<Exclude<Effect, 'counts'>, (version: Version, amendment: JudgedAmendment) => string> = {
  unsigned: () =>
    'It changes nothing yet, because not both sides have signed. Once they have, correct it and enter who signed and when.',
  undated: () =>
    'It changes nothing yet, because it has neither an effective date nor the day of a signature. Correct it and enter one.',
  withdrawn: (_version, { withdrawnBy, withdrawnReason }) => `${withdrawnBy} withdrew it: ${withdrawnReason}`,
  corrected: () => 'It was recorded wrongly, and a later amendment says what it should have said.',
  'after-end': (version, amendment) =>
    `It changes nothing: the agreement’s last day was ${shownDate(lastDayBefore(version, amendment))}, and what has ended can’t be amended. If both sides meant to go on, record what they signed as a new version.`,
  'after-replacement': ({ supersededFrom }) =>
    `It changes nothing: a later version took the agreement’s place on ${shownDate(supersededFrom)}. If it was meant for that one, withdraw it here and record it there.`,
}

function lastDayBefore(version: Version, { from }: JudgedAmendment): PlainDate | null {
  return lastDayBy(stepOn(version, addDays(from!, -1)).terms)
}

function endSentence({ term, ends, renewalMonths, servicesAgreement, reviewBy }: EndTerms): string {
  const look = reviewBy ? `; to be looked over by ${shownDate(reviewBy)}` : ''
  if (term === 'evergreen') return `It has no end date${look}`
  if (term === 'with-agreement') return `It ends together with “${servicesAgreement ?? ''}”${look}`
  const then =
    renewalMonths === null
      ? 'and doesn’t renew by itself'
      : `then renews by itself for ${months(renewalMonths)}`
  return `It ends on ${shownDate(ends)}, ${then}${look}`
}

function sourceOf(amendment: JudgedAmendment | null): string {
  return amendment ? byAmendment(amendment) : 'as first agreed'
}

function daysOf(count: number): string {
  return count === 1 ? '1 day' : `${count} days`
}
