import type { Actor, Person } from '../actor'
import type { Database } from '../database'
import { confirmedReading, type Document } from '../documents/documents'
import { findReport, kindWords, periodWords, type Report } from '../reports/reports'
import { findVendor, type Vendor } from '../vendors/vendors'
import { listConditions } from './conditions'
import { factsFor } from './facts'
import type { Question, Suggestion, Verdict } from './questions/question'
import { QUESTIONS } from './questions/questions'
import {
  findDecision,
  findReview,
  latestAnswers,
  listAnswers,
  type Answer,
  type AnswerWord,
  type Condition,
  type Decision,
  type Review,
} from './review'

/** One question as its page shows it. */
export interface AskedQuestion extends Pick<Question, 'id' | 'title' | 'gloss' | 'byHandOnly'> {
  number: number
  suggestion: Suggestion
  tag: { state: 'good' | 'look' | 'bad' | 'none'; word: string }
  /** The answer that counts. */
  answer: Answer | null
  /** Those before it, newest first. */
  earlier: Answer[]
  /** What the last review answered. */
  last: Answer | null
  /** Ticked on the page: the answer, else one carried over or suggested. */
  ticked: AnswerWord | null
  note: string
}

export interface ReviewSheet {
  review: Review
  vendor: Vendor
  report: Report
  document: Document
  title: string
  questions: AskedQuestion[]
  answered: number
  decision: Decision | null
  conditions: Condition[]
}

const TAGS: Record<Verdict, AskedQuestion['tag']> = {
  meets: { state: 'good', word: 'meets' },
  'look-closer': { state: 'look', word: 'look closer' },
  'does-not-meet': { state: 'bad', word: 'does not meet' },
  'cant-tell': { state: 'none', word: 'can’t tell' },
}

/** Suggestions as of today while the review is open; afterwards those that were on the page when each answer was given. */
export async function reviewSheet(db: Database, actor: Actor, reviewId: string): Promise<ReviewSheet> {
  const review = await findReview(db, actor, reviewId)
  const vendor = await findVendor(db, actor, review.vendorId)
  const report = await findReport(db, actor, review.reportId)
  const { facts, document } = await factsFor(db, actor, vendor, report)
  const answers = await listAnswers(db, review)
  const last = review.previousReviewId ? await listAnswers(db, { id: review.previousReviewId }) : []
  const isOpen = !review.decidedAt && !review.closedAt
  const questions = QUESTIONS.map((question, index) => {
    const own = answers.filter((one) => one.question === question.id)
    const kept = isOpen ? null : own.at(-1)
    const suggestion = kept ? (JSON.parse(kept.suggestion) as Suggestion) : question.suggest(facts)
    return {
      ...asked(question, suggestion, own, latestAnswers(last)[question.id] ?? null),
      number: index + 1,
    }
  })
  const decision = await findDecision(db, review)
  const conditions = await listConditions(db, actor, vendor.id)
  return {
    review,
    vendor,
    report,
    document,
    title: `${kindWords(report)}, ${periodWords(report)}`,
    questions,
    answered: questions.filter((question) => question.answer).length,
    decision,
    conditions: conditions.filter((one) => one.decisionId === decision?.id),
  }
}

function asked(
  question: Question,
  suggestion: Suggestion,
  own: Answer[],
  last: Answer | null,
): Omit<AskedQuestion, 'number'> {
  const { id, title, gloss, byHandOnly } = question
  const answer = own.at(-1) ?? null
  const carried = answer ? null : carriedOver(question, suggestion, last)
  return {
    id,
    title,
    gloss,
    byHandOnly,
    suggestion,
    tag: TAGS[suggestion.verdict],
    answer,
    earlier: own.slice(0, -1).reverse(),
    last: answer ? null : last,
    ticked: answer?.answer ?? carried?.answer ?? suggestion.prefill,
    note: answer?.note ?? carried?.note ?? '',
  }
}

/** The last review’s answer is ticked where the grounds are the same and no hand is needed; elsewhere it is only shown. */
function carriedOver(question: Question, suggestion: Suggestion, last: Answer | null): Answer | null {
  if (!last || question.byHandOnly) return null
  const before = JSON.parse(last.suggestion) as Suggestion
  return before.verdict === suggestion.verdict ? last : null
}

/** The report’s tasks for us, with those left out that are on a list already. */
export async function newTasks(db: Database, actor: Person, sheet: ReviewSheet): Promise<string[]> {
  const confirmed = await confirmedReading(db, sheet.document)
  const known = new Set((await listConditions(db, actor, sheet.vendor.id)).map((one) => one.text))
  const texts = (confirmed?.reading.cuecs.value ?? []).map((one) => one.text)
  return [...new Set(texts)].filter((text) => !known.has(text))
}
