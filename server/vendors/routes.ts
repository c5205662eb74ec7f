import { Router, type Request, type Response } from 'express'
import type { Person } from '../actor'
import { actorOf, everyone, param, reviewers } from '../http/actorOf'
import { readForm, refused, type Complaints, type Words } from '../http/forms'
import type { Services } from '../services'
import { vendorCategories } from './categories'
import { vendorsAsCsv } from './exportList'
import { filters } from './filters'
import { archiveForm, profileForm, profileWords, registerForm } from './forms'
import { listAddress, listForm } from './listForm'
import { listAllVendors, listVendors, type ListedVendor } from './list'
import { loadPage } from './page'
import type { VendorPanel } from './panel'
import { NO_PHI, phiKinds } from './phi'
import { baaStanding, decisionStanding, reportStanding } from './standing'
import { archiveVendor, bringBackVendor, changeVendor, addVendor, listNamesakes } from './vendors'
import { findVendor, type Vendor } from './vendor'

export function vendorRoutes({ db }: Services, panels: VendorPanel[] = []): Router {
  const router = Router()
  router.get('/', everyone, list)
  router.get('/vendors.csv', everyone, download)
  router.get('/new', reviewers, openNew)
  router.post('/', reviewers, register)
  router.get('/:id', everyone, show)
  router.get('/:id/edit', reviewers, openEdit)
  router.post('/:id/edit', reviewers, edit)
  router.get('/:id/archive', reviewers, openArchive)
  router.post('/:id/archive', reviewers, archive)
  router.post('/:id/bring-back', reviewers, bringBack)
  return router

  async function list(req: Request, res: Response) {
    const actor = actorOf(req)
    const filter = listForm.parse(req.query)
    const found = await listVendors(db, actor, filter)
    const rows = found.vendors.map((vendor) => rowOf(vendor, actor))
    const address = (change: Parameters<typeof listAddress>[1]) => listAddress(filter, change)
    const download = listAddress(filter, {}, '/vendors/vendors.csv')
    res.render('vendors/list', { ...found, rows, filter, filters, address, download })
  }

  async function download(req: Request, res: Response) {
    const actor = actorOf(req)
    const vendors = await listAllVendors(db, actor, listForm.parse(req.query))
    res.attachment(`vendors-${actor.today}.csv`).type('text/csv').send(vendorsAsCsv(vendors, actor))
  }

  function openNew(_req: Request, res: Response) {
    renderNew(res)
  }

  async function register(req: Request, res: Response) {
    const actor = actorOf(req)
    const form = readForm(registerForm, req.body)
    if (form.errors) return renderNew(res.status(422), form)
    const namesakes = form.values.anyway ? [] : await listNamesakes(db, actor, form.values.vendor.name)
    if (namesakes.length > 0) return renderNew(res.status(422), warned(form.words, namesakes))
    const vendor = await addVendor(db, actor, form.values.vendor)
    req.session.flash = `Registered ${vendor.name}.`
    res.redirect(303, `/vendors/${vendor.id}`)
  }

  async function show(req: Request, res: Response) {
    const actor = actorOf(req)
    const vendor = await findVendor(db, actor, param(req, 'id'))
    res.render('vendors/show', await loadPage(db, actor, vendor, panels))
  }

  async function openEdit(req: Request, res: Response) {
    const vendor = await findVendor(db, actorOf(req), param(req, 'id'))
    renderEdit(res, vendor, { words: profileWords(vendor) })
  }

  async function edit(req: Request, res: Response) {
    const actor = actorOf(req)
    const vendor = await findVendor(db, actor, param(req, 'id'))
    const form = readForm(profileForm, req.body)
    if (form.errors) return renderEdit(res.status(422), vendor, form)
    const { anyway, ...profile } = form.values
    const namesakes = anyway ? [] : await listNamesakes(db, actor, profile.name, vendor.id)
    if (namesakes.length > 0) return renderEdit(res.status(422), vendor, warned(form.words, namesakes))
    await changeVendor(db, actor, vendor, profile)
    req.session.flash = 'Saved.'
    res.redirect(303, `/vendors/${vendor.id}`)
  }

  async function openArchive(req: Request, res: Response) {
    res.render('vendors/archive', { vendor: await findVendor(db, actorOf(req), param(req, 'id')) })
  }

  async function archive(req: Request, res: Response) {
    const actor = actorOf(req)
    const vendor = await findVendor(db, actor, param(req, 'id'))
    const form = readForm(archiveForm, req.body)
    if (form.errors) return res.status(422).render('vendors/archive', { vendor, ...form })
    await archiveVendor(db, actor, vendor, form.values.reason)
    req.session.flash = `Archived ${vendor.name}. Nothing was deleted.`
    res.redirect(303, '/vendors')
  }

  async function bringBack(req: Request, res: Response) {
    const actor = actorOf(req)
    const vendor = await findVendor(db, actor, param(req, 'id'))
    await bringBackVendor(db, actor, vendor)
    req.session.flash = `${vendor.name} is back in the list.`
    res.redirect(303, `/vendors/${vendor.id}`)
  }
}

interface Shown {
  words?: Words
  errors?: Complaints | null
  namesakes?: Vendor[]
}

function renderNew(res: Response, { words = {}, errors = {}, namesakes = [] }: Shown = {}): void {
  res.render('vendors/new', { ...choices, words, errors: errors ?? {}, namesakes })
}

function renderEdit(res: Response, vendor: Vendor, { words = {}, errors = {}, namesakes = [] }: Shown): void {
  res.render('vendors/edit', { ...choices, vendor, words, errors: errors ?? {}, namesakes })
}

const choices = { categories: vendorCategories, phiKinds, NO_PHI }

function warned(words: Words, namesakes: Vendor[]): Shown {
  const complaint =
    'A vendor of this name is there already. If this is another one, tick the box below and save again'
  return { ...refused(words, { anyway: complaint }), namesakes }
}

function rowOf(vendor: ListedVendor, actor: Person) {
  return {
    vendor,
    baa: baaStanding(vendor, actor.today),
    report: reportStanding(vendor, actor.today),
    decision: decisionStanding(vendor, actor),
  }
}
