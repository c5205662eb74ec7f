import { type Block, heading, type Look, page, table, text, texts } from '../../../../scripts/papers/paper'
import { typeset } from '../../../../scripts/papers/typeset'
import { dayFirst } from '../../../../scripts/papers/words'
import type { Sample } from '../sample'
import { answersOf, cells, controlLines, type OwnFacts, paragraphs } from './own'

/** A continental firm: opinion first, two standards, codes in the result column, deviations with comments in an annex. */
const look: Look = {
  font: 'Helvetica',
  size: 9,
  paper: 'A4',
  margin: 58,
  table: 'lines',
  capitals: false,
  gap: 6,
  repeatHeadings: true,
  splitRows: false,
}

const controls = controlLines(`
HR.1 | CC1.1, CC1.4 | A certificate of conduct and references are obtained for each new colleague ahead of the start date. | Tested the personnel dossiers of 18 of 54 new colleagues.
HR.2 | CC1.4 | The awareness programme is followed by all colleagues within the calendar year. | Tested the completion data of 25 colleagues.
HR.3 | CC1.3 | Mandates and reporting lines are laid down in the mandate register. | Inspected the mandate register.
GO.1 | CC1.2, CC4.2 | The supervisory board discusses information security twice a year. | Inspected minutes of both meetings.
GO.2 | CC5.3, P1.1 | Policies, the privacy statement among them, are renewed annually and adopted by the board. | Inspected the board decision of 2 February.
GO.3 | CC3.2, CC3.3 | The risk file is revised each half-year under the chairmanship of the risk officer. | Inspected both revisions.
GO.4 | CC9.2 | Suppliers of category A are assessed yearly against the purchasing standard. | Tested the assessments of 6 of 9 suppliers.
LT.1 | CC6.1 | Employees and clients log on with the national e-ID or a token. | Observed logons and inspected the configuration.
LT.2 | CC6.2, CC6.3 | Rights are issued on the basis of a role that the line manager requests in the portal. | Tested 25 of 203 role requests.
LT.3 | CC6.2 | Rights end on the date of departure by an automatic interface with the personnel system. | Inspected the interface and tested 25 of 71 departures.
LT.4 | CC6.3 | Line managers attest the roles of their people every four months. | Tested the attestation of 10 line managers in 3 of 3 rounds.
LT.5 | CC6.1, C1.1 | Patient dossiers are stored encrypted under keys in a hardware module. | Inspected the configuration of module and storage.
FY.1 | CC6.4 | Entry to the computer rooms is by card and palm. | Observed entry and inspected the list of authorised persons.
FY.2 | CC6.5, C1.2 | Data carriers are destroyed by a certified firm. | Tested the certificates of 7 of 7 shipments.
NW.1 | CC6.6 | Zones are separated by firewalls whose rule base is reviewed every six months. | Inspected both reviews.
NW.2 | CC6.7 | Exchange with hospitals runs over the healthcare network with mutual certificates. | Inspected the configuration of 12 connections.
NW.3 | CC6.8 | Endpoints carry protection software that is managed centrally. | Tested 25 endpoints.
OP.1 | CC7.1 | Weaknesses rated 7 or higher are remedied within three weeks. | Tested 15 of 88 weaknesses.
OP.2 | CC7.2 | The security operations centre follows up alarms around the clock. | Tested 25 of 1,140 alarms.
OP.3 | CC7.3, CC7.4 | Incidents are registered, classified and closed, and data breaches are reported to clients within 24 hours. | Tested 12 of 46 incidents.
OP.4 | P6.6 | Data breaches are notified to the authority within 72 hours. | Inspected the register of data breaches.
CH.1 | CC8.1 | Changes pass the change advisory meeting and carry an acceptance by the client representative. | Tested 25 of 390 changes.
CH.2 | CC8.1 | Those who build do not transport to production. | Inspected the rights in the transport tool.
AV.1 | A1.1 | Capacity is forecast each quarter. | Inspected 2 of 4 forecasts.
AV.2 | A1.2 | Data is replicated synchronously between both rooms, and a copy is taken daily. | Inspected the replication status and tested 25 days.
AV.3 | A1.3, CC7.5 | A fall-back test between both rooms takes place each year. | Inspected the report of the test of 11 May.
PR.1 | P4.2, P5.1 | Requests of data subjects are settled within a month. | Tested 10 of 23 requests.
PR.2 | P3.1, P8.1 | New processing is preceded by a data protection impact assessment. | Inspected the register; see result.
`)

