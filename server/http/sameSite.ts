import type { NextFunction, Request, Response } from 'express'
import { Forbidden } from '../errors'

const SAFE = ['GET', 'HEAD', 'OPTIONS']

/**
 * Every browser says where a request comes from; one that changes something must come from our own pages. A client that says neither
 * is no browser and holds no one's cookies but its own.
 */
export function sameSite(baseUrl: string) {
  return (req: Request, _res: Response, next: NextFunction): void => {
    next(SAFE.includes(req.method) || isOurs(req, baseUrl) ? undefined : new Forbidden(REASON))
  }
}

const REASON = 'The request came from another site. Open the page here and try again.'

function isOurs(req: Request, baseUrl: string): boolean {
  const site = req.get('sec-fetch-site')
  if (site) return site === 'same-origin' || site === 'none'
  const origin = req.get('origin')
  return origin === undefined || origin === baseUrl || hostOf(origin) === req.get('host')
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
