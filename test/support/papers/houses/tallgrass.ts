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
import type { Sample } from '../sample'
import { answersOf, cells, type OwnControl, type OwnFacts, paragraphs } from './own'

/** A national firm's book of two hundred pages: five categories, several tests to a control, each with its own result, on their side. */
const look: Look = {
  font: 'Helvetica',
  size: 12,
  paper: 'LETTER',
  margin: 72,
  table: 'grid',
  capitals: false,
  gap: 10,
  repeatHeadings: true,
  splitRows: true,
}

const platforms = cells(`
Vault|the vault clusters|Vault operations|backup images of servers
Mailkeep|the mail journal|Messaging engineering|copies of mailboxes
Failover|the failover farm|Recovery engineering|virtual machines that stand in for those of a client
Deskline|the desk agents|Field services|workstations of clients
Console|the partner console|Product engineering|settings, contacts and billing of partners
Gateway|the transfer gateway|Network engineering|data on its way to the vault
Ledgerline|the usage ledger|Business systems|metering and invoices
`)

/** Area, criteria, control, then tests; the braces hold the platform, its machines and its team. */
const areas = cells(`
ACC|CC6.1|Sign-in to {machines} takes a personal certificate and a one-time code.|Watched an engineer sign in to {machines} and be refused without a code.|Obtained the sign-in policy that {machines} enforce and read its settings.
GRT|CC6.2|Rights on {machines} are granted once the head of {team} has approved the request.|Drew 15 requests for rights on {machines} and traced each to an approval that came before the grant.
REV|CC6.2, CC6.3|{team} revokes rights on {machines} within eight hours of a notice of departure.|Drew 10 notices of departure of {team} and compared the hours.|Matched the register of leavers with the live accounts of {machines}.
RCT|CC6.3|The head of {team} recertifies the rights on {machines} in every quarter.|Obtained the recertification of 2 quarters and traced 10 changes asked for to {machines}.
ENC|CC6.1, CC6.7, C1.1|{platform} holds {data} under encryption with keys that the key service rotates.|Obtained the encryption state of each volume behind {machines}.
NET|CC6.6|Only the ports named in the build sheet of {platform} are open to the outside.|Ran a port scan of the addresses of {platform} and compared it with the build sheet.
MAL|CC6.8|{machines} run only binaries that the signing service has signed.|Tried to start an unsigned binary on one of {machines}.
VUL|CC7.1|Weaknesses of {machines} above a score of 8.0 are closed within 20 days.|Drew 12 weaknesses of {machines} above 8.0 and compared the day of closing with the day of finding.
MON|CC7.2, A1.1|Load, space and errors of {platform} are charted, and the night desk is alerted at 80 percent.|Drew 8 alerts of {platform} and read what the night desk did.
LOG|CC7.2|{platform} sends its logs to the collector, where they cannot be changed for 400 days.|Obtained the retention setting of the collector for {platform} and tried to delete an entry.
INC|CC7.3, CC7.4|{team} ranks incidents of {platform} within an hour and writes up those of rank one and two.|Drew 9 incidents of {platform} and read the ranking and the write-up.
CHG|CC8.1|Changes of {platform} carry a peer review, a test run and an approval of the release lead.|Drew 25 changes of {platform} and traced each to the three steps.|Compared the people who wrote with the people who released.
EMG|CC8.1|Emergency changes of {platform} are reviewed after the fact within two days.|Obtained all emergency changes of {platform} and the dates of review.
CFG|CC7.1, CC8.1|Settings of {machines} are compared with the baseline each night.|Drew 20 nights and read the report of differences for {platform}.
BCK|A1.2|{platform} keeps a second copy of {data} in another state.|Obtained the replication report of {platform} for 15 days.
RST|A1.3|{team} restores {data} twice a year and times it.|Obtained the minutes of both restores.
CAP|A1.1|{team} plans the growth of {machines} half a year ahead.|Obtained the plan of {team} for one half-year.
INP|PI1.2|{platform} refuses input whose checksum does not match.|Sent a block with a false checksum to {platform} and saw it refused.
PRO|PI1.3|Jobs of {platform} that fail are tried again and, after the third time, put before the night desk.|Drew 10 failed jobs of {platform} and followed each to its end.
OUT|PI1.4, PI1.5|{platform} shows a partner what was kept, what failed and when.|Compared the report of {platform} for 5 partners with the job tables.
RET|C1.2, P4.2, P4.3|{data} is wiped from {platform} thirty days after a contract ends.|Drew 6 contracts that ended and obtained the wipe record of {platform}.
`)

