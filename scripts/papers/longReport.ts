import type { Soc2Facts } from './soc2/facts'

/** A plain report set to so many pages, for measuring. */
export function longReport(pages: number): Soc2Facts {
  return {
    organization: 'Larkhollow Health Systems, Inc.',
    short: 'Larkhollow',
    system: 'CareBridge Platform',
    auditor: 'Harrow & Pike LLP',
    city: 'Columbus, Ohio',
    type: 'type-2',
    period: { start: '2025-04-01', end: '2026-03-31' },
    reportDate: '2026-05-22',
    categories: ['security', 'availability', 'confidentiality'],
    opinion: 'unqualified',
    affectedCriteria: [],
    exceptions: [],
    subservice: [{ name: 'Amazon Web Services, Inc.', method: 'carve-out', does: 'cloud hosting' }],
    cuecs: [{ text: 'removing their own users when they leave', criteria: ['CC6.2'] }],
    phi: 'in-scope',
    pages,
  }
}