const duties = cells(`
UE-1|Requesting and withdrawing the authorisations of their own personnel in good time|CC6.2, CC6.3
UE-2|Keeping tokens and certificates that were issued to them safe|CC6.1
UE-3|Accepting changes for the line of care on whose behalf the representative sits|CC8.1
UE-4|Informing patients of the processing and recording their consent|P2.1
UE-5|Reporting incidents on their own side to the service desk|CC7.3
UE-6|Maintaining an own emergency procedure for the duration of an outage|A1.3
UE-7|Deciding upon the retention of dossiers|C1.2, P4.2
`)

const subjects = paragraphs(`
Zorgvliet Platform B.V. was established in Utrecht in 2006 by eleven hospitals. It operates the Zorgvliet Exchange, by which hospitals, general practitioners and pharmacies share dossiers, images and prescriptions of their patients.
The services in scope are the dossier hub, the image hub and the consent register. The training environment and the consultancy services fall outside the scope of this report.
The Exchange handles health data of about four million patients and so handles protected health information of the American clinics which were connected in 2023. For these clinics Zorgvliet acts as business associate and has concluded agreements to that effect; their dossiers are held within the same boundary.
Governance rests with a two-person board under a supervisory board of five. The risk officer and the data protection officer report to the board directly.
The infrastructure consists of two computer rooms, in Utrecht and Amersfoort. Both belong to Polder Datacentra B.V., which takes care of floor space, power and cooling. Technical application management is carried out by sister company Zorgvliet Beheer B.V.
Three hundred and ten colleagues work for the company, of whom sixty come from Zorgvliet Beheer B.V.
Commitments are laid down in the affiliation agreement, annex 4: an availability of 99.8 per cent, a restoration within four hours, confidentiality of dossiers, and processing on instruction alone.
Continuity is ensured by two rooms, each of which can carry the full load.
Supervision takes place through monthly reports on the controls, which team managers fill in and which the risk officer verifies on a sample basis.
`)

const base: OwnFacts = {
  organization: 'Zorgvliet Platform B.V.',
  short: 'Zorgvliet',
  system: 'Zorgvliet Exchange',
  auditor: 'Van der Heijde Roskam Accountants N.V.',
  city: 'Utrecht',
  type: 'type-2',
  period: { start: '2023-01-01', end: '2023-12-31' },
  reportDate: '2024-03-08',
  categories: ['security', 'availability', 'confidentiality', 'privacy'],
  opinion: 'qualified',
  affected: ['CC6.3'],
  exceptions: [
    {
      control: 'LT.4',
      text: 'In the second and third round, 6 of 10 line managers had not attested the roles of their people.',
      tested: 10,
      failed: 6,
      response: 'Reminders escalate to the board since January 2024.',
    },
    {
      control: 'OP.1',
      text: 'For 3 of 15 weaknesses the term of three weeks was exceeded by 4 to 19 days.',
      tested: 15,
      failed: 3,
      response: 'A second maintenance window has been introduced.',
    },
    {
      control: 'HR.1',
      text: 'The certificate of conduct of 1 of 18 new colleagues was received after the start date.',
      tested: 18,
      failed: 1,
      response: 'The interface with the personnel system now blocks the start date.',
    },
    {
      control: 'CH.1',
      text: 'Acceptance by the client representative could not be shown for 2 of 25 changes.',
      tested: 25,
      failed: 2,
    },
  ],
  idle: {
    'PR.2': 'N.O. During 2023 no new processing was started.',
    'OP.4': 'N.O. No data breach that had to be notified occurred in 2023.',
  },
  subservice: [
    { name: 'Polder Datacentra B.V.', method: 'carve-out' },
    { name: 'Zorgvliet Beheer B.V.', method: 'inclusive' },
  ],
  phi: 'in-scope',
}

const unmodified: OwnFacts = {
  ...base,
  period: { start: '2024-01-01', end: '2025-01-31' },
  reportDate: '2025-03-27',
  opinion: 'unqualified',
  exceptions: [base.exceptions[1]!],
}
delete unmodified.affected

