import { Router, type Request, type Response } from 'express'
import { listColleagues } from '../accounts/accounts'
import { addDays } from '../dates'
import { Conflict } from '../errors'
import { actorOf, everyone, param, reviewers } from '../http/actorOf'
import { readForm, refused, type Form } from '../http/forms'
import { findReport, kindWords, periodWords } from '../reports/reports'
import type { Services } from '../services'
import { findVendor } from '../vendors/vendors'
import { saveAnswers, startReview, type GivenAnswer } from './answering'
import { finishCondition } from './conditions'
import { decide, nextReviewOn } from './deciding'
import { answersForm, CONDITION_ROWS, decisionForm, doneForm, type PostedAnswer } from './forms'
import { QUESTIONS } from './questions/questions'
import { ANSWERS, DECISIONS, findOpenReview, listAnswers, saidDecision } from './review'
import { newTasks, reviewSheet, type ReviewSheet } from './sheet'
import { listReviewsWaiting } from './waiting'

/** Proposed for the report’s tasks. */
const TASK_DAYS = 30

/** Seven questions about a report, answered by people, and the decision that follows. */
export function reviewRoutes({ db }: Services): Router {
  const router = Router()
  router.get('/', everyone, list)
  router.get('/new', reviewers, showNew)
  router.post('/', reviewers, start)
  router.get('/:id', everyone, show)
  router.post('/:id/answers', reviewers, answer)
  router.post('/:id/decision', reviewers, sign)
  router.get('/:id/memo', everyone, memo)
  router.post('/conditions/:id/done', reviewers, finish)
  return router

  async function list(req: Request, res: Response) {
    res.render('reviews/list', { waiting: await listReviewsWaiting(db, actorOf(req).practiceId) })
  }

  /** For links from elsewhere: the open review, or one button that begins it. */
  async function showNew(req: Request, res: Response) {
    const chosen = await chosenReport(req, req.query.report, req.query.vendor)
    const report = await findReport(db, actorOf(req), chosen)
    const vendor = await findVendor(db, actorOf(req), report.vendorId)
    const open = await findOpenReview(db, actorOf(req), report)
    if (open) return res.redirect(303, `/reviews/${open.id}`)
    res.render('reviews/new', {
      report,
      vendor,
      title: `${kindWords(report)}, ${periodWords(report)}`,
      questions: QUESTIONS,
    })
  }

  async function start(req: Request, res: Response) {
    const { reportId, vendorId } = (req.body ?? {}) as Record<string, unknown>
    const chosen = await chosenReport(req, reportId, vendorId)
    const review = await startReview(db, actorOf(req), chosen)
    res.redirect(303, `/reviews/${review.id}`)
  }

  /** The report that is named, or the current one of the vendor that is. */
  async function chosenReport(req: Request, reportId: unknown, vendorId: unknown): Promise<string> {
    if (typeof reportId === 'string' && reportId) return reportId
    const vendor = await findVendor(db, actorOf(req), typeof vendorId === 'string' ? vendorId : '')
    if (!vendor.reportId)
      throw new Conflict(`${vendor.name} has no SOC 2 report to review yet. Ask for one first.`)
    return vendor.reportId
  }

  async function show(req: Request, res: Response) {
    const sheet = await reviewSheet(db, actorOf(req), param(req, 'id'))
    if (isFinished(sheet)) return res.redirect(303, `/reviews/${sheet.review.id}/memo`)
    res.render('reviews/show', await pageOf(req, sheet))
  }

  async function answer(req: Request, res: Response) {
    const sheet = await reviewSheet(db, actorOf(req), param(req, 'id'))
    const form = readForm(answersForm, req.body)
    if (form.errors) return complainOfAnswers(req, res, sheet, form)
    await saveAnswers(db, actorOf(req), sheet.review.id, withSuggestions(form.values, sheet))
    if (isForScript(req)) return res.json(await savedState(sheet))
    const { only } = (req.body ?? {}) as { only?: string }
    req.session.flash = 'Saved. You can stop here and come back any time.'
    res.redirect(303, `/reviews/${sheet.review.id}${only ? `#${encodeURIComponent(only)}` : ''}`)
  }

  async function complainOfAnswers(req: Request, res: Response, sheet: ReviewSheet, form: Form<unknown>) {
    if (isForScript(req)) return res.status(422).json({ errors: form.errors })
    res
      .status(422)
      .render('reviews/show', { ...(await pageOf(req, sheet)), words: form.words, errors: form.errors })
  }

  async function savedState({ review }: ReviewSheet) {
    const answers = await listAnswers(db, review)
    const seen = Object.fromEntries(answers.map((one) => [one.question, one.id]))
    return { seen, answered: Object.keys(seen).length }
  }

  /** The page is one form: what was ticked is saved with the decision, and kept even if the decision isn’t complete. */
  async function sign(req: Request, res: Response) {
    const actor = actorOf(req)
    const before = await reviewSheet(db, actor, param(req, 'id'))
    if (isFinished(before))
      throw new Conflict('This review is finished already. Start a new one to decide again.')
    const answers = readForm(answersForm, req.body)
    if (answers.values)
      await saveAnswers(db, actor, before.review.id, withSuggestions(answers.values, before))
    const sheet = await reviewSheet(db, actor, before.review.id)
    const { review, vendor } = sheet
    const tasks = await newTasks(db, actor, sheet)
    const form = readForm(decisionForm(actor.today, nextReviewOn(vendor, actor.today), tasks), req.body)
    const errors = { ...openQuestions(sheet), ...answers.errors, ...form.errors }
    if (form.errors || Object.keys(errors).length > 0) {
      const page = { ...(await pageOf(req, sheet)), ...refused(form.words, errors) }
      return res.status(422).render('reviews/show', page)
    }
    await decide(db, actor, review.id, form.values)
    req.session.flash = `Signed. ${vendor.name} is ${saidDecision(form.values.decision)}.`
    res.redirect(303, `/reviews/${review.id}/memo`)
  }

  async function memo(req: Request, res: Response) {
    res.render('reviews/memo', {
      ...(await reviewSheet(db, actorOf(req), param(req, 'id'))),
      answerWords: ANSWERS,
      decisionWords: DECISIONS,
    })
  }

  async function finish(req: Request, res: Response) {
    const note = readForm(doneForm, req.body).values?.note ?? null
    const condition = await finishCondition(db, actorOf(req), param(req, 'id'), note)
    req.session.flash = 'Marked as done.'
    res.redirect(303, `/vendors/${condition.vendorId}`)
  }

  async function pageOf(req: Request, sheet: ReviewSheet) {
    const actor = actorOf(req)
    const colleagues = await listColleagues(db, actor.practiceId)
    const evidence = sheet.questions.flatMap((question) =>
      question.answer ? [] : question.suggestion.evidence,
    )
    return {
      ...sheet,
      answerWords: ANSWERS,
      decisionWords: DECISIONS,
      conditionRows: CONDITION_ROWS,
      tasks: await newTasks(db, actor, sheet),
      limit: nextReviewOn(sheet.vendor, actor.today),
      taskDue: addDays(actor.today, TASK_DAYS),
      owners: colleagues.filter((one) => !one.deactivatedAt).map((one) => one.name),
      mayAnswer: actor.role !== 'staff',
      firstEvidence:
        evidence[0] ?? sheet.questions.flatMap((question) => question.suggestion.evidence)[0] ?? null,
    }
  }
}

function isFinished({ review }: ReviewSheet): boolean {
  return review.decidedAt !== null || review.closedAt !== null
}

function withSuggestions(posted: PostedAnswer[], sheet: ReviewSheet): GivenAnswer[] {
  return posted.map((one) => {
    const { suggestion } = sheet.questions.find((question) => question.id === one.question)!
    return { ...one, suggestion }
  })
}

function openQuestions({ questions }: ReviewSheet): Record<string, string> {
  const open = questions.filter((question) => !question.answer)
  return Object.fromEntries(
    open.map(({ id, number, title }) => [`${id}_answer`, `Answer question ${number}: ${title}`]),
  )
}

function isForScript(req: Request): boolean {
  return req.accepts(['html', 'json']) === 'json'
}
