import { addMonths, type PlainDate } from '../dates'
import type { ListedInvite } from '../invites/invites'
import type { Condition } from '../reviews/reviews'
import { baaStanding, needsBaa, REPORT_ASK_MONTHS, staleOn, type Vendor } from '../vendors/vendors'
import type { Schedule } from './schedule'

export type MatterKind =
  | 'baaEnds'
  | 'baaReview'
  | 'baaMissing'
  | 'reportAgeing'
  | 'reportStale'
  | 'reviewDue'
  | 'inviteExpires'
  | 'conditionDue'

/** Something with a date of which people are reminded for as long as it holds. */
export interface Matter {
  kind: MatterKind
  vendorId: string
  vendorName: string
  /** What it is about; a matter of another thing or another date is another matter. */
  about: string
  schedule: Schedule
  /** Words that the letter needs besides. */
  detail: string
}

export type VendorToRemind = Vendor & {
  /** The day on which it was last decided whether the vendor is a business associate. */
  determinedOn: PlainDate | null
}

const BAA_END = { before: [90, 60, 30, 14, 7, 0], weeklyAfter: Infinity }
const BAA_REVIEW = { before: [30, 7, 0], weeklyAfter: 8 }
const EVERY_WEEK = { before: [], weeklyAfter: Infinity }
const ONCE = { before: [0], weeklyAfter: 0 }
const REVIEW = { before: [30, 0], weeklyAfter: Infinity }
const INVITE = { before: [3, 0], weeklyAfter: 0 }
const CONDITION = { before: [7, 0], weeklyAfter: Infinity }

/** What the facts of a vendor call for, from those facts and the date alone. */
export function mattersOf(vendor: VendorToRemind, today: PlainDate): Matter[] {
  if (vendor.archivedAt) return []
  return [...baaMatters(vendor, today), ...reportMatters(vendor), ...reviewMatters(vendor)]
}

function baaMatters(vendor: VendorToRemind, today: PlainDate): Matter[] {
  if (vendor.businessAssociate === 'no') return []
  const { baaEnds, baaReviewBy, baaEndedOn } = vendor
  const { state, word, detail } = baaStanding(vendor, today)
  const isLacking = state === 'bad' && !(word === 'ended' && !baaEndedOn)
  if (isLacking) return needsBaa(vendor) ? missingBaa(vendor, word, detail) : []
  if (vendor.agreementId === null || baaEndedOn) return []
  const ends = baaEnds ? [matter(vendor, 'baaEnds', baaEnds, BAA_END)] : []
  const review = baaReviewBy ? [matter(vendor, 'baaReview', baaReviewBy, BAA_REVIEW)] : []
  return [...ends, ...review]
}

function missingBaa(vendor: VendorToRemind, word: string, detail: string): Matter[] {
  const { baaEndedOn, determinedOn, createdAt } = vendor
  const since = word === 'ended' ? baaEndedOn : (determinedOn ?? createdAt.slice(0, 10))
  return [matter(vendor, 'baaMissing', since!, EVERY_WEEK, detail)]
}

/** A vendor that was refused is asked for nothing any more. */
function reportMatters(vendor: Vendor): Matter[] {
  const stale = staleOn(vendor)
  if (!vendor.reportId || !vendor.reportEnd || !stale || vendor.decision === 'refused') return []
  const ageing = addMonths(vendor.reportEnd, REPORT_ASK_MONTHS)
  return [
    { ...matter(vendor, 'reportAgeing', ageing, ONCE, vendor.reportEnd), about: vendor.reportId },
    { ...matter(vendor, 'reportStale', stale, ONCE, vendor.reportEnd), about: vendor.reportId },
  ]
}

function reviewMatters(vendor: Vendor): Matter[] {
  if (!vendor.reviewOn || vendor.decision === 'refused') return []
  return [matter(vendor, 'reviewDue', vendor.reviewOn, REVIEW)]
}

/** @param lastDay the last whole day on which its link opens */
export function inviteMatter(invite: ListedInvite, lastDay: PlainDate): Matter {
  const { id, vendorId, vendorName, contactName } = invite
  const schedule = { ...INVITE, base: lastDay }
  return { kind: 'inviteExpires', vendorId, vendorName, about: id, schedule, detail: contactName }
}

export function conditionMatter(condition: Condition & { vendorName: string }): Matter {
  const { id, vendorId, vendorName, due, text, owner } = condition
  const schedule = { ...CONDITION, base: due }
  return { kind: 'conditionDue', vendorId, vendorName, about: id, schedule, detail: `${text} (${owner})` }
}

function matter(
  vendor: Vendor,
  kind: MatterKind,
  base: PlainDate,
  schedule: Omit<Schedule, 'base'>,
  detail = '',
): Matter {
  return {
    kind,
    vendorId: vendor.id,
    vendorName: vendor.name,
    about: vendor.id,
    schedule: { ...schedule, base },
    detail,
  }
}
