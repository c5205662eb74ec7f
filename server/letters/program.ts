import type { Program } from '../actor'
import { dateIn } from '../dates'

/** The program acting for a practice at an instant. */
export function programFor(practice: { id: string; timeZone: string }, name: string, now: Date): Program {
  const { id, timeZone } = practice
  return {
    kind: 'program',
    practiceId: id,
    name,
    ip: null,
    at: now.toISOString(),
    today: dateIn(timeZone, now),
    timeZone,
  }
}
