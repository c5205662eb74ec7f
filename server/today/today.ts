import type { Person } from '../actor'
import type { Database } from '../database'
import { listShownHolds, type ShownHold } from '../reminders/reminders'
import { baaStanding, decisionStanding, reportStanding, withKnown, type Vendor } from '../vendors/vendors'
import {
  conditionMatters,
  documentMatters,
  inviteMatters,
  letterMatters,
  proposalMatters,
  chainMatters,
  endingMatters,
  shortfallMatters,
  sealingMatters,
  signingMatters,
  vendorMatters,
  type Matter,
} from './matters'

const SHOWN_MATTERS = 12
const SHOWN_VENDORS = 8

const ASKED = [
  letterMatters,
  proposalMatters,
  signingMatters,
  shortfallMatters,
  endingMatters,
  chainMatters,
  sealingMatters,
  inviteMatters,
  conditionMatters,
  documentMatters,
]

export interface TodayPage {
  matters: Matter[]
  hidden: number
  vendors: {
    vendor: Vendor
    baa: ReturnType<typeof baaStanding>
    report: ReturnType<typeof reportStanding>
    decision: ReturnType<typeof decisionStanding>
  }[]
  vendorCount: number
  inOrder: number
  /** What colleagues put off or handed over. */
  holds: ShownHold[]
}

export async function whatNeedsDoing(db: Database, actor: Person): Promise<TodayPage> {
  const vendors = await db<Vendor>('vendors')
    .where({ practiceId: actor.practiceId, archivedAt: null })
    .orderBy('sortName')
  const found = vendors.map((vendor) => ({ vendor, matters: vendorMatters(vendor, actor) }))
  const known = (await Promise.all(ASKED.map((ask) => ask(db, actor)))).flat()
  const matters = vendorsApart(found, known)
  const urgentFirst = [...found].sort((a, b) => rankOf(a.matters) - rankOf(b.matters))
  return {
    matters: matters.slice(0, SHOWN_MATTERS),
    hidden: Math.max(0, matters.length - SHOWN_MATTERS),
    vendors: urgentFirst.slice(0, SHOWN_VENDORS).map(({ vendor }) => standingsOf(vendor, actor)),
    vendorCount: vendors.length,
    inOrder: found.filter((entry) => entry.matters.length === 0).length,
    holds: await listShownHolds(db, actor),
  }
}

/** A vendor’s own matters with what is under way for it, and what belongs to none. */
function vendorsApart(found: { vendor: Vendor; matters: Matter[] }[], known: Matter[]): Matter[] {
  const ids = new Set(found.map(({ vendor }) => vendor.id))
  const others = known.filter(({ vendorId }) => !vendorId || !ids.has(vendorId))
  return [
    ...others,
    ...found.flatMap(({ vendor, matters }) =>
      withKnown(
        matters,
        known.filter(({ vendorId }) => vendorId === vendor.id),
      ),
    ),
  ].sort((a, b) => a.rank - b.rank)
}

function standingsOf(vendor: Vendor, actor: Person) {
  return {
    vendor,
    baa: baaStanding(vendor, actor.today),
    report: reportStanding(vendor, actor.today),
    decision: decisionStanding(vendor, actor),
  }
}

function rankOf(matters: Matter[]): number {
  return Math.min(...matters.map((matter) => matter.rank), Infinity)
}
