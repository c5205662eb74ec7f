import { addDays, type PlainDate } from '../dates'
import { isSigned, lastSignature, startOf, type Agreement } from './agreement'
import { amendedTerms, startOfAmendment, type Amendment, type EndTerms } from './amendment'

/** Why an amendment changes the terms, or why it doesn't. */
export type Effect =
  'counts' | 'unsigned' | 'undated' | 'withdrawn' | 'corrected' | 'after-end' | 'after-replacement'

/** An amendment among those it stands beside. */
export interface JudgedAmendment extends Amendment {
  effect: Effect
  /** The day from which it holds, or would. */
  from: PlainDate | null
  correctedById: string | null
}

/** The terms from a day on, and which amendment last changed them. */
export interface Step {
  /** null: from the beginning. */
  from: PlainDate | null
  terms: Agreement
  by: {
    end: JudgedAmendment | null
    noticeDays: JudgedAmendment | null
    breachNoticeDays: JudgedAmendment | null
  }
}

/** An agreement with the terms that it has had and will have, by all that is recorded. */
export interface Amended extends Agreement {
  /** In the order in which they take effect. */
  amendments: JudgedAmendment[]
  /** The first is the agreement as it was signed. */
  steps: Step[]
}

const UNTOUCHED: Step['by'] = { end: null, noticeDays: null, breachNoticeDays: null }

/** @param supersededFrom the day from which a later version takes the agreement's place */
export function amend(
  agreement: Agreement,
  amendments: Amendment[],
  supersededFrom: PlainDate | null,
): Pick<Amended, 'amendments' | 'steps'> {
  const steps: Step[] = [{ from: null, terms: agreement, by: UNTOUCHED }]
  const judged = inOrder(agreement, amendments).map((one): JudgedAmendment => {
    const effect = effectOf(one, steps.at(-1)!.terms, supersededFrom)
    const amendment = { ...one, effect }
    if (effect === 'counts') steps.push(stepAfter(steps.at(-1)!, amendment))
    return amendment
  })
  return { amendments: judged, steps }
}

/** What both sides had agreed for a day. */
export function stepOn({ steps }: Pick<Amended, 'steps'>, day: PlainDate): Step {
  return steps.findLast(({ from }) => from === null || from <= day)!
}

/** The terms by which the stretch that holds a day will end: those of the day, and of amendments that take effect before then. */
export function stepAhead(
  { steps }: Pick<Amended, 'steps'>,
  day: PlainDate,
  until: (terms: Agreement) => PlainDate | null,
): Step {
  let at = steps.indexOf(stepOn({ steps }, day))
  for (;;) {
    const [step, next] = [steps[at]!, steps[at + 1]]
    const last = until(step.terms)
    if (!next || (last !== null && next.from! > last)) return step
    at++
  }
}

/** What comes last of all that is recorded. */
export function lastTerms({ steps }: Pick<Amended, 'steps'>): Agreement {
  return steps.at(-1)!.terms
}

/** The last day in force by terms alone; null where they name none, or renew by themselves. */
export function lastDayBy({ endedOn, ends, renewalMonths }: Agreement): PlainDate | null {
  const cut = endedOn ? addDays(endedOn, -1) : null
  const own = renewalMonths === null ? ends : null
  return [cut, own].filter((date) => date !== null).sort()[0] ?? null
}

type Ordered = Omit<JudgedAmendment, 'effect'>

/** Never before the agreement itself. Where two begin on one day, the one recorded later has the last word. */
function inOrder(agreement: Agreement, amendments: Amendment[]): Ordered[] {
  const correctedBy = new Map(amendments.flatMap((one) => (one.correctsId ? [[one.correctsId, one.id]] : [])))
  const begins = startOf(agreement) ?? ''
  const dated = amendments.map((one) => {
    const start = startOfAmendment(one)
    const from = start !== null && start < begins ? begins : start
    return { ...one, from, correctedById: correctedBy.get(one.id) ?? null }
  })
  return dated.sort((a, b) => compare(a.from ?? '', b.from ?? '') || a.number - b.number)
}

function effectOf(amendment: Ordered, terms: Agreement, supersededFrom: PlainDate | null): Effect {
  const { withdrawnAt, correctedById, from } = amendment
  if (correctedById) return 'corrected'
  if (withdrawnAt) return 'withdrawn'
  if (!isSigned(amendment)) return 'unsigned'
  if (from === null) return 'undated'
  const last = lastDayBy(terms)
  const settled = [from, lastSignature(amendment) ?? from].sort().at(-1)!
  // What has run out can’t be changed any more; signed on the day after, it still follows without a gap.
  if (last !== null && settled > addDays(last, 1)) return 'after-end'
  if (terms.endedOn !== null && settled >= terms.endedOn) return 'after-end'
  return supersededFrom !== null && from >= supersededFrom ? 'after-replacement' : 'counts'
}

function stepAfter({ terms, by }: Step, amendment: JudgedAmendment): Step {
  const { changes } = amendment
  const from = amendment.from!
  const changed = { ...changes, ...(changes.end ? { end: endingFrom(changes.end, from) } : {}) }
  const touched = (Object.keys(UNTOUCHED) as (keyof Step['by'])[]).filter(
    (name) => changes[name] !== undefined,
  )
  const sources = Object.fromEntries(touched.map((name) => [name, amendment]))
  return { from, terms: amendedTerms(terms, changed), by: { ...by, ...sources } }
}

/** What ends before the amendment begins ends with the day before it. */
function endingFrom(end: EndTerms, from: PlainDate): EndTerms {
  const before = addDays(from, -1)
  return end.ends !== null && end.ends < before ? { ...end, ends: before } : end
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
