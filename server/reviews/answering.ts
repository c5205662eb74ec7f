import type { Person } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, isSqlite, newId, type Database, type Transaction } from '../database'
import { Conflict } from '../errors'
import { findReport } from '../reports/reports'
import { findVendor, noteOnVendor } from '../vendors/vendors'
import type { Suggestion } from './questions/question'
import {
  findReview,
  listAnswers,
  reviewsOf,
  saidAnswer,
  type Answer,
  type AnswerWord,
  type Review,
} from './review'
import { QUESTIONS } from './questions/questions'

export interface GivenAnswer {
  question: string
  answer: AnswerWord
  note: string
  /** The answer that stood on the page when the person chose; null where none did. */
  seenId: string | null
  suggestion: Suggestion
}

/** The open review of a report; a new one where there is none. One of an older report is laid aside. */
export async function startReview(db: Database, actor: Person, reportId: string): Promise<Review> {
  const report = await findReport(db, actor, reportId)
  const vendor = await findVendor(db, actor, report.vendorId)
  return change(db, async (trx) => {
    if (!isSqlite(trx)) await trx('vendors').where({ id: vendor.id }).forUpdate().first('id')
    const earlier = await reviewsOf(trx, actor)
      .where({ vendorId: vendor.id })
      .orderBy('startedAt', 'desc')
      .orderBy('id')
    const open = earlier.filter((one) => !one.decidedAt && !one.closedAt)
    const same = open.find((one) => one.reportId === report.id)
    if (same) return same
    for (const one of open) await layAside(trx, actor, one)
    const row: Review = {
      id: newId(),
      practiceId: actor.practiceId,
      vendorId: vendor.id,
      reportId: report.id,
      previousReviewId: earlier[0]?.id ?? null,
      startedBy: actor.name,
      startedAt: actor.at,
      decidedAt: null,
      closedAt: null,
    }
    await trx<Review>('reviews').insert(row)
    await noteOnVendor(trx, vendor.id, { openReviewId: row.id })
    await recordEvent(trx, actor, 'review.started', { reviewId: row.id, reportId: report.id }, vendor.id)
    return row
  })
}

async function layAside(trx: Transaction, actor: Person, review: Review): Promise<void> {
  await trx<Review>('reviews').where({ id: review.id }).update({ closedAt: actor.at })
  await recordEvent(trx, actor, 'review.laidAside', { reviewId: review.id }, review.vendorId)
}

/** Adds what this person changed; what others answered since the page was shown stays. Answers with how many were added. */
export async function saveAnswers(
  db: Database,
  actor: Person,
  reviewId: string,
  given: GivenAnswer[],
): Promise<number> {
  return change(db, async (trx) => {
    const review = await lockedReview(trx, actor, reviewId)
    if (review.decidedAt || review.closedAt)
      throw new Conflict('This review is finished. Start a new one to answer again.')
    const before = await listAnswers(trx, review)
    const changed = given.filter((one) => isChanged(one, before))
    for (const one of changed) await addAnswer(trx, actor, review, one)
    return changed.length
  })
}

function isChanged({ seenId, answer, note }: GivenAnswer, before: Answer[]): boolean {
  const seen = before.find((one) => one.id === seenId)
  return !seen || seen.answer !== answer || seen.note !== note
}

async function addAnswer(trx: Transaction, actor: Person, review: Review, given: GivenAnswer): Promise<void> {
  const { question, answer, note, suggestion } = given
  const row: Answer = {
    id: newId(),
    practiceId: actor.practiceId,
    reviewId: review.id,
    question,
    answer,
    note,
    suggestion: JSON.stringify(suggestion),
    personId: actor.personId,
    personName: actor.name,
    at: actor.at,
  }
  await trx<Answer>('answers').insert(row)
  const title = `“${titleOf(question)}” ${saidAnswer(answer)}`
  const data = { reviewId: review.id, title, question, answer, note, suggested: suggestion.verdict }
  await recordEvent(trx, actor, 'review.answered', data, review.vendorId)
}

export async function lockedReview(trx: Transaction, actor: Person, reviewId: string): Promise<Review> {
  if (!isSqlite(trx))
    await trx('reviews').where({ id: reviewId, practiceId: actor.practiceId }).forUpdate().first('id')
  return findReview(trx, actor, reviewId)
}

function titleOf(question: string): string {
  return QUESTIONS.find((one) => one.id === question)?.title ?? question
}
