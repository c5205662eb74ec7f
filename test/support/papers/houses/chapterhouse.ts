import { type Block, heading, list, type Look, page, text, texts } from '../../../../scripts/papers/paper'
import { typeset } from '../../../../scripts/papers/typeset'
import { longDate } from '../../../../scripts/papers/words'
import { scanned } from '../producers/scan'
import type { Sample } from '../sample'
import { answersOf, controlLines, type OwnFacts, paragraphs } from './own'

/** A firm that narrates: each control has a title of its own and three paragraphs, exceptions stand in their flow. */
const look: Look = {
  font: 'Helvetica',
  size: 10,
  paper: 'LETTER',
  margin: 66,
  table: 'bare',
  capitals: true,
  gap: 7,
  repeatHeadings: true,
  splitRows: true,
}

const controls = controlLines(`
CC1.1-1 | CC1.1 | Willowmere has therapists and employees affirm a code of professional and ethical conduct. | The auditor interviewed the Director of People and inspected affirmations of 14 sampled employees.
CC1.4-1 | CC1.4 | Licenses of therapists are verified with the board of the state before the first session and each January. | The auditor inspected verification records of 20 sampled therapists.
CC2.2-1 | CC2.2 | Employees are trained on privacy and security at hire and in each year. | The auditor inspected training completions of 14 sampled employees.
CC2.3-1 | CC2.3 | Practices and patients are told of terms and of changes to them. | The auditor inspected the terms in force and two announcements.
CC3.2-1 | CC3.2, CC3.3 | A risk assessment that follows a written method is performed each year. | The auditor inspected the risk assessment and interviewed the Security Officer.
CC4.1-1 | CC4.1 | Configurations are compared with benchmarks each week. | The auditor inspected 5 sampled weekly reports.
CC5.3-1 | CC5.3 | Policies are approved each year. | The auditor inspected the approval of 11 policies.
CC6.1-1 | CC6.1 | Engineers reach production by means of short-lived certificates. | The auditor observed the issuance and expiry of a certificate.
CC6.1-2 | CC6.1 | Session notes are encrypted with a key for each practice. | The auditor inspected the key configuration and a stored note.
CC6.2-1 | CC6.2 | Access requests are approved by the owner of the application. | The auditor inspected 12 sampled requests.
CC6.2-2 | CC6.2 | Access ends within one day of separation. | The auditor inspected 9 sampled separations.
CC6.3-1 | CC6.3 | Owners review access each quarter. | The auditor inspected reviews of 4 applications in 2 sampled quarters.
CC6.6-1 | CC6.6 | Public addresses are shielded by filtering and rate limits. | The auditor inspected the filter and observed a request being blocked.
CC6.7-1 | CC6.7 | Video and chat are encrypted from end to end. | The auditor inspected the protocol and captured a session.
CC6.8-1 | CC6.8 | Laptops run managed protection. | The auditor inspected the state of 10 sampled laptops.
CC7.1-1 | CC7.1 | Vulnerabilities are remediated within the times of the policy. | The auditor inspected 10 sampled vulnerabilities.
CC7.2-1 | CC7.2 | Events raise alerts that the on-duty engineer handles. | The auditor inspected 8 sampled alerts.
CC7.4-1 | CC7.4, CC7.5 | Incidents are contained, corrected and reported by the plan. | The auditor interviewed the Security Officer and inspected the incident record.
CC8.1-1 | CC8.1 | Changes are reviewed, tested and approved ahead of deployment. | The auditor inspected 20 sampled changes.
CC9.2-1 | CC9.2 | Vendors with access to session notes sign a business associate agreement and are reviewed each year. | The auditor inspected agreements and reviews of 3 vendors.
P1.1-1 | P1.1, P2.1 | The privacy notice is shown, and consent is recorded, before the first session. | The auditor walked through the first session of a test patient.
P4.1-1 | P4.1, P4.3 | Personal information is used for care alone and disposed of when a practice asks. | The auditor inspected 3 disposal requests.
P6.1-1 | P6.1, P6.7 | Disclosures are limited to those that the notice allows and are logged. | The auditor inspected the log of disclosures.
`)

const lists = paragraphs(`
being sure that the people whom they invite as staff are their staff, and removing them when they leave
choosing a retention time for session notes that the law of their state allows
obtaining the consent of a parent or guardian where the patient is a minor
holding sessions in a room where nobody can overhear them
telling Willowmere without delay of a device that was lost or stolen
`)

