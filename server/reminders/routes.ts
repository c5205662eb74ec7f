import { Router, type Request, type Response } from 'express'
import { changeColleague, listColleagues } from '../accounts/accounts'
import { actorOf, administrators, everyone } from '../http/actorOf'
import { readForm, ticked } from '../http/forms'
import { z } from 'zod'
import type { Services } from '../services'
import { listComing, type ComingLetter } from './coming'
import { listShownHolds } from './holdWords'
import { practiceRules } from './rules'
import { shownHour } from './ruleWords'

const AT_MOST = 500

const readersForm = z.object({ readers: ticked })

export function reminderRoutes(services: Services): Router {
  const { db } = services
  const router = Router()
  router.get('/coming', everyone, showComing)
  router.get('/readers', administrators, askReaders)
  router.post('/readers', administrators, chooseReaders)
  return router

  async function showComing(req: Request, res: Response) {
    const actor = actorOf(req)
    const only = req.query.to === 'mine' ? actor.personId : textOf(req.query.to)
    const all = await listComing(services, actor)
    const coming = only ? all.filter((letter) => (letter.personId ?? 'vendors') === only) : all
    const { rules } = await practiceRules(db, actor.practiceId)
    res.render('reminders/coming', {
      count: coming.length,
      hidden: Math.max(0, coming.length - AT_MOST),
      months: byMonth(coming.slice(0, AT_MOST)),
      choices: whoseLetters(all),
      only,
      hour: shownHour(rules.hour),
      holds: await listShownHolds(db, actor),
    })
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

/** All, each person who gets some, and the vendors' contacts. */
function whoseLetters(coming: ComingLetter[]): { value: string; label: string }[] {
  const names = new Map(
    coming.map(({ personId, toName }) => [personId ?? 'vendors', personId ? toName : 'Vendors']),
  )
  const people = [...names].map(([value, label]) => ({ value, label }))
  return [{ value: '', label: 'All' }, ...people.sort((a, b) => a.label.localeCompare(b.label))]
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
