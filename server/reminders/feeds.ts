import { createHash, randomBytes } from 'node:crypto'
import { findPerson } from '../accounts/accounts'
import type { Person } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, newId, type Database } from '../database'
import { NotFound } from '../errors'

/** An address under which a calendar program finds the dates of one person in one practice. */
export interface Feed {
  id: string
  practiceId: string
  personId: string
  tokenHash: string
  createdAt: string
  revokedAt: string | null
}

const TOKEN_BYTES = 32

export async function findFeed(db: Database, actor: Person): Promise<Feed | undefined> {
  const { practiceId, personId } = actor
  return db<Feed>('calendarFeeds').where({ practiceId, personId, revokedAt: null }).first()
}

export async function hasFeed(db: Database, practiceId: string): Promise<boolean> {
  return (await db<Feed>('calendarFeeds').where({ practiceId, revokedAt: null }).first('id')) !== undefined
}

/** Answers with the token, which is kept nowhere; an earlier address stops working. */
export async function makeFeed(db: Database, actor: Person): Promise<string> {
  const { practiceId, personId, at } = actor
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  await change(db, async (trx) => {
    await trx<Feed>('calendarFeeds')
      .where({ practiceId, personId, revokedAt: null })
      .update({ revokedAt: at })
    const feed = {
      id: newId(),
      practiceId,
      personId,
      tokenHash: hashOf(token),
      createdAt: at,
      revokedAt: null,
    }
    await trx<Feed>('calendarFeeds').insert(feed)
    await recordEvent(trx, actor, 'calendar.made')
  })
  return token
}

export async function revokeFeed(db: Database, actor: Person): Promise<void> {
  const { practiceId, personId, at } = actor
  await change(db, async (trx) => {
    const mine = trx<Feed>('calendarFeeds').where({ practiceId, personId, revokedAt: null })
    if ((await mine.update({ revokedAt: at })) > 0) await recordEvent(trx, actor, 'calendar.revoked')
  })
}

/** Whose calendar it is. @throws NotFound also when the person has left the practice */
export async function ownerOf(db: Database, token: string, at: string): Promise<Person> {
  const feed = await db<Feed>('calendarFeeds')
    .where({ tokenHash: hashOf(token), revokedAt: null })
    .first()
  const person = feed && (await findPerson(db, feed.personId, feed.practiceId, at, null))
  if (!feed || person?.practiceId !== feed.practiceId) throw new NotFound('calendar')
  return person
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
