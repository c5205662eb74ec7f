import { longDate } from '../../../../scripts/papers/words'
import { h, p, ps, safe, ul, webPrinted } from '../producers/web'
import type { Sample } from '../sample'
import { answersOf, cells, controlLines, type OwnFacts, paragraphs } from './own'

/** A Canadian firm: two standards, dates as figures on the cover, findings and replies across the whole width below a row. */
const controls = controlLines(`
C-101 | CC1.1 | Employees attest to the standards of behaviour on being hired and every twelve months. | We compared 22 attestations with the list of employees.
C-102 | CC1.4 | Employment is conditional on a satisfactory criminal record check. | We selected 12 of 31 hires and compared the date of the check with the date of hire.
C-103 | CC2.2 | A privacy and security module is finished within thirty days of hire and yearly. | We selected 22 employees and looked up when the module was finished.
C-104 | CC2.3 | Obligations to clinics are written into the schedule of services. | We selected 10 schedules and read the obligations.
C-105 | CC3.2 | The risk committee rates threats twice yearly. | We obtained both ratings.
C-106 | CC4.1 | An outside tester tries the portal each year. | We obtained the tester's letter.
C-107 | CC5.3 | Policies are brought up to date yearly. | We selected 7 policies and looked at the revision line.
C-201 | CC6.1 | Claims are reached only over single sign-on and a second factor. | We saw a sign-in fail without the factor.
C-202 | CC6.2 | New access is authorized by the unit head on the request. | We selected 18 of 97 requests and looked for the authorization.
C-203 | CC6.2 | Access is withdrawn by the close of the last working day. | We selected 14 of 33 departures and compared the dates.
C-204 | CC6.3 | Unit heads look over access each quarter. | We obtained the sign-offs of 6 unit heads for 2 of 2 quarters.
C-205 | CC6.4 | The suite is locked at all hours and opened by fob. | We walked the suite and looked at the fob listing.
C-206 | CC6.5 | Paper claims are shredded on site each week. | We selected 5 weeks and obtained the vendor's slip.
C-207 | CC6.6 | Traffic from outside ends at a filter that admits only what is listed. | We obtained the list and tried an address that is not on it.
C-208 | CC6.7, C1.1 | Claim files are sent to payers through encrypted channels. | We looked at the settings of each of the 8 channels.
C-209 | CC6.8 | Computers are guarded by software that the help desk manages. | We selected 15 computers and looked at the console.
C-301 | CC7.1 | Weaknesses that are rated severe are dealt with inside 21 days. | We selected 9 of 40 severe weaknesses and compared the dates.
C-302 | CC7.2 | Unusual activity is brought to the duty officer by the monitoring tool. | We selected 10 notices and followed each.
C-303 | CC7.4 | Incidents that touch claim files are reported to clinics within two days. | We asked the privacy officer and obtained the incident list.
C-304 | CC8.1 | Changes to the portal are tried, then authorized, then released. | We selected 16 of 120 changes and looked for trial and authorization.
C-305 | CC9.2 | Suppliers sign the privacy schedule before work begins. | We selected 4 of 11 suppliers and obtained the schedule.
C-401 | C1.2 | Claim files are purged 24 months after closing. | We obtained the log of the purge for 3 of 6 months.
`)

const duties = cells(`
CC6.1|A clinic keeps its second factors in the hands of the people to whom they were given.
CC6.2|A clinic asks for access on the form and says when a person has left.
CC6.2|A clinic names at least two people who may ask for access.
CC6.7|A clinic sends files only through the portal and never by e-mail.
CC7.4|A clinic lets Portage know without delay of an incident on its side.
C1.2|A clinic downloads what it must keep for longer than 24 months.
`)

const pages = paragraphs(`
Portage Claims Services Inc. has prepared, sent and followed up claims for physicians since 1991. Its head office is in Thunder Bay, and a second office is in Duluth, Minnesota. One hundred and forty people work for it.
Clinics in Minnesota, Wisconsin and Ontario hand over encounters in the portal; coders turn them into claims; the claims go to payers; payments and refusals come back and are posted. Encounters, claims and remittances identify patients. For American clinics they are protected health information, kept in the claims database and the document store; both lie inside the boundary of the system, and Portage signs a business associate agreement with every such clinic. For Canadian clinics they are personal health information under provincial law.
The portal, the coder’s desk and the posting engine are programs of Portage. The ledger and payroll are bought and lie outside the boundary.
The principal commitments are to keep what is entrusted confidential, to let only authorized persons at it, and to purge it on time.
The chief executive chairs the risk committee, on which the privacy officer, the head of coding and the head of technology sit.
Staff hear of changes at the Tuesday huddle; clinics hear of them on the portal’s front page and, when they are weighty, by letter.
The office in Duluth was moved to another floor in the autumn. Access, alarms and cabling were tried before anyone moved in.
There was no change to the system between the first and last day that would matter to readers.
`)

