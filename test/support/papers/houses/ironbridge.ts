import {
  type Block,
  heading,
  list,
  type Look,
  page,
  table,
  text,
  texts,
} from '../../../../scripts/papers/paper'
import { typeset } from '../../../../scripts/papers/typeset'
import { longDate, slashed } from '../../../../scripts/papers/words'
import { watermarked } from '../producers/assemble'
import type { Sample } from '../sample'
import { answersOf, controlLines, type OwnFacts, paragraphs } from './own'

/** A specialist firm: capital sections, a table for each criterion with controls told again, replies in rows of their own, reissues and drafts. */
const look: Look = {
  font: 'Helvetica',
  size: 10,
  paper: 'LETTER',
  margin: 64,
  table: 'grid',
  capitals: true,
  gap: 8,
  repeatHeadings: true,
  splitRows: true,
}

const controls = controlLines(`
1.01 | CC1.1, CC1.5 | Personnel sign an acknowledgement of the employee manual at orientation. | Inspected the acknowledgement of a sample of new personnel (8 of 21).
1.02 | CC1.2, CC4.2 | The steering group convenes monthly on matters of security. | Inspected the agenda of a sample of months (3 of 12).
1.03 | CC1.3, CC5.1 | Reporting lines and authorities are set out in a chart that is kept up to date. | Inspected the chart.
1.04 | CC1.4 | A drug and background screening is passed before employment begins. | Inspected screenings of a sample of new personnel (8 of 21).
2.01 | CC2.1, CC7.2 | Log events are gathered in one repository and searched by rules. | Inspected the rules and a search.
2.02 | CC2.2, CC1.4 | Security training is taken at orientation and yearly. | Inspected training certificates of a sample of personnel (15 of 164).
2.03 | CC2.3 | Support hours, contacts and commitments are found in the client agreement. | Inspected agreements of a sample of clients (10 of 388).
3.01 | CC3.1, CC3.2, CC3.3 | Risk is assessed each year along a documented procedure that includes fraud. | Inspected the assessment and the procedure.
3.02 | CC3.4 | Planned changes of the business are weighed for risk. | Inspected the minutes for one planned change.
5.01 | CC5.2, CC5.3 | Policies and standards are reviewed yearly and put on the intranet. | Inspected a sample of policies (6 of 20).
6.01 | CC6.1 | Users are identified by unique names and strong passwords. | Inspected the parameters of the directory.
6.02 | CC6.1, CC6.6 | Remote sessions require a token. | Observed a remote session begin.
6.03 | CC6.2, CC6.3 | User access is granted upon an approved request. | Inspected requests of a sample of new users (14 of 40).
6.04 | CC6.2, CC6.3 | User access is revoked upon termination within 24 hours. | Inspected tickets of a sample of terminated users (11 of 29).
6.05 | CC6.3 | User access is reviewed semi-annually by supervisors. | Inspected a sample of semi-annual reviews (1 of 2) for the billing application.
6.06 | CC6.4 | Doors to the server room are controlled by badge and watched by camera. | Observed the doors and cameras.
6.07 | CC6.5 | Media is sanitized before it is disposed of. | Inspected certificates of a sample of disposals (4 of 10).
6.08 | CC6.7 | Claims are exchanged with clearinghouses through encrypted sessions. | Inspected the settings of a sample of clearinghouses (3 of 6).
6.09 | CC6.8 | Anti-malware runs on workstations and cannot be turned off by users. | Observed an attempt on a sample of workstations (5 of 170).
7.01 | CC7.1 | External and internal scans are run quarterly and followed up. | Inspected scans of a sample of quarters (2 of 4).
7.02 | CC7.3, CC7.4, CC7.5 | Incidents are logged, escalated and resolved along the response plan. | Inspected a sample of incidents (5 of 13).
8.01 | CC8.1 | Changes are requested, tested and approved before they are migrated. | Inspected a sample of changes (25 of 300).
8.02 | CC8.1 | Migration rights are held by a group without developers. | Inspected the members of the group.
9.01 | CC9.1, A1.2 | Backups are made daily and copied to another site. | Inspected backup logs of a sample of days (20 of 365).
9.02 | CC9.2 | Vendors are reviewed yearly by risk. | Inspected reviews of a sample of vendors (4 of 12).
9.03 | A1.1 | Capacity is monitored and reported weekly. | Inspected a sample of weekly reports (6 of 52).
9.04 | A1.3 | Recovery procedures are tested yearly. | Inspected the test results.
`)

