import type { NextFunction, Request, Response } from 'express'
import type { Guest, Person, Role } from '../actor'
import { Forbidden } from '../errors'

declare module 'express-serve-static-core' {
  interface Request {
    actor?: Person
    guest?: Guest
  }
}

declare module 'express-session' {
  interface SessionData {
    /** Who signed in; what they may is asked anew with each request. */
    personId?: string
    practiceId?: string
    flash?: string
  }
}

export function actorOf(req: Request): Person {
  if (!req.actor) throw new Error('this route stands outside the sign-in wall')
  return req.actor
}

export function guestOf(req: Request): Guest {
  if (!req.guest) throw new Error('this route stands outside the invite wall')
  return req.guest
}

/** The value of a route parameter that the route is sure to have. */
export function param(req: Request, name: string): string {
  return String(req.params[name])
}

export const administrators = roles('administrator')
export const reviewers = roles('administrator', 'reviewer')
export const everyone = roles('administrator', 'reviewer', 'staff')

function roles(...allowed: Role[]) {
  const wall = (req: Request, _res: Response, next: NextFunction) => {
    next(allowed.includes(actorOf(req).role) ? undefined : new Forbidden())
  }
  return Object.assign(wall, { allowed })
}