const base: OwnFacts = {
  organization: 'Portage Claims Services Inc.',
  short: 'Portage',
  system: 'Portage Claims Portal',
  auditor: 'Nakagawa Thibodeau Professional Corporation',
  city: 'Toronto, Ontario',
  type: 'type-2',
  period: { start: '2024-07-01', end: '2024-12-31' },
  reportDate: '2025-02-21',
  categories: ['security', 'confidentiality'],
  opinion: 'unqualified',
  exceptions: [
    {
      control: 'C-102',
      text: 'The check of one of 12 hires came in eight days after the date of hire.',
      tested: 12,
      failed: 1,
      response: 'Agreed. The start is now put off until the check is in.',
    },
    {
      control: 'C-204',
      text: 'Two of six unit heads did not sign off for the third quarter.',
      tested: 6,
      failed: 2,
      response: 'Agreed. Sign-off has been moved into the portal, which reminds unit heads.',
    },
    {
      control: 'C-304',
      text: 'For 3 of 16 changes the authorization is dated after the release.',
      tested: 16,
      failed: 3,
    },
  ],
  idle: { 'C-303': 'Could not be assessed. No incident touched claim files from July to December 2024.' },
  subservice: [{ name: 'Superior North Hosting Ltd.', method: 'carve-out' }],
  phi: 'in-scope',
}

const early: OwnFacts = {
  ...base,
  type: 'type-1',
  asOf: '2024-05-31',
  reportDate: '2024-06-28',
  exceptions: [],
  idle: {},
  subservice: null,
}

const adverse: OwnFacts = {
  ...base,
  period: { start: '2025-01-01', end: '2025-06-30' },
  reportDate: '2025-09-12',
  opinion: 'adverse',
  affected: ['CC6.2', 'CC6.3', 'CC8.1'],
  exceptions: [
    { control: 'C-202', text: 'No authorization was on file for 13 of 18 requests.', tested: 18, failed: 13 },
    {
      control: 'C-203',
      text: 'Access of 11 of 14 people who departed was withdrawn between 5 and 120 days late.',
      tested: 14,
      failed: 11,
    },
    {
      control: 'C-204',
      text: 'None of the 6 unit heads looked over access in either quarter.',
      tested: 6,
      failed: 6,
    },
    {
      control: 'C-304',
      text: 'Trial or authorization was missing for 12 of 16 changes.',
      tested: 16,
      failed: 12,
    },
  ],
  idle: {},
}

const css = `body { font: 11pt/1.4 Cambria, Georgia, serif } h1 { font: bold 15pt Calibri, sans-serif; break-before: page; color: #7a1f1f } h2 { font: bold 12pt Calibri, sans-serif }
table { border-collapse: collapse; width: 100%; table-layout: fixed; font-size: 9pt } td, th { border: 1px solid #999; padding: 4px; vertical-align: top; text-align: left }
.f td { background: #f6eaea } .up { text-transform: uppercase; letter-spacing: 1px }`

const two = (of: OwnFacts) => of.type === 'type-2'
const span = (of: OwnFacts) =>
  two(of)
    ? `throughout the period ${longDate(of.period!.start)} to ${longDate(of.period!.end)}`
    : `as at ${longDate(of.asOf!)}`

function bodyOf(of: OwnFacts): string {
  return [
    p('Nakagawa Thibodeau Professional Corporation', 'up'),
    '<div style="height:150px"></div>',
    p('Portage Claims Services Inc.', 'up'),
    p(`Report on the Portage Claims Portal (SOC 2®, ${two(of) ? 'Type 2' : 'Type 1'})`),
    p(two(of) ? `${of.period!.start} to ${of.period!.end}` : of.asOf!),
    assertion(of),
    auditor(of),
    h(1, 'Part C — The System'),
    ps(...pages),
    ...(of.subservice
      ? [
          p(
            'Hosting of servers is with Superior North Hosting Ltd. The carve-out method is used: its controls are not part of this description. Portage expects Superior North Hosting Ltd. to guard and power its halls (CC6.4).',
          ),
        ]
      : [p('Servers stand in a hall that a third party runs.')]),
    h(2, 'What clinics do: complementary user entity controls'),
    ...[...new Set(duties.map(([id]) => id!))].map(
      (id) => `<h3>For ${id}</h3>${ul(duties.filter(([own]) => own === id).map(([, words]) => words!))}`,
    ),
    matrix(of),
  ].join('')
}

function assertion(of: OwnFacts): string {
  const but =
    of.opinion === 'adverse'
      ? ' We acknowledge, however, that controls over access and over changes did not do what we describe, as the practitioner reports.'
      : ''
  return (
    h(1, 'Part A — Management’s Assertion') +
    ps(
      `${of.organization} prepared the description in Part C of its Portage Claims Portal system ${span(of)}. We assert that it meets the description criteria and that the controls in it were suitably designed${two(of) ? ' and operated effectively' : ''} ${span(of)} in relation to the trust services criteria relevant to security and confidentiality.${but}`,
      'Original signed by R. Saarinen, Chief Executive Officer',
    )
  )
}

