import { longDate } from '../../../../scripts/papers/words'
import {
  data,
  type Facts,
  groups,
  heading,
  type House,
  inserted,
  joined,
  list,
  prose,
  rowsOf,
  table,
  text,
  texts,
} from './house'

/** Dashes and bullets in the opinion, controls and criteria apart, responses under each exception. */
export const bigfirm: House = {
  name: 'bigfirm',
  heldOut: false,
  producer: 'pdfkit',
  look: {
    font: 'Helvetica',
    size: 9.5,
    paper: 'LETTER',
    margin: 60,
    table: 'lines',
    capitals: false,
    gap: 8,
    repeatHeadings: false,
    splitRows: true,
  },
  order: ['cover', 'auditor', 'assertion', 'description', 'tests', 'other'],
  contents: 'Table of contents',
  header: ({ short }) => `${short} SOC 2`,
  footer: () => 'A member firm of a global network',
  firstNumbered: 2,
  ref: ({ criteria }, index) => `${criteria[0]}.${(index % 7) + 1}-${index + 1}`,
  parts: { cover, auditor, assertion, description, tests, other },
}

const names = (facts: Facts) => joined(facts.categories.map((category) => category.replace('-', ' ')))

function when(facts: Facts) {
  return facts.type === 'type-2'
    ? `throughout the period ${longDate(facts.period!.start)} to ${longDate(facts.period!.end)}`
    : `as of ${longDate(facts.asOf!)}`
}

function cover(facts: Facts) {
  return [
    text(`${facts.organization}`, { size: 20 }),
    text(
      `Report on ${facts.short}’s Description of Its ${facts.system} System and on the Suitability of the Design${facts.type === 'type-2' ? ' and Operating Effectiveness' : ''} of Controls Relevant to ${names(facts)}`,
      { size: 14 },
    ),
    text(
      facts.type === 'type-2'
        ? `For the period ${longDate(facts.period!.start)} to ${longDate(facts.period!.end)}`
        : `As of ${longDate(facts.asOf!)}`,
      { size: 12 },
    ),
    ...inserted(facts, 'cover'),
  ]
}

function auditor(facts: Facts) {
  const { short, organization, system, opinion } = facts
  const verb = opinion === 'disclaimer' ? 'were engaged to examine' : 'have examined'
  return [
    heading(1, 'Report of Independent Accountants'),
    text(`To the Management of ${organization}`),
    heading(2, 'Scope'),
    text(
      `We ${verb} ${organization}’s (“${short}”) description entitled “Description of the ${system} System” (Description) ${when(facts)} based on the criteria set forth in the Description Criteria DC section 200 and the suitability of the design ${facts.type === 'type-2' ? 'and operating effectiveness ' : ''}of controls stated in the Description ${when(facts)} to provide reasonable assurance that ${short}’s service commitments and system requirements were achieved based on the trust services criteria relevant to ${names(facts)} (applicable trust services criteria) set forth in TSP section 100.`,
    ),
    ...facts.subservice.map(({ name, does, method }) =>
      text(
        method === 'carve-out'
          ? `${short} uses ${name} (subservice organization) for ${does}. The Description indicates that certain complementary subservice organization controls are necessary. Our examination did not include the services provided by ${name}.`
          : `The Description includes the services and the controls of ${name}, which provides ${does}, under the inclusive method.`,
      ),
    ),
    heading(2, `${short}’s responsibilities`),
    text(
      `${short} has provided an assertion about the Description and is responsible for its content and for the controls that it states.`,
    ),
    heading(2, 'Accountants’ responsibilities'),
    text(
      'Our responsibility is to express an opinion based on our examination, which we conducted in accordance with attestation standards established by the AICPA. We have complied with the requirements on independence and on quality control. An examination involves assessing risks of material misstatement.',
    ),
    heading(2, 'Inherent limitations'),
    text(
      'Effectiveness of controls is subject to inherent limitations. Faults may adversely affect a system without being detected.',
    ),
    ...inserted(facts, 'auditor'),
    ...conclusion(facts),
    heading(2, 'Restricted use'),
    text('This report is intended solely for the information and use of specified parties.'),
    text(`${longDate(facts.reportDate)}\n${facts.auditor}\n${facts.city}`),
  ]
}

