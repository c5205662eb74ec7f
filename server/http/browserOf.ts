import type { Request } from 'express'

const MAX = 200

/** As the browser names itself; nothing unseen, so that it can stand on paper. */
export function browserOf(req: Request): string | null {
  const words = (req.get('user-agent') ?? '').replace(/[^\x20-\x7e]/g, '').trim()
  return words ? words.slice(0, MAX) : null
}
