import { addDays, daysBetween, type PlainDate } from '../dates'
import type { Calendar } from './calendar'
import type { EventRule } from './events'

export interface Stage {
  /** `d30` 30 days before, `q0` the working day before a quiet last day, `w2` two weeks after, `n` whom next, `s…`, `h…` and `b…` of a hold. */
  name: string
  dueOn: PlainDate
  /** When its letter goes: `dueOn`, or the working day before it where that is quiet. */
  on: PlainDate
  /** The last day: alone in a letter, on quiet days too. */
  isUrgent: boolean
  /** Why this person is told now, where it isn't for the date alone. */
  note?: string
}

const WEEK = 7
// Quiet days bring a weekly letter forward by less than three weeks.
const WEEKS_AHEAD = 3

/** What the day itself is: one like the others, one of which every administrator is told, or one of those that was silenced. */
export type LastDay = 'plain' | 'urgent' | 'silent'

const MOST_KEPT = 5000
const kept = new WeakMap<EventRule, Map<string, Stage[]>>()
const calendarNames = new WeakMap<Calendar, number>()
let calendars = 0

/** The stages of a date that matter on a day. Worked out once for all that fall on the same date by the same rule. */
export function stagesOf(
  base: PlainDate,
  day: PlainDate,
  rule: EventRule,
  last: LastDay,
  calendar: Calendar,
): Stage[] {
  const ofRule = kept.get(rule) ?? new Map<string, Stage[]>()
  kept.set(rule, ofRule)
  const name = `${base} ${day} ${last} ${nameOf(calendar)}`
  const known = ofRule.get(name)
  if (known) return known
  if (ofRule.size >= MOST_KEPT) ofRule.clear()
  const stages = [...datedStages(base, rule, last, calendar), ...weeklyStages(base, rule, day, calendar)]
  ofRule.set(name, stages)
  return stages
}

function nameOf(calendar: Calendar): number {
  const name = calendarNames.get(calendar) ?? ++calendars
  calendarNames.set(calendar, name)
  return name
}

export function datedStages(base: PlainDate, rule: EventRule, last: LastDay, calendar: Calendar): Stage[] {
  const before = rule.on ? rule.before.filter((days) => days > 0 || last === 'plain') : []
  const dated = before.map((days) => stageOn(`d${days}`, addDays(base, -days), calendar))
  return last === 'urgent' ? [...dated, ...lastDay(base, rule, calendar)] : dated
}

function lastDay(base: PlainDate, rule: EventRule, calendar: Calendar): Stage[] {
  const urgent: Stage = { name: 'd0', dueOn: base, on: base, isUrgent: true }
  const isQuiet = rule.on && calendar.isQuiet(base)
  return isQuiet ? [stageOn('q0', base, calendar), urgent] : [urgent]
}

/** The weekly stages around a day: those that can be the last one then, and the next. */
export function weeklyStages(base: PlainDate, rule: EventRule, day: PlainDate, calendar: Calendar): Stage[] {
  if (!rule.on || !rule.weekly) return []
  const weeks = Math.floor(daysBetween(base, day) / WEEK)
  const counts = Array.from({ length: WEEKS_AHEAD + 1 }, (_unused, ahead) => weeks + ahead)
  return counts.filter((count) => count >= 1).map((count) => week(base, count, calendar))
}

export function week(base: PlainDate, count: number, calendar: Calendar): Stage {
  return stageOn(`w${count}`, addDays(base, count * WEEK), calendar)
}

export function stageOn(name: string, dueOn: PlainDate, calendar: Calendar): Stage {
  return { name, dueOn, on: calendar.onOrBefore(dueOn), isUrgent: false }
}

/** The stage that is due, the last one where several passed unseen: a machine that was off sends one letter, not all it missed. */
export function currentStage(stages: Stage[], day: PlainDate): Stage | null {
  let current: Stage | null = null
  for (const stage of stages) if (stage.on <= day && (!current || isLater(stage, current))) current = stage
  return current
}

// Of two on one day the one with a reason of its own says more.
function isLater(stage: Stage, current: Stage): boolean {
  if (stage.on !== current.on) return stage.on > current.on
  return stage.note !== undefined || (current.note === undefined && stage.dueOn >= current.dueOn)
}
