import { longDate } from '../../../../scripts/papers/words'
import { grid, h, p, ps, safe, ul, webPrinted } from '../producers/web'
import type { Sample } from '../sample'
import { answersOf, cells, controlLines, type OwnFacts, paragraphs } from './own'

/** A young firm and its client's automation platform: assertion first, a band for each criterion, controls repeated under every one. */
const controls = controlLines(`
DX-4 | CC1.1, CC1.5 | Team members sign the Code of Ethics during onboarding. | Reviewed the signed Code of Ethics of 6 of 6 joiners.
DX-9 | CC1.2, CC4.1 | The founders meet as a security council once a quarter and keep notes. | Reviewed the notes of the quarter's meeting.
DX-11 | CC1.3, CC2.2 | An org chart in the HR tool shows who reports to whom. | Viewed the org chart in the HR tool.
DX-13 | CC1.4 | Candidates pass a background screen before their first day. | Reviewed the screens of 6 of 6 joiners.
DX-15 | CC1.4, CC2.2 | Everyone takes the security and privacy course within two weeks of joining and again each year. | Reviewed course records for a sample of 10 of 38 team members.
DX-21 | CC2.1, CC3.1 | An inventory of apps, repositories and cloud accounts is kept by the platform. | Viewed the inventory and traced 8 entries.
DX-24 | CC2.3 | The security page, the terms and the status page tell customers what they may expect. | Viewed the pages.
DX-30 | CC3.2, CC3.3, CC9.1 | Risks are scored yearly, fraud included, and the top ten get an owner. | Reviewed the risk workbook.
DX-33 | CC3.4, CC8.1 | Architecture changes get a written threat model. | Reviewed the threat models of 3 of 3 architecture changes.
DX-38 | CC4.2, CC7.1 | Findings of the scanner are fixed in 14 days if critical, 30 if high. | Reviewed a sample of 12 of 29 critical and high findings.
DX-41 | CC5.1, CC5.2, CC5.3 | Policies are approved yearly by the CTO. | Reviewed the approval of 9 of 9 policies.
DX-47 | CC6.1, CC6.6 | Sign-in to cloud and code needs a hardware key. | Viewed the sign-in rule and watched a sign-in.
DX-48 | CC6.1, CC6.7 | Databases, buckets and backups are encrypted with managed keys. | Viewed the encryption flag of each store.
DX-52 | CC6.2, CC6.3 | A ticket approved by the team lead comes before any new access. | Reviewed the tickets of a sample of 15 of 44 grants.
DX-53 | CC6.2, CC6.5 | Offboarding closes accounts within 24 hours and collects the laptop. | Reviewed the offboarding checklist of the leavers.
DX-55 | CC6.3 | Access lists are gone through every quarter. | Reviewed the quarter's access review for 7 of 7 in-scope apps.
DX-59 | CC6.4 | There is no office; cloud hosting covers the physical layer. | Reviewed the attestation of the cloud host.
DX-62 | CC6.6, CC6.8 | Laptops run the agent: disk encryption, screen lock, malware shield. | Viewed the agent report for a sample of 10 of 38 laptops.
DX-70 | CC7.2 | Cloud audit logs flow to the log tool, which pages the on-call engineer. | Viewed the alert rules and one page.
DX-72 | CC7.3, CC7.4 | Incidents are handled by the runbook and get a post-mortem. | Inquired about incidents and viewed the incident channel.
DX-73 | CC7.5 | The team rehearses its incident runbook once a year. | Reviewed the notes of the rehearsal.
DX-80 | CC8.1 | Pull requests need one approving review and green checks before merging. | Reviewed a sample of 20 of 611 pull requests.
DX-81 | CC8.1 | Production and staging live in separate cloud projects. | Viewed the project list.
DX-90 | CC9.2 | Vendors are rated before use and once a year. | Reviewed the rating of 5 of 17 vendors.
`)

