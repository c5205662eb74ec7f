import { dateIn, shownDate } from '../dates'
import type { Person } from '../actor'
import type { KnownStep } from '../vendors/vendors'
import type { FullSigning } from './signing'

/** What a paper that isn't signed by both sides asks of the practice; null while it is being sealed. */
export function signingStep(
  { id, state, signatures, reason, createdAt }: FullSigning,
  actor: Person,
): KnownStep | null {
  const step = (rank: number, sentence: string, why: string, label: string, href = `/signings/${id}`) =>
    ({ rank, state: 'look', sentence, why, label, href, about: 'baa' }) satisfies KnownStep
  if (state === 'with the vendor') {
    const why = `You sent it on ${shownDate(dateIn(actor.timeZone, createdAt))}. It binds nobody until both sides have signed.`
    return {
      ...step(2, 'The BAA waits for the vendor’s signature.', why, 'See where it is'),
      onlyInstead: true,
    }
  }
  if (state === 'countersign') {
    const { name, at } = signatures.businessAssociate!
    const why = `${name} signed on ${shownDate(dateIn(actor.timeZone, at))}. It binds nobody until your practice has signed too.`
    return actor.role === 'administrator'
      ? step(
          1,
          'The BAA is signed by the vendor and waits for you.',
          why,
          'Countersign',
          `/signings/${id}/countersign`,
        )
      : step(1, 'The BAA is signed by the vendor.', `${why} An administrator can do that.`, 'See it')
  }
  if (state === 'change asked for')
    return step(
      3,
      'A change of the BAA is asked for before it is signed.',
      `In their words: ${reason}`,
      'See what to do',
    )
  return state === 'declined'
    ? step(3, 'The vendor declined to sign the BAA.', `The reason given: ${reason}`, 'See what to do')
    : null
}
