import { Router, type Request, type Response } from 'express'
import { findAgreement, findVersion, lastDayOf } from '../agreements/agreements'
import { listColleagues } from '../accounts/accounts'
import type { Person } from '../actor'
import { change } from '../database'
import { addDays, addYears, shownDate } from '../dates'
import { NotFound } from '../errors'
import { actorOf, everyone, param, reviewers } from '../http/actorOf'
import { readForm, type Complaints, type Words } from '../http/forms'
import { listInvitesAbout } from '../invites/invites'
import type { Services } from '../services'
import { findVendor, listContacts, listSystems } from '../vendors/vendors'
import { acceptCertificate, askCertificate, refuseCertificate } from './certificate'
import { addTask, closeEnding, finishTask, recordEnding } from './end'
import { ENDS, findEnding, findEndingOfAgreement, openTasks, OUTCOMES, waitingCertificate } from './ending'
import { certificateAskForm, doneForm, noteForm, readEnding, refuseForm, TASK_ROWS, taskForm } from './forms'

const DUE_DAYS = 30
const KEEP_YEARS = 6

interface Filled {
  words: Words
  errors?: Complaints | null
}

/** Under an agreement's address: how it ends, and what then has to come back. */
export function agreementEndingRoutes({ db }: Services): Router {
  const router = Router()
  router.get('/:id/end', reviewers, ask)
  router.post('/:id/end', reviewers, end)
  return router

  async function ask(req: Request, res: Response) {
    const actor = actorOf(req)
    const agreement = await findVersion(db, actor, param(req, 'id'))
    const known = await findEndingOfAgreement(db, actor, agreement.id)
    if (known) return res.redirect(303, `/endings/${known.id}`)
    const last = lastDayOf(agreement)
    const ranOut = agreement.endedOn === null && last !== null && last < actor.today
    const endedOn = agreement.endedOn ?? (ranOut ? addDays(last, 1) : actor.today)
    const words = {
      endedOn,
      kind: ranOut ? 'ran-out' : '',
      reason: ranOut ? `Its last day was ${shownDate(last)}.` : (agreement.endReason ?? ''),
      ...(await usualTasks(actor, agreement.vendorId, endedOn)),
    }
    await render(req, res, { words })
  }

  async function end(req: Request, res: Response) {
    const actor = actorOf(req)
    await findAgreement(db, actor, param(req, 'id'))
    const form = readEnding((req.body ?? {}) as Words)
    if (form.errors) return render(req, res.status(422), form)
    const endingId = await recordEnding(db, actor, param(req, 'id'), form.values)
    req.session.flash = 'The end is recorded. The agreement stays on file.'
    res.redirect(303, `/endings/${endingId}`)
  }

  async function render(req: Request, res: Response, { words, errors }: Filled) {
    const actor = actorOf(req)
    const agreement = await findAgreement(db, actor, param(req, 'id'))
    const vendor = await findVendor(db, actor, agreement.vendorId)
    res.render('endings/new', {
      ...{ agreement, vendor, words, ends: ENDS, rows: TASK_ROWS },
      people: await namesIn(actor),
      errors: errors ?? {},
    })
  }

  /** One for each system in use, and one for whatever else there is. */
  async function usualTasks(actor: Person, vendorId: string, endedOn: string): Promise<Words> {
    const vendor = await findVendor(db, actor, vendorId)
    const systems = (await listSystems(db, vendor)).slice(0, TASK_ROWS - 2)
    const tasks = [
      ...systems.map(({ name, phi }) => ({
        what: `Patient information in ${name}${phi ? `: ${phi}` : ''}`,
        system: name,
      })),
      { what: 'All other copies: backups, e-mail, paper, and those of subcontractors', system: '' },
    ]
    const common = { way: 'either', dueOn: addDays(endedOn, DUE_DAYS), responsible: actor.name }
    return Object.fromEntries(
      tasks.flatMap((task, at) =>
        Object.entries({ ...task, ...common }).map(([name, value]) => [
          `task${at}_${name}`,
          value.slice(0, 200),
        ]),
      ),
    )
  }

  async function namesIn(actor: Person): Promise<string[]> {
    const colleagues = await listColleagues(db, actor.practiceId)
    return colleagues.filter(({ deactivatedAt }) => !deactivatedAt).map(({ name }) => name)
  }
}

