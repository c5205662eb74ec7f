import type { State } from '../vendors/vendors'
import { shownDate, type PlainDate } from '../dates'
import { startOf } from './agreement'
import type { Version } from './chain'
import { agreementState, lastDayOf, type AgreementState } from './state'

const WORDS: Record<AgreementState, [State, string]> = {
  none: ['none', 'none'],
  unsigned: ['bad', 'unsigned'],
  'not-yet': ['look', 'not yet in force'],
  'in-force': ['good', 'in force'],
  'ending-soon': ['look', 'ending soon'],
  ended: ['bad', 'ended'],
  superseded: ['none', 'superseded'],
  corrected: ['none', 'corrected'],
}

export function agreementTag(version: Version, today: PlainDate): { state: State; word: string } {
  const [state, word] = WORDS[agreementState(version, today)]
  const isReplaced = version.supersededFrom !== null && version.supersededFrom <= today
  return { state: isReplaced ? 'none' : state, word }
}

/** "to 30 Jun 2027" */
export function spanOf(version: Version): string {
  const last = lastDayOf(version)
  const from = shownDate(startOf(version))
  if (last) return `${from} – ${shownDate(last)}`
  return `from ${from}`
}
