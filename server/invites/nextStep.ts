import { dateIn, shownDate } from '../dates'
import type { Person } from '../actor'
import type { KnownStep } from '../vendors/vendors'
import { lastDayOf, stateOf, type Invite } from './invite'

/** A BAA that was asked for and is still to come; null where nothing is. */
export function askedStep(invite: Invite, actor: Person): KnownStep | null {
  const isOpen = ['link made', 'sent', 'opened'].includes(stateOf(invite, actor.at))
  if (!isOpen || !invite.purposes.some(({ kind }) => kind === 'baa')) return null
  const asked = shownDate(dateIn(actor.timeZone, invite.createdAt))
  return {
    rank: 4,
    state: 'look',
    sentence: `There is no signed BAA yet; you asked for one on ${asked}.`,
    why: `${invite.contactName} has the link. It works until ${shownDate(lastDayOf(invite, actor.timeZone))}.`,
    label: 'See the request',
    href: `/invites/${invite.id}`,
    about: 'baa',
    onlyInstead: true,
  }
}
