import { Router } from 'express'
import type { Services } from '../services'

export function healthRoutes({ db }: Services): Router {
  const router = Router()
  router.get('/health', async (_req, res) => {
    await db.raw('select 1')
    res.type('text/plain').send('ok\n')
  })
  return router
}
