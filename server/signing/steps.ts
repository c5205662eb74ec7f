import type { Actor } from '../actor'
import type { Database } from '../database'
import type { Event } from '../audit/audit'
import type { FullSigning } from './signing'

export interface Step {
  at: string
  words: string
}

type Data = Record<string, string | undefined>

const WORDS: Record<string, (data: Data, who: string) => string> = {
  'signing.sent': ({ name, to }, who) => `${who} sent the agreement to ${name}, ${to}.`,
  'signing.forwarded': ({ name, to }, who) =>
    `${who} passed it on to ${name}, ${to}. The earlier link is dead.`,
  'signing.signed': ({ name, title, way }) => `${name}, ${title}, signed for the Vendor (${way}).`,
  'signing.countersigned': ({ name, title, way }) => `${name}, ${title}, signed for the Practice (${way}).`,
  'signing.declined': ({ reason }, who) => `${who} declined: ${reason}`,
  'signing.changeAsked': ({ reason }, who) => `${who} asked for a change: ${reason}`,
  'signing.withdrawn': (_data, who) => `${who} took it back.`,
  'signing.completed': () => 'The signed paper was sealed and put on file.',
  'invite.opened': (_data, who) => `${who} opened the link.`,
  'invite.resent': ({ to }, who) => `${who} sent it again, to ${to}, with a new link.`,
}

/** What happened to it, from the record itself. Oldest first. */
export async function listSteps(db: Database, actor: Actor, signing: FullSigning): Promise<Step[]> {
  const inviteIds = (await db('invites')
    .where({ practiceId: actor.practiceId, signingId: signing.id })
    .pluck('id')) as string[]
  const events = await db<Event>('events')
    .where({ practiceId: actor.practiceId, vendorId: signing.vendorId })
    .whereIn('kind', Object.keys(WORDS))
    .where('at', '>=', signing.createdAt)
    .orderBy('number')
  return events.flatMap((event) => {
    const data = JSON.parse(event.data) as Data
    const isMine = data.signingId === signing.id || inviteIds.includes(data.inviteId ?? '')
    return isMine ? [{ at: event.at, words: WORDS[event.kind]!(data, event.actorName) + from(event) }] : []
  })
}

function from({ actorKind, ip, kind }: Event): string {
  return actorKind === 'guest' && ip && kind === 'invite.opened' ? ` From ${ip}.` : ''
}
