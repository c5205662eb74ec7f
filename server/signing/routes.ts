import { Router, type Request, type Response } from 'express'
import { findDocument, latestReading } from '../documents/documents'
import { findDraft } from '../drafts/drafts'
import { browserOf } from '../http/browserOf'
import { actorOf, administrators, everyone, param, reviewers } from '../http/actorOf'
import { readForm, type Complaints, type Words } from '../http/forms'
import { inviteStanding, isAlive, listSigningInvites } from '../invites/invites'
import type { Services } from '../services'
import { findVendor, listContacts, type Vendor } from '../vendors/vendors'
import { AUTHORITY, CONSENT, sendForm, signForm } from './forms'
import { sendToSign, withdrawSigning } from './send'
import { countersign } from './sign'
import { findSigning, isOpen, signingTag, type FullSigning } from './signing'
import { listSteps } from './steps'
import { sealAgain, stuckSince } from './stuck'

interface Filled {
  words: Words
  errors?: Complaints | null
}

/** The practice's side: sending a paper out, following it, and signing it in the end. */
export function signingRoutes(services: Services): Router {
  const { db, config } = services
  const router = Router()
  router.get('/new', reviewers, ask)
  router.post('/', reviewers, send)
  router.get('/:id', everyone, show)
  router.get('/:id/countersign', administrators, askSignature)
  router.post('/:id/countersign', administrators, sign)
  router.post('/:id/withdraw', reviewers, withdraw)
  router.post('/:id/seal-again', reviewers, trySealing)
  return router

  async function ask(req: Request, res: Response) {
    const { draft, vendor } = await draftOf(req, req.query.draft)
    if (draft.signingId) return res.redirect(303, `/signings/${draft.signingId}`)
    const [contact] = await listContacts(db, vendor)
    await renderSending(res, vendor, draft.id, {
      words: { contact: contact?.id ?? '', days: config.inviteDays },
    })
  }

  async function send(req: Request, res: Response) {
    const actor = actorOf(req)
    const body = { ...(req.body as Words | undefined) }
    const { draft, vendor } = await draftOf(req, body.draftId)
    const contact = (await listContacts(db, vendor)).find((one) => one.id === body.contact)
    const filled = contact ? { ...body, contactName: contact.name, contactEmail: contact.email } : body
    const form = readForm(sendForm, filled)
    if (form.errors)
      return renderSending(res.status(422), vendor, draft.id, { words: body, errors: form.errors })
    const { way, ...to } = form.values
    const { signingId, inviteId, link } = await sendToSign(services, actor, draft, vendor, to, way)
    if (link) return res.status(201).render('invites/link', { vendor, inviteId, link })
    req.session.flash = config.smtpUrl
      ? `The letter to ${to.contactName} is on its way.`
      : `The letter to ${to.contactName} waits in the outbox, as no mail server is set.`
    res.redirect(303, `/signings/${signingId}`)
  }

  async function show(req: Request, res: Response) {
    const actor = actorOf(req)
    const signing = await findSigning(db, actor, param(req, 'id'))
    const stuckAt = await stuckSince(db, signing)
    const invites = await listSigningInvites(db, actor, signing.id)
    const current = invites.filter((one) => !one.finishedAt || one.id === invites[0]!.id).at(-1)!
    const invite = { ...current, purposes: [], receipts: [] }
    res.render('signing/show', {
      signing,
      vendor: await findVendor(db, actor, signing.vendorId),
      tag: signingTag(signing),
      isOpen: isOpen(signing),
      invite: { ...invite, standing: inviteStanding(invite, actor.at), isAlive: isAlive(invite, actor.at) },
      steps: await listSteps(db, actor, signing),
      readBack: await readBackOf(req, signing),
      stuckAt,
      refresh: signing.state === 'being sealed' && !stuckAt ? 3 : null,
      scripts: ['again.js'],
    })
  }

  async function askSignature(req: Request, res: Response) {
    const actor = actorOf(req)
    const signing = await findSigning(db, actor, param(req, 'id'))
    if (!isOpen(signing) || signing.signatures.coveredEntity)
      return res.redirect(303, `/signings/${signing.id}`)
    await renderSignature(req, res, signing, { words: { name: actor.name } })
  }

  async function sign(req: Request, res: Response) {
    const actor = actorOf(req)
    const signing = await findSigning(db, actor, param(req, 'id'))
    const form = readForm(signForm, req.body)
    if (form.errors) return renderSignature(req, res.status(422), signing, form)
    await countersign(services, actor, signing.id, form.values, { browser: browserOf(req) })
    req.session.flash = 'Your signature is on record.'
    res.redirect(303, `/signings/${signing.id}`)
  }

  async function withdraw(req: Request, res: Response) {
    await withdrawSigning(services, actorOf(req), param(req, 'id'))
    req.session.flash = 'It is taken back; its link is dead.'
    res.redirect(303, `/signings/${param(req, 'id')}`)
  }

  async function trySealing(req: Request, res: Response) {
    await sealAgain(db, actorOf(req), param(req, 'id'))
    req.session.flash = 'It is being sealed again.'
    res.redirect(303, `/signings/${param(req, 'id')}`)
  }

  async function draftOf(req: Request, id: unknown) {
    const draft = await findDraft(db, actorOf(req), typeof id === 'string' ? id : '')
    return { draft, vendor: await findVendor(db, actorOf(req), draft.vendorId) }
  }

  async function renderSending(res: Response, vendor: Vendor, draftId: string, { words, errors }: Filled) {
    const contacts = await listContacts(db, vendor)
    res.render('signing/send', { vendor, draftId, contacts, words, errors: errors ?? {} })
  }

  async function renderSignature(
    req: Request,
    res: Response,
    signing: FullSigning,
    { words, errors }: Filled,
  ) {
    const vendor = await findVendor(db, actorOf(req), signing.vendorId)
    const about = { words, errors: errors ?? {}, authority: AUTHORITY, consent: CONSENT }
    res.render('signing/countersign', { signing, vendor, ...about, scripts: ['sign.js'] })
  }

  /** Whether our own reader found every provision in the paper, once it has read it. */
  async function readBackOf(req: Request, signing: FullSigning) {
    const document = await findDocument(db, actorOf(req), signing.sealedDocumentId ?? signing.documentId)
    const stored = await latestReading(db, document.id)
    if (!stored?.reading.provisions) return null
    const results = Object.entries(stored.reading.provisions).filter(
      ([id]) => signing.completedAt || id < 'B24',
    )
    return { all: results.length, found: results.filter(([, { result }]) => result === 'present').length }
  }
}
