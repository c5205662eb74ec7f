import { Router, type Request, type Response } from 'express'
import type { Person } from '../actor'
import { addDays } from '../dates'
import { actorOf, everyone, param, reviewers } from '../http/actorOf'
import { readForm, type Complaints, type Words } from '../http/forms'
import type { Services } from '../services'
import { baaStanding, findVendor, listContacts, reportStanding, type Vendor } from '../vendors/vendors'
import { makeInviteLink, resendInvite, sendInvite, withdrawInvite, type NewInvite } from './asking'
import { listDelivered } from './delivery'
import { askForm, wayForm } from './forms'
import {
  findInvite,
  inviteStanding,
  isAlive,
  lastDayOf,
  listInvites,
  listOpenInvites,
  type ListedInvite,
} from './invite'
import { askedWords, isPurposeKind, purposeChoices, shortWords } from './purposes'
import { inviteWords, shownSize } from './words'

/** Asking a vendor for documents, and following what comes of it. */
export function inviteRoutes(services: Services): Router {
  const { db, config } = services
  const router = Router()
  router.get('/', everyone, list)
  router.get('/new', reviewers, showNew)
  router.post('/preview', reviewers, preview)
  router.post('/', reviewers, ask)
  router.get('/:id', everyone, show)
  router.post('/:id/resend', reviewers, resend)
  router.post('/:id/withdraw', reviewers, withdraw)
  return router

  async function list(req: Request, res: Response) {
    const actor = actorOf(req)
    const invites = (await listOpenInvites(db, actor.practiceId)).map((invite) => listed(invite, actor))
    res.render('invites/list', { invites })
  }

  async function showNew(req: Request, res: Response) {
    const actor = actorOf(req)
    const vendor = await findVendor(db, actor, textOf(req.query.vendor))
    const contacts = await listContacts(db, vendor)
    const wanted = textOf(req.query.for)
    const words = {
      purposes: isPurposeKind(wanted) ? [wanted] : usualPurposes(vendor, actor),
      contact: contacts[0]?.id ?? '',
      days: config.inviteDays,
    }
    res.render('invites/new', { ...(await newPage(vendor)), words, errors: {} })
  }

  async function preview(req: Request, res: Response) {
    const { actor, vendor, form } = await readAsking(req)
    if (form.errors) return askAgain(res, vendor, form)
    const letter = inviteWords(askingOf(actor, vendor, form.values), 'the link will stand here')
    res.render('invites/preview', { vendor, letter, values: form.values, words: form.words })
  }

  async function ask(req: Request, res: Response) {
    const { actor, vendor, form } = await readAsking(req)
    const way = readForm(wayForm, req.body)
    if (form.errors || way.errors)
      return askAgain(res, vendor, { words: form.words, errors: { ...form.errors, ...way.errors } })
    if (way.values.way === 'link')
      return showLink(res, vendor, await makeInviteLink(services, actor, vendor, form.values))
    const inviteId = await sendInvite(services, actor, vendor, form.values)
    req.session.flash = sentFlash(form.values.contactName)
    res.redirect(303, `/invites/${inviteId}`)
  }

  async function show(req: Request, res: Response) {
    const actor = actorOf(req)
    const invite = await findInvite(db, actor, param(req, 'id'))
    const vendor = await findVendor(db, actor, invite.vendorId)
    const earlier = (await listInvites(db, actor, vendor.id)).find((one) => one.replacedById === invite.id)
    const files = (await listDelivered(db, actor, invite)).map((file) => ({
      ...file,
      size: shownSize(file.bytes),
    }))
    const asked = invite.purposes.map((purpose) => ({
      words: askedWords(purpose),
      isAnswered: files.some((file) => file.answers === purpose.kind),
    }))
    res.render('invites/show', {
      vendor,
      invite: listed(invite, actor),
      files,
      asked,
      earlier: earlier ?? null,
      isAlive: isAlive(invite, actor.at),
    })
  }

  async function resend(req: Request, res: Response) {
    const actor = actorOf(req)
    const invite = await findInvite(db, actor, param(req, 'id'))
    const vendor = await findVendor(db, actor, invite.vendorId)
    const way = readForm(wayForm, req.body).values?.way ?? 'letter'
    const { inviteId, link } = await resendInvite(services, actor, vendor, invite, way)
    if (link) return showLink(res, vendor, { inviteId, link })
    req.session.flash = `${sentFlash(invite.contactName)} The old link is dead.`
    res.redirect(303, `/invites/${inviteId}`)
  }

  async function withdraw(req: Request, res: Response) {
    const actor = actorOf(req)
    const invite = await findInvite(db, actor, param(req, 'id'))
    await withdrawInvite(db, actor, invite)
    req.session.flash = 'The request is withdrawn; its link is dead.'
    res.redirect(303, `/invites/${invite.id}`)
  }

  async function readAsking(req: Request) {
    const actor = actorOf(req)
    const body = (req.body ?? {}) as Words
    const vendor = await findVendor(db, actor, textOf(body.vendorId))
    const contact = (await listContacts(db, vendor)).find((one) => one.id === body.contact)
    const filled = contact ? { ...body, contactName: contact.name, contactEmail: contact.email } : body
    const form = readForm(askForm, filled)
    return {
      actor,
      vendor,
      form: { ...form, words: { ...body, purposes: [body.purposes ?? []].flat() } } as typeof form,
    }
  }

  async function askAgain(res: Response, vendor: Vendor, form: { words: Words; errors: Complaints }) {
    const { words, errors } = form
    res.status(422).render('invites/new', { ...(await newPage(vendor)), words, errors })
  }

  async function newPage(vendor: Vendor) {
    return { vendor, contacts: await listContacts(db, vendor), purposeChoices }
  }

  function sentFlash(contactName: string): string {
    return config.smtpUrl
      ? `The letter to ${contactName} is on its way.`
      : `The letter to ${contactName} waits in the outbox, as no mail server is set.`
  }
}

/** The link stands on this one page and nowhere else, so it can’t be a page to come back to. */
function showLink(res: Response, vendor: Vendor, made: { inviteId: string; link: string }): void {
  res.status(201).render('invites/link', { vendor, ...made })
}

function listed(invite: ListedInvite, actor: Person) {
  const standing = inviteStanding(invite, actor.at)
  return {
    ...invite,
    standing,
    askedFor: shortWords(invite.purposes),
    lastDay: lastDayOf(invite, actor.timeZone),
  }
}

function usualPurposes(vendor: Vendor, actor: Person): string[] {
  const needsBaa = baaStanding(vendor, actor.today).state === 'bad'
  const needsReport = ['look', 'bad'].includes(reportStanding(vendor, actor.today).state)
  return [...(needsReport ? ['soc2'] : []), ...(needsBaa ? ['baa'] : [])]
}

function askingOf(actor: Person, vendor: Vendor, values: NewInvite) {
  const { purposes, message, days } = values
  const who = { practiceName: actor.practiceName, askedBy: actor.name, vendorName: vendor.name }
  return { ...who, purposes, message, lastDay: addDays(actor.today, days) }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
