import { longDate, titled } from '../../../../scripts/papers/words'
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

/** A browser's print with a table of two columns per control, like cards; month-first dates with ordinals. */
export const cards: House = {
  name: 'cards',
  heldOut: true,
  producer: 'chromium',
  look: {
    font: 'Helvetica',
    size: 10,
    paper: 'LETTER',
    margin: 55,
    table: 'grid',
    capitals: false,
    gap: 9,
    repeatHeadings: true,
    splitRows: false,
  },
  order: ['cover', 'assertion', 'auditor', 'description', 'tests', 'other'],
  contents: 'Inside this report',
  header: () => 'SOC 2',
  footer: ({ organization }) => organization,
  firstNumbered: 1,
  ref: ({ ref }, index) => `CTRL-${String(index + 1).padStart(3, '0')}-${ref.slice(0, 2)}`,
  parts: { cover, auditor, assertion, description, tests, other },
}

const names = (facts: Facts) => joined(facts.categories.map((category) => category.replace('-', ' ')))
const when = (facts: Facts) =>
  facts.type === 'type-2'
    ? `over the period ${longDate(facts.period!.start)} to ${longDate(facts.period!.end)}`
    : `at ${longDate(facts.asOf!)}`

function cover(facts: Facts) {
  return [
    text(facts.organization, { size: 24, bold: true }),
    text(`SOC 2 Type ${facts.type === 'type-2' ? 'II' : 'I'}`, { size: 18 }),
    text(
      `${titled(names(facts))} | ${facts.type === 'type-2' ? `${longDate(facts.period!.start)} – ${longDate(facts.period!.end)}` : longDate(facts.asOf!)}`,
    ),
    text(`Examined by ${facts.auditor}`),
    ...inserted(facts, 'cover'),
  ]
}

function auditor(facts: Facts) {
  const two = facts.type === 'type-2'
  const not = facts.opinion === 'adverse'
  const clause = {
    unqualified: '',
    qualified: ', except for the matter in our basis for qualified opinion,',
    adverse: ', given how significant the matter in our basis for adverse opinion is,',
    disclaimer: '',
  }[facts.opinion]
  return [
    heading(1, 'What the service auditor says'),
    heading(2, 'Independent service auditor’s report'),
    text(
      `To ${facts.organization}: we have examined your description of the ${facts.system} system ${when(facts)}, and whether the controls in it were suitably designed${two ? ' and operated effectively' : ''}, against the trust services criteria relevant to ${names(facts)} (2017 Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy).`,
    ),
    ...facts.subservice.map(({ name, does, method }) =>
      text(
        `${name} supplies ${does}. ${method === 'carve-out' ? 'It is carved out: its controls are neither described nor examined.' : 'It is included: its controls are described and were examined.'}`,
      ),
    ),
    heading(2, 'Who is responsible for what'),
    text(
      'You are responsible for the description, your assertion, and your controls. We are responsible for our opinion, formed under the attestation standards established by the AICPA.',
    ),
    ...inserted(facts, 'auditor'),
    ...(clause
      ? [
          heading(2, `Basis for ${facts.opinion} opinion`),
          text(
            `${facts.exceptions.map(({ text }) => text).join(' ')} The criteria concerned are ${joined(facts.affectedCriteria)}.`,
          ),
        ]
      : []),
    heading(2, clause ? `${titled(facts.opinion)} opinion` : 'Opinion'),
    text(
      `In our opinion${clause} in all material respects the description ${not ? 'does not present' : 'presents'} the ${facts.system} system designed and implemented ${when(facts)}, the controls ${not ? 'were not' : 'were'} suitably designed ${when(facts)}${two ? `, and the controls ${not ? 'did not operate' : 'operated'} effectively ${when(facts)}` : ''}.`,
    ),
    heading(2, 'Who may use this report'),
    text('Your management, your customers, and others who know your service well.'),
    text(`${facts.auditor}, ${facts.city}, ${longDate(facts.reportDate)}`),
  ]
}

function assertion(facts: Facts) {
  return [
    heading(1, 'What management asserts'),
    text(
      `${facts.organization} (“${facts.short}”) prepared the description of its ${facts.system} system and asserts that it is accurate ${when(facts)} and that its controls met the criteria for ${names(facts)}${facts.opinion === 'unqualified' ? '' : ', other than as reported by the service auditor'}.`,
    ),
    ...inserted(facts, 'assertion'),
  ]
}

function description(facts: Facts) {
  return [
    heading(1, 'The system and its controls'),
    ...prose(facts, 0, 4),
    ...data(facts),
    ...prose(facts, 4),
    ...inserted(facts, 'description'),
    heading(2, 'Complementary controls of our customers'),
    ...(facts.cuecs.length
      ? [
          table(
            ['Criteria', 'Your control'],
            [20, 80],
            facts.cuecs.map(({ text, criteria }) => [criteria.join(', '), text]),
          ),
        ]
      : texts('No complementary user entity controls are needed.')),
    heading(2, 'Subservice organizations'),
    ...(facts.subservice.length
      ? [
          list(
            'bullet',
            facts.subservice.map(({ name, does, method }) => `${name}, ${does} (${method})`),
          ),
        ]
      : texts('We use none.')),
  ]
}

function tests(facts: Facts) {
  const two = facts.type === 'type-2'
  return [
    heading(1, two ? 'How controls were tested' : 'Controls by criterion'),
    ...groups(rowsOf(cards, facts)).flatMap(([criterion, rows]) => [
      heading(3, criterion),
      ...rows.map((row) =>
        table(
          ['Control ID', row.ref],
          [22, 78],
          [
            ['Control', row.text],
            ...(two
              ? [
                  ['Test', row.test],
                  ['Result', resultOf(row)],
                ]
              : []),
            ...(row.response ? [['Response', row.response]] : []),
          ],
        ),
      ),
    ]),
    ...inserted(facts, 'tests'),
  ]
}

function resultOf(row: ReturnType<typeof rowsOf>[number]): string {
  if (row.result === 'pass') return 'Pass'
  return row.result === 'exception'
    ? `Exception. ${row.exception}`
    : 'Not operated: nothing happened that called for it.'
}

function other(facts: Facts) {
  return [
    heading(1, 'Other information'),
    text('Provided by management and not examined.'),
    ...inserted(facts, 'other'),
  ]
}
