import { Router, type Request, type Response } from 'express'
import { addYears } from '../dates'
import { actorOf, everyone, param, reviewers } from '../http/actorOf'
import { asAttachment } from '../http/fileNames'
import { readForm, type Complaints, type Words } from '../http/forms'
import type { Services } from '../services'
import { categoryNamed, findVendor, type Vendor } from '../vendors/vendors'
import { addDraft, changeDraft, dropDraft, findDraft, isOpen, type Draft } from './draft'
import { draftForm, wordsOf } from './forms'
import { typesetPaper } from './paper/paper'
import { wordingOf } from './paper/wording'
import { summaryOf } from './summary'
import { questions, riderChoices, termChoices, usualTerms, type DraftTerms } from './terms'

interface Filled {
  words: Words
  errors?: Complaints | null
  preview?: DraftTerms | null
}

/** Under a vendor's address: writing an agreement with it. */
export function vendorDraftRoutes({ db }: Services): Router {
  const router = Router()
  router.get('/:vendorId/drafts/new', reviewers, ask)
  router.post('/:vendorId/drafts', reviewers, write)
  return router

  async function ask(req: Request, res: Response) {
    const actor = actorOf(req)
    const vendor = await findVendor(db, actor, param(req, 'vendorId'))
    const services = vendor.service ?? categoryNamed(vendor.category).name.toLowerCase()
    const usual = usualTerms(actor.practiceName, vendor.name, services, addYears(actor.today, 1))
    renderForm(res, vendor, null, { words: wordsOf(usual) })
  }

  async function write(req: Request, res: Response) {
    const actor = actorOf(req)
    const vendor = await findVendor(db, actor, param(req, 'vendorId'))
    const form = readForm(draftForm(actor.today), req.body)
    if (form.errors) return renderForm(res.status(422), vendor, null, form)
    if (wantsPreview(req)) return renderForm(res, vendor, null, { words: form.words, preview: form.values })
    const draft = await addDraft(db, actor, vendor.id, form.values)
    req.session.flash = 'The draft is saved. Nobody else has seen it yet.'
    res.redirect(303, `/drafts/${draft.id}`)
  }
}

export function draftRoutes({ db }: Services): Router {
  const router = Router()
  router.get('/:id', everyone, show)
  router.get('/:id/paper', everyone, paper)
  router.get('/:id/edit', reviewers, edit)
  router.post('/:id', reviewers, save)
  router.post('/:id/copy', reviewers, copy)
  router.post('/:id/drop', reviewers, drop)
  return router

  async function show(req: Request, res: Response) {
    const { draft, vendor } = await found(req)
    const { terms } = draft
    const about = { summary: summaryOf(terms), wording: wordingOf(terms), isOpen: isOpen(draft) }
    res.render('drafts/show', { draft, vendor, ...about })
  }

  async function paper(req: Request, res: Response) {
    const { draft, vendor } = await found(req)
    const { pdf } = await typesetPaper(wordingOf(draft.terms), { at: draft.changedAt, mark: 'Not signed' })
    res.set('Content-Disposition', asAttachment(`BAA with ${vendor.name}, not signed.pdf`))
    res.type('application/pdf').send(pdf)
  }

  async function edit(req: Request, res: Response) {
    const { draft, vendor } = await found(req)
    if (!isOpen(draft)) return res.redirect(303, `/drafts/${draft.id}`)
    renderForm(res, vendor, draft, { words: wordsOf(draft.terms) })
  }

  async function save(req: Request, res: Response) {
    const { draft, vendor } = await found(req)
    const actor = actorOf(req)
    const form = readForm(draftForm(actor.today), req.body)
    if (form.errors) return renderForm(res.status(422), vendor, draft, form)
    if (wantsPreview(req)) return renderForm(res, vendor, draft, { words: form.words, preview: form.values })
    await changeDraft(db, actor, draft.id, form.values)
    req.session.flash = 'The draft is saved.'
    res.redirect(303, `/drafts/${draft.id}`)
  }

  async function copy(req: Request, res: Response) {
    const { draft } = await found(req)
    const made = await addDraft(db, actorOf(req), draft.vendorId, draft.terms, draft.id)
    req.session.flash = 'This is a copy that you can change. The one that was sent stays as it was.'
    res.redirect(303, `/drafts/${made.id}/edit`)
  }

  async function drop(req: Request, res: Response) {
    const draft = await dropDraft(db, actorOf(req), param(req, 'id'))
    req.session.flash = 'The draft is dropped.'
    res.redirect(303, `/vendors/${draft.vendorId}`)
  }

  async function found(req: Request) {
    const draft = await findDraft(db, actorOf(req), param(req, 'id'))
    return { draft, vendor: await findVendor(db, actorOf(req), draft.vendorId) }
  }
}

function wantsPreview(req: Request): boolean {
  return (req.body as Words).then === 'preview'
}

function renderForm(res: Response, vendor: Vendor, draft: Draft | null, filled: Filled): void {
  const { words, errors, preview } = filled
  const shown = preview ? { summary: summaryOf(preview), wording: wordingOf(preview) } : null
  const asked = { questions: Object.values(questions), termChoices, riderChoices }
  res.render('drafts/form', { vendor, draft, words, errors: errors ?? {}, preview: shown, ...asked })
}
