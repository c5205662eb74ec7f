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
import { longDate } from '../../../../scripts/papers/words'
import { scanned } from '../producers/scan'
import type { Sample } from '../sample'
import { answersOf, controlLines, type OwnFacts, paragraphs } from './own'

/** A large firm in 2013: a letter without headings, AT section 101, principles and their numbers of 2009, four columns. */
const look: Look = {
  font: 'Times',
  size: 11,
  paper: 'LETTER',
  margin: 76,
  table: 'grid',
  capitals: false,
  gap: 9,
  repeatHeadings: true,
  splitRows: true,
}

const controls = controlLines(`
MS-1.01 | S1.1 | An information protection standard is approved by the Operations Committee every January and posted on the associate portal. | Read the standard and the minutes in which the Operations Committee adopted it.
MS-1.02 | S1.2 | The standard sets out who may see client files, how files are labelled, and how a breach of the standard is dealt with. | Read the standard for the listed elements.
MS-1.03 | S1.3 | The Director of Information Protection answers for keeping the standard current. | Read the job profile of the Director and spoke with the holder of the post.
MS-2.01 | S2.1 | A narrative that tells clients what the mail room, the imaging floor and the data vault consist of is part of every statement of work. | For 15 statements of work signed in the period, read the narrative.
MS-2.02 | S2.2 | New associates sign an undertaking of secrecy before they are issued a badge. | For 30 associates hired in the period, compared the date of the undertaking with the date on which the badge was issued.
MS-2.03 | S2.4 | Clients and associates reach the service desk by telephone at any hour to report a security concern. | Placed a call to the service desk outside of business hours and saw the call logged.
MS-3.01 | S3.1 | Threats to the vault and the imaging floor are ranked in a workshop each spring. | Read the output of the spring workshop.
MS-3.02 | S3.2 | Logical access to the image repository is requested on form IS-40 and approved by the client service manager. | For 45 requests, examined form IS-40 for the approval of a client service manager.
MS-3.03 | S3.2 | On separation, the human resources desk tells the service desk on the same day, which disables the account. | For 45 separated associates, compared the separation date with the date the account was disabled.
MS-3.04 | S3.2 | Client service managers recertify the accounts of their clients every six months. | For both recertifications of the period, examined the signed listing for 12 clients.
MS-3.05 | S3.3 | The imaging floor and the vault are behind doors that open only to proximity cards of associates assigned there. | Walked the floor with the facilities lead and tried a card without rights at four doors.
MS-3.06 | S3.4 | A pair of firewalls stands between the repository and the carriers’ lines; rules that are not needed are withdrawn at the annual review. | Examined the annual rule review and the rules in force on one date.
MS-3.07 | S3.5 | Virus definitions reach workstations and servers every four hours. | For 40 machines, examined the definition date shown by the console.
MS-3.08 | S3.6 | Images travel to clients through an encrypted session, and tapes are encrypted by the drive. | Observed a session begin with a certificate and examined the settings of the tape library.
MS-3.09 | S3.7 | Security events are opened as tickets, ranked and closed by the security desk. | For 25 event tickets, examined the ranking and the closing entry.
MS-3.10 | S3.10 | A change to repository software is tested by someone who did not write it. | For 35 changes, examined the test sign-off and the name of the programmer.
MS-3.11 | S3.13 | Fixes made outside of the release calendar are brought before the Change Board at its next sitting. | For 8 of the 8 fixes made outside of the calendar, examined the minutes of the Change Board.
MS-4.01 | S4.1 | The security desk reports to the Operations Committee each quarter on threats and on weaknesses found. | For two quarters, read the report.
MS-4.02 | S4.2 | An outside firm attempts to break into the repository each autumn. | Read the letter of the outside firm.
MS-5.01 | A3.1 | Disk space, lines and scanners are measured, and the results are compared with thresholds every Monday. | For 10 weeks, examined the measurement sheet.
MS-5.02 | A3.2 | Tapes leave the building each weekday in locked cases for a site 40 miles away. | For 25 weekdays, examined the courier’s receipt.
MS-5.03 | A3.3 | The repository is restored at the recovery site once a year and the outcome is recorded. | Read the record of the yearly restoration.
MS-5.04 | A3.4 | Generators are run under load once a month. | For 4 months, examined the log of the contractor.
MS-6.01 | C3.1 | Paper is kept in the vault for ninety days after imaging and then shredded in the presence of two associates. | For 20 destruction lists, examined the two signatures.
MS-6.02 | C3.3 | Images are released only to addresses that the client has named in writing. | For 25 releases, compared the address with the instruction of the client.
MS-6.03 | C3.5 | Should client files come into the wrong hands, the client is told within one business day. | Read the procedure and asked the privacy lead for the register of such cases.
`)

