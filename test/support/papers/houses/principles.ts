import { longDate, titled } from '../../../../scripts/papers/words'
import {
  data,
  type Facts,
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

/** The years before 2018: principles instead of categories, AT section 101, 'fairly presented', one table per principle. */
export const principles: House = {
  name: 'principles',
  heldOut: true,
  producer: 'pdfkit',
  look: {
    font: 'Times',
    size: 12,
    paper: 'LETTER',
    margin: 90,
    table: 'grid',
    capitals: false,
    gap: 10,
    repeatHeadings: true,
    splitRows: true,
  },
  order: ['cover', 'auditor', 'assertion', 'description', 'tests', 'other'],
  contents: 'Contents',
  header: () => '',
  footer: () => '',
  firstNumbered: 2,
  ref: (_control, index) => `${index + 1}.0`,
  parts: { cover, auditor, assertion, description, tests, other },
}

const names = (facts: Facts) => joined(facts.categories.map((category) => category.replace('-', ' ')))

function cover(facts: Facts) {
  return [
    text('Service Organization Control 2 Report', { align: 'center', size: 18 }),
    text(
      `Independent Service Auditor’s Report on ${facts.organization}’s ${facts.system} System Relevant to the Trust Services Principles of ${titled(names(facts))}`,
      { align: 'center' },
    ),
    text(
      facts.type === 'type-2'
        ? `${longDate(facts.period!.start)} through ${longDate(facts.period!.end)}`
        : longDate(facts.asOf!),
      { align: 'center' },
    ),
    ...inserted(facts, 'cover'),
  ]
}

function auditor(facts: Facts) {
  const type2 = facts.type === 'type-2'
  const when = type2
    ? `throughout the period ${longDate(facts.period!.start)} to ${longDate(facts.period!.end)}`
    : `as of ${longDate(facts.asOf!)}`
  const not = facts.opinion === 'adverse' ? 'not ' : ''
  const clause = {
    unqualified: '',
    qualified: ' except for the matter described in the preceding paragraph,',
    adverse: ' because of the matter described in the preceding paragraph,',
    disclaimer: '',
  }[facts.opinion]
  return [
    heading(1, 'Section 1 – Independent Service Auditor’s Report'),
    text(`To ${facts.organization}:`),
    text(
      `We have examined the attached description of the ${facts.system} system of ${facts.organization} (“${facts.short}”) ${when} (the description), which is based on the criteria in paragraph 1.26 of the AICPA guide, and the suitability of the design${type2 ? ' and operating effectiveness' : ''} of controls to meet the criteria for the ${names(facts)} principles set forth in TSP section 100, Trust Services Principles and Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy (applicable trust services criteria), ${when}.`,
    ),
    ...facts.subservice.map(({ name, does }) =>
      text(
        `${facts.short} uses ${name} to provide ${does}. The description includes only the controls of ${facts.short} and excludes those of the subservice organization.`,
      ),
    ),
    text(
      'Our examination was conducted in accordance with attestation standards established by the AICPA (AT section 101). We believe that it provides a reasonable basis for our opinion.',
    ),
    text(
      'Controls may not prevent or detect all errors, and the projection of any evaluation to the future is subject to risk.',
    ),
    ...inserted(facts, 'auditor'),
    ...(clause
      ? [
          text(
            `As told in the description, certain controls were stated to be in place. ${facts.exceptions.map(({ text }) => text).join(' ')} Thus the criteria ${joined(facts.affectedCriteria)} were not met.`,
          ),
        ]
      : []),
    text(
      `In our opinion,${clause} in all material respects, based on the description criteria and the applicable trust services criteria, a. the description ${not ? 'does not fairly present' : 'fairly presents'} the system that was designed and implemented ${when}; b. the controls stated in the description were ${not}suitably designed${type2 ? `; and c. the controls tested ${not ? 'did not operate' : 'operated'} effectively ${when}` : ` ${when}`}.`,
    ),
    text(
      'This report is for the information of the company, its user entities and parties with sufficient knowledge.',
    ),
    text(`${facts.auditor}\n${facts.city}\n${longDate(facts.reportDate)}`),
  ]
}

function assertion(facts: Facts) {
  return [
    heading(1, `Section 2 – ${facts.organization} Management Assertion`),
    text(
      `We have prepared the description of the ${facts.system} system. We maintained effective controls over it to meet the criteria for the ${names(facts)} principles${facts.opinion === 'unqualified' ? '' : ', except as the service auditor reports'}.`,
    ),
    ...inserted(facts, 'assertion'),
  ]
}

function description(facts: Facts) {
  return [
    heading(1, 'Section 3 – Description of the System'),
    ...prose(facts, 0, 20),
    ...data(facts),
    ...inserted(facts, 'description'),
    heading(2, 'User Entity Control Considerations'),
    ...(facts.cuecs.length
      ? [
          text('Controls at user entities are needed as follows.'),
          list(
            'number',
            facts.cuecs.map(({ text }) => text),
          ),
        ]
      : texts('No user entity control considerations apply.')),
    heading(2, 'Subservice Organizations'),
    ...(facts.subservice.length
      ? texts(...facts.subservice.map(({ name, does }) => `${name} – ${does}`))
      : texts('No subservice organizations are used.')),
  ]
}

function tests(facts: Facts) {
  const type2 = facts.type === 'type-2'
  const rows = rowsOf(principles, facts)
  return [
    heading(
      1,
      type2
        ? 'Section 4 – Principles, Criteria, Related Controls and Tests of Controls'
        : 'Section 4 – Principles, Criteria and Related Controls',
    ),
    table(
      type2 ? ['#', 'Criterion', 'Control', 'Test Procedure', 'Exceptions'] : ['#', 'Criterion', 'Control'],
      type2 ? [9, 13, 28, 28, 22] : [10, 15, 75],
      rows.map((row) => [
        row.ref,
        row.criteria.join(', '),
        row.text,
        ...(type2
          ? [
              row.test,
              row.result === 'pass'
                ? 'None'
                : row.result === 'exception'
                  ? row.exception!
                  : 'Control did not operate in the period',
            ]
          : []),
      ]),
    ),
    ...inserted(facts, 'tests'),
  ]
}

function other(facts: Facts) {
  const answered = rowsOf(principles, facts).filter(({ response }) => response)
  return [
    heading(1, 'Section 5 – Information Not Covered by the Report'),
    ...texts(...answered.map(({ ref, response }) => `Control ${ref}: ${response}`)),
    ...inserted(facts, 'other'),
  ]
}
