import type { Doc } from '../pages'
import { nothing } from '../pages'
import type { BaaTerms, Provision, Warning } from '../reading'

export interface BaaReading {
  provisions: Record<string, Provision>
  baa: BaaTerms
  warnings: Warning[]
}

export function readBaa(doc: Doc): BaaReading {
  void doc
  const baa: BaaTerms = {
    coveredEntity: nothing('not-stated'),
    businessAssociate: nothing('not-stated'),
    effective: nothing('not-stated'),
    expires: nothing('not-stated'),
    term: nothing('not-stated'),
    autoRenews: nothing('not-stated'),
    terminationNoticeDays: nothing('not-stated'),
    breachNoticeDays: nothing('not-stated'),
    signedByCoveredEntity: nothing('not-stated'),
    signedByBusinessAssociate: nothing('not-stated'),
  }
  return { provisions: {}, baa, warnings: [] }
}
