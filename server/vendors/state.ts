import { daysBetween, type PlainDate } from '../dates'

/** Four states only: in order, look closer, act, nothing known or needed. */
export type State = 'good' | 'look' | 'bad' | 'none'

/** A day of a practice; whoever acts in it brings one. */
export interface Day {
  today: PlainDate
  timeZone: string
}

export interface Standing {
  state: State
  word: string
  detail: string
  /** The date on which this turns, if one is known. */
  next: PlainDate | null
}

export function standing(
  state: State,
  word: string,
  detail: string,
  next: PlainDate | null = null,
): Standing {
  return { state, word, detail, next }
}

/** "in 6 days", "3 days ago", "today" */
export function inDays(today: PlainDate, date: PlainDate): string {
  const days = daysBetween(today, date)
  if (days === 0) return 'today'
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`
  return days > 0 ? `in ${count}` : `${count} ago`
}
