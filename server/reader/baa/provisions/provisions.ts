import type { BaaTerms, Provision } from '../../reading'
import type { Agreement } from '../agreement'
import type { Signing } from '../signatures'
import * as form from './form'
import * as government from './government'
import * as individuals from './individuals'
import * as reporting from './reporting'
import * as safeguards from './safeguards'
import * as subcontractors from './subcontractors'
import * as termination from './termination'
import * as uses from './uses'

const rules: Record<string, (agreement: Agreement) => Provision> = {
  B01: uses.permittedUses,
  B02: uses.ownManagement,
  B03: uses.dataAggregation,
  B04: uses.noOtherUse,
  B05: safeguards.safeguards,
  B06: safeguards.securityRule,
  B07: reporting.reportUses,
  B08: reporting.reportBreaches,
  B09: reporting.securityIncidents,
  B10: subcontractors.sameRestrictions,
  B11: subcontractors.subcontractorSecurity,
  B12: individuals.access,
  B13: individuals.amendment,
  B14: individuals.accounting,
  B15: individuals.delegatedDuties,
  B16: government.booksAndRecords,
  B17: termination.returnOrDestroy,
  B18: termination.terminationForCause,
  B19: reporting.breachDeadline,
  B20: uses.minimumNecessary,
  B21: uses.deIdentification,
  B22: termination.cure,
  B23: safeguards.mitigation,
}

/** One answer for each entry of the table of provisions. */
export function readProvisions(
  agreement: Agreement,
  signing: Signing,
  { effective }: BaaTerms,
): Record<string, Provision> {
  const read = Object.entries(rules).map(([id, rule]) => [id, rule(agreement)] as const)
  return {
    ...Object.fromEntries(read),
    B24: form.writtenAndSigned(agreement, signing, effective),
    B25: form.notGrandfathered(signing, effective),
    B26: form.retention(agreement),
  }
}
