import { Router, type Request, type Response } from 'express'
import { actorOf, param, reviewers } from '../http/actorOf'
import { readForm } from '../http/forms'
import type { Services } from '../services'
import { categoryNamed } from './categories'
import { addContact, changeContact, findContact, removeContact } from './contacts'
import { recordDetermination } from './determinations'
import { contactForm, determinationForm, systemForm, systemWords, tierForm } from './forms'
import { determinationQuestions, walkQuestions, type Answers } from './questions'
import { addSystem, changeSystem, findSystem, removeSystem } from './systems'
import { driverQuestions, tierArithmetic } from './tier'
import { findVendor } from './vendor'
import { answerTier } from './vendors'

/** What belongs to one vendor: its determination, its tier, its systems and contacts. */
export function vendorPartRoutes({ db }: Services): Router {
  const router = Router()
  router.get('/:id/determination', reviewers, ask)
  router.post('/:id/determination', reviewers, determine)
  router.get('/:id/tier', reviewers, openTier)
  router.post('/:id/tier', reviewers, saveTier)
  router.get('/:id/systems/new', reviewers, openNewSystem)
  router.post('/:id/systems', reviewers, addOneSystem)
  router.get('/:id/systems/:systemId', reviewers, openSystem)
  router.post('/:id/systems/:systemId', reviewers, saveSystem)
  router.post('/:id/systems/:systemId/remove', reviewers, dropSystem)
  router.get('/:id/contacts/new', reviewers, openNewContact)
  router.post('/:id/contacts', reviewers, addOneContact)
  router.get('/:id/contacts/:contactId', reviewers, openContact)
  router.post('/:id/contacts/:contactId', reviewers, saveContact)
  router.post('/:id/contacts/:contactId/remove', reviewers, dropContact)
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

  async function openNewSystem(req: Request, res: Response) {
    res.render('vendors/system', { vendor: await vendorOf(req), system: null })
  }

  async function addOneSystem(req: Request, res: Response) {
    const vendor = await vendorOf(req)
    const form = readForm(systemForm, req.body)
    if (form.errors) return res.status(422).render('vendors/system', { vendor, system: null, ...form })
    await addSystem(db, actorOf(req), vendor, form.values)
    saved(req, res, `Added ${form.values.name}.`)
  }

  async function openSystem(req: Request, res: Response) {
    const vendor = await vendorOf(req)
    const system = await findSystem(db, vendor, param(req, 'systemId'))
    res.render('vendors/system', { vendor, system, words: systemWords(system) })
  }

  async function saveSystem(req: Request, res: Response) {
    const vendor = await vendorOf(req)
    const system = await findSystem(db, vendor, param(req, 'systemId'))
    const form = readForm(systemForm, req.body)
    if (form.errors) return res.status(422).render('vendors/system', { vendor, system, ...form })
    await changeSystem(db, actorOf(req), vendor, system, form.values)
    saved(req, res, 'Saved.')
  }

  async function dropSystem(req: Request, res: Response) {
    await removeSystem(db, actorOf(req), await vendorOf(req), param(req, 'systemId'))
    saved(req, res, 'Removed. It stays in the history.')
  }

  async function openNewContact(req: Request, res: Response) {
    res.render('vendors/contact', { vendor: await vendorOf(req), contact: null })
  }

  async function addOneContact(req: Request, res: Response) {
    const vendor = await vendorOf(req)
    const form = readForm(contactForm, req.body)
    if (form.errors) return res.status(422).render('vendors/contact', { vendor, contact: null, ...form })
    await addContact(db, actorOf(req), vendor, form.values)
    saved(req, res, `Added ${form.values.name}.`)
  }

  async function openContact(req: Request, res: Response) {
    const vendor = await vendorOf(req)
    const contact = await findContact(db, vendor, param(req, 'contactId'))
    res.render('vendors/contact', { vendor, contact, words: { ...contact } })
  }

  async function saveContact(req: Request, res: Response) {
    const vendor = await vendorOf(req)
    const contact = await findContact(db, vendor, param(req, 'contactId'))
    const form = readForm(contactForm, req.body)
    if (form.errors) return res.status(422).render('vendors/contact', { vendor, contact, ...form })
    await changeContact(db, actorOf(req), vendor, contact, form.values)
    saved(req, res, 'Saved.')
  }

  async function dropContact(req: Request, res: Response) {
    await removeContact(db, actorOf(req), await vendorOf(req), param(req, 'contactId'))
    saved(req, res, 'Removed. It stays in the history.')
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
