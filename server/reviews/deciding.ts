import type { Person } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, newId, type Database, type Transaction } from '../database'
import { addMonths, type PlainDate } from '../dates'
import { Conflict, PageError } from '../errors'
import { findVendor, noteOnVendor, type Tier, type Vendor } from '../vendors/vendors'
import { lockedReview } from './answering'
import {
  listAnswers,
  saidDecision,
  unanswered,
  type Condition,
  type ConditionKind,
  type Decision,
  type DecisionWord,
  type Review,
} from './review'

const REVIEW_MONTHS: Record<Tier, number> = { critical: 12, high: 12, medium: 24, low: 36, none: 36 }

export interface NewCondition {
  kind: ConditionKind
  text: string
  owner: string
  due: PlainDate
}

export interface NewDecision {
  decision: DecisionWord
  reason: string
  reviewOn: PlainDate
  conditions: NewCondition[]
}

/** The latest date for the next review. */
export function nextReviewOn(vendor: Vendor, today: PlainDate): PlainDate {
  return addMonths(today, REVIEW_MONTHS[vendor.tier])
}

/** Signs the review. The row is never changed again. @throws PageError 422 while a question has no answer. */
export async function decide(
  db: Database,
  actor: Person,
  reviewId: string,
  given: NewDecision,
): Promise<Decision> {
  return change(db, async (trx) => {
    const review = await lockedReview(trx, actor, reviewId)
    if (review.decidedAt || review.closedAt)
      throw new Conflict('This review is finished already. Start a new one to decide again.')
    if (unanswered(await listAnswers(trx, review)).length > 0)
      throw new PageError(422, 'Not all is answered', 'Answer all seven questions, then decide.')
    const vendor = await findVendor(trx, actor, review.vendorId)
    refuseLateDate(vendor, actor.today, given.reviewOn)
    const decision = await addDecision(trx, actor, review, given)
    for (const condition of given.conditions) await addCondition(trx, decision, condition)
    await trx<Review>('reviews').where({ id: review.id }).update({ decidedAt: actor.at })
    const facts = {
      decisionId: decision.id,
      decision: decision.decision,
      decidedAt: actor.at,
      reviewOn: decision.reviewOn,
    }
    await noteOnVendor(trx, vendor.id, { ...facts, openReviewId: null })
    const { reason, reviewOn, conditions } = given
    const data = {
      title: `${saidDecision(decision.decision)}. ${reason}`,
      decisionId: decision.id,
      reviewId: review.id,
      decision: decision.decision,
      reason,
      reviewOn,
      conditions,
    }
    await recordEvent(trx, actor, 'decision.made', data, vendor.id)
    return decision
  })
}

function refuseLateDate(vendor: Vendor, today: PlainDate, reviewOn: PlainDate): void {
  const isRight = reviewOn > today && reviewOn <= nextReviewOn(vendor, today)
  if (!isRight)
    throw new PageError(
      422,
      'That date can’t be the next review',
      'Choose a later day, but none after the one that its tier gives.',
    )
}

async function addDecision(
  trx: Transaction,
  actor: Person,
  review: Review,
  given: NewDecision,
): Promise<Decision> {
  const { decision, reason, reviewOn } = given
  const { practiceId, vendorId, id: reviewId } = review
  const { personId, name: personName, at, ip } = actor
  const row: Decision = {
    id: newId(),
    practiceId,
    vendorId,
    reviewId,
    decision,
    reason,
    personId,
    personName,
    at,
    ip,
    reviewOn,
  }
  await trx<Decision>('decisions').insert(row)
  return row
}

async function addCondition(trx: Transaction, decision: Decision, given: NewCondition): Promise<void> {
  const { practiceId, vendorId, id: decisionId } = decision
  const open = { doneAt: null, doneBy: null, doneNote: null }
  await trx<Condition>('conditions').insert({
    id: newId(),
    practiceId,
    vendorId,
    decisionId,
    ...given,
    ...open,
  })
}
