import { stringify } from 'csv-stringify'
import { Router, type Request, type Response } from 'express'
import { actorOf, administrators, everyone } from '../http/actorOf'
import { shownTime } from '../dates'
import type { Services } from '../services'
import { findChainFault, listEvents, type Event } from './audit'
import { sentenceOf } from './sentences'

const PAGE = 100
const COLUMNS = ['number', 'at', 'actorKind', 'actorName', 'ip', 'kind', 'vendorId', 'data', 'hash'] as const

export function historyRoutes({ db }: Services): Router {
  const router = Router()
  router.get('/', everyone, list)
  router.get('/history.csv', administrators, download)
  router.get('/check', administrators, check)
  return router

  async function list(req: Request, res: Response) {
    const before = Number(req.query.before) || undefined
    const vendorId = typeof req.query.vendor === 'string' ? req.query.vendor : undefined
    const events = await listEvents(db, actorOf(req), {
      limit: PAGE,
      ...(before ? { before } : {}),
      ...(vendorId ? { vendorId } : {}),
    })
    const names = await vendorNames(actorOf(req).practiceId, events)
    const rows = events.map((event) => ({
      ...event,
      sentence: sentenceOf(event),
      vendorName: names.get(event.vendorId ?? '') ?? null,
    }))
    res.render('history/list', {
      rows,
      vendorId: vendorId ?? null,
      older: events.length === PAGE ? events.at(-1)!.number : null,
    })
  }

  async function download(req: Request, res: Response) {
    const actor = actorOf(req)
    res.type('text/csv').attachment(`history-${actor.today}.csv`)
    const csv = stringify({ header: true, columns: [...COLUMNS], escape_formulas: true, bom: true })
    csv.pipe(res)
    for (let before: number | undefined; ;) {
      const events = await listEvents(db, actor, { limit: 1000, ...(before ? { before } : {}) })
      for (const event of events) csv.write(event)
      if (events.length < 1000) break
      before = events.at(-1)!.number
    }
    csv.end()
  }

  async function check(req: Request, res: Response) {
    const actor = actorOf(req)
    const fault = await findChainFault(db, actor.practiceId)
    const [newest] = await listEvents(db, actor, { limit: 1 })
    res.render('history/check', { fault, newest: newest ?? null, at: shownTime(actor.at, actor.timeZone) })
  }

  async function vendorNames(practiceId: string, events: Event[]): Promise<Map<string, string>> {
    const ids = [...new Set(events.flatMap((event) => event.vendorId ?? []))]
    const rows = (await db('vendors').where({ practiceId }).whereIn('id', ids).select('id', 'name')) as {
      id: string
      name: string
    }[]
    return new Map(rows.map((row) => [row.id, row.name]))
  }
}