function conclusion(facts: Facts) {
  if (facts.opinion === 'disclaimer') {
    return [
      heading(2, 'Disclaimer of opinion'),
      text(
        'Because of the matter described above, we were unable to obtain sufficient appropriate evidence. Accordingly, we do not express an opinion.',
      ),
    ]
  }
  const not = facts.opinion === 'adverse'
  const lead = {
    unqualified: 'In our opinion, in all material respects –',
    qualified:
      'In our opinion, except for the effects of the matter described in the Basis for qualified opinion paragraph, in all material respects –',
    adverse:
      'In our opinion, because of the significance of the matter described in the Basis for adverse opinion paragraph –',
  }[facts.opinion]
  const basis =
    facts.opinion === 'unqualified'
      ? []
      : [
          heading(2, `Basis for ${facts.opinion} opinion`),
          text(
            `${facts.exceptions.map(({ text }) => text).join(' ')} These matters relate to ${joined(facts.affectedCriteria)}.`,
          ),
        ]
  return [
    ...basis,
    heading(
      2,
      { unqualified: 'Opinion', qualified: 'Qualified opinion', adverse: 'Adverse opinion' }[facts.opinion],
    ),
    text(lead),
    list('dash', [
      `the Description ${not ? 'does not present' : 'presents'} the ${facts.system} system that was designed and implemented ${when(facts)} in accordance with the Description Criteria`,
      `the controls stated in the Description ${not ? 'were not' : 'were'} suitably designed to provide reasonable assurance that the service commitments and system requirements would be achieved based on the applicable trust services criteria ${when(facts)}`,
      ...(facts.type === 'type-2'
        ? [
            `the controls stated in the Description ${not ? 'did not operate' : 'operated'} effectively ${when(facts)}`,
          ]
        : []),
    ]),
  ]
}

function assertion(facts: Facts) {
  return [
    heading(1, `${facts.short} Management’s Assertion`),
    text(
      `We have prepared the accompanying Description of ${facts.organization} ${when(facts)}. We confirm, to the best of our knowledge and belief${facts.opinion === 'unqualified' ? '' : ', except for the matters noted by our accountants'}, that the Description presents the system in accordance with the Description Criteria and that controls were suitably designed${facts.type === 'type-2' ? ' and operated effectively' : ''} ${when(facts)}, based on criteria relevant to ${names(facts)}.`,
    ),
    ...inserted(facts, 'assertion'),
  ]
}

function description(facts: Facts) {
  return [
    heading(1, `Description of the ${facts.system} System`),
    ...prose(facts, 0, 12),
    ...data(facts),
    ...prose(facts, 12),
    ...inserted(facts, 'description'),
    heading(2, 'User entity controls'),
    heading(3, 'Complementary user entity controls (CUECs)'),
    text('User entities are responsible for:'),
    list(
      'bullet',
      facts.cuecs.map(
        ({ text, criteria }) =>
          `${text.replace(/^User entities are responsible for /, '').replace(/^./, (letter) => letter.toUpperCase())} [${criteria.join(', ')}]`,
      ),
    ),
    ...(facts.subservice.length
      ? [
          heading(2, 'Subservice organizations'),
          ...texts(
            ...facts.subservice.map(
              ({ name, does, method }) =>
                `${name} – ${does} (${method === 'carve-out' ? 'carved out' : 'inclusive'})`,
            ),
          ),
        ]
      : []),
  ]
}

function tests(facts: Facts) {
  const type2 = facts.type === 'type-2'
  const columns = type2
    ? ['Control reference', 'Description of control activity', 'Results of testing', 'Tests performed']
    : ['Control reference', 'Description of control activity']
  const blocks = groups(rowsOf(bigfirm, facts)).flatMap(([criterion, rows]) => [
    heading(3, `Criterion ${criterion}`),
    table(
      columns,
      type2 ? [16, 30, 26, 28] : [20, 80],
      rows.map((row) => [row.ref, row.text, ...(type2 ? [resultOf(row), row.test] : [])]),
    ),
  ])
  const more = facts.extraRows
    ? [
        table(
          columns,
          [16, 30, 26, 28],
          facts.extraRows.map(([ref, words, test, result]) => [ref, words, result, test]),
        ),
      ]
    : []
  return [
    heading(
      1,
      type2
        ? 'Criteria, controls, tests of operating effectiveness, and results'
        : 'Criteria and related controls',
    ),
    ...blocks,
    ...more,
    ...inserted(facts, 'tests'),
  ]
}

function resultOf(row: ReturnType<typeof rowsOf>[number]): string {
  if (row.result === 'pass') return 'No relevant exceptions noted.'
  if (row.result === 'not-operated')
    return 'Per inquiry of management, the control did not operate during the period because there was no such event.'
  return `${row.exception}${row.response ? ` Management response: ${row.response}` : ''}`
}

function other(facts: Facts) {
  return [
    heading(1, 'Other information provided by management (not covered by the report)'),
    text('Management plans to take the system to further markets.'),
    ...inserted(facts, 'other'),
  ]
}
