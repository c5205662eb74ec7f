import { daysBetween, shownDate } from '../dates'
import {
  baaStanding,
  decisionStanding,
  isReportStale,
  needsBaa,
  reportStanding,
  type State,
  type Day,
} from './standing'
import type { Vendor } from './vendor'

/** Something worth doing for a vendor today. */
export interface NextStep {
  state: State
  /** 0 to 100; smaller is more urgent, across vendors. */
  rank: number
  sentence: string
  why: string
  label: string
  href: string
  /** The lack that it is about: what another room knows to be under way stands in for it. */
  about?: 'baa'
}

/** A step that is under way, as the room that follows it says it. */
export interface KnownStep extends NextStep {
  /** Only worth saying where the lack is there. */
  onlyInstead?: boolean
}

const NEAR_DAYS = 30
const LACKING: Record<string, string> = {
  missing: 'There is no signed BAA.',
  unsigned: 'The BAA isn’t signed by both sides.',
  ended: 'The BAA has ended.',
}

type Rule = (vendor: Vendor, day: Day) => NextStep | null

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

/** All that is worth doing, loudest first. */
export function nextSteps(vendor: Vendor, day: Day): NextStep[] {
  return RULES.map((rule) => rule(vendor, day)).filter((step) => step !== null)
}

/** What is under way takes the place and the loudness of the lack that it is about. */
export function withKnown<T extends Omit<KnownStep, 'label' | 'href'>>(own: T[], known: T[]): T[] {
  const about = known.filter((one) => one.about).sort((a, b) => a.rank - b.rank)
  const standIns = new Map(own.map((step) => [step, about.find((one) => one.about === step.about)]))
  const used = [...standIns.values()]
  return [
    ...own.map((step) => {
      const standIn = step.about && standIns.get(step)
      return standIn ? { ...standIn, rank: step.rank, state: step.state } : step
    }),
    ...known.filter((one) => !used.includes(one) && !one.onlyInstead),
  ].sort((a, b) => a.rank - b.rank)
}

function archived({ id, archivedAt, archiveReason }: Vendor): NextStep | null {
  if (!archivedAt) return null
  const why = archiveReason ? `The reason given: ${archiveReason}` : 'Nothing of it was deleted.'
  return step(99, 'none', 'This vendor is archived.', why, 'Bring it back', `/vendors/${id}/archive`)
}

function undetermined({ id, businessAssociate }: Vendor): NextStep | null {
  if (businessAssociate !== null) return null
  const why = 'That decides whether you need a business associate agreement (BAA) before it sees any PHI.'
  return step(
    40,
    'look',
    'Nobody has said yet whether it is a business associate.',
    why,
    'Answer the questions',
    `/vendors/${id}/determination`,
  )
}

function baaMissing(vendor: Vendor, { today }: Day): NextStep | null {
  const baa = baaStanding(vendor, today)
  if (!needsBaa(vendor) || baa.state !== 'bad') return null
  const why =
    'A business associate may get PHI only under a written agreement (45 CFR 164.502(e), 164.308(b)).'
  if (vendor.baaEndedOn && vendor.decision === 'refused') return toArchive(vendor)
  const sentence = LACKING[baa.word] ?? `The BAA is ${baa.word}: ${baa.detail}.`
  return { ...step(0, 'bad', sentence, why, 'Ask for a signed BAA', ask(vendor)), about: 'baa' }
}

/** Refused and ended: nobody wants a new one. */
function toArchive({ id, baaEndedOn }: Vendor): NextStep {
  const why = `The BAA was ended as of ${shownDate(baaEndedOn)}. Once everything has come back or is destroyed, archive it.`
  return step(
    57,
    'look',
    'You refused it, and its BAA has ended.',
    why,
    'Archive it',
    `/vendors/${id}/archive`,
  )
}

function inReview(vendor: Vendor, day: Day): NextStep | null {
  if (!vendor.openReviewId) return null
  const why = `A review is open; ${decisionStanding(vendor, day).detail}.`
  return step(
    28,
    'look',
    'The review waits for your answers.',
    why,
    'Go on with the review',
    `/reviews/${vendor.openReviewId}`,
  )
}

function reportMissing(vendor: Vendor, { today }: Day): NextStep | null {
  const report = reportStanding(vendor, today)
  if (report.word !== 'none') return null
  const why = 'A current SOC 2 Type II is good practice for such a vendor. It never replaces the BAA.'
  return step(25, report.state, 'There is no SOC 2 report.', why, 'Ask for a report', ask(vendor))
}

function reportStale(vendor: Vendor, { today }: Day): NextStep | null {
  if (!isReportStale(vendor, today)) return null
  return step(
    20,
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
    22,
    'look',
    'A report is here and nobody has decided on it.',
    why,
    'Review the report',
    `/reviews/new?report=${vendor.reportId}`,
  )
}

function baaEnding(vendor: Vendor, { today }: Day): NextStep | null {
  const baa = baaStanding(vendor, today)
  if (!needsBaa(vendor) || baa.state !== 'look') return null
  if (baa.next === null || baa.next !== vendor.baaEnds) {
    return step(
      50,
      'look',
      'The BAA is due for a look-over.',
      `It ${baa.detail}.`,
      'Look it over',
      `/agreements/${vendor.agreementId}`,
    )
  }
  const days = daysBetween(today, baa.next)
  const when = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`
  const isNear = days <= NEAR_DAYS
  return step(
    isNear ? 5 + days / 100 : 30 + days / 100,
    isNear ? 'bad' : 'look',
    `The BAA ends ${when}, on ${shownDate(baa.next)}.`,
    'Renew it before that day, or end the service and get the data back.',
    'Renew or end it',
    `/agreements/${vendor.agreementId}`,
  )
}

function reviewDue(vendor: Vendor, day: Day): NextStep | null {
  const decision = decisionStanding(vendor, day)
  if (decision.word !== 'review overdue' || !vendor.reportId) return null
  return step(
    35,
    'look',
    'The next review is overdue.',
    `It ${decision.detail}.`,
    'Review again',
    `/reviews/new?report=${vendor.reportId}`,
  )
}

function ageing(vendor: Vendor, { today }: Day): NextStep | null {
  const report = reportStanding(vendor, today)
  if (report.word !== 'ask for the next') return null
  return step(
    45,
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

function step(
  rank: number,
  state: State,
  sentence: string,
  why: string,
  label: string,
  href: string,
): NextStep {
  return { rank, state, sentence, why, label, href }
}
