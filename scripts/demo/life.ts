import type { Guest } from '../../server/actor'
import { recordAmendment } from '../../server/agreements/agreements'
import type { PlainDate } from '../../server/dates'
import { askCertificate, findEnding, giveCertificate, recordEnding } from '../../server/endings/endings'
import { makeInviteLink } from '../../server/invites/invites'
import { stateList } from '../../server/subcontractors/subcontractors'
import { findVendor, listContacts, type Vendor } from '../../server/vendors/vendors'
import { bring, daysAgo, inDays, type Desk } from './desk'

/** From a paper that came in, looked over and recorded on the day after. */
export async function amend(
  desk: Desk,
  vendor: Vendor,
  agreementId: string,
  { since, name, pdf }: { since: PlainDate; name: string; pdf: Buffer },
): Promise<void> {
  desk.goTo(since)
  const document = await bring(desk, vendor.id, name, pdf)
  await recordAmendment(desk.services.db, await desk.rae(), agreementId, {
    ...{ documentId: document.id, correctsId: null, effective: since, note: null },
    changes: { breachNoticeDays: 10 },
    summary: 'Security incidents are reported too.',
    ...{ coveredEntitySigner: 'Priya Raman', coveredEntitySignedOn: since },
    ...{ businessAssociateSigner: 'Lena Voss', businessAssociateSignedOn: since },
  })
}

/** Ended after the refusal; of two tasks one is done, and a certificate for the other waits. */
export async function endOf(desk: Desk, vendor: Vendor, agreementId: string, system: string): Promise<void> {
  const { services } = desk
  desk.goTo(daysAgo(desk, 40))
  const rae = await desk.rae()
  const task = { way: 'either' as const, dueOn: inDays(desk, 5), responsible: rae.name }
  const endingId = await recordEnding(services.db, rae, agreementId, {
    ...{ endedOn: daysAgo(desk, 40), kind: 'other', cure: null },
    reason: 'After the adverse opinion the practice decided not to use the service.',
    tasks: [
      { ...task, what: `Dictations in ${system}`, system },
      {
        ...task,
        what: 'All other copies: backups, e-mail, paper, and those of subcontractors',
        system: null,
      },
    ],
  })
  const ending = await findEnding(services.db, rae, endingId)
  const to = { contactName: 'Sales', contactEmail: 'sales@gorsefield.example', message: '', days: 30 }
  const { inviteId } = await askCertificate(services, rae, vendor, ending, { ...to, way: 'letter' })
  desk.goTo(daysAgo(desk, 2))
  const [first, second] = ending.tasks.map(({ id }) => id)
  const wiped = {
    outcome: 'destroyed' as const,
    method: 'Wiped after NIST SP 800-88',
    doneOn: daysAgo(desk, 9),
  }
  const because = 'Backups can’t be opened singly. They are overwritten after 90 days.'
  await giveCertificate(
    services,
    await guestOf(desk, vendor, inviteId, 'Ole Farrow'),
    {
      signerName: 'Ole Farrow',
      signerTitle: 'Head of operations',
      entries: [
        { taskId: first!, ...wiped, because: null },
        { taskId: second!, outcome: 'infeasible', method: null, doneOn: null, because },
      ],
    },
    'Firefox',
  )
}

/** Asked, and listed through the link; one has signed no BAA with the vendor. */
export async function listSubcontractors(
  desk: Desk,
  vendor: Vendor,
  ago: number,
  who: string,
): Promise<void> {
  const { services } = desk
  desk.goTo(daysAgo(desk, ago + 3))
  const [contact] = await listContacts(services.db, vendor)
  const { inviteId } = await makeInviteLink(services, await desk.rae(), vendor, {
    ...{ contactName: contact!.name, contactEmail: contact!.email, message: '', days: 14 },
    purposes: [{ kind: 'subcontractors', words: null }],
  })
  desk.goTo(daysAgo(desk, ago))
  const one = { country: 'United States', phi: 'yes' as const }
  await stateList(services.db, await guestOf(desk, vendor, inviteId, who), {
    title: contact!.title ?? 'Contact',
    entries: [
      {
        ...one,
        name: 'Amazon Web Services, Inc.',
        service: 'Cloud hosting',
        baa: 'yes',
        baaOn: '2024-02-01',
      },
      { ...one, name: 'Pellworth Support', service: 'Help desk at night', baa: 'no', baaOn: null },
    ],
  })
}

async function guestOf(desk: Desk, vendor: Vendor, inviteId: string, name: string): Promise<Guest> {
  const { practiceId, timeZone, today, at } = await desk.priya()
  const { id: vendorId } = await findVendor(desk.services.db, await desk.priya(), vendor.id)
  return { kind: 'guest', inviteId, vendorId, practiceId, timeZone, today, at, ip: '203.0.113.9', name }
}
