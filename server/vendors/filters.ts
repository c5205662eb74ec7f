import { addDays, addMonths, type PlainDate } from '../dates'
import { vendorCategories } from './categories'
import { BAA_ENDING_DAYS, REPORT_ASK_MONTHS, REPORT_STALE_MONTHS } from './standing'

// What standing.ts says of one row, said in SQL; a test holds the two together. `coalesce` keeps every part
// true or false, so that "not" turns it round.

const IN_FORCE = `(:agreementId: is not null and coalesce(:baaSigned:, 0) = 1 and coalesce(:baaEndedOn:, '9999') > :today
  and coalesce(:baaEnds:, '9999') >= :today and coalesce(:baaEffective:, '') <= :today)`
const TURNING = `(coalesce(:baaEnds:, '9999') <= :soon or coalesce(:baaReviewBy:, '9999') <= :today)`
const UNNEEDED = `(coalesce(:businessAssociate:, '') = 'no')`
const UNSAID = `(:businessAssociate: is null and :agreementId: is null)`

const STALE = `(:reportId: is not null and (:reportEnd: is null
  or (:reportEnd: < :staleBefore and coalesce(:bridgedUntil:, '') < :today)))`
const AGEING = `(:reportEnd: < :ageingBefore and coalesce(:bridgedUntil:, '') < :today)`
const CLEAN = `(coalesce(:reportOpinion:, '') = 'unqualified' and coalesce(:reportType:, '') = 'type-2' and coalesce(:reportExceptions:, 0) = 0)`
const EXPECTED = `(coalesce(:businessAssociate:, '') <> 'no' and :category: in (${reportCategories()}))`

const OVERDUE = `coalesce(:reviewOn:, '9999') < :today`
const DECIDED = `(:openReviewId: is null and :decision: is not null)`

interface Choice {
  label: string
  where: string
}

/** By what stands in the address. */
export const filters: Record<'baa' | 'report' | 'decision', Record<string, Choice>> = {
  baa: {
    missing: { label: 'Missing or ended', where: `not ${IN_FORCE} and not ${UNNEEDED} and not ${UNSAID}` },
    ending: { label: 'Ending soon', where: `${IN_FORCE} and ${TURNING}` },
    good: { label: 'In force', where: `${IN_FORCE} and not ${TURNING}` },
    unknown: { label: 'Not known if needed', where: UNSAID },
    unneeded: { label: 'Not needed', where: `${UNNEEDED} and not ${IN_FORCE}` },
  },
  report: {
    none: { label: 'None on file', where: `:reportId: is null and ${EXPECTED}` },
    stale: { label: 'Stale', where: STALE },
    look: {
      label: 'Look closer',
      where: `:reportId: is not null and not ${STALE} and (${AGEING} or not ${CLEAN})`,
    },
    good: { label: 'Fine', where: `:reportId: is not null and not ${STALE} and not ${AGEING} and ${CLEAN}` },
    unexpected: { label: 'Not expected', where: `:reportId: is null and not ${EXPECTED}` },
  },
  decision: {
    open: { label: 'In review', where: `:openReviewId: is not null` },
    none: { label: 'None yet', where: `:openReviewId: is null and :decision: is null` },
    approved: { label: 'Approved', where: `${DECIDED} and :decision: = 'approved' and not ${OVERDUE}` },
    conditions: {
      label: 'Approved with conditions',
      where: `${DECIDED} and :decision: = 'approved-with-conditions' and not ${OVERDUE}`,
    },
    refused: { label: 'Refused', where: `${DECIDED} and :decision: = 'refused'` },
    overdue: { label: 'Review overdue', where: `${DECIDED} and :decision: <> 'refused' and ${OVERDUE}` },
  },
}

/** With a `?` for each of what is bound. */
export interface Condition {
  sql: string
  bindings: string[]
}

/** None where the choice isn't known. */
export function filterBy(filter: keyof typeof filters, choice: string, today: PlainDate): Condition[] {
  const where = Object.hasOwn(filters[filter], choice) ? filters[filter][choice]!.where : null
  return where ? [bound(where, today)] : []
}

function bound(where: string, today: PlainDate): Condition {
  const dates: Record<string, string> = {
    today,
    soon: addDays(today, BAA_ENDING_DAYS),
    staleBefore: firstReaching(today, REPORT_STALE_MONTHS),
    ageingBefore: firstReaching(today, REPORT_ASK_MONTHS),
  }
  const bindings: string[] = []
  const sql = where.replace(/:(\w+)(:?)/g, (_whole, name: string, column: string) => {
    if (column) return `"${name}"`
    bindings.push(dates[name]!)
    return '?'
  })
  return { sql: `(${sql})`, bindings }
}

/** The first date that, so many months later, isn't before today. Months differ in length, so stepping back isn't the inverse. */
function firstReaching(today: PlainDate, months: number): PlainDate {
  let date = addMonths(today, -months)
  while (addMonths(date, months) < today) date = addDays(date, 1)
  return date
}

function reportCategories(): string {
  const keys = vendorCategories.filter(({ soc2 }) => soc2.length > 0).map(({ key }) => `'${key}'`)
  return keys.join(', ')
}