const cuecs = paragraphs(`
User entities are responsible for the accuracy of the charges that they submit.
User entities are responsible for requesting and removing access for their personnel.
User entities are responsible for securing the workstations from which they reach the system.
User entities are responsible for telling Cinderhill of changes to their technical or administrative contacts.
User entities are responsible for reviewing the remittance reports made available to them.
User entities are responsible for keeping a plan of their own for the case that the system is not available.
User entities are responsible for disposing of reports that they print.
User entities are responsible for notifying Cinderhill of suspected security incidents.
`)

const paras = paragraphs(`
Cinderhill Revenue Cycle, LLC was formed in 2001 and is headquartered in Chattanooga, Tennessee. It codes, bills and collects for hospital-based physician groups: anesthesia, radiology, pathology and emergency medicine.
The Revenue Cycle Management System takes in charges, edits them, sends claims to clearinghouses, posts payments, and works denials. The call center and the patient statements vendor are not a part of the system.
Infrastructure consists of virtual servers in a colocation facility, the office network in Chattanooga, and the links between them.
Software consists of a billing application licensed from a vendor and of rules that Cinderhill maintains.
One hundred sixty-four persons are employed in coding, charge entry, payment posting, denial management, technology and compliance.
Data in the system comprises demographics, insurance, diagnoses, procedures and payments. It is electronic protected health information (ePHI), for which Cinderhill is a business associate of its clients.
Policies cover acceptable use, access, change, incident response, retention and sanctions.
Integrity and ethical values are the product of standards and of how they are communicated and reinforced.
Risk assessment weighs likelihood and impact on a five-point scale.
Monitoring is both ongoing and by separate evaluations; deficiencies go to those who can correct them.
`)

const base: OwnFacts = {
  organization: 'Cinderhill Revenue Cycle, LLC',
  short: 'Cinderhill',
  system: 'Revenue Cycle Management',
  auditor: 'Ironbridge Attestation Services, LLC',
  city: 'Tampa, Florida',
  type: 'type-2',
  period: { start: '2023-10-01', end: '2024-09-30' },
  reportDate: '2024-11-08',
  categories: ['security', 'availability'],
  opinion: 'unqualified',
  exceptions: [
    {
      control: '6.04',
      text: 'Testing disclosed that access was not revoked within 24 hours for two of 11 terminated users sampled.',
      tested: 11,
      failed: 2,
      response:
        'The tickets had been routed to a queue that was no longer staffed. The queue has been retired.',
    },
    {
      control: '2.02',
      text: 'Testing disclosed that one of 15 personnel sampled had no training certificate for the year.',
      tested: 15,
      failed: 1,
      response: 'The employee was on leave and has since taken the training.',
    },
  ],
  idle: {},
  subservice: [{ name: 'Signal Mountain Colo, Inc.', method: 'carve-out' }],
  phi: 'in-scope',
}

const many: OwnFacts = {
  ...base,
  period: { start: '2024-10-01', end: '2025-06-30' },
  reportDate: '2025-08-22',
  opinion: 'qualified',
  affected: ['CC7.1', 'CC8.1'],
  exceptions: [
    ...base.exceptions,
    {
      control: '7.01',
      text: 'Testing disclosed that neither of the 2 quarterly scans sampled had been performed.',
      tested: 2,
      failed: 2,
      response: 'The scanner’s license had lapsed. It was renewed in July 2025.',
    },
    {
      control: '8.01',
      text: 'Testing disclosed that 9 of 25 changes sampled were migrated without approval.',
      tested: 25,
      failed: 9,
      response: 'Migration now requires an approval that the tool enforces.',
    },
    {
      control: '6.07',
      text: 'Testing disclosed that certificates were not on file for 1 of 4 disposals sampled.',
      tested: 4,
      failed: 1,
    },
  ],
  idle: {
    '3.02':
      'Not applicable: no changes of the business were planned in the review period, therefore no testing was performed.',
    '9.04':
      'No recovery test fell due between the first and the last day of the review period. The control did not operate, and it was not tested.',
  },
}

