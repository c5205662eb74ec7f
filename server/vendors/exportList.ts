import { stringify } from 'csv-stringify/sync'
import { dateIn } from '../dates'
import { categoryNamed } from './categories'
import { shownPhi } from './phi'
import { baaStanding, coveredUntil, decisionStanding, reportStanding, shownReport } from './standing'
import type { Day } from './state'
import type { Vendor } from './vendor'

export const OUTCOMES = {
  yes: 'business associate',
  no: 'no BAA needed',
  treat: 'treated as a business associate',
}

export function shownOutcome(outcome: Vendor['businessAssociate']): string {
  return outcome === null ? 'not determined' : OUTCOMES[outcome]
}

/** Safe to open in a spreadsheet: a cell that begins like a formula gets a quote before it. */
export function vendorsAsCsv(vendors: Vendor[], day: Day): string {
  const rows = vendors.map((vendor) => rowOf(vendor, day))
  return stringify(rows, { header: true, columns: COLUMNS, escape_formulas: true, bom: true })
}

const COLUMNS = [
  ...[
    'Vendor',
    'Kind',
    'Service',
    'Website',
    'PHI',
    'Business associate',
    'Tier',
    'BAA',
    'BAA detail',
    'SOC 2 report',
  ],
  ...[
    'Report state',
    'Covered until',
    'Decision',
    'Decision detail',
    'Next review',
    'Next date',
    'Registered',
    'Archived',
    'Why',
  ],
]

function rowOf(vendor: Vendor, day: Day): (string | null)[] {
  const { today, timeZone } = day
  const baa = baaStanding(vendor, today)
  const decision = decisionStanding(vendor, day)
  return [
    ...[
      vendor.name,
      categoryNamed(vendor.category).name,
      vendor.service,
      vendor.website,
      shownPhi(vendor.phi),
    ],
    ...[shownOutcome(vendor.businessAssociate), vendor.tier, baa.word, baa.detail, shownReport(vendor)],
    ...[
      reportStanding(vendor, today).word,
      coveredUntil(vendor),
      decision.word,
      decision.detail,
      vendor.reviewOn,
    ],
    ...[
      vendor.nextOn,
      dateIn(timeZone, vendor.createdAt),
      vendor.archivedAt && dateIn(timeZone, vendor.archivedAt),
      vendor.archiveReason,
    ],
  ]
}