const companyWide = cells(`
ENT-01|CC1.1|Every employee accepts the conduct handbook upon hire and each anniversary.|Drew 25 employees and obtained the acceptance.
ENT-02|CC1.2|The audit committee sits four times a year without management for a part of each sitting.|Obtained the minutes of 2 sittings.
ENT-03|CC1.3|The charter of each department names its head and what it answers for.|Obtained the charters of 6 departments.
ENT-04|CC1.4|Criminal and education records of candidates are verified.|Drew 20 candidates who were hired and obtained the verification.
ENT-05|CC1.5|Merit pay depends on an appraisal that includes security duties.|Drew 15 appraisals and read them.
ENT-06|CC2.1, CC2.2|The bulletin for employees carries a security column in each issue.|Read 4 issues of the bulletin.
ENT-07|CC2.3, P1.1|The privacy notice and the security commitments are published and dated.|Read the pages and the dates.
ENT-08|CC3.1, CC3.2|The risk council ranks risks in June and December.|Obtained both rankings.
ENT-09|CC3.3|Fraud has a chapter of its own in the ranking of risks.|Read the chapter.
ENT-10|CC3.4|A change in law, market or structure sets off a new ranking.|Obtained the ranking that followed the purchase of a competitor.
ENT-11|CC4.1, CC4.2|Internal audit reports twice a year to the audit committee and tracks what it found.|Obtained both reports and followed 8 items.
ENT-12|CC5.1, CC5.2, CC5.3|Each policy names the controls that carry it out and is renewed yearly.|Drew 8 policies and obtained the renewal.
ENT-13|CC6.4|Halls open to a badge and a fingerprint, and visitors are walked.|Walked three halls and drew 10 visitors.
ENT-14|CC6.5|Drives are shredded on the premises, by serial number.|Drew 12 serial numbers and obtained the shredding record.
ENT-15|CC7.5|After an incident of rank one, the lessons are put into the recovery book.|Obtained the recovery book and asked for incidents of rank one.
ENT-16|CC9.1|Losses are insured and the cover is weighed each year.|Obtained the policy and the memorandum.
ENT-17|CC9.2|Suppliers who can reach client data are assessed before signing and each year.|Drew 9 of 31 suppliers and obtained the assessment.
ENT-18|P2.1, P3.1, P3.2|Personal information is taken only with the consent recorded by the partner.|Obtained the clause and the consent field of 5 partners.
ENT-19|P5.1, P5.2|Requests for access and correction are answered in 30 days.|Drew 7 of 7 requests and compared the dates.
ENT-20|P6.1, P6.4, P6.7|Personal information is passed on only to suppliers named in the list.|Compared the list with payments.
ENT-21|P6.3, P6.6|Unauthorized disclosures are recorded and told to those concerned.|Obtained the record of disclosures.
ENT-22|P7.1, P8.1|Contact details are checked with partners yearly, and complaints are closed by the privacy lead.|Obtained the mailing and drew 4 complaints.
ENT-23|PI1.1|Definitions of what counts as a good backup are agreed with each partner.|Drew 10 partner schedules and read the definition.
ENT-24|CC2.3|Partners are told of changes two weeks ahead.|Drew 6 changes and obtained the notice.
`)