const when = ({ period }: OwnFacts) => `${longDate(period!.start)}, through ${longDate(period!.end)}`

function blocksOf(of: OwnFacts, reissued = false, draft = false): Block[] {
  return [
    text('CINDERHILL REVENUE CYCLE, LLC', { size: 18, bold: true }),
    text('SOC 2 TYPE 2 REPORT', { size: 14 }),
    text('REVENUE CYCLE MANAGEMENT SYSTEM\nSECURITY AND AVAILABILITY'),
    text(`REVIEW PERIOD: ${slashed(of.period!.start)} – ${slashed(of.period!.end)}`),
    ...(reissued ? [text('REISSUED')] : []),
    ...(draft ? [text('DRAFT OF 10/21/2024 FOR DISCUSSION WITH MANAGEMENT')] : []),
    page,
    { is: 'contents', title: 'TABLE OF CONTENTS' },
    page,
    ...auditor(of, reissued, draft),
    page,
    ...assertion(of),
    page,
    ...description(),
    page,
    ...tests(of),
    page,
    heading(1, 'Section 5: Other Information Provided by Cinderhill'),
    text(
      'This section has not been subjected to the procedures of the examination. Cinderhill intends to obtain a HITRUST certification in the coming fiscal year.',
    ),
  ]
}

function auditor(of: OwnFacts, reissued: boolean, draft: boolean): Block[] {
  const modified = of.opinion === 'qualified'
  return [
    heading(1, 'Section 1: Independent Service Auditor’s Report'),
    text(`To: ${of.organization}`),
    heading(3, 'Scope'),
    text(
      `We have examined Cinderhill Revenue Cycle, LLC’s (“Cinderhill”) description of its Revenue Cycle Management system in Section 3 throughout the period ${when(of)}, based on the criteria of DC section 200, and the suitability of the design and operating effectiveness of controls throughout the period ${when(of)}, to provide reasonable assurance that Cinderhill’s service commitments and system requirements were achieved based on the trust services criteria relevant to Security and Availability set forth in TSP section 100.`,
    ),
    text(
      'Cinderhill uses Signal Mountain Colo, Inc. for colocation. The carve-out method is used, and the description includes the complementary subservice organization controls assumed. Such controls were not within the scope of our examination. The same is true of complementary user entity controls.',
    ),
    ...(reissued
      ? [
          text(
            'This report replaces the one that we issued on November 8, 2024, which left out control 9.03 by mistake. Our opinion has not changed. Nothing after that day was examined except control 9.03.',
          ),
        ]
      : []),
    heading(3, 'Service Organization’s Responsibilities'),
    text(
      'Cinderhill is responsible for its commitments, for controls that achieve them, and for the description and the assertion.',
    ),
    heading(3, 'Service Auditor’s Responsibilities'),
    text(
      'We are to express an opinion on the strength of an examination conducted in accordance with attestation standards that the American Institute of Certified Public Accountants established. Those performing the work were qualified and independent.',
    ),
    heading(3, 'Inherent Limitations'),
    text(
      'Because of limits that are inherent, controls may not always work, and deterioration may follow in later periods.',
    ),
    heading(3, 'Description of Tests of Controls'),
    text('Section 4 shows the controls tested with the nature, timing and results of the tests.'),
    ...(modified
      ? [
          heading(3, 'Basis for Qualified Opinion'),
          text(
            'Cinderhill states that scans are run quarterly (control 7.01). No scans were run from October 2024 to June 2025, and CC7.1 was consequently not met.',
          ),
          text(
            'Cinderhill states that changes are approved before migration (control 8.01). Approval was lacking for more than a third of those sampled, and CC8.1 was consequently not met.',
          ),
        ]
      : []),
    heading(3, modified ? 'Qualified Opinion' : 'Opinion'),
    text(
      `In our opinion, ${modified ? 'except for the matters described in the Basis for Qualified Opinion paragraphs, ' : ''}in all material respects, (a) the description presents the Revenue Cycle Management system that was designed and implemented throughout the period ${when(of)} in accordance with the description criteria, (b) the controls stated in the description were suitably designed throughout the period ${when(of)} to provide the reasonable assurance named above, and (c) the controls stated in the description operated effectively throughout the period ${when(of)}.`,
    ),
    heading(3, 'Restricted Use'),
    text(
      'Intended users are Cinderhill, its clients in the review period, and prospects, regulators and practitioners who have sufficient understanding.',
    ),
    ...(draft
      ? [text('[Signature of firm]\nTampa, Florida\n[Date to be determined]')]
      : [
          text(
            `${of.auditor}\n${of.city}\n${longDate(of.reportDate)}${reissued ? ', except as to control 9.03, as to which the date is January 17, 2025' : ''}`,
          ),
        ]),
  ]
}

