import type { NextFunction, Request, Response } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { TooMany } from '../errors'

/** @throws TooMany from the guard once `points` tries were made within `seconds`. */
export function limiter(points: number, seconds: number) {
  const counter = new RateLimiterMemory({ points, duration: seconds })
  return async (key: string): Promise<void> => {
    await counter.consume(key).catch((refusal: unknown) => {
      throw refusal instanceof RateLimiterRes ? new TooMany(refusal.msBeforeNext / 1000) : refusal
    })
  }
}

/** A wall for a route: so many requests from one address. */
export function limitByAddress(points: number, seconds: number) {
  const guard = limiter(points, seconds)
  return (req: Request, _res: Response, next: NextFunction): void => {
    guard(req.ip ?? '').then(() => next(), next)
  }
}
