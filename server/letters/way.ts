import type { Letter, LetterAttempt } from './letter'

/** One step of a letter on its way, with the hour at which it was made. */
export interface Step {
  at: string | null
  word: string
  /** What the mail server said, or why. */
  detail?: string
  isBad?: boolean
}

const OUTCOMES: Record<LetterAttempt['outcome'], string> = {
  sent: 'Accepted by the mail server',
  deferred: 'Put off; tried again later',
  refused: 'Refused',
  gaveUp: 'Given up, after five days of trying',
  lost: 'No answer was written down',
}

/** From being planned to where it is now, and what comes next. @param tries oldest first */
export function wayOf(letter: Letter, tries: LetterAttempt[], mailWaits: boolean): Step[] {
  return [
    { at: letter.createdAt, word: 'Planned' },
    ...tries.flatMap(stepsOf),
    ...(letter.state === 'claimed'
      ? [{ at: letter.claimedAt, word: 'Claimed; handed to the mail server now' }]
      : []),
    ...nextStep(letter, tries.length > 0, mailWaits),
  ]
}

function stepsOf({ claimedAt, at, outcome, detail }: LetterAttempt): Step[] {
  const answered = {
    at,
    word: OUTCOMES[outcome],
    detail,
    isBad: outcome === 'refused' || outcome === 'gaveUp',
  }
  return claimedAt ? [{ at: claimedAt, word: 'Claimed' }, answered] : [answered]
}

function nextStep({ state, nextAttemptAt }: Letter, wasTried: boolean, mailWaits: boolean): Step[] {
  if (state === 'withdrawn')
    return [{ at: null, word: 'Withdrawn before it went, because what it said no longer held' }]
  if (state !== 'planned' && state !== 'deferred') return []
  if (mailWaits) return [{ at: null, word: 'Goes when a mail server is set' }]
  return [{ at: nextAttemptAt, word: wasTried ? 'Next try' : 'Goes' }]
}
