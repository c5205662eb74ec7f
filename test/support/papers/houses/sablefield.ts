import { longDate } from '../../../../scripts/papers/words'
import { grid, h, ol, p, ps, safe, ul, webPrinted } from '../producers/web'
import type { Sample } from '../sample'
import { answersOf, cells, type OwnFacts, paragraphs } from './own'

/** Two systems in one book of two hundred pages: a card for each control with numbered procedures, HIPAA with an opinion, a mapping without. */
const systems = cells(`
CH|Sable Chart|the chart cluster|Chart engineering|visits, orders and results of patients
CO|Sable Connect|the interface engine|Interface engineering|messages that travel between hospitals
`)

/** Code, criteria, the control, three procedures. */
const subjects = cells(`
01|CC6.1|{system} admits engineers by way of a bastion that records each keystroke.|Asked {team} for the path into production.|Read the rules of the bastion.|Replayed a recording of {system}.
02|CC6.1|{data} are enciphered on the disks of {machines}.|Asked {team} for the cipher in use.|Read the disk settings of {machines}.|Pulled a raw block of {system} and found it unreadable.
03|CC6.1|Keys of {system} are made new each year by two custodians.|Asked the custodians how they go about it.|Read the ceremony record of {system}.|Compared the key dates of {machines}.
04|CC6.2|A manager and the data owner both approve rights in {system}.|Asked {team} how rights are asked for.|Took 25 of 184 grants in {system} and looked for both approvals.|Looked for grants in {system} without a ticket.
05|CC6.2|Rights in {system} end when the people system marks a person as gone.|Asked {team} about the link.|Took 20 of 66 people gone and compared the hour of {system}.|Turned a test person off and watched {machines}.
06|CC6.3|Each quarter the data owner of {system} confirms who keeps rights.|Asked the data owner how it is done.|Read the confirmation of 2 of 2 quarters for {system}.|Followed 6 removals asked for in {system}.
07|CC6.3|Roles in {system} keep billing and charting apart.|Asked {team} for the role map.|Read the role map of {system}.|Tried a billing role of {system} on a note.
08|CC6.6|Calls to {system} from outside pass a gateway that checks tokens.|Asked {team} for the gateway rules.|Read the rules for {system}.|Called {system} with a stale token and was refused.
09|CC6.7|{system} sends and receives over channels with mutual certificates.|Asked {team} for the list of channels.|Took 10 of 214 channels of {system} and read the certificates.|Opened a channel to {machines} without a certificate and was refused.
10|CC6.8|Images of {machines} are built from a source that is scanned.|Asked {team} how images come about.|Read the last 3 builds of {system}.|Compared a running image of {system} with the build.
11|CC7.1|Flaws in {system} rated critical are mended within 15 days.|Asked {team} for the flaw queue.|Took 12 of 37 critical flaws of {system} and compared dates.|Ran a scan of {machines} and compared it with the queue.
12|CC7.2|Signals of {system} are weighed by a detection service and put before an analyst.|Asked the analysts for the runbook.|Took 15 of 420 signals of {system} and read the handling.|Set off a signal in {system} and timed the answer.
13|CC7.3, CC7.4|Incidents of {system} have a commander, a timeline and a close.|Asked for the incident list of {system}.|Took 4 of 9 incidents of {system} and read the timeline.|Read the lessons of {system}.
14|CC7.5, A1.3|{system} is brought up in the second region twice a year.|Asked {team} for the dates.|Read the record of the exercise of {system}.|Compared the time taken with the target for {system}.
15|CC8.1|A change of {system} is read by a peer, tested by a machine and let through by an approver.|Asked {team} for the path of a change.|Took 25 of 1,306 changes of {system} and looked for the three.|Tried to pass a change of {system} without an approver.
16|CC8.1|Those who write {system} cannot place it on {machines}.|Asked {team} who holds the right.|Read the holders of the right for {system}.|Tried it with a writer’s account on {machines}.
17|CC8.1|Hurried changes of {system} are put before the board within three days.|Asked {team} for hurried changes.|Read all hurried changes of {system} in the period.|Compared the dates of the board.
18|A1.1|Room and load of {machines} are measured and forecast monthly.|Asked {team} for the forecast.|Read the forecast of 2 of 6 months for {system}.|Compared a measurement of {machines} with the forecast.
19|A1.2|Snapshots of {system} are taken hourly and carried to the second region.|Asked {team} for the schedule.|Took 15 of 181 days and read the snapshot log of {system}.|Opened a snapshot of {system}.
20|C1.1|{data} are marked as restricted and shown to no one without a reason.|Asked {team} for the marking.|Read the marking in {system}.|Took 10 openings of restricted records in {system} and looked for the reason.
21|C1.2|{data} are destroyed when a customer of {system} ends and asks for it.|Asked {team} how it is done.|Took 3 of 4 customers of {system} that ended and read the record.|Looked for the customers in {machines}.
22|CC7.1|Settings of {machines} that stray from the standard are put back within the hour.|Asked {team} for the tool.|Took 10 strays of {system} and read the time.|Altered a setting of {machines} and timed it.
`)

const whole = cells(`
ORG-1|CC1.1|Each person agrees to the code yearly.|Asked People about the code.|Took 25 of 830 people and looked for the agreement.
ORG-2|CC1.2|The risk committee of the board meets each quarter.|Asked the secretary.|Read the minutes of 2 of 2 quarters.
ORG-3|CC1.3|The security office reports to the chief executive.|Asked the chief of security.|Read the chart.
ORG-4|CC1.4|Backgrounds are checked before a badge is given.|Asked People about the check.|Took 15 of 71 new people and compared dates.
ORG-5|CC1.5, CC2.2|Security and HIPAA training is taken yearly.|Asked the trainer.|Took 25 of 830 people and looked for the training.
ORG-6|CC2.1|A catalogue of data names what is kept where.|Asked the data office.|Read the catalogue for both systems.
ORG-7|CC2.3|Release notes and security notices go to customers.|Asked the customer office.|Took 4 of 13 releases and read the notes.
ORG-8|CC3.1, CC3.2|Risk is analysed yearly as the HIPAA Security Rule asks.|Asked the risk lead.|Read the analysis.
ORG-9|CC3.3|Fraud is a part of the analysis.|Asked the risk lead.|Read that part.
ORG-10|CC3.4|Purchases and new products are weighed.|Asked the risk lead.|Read the paper on one purchase.
ORG-11|CC4.1|Internal audit follows a plan.|Asked the head of audit.|Read the plan and 2 of 5 reports.
ORG-12|CC4.2|What audit finds is mended by a date.|Asked the head of audit.|Took 8 of 22 findings and compared dates.
ORG-13|CC5.1, CC5.2|Controls are tied to risks in a library.|Asked the risk lead.|Took 10 risks and read the tie.
ORG-14|CC5.3|Policies are renewed yearly.|Asked the policy office.|Took 9 of 27 policies and looked for the renewal.
ORG-15|CC6.4|Offices open to a badge.|Asked the guard.|Walked 2 of 5 offices.
ORG-16|CC6.5|Drives and laptops are destroyed with a certificate.|Asked the depot.|Took 8 of 52 and read the certificate.
ORG-17|CC9.1|Continuity plans exist for each office.|Asked the continuity lead.|Read the plan of 2 of 5 offices.
ORG-18|CC9.2|Business associate agreements are signed with those who handle ePHI for Sable.|Asked counsel.|Took 6 of 14 and read the agreement.
`)

interface Card {
  ref: string
  criteria: string[]
  text: string
  procedures: string[]
}

const controls: Card[] = [
  ...whole.map(([ref, criteria, words, ...procedures]) => ({
    ref: ref!,
    criteria: criteria!.split(', '),
    text: words!,
    procedures,
  })),
  ...systems.flatMap(([code, ...names]) =>
    subjects.map(([number, criteria, words, ...procedures]) => ({
      ref: `${code}-${number}`,
      criteria: criteria!.split(', '),
      text: named(words!, names),
      procedures: procedures.map((line) => named(line, names)),
    })),
  ),
]

function named(words: string, [system, machines, team, data]: string[]): string {
  const line = words
    .replaceAll('{system}', system!)
    .replaceAll('{machines}', machines!)
    .replaceAll('{team}', team!)
    .replaceAll('{data}', data!)
  return line.charAt(0).toUpperCase() + line.slice(1)
}

const chapters = paragraphs(`
{system} is used by 61 hospitals and about four thousand clinics in nineteen states. A customer buys it by the bed or by the clinician and pays each year.
{machines} stand in two regions. Work is shared between them on ordinary days, and either can carry the whole for as long as need be. Sable rents the racks and owns what is in them.
{team} builds and runs {system}. It is divided into crews of eight, each with a lead, a tester and someone who sits with customers for a week of every quarter.
{data} are held by {system}. They are electronic protected health information, so that Sable is a business associate of each customer, and they lie within the boundary of the examination from the time they arrive until they are destroyed.
A person who joins {team} is given a mentor and, for ninety days, may place nothing on {machines} alone.
Work on {system} is planned for six weeks at a time. In the last of these weeks nothing new is begun; what is there is tested, written down, and shown to three customers.
When {system} is slow or wrong, the desk opens a ticket, and a crew is called if the ticket is marked red. The crew writes in the open channel what it sees and does, by the minute.
{system} speaks with laboratories, pharmacies, registries and payers. Every link has a page that says who is on the other side, what passes, how it is guarded, and whom to ring.
Customers of {system} hold their own lists of users. Sable sees the lists but changes nothing in them unless asked in writing by the two people whom a customer has named.
The year of {system} has two quiet seasons in which nothing but mends is let through: the last two weeks of December, and the week in which residents change hospitals.
Lessons from trouble in {system} are gathered by the crew that had it, read by {team} as a whole on the last Friday of the month, and kept for seven years.
Sable asks customers of {system} twice a year what they think of it. The replies are read by the chief executive, and what is said of security goes to the security office the same day.
For {system} the commitments are these: that records are kept from those who have no business with them, that they are there 99.95 percent of the time, and that they are kept confidential to the end.
`)

const policies = paragraphs(`
acceptable use of computers
access and rights
backups and restoration
badges, visitors and keys
business associates
change and release
classification of data
clean desks and screens
cloud accounts
conduct and sanctions
continuity
cryptography and keys
destruction of media
disclosure of health information
electronic mail and messages
engineering standards
hiring and leaving
incident handling
inventory of equipment
laptops and telephones
logging
malicious software
minimum necessary use
network zones
notice of breaches
passwords and factors
patching and flaws
privacy officer and complaints
purchasing
records and retention
remote work
reviews of suppliers
risk analysis
secure coding
segregation of duties
service accounts
testing of recovery
training
travel
writing and renewing policies
`)

/** Said of every policy; the braces hold its subject. */
const ofPolicies = paragraphs(`
Whom it binds. The policy on {subject} binds employees, contractors and students of Sable and of its affiliate, wherever they work. Nobody may be excused from it but by the security office, in writing, for at most ninety days.
What it is for. With the policy on {subject} Sable means to keep its commitments to customers, to stay within the law, and to spare people from having to guess.
Who keeps it. The owner of the policy on {subject} reads it each year with counsel and with two people who work under it, proposes what should change, and brings it to the policy office, which gives it a number and a date.
How people learn of it. New people are shown the policy on {subject} in their first week. When it changes in substance, those it touches are told by message and must say that they have read it.
What it leaves to others. Matters that the policy on {subject} does not settle are settled by the standard of the department concerned, which may ask for more than the policy does and never for less.
How it is watched. Internal audit looks at the policy on {subject} once in three years, and the policy office asks department heads each spring whether they can keep to it and what stands in the way.
What changed in the half-year. The policy on {subject} was read and confirmed by its owner, and its list of contacts was brought up to date; nothing else in it was altered between January and June of 2025.
Where it came from. The first policy on {subject} was written when Sable had its second office, and its present shape goes back to the year in which Sable Connect was brought out. Customers may ask for a copy.
What if it is broken. A person who breaks the policy on {subject} may be warned, lose rights, or be let go. Breaks are recorded with what was done about them, and the record is shown to the risk committee without names.
`)

const customers = paragraphs(`
Customers of both systems name two people who may ask for changes of rights.
Customers of both systems take rights from people who leave, on the day they leave.
Customers of both systems look over their list of users at least twice a year.
Customers of both systems guard the networks and computers from which they reach Sable.
Customers of Sable Chart set the time after which a screen locks.
Customers of Sable Chart look at the report of unusual openings of records.
Customers of Sable Connect hold and renew the certificates of their side.
Customers of Sable Connect check that messages that were refused are sent again.
`)

const rules = cells(`
164.308(a)(1)(ii)(A)|Risk analysis|ORG-8
164.308(a)(1)(ii)(B)|Risk management|ORG-13
164.308(a)(2)|Security official|ORG-3
164.308(a)(3)(ii)(C)|Ending of access|CH-05, CO-05
164.308(a)(4)(ii)(B)|Authorization of access|CH-04, CO-04
164.308(a)(5)(i)|Awareness and training|ORG-5
164.308(a)(6)(ii)|Response and reporting|CH-13, CO-13
164.308(a)(7)(ii)(A)|Data backup plan|CH-19, CO-19
164.308(a)(7)(ii)(B)|Disaster recovery plan|CH-14, CO-14
164.308(b)(1)|Contracts with associates|ORG-18
164.310(a)(1)|Facility access|ORG-15
164.310(d)(2)(i)|Disposal|ORG-16
164.312(a)(1)|Access control|CH-01, CO-01
164.312(a)(2)(iv)|Encryption at rest|CH-02, CO-02
164.312(b)|Audit controls|CH-12, CO-12
164.312(e)(1)|Transmission security|CH-09, CO-09
`)

const facts: OwnFacts = {
  organization: 'Sable Hospital Software, Inc.',
  short: 'Sable',
  system: 'Sable Chart',
  auditor: 'Pemberton Wythe Controls, P.C.',
  city: 'Westminster, Colorado',
  type: 'type-2',
  period: { start: '2025-01-01', end: '2025-06-30' },
  reportDate: '2025-08-15',
  categories: ['security', 'availability', 'confidentiality'],
  opinion: 'unqualified',
  exceptions: [
    {
      control: 'CH-05',
      text: 'Rights of 2 of 20 people gone were alive for 3 and 5 days.',
      tested: 20,
      failed: 2,
      response: 'A retry that hung was mended in May.',
    },
    {
      control: 'CO-11',
      text: 'Of 12 critical flaws, 4 were mended between day 18 and day 60.',
      tested: 12,
      failed: 4,
      response: 'Interface engineering now has a crew for flaws alone.',
    },
    {
      control: 'CO-15',
      text: 'For 1 of 25 changes no peer had read it.',
      tested: 25,
      failed: 1,
      response: 'The rule that lets the lead pass alone was taken out.',
    },
    {
      control: 'ORG-4',
      text: 'The check of 3 of 15 new people ended after the badge had been given.',
      tested: 15,
      failed: 3,
      response: 'Guards now see the outcome of the check before they print a badge.',
    },
  ],
  idle: {
    'CO-17':
      'No hurried changes of Sable Connect took place from January 1, 2025 to June 30, 2025, and so the control could not be tested.',
  },
  subservice: [
    { name: 'Rocky Flats Interconnect, Inc.', method: 'carve-out' },
    { name: 'Sable Professional Services, LLC', method: 'inclusive' },
  ],
  phi: 'in-scope',
}

const css = `body { font: 16pt/2.2 Garamond, 'EB Garamond', serif } h1 { font-size: 22pt; break-before: page } h2 { font-size: 15pt; break-before: page } h3 { font-size: 15pt }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin-bottom: 16px } td, th { border: 1px solid #aaa; padding: 6px 8px; text-align: left; vertical-align: top; font-size: 13pt }
.card { break-before: page } .card td:first-child { width: 24%; background: #eef; font-weight: bold }`

const span = 'throughout the period January 1, 2025 to June 30, 2025'

function bodyOf(): string {
  return [
    `<div style="height:240px"></div>`,
    `<p style="font-size:28pt">Sable Hospital Software, Inc.</p>`,
    ps(
      'Sable Chart and Sable Connect',
      'System and Organization Controls (SOC) 2 Type 2 with HIPAA',
      'January 1, 2025 – June 30, 2025',
      'Pemberton Wythe Controls, P.C.',
    ),
    h(1, 'Contents'),
    ol(
      [
        'Report of the Independent Service Auditor',
        'Assertions of Sable and of Sable Professional Services, LLC',
        'The Systems',
        'Controls and Tests of Controls',
        'HIPAA Security Rule',
        'Unaudited Information',
      ],
      'I',
    ),
    auditor(),
    h(1, 'II. Assertions of Sable and of Sable Professional Services, LLC'),
    ps(
      `Sable wrote the description of the Sable Chart and Sable Connect systems ${span}. Sable asserts that the description meets the description criteria, and that the controls were suitably designed and operated effectively ${span} to meet the trust services criteria relevant to security, availability, and confidentiality and the requirements of the HIPAA Security Rule.`,
      `Sable Professional Services, LLC asserts the same of its part and its controls ${span}.`,
      'Orrin Blackwood, Chief Executive, Sable Hospital Software, Inc.\nMina Achterberg, President, Sable Professional Services, LLC',
    ),
    description(),
    cards(),
    h(1, 'V. HIPAA Security Rule'),
    p('The requirements that we examined, and the controls which meet them:'),
    grid(['Requirement', 'Subject', 'Controls'], rules, [30, 40, 30]),
    h(1, 'VI. Unaudited Information'),
    p(
      'We express no opinion on what stands here. Sable has mapped its controls to the CSA Cloud Controls Matrix for the use of customers; the mapping was not examined.',
    ),
    grid(
      ['Matrix domain', 'Controls'],
      [
        ['Identity and access', 'CH-01 to CH-07, CO-01 to CO-07'],
        ['Cryptography', 'CH-02, CH-03, CO-02, CO-03'],
        ['Change control', 'CH-15 to CH-17, CO-15 to CO-17'],
      ],
      [50, 50],
    ),
    h(3, 'What management says to the exceptions'),
    ...facts.exceptions.map(({ control, response }) => p(`On ${control}: ${response}`)),
  ].join('')
}

function auditor(): string {
  return [
    h(1, 'I. Report of the Independent Service Auditor'),
    p('To the Board of Directors of Sable Hospital Software, Inc.'),
    h(3, 'Scope'),
    p(
      `We have examined Sable Hospital Software, Inc.’s (Sable) description of its Sable Chart and Sable Connect systems in part III ${span} based on the description criteria of DC section 200, and the suitability of the design and operating effectiveness of the controls in the description ${span}, to provide reasonable assurance that the service commitments and system requirements of Sable were achieved based on the trust services criteria relevant to security, availability, and confidentiality in TSP section 100, and that the controls met the requirements of the HIPAA Security Rule (45 CFR 164.308 to 164.316) listed in part V.`,
    ),
    p(
      'Sable Professional Services, LLC, an affiliate, installs the systems at hospitals. The description is presented on the inclusive method with respect to it, and our examination took in its controls. Rocky Flats Interconnect, Inc. rents racks to Sable; its controls are carved out, and our examination did not extend to them.',
    ),
    p('The mapping in part VI is not a part of what we examined.'),
    h(3, 'Responsibilities of management'),
    p(
      'The managements of Sable and of its affiliate are responsible for their assertions, for the description, and for the controls.',
    ),
    h(3, 'Our responsibilities'),
    p(
      'Standards for attestation of the American Institute of Certified Public Accountants govern our work. They call for independence and for such planning and work as gives reasonable assurance. We believe that our evidence is sufficient and appropriate.',
    ),
    h(3, 'Limitations'),
    p('What people do can fail, and what they agree in secret can defeat a control.'),
    h(3, 'Tests'),
    p('Part IV tells the tests that we made and their results.'),
    h(3, 'Opinion on the trust services criteria'),
    p('In our opinion, in all material respects,'),
    ol(
      [
        `the description presents the Sable Chart and Sable Connect systems that were designed and implemented ${span} in accordance with the description criteria;`,
        `the controls stated in the description were suitably designed ${span} to provide reasonable assurance that the commitments and requirements would be achieved; and`,
        `the controls stated in the description operated effectively ${span} to provide that assurance.`,
      ],
      'i',
    ),
    h(3, 'Opinion on the HIPAA Security Rule'),
    p(
      `In our opinion, in all material respects, the controls were suitably designed and operated effectively ${span} to meet the requirements of the HIPAA Security Rule listed in part V.`,
    ),
    h(3, 'Restriction on use'),
    p(
      'Sable, its affiliate, its customers, and regulators with an understanding of the systems may use this report; others may not.',
    ),
    p(`Pemberton Wythe Controls, P.C.\n${facts.city}\n${longDate(facts.reportDate)}`),
  ].join('')
}

function description(): string {
  return [
    h(1, 'III. The Systems'),
    p('Sable Hospital Software, Inc. was founded in Boulder in 1996. It has 830 people in five offices.'),
    ...systems.map(
      ([, ...names]) =>
        h(2, names[0]!) + chapters.map((words) => `<h3>&nbsp;</h3>${p(named(words, names))}`).join(''),
    ),
    ...policies.map(
      (subject) =>
        h(2, `Policy: ${subject}`) + ps(...ofPolicies.map((words) => words.replaceAll('{subject}', subject))),
    ),
    h(2, 'Subservice organizations'),
    p(
      'Rocky Flats Interconnect, Inc. (carve-out method): Sable counts on it to keep strangers from the racks and to power and cool them (CC6.4, A1.2). Sable Professional Services, LLC (inclusive method): its controls are those marked ORG.',
    ),
    h(2, 'Complementary user entity controls'),
    p('What customers must have in place for the criteria to be met:'),
    ul(customers),
  ].join('')
}

function cards(): string {
  return (
    h(1, 'IV. Controls and Tests of Controls') +
    controls
      .map(({ ref, criteria, text, procedures }) => {
        const one = facts.exceptions.find(({ control }) => control === ref)
        const lines = procedures.map((words, index) => {
          const said = one && index === 1 ? `Exception. ${one.text}` : (facts.idle[ref] ?? 'No exception.')
          return [
            [`Procedure ${index + 1}`, words],
            [`Result ${index + 1}`, said],
          ]
        })
        const rows = [
          ['Control', ref],
          ['Criteria', criteria.join(', ')],
          ['Control as described by Sable', text],
          ...lines.flat(),
        ]
        return `<div class="card"><table>${rows.map(([label, value]) => `<tr><td>${safe(label!)}</td><td>${safe(value!)}</td></tr>`).join('')}</table></div>`
      })
      .join('')
  )
}

export const sablefield: Sample[] = [
  {
    name: 'sablefield two systems in cards',
    house: 'sablefield',
    heldOut: true,
    own: true,
    producer: 'chromium',
    make: () =>
      webPrinted({
        css,
        body: bodyOf(),
        header: 'Sable Hospital Software, Inc.',
        footer: 'Restricted <span style="float:right" class="pageNumber"></span>',
      }),
    expected: answersOf(facts, controls, customers.length, {
      systems: ['Sable Chart', 'Sable Connect'],
      frameworks: [
        { name: 'HIPAA', nature: 'opinion' },
        { name: 'CSA', nature: 'mapping-only' },
      ],
    }),
  },
]
