import type { PlainDate } from '../dates'
import {
  baaStanding,
  decisionStanding,
  isReportStale,
  needsBaa,
  reportStanding,
  type State,
} from './standing'
import type { Vendor } from './vendor'

/** The one thing that is most worth doing for a vendor today. */
export interface NextStep {
  state: State
  sentence: string
  why: string
  label: string
  href: string
}

type Rule = (vendor: Vendor, today: PlainDate) => NextStep | null

/** The first that speaks wins: loudest first. */
const RULES: Rule[] = [
  archived,
  undetermined,
  baaMissing,
  inReview,
  reportMissing,
  reportStale,
  toReview,
  baaEnding,
  reviewDue,
  ageing,
]

export function nextStep(vendor: Vendor, today: PlainDate): NextStep | null {
  for (const rule of RULES) {
    const step = rule(vendor, today)
    if (step) return step
  }
  return null
}

function archived({ id, archivedAt, archiveReason }: Vendor): NextStep | null {
  if (!archivedAt) return null
  const why = archiveReason ? `The reason given: ${archiveReason}` : 'Nothing of it was deleted.'
  return step('none', 'This vendor is archived.', why, 'Bring it back', `/vendors/${id}/archive`)
}

function undetermined({ id, businessAssociate }: Vendor): NextStep | null {
  if (businessAssociate !== null) return null
  const why = 'That decides whether you need a business associate agreement (BAA) before it sees any PHI.'
  return step(
    'look',
    'Nobody has said yet whether it is a business associate.',
    why,
    'Answer the questions',
    `/vendors/${id}/determination`,
  )
}

function baaMissing(vendor: Vendor, today: PlainDate): NextStep | null {
  const baa = baaStanding(vendor, today)
  if (!needsBaa(vendor) || baa.state !== 'bad') return null
  const sentence =
    baa.word === 'missing' ? 'There is no signed BAA.' : `The BAA is ${baa.word}: ${baa.detail}.`
  const why =
    'A business associate may get PHI only under a written agreement (45 CFR 164.502(e), 164.308(b)).'
  return step('bad', sentence.replace('is ended:', 'has ended:'), why, 'Ask for a signed BAA', ask(vendor))
}

function inReview(vendor: Vendor, today: PlainDate): NextStep | null {
  if (!vendor.openReviewId) return null
  const why = `A review is open; ${decisionStanding(vendor, today).detail}.`
  return step(
    'look',
    'The review waits for your answers.',
    why,
    'Go on with the review',
    `/reviews/${vendor.openReviewId}`,
  )
}

function reportMissing(vendor: Vendor, today: PlainDate): NextStep | null {
  const report = reportStanding(vendor, today)
  if (report.word !== 'none') return null
  const why = 'A current SOC 2 Type II is good practice for such a vendor. It never replaces the BAA.'
  return step(report.state, 'There is no SOC 2 report.', why, 'Ask for a report', ask(vendor))
}

function reportStale(vendor: Vendor, today: PlainDate): NextStep | null {
  if (!isReportStale(vendor, today)) return null
  return step(
    'bad',
    'The SOC 2 report is stale.',
    `It ${reportStanding(vendor, today).detail}.`,
    'Ask for the current one',
    ask(vendor),
  )
}

function toReview(vendor: Vendor): NextStep | null {
  if (!vendor.reportId || vendor.decision !== null) return null
  const why = 'Seven questions, each with what the report says and where.'
  return step(
    'look',
    'A report is here and nobody has decided on it.',
    why,
    'Review the report',
    `/reports/${vendor.reportId}`,
  )
}

function baaEnding(vendor: Vendor, today: PlainDate): NextStep | null {
  const baa = baaStanding(vendor, today)
  if (!needsBaa(vendor) || baa.state !== 'look') return null
  return step(
    'look',
    `The BAA needs you: ${baa.detail}.`,
    'Renew it before that day.',
    'Ask for a new BAA',
    ask(vendor),
  )
}

function reviewDue(vendor: Vendor, today: PlainDate): NextStep | null {
  const decision = decisionStanding(vendor, today)
  if (decision.word !== 'review overdue' || !vendor.reportId) return null
  return step(
    'look',
    'The next review is overdue.',
    `It ${decision.detail}.`,
    'Review again',
    `/reports/${vendor.reportId}`,
  )
}

function ageing(vendor: Vendor, today: PlainDate): NextStep | null {
  const report = reportStanding(vendor, today)
  if (report.word !== 'ask for the next') return null
  return step(
    'look',
    'The report is getting old.',
    `Its period ${report.detail}.`,
    'Ask for the next one',
    ask(vendor),
  )
}

function ask({ id }: Vendor): string {
  return `/invites/new?vendor=${id}`
}

function step(state: State, sentence: string, why: string, label: string, href: string): NextStep {
  return { state, sentence, why, label, href }
}
