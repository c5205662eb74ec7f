import { Router, type Request, type Response } from 'express'
import { actorOf, param, reviewers } from '../http/actorOf'
import { readForm } from '../http/forms'
import type { Services } from '../services'
import { categoryNamed } from './categories'
import { recordDetermination } from './determinations'
import { determinationForm, tierForm } from './forms'
import { determinationQuestions, walkQuestions, type Answers } from './questions'
import { driverQuestions, tierArithmetic } from './tier'
import { findVendor } from './vendor'
import { answerTier } from './vendors'

/** Is it a business associate, and how much depends on it? */
export function vendorQuestionRoutes({ db }: Services): Router {
  const router = Router()
  router.get('/:id/determination', reviewers, ask)
  router.post('/:id/determination', reviewers, determine)
  router.get('/:id/tier', reviewers, openTier)
  router.post('/:id/tier', reviewers, saveTier)
  return router

  async function ask(req: Request, res: Response) {
    const vendor = await vendorOf(req)
    const walk = walkQuestions(answersIn(req.query))
    const skipped = walk.next !== null && req.query.asked === walk.next.key
    const errors = skipped ? { [walk.next!.key]: 'Choose one of the answers; “Not sure” is one too' } : {}
    res
      .status(skipped ? 422 : 200)
      .render('vendors/determination', { ...shown(vendor.category, walk), vendor, errors })
  }

  async function determine(req: Request, res: Response) {
    const vendor = await vendorOf(req)
    const walk = walkQuestions(answersIn(req.body))
    const form = readForm(determinationForm, req.body)
    if (form.errors || walk.next) {
      const errors = form.errors ?? { [walk.next!.key]: 'Answer this question too' }
      return res.status(422).render('vendors/determination', {
        ...shown(vendor.category, walk),
        vendor,
        errors,
        words: form.words,
      })
    }
    await recordDetermination(db, actorOf(req), vendor, { walk, ...form.values })
    saved(req, res, 'The determination is on record.')
  }

  async function openTier(req: Request, res: Response) {
    const vendor = await vendorOf(req)
    const arithmetic = tierArithmetic(vendor, categoryNamed(vendor.category).tier)
    res.render('vendors/tier', { vendor, driverQuestions, arithmetic, words: { ...vendor }, errors: {} })
  }

  async function saveTier(req: Request, res: Response) {
    const vendor = await vendorOf(req)
    const form = readForm(tierForm, req.body)
    if (form.errors) {
      const arithmetic = tierArithmetic(vendor, categoryNamed(vendor.category).tier)
      return res.status(422).render('vendors/tier', { vendor, driverQuestions, arithmetic, ...form })
    }
    await answerTier(db, actorOf(req), vendor, form.values)
    saved(req, res, 'Saved. The tier follows from the answers.')
  }

  function vendorOf(req: Request) {
    return findVendor(db, actorOf(req), param(req, 'id'))
  }
}

function saved(req: Request, res: Response, flash: string): void {
  req.session.flash = flash
  res.redirect(303, `/vendors/${param(req, 'id')}`)
}

function answersIn(given: unknown): Answers {
  const all = { ...(given as Record<string, unknown> | undefined) }
  const known = determinationQuestions.filter(({ key }) => typeof all[key] === 'string')
  return Object.fromEntries(known.map(({ key }) => [key, all[key] as string]))
}

/** Each given answer with the address at which it can be changed: the walk up to it. */
function shown(category: string, walk: ReturnType<typeof walkQuestions>) {
  const pairs = walk.asked.map(({ question, value }) => [question.key, value])
  const asked = walk.asked.map((one, index) => ({
    ...one,
    change: `?${new URLSearchParams(pairs.slice(0, index)).toString()}`,
  }))
  return {
    category: categoryNamed(category),
    asked,
    next: walk.next,
    conclusion: walk.conclusion,
    count: determinationQuestions.length,
  }
}
