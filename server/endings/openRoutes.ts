import { Router, type Request, type Response } from 'express'
import type { Complaints, Words } from '../http/forms'
import { browserOf } from '../http/browserOf'
import { limitByAddress } from '../http/limits'
import { doorOf, findInvite, guestWall, lastDayOf } from '../invites/invites'
import type { Services } from '../services'
import { giveCertificate } from './certificate'
import { findEndingOfGuest, openTasks, OUTCOMES } from './ending'
import { readCertificate, STATEMENT } from './forms'

const QUARTER_HOUR = 15 * 60

/** The vendor's side: what became of the information that it held. */
export function endingOpenRoutes(services: Services): Router {
  const { db } = services
  const guests = guestWall(services)
  const router = Router()
  router.get('/invite/destruction', guests, show)
  router.post('/invite/destruction', guests, limitByAddress(60, QUARTER_HOUR), give)
  return router

  async function show(req: Request, res: Response) {
    await render(req, res, { words: { signerName: doorOf(req).guest.name } })
  }

  async function give(req: Request, res: Response) {
    const { guest } = doorOf(req)
    const tasks = openTasks(await findEndingOfGuest(db, guest))
    const form = readCertificate(tasks, (req.body ?? {}) as Words, guest.today)
    if (form.errors) return render(req, res.status(422), form)
    await giveCertificate(services, guest, form.values, browserOf(req))
    res.redirect(303, '/invite/destruction')
  }

  async function render(req: Request, res: Response, filled: { words: Words; errors?: Complaints | null }) {
    const { guest, practiceName } = doorOf(req)
    const ending = await findEndingOfGuest(db, guest)
    const invite = await findInvite(db, guest, guest.inviteId)
    res.render('endings/guest', {
      ...{ ending, invite, practiceName, outcomes: OUTCOMES, statement: STATEMENT },
      tasks: openTasks(ending),
      mine: ending.certificates.find(({ inviteId }) => inviteId === invite.id) ?? null,
      lastDay: lastDayOf(invite, guest.timeZone),
      words: filled.words,
      errors: filled.errors ?? {},
    })
  }
}