/** What follows from an end, until nothing is left to do. */
export function endingRoutes(services: Services): Router {
  const { db, config } = services
  const router = Router()
  router.get('/:id', everyone, show)
  router.post('/:id/tasks', reviewers, add)
  router.post('/:id/tasks/:taskId/done', reviewers, finish)
  router.post('/:id/certificate', reviewers, askForCertificate)
  router.post('/:id/accept', reviewers, accept)
  router.post('/:id/refuse', reviewers, refuse)
  router.post('/:id/close', reviewers, close)
  return router

  async function show(req: Request, res: Response) {
    await render(req, res, { words: {} })
  }

  async function add(req: Request, res: Response) {
    const form = readForm(taskForm, req.body)
    if (form.errors) return render(req, res.status(422), form, 'task')
    await addTask(db, actorOf(req), param(req, 'id'), form.values)
    back(req, res, 'It is on the list.')
  }

  async function finish(req: Request, res: Response) {
    const actor = actorOf(req)
    const { tasks } = await findEnding(db, actor, param(req, 'id'))
    const task = tasks.find(({ id }) => id === param(req, 'taskId'))
    if (!task) throw new NotFound('task')
    const form = readForm(doneForm, req.body)
    if (form.errors) return render(req, res.status(422), form, task.id)
    const done = { ...form.values, certificateId: null }
    await change(db, (trx) => finishTask(trx, actor, task, done))
    back(req, res, 'It is marked as done, in your name.')
  }

  async function askForCertificate(req: Request, res: Response) {
    const actor = actorOf(req)
    const ending = await findEnding(db, actor, param(req, 'id'))
    const vendor = await findVendor(db, actor, ending.vendorId)
    const body = (req.body ?? {}) as Words
    const contact = (await listContacts(db, vendor)).find(({ id }) => id === body.contact)
    const filled = contact ? { ...body, contactName: contact.name, contactEmail: contact.email } : body
    const form = readForm(certificateAskForm, filled)
    if (form.errors) return render(req, res.status(422), { words: body, errors: form.errors }, 'ask')
    const { inviteId, link } = await askCertificate(services, actor, vendor, ending, form.values)
    if (link) return res.status(201).render('invites/link', { vendor, inviteId, link })
    const { contactName } = form.values
    back(
      req,
      res,
      config.smtpUrl
        ? `The letter to ${contactName} is on its way.`
        : `The letter to ${contactName} waits in the outbox, as no mail server is set.`,
    )
  }

  async function accept(req: Request, res: Response) {
    await acceptCertificate(db, actorOf(req), param(req, 'id'))
    back(req, res, 'The certificate is accepted; what it speaks of is done.')
  }

  async function refuse(req: Request, res: Response) {
    const form = readForm(refuseForm, req.body)
    if (form.errors) return render(req, res.status(422), form, 'refuse')
    await refuseCertificate(db, actorOf(req), param(req, 'id'), form.values.refusal)
    back(req, res, 'Noted. Ask for another one below.')
  }

  async function close(req: Request, res: Response) {
    const form = readForm(noteForm, req.body)
    if (form.errors) return render(req, res.status(422), form, 'close')
    await closeEnding(db, actorOf(req), param(req, 'id'), form.values.note)
    back(req, res, 'Nothing is left to do here. The record stays.')
  }

  function back(req: Request, res: Response, flash: string) {
    req.session.flash = flash
    res.redirect(303, `/endings/${param(req, 'id')}`)
  }

  async function render(req: Request, res: Response, { words, errors }: Filled, form: string | null = null) {
    const actor = actorOf(req)
    const ending = await findEnding(db, actor, param(req, 'id'))
    const vendor = await findVendor(db, actor, ending.vendorId)
    const contacts = await listContacts(db, vendor)
    const usual = { days: config.inviteDays, contact: contacts[0]?.id ?? '', responsible: actor.name }
    res.render('endings/show', {
      ...{ ending, vendor, contacts, form, outcomes: OUTCOMES },
      agreement: await findAgreement(db, actor, ending.agreementId),
      why: ENDS[ending.kind],
      open: openTasks(ending),
      waiting: waitingCertificate(ending),
      invites: await listInvitesAbout(db, actor, ending.id),
      keepUntil: addYears(addDays(ending.endedOn, -1), KEEP_YEARS),
      words: { ...usual, ...words },
      errors: errors ?? {},
    })
  }
}
