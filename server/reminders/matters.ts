import { addMonths, type PlainDate } from '../dates'
import type { ListedInvite } from '../invites/invites'
import type { Condition } from '../reviews/reviews'
import type { FullSigning } from '../signing/signing'
import { baaStanding, needsBaa, REPORT_ASK_MONTHS, staleOn, type Vendor } from '../vendors/vendors'
import type { EventKind } from './events'

/** Something with a date of which people are reminded for as long as it holds. */
export interface Matter {
  kind: EventKind
  vendorId: string
  vendorName: string
  /** What it is about; a matter of another thing or another date is another matter. */
  about: string
  /** The date that it is all about. */
  base: PlainDate
  /** Words that the letter needs besides. */
  detail: string
}

export type VendorToRemind = Vendor & {
  /** The day on which it was last decided whether the vendor is a business associate. */
  determinedOn: PlainDate | null
}

/** What a matter is called in the record and in addresses. */
export function keyOf({ kind, about, base }: Pick<Matter, 'kind' | 'about' | 'base'>): string {
  return `${kind} ${about} ${base}`
}

/** What the facts of a vendor call for, from those facts and the date alone. */
export function mattersOf(vendor: VendorToRemind, today: PlainDate): Matter[] {
  if (vendor.archivedAt) return []
  return [...baaMatters(vendor, today), ...reportMatters(vendor), ...reviewMatters(vendor)]
}

function baaMatters(vendor: VendorToRemind, today: PlainDate): Matter[] {
  if (vendor.businessAssociate === 'no') return []
  const { baaEnds, baaEndedOn } = vendor
  const { state, word, detail } = baaStanding(vendor, today)
  const isLacking = state === 'bad' && !(word === 'ended' && !baaEndedOn)
  if (isLacking) return needsBaa(vendor) ? missingBaa(vendor, word, detail) : []
  if (vendor.agreementId === null || baaEndedOn) return []
  const ends = baaEnds ? [matter(vendor, 'baaEnds', baaEnds)] : []
  return [...ends, ...renewalMatters(vendor, today)]
}

/** A day for notice that has passed calls for nothing more; the renewal does. */
function renewalMatters(vendor: Vendor, today: PlainDate): Matter[] {
  const { baaReviewBy, baaNoticeBy, baaRenewsOn } = vendor
  const notice = baaNoticeBy && baaNoticeBy >= today ? [matter(vendor, 'baaNotice', baaNoticeBy)] : []
  const renews = baaRenewsOn ? [matter(vendor, 'baaRenews', baaRenewsOn)] : []
  const isOwn = baaReviewBy && baaReviewBy !== baaNoticeBy
  return [...notice, ...renews, ...(isOwn ? [matter(vendor, 'baaReview', baaReviewBy)] : [])]
}

function missingBaa(vendor: VendorToRemind, word: string, detail: string): Matter[] {
  const { baaEndedOn, determinedOn, createdAt } = vendor
  const since = word === 'ended' ? baaEndedOn : (determinedOn ?? createdAt.slice(0, 10))
  return [matter(vendor, 'baaMissing', since!, detail)]
}

/** A vendor that was refused is asked for nothing any more. */
function reportMatters(vendor: Vendor): Matter[] {
  const stale = staleOn(vendor)
  const { reportId: about, reportEnd, bridgedUntil, decision } = vendor
  if (!about || !reportEnd || !stale || decision === 'refused') return []
  const ageing = addMonths(reportEnd, REPORT_ASK_MONTHS)
  return [
    { ...matter(vendor, 'reportAgeing', ageing, reportEnd), about },
    { ...matter(vendor, 'reportStale', stale, reportEnd), about },
    ...(bridgedUntil ? [{ ...matter(vendor, 'bridgeEnds', bridgedUntil, reportEnd), about }] : []),
  ]
}

function reviewMatters(vendor: Vendor): Matter[] {
  if (!vendor.reviewOn || vendor.decision === 'refused') return []
  return [matter(vendor, 'reviewDue', vendor.reviewOn)]
}

/** @param lastDay the last whole day on which its link opens */
export function inviteMatter(invite: ListedInvite, lastDay: PlainDate): Matter {
  const { id, vendorId, vendorName, contactName } = invite
  return { kind: 'inviteExpires', vendorId, vendorName, about: id, base: lastDay, detail: contactName }
}

/** @param since the day on which it came to stand as it does */
export function signingMatter({ id, vendorId, vendorName, state }: FullSigning, since: PlainDate): Matter {
  return { kind: 'signingOpen', vendorId, vendorName, about: id, base: since, detail: state }
}

export function conditionMatter(condition: Condition & { vendorName: string }): Matter {
  const { id, vendorId, vendorName, due, text, owner } = condition
  return { kind: 'conditionDue', vendorId, vendorName, about: id, base: due, detail: `${text} (${owner})` }
}

function matter(vendor: Vendor, kind: EventKind, base: PlainDate, detail = ''): Matter {
  return { kind, vendorId: vendor.id, vendorName: vendor.name, about: vendor.id, base, detail }
}
