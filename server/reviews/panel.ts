import type { Person } from '../actor'
import type { Database } from '../database'
import { findReport, kindWords, periodWords } from '../reports/reports'
import type { Vendor, VendorPanel } from '../vendors/vendors'
import { listConditions } from './conditions'
import { QUESTIONS } from './questions/questions'
import { DECISIONS, findDecision, latestAnswers, listAnswers, listReviews, type Review } from './review'

export const reviewPanel: VendorPanel = { view: 'reviews/panel', load }

async function load(db: Database, actor: Person, vendor: Vendor) {
  const reviews = await listReviews(db, actor, vendor.id)
  const rows = await Promise.all(
    reviews.filter((one) => !one.closedAt).map((review) => rowOf(db, actor, review)),
  )
  const isJudged = reviews.some((one) => one.reportId === vendor.reportId && one.decidedAt !== null)
  return {
    reviews: rows,
    openReviewId: vendor.openReviewId,
    /** The report that counts now and has no decision. */
    unjudgedReportId: isJudged ? null : vendor.reportId,
    today: actor.today,
    conditions: await listConditions(db, actor, vendor.id),
  }
}

async function rowOf(db: Database, actor: Person, review: Review) {
  const report = await findReport(db, actor, review.reportId)
  const decision = await findDecision(db, review)
  const answered = Object.keys(latestAnswers(await listAnswers(db, review))).length
  const said = DECISIONS.find((one) => one.word === decision?.decision)
  const tag = said
    ? { state: said.state, word: said.said }
    : { state: 'none', word: `${answered} of ${QUESTIONS.length} answered` }
  return { review, decision, tag, title: `${kindWords(report)}, ${periodWords(report)}` }
}
