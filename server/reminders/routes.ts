import { Router, type Request, type Response } from 'express'
import { changeColleague, listColleagues } from '../accounts/accounts'
import { actorOf, administrators, everyone } from '../http/actorOf'
import { readForm, ticked } from '../http/forms'
import { z } from 'zod'
import type { Services } from '../services'
import { listComing, type ComingLetter } from './coming'

const readersForm = z.object({ readers: ticked })

export function reminderRoutes(services: Services): Router {
  const { db } = services
  const router = Router()
  router.get('/coming', everyone, showComing)
  router.get('/readers', administrators, askReaders)
  router.post('/readers', administrators, chooseReaders)
  return router

  async function showComing(req: Request, res: Response) {
    const coming = await listComing(services, actorOf(req))
    res.render('reminders/coming', { count: coming.length, months: byMonth(coming) })
  }

  async function askReaders(req: Request, res: Response) {
    const colleagues = await listColleagues(db, actorOf(req).practiceId)
    res.render('reminders/readers', { colleagues: colleagues.filter((one) => !one.deactivatedAt) })
  }

  async function chooseReaders(req: Request, res: Response) {
    const actor = actorOf(req)
    const form = readForm(readersForm, req.body)
    const chosen = form.values?.readers ?? []
    for (const { id, role, deactivatedAt, getsLetters } of await listColleagues(db, actor.practiceId)) {
      const wanted = chosen.includes(id)
      if (role === 'administrator' || deactivatedAt || wanted === (getsLetters === 1)) continue
      await changeColleague(db, actor, id, { role, getsLetters: wanted })
    }
    req.session.flash = 'Saved who gets letters.'
    res.redirect(303, '/letters/readers')
  }
}

function byMonth(coming: ComingLetter[]): { month: string; letters: ComingLetter[] }[] {
  const months = [...new Set(coming.map(({ on }) => on.slice(0, 7)))]
  return months.map((month) => ({
    month: `${month}-01`,
    letters: coming.filter(({ on }) => on.startsWith(month)),
  }))
}