const titles: Record<string, string> = Object.fromEntries(
  cells(`
CC1.1|Integrity and ethical values
CC1.2|Board independence and oversight
CC1.3|Structures and reporting lines
CC1.4|Competent individuals
CC1.5|Accountability
CC2.1|Relevant, quality information
CC2.2|Internal communication
CC2.3|External communication
CC3.1|Clear objectives
CC3.2|Risk identification
CC3.3|Fraud potential
CC3.4|Significant change
CC4.1|Evaluations
CC4.2|Deficiencies communicated
CC5.1|Control activities selected
CC5.2|Technology controls
CC5.3|Policies deployed
CC6.1|Logical access architecture
CC6.2|Registration and removal
CC6.3|Roles and least privilege
CC6.4|Physical access
CC6.5|Disposal
CC6.6|Boundary protection
CC6.7|Transmission and removal
CC6.8|Malicious software
CC7.1|Detection of vulnerabilities
CC7.2|Monitoring of anomalies
CC7.3|Evaluation of events
CC7.4|Response
CC7.5|Recovery
CC8.1|Change management
CC9.1|Business disruption
CC9.2|Vendors and partners
`).map(([id, title]) => [id!, title!]),
)

const css = `body { font: 10.5pt/1.5 Verdana, sans-serif; color: #223 } h1 { font-size: 21pt; color: #0b5cad; break-before: page }
h2 { font-size: 13pt; color: #0b5cad } table { border-collapse: collapse; width: 100%; table-layout: fixed; font-size: 8.5pt; margin-bottom: 14px }
td, th { border-bottom: 1px solid #ccd; padding: 5px; text-align: left; vertical-align: top } th { color: #667; font-weight: normal }
.band { background: #0b5cad; color: white; padding: 6px; margin: 0; font-weight: bold } .front { padding-top: 220px } .toc p { margin: 2px 0 }`

const hows = paragraphs(`
Hummingbird lets clinics see patients by video. A clinic’s staff book a visit, the patient joins from a phone, and the clinician writes the note next to the picture. Nothing is installed.
The stack. Services run as containers in one region of Google Cloud Platform. Visits, notes and the clinic’s settings are kept in managed PostgreSQL; pictures of wounds and rashes go to a bucket. Both hold electronic protected health information, and every clinic signs our business associate agreement before its first visit.
The people. Thirty-eight people work from their homes in eleven states: nineteen build, six look after clinics, four sell, and the rest keep the lights on.
What we promised. Our terms say that visits are private, that data is encrypted on the way and at rest, that we tell a clinic of a breach within five days, and that we keep to least privilege. From those promises the requirements for the system were derived.
How code reaches production. An engineer opens a pull request, a second engineer reads it, the checks run, and the pipeline rolls it out to one pod in twenty. When error rates hold for fifteen minutes, the rest follow.
How we hire. Offers depend on a clean screen. On day one a buddy walks through the handbook, hands over the key and stays close for a month.
How we watch. Dashboards are on the wall of the on-call channel. Uptime of the video relay is measured from outside every thirty seconds.
What happened. There were no incidents that kept us from meeting our promises.
What changed. Nothing changed that a user of this report would need to know.
Left out. Criterion text on physical premises applies to our cloud host. The marketing site and the scheduling widget that some clinics embed are outside the boundary.
`)

const asks = paragraphs(`
Clinics grant and take away the sign-ins of their own staff (CC6.2, CC6.3).
Clinics switch on two-step sign-in for staff who can open notes (CC6.1).
Clinics tell Hummingbird at once when they believe that a sign-in has been misused (CC7.3).
Clinics keep the phones, tablets and computers of their staff patched and locked (CC6.8).
Clinics check that the patient on the screen is the person on the chart (CC2.3).
Clinics read release notes and train their staff (CC2.2).
`)

const base: OwnFacts = {
  organization: 'Hummingbird Telecare, Inc.',
  short: 'Hummingbird',
  system: 'Hummingbird Virtual Visit',
  auditor: 'Solvang Attest PLLC',
  city: 'Boise, Idaho',
  type: 'type-2',
  period: { start: '2024-12-01', end: '2025-02-28' },
  reportDate: '2025-04-03',
  categories: ['security'],
  opinion: 'unqualified',
  exceptions: [],
  idle: {
    'DX-53': 'Nobody left the company in the window, so this control had nothing to act on. Not tested.',
    'DX-72': 'No incidents were declared during the window. The control could not be tested for operation.',
  },
  subservice: [{ name: 'Google Cloud Platform', method: 'carve-out' }],
  phi: 'in-scope',
}

const first: OwnFacts = { ...base, type: 'type-1', asOf: '2024-11-18', reportDate: '2024-12-02', idle: {} }

