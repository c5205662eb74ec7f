import type { Colleague } from '../accounts/accounts'
import { addDays, shownDate, type PlainDate } from '../dates'
import type { Calendar } from './calendar'
import { LAST_DAYS, type EventRule } from './events'
import { isHolding, type Hold } from './holds'
import { keyOf, type Matter } from './matters'
import type { Circle } from './people'
import type { Rules, VendorRules } from './rules'
import { currentStage, stageOn, stagesOf, week, type LastDay, type Stage } from './schedule'
import { isSilent, type Silence } from './silences'

/** All that decides besides the matters and the day. */
export interface Reminding {
  rules: Rules
  ofVendor: Map<string, VendorRules>
  circle: Circle
  /** By the key of their matter. */
  holds: Map<string, Hold[]>
  silences: Silence[]
  calendar: Calendar
}

/** What one person is told of one matter at one stage. */
export interface Line {
  matter: Matter
  stage: Stage
  person: Colleague
}

/** The matter at its stage, whoever is told. */
export function toldKey({ matter, stage }: Line): string {
  return `${keyOf(matter)} ${stage.name}`
}

export function lineKey(line: Line): string {
  return `${toldKey(line)} ${line.person.personId}`
}

/** Who is told what of a matter as things stand on a day, told before or not: from facts, rules and the day alone. */
export function linesOn(day: PlainDate, matter: Matter, reminding: Reminding): Line[] {
  const stages = stagesAround(matter, day, reminding)
  const lines = turnsOf(day, matter, stages, reminding).flatMap(({ person, stages }) => {
    const stage = currentStage(stages, day)
    return stage ? [{ matter, stage, person }] : []
  })
  const urgent = urgentLines(day, matter, stages, reminding)
  const going = lines.filter(({ stage }) => !stage.isUrgent && !reminding.calendar.isQuiet(day))
  return onePerPerson([...urgent, ...going])
}

/** Every day on which linesOn can answer something new, between two days. */
export function daysOf(matter: Matter, from: PlainDate, to: PlainDate, reminding: Reminding): PlainDate[] {
  const { rule } = ruleOf(matter, reminding)
  const { calendar } = reminding
  const days = stagesAround(matter, from, reminding).map(({ on }) => on)
  if (rule.on && rule.weekly)
    for (let count = 1; addDays(matter.base, count * 7 - 21) <= to; count++)
      days.push(week(matter.base, count, calendar).on)
  const escalation = escalationOf(matter, reminding)
  if (escalation) days.push(escalation.on)
  for (const hold of reminding.holds.get(keyOf(matter)) ?? []) {
    days.push(calendar.onOrAfter(hold.since))
    if (hold.until) days.push(hold.until, calendar.onOrAfter(hold.until))
  }
  return [...new Set(days)].filter((day) => day >= from && day <= to)
}

export function ruleOf(
  { kind, vendorId }: Pick<Matter, 'kind' | 'vendorId'>,
  { rules, ofVendor }: Reminding,
) {
  const own = ofVendor.get(vendorId)
  return {
    rule: own?.events[kind] ?? rules.events[kind],
    ownerId: own?.ownerId ?? null,
    ask: own?.ask ?? null,
  }
}

interface Turn {
  person: Colleague
  stages: Stage[]
}

function stagesAround(matter: Matter, day: PlainDate, reminding: Reminding): Stage[] {
  const { rule } = ruleOf(matter, reminding)
  return stagesOf(matter.base, day, rule, lastDayOf(matter, reminding), reminding.calendar)
}

function lastDayOf({ kind, vendorId, base }: Matter, { silences }: Reminding): LastDay {
  if (!LAST_DAYS.includes(kind)) return 'plain'
  return isSilent(silences, vendorId, base) ? 'silent' : 'urgent'
}

