import type { Facts } from '../facts'

const cuecs = [
  {
    text: 'User entities are responsible for approving and removing their own users.',
    criteria: ['CC6.1', 'CC6.2'],
  },
  {
    text: 'User entities are responsible for enforcing multi-factor authentication for their workforce.',
    criteria: ['CC6.1'],
  },
  {
    text: 'User entities are responsible for telling the service organization of a suspected compromise of credentials.',
    criteria: ['CC7.3'],
  },
  {
    text: 'User entities are responsible for encrypting files that they send outside of the programming interface.',
    criteria: ['CC6.7'],
  },
  {
    text: 'User entities are responsible for reviewing the audit reports that the system makes for them.',
    criteria: ['CC7.2'],
  },
]

const aws = { name: 'Amazon Web Services, Inc.', method: 'carve-out', does: 'cloud hosting' } as const
const azure = { name: 'Microsoft Azure', method: 'carve-out', does: 'cloud hosting' } as const
const colocation = {
  name: 'Nordhaven Colocation AB',
  method: 'carve-out',
  does: 'data center space',
} as const
const mail = { name: 'Snowpeak Email Ltd.', method: 'carve-out', does: 'delivery of e-mail' } as const
const imaging = { name: 'Twinfell Records Ltd.', method: 'inclusive', does: 'document imaging' } as const

export const leavers = {
  control: 'AC-04',
  text: 'For 7 of 25 leavers selected, access was removed between 6 and 41 days after the last day.',
  tested: 25,
  failed: 7,
  response: 'Removal of access was automated in January, and no use of the kept access was found.',
}
export const reviews = {
  control: 'AC-05',
  text: 'The access reviews for the second and third quarters were not performed.',
  tested: 2,
  failed: null,
  response: 'The reviews are now owned by the security team.',
}
export const emergency = {
  control: 'CH-07',
  text: '1 of 12 emergency changes was approved on the fifth business day.',
  tested: 12,
  failed: 1,
}
export const training = {
  control: 'GV-09',
  text: 'For 3 of 25 workforce members selected, training was completed late.',
  tested: 25,
  failed: 3,
  response: 'Reminders are now sent each week.',
}
export const approvals = {
  control: 'CH-02',
  text: 'For 11 of 25 changes selected, no approval was evidenced.',
  tested: 25,
  failed: 11,
  response: 'The pipeline now refuses changes without an approval.',
}

type Company = Pick<Facts, 'organization' | 'short' | 'system' | 'auditor' | 'city' | 'subservice' | 'phi'>

