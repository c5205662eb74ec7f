import { Router, type Request, type Response } from 'express'
import { fileBytes, findDocument, pageImages, type Document } from '../documents/documents'
import { NotFound } from '../errors'
import { browserOf } from '../http/browserOf'
import { param } from '../http/actorOf'
import { asAttachment } from '../http/fileNames'
import { readForm, type Complaints, type Words } from '../http/forms'
import { limitByAddress } from '../http/limits'
import { doorOf, guestWall } from '../invites/invites'
import type { Services } from '../services'
import { forwardToSigner } from './copies'
import { AUTHORITY, changeForm, CONSENT, declineForm, forwardForm, signForm } from './forms'
import { askForChange, declineToSign, signAsVendor } from './sign'
import { findSigningOfGuest, isOpen, type FullSigning } from './signing'

const QUARTER_HOUR = 15 * 60

interface Filled {
  words: Words
  errors?: Complaints | null
}

/** The vendor's side, behind the cookie that its link was exchanged for. */
export function signingOpenRoutes(services: Services): Router {
  const { db } = services
  const guests = guestWall(services)
  const pictures = pageImages(services)
  const slowly = limitByAddress(60, QUARTER_HOUR)
  const router = Router()
  router.get('/invite/sign', guests, show)
  router.get('/invite/sign/paper', guests, download)
  router.get('/invite/sign/pages/:page', guests, showPage)
  router.post('/invite/sign', guests, slowly, sign)
  router.post('/invite/sign/decline', guests, slowly, decline)
  router.post('/invite/sign/change', guests, slowly, askChange)
  router.post('/invite/sign/forward', guests, slowly, forward)
  return router

  async function show(req: Request, res: Response) {
    await render(req, res, { words: { name: doorOf(req).guest.name } })
  }

  async function download(req: Request, res: Response) {
    const signing = await findSigningOfGuest(db, doorOf(req).guest)
    const document = await paperOf(req, signing)
    const bytes = await fileBytes(services, document)
    res.set('Content-Disposition', asAttachment(nameFor(signing)))
    res.set('Content-Security-Policy', "default-src 'none'; sandbox")
    res.type('application/pdf').send(bytes)
  }

  async function showPage(req: Request, res: Response) {
    const signing = await findSigningOfGuest(db, doorOf(req).guest)
    const page = Number(param(req, 'page'))
    if (!Number.isInteger(page) || page < 1 || page > signing.pages) throw new NotFound('page')
    const document = await paperOf(req, { ...signing, sealedDocumentId: null })
    res.set('Content-Security-Policy', "default-src 'none'; sandbox")
    res.type('image/png').send(await pictures(document, page))
  }

  async function sign(req: Request, res: Response) {
    const form = readForm(signForm, req.body)
    if (form.errors) return render(req, res.status(422), form)
    await signAsVendor(services, doorOf(req).guest, form.values, { browser: browserOf(req) })
    res.redirect(303, '/invite/sign')
  }

  async function decline(req: Request, res: Response) {
    const form = readForm(declineForm, req.body)
    if (form.errors) return render(req, res.status(422), form)
    await declineToSign(services, doorOf(req).guest, form.values.declineReason)
    res.redirect(303, '/invite/sign')
  }

  async function askChange(req: Request, res: Response) {
    const form = readForm(changeForm, req.body)
    if (form.errors) return render(req, res.status(422), form)
    await askForChange(services, doorOf(req).guest, form.values.change)
    res.redirect(303, '/invite/sign')
  }

  async function forward(req: Request, res: Response) {
    const form = readForm(forwardForm, req.body)
    if (form.errors) return render(req, res.status(422), form)
    const { guest, practiceName, invite } = doorOf(req)
    const to = { name: form.values.forwardName, email: form.values.forwardEmail }
    await forwardToSigner(services, guest, practiceName, to)
    res.render('signing/forwarded', { practiceName, vendorName: invite.vendorName, to })
  }

  async function render(req: Request, res: Response, { words, errors }: Filled) {
    const { guest, invite, practiceName } = doorOf(req)
    const signing = await findSigningOfGuest(db, guest)
    const mine = signing.signatures.businessAssociate
    res.render('signing/guest', {
      signing,
      invite,
      practiceName,
      mine,
      canSign: isOpen(signing) && !mine,
      words: { name: guest.name, ...words },
      errors: errors ?? {},
      authority: AUTHORITY,
      consent: CONSENT,
      refresh: signing.state === 'being sealed' ? 4 : null,
      scripts: ['sign.js', 'again.js'],
    })
  }

  /** Documents that the desk made did not come in through the guest's link, so the desk fetches them for the guest. */
  async function paperOf(req: Request, signing: FullSigning): Promise<Document> {
    const { practiceId, today, at, timeZone, name, ip } = doorOf(req).guest
    const desk = { kind: 'program', practiceId, today, at, timeZone, name, ip } as const
    return findDocument(db, desk, signing.sealedDocumentId ?? signing.documentId)
  }
}

function nameFor({ wording, sealedDocumentId }: FullSigning): string {
  return `BAA with ${wording.coveredEntity}${sealedDocumentId ? ', signed' : ', to be signed'}.pdf`
}