const inquiries = paragraphs(`
Asked whoever carries out the control how it is done, how often, and what happens when it fails; the answers agreed with the written procedure.
Interviewed the head of the department and a second person, apart from each other, about the control and compared what they said.
Read the written procedure for the control from its first page to its last and compared it with the description in Part 3.
Sat beside the person who carries out the control while it was done once, and wrote down the steps.
`)

interface Book extends OwnControl {
  tests: string[]
}

const controls: Book[] = [
  ...companyWide.map(([ref, criteria, words, test]) => bookOf(ref!, criteria!, words!, [test!])),
  ...platforms.flatMap(([platform, machines, team, data], place) =>
    areas.map(([area, criteria, words, ...tests]) => {
      const named = (line: string) =>
        upper(
          line
            .replaceAll('{platform}', platform!)
            .replaceAll('{machines}', machines!)
            .replaceAll('{team}', team!)
            .replaceAll('{data}', data!),
        )
      return bookOf(
        `${area}-${String(place + 1).padStart(2, '0')}`,
        criteria!,
        named(words!),
        tests.map(named),
      )
    }),
  ),
]

function bookOf(ref: string, criteria: string, words: string, tests: string[]): Book {
  return { ref, criteria: criteria.split(', '), text: words, test: tests.join(' '), tests }
}