const companies: Company[] = [
  {
    organization: 'Larkhollow Health Systems, Inc.',
    short: 'Larkhollow',
    system: 'CareBridge Platform',
    auditor: 'Harrow & Pike LLP',
    city: 'Columbus, Ohio',
    subservice: [aws, imaging],
    phi: 'in-scope',
  },
  {
    organization: 'Quillmere B.V.',
    short: 'Quillmere',
    system: 'Messaging Cloud',
    auditor: 'Delacourt Winslow Accountants N.V.',
    city: 'Amsterdam, Netherlands',
    subservice: [colocation],
    phi: 'excluded',
  },
  {
    organization: 'Pennywhistle Labs, Inc.',
    short: 'Pennywhistle',
    system: 'Tallyho Scheduling',
    auditor: 'Brackenridge & Lowe, CPAs',
    city: 'Denver, Colorado',
    subservice: [azure],
    phi: 'policy-only',
  },
  {
    organization: 'Gorsefield Payments, LLC',
    short: 'Gorsefield',
    system: 'PatientPay',
    auditor: 'Stellan Marsh & Co., P.C.',
    city: 'Tulsa, Oklahoma',
    subservice: [aws, mail],
    phi: 'in-scope',
  },
  {
    organization: 'Thornwick Analytics, Inc.',
    short: 'Thornwick',
    system: 'Beacon',
    auditor: 'Fenner Oakes LLP',
    city: 'Raleigh, North Carolina',
    subservice: [],
    phi: 'not-stated',
  },
  {
    organization: 'Osprey Claims Exchange, Inc.',
    short: 'Osprey',
    system: 'Claims Vault',
    auditor: 'Calloway Reed Assurance PLLC',
    city: 'Nashville, Tennessee',
    subservice: [azure, mail],
    phi: 'in-scope',
  },
  {
    organization: 'Marlin Transcription Company',
    short: 'Marlin',
    system: 'Dictation Stream',
    auditor: 'Ashdown Grey LLP',
    city: 'Boise, Idaho',
    subservice: [aws],
    phi: 'in-scope',
  },
  {
    organization: 'Oxbow Notes Corp.',
    short: 'Oxbow',
    system: 'Charting Assistant',
    auditor: 'Whitcombe Assurance Group, P.A.',
    city: 'Tampa, Florida',
    subservice: [azure],
    phi: 'in-scope',
  },
  {
    organization: 'Fallowfield Software GmbH',
    short: 'Fallowfield',
    system: 'Fallow CRM',
    auditor: 'Krone Lindner Wirtschaftsprüfer GmbH',
    city: 'Hamburg, Germany',
    subservice: [colocation, mail],
    phi: 'excluded',
  },
  {
    organization: 'Redshank Fax Services, Inc.',
    short: 'Redshank',
    system: 'Cloud Fax',
    auditor: 'Penrose Tully LLC',
    city: 'Omaha, Nebraska',
    subservice: [aws],
    phi: 'in-scope',
  },
]

const spans = [
  { period: { start: '2025-04-01', end: '2026-03-31' }, reportDate: '2026-05-22' },
  { period: { start: '2024-07-01', end: '2025-06-30' }, reportDate: '2025-08-29' },
  { period: { start: '2025-01-01', end: '2025-12-31' }, reportDate: '2026-02-13' },
  { period: { start: '2025-06-01', end: '2025-08-31' }, reportDate: '2025-10-03' },
  { period: { start: '2024-10-15', end: '2026-01-14' }, reportDate: '2026-03-06' },
]

const scopes: Facts['categories'][] = [
  ['security', 'availability', 'confidentiality'],
  ['security', 'confidentiality'],
  ['security'],
  ['security', 'availability', 'processing-integrity', 'confidentiality', 'privacy'],
  ['security', 'availability'],
  ['security', 'processing-integrity'],
]

/** A clean Type 2 of the nth company; the rest of the facts vary with the number. */
export function typeTwo(number: number, changes: Partial<Facts> = {}): Facts {
  return {
    ...companies[number % companies.length]!,
    ...spans[number % spans.length]!,
    type: 'type-2',
    categories: scopes[number % scopes.length]!,
    opinion: 'unqualified',
    affectedCriteria: [],
    exceptions: number % 3 === 0 ? [] : number % 3 === 1 ? [emergency, training] : [training],
    notOperated: number % 2 === 0 ? ['IR-03'] : [],
    cuecs: cuecs.slice(0, 2 + (number % 4)),
    ...changes,
  }
}

export function typeOne(number: number, changes: Partial<Facts> = {}): Facts {
  const { period, ...rest } = typeTwo(number)
  return { ...rest, type: 'type-1', asOf: period!.end, exceptions: [], notOperated: [], ...changes }
}

export function qualified(number: number, changes: Partial<Facts> = {}): Facts {
  return typeTwo(number, {
    opinion: 'qualified',
    affectedCriteria: ['CC6.2', 'CC6.3'],
    exceptions: [leavers, reviews],
    ...changes,
  })
}

export function adverse(number: number, changes: Partial<Facts> = {}): Facts {
  return typeTwo(number, {
    opinion: 'adverse',
    affectedCriteria: ['CC6.2', 'CC8.1'],
    exceptions: [leavers, approvals],
    ...changes,
  })
}
