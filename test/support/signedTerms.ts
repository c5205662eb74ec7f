import type { Agreement, Terms } from '../../server/agreements/agreements'

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

/** The row of such a BAA, ending in June 2027 unless told otherwise. */
export function agreementWith(values: Partial<Agreement> = {}): Agreement {
  return {
    ...signedTerms({ ends: '2027-06-30' }),
    id: `v${values.version ?? 1}`,
    practiceId: 'p',
    vendorId: 'v',
    version: 1,
    endedOn: null,
    endReason: null,
    breachNoticeDays: null,
    recordedBy: 'Rae',
    recordedAt: '2025-01-02T00:00:00.000Z',
    ...values,
  }
}
