import { longDate } from '../../../../scripts/papers/words'
import { grid, h, p, ps, webPrinted } from '../producers/web'
import { blackened, extract } from '../producers/assemble'
import { scanned } from '../producers/scan'
import type { Sample } from '../sample'
import { answersOf, controlLines, type OwnFacts, paragraphs } from './own'

/** A short report after the revisions of 2022: exceptions first in a summary, tick marks in the tables, no subservice named. */
const controls = controlLines(`
G1 | CC1.1, CC1.4 | New colleagues sign the handbook and are screened. | Sighted handbook pages and screening results for 5 of 9 new colleagues
G2 | CC1.2, CC1.3 | An advisory board looks at security in spring and in fall. | Sighted minutes for 2 of 2 meetings
G3 | CC1.5, CC2.2 | Everyone takes a security course yearly. | Sighted course results for 10 of 52 colleagues
G4 | CC2.1, CC2.3 | Service terms are published and dated. | Sighted the terms
G5 | CC3.1, CC3.2, CC3.3, CC3.4 | A risk list is refreshed yearly. | Sighted the list
G6 | CC4.1, CC4.2 | A consultant checks controls yearly and reports on them. | Sighted the consultant's report
G7 | CC5.1, CC5.2, CC5.3 | Policies are signed off yearly. | Sighted sign-off of 8 of 8 policies
T1 | CC6.1 | The portal and the cloud account ask for a second factor. | Tried a sign-in to each
T2 | CC6.2 | Rights are approved before they are given. | Sighted approvals for 7 of 19 grants
T3 | CC6.2 | Rights of leavers end the same day. | Sighted end dates for 4 of 6 leavers
T4 | CC6.3 | Rights are gone over each quarter. | Sighted the record of 2 of 4 quarters
T5 | CC6.4, CC6.5 | Laptops that are retired are wiped. | Sighted wipe logs for 3 of 5 laptops
T6 | CC6.6, CC6.7 | Statements reach patients through encrypted links. | Opened 3 links and looked at the certificate
T7 | CC6.8 | Laptops run protection. | Sighted the dashboard for 52 of 52 laptops
T8 | CC7.1 | Scans run monthly and serious findings are fixed in 30 days. | Sighted fix dates for 6 of 14 serious findings
T9 | CC7.2, CC7.3 | Alerts are looked at within the hour. | Sighted handling of 8 of 230 alerts
T10 | CC7.4, CC7.5 | Incidents are handled by a playbook. | Sighted the playbook; asked for incidents
T11 | CC8.1 | Code is reviewed by a second person and tested. | Sighted 12 of 280 merges
T12 | CC9.1, CC9.2 | Vendors are looked at yearly, and cover is bought. | Sighted 3 of 8 vendor files and the policy
`)

const story = paragraphs(`
Pebblebrook sends bills to patients on behalf of 290 dental and medical offices and takes their payments by card, check and phone. It was founded in 2014 in Providence, Rhode Island. Fifty-two colleagues work there.
An office uploads balances. Pebblebrook prints or texts a statement, hosts the page where the patient pays, and sends the money and a file back to the office. Balances carry the name of a patient, dates of service and codes for procedures, which is protected health information; Pebblebrook signs a business associate agreement with every office. This information is kept in the statements database, which lies within the system.
The system is hosted by a large public cloud company. Printing is done in Providence by Pebblebrook itself.
We promised offices to keep balances private and whole, to tell them of breaches, and to give the money back to whom it belongs.
There are no parts of the criteria that do not apply.
`)

const base: OwnFacts = {
  organization: 'Pebblebrook Patient Billing Corp.',
  short: 'Pebblebrook',
  system: 'Pebblebrook Statements',
  auditor: 'Amesbury Quillon CPAs, PLLC',
  city: 'Providence, RI',
  type: 'type-2',
  period: { start: '2025-01-15', end: '2025-07-14' },
  reportDate: '2025-08-29',
  categories: ['security'],
  opinion: 'unqualified',
  exceptions: [
    {
      control: 'T3',
      text: 'One of 4 leavers kept rights for 16 days',
      tested: 4,
      failed: 1,
      response: 'Payroll and technology now share a calendar of last days.',
    },
    {
      control: 'T8',
      text: 'Two of 6 findings were fixed after 30 days',
      tested: 6,
      failed: 2,
      response: 'A weekly fix day was set.',
    },
    { control: 'G3', text: 'Three of 10 colleagues took the course late', tested: 10, failed: 3 },
  ],
  idle: { T10: 'Asked for, none had happened' },
  subservice: null,
  phi: 'in-scope',
}

const clean: OwnFacts = {
  ...base,
  period: { start: '2024-10-01', end: '2024-12-31' },
  reportDate: '2025-02-03',
  exceptions: [],
  idle: {},
}

const css = `body { font: 10pt/1.45 'Trebuchet MS', Arial, sans-serif } h1 { font-size: 17pt; border-bottom: 3px solid #2a7f62; break-before: page } h2 { font-size: 11pt; color: #2a7f62; text-transform: uppercase }
table { border-collapse: collapse; width: 100%; font-size: 8.5pt; table-layout: fixed } td, th { border: 1px solid #bcd; padding: 4px; vertical-align: top; text-align: left } th { background: #2a7f62; color: #fff } .right { text-align: right }`

const span = ({ period }: OwnFacts) =>
  `for the period ${longDate(period!.start)} until ${longDate(period!.end)}`

