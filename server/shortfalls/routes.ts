import { Router, type Request, type Response } from 'express'
import { addDays } from '../dates'
import { actorOf, everyone, param, reviewers } from '../http/actorOf'
import { readForm, type Complaints, type Words } from '../http/forms'
import { inviteWords, listInvitesAbout } from '../invites/invites'
import type { Services } from '../services'
import { findVendor, listContacts, type Vendor } from '../vendors/vendors'
import { proposePoints, type Proposed } from './compose'
import { closeForm, messageOf, readLetter, settleForm, wordsOf, type LetterForm } from './forms'
import { closeShortfall, sendShortfall, settlePoint } from './send'
import { findShortfall, type FullShortfall } from './shortfall'
import { standingOf } from './standing'
import type { Document } from '../documents/documents'

interface About {
  vendor: Vendor
  document: Document
  proposed: Proposed[]
  follows: FullShortfall | null
}

const OPENING =
  'We have read your business associate agreement against what HIPAA asks of it, and need these points in writing:'

/** The letter that asks for what an agreement lacks, and what came of it. */
export function shortfallRoutes(services: Services): Router {
  const { db, config } = services
  const router = Router()
  router.get('/new', reviewers, compose)
  router.post('/preview', reviewers, preview)
  router.post('/', reviewers, send)
  router.get('/:id', everyone, show)
  router.post('/:id/settle', reviewers, settle)
  router.post('/:id/close', reviewers, close)
  return router

  async function compose(req: Request, res: Response) {
    const about = await aboutOf(req, req.query)
    const { vendor, proposed, follows } = about
    const [contact] = await listContacts(db, vendor)
    const still = follows ? await openPointsOf(req, follows) : null
    const usual = proposed.filter(({ id, isUsual }) => (still ? still.includes(id) : isUsual))
    const points = usual.map(({ id }) => id)
    const words = { points, opening: OPENING, contact: contact?.id ?? '', days: config.inviteDays }
    await renderForm(res, about, { words })
  }

  async function preview(req: Request, res: Response) {
    const { about, form } = await readBody(req)
    if (form.errors) return renderForm(res.status(422), about, form)
    res.render('shortfalls/preview', { ...about, ...previewOf(req, about, form.values), words: form.words })
  }

  async function send(req: Request, res: Response) {
    const { about, form } = await readBody(req)
    const way: unknown = form.words.way
    if (way === 'change') return renderForm(res, about, { words: form.words })
    if (form.errors) return renderForm(res.status(422), about, form)
    const { vendor } = about
    const sent = await sendShortfall(
      services,
      actorOf(req),
      about,
      form.values,
      way === 'link' ? 'link' : 'letter',
    )
    const { shortfallId, inviteId, link } = sent
    if (link) return res.status(201).render('invites/link', { vendor, inviteId, link })
    req.session.flash = config.smtpUrl
      ? `The letter to ${form.values.contactName} is on its way.`
      : `The letter to ${form.values.contactName} waits in the outbox, as no mail server is set.`
    res.redirect(303, `/shortfalls/${shortfallId}`)
  }

  async function show(req: Request, res: Response) {
    await render(req, res, {})
  }

  async function settle(req: Request, res: Response) {
    const form = readForm(settleForm, req.body)
    if (form.errors) {
      // each point has a note of its own, and the closing one more
      const { note, ...others } = form.errors
      const errors = note ? { ...others, [`note_${textOf(form.words.provision)}`]: note } : others
      return render(req, res.status(422), {
        words: { provision: form.words.provision, note: form.words.note },
        errors,
      })
    }
    await settlePoint(services, actorOf(req), param(req, 'id'), form.values)
    req.session.flash = 'The point is settled, in your name.'
    res.redirect(303, `/shortfalls/${param(req, 'id')}`)
  }

  async function close(req: Request, res: Response) {
    const form = readForm(closeForm, req.body)
    if (form.errors) return render(req, res.status(422), form)
    await closeShortfall(services, actorOf(req), param(req, 'id'), form.values.note)
    req.session.flash = 'The letter is closed. It stays on file.'
    res.redirect(303, `/shortfalls/${param(req, 'id')}`)
  }

  async function render(req: Request, res: Response, form: { words?: Words; errors?: Complaints | null }) {
    const actor = actorOf(req)
    const shortfall = await findShortfall(db, actor, param(req, 'id'))
    const standing = await standingOf(db, actor, shortfall)
    res.render('shortfalls/show', {
      shortfall,
      ...standing,
      vendor: await findVendor(db, actor, shortfall.vendorId),
      invites: await listInvitesAbout(db, actor, shortfall.id),
      newest: standing.answers.find(({ provisions }) => provisions !== null)?.document ?? null,
      words: form.words ?? {},
      errors: form.errors ?? {},
      refresh: standing.answers.some(({ beingRead }) => beingRead) ? 4 : null,
      scripts: ['again.js'],
    })
  }

  async function aboutOf(req: Request, from: Words): Promise<About> {
    const actor = actorOf(req)
    const { document, proposed } = await proposePoints(db, actor, textOf(from.document))
    const follows = textOf(from.follows)
    return {
      document,
      proposed,
      vendor: await findVendor(db, actor, document.vendorId),
      follows: follows ? await findShortfall(db, actor, follows) : null,
    }
  }

  async function readBody(req: Request) {
    const body = { ...(req.body as Words | undefined) }
    const about = await aboutOf(req, body)
    const contact = (await listContacts(db, about.vendor)).find((one) => one.id === body.contact)
    const filled = contact ? { ...body, contactName: contact.name, contactEmail: contact.email } : body
    return { about, form: readLetter(about.proposed, filled) }
  }

  async function openPointsOf(req: Request, follows: FullShortfall): Promise<string[]> {
    const { points } = await standingOf(db, actorOf(req), follows)
    return points.filter(({ isSettled }) => !isSettled).map(({ provision }) => provision)
  }

  async function renderForm(
    res: Response,
    about: About,
    { words, errors }: { words: Words; errors?: Complaints | null },
  ) {
    const { proposed, vendor } = about
    const shown = proposed.map((one) => ({ ...one, typed: wordsOf(words, one) }))
    const contacts = await listContacts(db, vendor)
    res.render('shortfalls/new', { ...about, proposed: shown, contacts, words, errors: errors ?? {} })
  }

  function previewOf(req: Request, { vendor }: About, values: LetterForm) {
    const { practiceName, name: askedBy, today } = actorOf(req)
    const asking = {
      ...{ practiceName, askedBy, vendorName: vendor.name, message: messageOf(values) },
      purposes: [{ kind: 'amend' as const, words: null }],
      lastDay: addDays(today, values.days),
    }
    return { values, letter: inviteWords(asking, 'the link will stand here') }
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
