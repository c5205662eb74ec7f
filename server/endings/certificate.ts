import { listLetterReaders } from '../accounts/accounts'
import type { Guest, Person } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, newId, type Database } from '../database'
import { Conflict } from '../errors'
import { closeInvite, makeInviteLink, sendInvite } from '../invites/invites'
import { queueLetters } from '../letters/letters'
import type { Services } from '../services'
import type { Vendor } from '../vendors/vendors'
import { finishTask } from './end'
import {
  findEnding,
  findEndingOfGuest,
  openTasks,
  waitingCertificate,
  type CertificateRow,
  type FullEnding,
} from './ending'
import { STATEMENT, type CertificateForm } from './forms'

/** The vendor is asked what became of it, through a link of its own. */
export async function askCertificate(
  services: Services,
  actor: Person,
  vendor: Vendor,
  ending: FullEnding,
  values: {
    contactName: string
    contactEmail: string
    message: string
    days: number
    way: 'letter' | 'link'
  },
): Promise<{ inviteId: string; link: string | null }> {
  if (openTasks(ending).length === 0) throw new Conflict('Nothing is left to be certified.')
  const { way, ...to } = values
  const invite = { ...to, purposes: [{ kind: 'destruction' as const, words: null }], aboutId: ending.id }
  return change(services.db, async (trx) => {
    const desk = { db: trx, config: services.config }
    await recordEvent(
      trx,
      actor,
      'ending.certificateAsked',
      { endingId: ending.id, to: to.contactEmail },
      vendor.id,
    )
    if (way === 'link') return makeInviteLink(desk, actor, vendor, invite)
    return { inviteId: await sendInvite(desk, actor, vendor, invite), link: null }
  })
}

/** Stands beside earlier ones until a person accepts it or sends it back. */
export async function giveCertificate(
  services: Services,
  guest: Guest,
  form: CertificateForm,
  browser: string | null,
): Promise<void> {
  await change(services.db, async (trx) => {
    const ending = await findEndingOfGuest(trx, guest)
    const { practiceId, vendorId, inviteId, ip, at } = guest
    const row: CertificateRow = {
      ...{ id: newId(), practiceId, vendorId, inviteId, endingId: ending.id, ip, browser, receivedAt: at },
      entries: JSON.stringify(form.entries),
      signerName: form.signerName,
      signerTitle: form.signerTitle,
      statement: STATEMENT,
      acceptedAt: null,
      acceptedBy: null,
      refusedAt: null,
      refusedBy: null,
      refusedReason: null,
    }
    await trx<CertificateRow>('returnCertificates').insert(row)
    await closeInvite(trx, guest, null)
    const { id: certificateId, signerName: name, signerTitle: title } = row
    await recordEvent(
      trx,
      guest,
      'ending.certified',
      { endingId: ending.id, certificateId, name, title },
      vendorId,
    )
    const readers = await listLetterReaders(trx, practiceId)
    const letters = readers.map(({ personId, name: toName, email }) => ({
      subject: `${ending.vendorName} has certified what became of your patient information`,
      sentence: `${name}, ${title}, has filled in the certificate of return or destruction for ${ending.vendorName}.`,
      paragraphs: ['Look it over and accept it, or send it back. Until then the tasks stay open.'],
      link: { label: 'See the certificate', url: `${services.config.baseUrl}/endings/${ending.id}` },
      kind: 'ending.certified',
      uniqueKey: `ending.certified ${certificateId} ${personId}`,
      to: { name: toName, email },
      ...{ practiceId, vendorId, dueOn: guest.today, at },
    }))
    await queueLetters(trx, letters)
  })
}

/** Every open task that it speaks of is done, with what it says. */
export async function acceptCertificate(db: Database, actor: Person, endingId: string): Promise<void> {
  await change(db, async (trx) => {
    const ending = await findEnding(trx, actor, endingId)
    const certificate = waitingCertificate(ending)
    if (!certificate) throw new Conflict('There is no certificate to accept.')
    const { id } = certificate
    const open = trx<CertificateRow>('returnCertificates').where({ id, acceptedAt: null, refusedAt: null })
    if ((await open.update({ acceptedAt: actor.at, acceptedBy: actor.name })) !== 1)
      throw new Conflict('Someone else was faster. Look again.')
    await recordEvent(
      trx,
      actor,
      'ending.certificateAccepted',
      { endingId, certificateId: id },
      ending.vendorId,
    )
    for (const task of openTasks(ending)) {
      const entry = certificate.entries.find(({ taskId }) => taskId === task.id)
      if (!entry) continue
      const { outcome, method, doneOn, because: doneNote } = entry
      await finishTask(trx, actor, task, { outcome, method, doneOn, doneNote, certificateId: id })
    }
  })
}

export async function refuseCertificate(
  db: Database,
  actor: Person,
  endingId: string,
  reason: string,
): Promise<void> {
  await change(db, async (trx) => {
    const ending = await findEnding(trx, actor, endingId)
    const certificate = waitingCertificate(ending)
    if (!certificate) throw new Conflict('There is no certificate to send back.')
    const values = { refusedAt: actor.at, refusedBy: actor.name, refusedReason: reason }
    const open = { id: certificate.id, acceptedAt: null, refusedAt: null }
    if ((await trx<CertificateRow>('returnCertificates').where(open).update(values)) !== 1)
      throw new Conflict('Someone else was faster. Look again.')
    const data = { endingId, certificateId: certificate.id, reason }
    await recordEvent(trx, actor, 'ending.certificateRefused', data, ending.vendorId)
  })
}
