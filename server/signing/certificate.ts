import type { X509Certificate } from 'node:crypto'
import type { Actor } from '../actor'
import { shownTime } from '../dates'
import type { Certificate } from '../drafts/drafts'
import type { Services } from '../services'
import type { FullSigning, SignatureMark } from './signing'
import { listSteps } from './steps'

/** Who signed, when, from where, and all that happened on the way. */
export async function certificateOf(
  { db, config }: Services,
  actor: Actor,
  signing: FullSigning,
  seal: X509Certificate,
): Promise<Certificate> {
  const { coveredEntity, businessAssociate } = signing.signatures
  const { timeZone } = actor
  const steps = await listSteps(db, actor, signing)
  return {
    reference: signing.id,
    sha256: signing.sha256,
    instance: config.baseUrl,
    timeZone,
    signers: [
      {
        side: `For ${signing.wording.businessAssociate} (the Vendor)`,
        lines: signerLines(businessAssociate!, timeZone),
      },
      {
        side: `For ${signing.wording.coveredEntity} (the Practice)`,
        lines: signerLines(coveredEntity!, timeZone),
      },
    ],
    steps: steps.map(({ at, words }) => ({ at: utc(at), local: shownTime(at, timeZone), words })),
    closing: [
      `This file is sealed under the certificate “${nameOf(seal)}”. Its SHA-256 fingerprint: ${fingerprintOf(seal)}`,
      'Any change to the file after that breaks the seal, and PDF readers show it. A reader may also say that it does not know who made the certificate: the desk makes its own, so compare the fingerprint above with the one that the reader shows.',
      `Times are given in UTC, and below it in the time of the practice (${timeZone}).`,
    ],
  }
}

function signerLines(mark: SignatureMark, timeZone: string): string[] {
  const way = mark.drawing ? 'drawn by hand' : 'typed'
  const known = mark.personId ? 'signed in to the desk' : 'through the link that was sent to this address'
  return [
    `Electronically signed by ${mark.name}, ${mark.title} (${way})`,
    `On ${utc(mark.at)} (${shownTime(mark.at, timeZone)})`,
    `${mark.email}, ${known}`,
    `From the address ${mark.ip ?? 'unknown'}, with ${mark.browser ?? 'a browser that did not name itself'}`,
    `Agreed to: ${mark.consent}`,
  ]
}

/** "2026-11-24 15:00:07 UTC" */
function utc(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 19)} UTC`
}

export function nameOf(certificate: X509Certificate): string {
  return /^CN=(.*)$/m.exec(certificate.subject)?.[1] ?? certificate.subject.replaceAll('\n', ', ')
}

/** As PDF readers show it, in lower-case pairs without colons so that it can be compared by searching. */
export function fingerprintOf(certificate: X509Certificate): string {
  return certificate.fingerprint256.replaceAll(':', '').toLowerCase()
}
