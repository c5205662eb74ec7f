export { saveAnswers, startReview, type GivenAnswer } from './answering'
export { finishCondition, listConditions, listOpenConditions } from './conditions'
export { decide, nextReviewOn, type NewCondition, type NewDecision } from './deciding'
export { reviewPanel } from './panel'
export type { Suggestion, Verdict } from './questions/question'
export { QUESTIONS } from './questions/questions'
export {
  ANSWERS,
  DECISIONS,
  findDecision,
  findReview,
  listAnswers,
  listReviews,
  unanswered,
  type Answer,
  type AnswerWord,
  type Condition,
  type Decision,
  type DecisionWord,
  type Review,
} from './review'
export { reviewSheet, type ReviewSheet } from './sheet'
export { listReviewsWaiting, type WaitingReview } from './waiting'
