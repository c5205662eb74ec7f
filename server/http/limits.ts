import type { NextFunction, Request, Response } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { TooMany } from '../errors'

export interface Limit {
  /** @throws TooMany once `points` tries were made within the time. */
  take: (key: string) => Promise<void>
  /** A try that turned out well doesn't count. */
  giveBack: (key: string) => Promise<void>
}

export function limit(points: number, seconds: number): Limit {
  const counter = new RateLimiterMemory({ points, duration: seconds })
  return {
    take: async (key) => {
      await counter.consume(key).catch((refusal: unknown) => {
        throw refusal instanceof RateLimiterRes ? new TooMany(refusal.msBeforeNext / 1000) : refusal
      })
    },
    giveBack: async (key) => {
      await counter.reward(key)
    },
  }
}

/** A wall for a route: so many requests from one address. */
export function limitByAddress(points: number, seconds: number) {
  const { take } = limit(points, seconds)
  return (req: Request, _res: Response, next: NextFunction): void => {
    take(req.ip ?? '').then(() => next(), next)
  }
}