const second: OwnFacts = {
  ...base,
  period: { start: '2025-03-01', end: '2026-02-28' },
  reportDate: '2026-04-10',
  categories: ['security'],
  exceptions: [
    {
      control: 'DX-15',
      text: '2 of 10 team members finished the course 9 and 20 days late.',
      tested: 10,
      failed: 2,
      response: 'The HR tool now locks calendars until the course is done.',
    },
    {
      control: 'DX-38',
      text: '4 of 12 findings stayed open past the limit, the longest for 51 days.',
      tested: 12,
      failed: 4,
      response: 'We added a weekly vulnerability hour.',
    },
    {
      control: 'DX-55',
      text: 'Access lists of 1 of 7 apps (the analytics tool) had not been gone through.',
      tested: 7,
      failed: 1,
    },
  ],
  idle: {},
}

function span({ type, period, asOf }: OwnFacts): string {
  return type === 'type-1'
    ? `as of ${longDate(asOf!)}`
    : `throughout the period ${longDate(period!.start)} to ${longDate(period!.end)}`
}

function bodyOf(facts: OwnFacts): string {
  const two = facts.type === 'type-2'
  return [
    `<div class="front">${p('SOC 2® ' + (two ? 'Type 2' : 'Type 1'))}<div style="font-size:30pt">${facts.organization}</div>${p(
      two
        ? `${longDate(facts.period!.start)} – ${longDate(facts.period!.end)}`
        : `As of ${longDate(facts.asOf!)}`,
    )}${p('Issued by Solvang Attest PLLC')}${p('This report is confidential. Passing it on needs our client’s consent.')}</div>`,
    `<div class="toc" style="break-before:page">${h(2, 'What’s inside')}${ps('Section 1  Management’s Assertion', 'Section 2  Independent Service Auditor’s Report', 'Section 3  System Description', `Section 4  Controls${two ? ', Tests and Results' : ''}`)}</div>`,
    h(1, 'Section 1: Management’s Assertion'),
    ps(
      `We prepared the attached description of the Hummingbird Virtual Visit system ${span(facts)} (the description) using the criteria of DC section 200, 2018 Description Criteria for a Description of a Service Organization’s System in a SOC 2® Report. It tells users what they need to know of the system when they weigh the risks of dealing with it, above all about the controls meant to keep our service commitments and system requirements under the trust services criteria relevant to security.`,
      'Google Cloud Platform hosts the system. The description names the kinds of controls that we count on Google Cloud Platform to have but doesn’t describe its actual controls.',
      `We confirm, to the best of our knowledge and belief, that the description was prepared in line with those criteria, that the controls were suitably designed ${span(facts)}${two ? ', and that they operated effectively throughout that period' : ''}.`,
      `Signed, ${facts.organization}\nTamsin Oyelaran, Co-founder and CTO`,
    ),
    auditor(facts),
    h(1, 'Section 3: System Description'),
    hows.map((words) => p(words)).join(''),
    h(2, 'Subservice organization'),
    p(
      'We use one subservice organization, Google Cloud Platform, under the carve-out method. We look to it to guard the buildings, wipe media and keep the hypervisor patched (CC6.4, CC6.5, CC7.1).',
    ),
    p(
      'Tools such as GitHub, Slack, Linear and Notion help us work. They aren’t subservice organizations, because no control of theirs is needed to meet a criterion.',
    ),
    h(2, 'Complementary user entity controls'),
    p('The controls were designed on the footing that clinics do their part:'),
    ul(asks),
    two ? results(facts) : design(),
  ].join('\n')
}

