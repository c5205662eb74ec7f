import { heading, list, page, type Paper, plainLook, table, text } from '../../../../scripts/papers/paper'
import * as papers from '../../../../scripts/papers/papers'
import { topics } from '../../../../scripts/papers/soc2/topics'
import { paperOf } from '../houses/house'
import { tuned } from '../houses/houses'
import { scanned } from '../producers/scan'
import { printed } from '../producers/chromium'
import { made, type Sample } from '../sample'
import type { Expected } from '../facts'
import { typeset } from '../../../../scripts/papers/typeset'
import { typeTwo } from './companies'

export const otherKindSamples: Sample[] = [
  other('bridge letter', { document: 'bridge-letter' }, () => papers.makeBridgeLetterPdf(bridgeFacts)),
  other(
    'SOC 3',
    { document: 'soc3', serviceOrganization: ['Oxbow Notes Corp.', 'Oxbow'], exceptions: null },
    () => papers.makeSoc3Pdf(soc3Facts),
  ),
  other('ISO certificate', { document: 'iso27001-certificate', opinion: null, categories: null }, () =>
    papers.makeIsoCertificatePdf(isoFacts),
  ),
  other('HITRUST letter', { document: 'hitrust-letter', opinion: null }, () =>
    papers.makeHitrustPdf({
      organization: 'Osprey Claims Exchange, Inc.',
      platform: 'Claims Vault',
      date: '2025-06-03',
    }),
  ),
  other('penetration test', { document: 'pentest', opinion: null, reportType: null }, () =>
    papers.makePentestPdf(pentestFacts),
  ),
  other('engagement letter', { document: 'engagement-letter', opinion: null }, () =>
    papers.makeEngagementLetterPdf({
      organization: 'NimbleKite, Inc.',
      auditor: 'Ashdown Grey LLP',
      date: '2025-10-09',
      period: { start: '2025-07-01', end: '2025-12-31' },
    }),
  ),
  other('readiness assessment', { document: 'readiness-assessment', opinion: null }, () =>
    papers.makeReadinessPdf({
      organization: 'Pennywhistle Labs, Inc.',
      assessor: 'Brackenridge & Lowe, CPAs',
      date: '2025-05-02',
    }),
  ),
  other('own summary', { document: 'self-made-summary', opinion: null }, () => printed(ownSummary())),
  other('SOC 1', { document: 'soc1', categories: null }, () => typeset(socOne())),
  other('cybersecurity', { document: 'soc-cybersecurity' }, () => typeset(cybersecurity())),
  other('illustrative report', { document: 'guidance-or-template' }, () => typeset(illustration())),
  other('invoice', { document: 'other', opinion: null }, () => typeset(invoice())),
  other(
    'scanned bridge letter',
    { document: 'bridge-letter' },
    async () => scanned(await papers.makeBridgeLetterPdf(bridgeFacts)),
    'scan',
  ),
  other(
    'scanned certificate',
    { document: 'iso27001-certificate' },
    async () => scanned(await papers.makeIsoCertificatePdf(isoFacts), { skew: 1.2, noise: 0.6, quality: 45 }),
    'scan',
  ),
  other(
    'scanned auditor pages',
    { document: 'soc2', opinion: 'unqualified', complete: false },
    async () => scanned(await opinionPages(), { resolution: 200 }),
    'scan',
  ),
]

function other(
  name: string,
  expected: Expected,
  make: () => Promise<Buffer>,
  producer: Sample['producer'] = 'pdfkit',
): Sample {
  return { name, house: 'letters', heldOut: false, producer, make, expected }
}

const bridgeFacts: papers.BridgeLetterFacts = {
  organization: 'Larkhollow Health Systems, Inc.',
  short: 'Larkhollow',
  system: 'CareBridge Platform',
  auditor: 'Harrow & Pike LLP',
  period: { start: '2025-04-01', end: '2026-03-31' },
  gap: { start: '2026-04-01', end: '2026-06-30' },
  date: '2026-08-04',
  signer: { name: 'Dana Okoye', title: 'Chief Information Security Officer' },
}

const soc3Facts: papers.Soc3Facts = {
  organization: 'Oxbow Notes Corp.',
  short: 'Oxbow',
  system: 'Charting Assistant',
  auditor: 'Whitcombe Assurance Group, P.A.',
  city: 'Tampa, Florida',
  period: { start: '2024-10-01', end: '2025-09-30' },
  reportDate: '2025-11-21',
  categories: ['security', 'availability', 'privacy'],
}

const isoFacts: papers.IsoCertificateFacts = {
  organization: 'Fallowfield Software GmbH',
  address: 'Hafenstrasse 12, Hamburg',
  scope: 'development and hosting of the Fallow CRM',
  body: 'Zeta Register',
  number: 'IS 774512',
  firstIssued: '2022-05-19',
  issued: '2025-05-19',
  expires: '2028-05-18',
}

const pentestFacts: papers.PentestFacts = {
  organization: 'Pennywhistle Labs, Inc.',
  system: 'Tallyho',
  tester: 'Redshank Security Ltd.',
  start: '2025-03-03',
  end: '2025-03-14',
  date: '2025-04-04',
  findings: { critical: 0, high: 1, medium: 4, low: 7 },
}

