import type { Terms } from '../../server/agreements/agreements'

/** A BAA in force since 2025 that both sides have signed, without an end unless one is given. */
export function signedTerms(values: Partial<Terms> = {}): Terms {
  return {
    documentId: null,
    correctsId: null,
    coveredEntity: 'Maple Street Family Medicine',
    businessAssociate: 'Northwind e-Fax, Inc.',
    effective: '2025-01-01',
    term: 'fixed',
    ends: null,
    reviewBy: null,
    servicesAgreement: null,
    renewalMonths: null,
    noticeDays: null,
    coveredEntitySigner: 'Priya Raman',
    coveredEntitySignedOn: '2024-12-20',
    businessAssociateSigner: 'J. Alvarez',
    businessAssociateSignedOn: '2024-12-18',
    note: null,
    ...values,
  }
}
