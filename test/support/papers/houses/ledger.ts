import { longDate, titled } from '../../../../scripts/papers/words'
import {
  data,
  type Facts,
  groups,
  heading,
  type House,
  inserted,
  joined,
  prose,
  rowsOf,
  table,
  text,
  texts,
} from './house'

/** Times in capitals, a landscape table with a criteria column whose cells are merged, opinion as one long sentence. */
export const ledger: House = {
  name: 'ledger',
  heldOut: false,
  producer: 'pdfkit',
  look: {
    font: 'Times',
    size: 11.5,
    paper: 'LETTER',
    margin: 80,
    table: 'grid',
    capitals: true,
    gap: 9,
    repeatHeadings: true,
    splitRows: true,
  },
  order: ['cover', 'auditor', 'assertion', 'description', 'tests', 'other'],
  contents: 'TABLE OF CONTENTS',
  header: ({ organization, system }) => `${organization} – ${system} System`,
  footer: ({ auditor }) => `${auditor}   |   Restricted use`,
  firstNumbered: 1,
  ref: ({ ref }) => ref.replace(/^(..)-0?/, 'TS-$1'),
  parts: { cover, auditor, assertion, description, tests, other },
}

const names = (facts: Facts) => joined(facts.categories.map((category) => titled(category.replace('-', ' '))))

function when(facts: Facts) {
  return facts.type === 'type-2'
    ? `throughout the period ${longDate(facts.period!.start)} through ${longDate(facts.period!.end)}`
    : `as of ${longDate(facts.asOf!)}`
}

function cover(facts: Facts) {
  return [
    text('SERVICE AUDITOR’S REPORT', { size: 12, align: 'center' }),
    text(facts.organization.toUpperCase(), { size: 22, bold: true, align: 'center' }),
    text(
      `${facts.type === 'type-2' ? 'TYPE II' : 'TYPE I'} SYSTEM AND ORGANIZATION CONTROLS REPORT (SOC 2)`,
      { align: 'center', size: 14 },
    ),
    text(`${facts.system} System`, { align: 'center', size: 14 }),
    text(`Relevant to ${names(facts)}`, { align: 'center' }),
    text(
      (facts.type === 'type-2'
        ? `For the period of ${longDate(facts.period!.start)} – ${longDate(facts.period!.end)}`
        : `As of ${longDate(facts.asOf!)}`
      ).toUpperCase(),
      { align: 'center' },
    ),
    ...inserted(facts, 'cover'),
  ]
}

function auditor(facts: Facts) {
  const { short, organization, system } = facts
  const carved = facts.subservice.filter(({ method }) => method === 'carve-out')
  const inclusive = facts.subservice.filter(({ method }) => method === 'inclusive')
  return [
    heading(1, 'I. Report of Independent Service Auditors'),
    text(organization),
    heading(3, 'Scope'),
    text(
      `We ${facts.opinion === 'disclaimer' ? 'were engaged to examine' : 'have examined'} the accompanying description of the ${system} system of ${organization} (“${short}”) ${when(facts)}, and the suitability of the design${facts.type === 'type-2' ? ' and the operating effectiveness' : ''} of the controls included in the description ${when(facts)}, to provide reasonable assurance that its service commitments and system requirements were achieved based on the criteria for ${names(facts)} set forth in TSP Section 100, 2017 Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy (“applicable trust services criteria”).`,
    ),
    ...(carved.length
      ? [
          text(
            `As indicated in the description, ${short} uses ${joined(carved.map(({ name, does }) => `${name} (${does})`))}. The description is presented using the carve-out method and excludes the controls of ${carved.length > 1 ? 'these subservice organizations' : 'this subservice organization'}, and our examination did not extend to them.`,
          ),
        ]
      : []),
    ...(inclusive.length
      ? [
          text(
            `The description uses the inclusive method for ${joined(inclusive.map(({ name }) => name))} and includes its controls.`,
          ),
        ]
      : []),
    heading(3, 'Responsibilities of the Service Organization'),
    text(
      `${short} has provided its assertion in part II of this report and is responsible for the description, for the assertion, and for the controls.`,
    ),
    heading(3, 'Responsibilities of the Service Auditors'),
    text(
      'We conducted our examination in accordance with attestation standards established by the American Institute of Certified Public Accountants, including AT-C sections 105 and 205. Those standards require that we plan and perform the examination to obtain reasonable assurance. Our procedures included tests of the records of the company and such other procedures as we thought necessary. Work was performed by qualified staff under supervision.',
    ),
    heading(3, 'Limitations'),
    text(
      'Because of their nature, controls may not prevent, or detect and correct, all misstatements of information or failures of a system.',
    ),
    ...inserted(facts, 'auditor'),
    ...opinion(facts),
    heading(3, 'Use of this Report'),
    text(
      `This report is intended solely for ${short}, user entities, and others who have sufficient knowledge of the service, and it is not to be used by anyone else.`,
    ),
    text(`${facts.auditor}\n${longDate(facts.reportDate)}\n${facts.city}`),
  ]
}

