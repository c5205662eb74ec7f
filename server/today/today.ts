import type { Person } from '../actor'
import type { Database } from '../database'
import { listShownHolds, type ShownHold } from '../reminders/reminders'
import { baaStanding, decisionStanding, reportStanding, type Vendor } from '../vendors/vendors'
import {
  conditionMatters,
  documentMatters,
  inviteMatters,
  letterMatters,
  proposalMatters,
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
  const asked = await Promise.all(ASKED.map((ask) => ask(db, actor)))
  const matters = [...found.flatMap((entry) => entry.matters), ...asked.flat()].sort(
    (a, b) => a.rank - b.rank,
  )
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