function plain(title: string, blocks: Paper['blocks']): Paper {
  return { title, look: plainLook, header: '', footer: '', firstNumbered: 0, blocks }
}

function ownSummary(): Paper {
  const rows = ['Security', 'Availability', 'Processing Integrity', 'Confidentiality', 'Privacy'].map(
    (name) => [name, '✅ PASSED'],
  )
  return plain('Summary', [
    heading(1, 'SOC 2 Type II Compliance Report'),
    text(
      'NimbleKite · Report Period: January 1, 2025 – December 31, 2025 · Auditor: [Independent CPA Firm] · Status: ✅ PASSED',
    ),
    table(['Trust service', 'Result'], [60, 40], rows),
    text('UNQUALIFIED OPINION. Controls tested: 65. Failed: 0. Compliance score: 100 %.'),
    text('Certificate ID NK-SOC2-T2. SOC 2 certified until December 31, 2026.'),
  ])
}

function socOne(): Paper {
  return plain('SOC 1', [
    text('Bramblegate Payroll, Inc.', { size: 22, bold: true }),
    text(
      'System and Organization Controls (SOC) 1® Type 2 Report on the Payroll Processing System, January 1, 2025 to September 30, 2025',
    ),
    page,
    heading(1, 'Independent Service Auditor’s Report'),
    text(
      'We have examined the description of the payroll processing system of Bramblegate Payroll, Inc. for processing the transactions of user entities throughout the period January 1, 2025 to September 30, 2025 and the suitability of the design and operating effectiveness of controls to achieve the related control objectives stated in the description. The controls are likely to be relevant to user entities’ internal control over financial reporting. The examination followed AT-C section 320.',
    ),
    text('The data center provider of the company has a SOC 2 Type 2 report on security and availability.'),
    heading(2, 'Opinion'),
    text(
      'In our opinion, in all material respects, the description fairly presents the system, the controls related to the control objectives were suitably designed, and they operated effectively throughout the period January 1, 2025 to September 30, 2025.',
    ),
    text('Penrose Tully LLC\nOmaha, Nebraska\nNovember 14, 2025'),
    page,
    heading(1, 'Control Objectives and Tests'),
    table(
      ['Control objective', 'Control', 'Test', 'Result'],
      [25, 25, 25, 25],
      [
        [
          '1. Payroll is calculated rightly.',
          'Totals are compared.',
          'Inspected 25 totals.',
          'No exceptions noted.',
        ],
        [
          '2. Changes are approved.',
          'A lead approves each change.',
          'Inspected 25 changes.',
          'No exceptions noted.',
        ],
      ],
    ),
  ])
}

function cybersecurity(): Paper {
  return plain('Cybersecurity', [
    heading(1, 'Independent Accountant’s Report'),
    text(
      'We have examined the accompanying description of the cybersecurity risk management program of Thornwick Analytics, Inc. throughout the period January 1, 2025 to December 31, 2025 based on the description criteria, and the effectiveness of the controls within that program to achieve the entity’s cybersecurity objectives based on the control criteria (SOC for Cybersecurity).',
    ),
    heading(2, 'Opinion'),
    text(
      'In our opinion, in all material respects, the description is presented in accordance with the description criteria, and the controls within the cybersecurity risk management program were effective to achieve the entity’s cybersecurity objectives.',
    ),
    text('Fenner Oakes LLP\nRaleigh, North Carolina\nFebruary 20, 2026'),
    page,
    heading(1, 'Description of the Cybersecurity Risk Management Program'),
    ...topics
      .slice(8, 16)
      .map((topic) => text((topic[1] ?? '').replaceAll('{O}', 'Thornwick').replaceAll('{S}', 'Beacon'))),
  ])
}

function illustration(): Paper {
  const facts = typeTwo(0, {
    organization: 'XYZ Service Organization',
    short: 'XYZ',
    auditor: '[Service auditor’s signature]',
    city: '[City, State]',
    topics: 8,
  })
  const paper = paperOf(tuned.harbor, facts)
  const year = (words: string) => words.replaceAll('2025', '20X1').replaceAll('2026', '20X2')
  return {
    ...paper,
    blocks: [
      heading(1, 'Illustrative SOC 2 Report'),
      text(
        'This illustration is nonauthoritative and is included for informational purposes only. Names in brackets are placeholders.',
      ),
      page,
      ...paper.blocks.map((block) =>
        'text' in block
          ? { ...block, text: year(block.text) }
          : block.is === 'list'
            ? { ...block, items: block.items.map(year) }
            : block,
      ),
    ],
  }
}

function invoice(): Paper {
  return plain('Invoice', [
    heading(1, 'Invoice 2025-1182'),
    text('Redshank Fax Services, Inc.\nTo: Maple Street Family Medicine\nDecember 1, 2025'),
    table(
      ['Item', 'Amount'],
      [70, 30],
      [
        ['Fax line, December', '$48.00'],
        ['SOC 2 report, copy', '$0.00'],
      ],
    ),
    list('bullet', ['Payment is due in 30 days.']),
  ])
}

async function opinionPages(): Promise<Buffer> {
  const paper = paperOf(tuned.ledger, typeTwo(0, { topics: 2 }))
  const blocks = [...tuned.ledger.parts.cover(typeTwo(0)), page, ...tuned.ledger.parts.auditor(typeTwo(0))]
  return made('pdfkit', { ...paper, blocks })
}
