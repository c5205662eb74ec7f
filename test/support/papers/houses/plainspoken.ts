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

/** Small type, ISO dates, a letterhead with the date on top, no headings inside the auditor's report. */
export const plainspoken: House = {
  name: 'plainspoken',
  heldOut: true,
  producer: 'pdfkit',
  look: {
    font: 'Helvetica',
    size: 8.5,
    paper: 'LETTER',
    margin: 50,
    table: 'bare',
    capitals: false,
    gap: 6,
    repeatHeadings: false,
    splitRows: false,
  },
  order: ['cover', 'auditor', 'assertion', 'description', 'tests', 'other'],
  contents: null,
  header: () => '',
  footer: ({ short, reportDate }) => `${short} ${reportDate}`,
  firstNumbered: 1,
  ref: (_control, index) => `#${index + 101}`,
  parts: { cover, auditor, assertion, description, tests, other },
}

const names = (facts: Facts) => joined(facts.categories.map((category) => category.replace('-', ' ')))
const when = (facts: Facts) =>
  facts.type === 'type-2'
    ? `for the period from ${facts.period!.start} through ${facts.period!.end}`
    : `as of ${facts.asOf}`

function cover(facts: Facts) {
  return [
    text(`SOC 2 report for ${facts.organization}`, { size: 16 }),
    text(`${facts.system} system, ${when(facts)}`),
    ...inserted(facts, 'cover'),
  ]
}

function auditor(facts: Facts) {
  const two = facts.type === 'type-2'
  const clause = {
    unqualified: '',
    qualified: 'with the exception of the matter described above, ',
    adverse: 'because the matter described above is both material and pervasive, ',
    disclaimer: '',
  }[facts.opinion]
  const adverse = facts.opinion === 'adverse'
  return [
    text(`${facts.auditor}\nCertified Public Accountants\n${facts.city}`, { bold: true }),
    text(facts.reportDate),
    heading(1, 'Independent service auditor’s report'),
    text(`Management of ${facts.organization}`),
    text(
      `We have examined the description of the ${facts.system} system prepared by ${facts.organization} (${facts.short}) ${when(facts)} and the design${two ? ' and operation' : ''} of its controls, using the trust services criteria relevant to ${names(facts)} issued by the AICPA. ${facts.short} management prepared the description and is responsible for it; our responsibility is to express an opinion. We followed attestation standards established by the AICPA, which call for planning and performing the work to obtain reasonable assurance.`,
    ),
    ...facts.subservice.map(({ name, does }) =>
      text(
        `${name} provides ${does} to ${facts.short}. We did not examine the controls of ${name}, and the description leaves them out.`,
      ),
    ),
    ...inserted(facts, 'auditor'),
    ...(clause
      ? [
          text(
            `The following came to our attention. ${facts.exceptions.map(({ text }) => text).join(' ')} This concerns ${joined(facts.affectedCriteria)}.`,
          ),
        ]
      : []),
    text(
      `In our opinion, ${clause}in all material respects, the description ${adverse ? 'does not describe' : 'describes'} the system as it stood ${when(facts)}, its controls ${adverse ? 'were not' : 'were'} suitably designed${two ? `, and they ${adverse ? 'did not operate' : 'operated'} effectively during that period` : ''}, to give reasonable assurance that the commitments of ${facts.short} were met.`,
    ),
    text(`This report is restricted to ${facts.short}, its customers, and its regulators.`),
    text(`Signed: ${facts.auditor}`),
  ]
}

function assertion(facts: Facts) {
  return [
    heading(1, 'Assertion'),
    text(
      `We, the management of ${facts.short}, say that the description of the ${facts.system} system is right ${when(facts)} and that its controls were ${facts.type === 'type-2' ? 'effective' : 'suitably designed'}${facts.opinion === 'unqualified' ? '' : ' but for the matter told by the auditor'}.`,
    ),
    ...inserted(facts, 'assertion'),
  ]
}

function description(facts: Facts) {
  return [
    heading(1, 'System description'),
    ...prose(facts, 0, 26),
    ...data(facts),
    ...inserted(facts, 'description'),
    heading(2, 'What customers must do'),
    text('Complementary user entity controls:'),
    ...(facts.cuecs.length
      ? [
          list(
            'letter',
            facts.cuecs.map(({ text, criteria }) => `${criteria.join(', ')}: ${text}`),
          ),
        ]
      : texts('none.')),
    heading(2, 'Others we rely on'),
    ...(facts.subservice.length
      ? [
          text(
            `Subservice organizations: ${joined(facts.subservice.map(({ name, does }) => `${name} (${does})`))}.`,
          ),
        ]
      : texts('No subservice organizations.')),
  ]
}

function tests(facts: Facts) {
  const two = facts.type === 'type-2'
  return [
    heading(1, two ? 'Controls and results of tests' : 'Controls'),
    table(
      two ? ['Control', 'What the auditor did', 'Conclusion'] : ['Control'],
      two ? [40, 35, 25] : [100],
      rowsOf(plainspoken, facts).map((row) => [
        `${row.ref} ${row.text} (${row.criteria.join(', ')})`,
        ...(two
          ? [
              row.test,
              row.result === 'pass'
                ? 'Operating effectively'
                : row.result === 'exception'
                  ? row.exception!
                  : 'Did not occur, not tested',
            ]
          : []),
      ]),
    ),
    ...inserted(facts, 'tests'),
  ]
}

function other(facts: Facts) {
  const answered = rowsOf(plainspoken, facts).filter(({ response }) => response)
  return [
    heading(1, 'Unaudited notes of management'),
    ...texts(...answered.map(({ ref, response }) => `Regarding ${ref}, ${response}`)),
    ...inserted(facts, 'other'),
  ]
}
