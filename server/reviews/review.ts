import type { Actor } from '../actor'
import type { Database } from '../database'
import type { PlainDate } from '../dates'
import { NotFound } from '../errors'
import { QUESTIONS } from './questions/questions'

export interface Review {
  id: string
  practiceId: string
  vendorId: string
  reportId: string
  /** The one it starts from. */
  previousReviewId: string | null
  startedBy: string
  startedAt: string
  decidedAt: string | null
  /** When it was laid aside without a decision, for a newer report. */
  closedAt: string | null
}

export type AnswerWord = 'meets' | 'does-not-meet' | 'accepted' | 'asked' | 'not-applicable'

/** Rows are only ever added; the newest of a question counts. */
export interface Answer {
  id: string
  practiceId: string
  reviewId: string
  /** The id of a question. */
  question: string
  answer: AnswerWord
  /** Empty where none was given. */
  note: string
  /** JSON of the suggestion that the person saw. */
  suggestion: string
  personId: string
  personName: string
  at: string
}

export type DecisionWord = 'approved' | 'approved-with-conditions' | 'refused'

/** Never changed: another decision needs another review. */
export interface Decision {
  id: string
  practiceId: string
  vendorId: string
  reviewId: string
  decision: DecisionWord
  reason: string
  personId: string
  personName: string
  at: string
  ip: string | null
  reviewOn: PlainDate
}

/** condition: asked of the vendor or of us, in the decision's own words. task: what the report counts on us for. */
export type ConditionKind = 'condition' | 'task'

export interface Condition {
  id: string
  practiceId: string
  vendorId: string
  decisionId: string
  kind: ConditionKind
  text: string
  owner: string
  due: PlainDate
  doneAt: string | null
  doneBy: string | null
  doneNote: string | null
}

export const ANSWERS: { word: AnswerWord; label: string; said: string }[] = [
  { word: 'meets', label: 'Meets', said: 'meets' },
  { word: 'does-not-meet', label: 'Does not meet', said: 'does not meet' },
  { word: 'accepted', label: 'Accept, with a reason', said: 'accepted with a reason' },
  { word: 'asked', label: 'Asked the vendor', said: 'asked the vendor' },
  { word: 'not-applicable', label: 'Does not apply', said: 'does not apply' },
]

export const DECISIONS: {
  word: DecisionWord
  label: string
  said: string
  state: 'good' | 'look' | 'bad'
}[] = [
  { word: 'approved', label: 'Approve', said: 'approved', state: 'good' },
  {
    word: 'approved-with-conditions',
    label: 'Approve with conditions',
    said: 'approved with conditions',
    state: 'look',
  },
  { word: 'refused', label: 'Refuse', said: 'refused', state: 'bad' },
]

export async function findReview(db: Database, actor: Actor, reviewId: string): Promise<Review> {
  const review = await reviewsOf(db, actor).where({ id: reviewId }).first()
  if (!review) throw new NotFound('review')
  return review
}

/** Newest first. */
export async function listReviews(db: Database, actor: Actor, vendorId: string): Promise<Review[]> {
  return reviewsOf(db, actor).where({ vendorId }).orderBy('startedAt', 'desc').orderBy('id')
}

export async function findOpenReview(
  db: Database,
  actor: Actor,
  report: { id: string },
): Promise<Review | undefined> {
  return reviewsOf(db, actor).where({ reportId: report.id, decidedAt: null, closedAt: null }).first()
}

/** Every query of reviews starts here, so that no practice can reach another’s. */
export function reviewsOf(db: Database, actor: { practiceId: string }) {
  return db<Review>('reviews').where({ practiceId: actor.practiceId })
}

/** Oldest first, all that were ever given. */
export async function listAnswers(db: Database, review: Pick<Review, 'id'>): Promise<Answer[]> {
  return db<Answer>('answers').where({ reviewId: review.id }).orderBy('at').orderBy('id')
}

/** The answer that counts for each question. */
export function latestAnswers(answers: Answer[]): Record<string, Answer> {
  return Object.fromEntries(answers.map((answer) => [answer.question, answer]))
}

/** Ids of the questions that still want an answer, in their order. */
export function unanswered(answers: Answer[]): string[] {
  const given = latestAnswers(answers)
  return QUESTIONS.map((question) => question.id).filter((id) => !given[id])
}

export async function findDecision(db: Database, review: Pick<Review, 'id'>): Promise<Decision | null> {
  return (await db<Decision>('decisions').where({ reviewId: review.id }).first()) ?? null
}

export function saidAnswer(word: AnswerWord): string {
  return ANSWERS.find((one) => one.word === word)!.said
}

export function saidDecision(word: DecisionWord): string {
  return DECISIONS.find((one) => one.word === word)!.said
}