const adverse: OwnFacts = {
  ...base,
  opinion: 'adverse',
  affected: ['CC6.2', 'CC6.3', 'CC8.1'],
  exceptions: [
    ...base.exceptions,
    {
      control: 'LT.3',
      text: 'The interface had been out of order from 14 March to 30 November 2023; rights of 17 of 25 departed persons remained.',
      tested: 25,
      failed: 17,
    },
  ],
}

const span = ({ period }: OwnFacts) =>
  `${dayFirst(period!.start)} up to and including ${dayFirst(period!.end)}`

function blocksOf(facts: OwnFacts): Block[] {
  return [
    text('Zorgvliet Platform B.V.', { size: 24, bold: true }),
    text('Assurance report (SOC 2 type 2 and ISAE 3000)', { size: 14 }),
    text(`Zorgvliet Exchange\n${dayFirst(facts.period!.start)} – ${dayFirst(facts.period!.end)}`),
    page,
    { is: 'contents', title: 'Inhoud / Contents' },
    page,
    ...report(facts),
    page,
    ...statement(facts),
    page,
    ...description(),
    page,
    ...matrix(facts),
    page,
    ...annexes(facts),
  ]
}

function report(facts: OwnFacts): Block[] {
  const modified = facts.opinion !== 'unqualified'
  const kind = {
    qualified: 'Qualified opinion',
    adverse: 'Adverse opinion',
    unqualified: 'Opinion',
    disclaimer: '',
  }[facts.opinion]
  const not = facts.opinion === 'adverse'
  const clause = {
    qualified:
      'except for the effects of the matter described in the section ‘Basis for our qualified opinion’, ',
    adverse:
      'because of the significance of the matters described in the section ‘Basis for our adverse opinion’, ',
    unqualified: '',
    disclaimer: '',
  }[facts.opinion]
  return [
    heading(1, 'A   Assurance report of the independent service auditor'),
    text('To: the board of Zorgvliet Platform B.V.'),
    heading(2, `Our ${kind.toLowerCase()}`),
    text(
      `We have examined the description of the Zorgvliet Exchange system drawn up by Zorgvliet Platform B.V. (‘Zorgvliet’) over the period from ${span(facts)} and the suitability of the design and the operating effectiveness of the controls included therein, in order to provide reasonable assurance that service commitments and system requirements were met on the basis of the trust services criteria relevant to security, availability, confidentiality and privacy (TSP section 100).`,
    ),
    text(`In our opinion, ${clause}in all material respects:`),
    ...texts(
      `a. the description ${not ? 'does not present' : 'presents'} the Zorgvliet Exchange system as designed and implemented throughout the period from ${span(facts)} in accordance with the description criteria (DC section 200);`,
      `b. the controls stated in the description were ${not ? 'not ' : ''}suitably designed throughout that period;`,
      `c. the controls ${not ? 'did not operate' : 'operated'} effectively throughout the period from ${span(facts)}.`,
    ),
    ...(modified
      ? [
          heading(2, `Basis for our ${kind.toLowerCase()}`),
          text(
            not
              ? 'The description states that rights end on departure, that roles are attested every four months and that changes are accepted by clients. From 14 March 2023 rights did not end on departure, attestation was largely left undone and acceptance could not be shown. The criteria CC6.2, CC6.3 and CC8.1 were therefore not met.'
              : 'The description states that line managers attest the roles of their people every four months. In two of three rounds the majority of the line managers that we tested had not done so. For that reason the controls did not operate effectively to meet criterion CC6.3 throughout the period.',
          ),
        ]
      : []),
    heading(2, 'Standards we applied'),
    text(
      'Our engagement was performed in accordance with the Dutch law, including Standard 3000A, with ISAE 3000 (Revised), and with the attestation standards of the American Institute of Certified Public Accountants (AT-C sections 105 and 205). We are independent and our firm has a system of quality management. We consider the assurance evidence that we have obtained sufficient and suitable.',
    ),
    heading(2, 'Delimitation'),
    text(
      'Polder Datacentra B.V. provides housing. In the description the carve-out method has been applied to it: its controls have been left out and our procedures did not extend to them. Zorgvliet Beheer B.V. has been included according to the inclusive method; our procedures did extend to its controls. Controls which user organisations have to take themselves were not tested.',
    ),
    heading(2, 'Responsibilities'),
    text(
      'The board is responsible for the description, for the statement in part B and for the controls. Ours is to plan and perform our examination such that we obtain sufficient evidence for our opinion.',
    ),
    heading(2, 'Restrictions'),
    text(
      'The design and operation of controls cannot exclude all errors. The projection of our opinion to the future is subject to risk. Distribution is restricted to Zorgvliet, its affiliated institutions and their auditors.',
    ),
    text(`Utrecht, ${dayFirst(facts.reportDate)}`),
    text('Van der Heijde Roskam Accountants N.V.'),
    text('was signed: drs. P.J. Roskam RA RE'),
  ]
}