function opinion(facts: Facts) {
  if (facts.opinion === 'disclaimer') {
    return [
      heading(3, 'Disclaimer of Opinion'),
      text(
        'We were not able to obtain sufficient appropriate evidence, for the reasons told above, and accordingly we do not express an opinion on the description or the controls.',
      ),
    ]
  }
  const clause = {
    unqualified: '',
    qualified: 'except for the matter described in the Basis for Qualified Opinion section above, ',
    adverse:
      'because of the significance of the matters described in the Basis for Adverse Opinion section above, ',
  }[facts.opinion]
  const not = facts.opinion === 'adverse'
  const basis = clause
    ? [
        heading(3, `Basis for ${facts.opinion === 'adverse' ? 'Adverse' : 'Qualified'} Opinion`),
        text(
          `${facts.short} states in its description that the controls listed in part IV were in place. We found that this was not so: ${facts.exceptions.map(({ text }) => text).join(' ')} Accordingly, the commitments based on ${joined(facts.affectedCriteria)} were not achieved.`,
        ),
      ]
    : []
  return [
    ...basis,
    heading(
      3,
      facts.opinion === 'unqualified'
        ? 'Opinion'
        : facts.opinion === 'adverse'
          ? 'Adverse Opinion'
          : 'Qualified Opinion',
    ),
    text(
      `In our opinion, ${clause}in all material respects, based on the criteria described in the assertion of management, the description ${not ? 'does not present' : 'fairly presents'} the system that was designed and implemented ${when(facts)}; the controls stated in the description ${not ? 'were not' : 'were'} suitably designed to provide reasonable assurance that the service commitments would be achieved${facts.type === 'type-2' ? `; and the controls ${not ? 'did not operate' : 'operated'} effectively ${when(facts)}` : ` ${when(facts)}`}.`,
    ),
    ...(facts.type === 'type-1'
      ? [text('We did not test whether controls operated effectively and do not express an opinion on that.')]
      : []),
  ]
}

function assertion(facts: Facts) {
  return [
    heading(1, `II. Management of ${facts.organization}’s Assertion`),
    text(
      `We have prepared the description of our ${facts.system} system ${when(facts)}. We assert that${facts.opinion === 'unqualified' ? '' : ', except for the matters that the service auditors describe,'} the description is fair, that the controls were suitably designed${facts.type === 'type-2' ? ', and that they operated effectively' : ''} ${when(facts)}, based on the criteria for ${names(facts)}.`,
    ),
    text(facts.organization),
    ...inserted(facts, 'assertion'),
  ]
}

function description(facts: Facts) {
  return [
    heading(1, `III. ${facts.organization}’s Description of Its ${facts.system} System`),
    ...prose(facts, 0, 8),
    ...data(facts),
    ...prose(facts, 8),
    ...inserted(facts, 'description'),
    heading(2, 'Complementary Subservice Organization Controls'),
    ...(facts.subservice.length
      ? [
          table(
            ['Subservice organization', 'Service', 'Criteria'],
            [40, 40, 20],
            facts.subservice.map(({ name, does }) => [name, does, 'CC6.4, CC7.2']),
          ),
        ]
      : texts('Not applicable.')),
    heading(2, 'Complementary User Entity Controls'),
    ...(facts.cuecs.length
      ? [
          text('The following controls are expected to be in operation at user entities.'),
          table(
            ['No.', 'Complementary user entity control', 'Related criteria'],
            [8, 70, 22],
            facts.cuecs.map(({ text, criteria }, index) => [String(index + 1), text, criteria.join(', ')]),
          ),
        ]
      : texts('There are no complementary user entity controls.')),
  ]
}

function tests(facts: Facts) {
  const type2 = facts.type === 'type-2'
  const rows = groups(rowsOf(ledger, facts)).flatMap(([criterion, group]) =>
    group.map((row, index) => [
      index === 0 ? criterion : '',
      row.ref,
      row.text,
      ...(type2 ? [row.test, resultOf(row)] : []),
    ]),
  )
  const more = (facts.extraRows ?? []).map((cells) => ['', ...cells])
  const columns = [
    'TSC',
    'Control Number',
    'Control Specified by the Company',
    ...(type2 ? ['Tests Applied by the Service Auditors', 'Results'] : []),
  ]
  return [
    heading(1, `IV. Criteria, Controls${type2 ? ', Tests, and Results' : ''}`),
    text('The table below gives, for each criterion, the controls of the company.'),
    {
      ...table(columns, type2 ? [9, 10, 29, 29, 23] : [12, 13, 75], [...rows, ...more]),
      landscape: true,
    } as const,
    ...inserted(facts, 'tests'),
  ]
}

function resultOf(row: ReturnType<typeof rowsOf>[number]): string {
  if (row.result === 'pass') return 'No exceptions noted'
  if (row.result === 'exception') return `Exception noted: ${row.exception}`
  return 'Not tested. No event that calls for the control occurred during the period.'
}

function other(facts: Facts) {
  const answered = rowsOf(ledger, facts).filter(({ response }) => response)
  return [
    heading(1, 'V. Other Information Provided by Management (Unaudited)'),
    ...(answered.length
      ? [
          table(
            ['Control Number', 'Management Response'],
            [20, 80],
            answered.map(({ ref, response }) => [ref, response!]),
          ),
        ]
      : []),
    text('The roadmap for the coming year includes a new region.'),
    ...inserted(facts, 'other'),
  ]
}