function bodyOf(of: OwnFacts): string {
  return [
    p('AMESBURY QUILLON CPAs, PLLC', 'right'),
    h(2, 'SOC 2 Type 2 examination'),
    `<p style="font-size:24pt">${of.organization}</p>`,
    p(`Pebblebrook Statements, ${span(of)}`),
    h(2, 'At a glance'),
    grid(
      ['Item', 'Answer'],
      [
        ['Opinion', 'See page 2'],
        ['Controls listed', String(controls.length)],
        ['Exceptions', String(of.exceptions.length)],
        ['Criteria', 'Security (common criteria)'],
      ],
      [30, 70],
    ),
    auditor(of),
    h(1, 'What management asserts'),
    ps(
      `We wrote the description of the Pebblebrook Statements system ${span(of)} and assert, on the criteria of DC section 200 (With Revised Implementation Guidance—2022) and the trust services criteria relevant to security, that it is presented accordingly, that its controls were suitably designed, and that they operated effectively ${span(of)}.`,
      'Josephine Aldous, President',
    ),
    h(1, 'The system'),
    ps(...story),
    h(2, 'The part of offices'),
    p(
      'Complementary user entity controls are needed for two criteria. For CC6.2, an office must tell Pebblebrook when one of its users leaves. For CC6.1, an office must have its users enroll a second factor.',
    ),
    h(2, 'The part of the cloud company'),
    p(
      'Complementary subservice organization controls are assumed for CC6.4 and CC7.1: guarding halls and patching hosts. The cloud company has a SOC 2 report of its own, which Pebblebrook reads each year.',
    ),
    tables(of),
  ].join('')
}

function auditor(of: OwnFacts): string {
  return [
    h(1, 'Independent service auditor’s report'),
    p('To the management of Pebblebrook Patient Billing Corp. (Pebblebrook)'),
    h(2, 'Scope'),
    p(
      `We have examined Pebblebrook’s description of its Pebblebrook Statements system ${span(of)} (the Description) based on the criteria set forth in DC section 200 (With Revised Implementation Guidance—2022), and the suitability of the design and operating effectiveness of the controls stated in the Description ${span(of)} to provide reasonable assurance that Pebblebrook’s service commitments and system requirements were achieved based on the trust services criteria relevant to security set forth in TSP section 100, 2017 Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy (With Revised Points of Focus—2022).`,
    ),
    p(
      'Pebblebrook uses a subservice organization to host the system. The Description does not disclose the actual controls at the subservice organization, and our examination did not include the services that it provides. Nor did we examine complementary user entity controls.',
    ),
    h(2, 'Pebblebrook’s responsibilities'),
    p('Pebblebrook answers for the Description, the assertion, and the controls.'),
    h(2, 'Our responsibilities'),
    p(
      'We answer for our opinion. The examination was conducted under the AICPA’s attestation standards; we are required to be independent and to meet our other ethical responsibilities in line with relevant ethical requirements.',
    ),
    h(2, 'Inherent limitations'),
    p('Human failings and the passage of time set limits to any control.'),
    h(2, 'Opinion'),
    p(
      `In our opinion, in all material respects: (i) the Description presents the Pebblebrook Statements system that was designed and implemented ${span(of)} in accordance with the description criteria; (ii) the controls stated in the Description were suitably designed ${span(of)} to provide reasonable assurance that the commitments and requirements would be achieved; and (iii) the controls stated in the Description operated effectively ${span(of)}.`,
    ),
    h(2, 'Restricted use'),
    p('For Pebblebrook, its offices, and others who understand its system.'),
    p(`Amesbury Quillon CPAs, PLLC\n${of.city}, ${longDate(of.reportDate)}`),
  ].join('')
}

function tables(of: OwnFacts): string {
  const summary = of.exceptions.length
    ? grid(
        ['Control', 'Exception', 'Reply of management (not examined)'],
        of.exceptions.map(({ control, text, response }) => [control, `${text}.`, response ?? 'None given']),
        [10, 45, 45],
      )
    : p('We noted no exceptions in our tests.')
  const rows = controls.map(({ ref, criteria, text, test }) => {
    const one = of.exceptions.find(({ control }) => control === ref)
    return [ref, criteria.join(' '), text, `${test}.`, one ? 'E' : ref in of.idle ? 'N' : '✓']
  })
  return [
    h(1, 'Tests'),
    h(2, 'Summary of exceptions'),
    summary,
    h(2, 'All controls'),
    p(
      '✓ operated without exception    E exception, see summary    N nothing to test: no occurrence in the period',
    ),
    grid(['#', 'Criteria', 'Control', 'What we did', 'Mark'], rows, [7, 16, 36, 33, 8]),
  ].join('')
}

function pdfOf(of: OwnFacts): Promise<Buffer> {
  return webPrinted({
    css,
    body: bodyOf(of),
    header: 'Pebblebrook Statements',
    footer: '<span style="float:right" class="pageNumber"></span>',
  })
}

function sample(name: string, of: OwnFacts, changes = {}): Sample {
  return {
    name: `quillon ${name}`,
    house: 'quillon',
    heldOut: true,
    own: true,
    producer: 'chromium',
    make: () => pdfOf(of),
    expected: answersOf(of, controls, 2, changes),
  }
}

export const quillon: Sample[] = [
  sample('marks and a summary', base),
  sample('three months', clean),
  {
    ...sample('first pages only', clean, {
      complete: false,
      exceptions: null,
      controlsTested: null,
      notOperated: null,
      phi: undefined,
      cuecs: undefined,
    }),
    producer: 'pdf-lib',
    make: async () => extract(await pdfOf(clean), [1, 2, 3]),
  },
  {
    ...sample('black boxes', base),
    producer: 'pdf-lib',
    make: async () =>
      blackened(await pdfOf(base), 4, 'Dental Partners of Newport kept 9 of 9 rights. Adverse opinion.'),
  },
  {
    ...sample('as scanned', base),
    producer: 'scan',
    make: async () => scanned(await pdfOf(base), { resolution: 200, skew: 0.7 }),
  },
]
