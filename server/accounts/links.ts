import { createHash, randomBytes } from 'node:crypto'
import type { Database, Transaction } from '../database'
import { LinkExpired } from '../errors'

type Purpose = 'reset' | 'join'

interface AccountLink {
  tokenHash: string
  personId: string
  practiceId: string | null
  purpose: Purpose
  createdAt: string
  expiresAt: string
  usedAt: string | null
}

const LIFETIME_HOURS: Record<Purpose, number> = { reset: 1, join: 24 * 7 }

/** A one-time secret for an address; only its hash is kept. */
export async function makeLink(
  trx: Transaction,
  personId: string,
  practiceId: string | null,
  purpose: Purpose,
  at: string,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(Date.parse(at) + LIFETIME_HOURS[purpose] * 3_600_000).toISOString()
  await trx<AccountLink>('accountLinks').where({ personId, purpose, usedAt: null }).update({ usedAt: at })
  await trx<AccountLink>('accountLinks').insert({
    tokenHash: hashOf(token),
    personId,
    practiceId,
    purpose,
    createdAt: at,
    expiresAt,
    usedAt: null,
  })
  return token
}

export async function findLink(db: Database, token: string, at: string): Promise<AccountLink> {
  const link = await db<AccountLink>('accountLinks')
    .where({ tokenHash: hashOf(token) })
    .first()
  if (!link || link.usedAt || link.expiresAt <= at) {
    throw new LinkExpired('It was used already, or it is too old. Ask for a new one on the sign-in page.')
  }
  return link
}

/** Works once, however many try at the same time. */
export async function useLink(trx: Transaction, token: string, at: string): Promise<AccountLink> {
  const link = await findLink(trx, token, at)
  const used = await trx<AccountLink>('accountLinks')
    .where({ tokenHash: link.tokenHash, usedAt: null })
    .update({ usedAt: at })
  if (used !== 1) throw new LinkExpired('It was used a moment ago.')
  return link
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
