import { addDraft, usualTerms } from '../../server/drafts/drafts'
import { sendToSign } from '../../server/signing/send'
import { signAsVendor } from '../../server/signing/sign'
import type { Vendor } from '../../server/vendors/vendors'
import { daysAgo, inDays, type Desk } from './desk'

const CONSENT = 'I am allowed to sign this agreement. I agree to sign electronically.'

/** Written here, signed by the vendor yesterday, and waiting for the practice. */
export async function signedByVendor(desk: Desk, vendor: Vendor, signer: { name: string; email: string }) {
  const { services } = desk
  desk.goTo(daysAgo(desk, 3))
  const rae = await desk.rae()
  const terms = usualTerms(
    rae.practiceName,
    `${vendor.name}, Inc.`,
    'sending of appointment reminders to patients',
    inDays(desk, 365),
  )
  const draft = await addDraft(services.db, rae, vendor.id, terms)
  const to = { contactName: signer.name, contactEmail: signer.email, message: '', days: 14 }
  const { inviteId } = await sendToSign(services, rae, draft, vendor, to, 'letter')
  desk.goTo(daysAgo(desk, 1))
  const { practiceId, timeZone, today, at } = await desk.priya()
  const guest = { kind: 'guest', inviteId, vendorId: vendor.id, practiceId, timeZone, today, at } as const
  const form = { name: signer.name, title: 'Owner', drawing: null, consent: CONSENT }
  await signAsVendor(services, { ...guest, ip: '203.0.113.7', name: signer.name }, form, {
    browser: 'Safari on a phone',
  })
}

/** Begun, and not sent yet. */
export async function draftFor(desk: Desk, vendor: Vendor): Promise<void> {
  desk.goTo(daysAgo(desk, 2))
  const rae = await desk.rae()
  const services = vendor.service ?? 'the services that it performs'
  const terms = usualTerms(rae.practiceName, vendor.name, services, inDays(desk, 365))
  await addDraft(desk.services.db, rae, vendor.id, { ...terms, riders: ['TX'], breachDays: 20 })
}
