import type { Actor, Person } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, type Database } from '../database'
import { Forbidden, NotFound } from '../errors'
import { isSecret, SECRET_KINDS, type Letter, type LetterAttempt, type LetterState } from './letter'
import { withoutLink } from './words'

/** How the Outbox sorts its letters. */
export const GROUPS = {
  waiting: ['planned', 'claimed', 'deferred'],
  failed: ['refused', 'gaveUp'],
  sent: ['sent'],
  withdrawn: ['withdrawn'],
} satisfies Record<string, LetterState[]>

export type LetterGroup = keyof typeof GROUPS

export const PAGE = 50
// Five days of trying each half hour.
const MOST_TRIES = 300

export type ListedLetter = Omit<Letter, 'html' | 'text'>

const LISTED = [
  'id',
  'vendorId',
  'kind',
  'toName',
  'toEmail',
  'subject',
  'dueOn',
  'state',
  'createdAt',
  'nextAttemptAt',
  'sentAt',
  'answer',
  'attempts',
] as const

/** Newest first. */
export async function listLetters(
  db: Database,
  actor: Person,
  options: { group?: LetterGroup | undefined; page?: number } = {},
): Promise<ListedLetter[]> {
  const query = lettersOf(db, actor)
  if (options.group) void query.whereIn('state', GROUPS[options.group])
  const skip = ((options.page ?? 1) - 1) * PAGE
  const rows = query.orderBy([{ column: 'createdAt', order: 'desc' }, 'id'])
  return (await rows.offset(skip).limit(PAGE).select(LISTED)) as ListedLetter[]
}

/** What was written about a vendor, newest first. */
export async function listLettersAbout(
  db: Database,
  actor: Person,
  vendorId: string,
  limit = 10,
): Promise<ListedLetter[]> {
  const rows = lettersOf(db, actor).where({ vendorId }).whereNot({ state: 'withdrawn' })
  return (await rows.orderBy('createdAt', 'desc').limit(limit).select(LISTED)) as ListedLetter[]
}

export async function countLetters(db: Database, actor: Person): Promise<Record<LetterGroup, number>> {
  const rows = (await lettersOf(db, actor)
    .groupBy('state')
    .select('state')
    .count({ count: '*' })) as unknown as {
    state: LetterState
    count: number
  }[]
  const count = (states: LetterState[]) =>
    rows.filter((row) => states.includes(row.state)).reduce((sum, row) => sum + Number(row.count), 0)
  const groups = Object.entries(GROUPS).map(([group, states]) => [group, count(states)])
  return Object.fromEntries(groups) as Record<LetterGroup, number>
}

/** With its link taken out where it is a secret one; its attempts oldest first. */
export async function findLetter(
  db: Database,
  actor: Person,
  id: string,
): Promise<Letter & { tries: LetterAttempt[] }> {
  const letter = await findWhole(db, actor, id)
  const tries = await db<LetterAttempt>('letterAttempts')
    .where({ letterId: id })
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'claimedAt', order: 'desc' },
    ])
    .limit(MOST_TRIES)
  tries.reverse()
  return { ...(isSecret(letter) ? withoutLink(letter) : letter), tries }
}

/** The letter with its secret link, for an administrator who hands it over by other means; the record says who looked. */
export async function openLetter(db: Database, actor: Person, id: string): Promise<Letter> {
  const letter = await findWhole(db, actor, id)
  await refuseOtherPractices(db, actor, letter)
  await change(db, async (trx) => {
    await recordEvent(
      trx,
      actor,
      'letter.opened',
      { letterId: id, to: letter.toEmail, kind: letter.kind },
      letter.vendorId,
    )
  })
  return letter
}

/** @throws NotFound */
export async function findWhole(db: Database, actor: Person, id: string): Promise<Letter> {
  const letter = await lettersOf(db, actor).where({ id }).first()
  if (!letter) throw new NotFound('letter')
  return letter as Letter
}

// A password link opens the account in all its practices, so one practice alone can't hand it out.
async function refuseOtherPractices(db: Database, actor: Person, letter: Letter): Promise<void> {
  if (letter.kind !== 'account.reset' || letter.toEmail === actor.email) return
  const elsewhere = await db('memberships')
    .join('people', 'people.id', 'memberships.personId')
    .where({ email: letter.toEmail, deactivatedAt: null })
    .whereNot({ practiceId: actor.practiceId })
    .first<{ id: string } | undefined>('memberships.id')
  if (elsewhere)
    throw new Forbidden('This person belongs to other practices too, so the link is theirs alone.')
}

/** Every letter query starts here: one practice, and the secret ones for its administrators alone. */
function lettersOf(db: Database, actor: Actor) {
  const query = db<Letter>('letters').where({ practiceId: actor.practiceId })
  if (actor.kind === 'person' && actor.role === 'administrator') return query
  return query.whereNotIn('kind', SECRET_KINDS)
}
