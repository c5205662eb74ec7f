import { Router, type Request, type Response } from 'express'
import { findPractice } from '../accounts/accounts'
import { actorOf, everyone, param } from '../http/actorOf'
import { limitByAddress } from '../http/limits'
import type { Services } from '../services'
import { noteCalendar } from './entries'
import { datesOf, feedOf } from './feed'
import { findFeed, makeFeed, ownerOf, revokeFeed } from './feeds'

const HOUR = 3600

/** What calendar programs ask for: whoever holds the address reads the dates, without a session. */
export function feedOpenRoutes({ db, config, now }: Services): Router {
  const router = Router()
  router.get('/calendar/:token.ics', limitByAddress(600, HOUR), show)
  return router

  async function show(req: Request, res: Response) {
    const person = await ownerOf(db, param(req, 'token'), now().toISOString())
    const ics = await feedOf(db, person, config.baseUrl)
    res.type('text/calendar').attachment('countersign.ics').send(ics)
  }
}

/** Under a person's account: their address is made, shown once, and revoked. */
export function feedRoutes(services: Services): Router {
  const { db, config } = services
  const router = Router()
  router.get('/calendar', everyone, show)
  router.post('/calendar', everyone, limitByAddress(30, HOUR), make)
  router.post('/calendar/revoke', everyone, revoke)
  return router

  async function show(req: Request, res: Response) {
    await render(req, res, null)
  }

  async function make(req: Request, res: Response) {
    const actor = actorOf(req)
    const token = await makeFeed(db, actor)
    await noteCalendar(services, await findPractice(db, actor.practiceId))
    await render(req, res.status(201), `${config.baseUrl}/calendar/${token}.ics`)
  }

  async function revoke(req: Request, res: Response) {
    await revokeFeed(db, actorOf(req))
    req.session.flash =
      'The address no longer works. Calendars that used it keep what they have until they look again.'
    res.redirect(303, '/account/calendar')
  }

  async function render(req: Request, res: Response, address: string | null) {
    const actor = actorOf(req)
    const feed = await findFeed(db, actor)
    const dates = feed ? await datesOf(db, actor) : []
    res.render('reminders/calendar', { feed, address, dates, scripts: ['copy.js'] })
  }
}
