import fs from 'node:fs'
import path from 'node:path'
import type { RequestHandler } from 'express'
import { daysBetween, longDay, shownDate, shownTime } from '../dates'
import { projectRoot } from '../projectRoot'
import type { Services } from '../services'
import { icon } from './icons'
import { stateTag } from './stateTag'

/** What every page may use besides what its handler names. */
export function pageLocals(services: Services): RequestHandler {
  const stamp = staticStamp()
  return (req, res, next) => {
    Object.assign(res.locals, {
      actor: null,
      guest: null,
      here: req.path,
      flash: null,
      words: {},
      errors: {},
      icon,
      stateTag,
      shownDate,
      longDay,
      daysBetween,
      shownTime: (instant: string | null) =>
        shownTime(instant, req.actor?.timeZone ?? req.guest?.timeZone ?? 'UTC'),
      stamp,
      silentSince: null,
      mailWaits: services.config.smtpUrl === null,
    })
    next()
  }
}

/** Changes with the stylesheet, so that nobody sees yesterday's. */
function staticStamp(): string {
  const folder = path.join(projectRoot, 'views/static')
  const times = fs.existsSync(folder)
    ? fs.readdirSync(folder).map((file) => fs.statSync(path.join(folder, file)).mtimeMs)
    : []
  return Math.max(0, ...times).toString(36)
}
