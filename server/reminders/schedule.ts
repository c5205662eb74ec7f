import { addDays, daysBetween, type PlainDate } from '../dates'

/** On which days letters about a date go out. */
export interface Schedule {
  /** The date that it is all about. */
  base: PlainDate
  /** Days before `base`; 0 is the day itself. */
  before: number[]
  /** How many letters follow, one a week; Infinity until the matter is settled. */
  weeklyAfter: number
}

export interface Stage {
  /** `d30` 30 days before, `w2` two weeks after. */
  name: string
  dueOn: PlainDate
}

const WEEK = 7

/** The stage that is due, the last one where several passed unseen: a machine that was off sends one letter, not all it missed. */
export function currentStage(schedule: Schedule, today: PlainDate): Stage | null {
  const past = daysBetween(schedule.base, today)
  const weeks = Math.min(Math.floor(past / WEEK), schedule.weeklyAfter)
  if (weeks >= 1) return week(schedule, weeks)
  const passed = schedule.before.filter((days) => -days <= past)
  return passed.length > 0 ? before(schedule, Math.min(...passed)) : null
}

/** The stages within some days, both included; of the weekly ones the first alone, since the rest only repeat it. */
export function stagesWithin(schedule: Schedule, from: PlainDate, to: PlainDate): Stage[] {
  const dated = [...schedule.before].sort((a, b) => b - a).map((days) => before(schedule, days))
  const next = Math.max(1, Math.ceil(daysBetween(schedule.base, from) / WEEK))
  const weekly = next <= schedule.weeklyAfter ? [week(schedule, next)] : []
  return [...dated, ...weekly].filter(({ dueOn }) => dueOn >= from && dueOn <= to)
}

function before({ base }: Schedule, days: number): Stage {
  return { name: `d${days}`, dueOn: addDays(base, -days) }
}

function week({ base }: Schedule, count: number): Stage {
  return { name: `w${count}`, dueOn: addDays(base, count * WEEK) }
}