const cuecs = paragraphs(`
Naming in writing the addresses to which images may be released, and withdrawing names that are out of date.
Telling Marlstone on the day on which a person who holds a repository account leaves.
Returning the half-yearly account listing, signed, within fifteen days.
Packing paper in the sealed cartons that are supplied.
`)

const topics = paragraphs(`
Marlstone was founded in Wilmington in 1974 as a microfilm bureau and has kept records for physicians, hospitals and insurers ever since. About 310 associates work at two plants, one in Delaware and one in Kentucky.
Clients send explanation of benefits forms, remittance slips and charts on paper. The plant opens, sorts, scans and indexes them, and makes the images available in the repository, where the client’s staff look them up. The images carry patient names, diagnoses and policy numbers, so that Marlstone holds protected health information as a business associate of its clients, under a contract that says so.
Infrastructure. The repository runs on two clustered servers in Wilmington with disk arrays that are mirrored. Fourteen production scanners stand on the imaging floor. Carriers’ lines join the plants, and a third line serves the recovery site.
Software. The repository and the indexing programs were written by Marlstone and are maintained by eleven programmers. The work queue was bought.
People. Operations, client service, programming, facilities and the security desk each have a head who reports to the Chief Operating Officer. Associates who handle paper pass a county and a federal records check.
Procedures. Manuals are kept for each station on the floor. A station may not be run by anybody who has not passed the examination for it.
Data. Images are kept for the term that the client chose, commonly seven years. An index row names the client, the batch, the box and the day.
Control environment. The tone is set by the President, who speaks at each quarterly assembly. Conduct that falls short is taken up by the head of the department and, where it is grave, ends in dismissal.
Communication. Changes of procedure are read out at the start of the shift and initialled on the sheet that hangs at the station.
Monitoring. The quality desk pulls one batch of each shift and counts misfiled images. Figures above two in ten thousand are taken to the head of operations.
`)

const yes: OwnFacts = {
  organization: 'Marlstone Records Bureau, Inc.',
  short: 'Marlstone',
  system: 'Document Imaging and Retention',
  auditor: 'Ellery Voss & Tremaine LLP',
  city: 'Philadelphia, Pennsylvania',
  type: 'type-2',
  period: { start: '2012-10-01', end: '2013-09-30' },
  reportDate: '2013-11-27',
  categories: ['security', 'availability', 'confidentiality'],
  opinion: 'unqualified',
  exceptions: [
    {
      control: 'MS-3.07',
      text: 'On 3 of the 40 machines the definitions were between five and nine days old.',
      tested: 40,
      failed: 3,
      response:
        'The three machines had been in storage. Machines out of storage are now held on a separate segment until the console shows them as current.',
    },
  ],
  idle: {
    'MS-6.03':
      'Marlstone told us that no such case arose between October 1, 2012 and September 30, 2013, and the register bears that out. We therefore could not test whether this control operated.',
  },
  subservice: [{ name: 'Bluegrass Continuity Centers, L.P.', method: 'carve-out' }],
  phi: 'in-scope',
}

const qualified: OwnFacts = {
  ...yes,
  period: { start: '2013-10-01', end: '2014-06-30' },
  reportDate: '2014-08-19',
  opinion: 'qualified',
  exceptions: [
    {
      control: 'MS-3.03',
      text: 'For 14 of the 45 separated associates the account was disabled from 3 to 88 days after separation. Of these, 2 accounts had been used after the separation date.',
      tested: 45,
      failed: 14,
      response: 'A nightly feed from payroll now disables accounts without a person taking part.',
    },
    {
      control: 'MS-3.04',
      text: 'The recertification due in December was not carried out for any of the 12 clients.',
      tested: 12,
      failed: 12,
      response: 'Recertification has been placed in the calendar of the Director of Information Protection.',
    },
  ],
  idle: {},
}

