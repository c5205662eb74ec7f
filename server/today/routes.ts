import { Router, type Request, type Response } from 'express'
import { longDay } from '../dates'
import { actorOf, everyone } from '../http/actorOf'
import type { Services } from '../services'
import { whatNeedsDoing } from './today'

export function todayRoutes({ db }: Services): Router {
  const router = Router()
  router.get('/', everyone, show)
  return router

  async function show(req: Request, res: Response) {
    const actor = actorOf(req)
    res.render('today/show', { day: longDay(actor.today), ...(await whatNeedsDoing(db, actor)) })
  }
}
