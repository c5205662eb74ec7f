import { Router, type Request, type Response } from 'express'
import { findPractice, listColleagues } from '../accounts/accounts'
import { shownDate } from '../dates'
import { actorOf, everyone, param } from '../http/actorOf'
import { readForm, refused, type Complaints, type Words } from '../http/forms'
import type { Services } from '../services'
import { findVendor } from '../vendors/vendors'
import { duePath } from './digest'
import { LAST_DAYS } from './events'
import { mattersOfVendor } from './facts'
import { handOverForm, snoozeForm } from './forms'
import { endHold, hold, isHolding, listHolds } from './holds'
import { listShownHolds } from './holdWords'
import { keyOf, type Matter } from './matters'
import { listStops, startLetters, stopLetters } from './stops'
import { placeOf, wordsFor } from './words'

/** Where the links of letters lead: one matter, to be settled, put off or handed over. */
export function dueRoutes(services: Services): Router {
  const { db, now } = services
  const router = Router()
  router.get('/due/:vendorId/:matter', everyone, show)
  router.post('/due/:vendorId/:matter/snooze', everyone, snooze)
  router.post('/due/:vendorId/:matter/hand-over', everyone, handOver)
  router.post('/holds/:id/end', everyone, takeBack)
  router.get('/mine', everyone, showMine)
  router.post('/mine/stop', everyone, stop)
  router.post('/mine/start', everyone, start)
  return router

  async function show(req: Request, res: Response) {
    const found = await findDue(req)
    if (!found.matter) return res.render('reminders/settled', found)
    await renderDue(req, res, found.matter, {})
  }

  async function snooze(req: Request, res: Response) {
    const actor = actorOf(req)
    const { matter, vendor } = await findDue(req)
    if (!matter) return res.redirect(303, `/vendors/${vendor.id}`)
    const form = readForm(snoozeForm(actor.today), req.body)
    if (form.errors) return renderDue(req, res.status(422), matter, { ...form, form: 'snooze' })
    await hold(db, actor, matter, form.values)
    settled(req, res, matter, `You hear of it again on ${shownDate(form.values.until)}.`)
  }

  async function handOver(req: Request, res: Response) {
    const actor = actorOf(req)
    const { matter, vendor } = await findDue(req)
    if (!matter) return res.redirect(303, `/vendors/${vendor.id}`)
    const form = readForm(handOverForm(actor.today), req.body)
    if (form.errors) return renderDue(req, res.status(422), matter, { ...form, form: 'handOver' })
    const to = (await otherPeople(req)).find(({ personId }) => personId === form.values.toPersonId)
    if (!to) {
      const again = refused(form.words, { toPersonId: 'Choose a colleague' })
      return renderDue(req, res.status(422), matter, { ...again, form: 'handOver' })
    }
    await hold(db, actor, matter, form.values)
    settled(req, res, matter, `Handed over. ${to.name} gets the letters about it.`)
  }

  async function takeBack(req: Request, res: Response) {
    const { vendorId, kind } = await endHold(db, actorOf(req), param(req, 'id'))
    req.session.flash =
      kind === 'snooze' ? 'The reminders go on.' : 'The reminders go to whom they went before.'
    res.redirect(303, `/vendors/${vendorId}`)
  }

  async function showMine(req: Request, res: Response) {
    const actor = actorOf(req)
    const stops = await listStops(db, actor.practiceId)
    const holds = await listShownHolds(db, actor)
    const mine = holds.filter(({ personId }) => personId === actor.personId)
    res.render('reminders/mine', { isStopped: stops.has(actor.personId), holds: mine })
  }

  async function stop(req: Request, res: Response) {
    await stopLetters(db, actorOf(req))
    req.session.flash =
      'No more daily letters to you. What would have come goes to the others, or to the administrators.'
    res.redirect(303, '/letters/mine')
  }

  async function start(req: Request, res: Response) {
    await startLetters(db, actorOf(req))
    req.session.flash = 'The daily letters come again.'
    res.redirect(303, '/letters/mine')
  }

  async function findDue(req: Request) {
    const actor = actorOf(req)
    const vendor = await findVendor(db, actor, param(req, 'vendorId'))
    const practice = await findPractice(db, actor.practiceId)
    const matters = await mattersOfVendor(db, practice, vendor, now())
    const asked = `/letters/due/${vendor.id}/${param(req, 'matter')}`
    return { vendor, matter: matters.find((one) => duePath(one) === asked) ?? null }
  }

  async function renderDue(
    req: Request,
    res: Response,
    matter: Matter,
    form: { words?: Words; errors?: Complaints; form?: 'snooze' | 'handOver' },
  ) {
    const actor = actorOf(req)
    const holds = await listHolds(db, actor.practiceId)
    const people = await otherPeople(req)
    res.render('reminders/due', {
      matter,
      said: wordsFor(matter, actor.today),
      place: placeOf(matter),
      path: duePath(matter),
      isLastDay: LAST_DAYS.includes(matter.kind),
      holds: holds.filter((one) => one.matter === keyOf(matter) && isHolding(one, actor.today)),
      people: people.map(({ personId, name }) => ({ value: personId, label: name })),
      form: form.form ?? null,
      words: form.words ?? {},
      errors: form.errors ?? {},
    })
  }

  async function otherPeople(req: Request) {
    const actor = actorOf(req)
    const all = await listColleagues(db, actor.practiceId)
    return all.filter((one) => !one.deactivatedAt && one.personId !== actor.personId)
  }
}

function settled(req: Request, res: Response, matter: Matter, flash: string): void {
  req.session.flash = flash
  res.redirect(303, duePath(matter))
}