function auditor(of: OwnFacts): string {
  const adverse = of.opinion === 'adverse'
  const title = adverse ? 'Adverse opinion' : 'Opinion'
  return [
    h(1, 'Part B — Independent Practitioner’s Reasonable Assurance Report'),
    p('To the Directors of Portage Claims Services Inc.'),
    h(2, 'Scope'),
    p(
      `We have examined the description by ${of.organization} (Portage) of its Portage Claims Portal system ${span(of)}, and the suitability of the design${two(of) ? ' and operating effectiveness' : ''} of the controls in the description, to provide reasonable assurance that Portage’s service commitments and system requirements were achieved based on the trust services criteria relevant to security and confidentiality set out in TSP section 100 of the American Institute of Certified Public Accountants.`,
    ),
    p(
      of.subservice
        ? 'Servers stand in the halls of Superior North Hosting Ltd. Controls there are carved out of the description; we have not examined them.'
        : 'The description mentions that a third party hosts the servers but does not disclose its actual controls. Our examination did not include the services of that third party.',
    ),
    h(2, 'Management’s responsibility'),
    p(
      'Management is responsible for the description, its assertion, the commitments and requirements, and for such controls as it determines are necessary.',
    ),
    h(2, 'Our responsibility'),
    p(
      'Ours is to express an opinion. The engagement was conducted in accordance with the Canadian Standard on Assurance Engagements (CSAE) 3000 and with attestation standards of the AICPA. These standards require that we comply with ethical requirements and plan and perform the engagement to obtain reasonable assurance. The firm applies Canadian Standard on Quality Management 1.',
    ),
    h(2, 'Limitations'),
    p('By their nature controls may not prevent or detect every failure.'),
    ...(two(of)
      ? []
      : [
          h(2, 'Other matter'),
          p('We did not test the operating effectiveness of controls and do not express an opinion on it.'),
        ]),
    ...(adverse
      ? [
          h(2, 'Basis for adverse opinion'),
          p(
            'Part C states that access is authorized, withdrawn on the last day and looked over each quarter, and that changes are tried and authorized. Our tests showed that these controls failed for most of the items selected. The criteria CC6.2, CC6.3 and CC8.1 were accordingly not achieved.',
          ),
        ]
      : []),
    h(2, title),
    p(
      adverse
        ? `In our opinion, because of the significance of the matter referred to in the Basis for adverse opinion paragraph, in all material respects, the description does not present the Portage Claims Portal system as designed and implemented ${span(of)}; the controls were not suitably designed; and they did not operate effectively ${span(of)}.`
        : `In our opinion, in all material respects: the description presents the Portage Claims Portal system as designed and implemented ${span(of)} in accordance with the description criteria; the controls stated in it were suitably designed ${span(of)} to provide reasonable assurance that the commitments and requirements would be achieved${two(of) ? `; and the controls operated effectively ${span(of)}` : ''}.`,
    ),
    h(2, 'Restriction'),
    p(
      'This report is confidential to Portage, to clinics that used the portal, and to their practitioners. Others may not rely on it.',
    ),
    p(
      '(signed) Nakagawa Thibodeau Professional Corporation\nChartered Professional Accountants\nLicensed Public Accountants',
    ),
    p(`${of.city}\n${longDate(of.reportDate)}`),
  ].join('')
}

function matrix(of: OwnFacts): string {
  const rows = controls
    .map(({ ref, criteria, text, test }) => {
      const one = of.exceptions.find(({ control }) => control === ref)
      const said = one ? 'Not effective in all cases' : (of.idle[ref] ?? 'Effective')
      const cellsOf = two(of)
        ? [ref, criteria.join(', '), text, test, said]
        : [ref, criteria.join(', '), text]
      const row = `<tr>${cellsOf.map((cell) => `<td>${safe(cell)}</td>`).join('')}</tr>`
      const reply = one?.response ? `<br><b>Management’s reply:</b> ${safe(one.response)}` : ''
      return one
        ? `${row}<tr class="f"><td colspan="5"><b>Finding on ${ref}:</b> ${safe(one.text)}${reply}</td></tr>`
        : row
    })
    .join('')
  const heads = two(of)
    ? ['No.', 'Criteria', 'Control of Portage', 'What we did', 'Conclusion']
    : ['No.', 'Criteria', 'Control of Portage']
  const widths = two(of) ? [9, 11, 34, 29, 17] : [12, 18, 70]
  return `${h(1, two(of) ? 'Part D — Controls, Procedures and Conclusions' : 'Part D — Controls')}<table><colgroup>${widths.map((width) => `<col style="width:${width}%">`).join('')}</colgroup><thead><tr>${heads.map((cell) => `<th>${cell}</th>`).join('')}</tr></thead><tbody>${rows}</tbody></table>`
}

function sample(name: string, of: OwnFacts): Sample {
  return {
    name: `lakehead ${name}`,
    house: 'lakehead',
    heldOut: true,
    own: true,
    producer: 'chromium',
    make: () =>
      webPrinted({
        css,
        body: bodyOf(of),
        footer: 'Portage Claims Services Inc. <span class="pageNumber"></span>',
      }),
    expected: answersOf(of, controls, duties.length),
  }
}

export const lakehead: Sample[] = [
  sample('half a year', base),
  sample('as at a day', early),
  sample('adverse', adverse),
]
