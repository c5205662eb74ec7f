import { Router, type NextFunction, type Request, type Response } from 'express'
import { receiveDocuments, type Receipt } from '../documents/documents'
import { param } from '../http/actorOf'
import { readForm } from '../http/forms'
import { limit, limitByAddress } from '../http/limits'
import { takeUploads, uploadsOf } from '../http/uploads'
import type { Services } from '../services'
import { addReceipts, finishInvite, listDelivered } from './delivery'
import { finishForm } from './forms'
import { enter, findDoor } from './guests'
import { actAsGuest, doorOf, guestWall, setGuestCookie } from './guestWall'
import { findInvite, lastDayOf } from './invite'
import { askedWords, FORMS, glossOf } from './purposes'
import { shownSize, WHY } from './words'

const QUARTER_HOUR = 15 * 60
const UPLOADS_PER_QUARTER = 60

/** The vendor's side. Mail scanners open links, so nothing behind the letter's address changes anything until its button is pressed. */
export function inviteOpenRoutes(services: Services): Router {
  const { db, config, now } = services
  const guests = guestWall(services)
  const uploadsOfInvite = limit(UPLOADS_PER_QUARTER, QUARTER_HOUR)
  const router = Router()
  router.get('/i/:token', limitByAddress(300, QUARTER_HOUR), knock)
  router.post('/i/:token', limitByAddress(60, QUARTER_HOUR), comeIn)
  router.get('/invite', guests, show)
  router.get('/invite/files', guests, files)
  router.post('/invite/files', guests, slowly, takeUploads(services), receive)
  router.post('/invite/finish', guests, finish)
  return router

  async function knock(req: Request, res: Response) {
    actAsGuest(req, res)
    const { invite, practiceName, guest } = await doorBehind(req)
    res.render('invites/door', { invite, practiceName, lastDay: lastDayOf(invite, guest.timeZone) })
  }

  async function comeIn(req: Request, res: Response) {
    actAsGuest(req, res)
    const { cookie, expiresAt } = await enter(db, await doorBehind(req))
    setGuestCookie(res, config, cookie, expiresAt)
    res.redirect(303, '/invite')
  }

  async function show(req: Request, res: Response) {
    const { signingId, purposes } = doorOf(req).invite
    if (signingId) return res.redirect(303, '/invite/sign')
    const form = purposes.find(({ kind }) => FORMS.includes(kind))
    if (form) return res.redirect(303, `/invite/${form.kind}`)
    res.render('invites/guest', await pageOf(req))
  }

  async function files(req: Request, res: Response) {
    const { files, isSettled, invite } = await pageOf(req)
    const shown = files.map(({ name, size, sha256, state, word, sentence }) => ({
      name,
      size,
      sha256,
      state,
      word,
      sentence,
    }))
    res.json({ files: shown, isSettled, isFinished: invite.finishedAt !== null })
  }

  async function receive(req: Request, res: Response) {
    const arrived = req.uploadRefusal ? [] : await take(req)
    const complaint = complaintOf(req, arrived)
    if (!complaint) return res.redirect(303, '/invite')
    const { status, message } = complaint
    res.status(status).render('invites/guest', { ...(await pageOf(req)), errors: { files: message } })
  }

  async function finish(req: Request, res: Response) {
    const form = readForm(finishForm, req.body)
    const { invite } = doorOf(req)
    if (form.errors) return res.status(422).render('invites/guest', { ...(await pageOf(req)), ...form })
    if (invite.receipts.length === 0 && !form.values.note) {
      const errors = { note: 'Add a file first, or write why you can’t: the practice reads it.' }
      return res.status(422).render('invites/guest', { ...(await pageOf(req)), words: form.words, errors })
    }
    await finishInvite(services, doorOf(req).guest, form.values.note)
    res.redirect(303, '/invite')
  }

  function doorBehind(req: Request) {
    return findDoor(db, param(req, 'token'), now().toISOString(), req.ip ?? null)
  }

  async function take(req: Request): Promise<Receipt[]> {
    const { guest } = doorOf(req)
    const arrived = await receiveDocuments(services, guest, guest.vendorId, uploadsOf(req))
    await addReceipts(services, guest, arrived)
    return arrived
  }

  function slowly(req: Request, _res: Response, next: NextFunction) {
    uploadsOfInvite.take(doorOf(req).guest.inviteId).then(() => next(), next)
  }

  async function pageOf(req: Request) {
    const { guest, practiceName } = doorOf(req)
    // read anew: an upload in this request may have added to it
    const invite = await findInvite(db, guest, guest.inviteId)
    const files = (await listDelivered(db, guest, invite)).map((file) => ({
      ...file,
      size: shownSize(file.bytes),
    }))
    const asked = invite.purposes.map((purpose) => ({
      words: askedWords(purpose),
      gloss: glossOf(purpose),
      isAnswered: files.some((file) => file.answers === purpose.kind),
    }))
    const lastDay = lastDayOf(invite, guest.timeZone)
    const megabytes = Math.floor(config.maxUploadBytes / 1024 / 1024)
    const isSettled = files.every((file) => file.isSettled)
    return { invite, practiceName, files, asked, lastDay, megabytes, isSettled, why: WHY }
  }
}

function complaintOf(req: Request, arrived: Receipt[]): { status: number; message: string } | null {
  if (req.uploadRefusal) return req.uploadRefusal
  if (arrived.length === 0) return { status: 422, message: 'Choose at least one file first.' }
  const complaints = arrived.flatMap((receipt) => receipt.complaint ?? [])
  return complaints.length > 0 ? { status: 422, message: complaints.join(' ') } : null
}