function auditor(facts: OwnFacts): string {
  const two = facts.type === 'type-2'
  return [
    h(1, 'Section 2: Independent Service Auditor’s Report'),
    p(`To: ${facts.organization}`),
    h(2, 'Scope'),
    p(
      `We have examined Hummingbird Telecare, Inc.’s (“Hummingbird”) accompanying description of its Hummingbird Virtual Visit system ${span(facts)} (description) based on the criteria for a description of a service organization’s system in DC section 200, and the suitability of the design${two ? ' and operating effectiveness' : ''} of the controls stated in it ${span(facts)}, to provide reasonable assurance that Hummingbird’s service commitments and system requirements were achieved based on the trust services criteria relevant to security (applicable trust services criteria) set forth in TSP section 100, 2017 Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy.`,
    ),
    p(
      'Hummingbird relies on Google Cloud Platform for hosting. Complementary subservice organization controls and complementary user entity controls are part of the design. We examined neither.',
    ),
    h(2, 'What Hummingbird is responsible for'),
    p(
      'Hummingbird made the commitments, built the controls, wrote the description and the assertion, chose the criteria and identified the risks.',
    ),
    h(2, 'What we are responsible for'),
    p(
      'We give an opinion. The American Institute of Certified Public Accountants sets the attestation standards that we followed, and they have us plan and perform the work to be reasonably sure. We are required to be independent of Hummingbird and to meet our other ethical duties.',
    ),
    h(2, 'Inherent limitations'),
    p(
      'A description written for many readers may leave out what one of them finds important. People make mistakes and get around controls, and what holds today may not hold tomorrow.',
    ),
    ...(two
      ? [
          h(2, 'Description of tests of controls'),
          p('Section 4 lists the controls that we tested, the tests and their results.'),
        ]
      : [
          h(2, 'Other matter'),
          p(
            'We did not perform any procedures regarding the operating effectiveness of the controls and, accordingly, do not express an opinion thereon. A Type 2 report is planned for next spring.',
          ),
        ]),
    h(2, 'Opinion'),
    p('In our opinion, in all material respects:'),
    ul([
      `the description presents the Hummingbird Virtual Visit system that was designed and implemented ${span(facts)} in accordance with the description criteria;`,
      `the controls stated in the description were suitably designed ${span(facts)} to provide reasonable assurance that the service commitments and system requirements would be achieved, if the controls operated effectively${two ? ' throughout that period' : ''} and if clinics and the subservice organization applied the controls assumed of them${two ? '; and' : '.'}`,
      ...(two
        ? [
            `the controls stated in the description operated effectively ${span(facts)} to provide that assurance, if the complementary controls of others operated as well.`,
          ]
        : []),
    ]),
    h(2, 'Restricted use'),
    p(
      'Hummingbird, its clinics, and others who understand the system, the criteria and the risks may use this report. It isn’t meant for anyone else.',
    ),
    `<p style="font-family:cursive;font-size:18pt">Solvang Attest PLLC</p>`,
    p(`${facts.city}\n${longDate(facts.reportDate)}`),
  ].join('')
}

function byCriterion(
  columns: string[],
  widths: number[],
  rowOf: (control: (typeof controls)[number]) => string[],
): string {
  return Object.entries(titles)
    .map(([id, title]) => {
      const mine = controls.filter(({ criteria }) => criteria.includes(id))
      return `<p class="band">${id} ${safe(title)}</p>${grid(columns, mine.map(rowOf), widths)}`
    })
    .join('')
}

function design(): string {
  return (
    h(1, 'Section 4: Controls') +
    byCriterion(['Control #', 'Control'], [15, 85], ({ ref, text }) => [ref, text])
  )
}

function results(facts: OwnFacts): string {
  const failed = (ref: string) => facts.exceptions.find(({ control }) => control === ref)
  const rows = byCriterion(
    ['Control #', 'Control', 'Test', 'Result'],
    [10, 34, 30, 26],
    ({ ref, text, test }) => {
      const one = failed(ref)
      return [
        ref,
        text,
        test,
        one ? `Exception noted. ${one.text}` : (facts.idle[ref] ?? 'No exceptions noted.'),
      ]
    },
  )
  const answers = facts.exceptions.filter(({ response }) => response)
  const list = answers.length
    ? h(2, 'Management’s responses') +
      p('The service auditor has not tested what is said here.') +
      answers.map(({ control, response }) => p(`${control}: ${response}`)).join('')
    : ''
  return (
    h(1, 'Section 4: Controls, Tests and Results') +
    p('A control that serves several criteria is shown under each of them.') +
    rows +
    list
  )
}

function sample(name: string, facts: OwnFacts): Sample {
  return {
    name: `sprint ${name}`,
    house: 'sprint',
    heldOut: false,
    own: true,
    producer: 'chromium',
    make: () =>
      webPrinted({
        css,
        body: bodyOf(facts),
        header: 'Hummingbird Telecare, Inc. | SOC 2',
        footer:
          'Confidential <span style="float:right">Page <span class="pageNumber"></span> of <span class="totalPages"></span></span>',
      }),
    expected: answersOf(facts, controls, asks.length),
  }
}

export const sprint: Sample[] = [
  sample('as of a day', first),
  sample('three months', base),
  sample('a year with repeated exceptions', second),
]
