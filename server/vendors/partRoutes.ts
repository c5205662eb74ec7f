import { Router, type Request, type Response } from 'express'
import { actorOf, param, reviewers } from '../http/actorOf'
import { readForm } from '../http/forms'
import type { Services } from '../services'
import { addContact, changeContact, findContact, removeContact } from './contacts'
import { contactForm, systemForm, systemWords } from './forms'
import { addSystem, changeSystem, findSystem, removeSystem } from './systems'
import { findVendor } from './vendor'

/** What belongs to one vendor: its systems and contacts. */
export function vendorPartRoutes({ db }: Services): Router {
  const router = Router()
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