function turnsOf(day: PlainDate, matter: Matter, stages: Stage[], reminding: Reminding): Turn[] {
  const { circle } = reminding
  const { rule, ownerId } = ruleOf(matter, reminding)
  if (!rule.on) return []
  const first = circle.resolve(rule.to, ownerId)
  const turns = first.map((person) => ({ person, stages }))
  const escalation = escalationOf(matter, reminding)
  if (rule.next && escalation && escalation.on <= day) {
    const later = [...stages.filter(({ on }) => on > escalation.on), escalation]
    const others = nextPeople(rule, ownerId, circle).filter((one) => !first.includes(one))
    turns.push(...others.map((person) => ({ person, stages: later })))
  }
  const holds = reminding.holds.get(keyOf(matter))
  return holds ? turns.flatMap((turn) => held(turn, holds, day, reminding, [])) : turns
}

const nextLists = new WeakMap<EventRule, string[]>()

function nextPeople(rule: EventRule, ownerId: string | null, circle: Circle): Colleague[] {
  const to = nextLists.get(rule) ?? [rule.next!.to]
  nextLists.set(rule, to)
  return circle.resolve(to, ownerId)
}

/** The day on which the next in line is told, counted from the first letter. */
function escalationOf(matter: Matter, reminding: Reminding): Stage | null {
  const { rule } = ruleOf(matter, reminding)
  if (!rule.on || !rule.next) return null
  const first =
    rule.before.length > 0
      ? addDays(matter.base, -rule.before[0]!)
      : rule.weekly
        ? addDays(matter.base, 7)
        : null
  if (!first) return null
  const note = `It is still open ${rule.next.afterDays} days after the first letter, so you are told too.`
  return { ...stageOn('n', addDays(first, rule.next.afterDays), reminding.calendar), note }
}

/** What becomes of someone's letters that were put off or handed over; `seen` keeps two who hand to each other from turning round. */
function held(turn: Turn, holds: Hold[], day: PlainDate, reminding: Reminding, seen: string[]): Turn[] {
  const { person, stages } = turn
  const hold = holds.findLast((one) => one.personId === person.personId)
  if (!hold || seen.includes(person.personId)) return [turn]
  const { calendar, circle } = reminding
  if (!isHolding(hold, day)) {
    const back = calendar.onOrAfter(hold.until!)
    const name = `${hold.kind === 'snooze' ? 's' : 'b'}${hold.id}`
    const stage = { name, dueOn: back, on: back, isUrgent: false, note: backNote(hold) }
    return [{ person, stages: [stage, ...stages] }]
  }
  if (hold.kind === 'snooze') return []
  const to = circle.find(hold.toPersonId)
  if (!to) return [turn]
  const on = calendar.onOrAfter(hold.since)
  const note = `${hold.personName} handed this to you${hold.until ? ` until ${shownDate(hold.until)}` : ''}: ${hold.reason}`
  const handed = { name: `h${hold.id}`, dueOn: on, on, isUrgent: false, note }
  return held({ person: to, stages: [handed, ...stages] }, holds, day, reminding, [...seen, person.personId])
}

function backNote({ kind, toName, until, reason }: Hold): string {
  const what = kind === 'snooze' ? 'You put this off' : `You handed this to ${toName}`
  return `${what} until ${shownDate(until)}: ${reason}`
}

/** The last day: for whom the rules name, for whoever it was handed to, and for every administrator; no snooze holds it back. */
function urgentLines(day: PlainDate, matter: Matter, stages: Stage[], reminding: Reminding): Line[] {
  const stage = currentStage(stages, day)
  if (!stage?.isUrgent) return []
  const { circle, holds } = reminding
  const { rule, ownerId } = ruleOf(matter, reminding)
  const handed = (holds.get(keyOf(matter)) ?? [])
    .filter((one) => one.kind === 'handOver' && isHolding(one, day))
    .flatMap((one) => circle.find(one.toPersonId) ?? [])
  const people = new Set([
    ...(rule.on ? circle.resolve(rule.to, ownerId) : []),
    ...handed,
    ...circle.administrators,
  ])
  return [...people].map((person) => ({ matter, stage, person }))
}

function onePerPerson(lines: Line[]): Line[] {
  if (lines.length < 2) return lines
  const byPerson = new Map<string, Line>()
  for (const line of lines) {
    const known = byPerson.get(line.person.personId)
    if (!known || line.stage.on > known.stage.on) byPerson.set(line.person.personId, line)
  }
  return [...byPerson.values()]
}
