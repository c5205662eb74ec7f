import { Router, type Request, type Response } from 'express'
import { actorOf, everyone, param, reviewers } from '../http/actorOf'
import { readForm, type Complaints, type Words } from '../http/forms'
import { makeInviteLink, sendInvite } from '../invites/invites'
import type { Services } from '../services'
import { findVendor, listContacts } from '../vendors/vendors'
import { answerGap, chainOf, changesBetween } from './chain'
import { answerForm, askForm } from './forms'

/** The chain behind a vendor: who else handles the information, and what is missing there. */
export function subcontractorRoutes(services: Services): Router {
  const { db, config } = services
  const router = Router()
  router.get('/:vendorId/subcontractors', everyone, show)
  router.post('/:vendorId/subcontractors/ask', reviewers, ask)
  router.post('/:vendorId/subcontractors/answers', reviewers, answer)
  return router

  async function show(req: Request, res: Response) {
    await render(req, res, { words: {} })
  }

  async function ask(req: Request, res: Response) {
    const actor = actorOf(req)
    const vendor = await findVendor(db, actor, param(req, 'vendorId'))
    const body = (req.body ?? {}) as Words
    const contact = (await listContacts(db, vendor)).find(({ id }) => id === body.contact)
    const filled = contact ? { ...body, contactName: contact.name, contactEmail: contact.email } : body
    const form = readForm(askForm, filled)
    if (form.errors) return render(req, res.status(422), { words: body, errors: form.errors })
    const { way, ...to } = form.values
    const invite = { ...to, purposes: [{ kind: 'subcontractors' as const, words: null }] }
    if (way === 'link')
      return res
        .status(201)
        .render('invites/link', { vendor, ...(await makeInviteLink(services, actor, vendor, invite)) })
    await sendInvite(services, actor, vendor, invite)
    req.session.flash = config.smtpUrl
      ? `The letter to ${to.contactName} is on its way.`
      : `The letter to ${to.contactName} waits in the outbox, as no mail server is set.`
    res.redirect(303, `/vendors/${vendor.id}/subcontractors`)
  }

  async function answer(req: Request, res: Response) {
    const actor = actorOf(req)
    const vendor = await findVendor(db, actor, param(req, 'vendorId'))
    const form = readForm(answerForm, req.body)
    if (form.errors) return render(req, res.status(422), form)
    await answerGap(db, actor, vendor, form.values, form.values.reason)
    req.session.flash = 'Your answer is on file.'
    res.redirect(303, `/vendors/${vendor.id}/subcontractors`)
  }

  async function render(req: Request, res: Response, filled: { words: Words; errors?: Complaints | null }) {
    const actor = actorOf(req)
    const vendor = await findVendor(db, actor, param(req, 'vendorId'))
    const chain = await chainOf(db, actor, vendor)
    const contacts = await listContacts(db, vendor)
    res.render('subcontractors/show', {
      ...{ vendor, contacts, ...chain },
      changes: chain.statements.map((one, at) => {
        const before = chain.statements[at + 1]
        return before ? changesBetween(before.entries, one.entries) : []
      }),
      words: { days: config.inviteDays, contact: contacts[0]?.id ?? '', ...filled.words },
      errors: filled.errors ?? {},
    })
  }
}
