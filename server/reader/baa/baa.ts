import { type Doc, field, nothing } from '../pages'
import type { BaaTerms, Field, ISODate, Provision, Warning } from '../reading'
import { type Agreement, proof, takeApart } from './agreement'
import { effectiveDate } from './effective'
import { pageAt } from './flow'
import { readProvisions } from './provisions/provisions'
import type { Side } from './roles'
import { readSignatures, type SideSigned, type Signing } from './signatures'
import { breachNotice, expiryOf, renewalOf, terminationNotice, termOf } from './terms'
import { warningsOf } from './warnings'

export interface BaaReading {
  provisions: Record<string, Provision>
  baa: BaaTerms
  warnings: Warning[]
}

/** What a business associate agreement says on each point of 45 CFR 164.504(e) and 164.314(a), who made it, and for how long. */
export function readBaa(doc: Doc): BaaReading {
  const agreement = takeApart(doc)
  const signing = readSignatures(agreement)
  const baa = readTerms(agreement, signing)
  return {
    provisions: readProvisions(agreement, signing, baa),
    baa,
    warnings: warningsOf(agreement, signing, baa),
  }
}

function readTerms(agreement: Agreement, signing: Signing): BaaTerms {
  const effective = effectiveDate(agreement, signing)
  const term = termOf(agreement)
  return {
    coveredEntity: nameOf(agreement, agreement.roles.coveredEntity),
    businessAssociate: nameOf(agreement, agreement.roles.businessAssociate),
    effective,
    expires: expiryOf(agreement, effective, term),
    term,
    autoRenews: renewalOf(agreement, term),
    terminationNoticeDays: terminationNotice(agreement),
    breachNoticeDays: breachNotice(agreement),
    signedByCoveredEntity: signing.coveredEntity.field,
    signedByBusinessAssociate: signing.businessAssociate.field,
    coveredEntitySigner: signerOf(signing.coveredEntity),
    coveredEntitySignedOn: signedOn(signing.coveredEntity),
    businessAssociateSigner: signerOf(signing.businessAssociate),
    businessAssociateSignedOn: signedOn(signing.businessAssociate),
  }
}

/** As sure as it is that this side has signed at all. */
function signerOf({ field: signed, signer }: SideSigned): Field<string> {
  return signer ? field('found', signer.name, signed.confidence, signer.evidence) : nothing('not-stated')
}

function signedOn({ field: signed, date }: SideSigned): Field<ISODate> {
  return signed.value === true && date
    ? field('found', date.iso, signed.confidence, date.evidence)
    : nothing('not-stated')
}

function nameOf(agreement: Agreement, { party, stated }: Side): Field<string> {
  if (!party?.name) return nothing('not-stated')
  const evidence = proof(agreement, party)
  const scanned = pageAt(agreement.flow, party.start)?.source === 'ocr' ? 0.15 : 0
  return evidence.length
    ? field('found', party.name, (stated ? 0.9 : 0.78) - scanned, evidence)
    : nothing('unreadable')
}
