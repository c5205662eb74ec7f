import { amendmentTag, listTerms, type ShownTerm } from './amendmentWords'
import type { JudgedAmendment } from './amended'
import type { State } from '../vendors/vendors'
import { shownDate, type PlainDate } from '../dates'
import { startOf } from './agreement'
import type { Version } from './chain'
import { agreementState, isInForce, lastDayOf } from './state'
import { termDates, type TermDate } from './termDates'

export interface DayAnswer {
  /** null: none was in force. */
  version: Version | null
  why: string
  dates: TermDate[]
  /** What both sides had agreed for that very day. */
  terms: ShownTerm[]
  amendments: (JudgedAmendment & { tag: { state: State; word: string } })[]
  others: { version: Version; why: string }[]
}

/** Which version was in force on a day, by what is recorded now, and why the others were not. */
export function inForceOn(versions: Version[], day: PlainDate): DayAnswer {
  const version = versions.find((one) => isInForce(one, day)) ?? null
  const others = versions.filter((one) => one !== version)
  return {
    version,
    why: version ? whyInForce(version) : 'No version that both sides had signed covers that day.',
    dates: version ? termDates(version, day) : [],
    terms: version ? listTerms(version, day) : [],
    amendments: version ? version.amendments.map((one) => ({ ...one, tag: amendmentTag(one, day) })) : [],
    others: others.map((one) => ({ version: one, why: whyNot(one, day) })),
  }
}

function whyInForce(version: Version): string {
  const last = lastDayOf(version)
  const until = last ? ` until ${shownDate(last)}` : ', with no last day'
  const start = startOf(version)
  return `Signed for both sides and in force ${start ? `from ${shownDate(start)}` : 'from an unknown day'}${until}.`
}

function whyNot(version: Version, day: PlainDate): string {
  const state = agreementState(version, day)
  if (state === 'corrected')
    return 'It was recorded wrongly, and a later version says what it should have said.'
  if (state === 'superseded') return `A later version took its place on ${shownDate(version.supersededFrom)}.`
  if (state === 'ended') return `Its last day was ${shownDate(lastDayOf(version))}.`
  if (state === 'not-yet') return `It began on ${shownDate(startOf(version))}.`
  return state === 'unsigned' ? 'Not both sides have signed it.' : 'A newer version counts before it.'
}
