import { addDays, addMonths, type PlainDate } from '../../server/dates'
import type { Soc2Facts } from '../papers/papers'

/** A clean Type II of a year's length, to be changed where a vendor differs. */
export function yearReport(
  organization: string,
  short: string,
  system: string,
  periodEnd: PlainDate,
): Soc2Facts {
  return {
    organization,
    short,
    system,
    auditor: 'Harrow & Pike LLP',
    city: 'Columbus, Ohio',
    type: 'type-2',
    period: { start: addDays(addMonths(periodEnd, -12), 1), end: periodEnd },
    reportDate: addDays(periodEnd, 52),
    categories: ['security', 'availability', 'confidentiality'],
    opinion: 'unqualified',
    affectedCriteria: [],
    exceptions: [],
    subservice: [{ name: 'Amazon Web Services, Inc.', method: 'carve-out', does: 'cloud hosting' }],
    cuecs: [
      {
        text: `approving, reviewing and removing their own users of the ${system}`,
        criteria: ['CC6.1', 'CC6.2'],
      },
      { text: 'requiring multi-factor authentication for their workforce', criteria: ['CC6.1'] },
      { text: `telling ${short} at once when credentials may be compromised`, criteria: ['CC7.3'] },
      {
        text: 'keeping the workstations that reach the system up to date and free of malicious software',
        criteria: ['CC6.8'],
      },
    ],
    phi: 'in-scope',
  }
}
