import type { NextFunction, Request, RequestHandler, Response } from 'express'
import type { Config } from '../config'
import type { Services } from '../services'
import { findDoorOfGuest, type Door } from './guests'

declare module 'express-serve-static-core' {
  interface Request {
    door?: Door
  }
}

/** Lets in who holds the cookie of a living request, and as nobody but that request's guest. */
export function guestWall({ db, config, now }: Services): RequestHandler {
  return (req: Request, res: Response, next: NextFunction) => {
    admit(req, res).then(() => next(), next)
  }

  async function admit(req: Request, res: Response) {
    const door = await findDoorOfGuest(
      db,
      cookieOf(req, cookieName(config)),
      now().toISOString(),
      req.ip ?? null,
    )
    actAsGuest(req, res)
    req.door = door
    req.guest = door.guest
    res.locals.guest = door.guest
  }
}

/** Someone signed in at the desk sees the vendor's pages as the vendor does. */
export function actAsGuest(req: Request, res: Response): void {
  delete req.actor
  res.locals.actor = null
}

export function doorOf(req: Request): Door {
  if (!req.door) throw new Error('this route stands outside the invite wall')
  return req.door
}

export function setGuestCookie(res: Response, config: Config, value: string, expiresAt: string): void {
  const attributes = { httpOnly: true, sameSite: 'strict', secure: config.secure, path: '/' } as const
  res.cookie(cookieName(config), value, { ...attributes, expires: new Date(expiresAt) })
}

function cookieName(config: Config): string {
  return config.secure ? '__Host-countersign-invite' : 'countersign-invite'
}

function cookieOf(req: Request, name: string): string | null {
  const pairs = (req.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? null
}
