import { createHash, randomBytes } from 'node:crypto'

const BYTES = 32

/** 256 random bits as they stand in a link or a cookie; only the hash is ever written down. */
export function newToken(): { token: string; tokenHash: string } {
  const token = randomBytes(BYTES).toString('base64url')
  return { token, tokenHash: hashToken(token) }
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
