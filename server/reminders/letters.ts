import type { Colleague } from '../accounts/accounts'
import { daysBetween, type PlainDate } from '../dates'
import type { EventKind } from './events'
import { lineKey, toldKey, type Line } from './lines'

/** A letter as it would stand on a day: one person's daily list, or one last day alone. */
export interface Draft {
  kind: 'digest' | 'urgent'
  person: Colleague
  /** The most urgent first. */
  lines: Line[]
}

/** What was told before. */
export interface Told {
  /** Whether this person was told in a letter that has gone. */
  hasGone: (lineKey: string) => boolean
  /** Whether a letter that still waits says it to this person. */
  isWaiting: (lineKey: string) => boolean
  /** Whether anyone was told of the matter at the stage. */
  anyone: (toldKey: string) => boolean
}

/** Without what was told: to this person, or to anyone before this person joined. */
export function untold(lines: Line[], told: Told, joinedOn: (line: Line) => PlainDate): Line[] {
  return lines.filter((line) => {
    const key = lineKey(line)
    if (told.hasGone(key)) return false
    return told.isWaiting(key) || !told.anyone(toldKey(line)) || joinedOn(line) <= line.stage.on
  })
}

/** The letters of a day: one list for each person, and each last day by itself. */
export function lettersOf(lines: Line[], day: PlainDate): Draft[] {
  const ranked = lines.map((line) => ({ line, rank: rankOf(line, day) })).sort(byUrgency)
  const digests = new Map<string, Draft>()
  const urgent: Draft[] = []
  for (const { line } of ranked) {
    if (line.stage.isUrgent) urgent.push({ kind: 'urgent', person: line.person, lines: [line] })
    else digestOf(digests, line.person).lines.push(line)
  }
  return [...urgent, ...digests.values()]
}

interface Ranked {
  line: Line
  rank: number
}

// Alike in rank they stand by name, so that a list is the same however its things were found.
function byUrgency(a: Ranked, b: Ranked): number {
  return (
    a.rank - b.rank ||
    compare(a.line.matter.vendorName, b.line.matter.vendorName) ||
    compare(lineKey(a.line), lineKey(b.line))
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function digestOf(digests: Map<string, Draft>, person: Colleague): Draft {
  const known = digests.get(person.personId)
  if (known) return known
  const made: Draft = { kind: 'digest', person, lines: [] }
  digests.set(person.personId, made)
  return made
}

/** Days by which a matter of a kind comes before others of its date: no BAA in force stands above all. */
const WEIGHT: Partial<Record<EventKind, number>> = {
  baaMissing: 10_000,
  baaEnds: 30,
  baaNotice: 30,
  reportStale: 7,
  reportAgeing: -14,
  baaRenews: -14,
}

/** Smaller is more urgent. */
function rankOf({ matter }: Line, day: PlainDate): number {
  return daysBetween(day, matter.base) - (WEIGHT[matter.kind] ?? 0)
}
