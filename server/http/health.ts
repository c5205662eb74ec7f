import { Router, type RequestHandler } from 'express'
import { silenceWatch } from '../heartbeat'
import type { Services } from '../services'

export function healthRoutes(services: Services): Router {
  const silentSince = silenceWatch(services)
  const router = Router()
  router.get('/health', async (_req, res) => {
    await services.db.raw('select 1')
    const since = await silentSince()
    res.type('text/plain')
    if (since) res.status(503).send(`no reminder pass since ${since}\n`)
    else res.send('ok\n')
  })
  return router
}

/** Lets the pages of administrators say that reminders have stopped. */
export function tellOfSilence(services: Services): RequestHandler {
  const silentSince = silenceWatch(services)
  return (req, res, next) => {
    if (req.actor?.role !== 'administrator') return next()
    silentSince().then((since) => {
      res.locals.silentSince = since
      next()
    }, next)
  }
}
