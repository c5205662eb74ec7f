import { dayFirst } from '../../../../scripts/papers/words'
import {
  type Block,
  data,
  type Facts,
  heading,
  type House,
  inserted,
  joined,
  list,
  prose,
  rowsOf,
  text,
  texts,
} from './house'

/** European: an assurance report under two standards, British spelling, tests as blocks of prose without any table. */
export const assurance: House = {
  name: 'assurance',
  heldOut: true,
  producer: 'chromium',
  look: {
    font: 'Helvetica',
    size: 10.5,
    paper: 'A4',
    margin: 75,
    table: 'bare',
    capitals: false,
    gap: 7,
    repeatHeadings: true,
    splitRows: true,
  },
  order: ['cover', 'auditor', 'assertion', 'description', 'tests', 'other'],
  contents: 'Table of contents',
  header: ({ organization }) => `Assurance report ${organization}`,
  footer: ({ auditor }) => auditor,
  firstNumbered: 1,
  ref: ({ ref }) => `C.${ref.replace('-', '.')}`,
  parts: { cover, auditor, assertion, description, tests, other },
}

const names = (facts: Facts) => joined(facts.categories.map((category) => category.replace('-', ' ')))
const span = (facts: Facts) =>
  facts.type === 'type-2'
    ? `from ${dayFirst(facts.period!.start)} until ${dayFirst(facts.period!.end)}`
    : `as at ${dayFirst(facts.asOf!)}`

function cover(facts: Facts) {
  return [
    text(facts.organization, { bold: true, size: 20 }),
    text(`SOC 2 ${facts.type === 'type-2' ? 'type II' : 'type I'} / ISAE 3000 assurance report`, {
      size: 15,
    }),
    text(`${facts.system} – ${span(facts)}`),
    ...inserted(facts, 'cover'),
  ]
}

function auditor(facts: Facts): Block[] {
  const type2 = facts.type === 'type-2'
  return [
    heading(1, '1  Independent service auditor’s assurance report'),
    text(`To: the management of ${facts.organization}`),
    heading(2, 'What we have examined'),
    text(
      `We have examined the description by ${facts.organization} (hereinafter: ${facts.short}) of its ${facts.system} system ${type2 ? `throughout the period ${span(facts)}` : span(facts)} and the suitability of the design${type2 ? ' and operating effectiveness' : ''} of the controls in it, on the basis of the trust services criteria relevant to ${names(facts)}, as included in TSP section 100 of the AICPA. We did so in accordance with AT-C section 205 and with International Standard on Assurance Engagements 3000.`,
    ),
    ...facts.subservice.map(({ name, does, method }) =>
      text(
        method === 'carve-out'
          ? `${facts.short} has outsourced ${does} to ${name}. The controls of ${name} have been carved out of the description and were no part of our work.`
          : `The controls of ${name}, which takes care of ${does}, are included in the description and in our work.`,
      ),
    ),
    heading(2, 'Our opinion'),
    ...opinion(facts),
    heading(2, 'How we worked'),
    text(
      'We comply with the code of ethics and with the standard on quality management. We deemed the evidence sufficient and appropriate. Our team consists of qualified IT auditors.',
    ),
    heading(2, 'Limits'),
    text('Controls have limits by nature. Nothing in this report says anything about the future.'),
    ...inserted(facts, 'auditor'),
    heading(2, 'Intended users'),
    text(`This report is meant for ${facts.short} and for its customers and their auditors.`),
    text(`${facts.city.split(',')[0]}, ${dayFirst(facts.reportDate)}`),
    text(`${facts.auditor}\nOn behalf of the partner in charge`),
  ]
}

function opinion(facts: Facts): Block[] {
  const type2 = facts.type === 'type-2'
  const clause =
    facts.opinion === 'qualified'
      ? ', except for the possible effects of the matter described under ‘Basis for our qualified opinion’,'
      : facts.opinion === 'adverse'
        ? ', because of the significance of the matter described below,'
        : ''
  const not = facts.opinion === 'adverse' ? 'not ' : ''
  const basis = clause
    ? texts(
        'Basis for our qualified opinion'.replace('qualified', facts.opinion),
        `${facts.exceptions.map(({ text }) => text).join(' ')} As a result the criteria ${joined(facts.affectedCriteria)} were not met.`,
      )
    : []
  return [
    text(
      `In our opinion${clause} in all material respects: the description does ${not}present the ${facts.system} system as designed and implemented ${span(facts)}; the controls were ${not}suitably designed${type2 ? `; and the controls that we tested did ${not}operate effectively throughout the period ${span(facts)}` : ''}.`,
    ),
    ...basis,
  ]
}

function assertion(facts: Facts) {
  return [
    heading(1, '2  Statement by management'),
    text(
      `Management of ${facts.short} is responsible for the description of the ${facts.system} system ${span(facts)} and states that it is accurate and that controls were in place${facts.type === 'type-2' ? ' and operated' : ''} ${span(facts)}${facts.opinion === 'unqualified' ? '' : ', apart from the matters raised by the auditor'}.`,
    ),
    ...inserted(facts, 'assertion'),
  ]
}

function description(facts: Facts) {
  return [
    heading(1, '3  The system'),
    ...data(facts),
    ...prose(facts, 2),
    ...inserted(facts, 'description'),
    heading(2, 'User control considerations'),
    ...(facts.cuecs.length
      ? [
          list(
            'dash',
            facts.cuecs.map(({ text }) => text),
          ),
        ]
      : texts('There are none.')),
    heading(2, 'Third-party service providers'),
    ...(facts.subservice.length
      ? texts(...facts.subservice.map(({ name, does }) => `${name} for ${does}`))
      : texts('There are none.')),
  ]
}

function tests(facts: Facts): Block[] {
  const type2 = facts.type === 'type-2'
  return [
    heading(1, type2 ? '4  Controls, our tests and what we found' : '4  Controls'),
    ...rowsOf(assurance, facts).flatMap(({ ref, criteria, text: words, test, ...row }) => [
      heading(3, `${ref} (${criteria.join(', ')})`),
      text(`Control: ${words}`),
      ...(type2
        ? texts(
            `Test: ${test}`,
            `Result: ${row.result === 'pass' ? 'No deviations noted.' : row.result === 'exception' ? `Deviation. ${row.exception}` : 'Could not be tested because there was no occurrence in the period.'}`,
          )
        : []),
      ...(row.response ? [text(`Management comment: ${row.response}`)] : []),
    ]),
    ...inserted(facts, 'tests'),
  ]
}

function other(facts: Facts) {
  return [
    heading(1, '5  Additional information (outside the scope of the auditor)'),
    text('The group employs people in four countries.'),
    ...inserted(facts, 'other'),
  ]
}