function assertion(of: OwnFacts): Block[] {
  return [
    heading(1, 'Section 2: Assertion of Cinderhill Management'),
    text(
      `Management prepared the description of the Revenue Cycle Management system throughout the period ${when(of)}. It asserts that the description is presented in accordance with the description criteria, and that controls were suitably designed and operated effectively throughout the period${of.opinion === 'qualified' ? ', except for the matters that Section 1 describes as the basis for a qualified opinion' : ''}.`,
    ),
    text('Wade Holloman\nChief Compliance Officer\nCinderhill Revenue Cycle, LLC'),
  ]
}

function description(): Block[] {
  return [
    heading(1, 'Section 3: Description of the System'),
    ...texts(...paras),
    heading(2, 'Complementary Subservice Organization Controls'),
    list('bullet', [
      'Signal Mountain Colo, Inc. is responsible for restricting physical access to its facility (CC6.4).',
      'Signal Mountain Colo, Inc. is responsible for environmental protections of its facility (A1.2).',
    ]),
    heading(2, 'Complementary User Entity Controls'),
    list('number', cuecs),
  ]
}

function tests(of: OwnFacts): Block[] {
  const criteria = [...new Set(controls.flatMap((control) => control.criteria))].sort()
  return [
    heading(1, 'Section 4: Testing Matrices'),
    text('A control may be told under more than one criterion, and its test was made once.'),
    ...criteria.flatMap((id) => [
      heading(
        3,
        `${id} ${id.startsWith('A') ? 'Additional Criterion for Availability' : 'Common Criterion'}`,
      ),
      table(
        ['Control Point', 'Control Activity', 'Test Applied', 'Test Results'],
        [10, 33, 31, 26],
        rowsFor(of, id),
      ),
    ]),
  ]
}

function rowsFor(of: OwnFacts, id: string): string[][] {
  return controls
    .filter(({ criteria }) => criteria.includes(id))
    .flatMap(({ ref, text: words, test }) => {
      const one = of.exceptions.find(({ control }) => control === ref)
      const row = [ref, words, test, one?.text ?? of.idle[ref] ?? 'No exceptions noted.']
      return one?.response ? [row, ['', `Management’s Response: ${one.response}`, '', '']] : [row]
    })
}

function pdfOf(of: OwnFacts, reissued = false, draft = false): Promise<Buffer> {
  return typeset({
    title: '',
    look,
    header: 'CINDERHILL REVENUE CYCLE, LLC',
    footer: 'Proprietary and confidential',
    firstNumbered: 2,
    blocks: blocksOf(of, reissued, draft),
  })
}

function sample(name: string, of: OwnFacts, make = () => pdfOf(of), changes = {}): Sample {
  return {
    name: `ironbridge ${name}`,
    house: 'ironbridge',
    heldOut: true,
    own: true,
    producer: 'pdfkit',
    make,
    expected: answersOf(of, controls, cuecs.length, changes),
  }
}

export const ironbridge: Sample[] = [
  sample('unqualified', base),
  sample('qualified on two criteria', many),
  sample('reissued', base, () => pdfOf(base, true), { reportDate: undefined }),
  {
    ...sample('draft', base, async () => watermarked(await pdfOf(base, false, true), 'DRAFT'), {
      draft: true,
      reportDate: null,
      serviceAuditor: undefined,
      opinion: undefined,
      complete: undefined,
    }),
    producer: 'pdf-lib',
  },
]
