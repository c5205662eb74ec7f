import { listLetterReaders } from '../accounts/accounts'
import type { Guest, Program } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, type Transaction } from '../database'
import type { Document } from '../documents/documents'
import { Conflict, PageError } from '../errors'
import { forwardInvite, listSigningInvites, sendFetchLink } from '../invites/invites'
import { queueLetters, type LetterWords } from '../letters/letters'
import type { Services } from '../services'
import { findSigningOfGuest, type FullSigning } from './signing'
import { completedWords, copyWords, forwardedWords } from './words'

const COPY_DAYS = 90
const MOST_FORWARDS = 5

/** Both sides get a letter; the vendor's carries a link of its own, since the one that it signed through may have ended. */
export async function sendCopies(
  desk: { db: Transaction; config: Services['config'] },
  actor: Program,
  practiceName: string,
  signing: FullSigning,
  { sha256 }: Document,
): Promise<void> {
  const { name, email, inviteId } = signing.signatures.businessAssociate!
  const words = copyWords(practiceName, signing, sha256)
  await sendFetchLink(desk, actor, inviteId!, { name, email, days: COPY_DAYS }, words)
  await tellPractice(
    desk.db,
    actor,
    signing,
    'signing.completed',
    completedWords(signing, sha256, desk.config.baseUrl),
  )
}

/** A letter to everyone in the practice who gets them. */
export async function tellPractice(
  trx: Transaction,
  actor: Guest | Program,
  { id, vendorId }: FullSigning,
  kind: string,
  words: LetterWords,
): Promise<void> {
  const { practiceId, today: dueOn, at } = actor
  const readers = await listLetterReaders(trx, practiceId)
  const letters = readers.map(({ personId, name, email }) => ({
    ...words,
    ...{ practiceId, kind, vendorId, dueOn, at },
    uniqueKey: `${kind} ${id} ${personId}`,
    to: { name, email },
  }))
  await queueLetters(trx, letters)
}

/** The link moves to the right person: the one it came through is dead from then on. */
export async function forwardToSigner(
  services: Services,
  guest: Guest,
  practiceName: string,
  to: { name: string; email: string },
): Promise<void> {
  await change(services.db, async (trx) => {
    const signing = await findSigningOfGuest(trx, guest)
    if (signing.state !== 'with the vendor') throw new Conflict('There is nothing to pass on any more.')
    if ((await listSigningInvites(trx, guest, signing.id)).length > MOST_FORWARDS)
      throw new PageError(
        422,
        'It was passed on too often',
        'Ask the practice to send it to the right person.',
      )
    const words = forwardedWords(practiceName, guest.name, signing.vendorName)
    await forwardInvite({ db: trx, config: services.config }, guest, to, words)
    const data = { signingId: signing.id, name: to.name, to: to.email }
    await recordEvent(trx, guest, 'signing.forwarded', data, signing.vendorId)
  })
}