const chapters = paragraphs(`
Willowmere Behavioral, Inc. provides group practices with a place to see, message and write about patients who come for talk therapy. It was founded in 2016 in Asheville, North Carolina, and works with 1,150 practices.
Willowmere Rooms is the product under examination. It holds video rooms, secure messages, session notes and a calendar. Willowmere Learn, a catalogue of courses, is a product of its own and is not covered.
Electronic protected health information is created in each session: who came, when, what was written. It is stored in the notes database and the message store, both within the boundary. Recordings aren’t made.
Seventy-two employees and some four hundred contracted therapists make up the people. The executive team of five meets weekly.
The production environment runs at Amazon Web Services, Inc. in two regions. Video is relayed by Brightpath Media Relay, Inc., which sees encrypted packets only.
Management’s philosophy is to collect little, to keep it briefly, and to be frank when something breaks.
Commitments are found in the subscription terms and the privacy notice: that notes stay private, that service runs at least 99.9 percent of a month, that breaches are told within seventy-two hours.
Incidents. On August 9, 2023 the calendar was unavailable for three hours. No commitment on security or privacy was touched.
Changes. In May 2023 messages were moved to a store with keys for each practice.
`)

const base: OwnFacts = {
  organization: 'Willowmere Behavioral, Inc.',
  short: 'Willowmere',
  system: 'Willowmere Rooms',
  auditor: 'Castleberry Nunn Assurance, LLC',
  city: 'Nashville, Tennessee',
  type: 'type-2',
  period: { start: '2023-02-01', end: '2024-01-31' },
  reportDate: '2024-04-05',
  categories: ['security', 'privacy'],
  opinion: 'qualified',
  affected: ['CC6.2'],
  exceptions: [
    {
      control: 'CC6.2-2',
      text: 'Of the 9 separations, 5 had access that ended between 3 and 34 days late.',
      tested: 9,
      failed: 5,
      response: 'Willowmere concurs. The people system now drives removal.',
    },
    {
      control: 'CC7.1-1',
      text: 'Of the 10 vulnerabilities, 1 was remediated 12 days after the time allowed.',
      tested: 10,
      failed: 1,
      response: 'Willowmere concurs and has added capacity.',
    },
  ],
  idle: {
    'P4.1-1':
      'No practice asked for disposal in the examination period, so the auditor was not able to test operation.',
  },
  subservice: [
    { name: 'Amazon Web Services, Inc.', method: 'carve-out' },
    { name: 'Brightpath Media Relay, Inc.', method: 'carve-out' },
  ],
  phi: 'in-scope',
}

const clean: OwnFacts = {
  ...base,
  period: { start: '2024-02-01', end: '2025-04-30' },
  reportDate: '2025-06-13',
  opinion: 'unqualified',
  exceptions: [],
  idle: {},
}
delete clean.affected

const span = ({ period }: OwnFacts) => `${longDate(period!.start)}, to ${longDate(period!.end)}`

function blocksOf(of: OwnFacts): Block[] {
  return [
    text(`${of.organization}`, { size: 20, align: 'center' }),
    text('System and Organization Controls 2 Type II Report', { align: 'center', size: 14 }),
    text('Security and Privacy', { align: 'center' }),
    text(`Examination period: ${span(of)}`, { align: 'center' }),
    page,
    ...assertion(of),
    page,
    ...auditor(of),
    page,
    ...description(of),
    page,
    ...narrative(of),
  ]
}

function assertion(of: OwnFacts): Block[] {
  return [
    heading(1, 'Assertion of Willowmere Behavioral, Inc. Management'),
    text(
      `Willowmere management has prepared the description of Willowmere Rooms for the period ${span(of)}. Management asserts that the description accords with the description criteria, that controls were suitably designed, and that they operated effectively for the whole of the period against the trust services criteria for security and privacy${of.opinion === 'qualified' ? ', with the exception of controls over removal of access as set out by the auditor' : ''}.`,
    ),
    text('Delia Fontaine\nChief Executive Officer'),
  ]
}