function wordsOf(facts: OwnFacts): Block[] {
  return [
    ...cover(facts),
    page,
    ...letter(facts),
    page,
    ...management(facts),
    page,
    ...system(facts),
    page,
    ...matrix(facts),
    ...extra(facts),
  ]
}

const span = ({ period }: OwnFacts) => `${longDate(period!.start)} to ${longDate(period!.end)}`

function cover(facts: OwnFacts): Block[] {
  return [
    text('Marlstone Records Bureau, Inc.', { size: 22, align: 'right' }),
    text('Document Imaging and Retention System', { size: 15, align: 'right' }),
    text(
      'Service Organization Controls Report: Controls at a Service Organization Relevant to Security, Availability and Confidentiality',
      { size: 13, align: 'right', italic: true },
    ),
    text(span(facts), { align: 'right' }),
    text('\n\n\nContents', { bold: true }),
    ...texts(
      'Report of Independent Service Auditors    1',
      'Management’s Written Assertion    4',
      'Marlstone’s System Description    5',
      'Criteria, Controls, and the Auditors’ Tests    9',
      'Additional Information from Marlstone    16',
    ),
  ]
}

function letter(facts: OwnFacts): Block[] {
  const modified = facts.opinion === 'qualified'
  return [
    heading(2, 'Report of Independent Service Auditors'),
    text('To the Board of Directors of Marlstone Records Bureau, Inc.'),
    text(
      `We have examined the accompanying description of the Document Imaging and Retention system of Marlstone Records Bureau, Inc. (“Marlstone”) for the period ${span(facts)} (the “Description”), and whether the controls it sets out were suitably designed and operated effectively throughout that period so as to meet the criteria for the security, availability, and confidentiality principles contained in TSP section 100, Trust Services Principles, Criteria, and Illustrations for Security, Availability, Processing Integrity, Confidentiality, and Privacy (AICPA, Technical Practice Aids) (the “applicable trust services criteria”).`,
    ),
    text(
      'The Description states that certain of the criteria can be met only if controls that Marlstone assumed its clients would have are suitably designed and operating, together with its own. We have not evaluated the controls of clients.',
    ),
    text(
      'Marlstone rents its recovery site and the machines there from Bluegrass Continuity Centers, L.P. The Description covers only the controls of Marlstone; it leaves out those of Bluegrass Continuity Centers, L.P., and our work did not reach them.',
    ),
    text(
      'The assertion that follows this letter was given to us by Marlstone. Marlstone answers for preparing the Description and the assertion, for the completeness and accuracy of both, for providing the services described, for naming the risks that stand in the way of the criteria, and for designing, putting in place and documenting the controls.',
    ),
    text(
      'It falls to us to express an opinion, based on our examination. We carried it out under the attestation standards established by the American Institute of Certified Public Accountants, among them AT section 101. Those standards require that we plan and perform the examination so as to be reasonably assured that, in all material respects, the Description is fairly presented and the controls were suitably designed and operated effectively. We judged the risks that they were not, and tested those controls which we considered necessary. We believe that the evidence obtained is a sufficient and appropriate basis for our opinion.',
    ),
    text(
      'Controls have inherent limits: errors may go undetected, people may act together to get around a control, and a conclusion drawn today may not hold tomorrow because conditions change or compliance wears off.',
    ),
    ...(modified
      ? [
          text(
            'Marlstone states in its Description that accounts of separated associates are disabled on the day of separation and that accounts are recertified every six months. Our tests showed that for a substantial share of separations this was not so, and that one of the two recertifications did not take place. In consequence the criterion on restricting logical access to authorized users was not met from October 1, 2013 to June 30, 2014.',
          ),
        ]
      : []),
    text(
      `In our opinion, ${modified ? 'except for the matter described in the preceding paragraph, ' : ''}in all material respects, and based on the criteria named in the assertion of Marlstone and on the applicable trust services criteria: the Description fairly presents the system as it was designed and put in place throughout the period ${span(facts)}; the controls stated in it were suitably designed to give reasonable assurance that the applicable trust services criteria would be met if they operated effectively throughout that period and if clients had in place the controls assumed of them; and the controls that we tested, being those needed for that assurance, operated effectively throughout the period ${span(facts)}.`,
    ),
    text(
      'Which controls we tested, and how, when and with what outcome, is set forth in the part of this document headed “Criteria, Controls, and the Auditors’ Tests”.',
    ),
    text(
      'This letter and that part are meant for Marlstone, for its clients during some or all of the period, and for prospective clients and regulators who know enough of the service, its boundaries, and the way in which controls interact. Nobody else should rely on them.',
    ),
    text('Ellery Voss & Tremaine LLP', { italic: true, size: 14 }),
    text(`Philadelphia, Pennsylvania\n${longDate(facts.reportDate)}`),
  ]
}

