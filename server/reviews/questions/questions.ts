import { auditorFound } from './auditorFound'
import { baaInForce } from './baaInForce'
import { coversOurs } from './coversOurs'
import { isRecent } from './isRecent'
import { isTypeTwo } from './isTypeTwo'
import { ourTasks } from './ourTasks'
import type { Facts, Question, Suggestion } from './question'
import { rightCriteria } from './rightCriteria'

/** In the order in which they are asked. */
export const QUESTIONS: Question[] = [
  isTypeTwo,
  isRecent,
  coversOurs,
  auditorFound,
  rightCriteria,
  baaInForce,
  ourTasks,
]

export function suggestAll(facts: Facts): Record<string, Suggestion> {
  return Object.fromEntries(QUESTIONS.map((question) => [question.id, question.suggest(facts)]))
}
