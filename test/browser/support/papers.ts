import { makeBaaPdf, makeSoc2Pdf } from '../../../scripts/papers/papers'

/** A report with one exception, of a period that ended in June. */
export function soc2OfCareBridge(): Promise<Buffer> {
  return makeSoc2Pdf({
    organization: 'Larkhollow Health Systems, Inc.',
    short: 'Larkhollow',
    system: 'CareBridge Platform',
    auditor: 'Harrow & Pike LLP',
    city: 'Columbus, Ohio',
    type: 'type-2',
    period: { start: '2025-07-01', end: '2026-06-30' },
    reportDate: '2026-08-21',
    categories: ['security', 'availability', 'confidentiality'],
    opinion: 'unqualified',
    affectedCriteria: [],
    exceptions: [
      {
        control: 'AC-04',
        text: 'For 2 of 25 terminated users selected, access was removed between 9 and 12 days after the termination date.',
        response: 'Removal now follows the human resources feed by itself.',
      },
    ],
    subservice: [{ name: 'Amazon Web Services, Inc.', method: 'carve-out', does: 'cloud hosting' }],
    cuecs: [
      {
        text: 'approving, reviewing and removing their own users of the CareBridge Platform',
        criteria: ['CC6.1', 'CC6.2'],
      },
    ],
    phi: 'in-scope',
  })
}

/** Signed by both, for a year. */
export function baaForAYear(): Promise<Buffer> {
  return makeBaaPdf({
    coveredEntity: 'Maple Street Family Medicine',
    businessAssociate: 'Larkhollow Health Systems, Inc.',
    effective: '2026-11-20',
    term: { is: 'fixed', expires: '2027-11-19' },
    noticeDays: 60,
    breachNotice: '10 days',
    signed: {
      coveredEntity: { name: 'Priya Raman', title: 'Practice administrator', date: '2026-11-19' },
      businessAssociate: {
        name: 'Dana Okoye',
        title: 'Chief Information Security Officer',
        date: '2026-11-20',
      },
    },
  })
}

export const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer })
