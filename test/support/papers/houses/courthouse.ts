import { longDate } from '../../../../scripts/papers/words'
import { h, p, ps, safe, webPrinted } from '../producers/web'
import { withPicture } from '../producers/assemble'
import type { Sample } from '../sample'
import { answersOf, controlLines, type OwnFacts, paragraphs } from './own'

/** Two partners over a shop, writing in a word processor: controls, work and findings in paragraphs, no table anywhere. */
const controls = controlLines(`
1 | CC1.1 | The owner talks every new hire through the rules of conduct and has them sign page 3. | We pulled the file of each of the 4 people hired and saw page 3 with a signature and a date.
2 | CC1.4, CC2.2 | Staff sit through an hour on privacy and security each year. | We compared the attendance sheet with the payroll of 19 people.
3 | CC2.3 | The service terms tell customers how faxes are kept, for how long, and whom to call. | We read the terms on the web site.
4 | CC3.2 | Once a year the owner and the lead technician list what could go wrong and what is done about each item. | We read the list of January.
5 | CC4.1 | Each month the lead technician walks through a checklist of settings and initials it. | We pulled 3 of 9 monthly checklists and looked for initials on every line.
6 | CC5.3 | Written policies are looked over by the owner every January. | We saw the owner’s initials and the date on each policy.
7 | CC6.1 | The fax servers take sign-ins only with a password of fourteen characters and a code from a phone. | We tried to sign in without the code and were turned away; we printed the password settings.
8 | CC6.2 | When someone leaves, the office manager fills in a leaver’s sheet and the technician closes the accounts before the end of the next day. | We took all 5 leavers of the nine months and compared the sheet with the date shown in the directory.
9 | CC6.3 | Every quarter the owner goes down the list of accounts and strikes out what is no longer needed. | We asked for the struck lists of 3 of 3 quarters.
10 | CC6.4 | The machine room is locked with a keypad whose code is changed when someone leaves. | We stood at the door with the technician, tried an old code, and read the log of code changes.
11 | CC6.6 | A firewall lets in mail, web and the carriers’ lines and nothing else. | We printed the rules and had the technician explain each.
12 | CC6.7 | Faxes travel from the carrier in an encrypted tunnel and wait for the customer in encrypted storage. | We looked at the tunnel’s settings and at the storage settings.
13 | CC6.8 | All 23 computers run a virus guard that reports to one screen. | We counted the computers on the screen and looked at the date of each update.
14 | CC7.1 | Updates for servers go in within thirty days of their release. | We took 10 of 31 updates and compared the dates.
15 | CC7.2 | The carrier lines and servers are watched, and a text goes to the technician on call when one stops. | We pulled a cable and saw the text arrive.
16 | CC7.4 | Anything that looks like a break-in is written up and told to customers within three days. | We read the procedure and asked for write-ups.
17 | CC8.1 | New releases of the fax software are tried on the spare server for two days first. | We took 4 of 7 releases and read the notes of the trial.
18 | A1.2 | Every night the storage is copied to the second building, and the technician reads the report in the morning. | We took 20 of 273 nights and read the reports.
19 | A1.3 | Once a year the fax service is moved to the second building and back. | We read the notes of the move in April.
`)

const facts: OwnFacts = {
  organization: 'Lakeline Fax & Messaging Co.',
  short: 'Lakeline',
  system: 'Lakeline Secure Fax',
  auditor: 'Trautwein & Daughters, Certified Public Accountants',
  city: 'Wausau, Wisconsin',
  type: 'type-2',
  period: { start: '2022-07-01', end: '2023-03-31' },
  reportDate: '2023-05-16',
  categories: ['security', 'availability'],
  opinion: 'unqualified',
  exceptions: [
    {
      control: '8',
      text: 'Accounts of 2 of the 5 leavers were closed on the fourth and the sixth day.',
      tested: 5,
      failed: 2,
      response: 'The office manager was away in both weeks. The sheet now goes to two people.',
    },
    {
      control: '5',
      text: 'One of the three checklists had two lines without initials.',
      tested: 3,
      failed: 1,
      response: 'The technician recalls doing the work and will initial as he goes.',
    },
  ],
  idle: {
    '16': 'Nothing of the kind came up in the nine months, the owner told us, and we saw no sign of it; there was thus nothing for us to test.',
  },
  subservice: [],
  phi: 'in-scope',
}

const withheld: OwnFacts = {
  ...facts,
  opinion: 'disclaimer',
  exceptions: [],
  idle: {},
  reportDate: '2023-06-30',
}

const firstLook: OwnFacts = {
  ...facts,
  type: 'type-1',
  asOf: '2022-06-30',
  reportDate: '2022-08-12',
  exceptions: [],
  idle: {},
}

const css = `body { font: 12pt/1.35 'Times New Roman', serif } h1 { font-size: 14pt; text-align: center; break-before: page; text-decoration: underline }
h2 { font-size: 12pt; font-style: italic } .c { text-align: center } .big { font-size: 22pt; text-align: center; margin-top: 160px } .in { margin-left: 36px }`

const about = paragraphs(`
Lakeline was started in 1998 by Gus and Irene Pohl to sell fax machines to doctors along the lake. Since 2009 it has run faxing as a service: a clinic keeps its number, faxes arrive as pictures in a web mailbox or straight in the chart, and the clinic sends from the same place. About 640 clinics, pharmacies and nursing homes use it.
The service runs on six servers of our own in the back of the building on Third Street and on two in our second building in Merrill. We own both buildings. Lines come from two carriers, which only carry calls.
Nineteen people work here. Gus Pohl owns the company and decides. Lyle Brandt is the lead technician. Four technicians, nine in customer service, two in accounts, an office manager and Irene Pohl, who keeps the books, make up the rest.
Faxes are mostly about patients: referrals, prescriptions, results. So nearly everything that passes through or sits in storage is protected health information, and we have business associate agreements with all customers who are covered by HIPAA. A fax is kept for thirty days unless the customer chose otherwise, and is then wiped.
What we have promised: that faxes arrive, that only the customer can see them, that the service is up 99.5 hours of every hundred, and that we’ll speak up when something goes wrong.
The paper records are in the safe. Nothing else is outsourced.
Our tone is set by the owners, who are in the building every day. Staff know they can walk in.
Information reaches staff at the Monday stand-up and by the cork board, and customers by e-mail and the web page.
`)

const span = ({ type, asOf, period }: OwnFacts) =>
  type === 'type-1'
    ? `as of ${longDate(asOf!)}`
    : `for the period from ${longDate(period!.start)}, through ${longDate(period!.end)}`

function bodyOf(of: OwnFacts): string {
  return [
    p('Lakeline Fax & Messaging Co.', 'big'),
    p('Wausau, Wisconsin', 'c'),
    p(`SOC 2 REPORT\n${span(of).toUpperCase()}`, 'c'),
    p('\n\n\n\nTRAUTWEIN & DAUGHTERS\nCertified Public Accountants\n214 Scott Street', 'c'),
    auditor(of),
    h(1, 'What Management Says'),
    ps(
      `The owners and managers of Lakeline Fax & Messaging Co. wrote the description of the Lakeline Secure Fax system ${span(of)}. We assert that it is a fair picture under the description criteria (DC 200), that the controls in it were suitably designed${of.type === 'type-2' ? ' and operated effectively' : ''} ${span(of)}, and that they met the trust services criteria relevant to security and availability${of.opinion === 'disclaimer' ? ', although the records that would show it were lost in the fire' : ''}.`,
      'Gus Pohl\nOwner',
    ),
    h(1, 'About the System'),
    ps(...about),
    h(2, 'Other companies'),
    p('Lakeline does not use any subservice organizations. The phone carriers are utilities.'),
    h(2, 'What customers must do'),
    p(
      'There are no complementary user entity controls. Customers have duties of their own, such as picking good passwords, but none is needed for our controls to meet the criteria.',
    ),
    work(of),
  ].join('\n')
}

function auditor(of: OwnFacts): string {
  const two = of.type === 'type-2'
  const engaged = of.opinion === 'disclaimer'
  return [
    h(1, 'Report of Independent Certified Public Accountants'),
    ps(
      'To Mr. Gus Pohl and the management of Lakeline Fax & Messaging Co.:',
      `We ${engaged ? 'were engaged to examine' : 'have examined'} Lakeline Fax & Messaging Co.’s description of its Lakeline Secure Fax system ${span(of)}, and the suitability of the design${two ? ' and the operating effectiveness' : ''} of the controls that the description contains, to provide reasonable assurance that Lakeline’s service commitments and system requirements were achieved based on the trust services criteria relevant to security and availability, which the AICPA publishes as TSP section 100.`,
      'Management wrote the description and the statement that goes with it and is responsible for both, and for running a system that keeps its promises.',
    ),
    engaged
      ? ps(
          'A fire on April 20, 2023 destroyed the office in which the monthly checklists, the leaver’s sheets, the logs and the nightly reports for July 2022 to March 2023 were kept, and no copies exist. We looked for other ways to test the controls and found none that would do.',
          'Because of the matter in the paragraph above, we were not able to obtain sufficient appropriate evidence on which to base an opinion, and accordingly we do not express an opinion on the description or on the design and operating effectiveness of the controls.',
        )
      : ps(
          'We are responsible for saying what we conclude. We followed attestation standards established by the American Institute of Certified Public Accountants. That means that we planned and carried out the work so as to be reasonably, not absolutely, certain, and that we looked at evidence until we had enough. We are independent of Lakeline.',
          ...(two
            ? []
            : [
                'We did no testing of whether the controls worked over time, and we do not express an opinion on that.',
              ]),
          'No set of controls is perfect. People slip, and things change after we leave.',
          `In our opinion, in all material respects, (1) the description presents the Lakeline Secure Fax system that was designed and implemented ${span(of)} in accordance with the description criteria; ${two ? '' : 'and '}(2) the controls in it were suitably designed ${span(of)} to provide reasonable assurance that the commitments and requirements would be achieved if the controls worked as described${two ? `; and (3) the controls operated effectively ${span(of)} to provide that assurance` : ''}.`,
          ...(two
            ? [
                'What we tested, how, and what came of it is told in the last part, “Our Work and What We Found”.',
              ]
            : []),
        ),
    p(
      'This report is for Lakeline, its customers, and their accountants who understand faxing and what can go wrong with it, and for no one else.',
    ),
    p(`Trautwein & Daughters, Certified Public Accountants\n${of.city}\n${longDate(of.reportDate)}`),
  ].join('')
}

function work(of: OwnFacts): string {
  const two = of.type === 'type-2'
  if (of.opinion === 'disclaimer')
    return (
      h(1, 'Our Work and What We Found') + p('We have nothing to report, for the reason given in our letter.')
    )
  return (
    h(1, two ? 'Our Work and What We Found' : 'The Controls') +
    controls
      .map((control) => {
        const one = of.exceptions.find(({ control: ref }) => ref === control.ref)
        const found = one ? `Finding. ${one.text}` : (of.idle[control.ref] ?? 'Satisfactory.')
        const lines = [
          `<p><b>Control ${control.ref}.</b> ${safe(control.text)} (${control.criteria.join(', ')})</p>`,
        ]
        if (two)
          lines.push(
            `<p class="in"><i>What we did:</i> ${safe(control.test)}</p><p class="in"><i>What we found:</i> ${safe(found)}</p>`,
          )
        if (two && one?.response)
          lines.push(`<p class="in"><i>Lakeline’s reply:</i> ${safe(one.response)}</p>`)
        return lines.join('')
      })
      .join('')
  )
}

function sample(name: string, of: OwnFacts, changes = {}): Sample {
  return {
    name: `courthouse ${name}`,
    house: 'courthouse',
    heldOut: false,
    own: true,
    producer: 'chromium',
    make: () => pdfOf(of),
    expected: answersOf(of, controls, 0, changes),
  }
}

function pdfOf(of: OwnFacts): Promise<Buffer> {
  return webPrinted({
    css,
    body: bodyOf(of),
    footer: '<div style="text-align:center">- <span class="pageNumber"></span> -</div>',
  })
}

export const courthouse: Sample[] = [
  sample('nine months in prose', facts),
  sample('as of a day', firstLook),
  sample('after a fire', withheld, {
    exceptions: undefined,
    controlsTested: undefined,
    notOperated: undefined,
    complete: undefined,
  }),
  {
    ...sample('with a scanned letter', facts),
    producer: 'pdf-lib',
    make: async () => withPicture(await pdfOf(facts), [2]),
  },
]