function statement(facts: OwnFacts): Block[] {
  return [
    heading(1, 'B   Statement of the board'),
    text(
      `The board of Zorgvliet Platform B.V. states that the description gives a true picture of the Zorgvliet Exchange system over the period from ${span(facts)} and that the controls were suitably designed and operated effectively${facts.opinion === 'unqualified' ? '' : ', with the exception of what the service auditor sets out as the basis for the opinion'}.`,
    ),
    text(
      'The management of Zorgvliet Beheer B.V. joins in this statement as far as its own controls are concerned.',
    ),
  ]
}

function description(): Block[] {
  return [
    heading(1, 'C   Description of the system'),
    ...texts(...subjects),
    heading(2, 'C.9   Complementary controls of user organisations'),
    text(
      'The controls of Zorgvliet are only sufficient in conjunction with the following complementary user entity controls.',
    ),
    table(['No.', 'To be done by user organisations', 'TSC'], [10, 70, 20], duties),
    heading(2, 'C.10   Complementary controls of subservice organisations'),
    table(
      ['Subservice organisation', 'Expected', 'TSC'],
      [30, 50, 20],
      [['Polder Datacentra B.V.', 'Entry, power, cooling and fire protection', 'CC6.4, A1.2']],
    ),
  ]
}

function matrix(facts: OwnFacts): Block[] {
  const rows = controls.map(({ ref, criteria, text: words, test }) => {
    const index = facts.exceptions.findIndex(({ control }) => control === ref)
    return [ref, criteria.join('\n'), words, test, index >= 0 ? `D${index + 1}` : (facts.idle[ref] ?? 'ND')]
  })
  return [
    heading(1, 'D   Controls, procedures and outcome'),
    text(
      'Legend: ND – no deviations established. Dn – deviation, explained in annex E.1 under the same number. N.O. – no occurrence, so that operation could not be tested.',
    ),
    table(
      ['Control', 'TSC', 'Description of the control', 'Procedures performed', 'Outcome'],
      [9, 10, 36, 31, 14],
      rows,
    ),
  ]
}

function annexes(facts: OwnFacts): Block[] {
  return [
    heading(1, 'E   Annexes'),
    heading(2, 'E.1   Explanation of deviations'),
    table(
      ['No.', 'Control', 'Deviation established by the auditor', 'Comment of the board (not examined)'],
      [7, 10, 43, 40],
      facts.exceptions.map(({ control, text: words, response }, index) => [
        `D${index + 1}`,
        control,
        words,
        response ?? '–',
      ]),
    ),
    heading(2, 'E.2   Outlook (not examined)'),
    text('In the course of next year a third computer room will be commissioned.'),
  ]
}

function sample(name: string, facts: OwnFacts): Sample {
  return {
    name: `meridiaan ${name}`,
    house: 'meridiaan',
    heldOut: false,
    own: true,
    producer: 'pdfkit',
    make: () =>
      typeset({
        title: '',
        look,
        header: 'Assurance report Zorgvliet Exchange',
        footer: 'Initialled for identification purposes',
        firstNumbered: 1,
        blocks: blocksOf(facts),
      }),
    expected: answersOf(facts, controls, duties.length),
  }
}

export const meridiaan: Sample[] = [
  sample('qualified with codes', base),
  sample('thirteen months', unmodified),
  sample('adverse', adverse),
]
