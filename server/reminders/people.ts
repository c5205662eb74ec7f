import type { Colleague } from '../accounts/accounts'
import type { Recipient } from './events'

/** Whom letters can go to. */
export interface Circle {
  /** Active members of the practice. */
  people: Colleague[]
  /** Ids of those who want no daily letters. */
  stops: Set<string>
  resolve: (to: Recipient[], ownerId: string | null) => Colleague[]
  administrators: Colleague[]
  find: (personId: string | null) => Colleague | undefined
}

export function circleOf(colleagues: Colleague[], stops: Set<string>): Circle {
  const people = colleagues.filter((one) => !one.deactivatedAt)
  const byId = new Map(people.map((one) => [one.personId, one]))
  const administrators = people.filter((one) => one.role === 'administrator')
  const readers = people.filter((one) => one.role === 'administrator' || one.getsLetters === 1)
  const known = new Map<Recipient[], Map<string | null, Colleague[]>>()
  return {
    people,
    stops,
    administrators,
    find: (personId) => (personId === null ? undefined : byId.get(personId)),
    resolve(to, ownerId) {
      const ofRule = known.get(to) ?? new Map<string | null, Colleague[]>()
      known.set(to, ofRule)
      const found = ofRule.get(ownerId) ?? resolved(to, ownerId)
      ofRule.set(ownerId, found)
      return found
    },
  }

  /** Never nobody: letters that would reach no one go to the administrators. */
  function resolved(to: Recipient[], ownerId: string | null): Colleague[] {
    const named = [...new Set(to.flatMap((recipient) => those(recipient, ownerId)))]
    const wanting = named.filter((one) => one.role === 'administrator' || !stops.has(one.personId))
    return wanting.length > 0 ? wanting : administrators
  }

  function those(recipient: Recipient, ownerId: string | null): Colleague[] {
    if (recipient === 'readers') return readers
    if (recipient === 'administrators') return administrators
    if (recipient === 'reviewers') return people.filter((one) => one.role === 'reviewer')
    const one = byId.get(recipient === 'owner' ? (ownerId ?? '') : recipient)
    if (one) return [one]
    return recipient === 'owner' ? readers : []
  }
}
