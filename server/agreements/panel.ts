import { addDays, type PlainDate } from '../dates'
import type { Coverage, VendorPanel } from '../vendors/vendors'
import { startOf } from './agreement'
import { unsignedIn, unsignedStep } from './amendments'
import { countingToday, listVersions, type Version } from './chain'
import { listProposals, proposalStep } from './proposal'
import { agreementState, lastDayOf, noticeDayOf } from './state'
import { agreementTag, spanOf } from './tag'
import { termDates } from './termDates'

/** The agreements' part of the vendor's page. */
export const agreementPanel: VendorPanel = {
  view: 'agreements/panel',
  async load(db, actor, vendor) {
    const versions = await listVersions(db, actor, vendor.id)
    const proposals = await listProposals(db, actor, vendor.id)
    const { today } = actor
    // By the date, since the vendor’s row learns only with the next pass that a version recorded ahead has begun.
    const counting =
      countingToday(versions.filter((one) => one.correctedById === null).reverse(), today) ?? null
    return {
      versions: versions.map((one) => ({
        ...one,
        tag: agreementTag(one, today),
        span: spanOf(one),
        amended: one.steps.length - 1,
      })),
      counting,
      dates: counting ? datesAhead(counting, today) : [],
      termDates: counting ? termDates(counting, today) : [],
      proposals,
      steps: [
        ...proposals.map((one) => proposalStep(one, actor)),
        ...unsignedIn(versions, today).map(unsignedStep),
      ],
      coverage: versions.flatMap((one) => coverageOf(one, today)),
    }
  },
}

/** Days ahead that the vendor's row doesn't tell. */
function datesAhead(version: Version, today: PlainDate): { on: PlainDate; what: string }[] {
  const notice = noticeDayOf(version, today)
  return notice && notice >= today ? [{ on: notice, what: 'Last day to stop the BAA from renewing' }] : []
}

function coverageOf(version: Version, today: PlainDate): Coverage[] {
  const state = agreementState(version, today)
  const from = startOf(version)
  if (from === null || state === 'corrected' || state === 'unsigned') return []
  const replaced = version.supersededFrom ? addDays(version.supersededFrom, -1) : null
  const to = [lastDayOf(version), replaced].filter((date) => date !== null).sort()[0] ?? null
  if (to !== null && to < from) return []
  const { state: tone } = agreementTag(version, today)
  return [
    { lane: 'BAA', from, to, state: state === 'ended' ? 'none' : tone, label: `version ${version.version}` },
  ]
}