function auditor(of: OwnFacts): Block[] {
  const modified = of.opinion === 'qualified'
  return [
    heading(1, 'Independent Service Auditor’s Report'),
    text('Willowmere Behavioral, Inc.\nAsheville, North Carolina'),
    heading(2, 'Scope'),
    text(
      `We have examined the attached description titled “Willowmere Rooms” of the Willowmere Rooms system of ${of.organization} (“Willowmere” or the “Company”) throughout the period ${span(of)} (“description”), which was prepared on the basis of DC section 200, and the suitability of the design and operating effectiveness of controls stated in it throughout the period ${span(of)}, to provide reasonable assurance that the Company’s service commitments and system requirements were achieved based on the trust services criteria relevant to security & privacy (“applicable trust services criteria”) set forth in TSP section 100.`,
    ),
    text(
      'The Company makes use of Amazon Web Services, Inc. for infrastructure and of Brightpath Media Relay, Inc. for relay of video. The description sets out what the Company relies on these two for. It excludes their controls, and we performed no procedures with regard to them.',
    ),
    heading(2, 'The Company’s Responsibilities'),
    text(
      'The Company is responsible for its description and assertion and for controls that achieve what it has committed itself to.',
    ),
    heading(2, 'Our Responsibilities'),
    text(
      'We are responsible for expressing an opinion. Attestation standards of the American Institute of Certified Public Accountants guided our work, and we are independent of the Company as those standards require. What we obtained is sufficient and appropriate as a basis for our opinion.',
    ),
    heading(2, 'Inherent Limitations'),
    text(
      'Any control may fail through carelessness or collusion, and none is sure to suit conditions that are yet to come.',
    ),
    heading(2, 'Tests of Controls'),
    text('The last part of this report narrates the tests that we performed and what they showed.'),
    ...(modified
      ? [
          heading(2, 'Basis for Qualified Opinion'),
          text(
            'The description states that access ends within one day of separation. Our test of separations showed that for more than half of those sampled this was not the case. As a result, controls did not operate effectively throughout the period to meet trust services criterion CC6.2.',
          ),
        ]
      : []),
    heading(2, modified ? 'Qualified Opinion' : 'Opinion'),
    text(
      `In our opinion, ${modified ? 'except for the effects of the matter that the Basis for Qualified Opinion paragraph describes, ' : ''}in all material respects—`,
    ),
    list('bullet', [
      `the description presents the Willowmere Rooms system that was designed and implemented throughout the period ${span(of)}, in accordance with the description criteria.`,
      `controls stated in the description were suitably designed throughout the period ${span(of)}, to provide reasonable assurance that service commitments and system requirements would be achieved.`,
      `controls stated in the description operated effectively throughout the period ${span(of)}, to provide that assurance.`,
    ]),
    heading(2, 'Use'),
    text(
      'Use of this report is restricted to the Company, practices that were customers during the period, and others with enough knowledge to understand it.',
    ),
    text(`${longDate(of.reportDate)}\n${of.city}`),
    text(of.auditor, { bold: true }),
  ]
}

function description(of: OwnFacts): Block[] {
  return [
    heading(1, 'Willowmere Rooms'),
    ...texts(...chapters),
    heading(2, 'Subservice Organizations'),
    text(
      `${of.subservice!.map(({ name }) => name).join(' and ')} are carved out. Willowmere counts on them for physical safety, for patching of what they run, and for telling of incidents.`,
    ),
    heading(2, 'Complementary User Entity Controls'),
    text(
      `Willowmere Rooms was designed with the assumption that practices would do certain things themselves. User entities are responsible for ${lists.slice(0, -1).join('; for ')}; and for ${lists.at(-1)}.`,
    ),
  ]
}

function narrative(of: OwnFacts): Block[] {
  return [
    heading(1, 'Tests of Controls and Results'),
    ...controls.flatMap(({ ref, text: words, test }) => {
      const one = of.exceptions.find(({ control }) => control === ref)
      return [
        heading(3, ref),
        text(words),
        text(
          `${test} ${one ? `The auditor noted an exception. ${one.text}` : (of.idle[ref] ?? 'The auditor noted no exceptions.')}`,
        ),
        ...(one?.response ? [text(`Response from management: ${one.response}`, { italic: true })] : []),
      ]
    }),
  ]
}

function pdfOf(of: OwnFacts): Promise<Buffer> {
  return typeset({
    title: '',
    look,
    header: '',
    footer: 'Willowmere Rooms – Confidential',
    firstNumbered: 1,
    blocks: blocksOf(of),
  })
}

function sample(name: string, of: OwnFacts): Sample {
  return {
    name: `chapterhouse ${name}`,
    house: 'chapterhouse',
    heldOut: true,
    own: true,
    producer: 'pdfkit',
    make: () => pdfOf(of),
    expected: answersOf(of, controls, lists.length),
  }
}

export const chapterhouse: Sample[] = [
  sample('qualified in a narrative', base),
  sample('fifteen months', clean),
  {
    ...sample('as scanned', base),
    producer: 'scan',
    make: async () => scanned(await pdfOf(base), { resolution: 200, skew: 0.5, noise: 0.25 }),
  },
]