function management(facts: OwnFacts): Block[] {
  const but =
    facts.opinion === 'qualified'
      ? ', save for the removal and recertification of accounts, of which the service auditors write,'
      : ''
  return [
    heading(2, 'Management’s Written Assertion'),
    text(
      `The Description that follows was prepared by us for clients who used the Document Imaging and Retention system in some or all of the period ${span(facts)}. To the best of our knowledge and belief${but} it presents that system fairly, and the controls in it were suitably designed and operated effectively throughout the period against the criteria for security, availability and confidentiality.`,
    ),
    text('A. R. Dunmore, President and Chief Executive Officer\nM. Castellan, Chief Operating Officer'),
  ]
}

function system(facts: OwnFacts): Block[] {
  return [
    heading(2, 'Marlstone’s System Description'),
    ...texts(...topics),
    text(
      `Recovery. Bluegrass Continuity Centers, L.P. keeps a room, machines and a line in readiness. ${facts.short} expects it to keep strangers out of the room, to hold the power and the cooling within limits, and to hand over the room within four hours of a call.`,
    ),
    heading(3, 'What Marlstone Assumes of Its Clients'),
    text('In designing its controls, Marlstone assumed that clients have in place controls for:'),
    list('dash', cuecs),
  ]
}

function matrix(facts: OwnFacts): Block[] {
  const rows = controls.map(({ ref, criteria, text: words, test }) => {
    const failed = facts.exceptions.find(({ control }) => control === ref)
    return [
      `${criteria[0]}`,
      `${ref}  ${words}`,
      test,
      failed?.text ?? facts.idle[ref] ?? 'No relevant exceptions noted.',
    ]
  })
  return [
    heading(2, 'Criteria, Controls, and the Auditors’ Tests'),
    text(
      'The letter before a criterion stands for its principle: S for security, A for availability, C for confidentiality. We inquired of the associate in charge of each control, and besides did what the third column says.',
    ),
    table(['Criterion', 'Marlstone’s Control', 'Our Test', 'Outcome'], [11, 35, 29, 25], rows),
  ]
}

function extra(facts: OwnFacts): Block[] {
  return [
    page,
    heading(2, 'Additional Information from Marlstone'),
    text('The auditors have not examined what follows and express no opinion on it.'),
    ...facts.exceptions.map(({ control, response }) => text(`${control}. ${response}`)),
    text('In the coming year a third production line will be opened in Kentucky.'),
  ]
}

function sample(name: string, facts: OwnFacts): Sample {
  return {
    name: `continental ${name}`,
    house: 'continental',
    heldOut: false,
    own: true,
    producer: 'pdfkit',
    make: () => pdfOf(facts),
    expected: answersOf(facts, controls, cuecs.length),
  }
}

function pdfOf(facts: OwnFacts): Promise<Buffer> {
  return typeset({
    title: 'Report',
    look,
    header: 'Marlstone Records Bureau, Inc.',
    footer: 'Confidential treatment requested',
    firstNumbered: 2,
    blocks: wordsOf(facts),
  })
}

export const continental: Sample[] = [
  sample('twelve months', yes),
  sample('qualified in a letter', qualified),
  {
    ...sample('as scanned', yes),
    producer: 'scan',
    make: async () => scanned(await pdfOf(yes), { resolution: 200, skew: 0.4, noise: 0.2 }),
  },
]
