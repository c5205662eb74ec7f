import type { Guest, Person } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, isSqlite, newId, type Transaction } from '../database'
import { Conflict } from '../errors'
import { closeInvite } from '../invites/invites'
import { queueJob } from '../jobs/jobs'
import type { Services } from '../services'
import { SEAL_JOB, type SealPayload } from './sealJob'
import {
  findSigning,
  findSigningOfGuest,
  isOpen,
  type FullSigning,
  type Side,
  type SignatureRow,
} from './signing'
import type { SignForm } from './forms'
import { tellPractice } from './copies'
import { askedWords, declinedWords, signedWords } from './words'

/** Where a signature came from, as far as a request tells. */
export interface From {
  browser: string | null
}

/** The vendor signs through its link. Pressing twice signs once. */
export async function signAsVendor(
  services: Services,
  guest: Guest,
  form: SignForm,
  from: From,
): Promise<void> {
  await change(services.db, async (trx) => {
    const signing = await openSigning(trx, await findSigningOfGuest(trx, guest), guest)
    if (signing.signatures.businessAssociate) return
    const { contactEmail: email } = await closeInvite(trx, guest, null)
    const who = { email, personId: null, inviteId: guest.inviteId }
    await addSignature(trx, guest, signing, 'businessAssociate', form, { ...from, ...who })
    if (!signing.signatures.coveredEntity)
      await tellPractice(
        trx,
        guest,
        signing,
        'signing.signed',
        signedWords(signing, form, services.config.baseUrl),
      )
  })
}

/** The practice signs; an administrator does, for its part binds the practice. */
export async function countersign(
  services: Services,
  actor: Person,
  signingId: string,
  form: SignForm,
  from: From,
): Promise<void> {
  await change(services.db, async (trx) => {
    const signing = await openSigning(trx, await findSigning(trx, actor, signingId), actor)
    if (signing.signatures.coveredEntity) throw new Conflict('The practice has signed already.')
    const who = { email: actor.email, personId: actor.personId, inviteId: null }
    await addSignature(trx, actor, signing, 'coveredEntity', form, { ...from, ...who })
  })
}

export async function declineToSign(services: Services, guest: Guest, reason: string): Promise<void> {
  await turnDown(services, guest, 'declinedAt', reason)
}

/** What the vendor wants otherwise comes back to the practice, which writes a new version. */
export async function askForChange(services: Services, guest: Guest, reason: string): Promise<void> {
  await turnDown(services, guest, 'changeAskedAt', reason)
}

async function turnDown(
  services: Services,
  guest: Guest,
  how: 'declinedAt' | 'changeAskedAt',
  reason: string,
): Promise<void> {
  await change(services.db, async (trx) => {
    const signing = await openSigning(trx, await findSigningOfGuest(trx, guest), guest)
    if (signing.signatures.businessAssociate)
      throw new Conflict('You have signed it already. Write to the practice.')
    await trx('signings')
      .where({ id: signing.id })
      .update({ [how]: guest.at, reason })
    await closeInvite(trx, guest, reason)
    const kind = how === 'declinedAt' ? 'signing.declined' : 'signing.changeAsked'
    await recordEvent(trx, guest, kind, { signingId: signing.id, reason }, signing.vendorId)
    const words = how === 'declinedAt' ? declinedWords : askedWords
    await tellPractice(trx, guest, signing, kind, words(signing, guest.name, reason, services.config.baseUrl))
  })
}

async function addSignature(
  trx: Transaction,
  actor: Guest | Person,
  signing: FullSigning,
  side: Side,
  { name, title, drawing, consent }: SignForm,
  about: From & { email: string; personId: string | null; inviteId: string | null },
): Promise<void> {
  const row: SignatureRow = {
    id: newId(),
    practiceId: actor.practiceId,
    signingId: signing.id,
    side,
    name,
    title,
    drawing: drawing ? JSON.stringify(drawing) : null,
    consent,
    at: actor.at,
    ip: actor.ip,
    ...about,
  }
  await trx<SignatureRow>('signatures').insert(row)
  const data = {
    signingId: signing.id,
    side,
    name,
    title,
    way: drawing ? 'drawn' : 'typed',
    browser: about.browser,
  }
  const kind = side === 'coveredEntity' ? 'signing.countersigned' : 'signing.signed'
  await recordEvent(trx, actor, kind, { ...data, sha256: signing.sha256 }, signing.vendorId)
  const other = side === 'coveredEntity' ? 'businessAssociate' : 'coveredEntity'
  if (!signing.signatures[other]) return
  const payload: SealPayload = { practiceId: actor.practiceId, signingId: signing.id }
  await queueJob(trx, SEAL_JOB, payload, actor.at)
}

/** Both sides may press at the same moment: whoever comes second sees the first. */
async function openSigning(trx: Transaction, seen: FullSigning, actor: Guest | Person): Promise<FullSigning> {
  if (!isSqlite(trx)) await trx('signings').where({ id: seen.id }).forUpdate().first('id')
  const signing = await findSigning(trx, actor, seen.id)
  if (isOpen(signing) || (signing.state === 'being sealed' && actor.kind === 'guest')) return signing
  if (signing.state === 'signed by both' && actor.kind === 'guest') return signing
  throw new Conflict(`It can’t be signed any more: ${signing.state}.`)
}