function upper(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const facts: OwnFacts = {
  organization: 'Tallgrass Continuity Partners, LLC',
  short: 'Tallgrass',
  system: 'Tallgrass Backup and Recovery Services',
  auditor: 'Kettleman Brandeis Ochoa LLP',
  city: 'Kansas City, Missouri',
  type: 'type-2',
  period: { start: '2023-11-01', end: '2024-10-31' },
  reportDate: '2024-12-20',
  categories: ['security', 'availability', 'processing-integrity', 'confidentiality', 'privacy'],
  opinion: 'unqualified',
  exceptions: [
    {
      control: 'REV-02',
      text: 'For 3 of 10 notices the rights were still live between 2 and 9 days later.',
      tested: 10,
      failed: 3,
      response: 'Messaging engineering moved to the automatic removal that other teams use.',
    },
    {
      control: 'RCT-05',
      text: 'The recertification for one of the 2 quarters could not be produced.',
      tested: 2,
      failed: 1,
      response: 'It was made, but the file was lost. Files now go to the evidence store.',
    },
    {
      control: 'VUL-01',
      text: '5 of 12 weaknesses were closed later than 20 days, the latest on day 47.',
      tested: 12,
      failed: 5,
      response: 'A patch train leaves every week since September.',
    },
    {
      control: 'CHG-03',
      text: 'Of 25 changes, 1 had no test run attached.',
      tested: 25,
      failed: 1,
      response: 'The release lead has been reminded.',
    },
    {
      control: 'MON-06',
      text: 'Two of the 8 alerts had not been acknowledged.',
      tested: 8,
      failed: 2,
      response: 'Alerts that are not acknowledged in ten minutes now ring the shift lead.',
    },
    {
      control: 'ENT-04',
      text: 'Verification for 2 of 20 hires ended after the first day of work.',
      tested: 20,
      failed: 2,
      response: 'Badges are held back until the verification has ended.',
    },
    {
      control: 'ENT-17',
      text: 'The yearly assessment of 1 of 9 suppliers was 5 months late.',
      tested: 9,
      failed: 1,
      response: 'The supplier has since been assessed without remarks.',
    },
    {
      control: 'OUT-07',
      text: 'For one of 5 partners the report left out 14 failed jobs.',
      tested: 5,
      failed: 1,
      response: 'The query was corrected on October 3, 2024.',
    },
    {
      control: 'RET-04',
      text: 'One of the 6 contracts had no wipe record.',
      tested: 6,
      failed: 1,
      response: 'Wiping was done again and recorded.',
    },
  ],
  idle: {
    'EMG-02':
      'There were no emergency changes of Mailkeep from November 1, 2023 to October 31, 2024. Operating effectiveness was not tested.',
    'EMG-07':
      'There were no emergency changes of Ledgerline from November 1, 2023 to October 31, 2024. Operating effectiveness was not tested.',
    'ENT-15':
      'No incident of rank one took place in the examination period. Operating effectiveness was not tested.',
    'ENT-21':
      'No unauthorized disclosure was recorded in the examination period. Operating effectiveness was not tested.',
  },
  subservice: [
    { name: 'Iron Prairie Data Halls, Inc.', method: 'carve-out' },
    { name: 'Microsoft Azure', method: 'carve-out' },
    { name: 'Tallgrass Field Support, Inc.', method: 'inclusive' },
  ],
  phi: 'in-scope',
}

const askAway = paragraphs(`
Partners name the people who may open the console and take names off the list (CC6.2).
Partners keep the passphrase of clients who hold their own keys; without it no restore is possible (CC6.1).
Partners choose what is backed up and how long it is kept (PI1.1, C1.2).
Partners read the daily report and act on jobs that failed (PI1.5).
Partners put agents on new machines and take them off old ones (CC6.8).
Partners restore a sample of their own data at least once a year (A1.3).
Partners obtain the consent of the people whose data they send (P3.2).
Partners keep their contact for incidents up to date (CC2.3).
Partners tell Tallgrass of a breach on their side that may touch the services (CC7.3).
`)

const essays = paragraphs(`
{platform} is run from two halls, one in Kansas and one in Ohio. {machines} in either hall can serve all clients, and each is filled to less than half so that the other’s load would fit.
{team} has between six and twenty-two engineers. They are on call in turns of a week, hand over in a call on Monday, and write down what the week brought.
What {platform} holds: {data}. Partners include hospitals, clinics and billing offices, and what they send contains electronic protected health information; it is treated alike whoever sends it, and a business associate agreement is part of the partner contract.
A new engineer of {team} works for thirty days with rights to look only. The head of {team} then decides which further rights are needed and for how long.
Changes of {platform} begin as a proposal of one page. Those that alter how {data} is kept go before the architecture circle, which meets on alternate Thursdays; the rest are decided by {team}.
Trouble is first seen by the night desk, which has a book for each alarm of {platform}. The book says what to look at, what to try, when to wake {team}, and when to tell partners.
{machines} are bought as a type, not one by one: the same boards, the same drives, the same firmware. A machine that behaves oddly is emptied and sent back rather than studied.
Growth of {platform} came to nineteen percent in the year. {team} added capacity in February and in July, each time after a test of one week.
How {platform} ends: a contract that has run out is marked, waits for thirty days in case the partner thinks again, and is then wiped by a job that writes a record with the date and the amount.
For {platform}, the service commitments are that no restore fails for want of a copy, that {data} is read by no one who need not, and that partners hear of trouble within four hours.
`)

function blocksOf(): Block[] {
  return [
    ...cover(),
    page,
    { is: 'contents', title: 'In this report' },
    page,
    ...opinionLetter(),
    page,
    ...assertions(),
    page,
    ...description(),
    ...matrix(),
    page,
    ...rest(),
  ]
}

const span = `November 1, 2023, through October 31, 2024`

function cover(): Block[] {
  return [
    text('Tallgrass Continuity Partners, LLC', { size: 26 }),
    text('SOC 2® + HITRUST', { size: 18 }),
    text('Tallgrass Backup and Recovery Services', { size: 16 }),
    text(`System and Organization Controls Report for ${span}`),
    text('Kettleman Brandeis Ochoa LLP', { bold: true }),
  ]
}

function opinionLetter(): Block[] {
  return [
    heading(1, 'Part 1. Independent Service Auditors’ Report'),
    text('Board of Managers\nTallgrass Continuity Partners, LLC'),
    heading(3, 'Scope'),
    text(
      `We have examined the description of Tallgrass Backup and Recovery Services of Tallgrass Continuity Partners, LLC (“Tallgrass”) in Part 3 throughout the period ${span}, based on the description criteria in DC section 200 (with revised implementation guidance, 2022), and the suitability of the design and operating effectiveness of the controls in it throughout that period to provide reasonable assurance that the service commitments and system requirements of Tallgrass were achieved based on the trust services criteria relevant to security, availability, processing integrity, confidentiality, and privacy (applicable trust services criteria) in TSP section 100. We have also examined whether those controls were suitably designed and operated effectively to meet the requirements of the HITRUST CSF, version 11, that Part 4 lists (HITRUST requirements).`,
    ),
    text(
      'Iron Prairie Data Halls, Inc. and Microsoft Azure are subservice organizations of Tallgrass. Part 3 presents them under the carve-out method and shows the complementary controls that Tallgrass assumes of them; we did not examine these. Tallgrass Field Support, Inc., which is owned by the same parent, visits the sites of clients. It is presented under the inclusive method, and our examination took in its controls.',
    ),
    text('Part 5 comes from management. It was not examined and we express no opinion on it.'),
    heading(3, 'Responsibilities of Tallgrass and of Tallgrass Field Support, Inc.'),
    text(
      'Each has furnished an assertion in Part 2 and is responsible for it, for its portion of the description, and for its controls.',
    ),
    heading(3, 'Our Responsibilities'),
    text(
      'Our responsibility is to express an opinion on the description and the controls on the strength of our examination, which we conducted under the attestation standards of the American Institute of Certified Public Accountants. They require us to be independent and to plan and perform the examination so as to obtain reasonable assurance.',
    ),
    heading(3, 'Inherent Limitations'),
    text(
      'No system of control is proof against human error and against people who mean to get around it. Effectiveness in one year says little about the next.',
    ),
    heading(3, 'Tests of Controls'),
    text('The controls tested, and the nature, timing and results of the tests, are in Part 4.'),
    heading(3, 'Opinions'),
    text('In our opinion, in all material respects,'),
    list('letter', [
      `the description presents Tallgrass Backup and Recovery Services as designed and implemented throughout the period ${span}, in accordance with the description criteria;`,
      `the controls stated in the description were suitably designed throughout the period ${span}, to provide reasonable assurance that the service commitments and system requirements would be achieved based on the applicable trust services criteria, if partners and the subservice organizations carved out applied the complementary controls assumed;`,
      `the controls stated in the description operated effectively throughout the period ${span}, to provide that assurance, on the same condition; and`,
      `the controls were suitably designed and operated effectively throughout the period ${span}, to meet the HITRUST requirements.`,
    ]),
    heading(3, 'Restriction'),
    text(
      'Tallgrass, its partners, and those who know the services and the risks well may use this report. It is not meant to be used by others.',
    ),
    text(`KETTLEMAN BRANDEIS OCHOA LLP\nKansas City, Missouri\n${longDate(facts.reportDate)}`),
  ]
}

function assertions(): Block[] {
  return [
    heading(1, 'Part 2. Assertions'),
    heading(3, 'Of Tallgrass Continuity Partners, LLC'),
    text(
      `We prepared the description of Tallgrass Backup and Recovery Services throughout the period ${span}. We assert that it meets the description criteria and that the controls were suitably designed and operated effectively throughout that period with respect to the applicable trust services criteria and the HITRUST requirements.`,
    ),
    heading(3, 'Of Tallgrass Field Support, Inc.'),
    text(
      `The portion that concerns field support is ours. We assert that it is right and that our controls operated effectively throughout the period ${span}.`,
    ),
  ]
}

function description(): Block[] {
  return [
    heading(1, 'Part 3. Description of Tallgrass Backup and Recovery Services'),
    text(
      'Tallgrass was formed in 2003 in Olathe, Kansas. Some 900 partners, most of them providers of information technology to medical practices, resell its services to about 21,000 offices.',
    ),
    text(
      'Seven platforms make up the services. The description takes them one by one and then what they have in common.',
    ),
    ...platforms.flatMap(([platform, machines, team, data]) => [
      heading(2, `The ${platform} platform`),
      ...essays.map((words) =>
        text(
          upper(
            words
              .replaceAll('{platform}', platform!)
              .replaceAll('{machines}', machines!)
              .replaceAll('{team}', team!)
              .replaceAll('{data}', data!),
          ),
        ),
      ),
    ]),
    heading(2, 'Subservice organizations'),
    table(
      ['Who', 'What for', 'Method', 'Criteria that lean on them'],
      [30, 30, 18, 22],
      cells(`
Iron Prairie Data Halls, Inc.|Floor space, power and guards|Carve-out|CC6.4, A1.2
Microsoft Azure|Third copy of data|Carve-out|CC6.1, CC6.4, A1.2
Tallgrass Field Support, Inc.|Visits to sites|Inclusive|CC6.5, CC6.8
`),
    ),
    heading(2, 'Complementary user entity controls'),
    text('The criteria can be met only if partners do the following:'),
    list('number', askAway),
    heading(2, 'Responsibilities of partners that are not controls'),
    list('bullet', ['Partners pay invoices on time.', 'Partners name a person for the yearly talk.']),
  ]
}

function matrix(): Block[] {
  const rows = controls.flatMap(({ ref, criteria, text: words, tests }) => {
    const found = facts.exceptions.find(({ control }) => control === ref)
    const all = [...tests, ...inquiries.slice(0, ref.startsWith('ENT') ? 2 : 4)]
    return all.map((test, index) => [
      index === 0 ? ref : '',
      index === 0 ? criteria.join(', ') : '',
      index === 0 ? words : '',
      test,
      index === 0 && found
        ? `Exception noted. ${found.text} Refer to Part 5.`
        : (facts.idle[ref] ?? 'No exceptions noted.'),
    ])
  })
  return [
    heading(1, 'Part 4. Criteria, Requirements, Controls, and Tests'),
    ...texts(
      'Where a control has more than one test, each has a row of its own.',
      'The second table maps the HITRUST requirements to the controls.',
    ),
    {
      ...(table(
        ['Control', 'Criteria', 'Control Activity', 'Test Performed', 'Test Result'],
        [9, 10, 31, 28, 22],
        rows,
      ) as Block & { is: 'table' }),
      landscape: true,
    },
    table(
      ['HITRUST requirement', 'Controls'],
      [70, 30],
      areas
        .slice(0, 14)
        .map(([area], index) => [
          `0${(index % 9) + 1}.${String.fromCharCode(97 + index)} Requirement statement ${1101 + index * 7}`,
          `${area}-01 to ${area}-07`,
        ]),
    ),
  ]
}

function rest(): Block[] {
  return [
    heading(1, 'Part 5. From Management (Not Examined)'),
    heading(2, 'Answers to the exceptions'),
    table(
      ['Control', 'What we say to it'],
      [16, 84],
      facts.exceptions.map(({ control, response }) => [control, response!]),
    ),
    heading(2, 'Plans'),
    text(
      'Next year’s examination will run from November 1, 2024, through October 31, 2025, and will take in the two platforms of the company bought in May.',
    ),
  ]
}

const paper = (size: number) => ({
  title: 'Report',
  look: { ...look, size },
  header: 'Tallgrass Backup and Recovery Services',
  footer: 'Kettleman Brandeis Ochoa LLP',
  firstNumbered: 3,
  blocks: blocksOf(),
})

export const tallgrass: Sample[] = [
  {
    name: 'tallgrass a long book',
    house: 'tallgrass',
    heldOut: false,
    own: true,
    producer: 'pdfkit',
    make: () => typeset(paper(14.5)),
    expected: answersOf(facts, controls, askAway.length, {
      frameworks: [{ name: 'HITRUST', nature: 'opinion' }],
    }),
  },
]
