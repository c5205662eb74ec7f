import type { Person } from '../actor'
import { listEvents, sentenceOf } from '../audit/audit'
import type { Database } from '../database'
import { daysBetween, shownDate, type PlainDate } from '../dates'
import { categoryNamed } from './categories'
import { listContacts } from './contacts'
import { listDeterminations } from './determinations'
import { shownOutcome } from './exportList'
import { nextSteps, withKnown, type KnownStep } from './nextStep'
import type { Coverage, VendorPanel } from './panel'
import { shownPhi } from './phi'
import {
  baaStanding,
  coveredUntil,
  decisionStanding,
  inDays,
  reportStanding,
  shownReport,
  staleOn,
  type Day,
  type State,
} from './standing'
import { listSystems } from './systems'
import { driverQuestions, reviewMonths, tierArithmetic } from './tier'
import { lastStretch, timelineOf } from './timeline'
import type { Vendor } from './vendor'

const EVENTS_SHOWN = 8

/** Everything on a vendor's page. */
export async function loadPage(db: Database, actor: Person, vendor: Vendor, panels: VendorPanel[]) {
  const loaded = await Promise.all(
    panels.map(async ({ view, load }) => ({ view, contents: await load(db, actor, vendor) })),
  )
  const coverage = loaded.flatMap(({ contents }) => contents.coverage ?? [])
  const events = await listEvents(db, actor, { vendorId: vendor.id, limit: EVENTS_SHOWN })
  return {
    vendor,
    category: categoryNamed(vendor.category),
    outcome: shownOutcome(vendor.businessAssociate),
    phi: shownPhi(vendor.phi),
    step: withKnown<KnownStep>(
      nextSteps(vendor, actor),
      loaded.flatMap(({ contents }) => contents.steps ?? []),
    )[0],
    facts: factsOf(vendor, coverage, actor),
    dates: datesOf(
      vendor,
      loaded.flatMap(({ contents }) => contents.dates ?? []),
      actor.today,
    ),
    timeline: timelineOf(coverage, actor.today),
    panels: loaded,
    systems: await listSystems(db, vendor),
    contacts: await listContacts(db, vendor),
    determinations: await listDeterminations(db, vendor),
    tier: tierArithmetic(vendor, categoryNamed(vendor.category).tier),
    driverQuestions,
    reviewMonths: reviewMonths(vendor.tier),
    events: events.map((event) => ({ ...event, sentence: sentenceOf(event) })),
    canChange: actor.role !== 'staff',
  }
}

interface Fact {
  name: string
  value: string
  state: State
  word: string
}

function factsOf(vendor: Vendor, coverage: Coverage[], day: Day): Fact[] {
  const { today } = day
  const baa = baaStanding(vendor, today)
  const report = reportStanding(vendor, today)
  const decision = decisionStanding(vendor, day)
  return [
    { name: 'BAA', value: capital(baa.word), state: baa.state, word: baa.detail },
    {
      name: 'SOC 2 report',
      value: shownReport(vendor),
      state: report.state,
      word: findingWord(vendor, report.word),
    },
    coveredFact(vendor, coverage, today),
    { name: 'Decision', value: capital(decision.word), state: decision.state, word: decision.detail },
  ]
}

/** The opinion stands in the value already. */
function findingWord({ reportOpinion, reportExceptions }: Vendor, word: string): string {
  if (word !== reportOpinion || !reportExceptions) return word
  return reportExceptions === 1 ? '1 exception' : `${reportExceptions} exceptions`
}

function coveredFact(vendor: Vendor, coverage: Coverage[], today: PlainDate): Fact {
  const name = 'Covered by a report'
  const until = coveredUntil(vendor)
  if (until === null) return { name, value: 'Never yet', state: 'none', word: 'no period known' }
  const stretch = lastStretch(coverage, 'SOC 2')
  const value = stretch?.to
    ? `${shownDate(stretch.from)} – ${shownDate(stretch.to)}`
    : `To ${shownDate(until)}`
  const days = daysBetween(until, today)
  if (days <= 0) return { name, value, state: 'good', word: 'today is covered' }
  return {
    name,
    value,
    state: reportStanding(vendor, today).word === 'stale' ? 'bad' : 'look',
    word: `${plural(days)} since`,
  }
}

function plural(days: number): string {
  return days === 1 ? '1 day' : `${days} days`
}

function datesOf(vendor: Vendor, others: { on: PlainDate; what: string }[], today: PlainDate) {
  const own = [
    { on: vendor.baaEndedOn ? null : vendor.baaEnds, what: 'The BAA ends' },
    { on: vendor.baaEndedOn ? null : vendor.baaReviewBy, what: 'Look the BAA over' },
    { on: vendor.reportId ? staleOn(vendor) : null, what: 'The report goes stale' },
    { on: vendor.reviewOn, what: 'Next review' },
  ].filter((date): date is { on: PlainDate; what: string } => date.on !== null)
  const all = [...own, ...others].sort((a, b) => (a.on < b.on ? -1 : 1))
  return all.map((date) => ({ ...date, when: inDays(today, date.on), isPast: date.on < today }))
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
