import { longDate } from '../../../../scripts/papers/words'
import {
  type Block,
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

/** Fixed-pitch type, capital dates, Arabic chapters, criteria as heading rows, results of tests gathered in a list at the end. */
export const typewriter: House = {
  name: 'typewriter',
  heldOut: true,
  producer: 'pdfkit',
  look: {
    font: 'Courier',
    size: 9.5,
    paper: 'LETTER',
    margin: 62,
    table: 'bare',
    capitals: true,
    gap: 9,
    repeatHeadings: true,
    splitRows: true,
  },
  order: ['cover', 'auditor', 'assertion', 'description', 'tests', 'other'],
  contents: 'INDEX',
  header: ({ organization }) => organization.toUpperCase(),
  footer: () => 'PROPRIETARY',
  firstNumbered: 1,
  ref: ({ ref }) => `CTL ${ref.replace('-', '')}`,
  parts: { cover, auditor, assertion, description, tests, other },
}

const names = (facts: Facts) => joined(facts.categories.map((category) => category.replace('-', ' ')))
const when = (facts: Facts) =>
  (facts.type === 'type-2'
    ? `for the period ${longDate(facts.period!.start)} through ${longDate(facts.period!.end)}`
    : `as of ${longDate(facts.asOf!)}`
  ).replace(/[A-Z][a-z]+ \d/g, (date) => date.toUpperCase())

function cover(facts: Facts) {
  return [
    text(facts.organization.toUpperCase()),
    text('SYSTEM AND ORGANIZATION CONTROLS 2'),
    text(`${facts.type === 'type-2' ? 'TYPE TWO' : 'TYPE ONE'} EXAMINATION`),
    text(when(facts).toUpperCase()),
    ...inserted(facts, 'cover'),
  ]
}

function auditor(facts: Facts): Block[] {
  const two = facts.type === 'type-2'
  const not = facts.opinion === 'adverse'
  const clause = {
    unqualified: '',
    qualified: 'except for the effects of the matters discussed in the preceding paragraph, ',
    adverse: 'because of the significance of the matters discussed in the preceding paragraph, ',
    disclaimer: '',
  }[facts.opinion]
  return [
    heading(1, 'Chapter 1. Independent service auditors’ report'),
    text(
      `We have examined management’s description of the ${facts.system} system of ${facts.organization} (“the Company”) ${when(facts)} and the suitability of the design${two ? ' and operating effectiveness' : ''} of the Company’s controls based on the trust services criteria relevant to ${names(facts)}.`,
    ),
    text(
      'The Company is responsible for the description and its assertion. We are responsible for an opinion. The work was done in accordance with attestation standards established by the American Institute of Certified Public Accountants.',
    ),
    ...facts.subservice.map(({ name, does, method }) =>
      text(
        method === 'carve-out'
          ? `The Company uses a subservice organization, ${name}, for ${does}. The description does not include the controls of ${name}; the carve-out method is used.`
          : `The Company uses ${name} for ${does}; the inclusive method is used and its controls were examined.`,
      ),
    ),
    ...inserted(facts, 'auditor'),
    ...(clause
      ? texts(
          `Our tests showed these matters. ${facts.exceptions.map(({ text }) => text).join(' ')} They bear upon criteria ${joined(facts.affectedCriteria)}.`,
        )
      : []),
    text(
      `In our opinion, ${clause}in all material respects, the description ${not ? 'does not present' : 'presents'} the system designed and implemented ${when(facts)}, and the controls ${not ? 'were not' : 'were'} suitably designed${two ? ` and ${not ? 'did not operate' : 'operated'} effectively ${when(facts)}` : ''}.`,
    ),
    text('Use is restricted to the Company and its customers.'),
    text(`${facts.auditor.toUpperCase()}\n${facts.city}, ${longDate(facts.reportDate)}`),
  ]
}

function assertion(facts: Facts) {
  return [
    heading(1, 'Chapter 2. Assertion of management'),
    text(
      `The Company asserts that the description is presented fairly ${when(facts)}${facts.opinion === 'unqualified' ? '' : ', except for the matters in Chapter 1'}, and that its controls were suitably designed${facts.type === 'type-2' ? ' and operating effectively' : ''}.`,
    ),
    ...inserted(facts, 'assertion'),
  ]
}

function description(facts: Facts) {
  return [
    heading(1, 'Chapter 3. Description of the system'),
    ...data(facts),
    ...prose(facts, 3, 24),
    ...inserted(facts, 'description'),
    heading(2, 'Client considerations'),
    ...(facts.cuecs.length
      ? [
          text(
            'The system was designed assuming that these complementary user entity controls are in place at clients:',
          ),
          list(
            'letter',
            facts.cuecs.map(({ text }) => text),
          ),
        ]
      : texts('No complementary user entity controls are required.')),
    heading(2, 'Subservice organizations'),
    ...(facts.subservice.length
      ? texts(...facts.subservice.map(({ name, does }) => `${name}: ${does}`))
      : texts('None.')),
  ]
}

function tests(facts: Facts) {
  const two = facts.type === 'type-2'
  return [
    heading(1, two ? 'Chapter 4. Tests of controls' : 'Chapter 4. Controls'),
    ...groups(rowsOf(typewriter, facts)).flatMap(([criterion, rows]) => [
      heading(3, `Criterion: ${criterion}`),
      table(
        two ? ['Control', 'Activity', 'Procedure', 'Outcome'] : ['Control', 'Activity'],
        two ? [14, 31, 31, 24] : [16, 84],
        rows.map((row) => [
          row.ref,
          row.text,
          ...(two
            ? [
                row.test,
                row.result === 'pass'
                  ? 'No findings.'
                  : row.result === 'exception'
                    ? `Finding: ${row.exception}`
                    : 'No occurrence.',
              ]
            : []),
        ]),
      ),
    ]),
    ...inserted(facts, 'tests'),
  ]
}

function other(facts: Facts) {
  const answered = rowsOf(typewriter, facts).filter(({ response }) => response)
  return [
    heading(1, 'Chapter 5. Other information (not examined)'),
    ...answered.map(({ ref, response }) => text(`${ref} - Management: ${response}`)),
    ...inserted(facts, 'other'),
  ]
}
