import { longDate } from '../../../../scripts/papers/words'
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

/** A small firm: the opinion comes first under a date line, results stand in the middle column, controls first and criteria last. */
export const regional: House = {
  name: 'regional',
  heldOut: true,
  producer: 'chromium',
  look: {
    font: 'Times',
    size: 11,
    paper: 'LETTER',
    margin: 80,
    table: 'grid',
    capitals: false,
    gap: 8,
    repeatHeadings: false,
    splitRows: true,
  },
  order: ['cover', 'auditor', 'assertion', 'description', 'tests', 'other'],
  contents: 'Table of Contents',
  header: ({ organization }) => organization,
  footer: () => 'Not for public distribution',
  firstNumbered: 1,
  ref: ({ ref }) => ref.toLowerCase().replace('-', ''),
  parts: { cover, auditor, assertion, description, tests, other },
}

const names = (facts: Facts) => joined(facts.categories.map((category) => category.replace('-', ' ')))
const when = (facts: Facts) =>
  facts.type === 'type-2'
    ? `throughout the period beginning ${longDate(facts.period!.start)} and ending ${longDate(facts.period!.end)}`
    : `as of ${longDate(facts.asOf!)}`

function cover(facts: Facts) {
  return [
    text(`SOC 2 ${facts.type === 'type-2' ? 'Type 2' : 'Type 1'}`, { size: 20, align: 'center' }),
    text(facts.organization, { size: 16, align: 'center' }),
    text(
      `Period: ${facts.type === 'type-2' ? `${longDate(facts.period!.start)} - ${longDate(facts.period!.end)}` : longDate(facts.asOf!)}`,
      { align: 'center' },
    ),
    ...inserted(facts, 'cover'),
  ]
}

function auditor(facts: Facts) {
  const two = facts.type === 'type-2'
  const adverse = facts.opinion === 'adverse'
  const except = {
    unqualified: '',
    qualified: 'except for the matter described below, ',
    adverse: 'because of the significance of the matter described below, ',
    disclaimer: '',
  }[facts.opinion]
  return [
    heading(1, 'SECTION A: REPORT OF THE INDEPENDENT SERVICE AUDITOR'),
    text(longDate(facts.reportDate)),
    text(`${facts.organization}\nAttention: Management`),
    heading(2, `${except ? `${facts.opinion[0]!.toUpperCase()}${facts.opinion.slice(1)} ` : ''}Opinion`),
    text(
      `We have examined the description of the ${facts.system} system of ${facts.organization} (${facts.short}) ${when(facts)} and its controls relevant to ${names(facts)}. In our opinion, ${except}in all material respects, the description ${adverse ? 'does not present' : 'presents'} the system that was designed and implemented ${when(facts)}, the controls ${adverse ? 'were not' : 'were'} suitably designed${two ? `, and the controls ${adverse ? 'did not operate' : 'operated'} effectively ${when(facts)}` : ''}, based on the applicable trust services criteria.`,
    ),
    heading(
      2,
      `Basis for ${except ? `${facts.opinion[0]!.toUpperCase()}${facts.opinion.slice(1)} ` : ''}Opinion`,
    ),
    text(
      `${except ? `${facts.exceptions.map(({ text }) => text).join(' ')} Criteria affected: ${joined(facts.affectedCriteria)}. ` : ''}We conducted our examination in accordance with attestation standards established by the American Institute of Certified Public Accountants. We are required to be independent of ${facts.short}.`,
    ),
    ...inserted(facts, 'auditor'),
    heading(2, 'Subservice Organizations'),
    ...(facts.subservice.length
      ? facts.subservice.map(({ name, does, method }) =>
          text(`${facts.short} relies on ${name} for ${does}, which is presented by the ${method} method.`),
        )
      : texts('The description names no subservice organizations.')),
    heading(2, 'Restriction on Use'),
    text('For specified parties only.'),
    text(`Very truly yours,\n${facts.auditor}\n${facts.city}`),
  ]
}

function assertion(facts: Facts) {
  return [
    heading(1, 'SECTION B: REPRESENTATION OF MANAGEMENT'),
    text(
      `Management of ${facts.short} asserts that, ${when(facts)}${facts.opinion === 'unqualified' ? '' : ', save for what Section A describes'}, its description was complete and its controls relevant to ${names(facts)} were suitably designed${facts.type === 'type-2' ? ' and effective' : ''}.`,
    ),
    ...inserted(facts, 'assertion'),
  ]
}

function description(facts: Facts) {
  return [
    heading(1, 'SECTION C: DESCRIPTION OF THE SYSTEM'),
    ...prose(facts, 0, 22),
    ...data(facts),
    ...inserted(facts, 'description'),
    heading(2, 'User Control Considerations'),
    ...(facts.cuecs.length
      ? [
          text('The following complementary user entity controls should be in place:'),
          list(
            'bullet',
            facts.cuecs.map(({ text, criteria }) => `${text} ${criteria.join(' and ')}`),
          ),
        ]
      : texts('No complementary user entity controls are necessary.')),
  ]
}

function tests(facts: Facts) {
  const two = facts.type === 'type-2'
  const rows = rowsOf(regional, facts).map((row) =>
    two
      ? [row.ref, row.text, resultOf(row), row.test, row.criteria.join(', ')]
      : [row.ref, row.text, row.criteria.join(', ')],
  )
  return [
    heading(1, two ? 'SECTION D: CONTROLS AND RESULTS OF TESTING' : 'SECTION D: CONTROLS'),
    table(
      two ? ['ID', 'Control', 'Test results', 'Test performed', 'Criteria'] : ['ID', 'Control', 'Criteria'],
      two ? [9, 28, 25, 26, 12] : [10, 75, 15],
      rows,
    ),
    ...inserted(facts, 'tests'),
  ]
}

function resultOf(row: ReturnType<typeof rowsOf>[number]): string {
  if (row.result === 'pass') return 'Without exception.'
  return row.result === 'exception'
    ? `Exception: ${row.exception}`
    : 'There were no such events in the period; no test was possible.'
}

function other(facts: Facts) {
  const answered = rowsOf(regional, facts).filter(({ response }) => response)
  return [
    heading(1, 'SECTION E: INFORMATION FROM MANAGEMENT, NOT EXAMINED'),
    ...(answered.length
      ? [
          table(
            ['Management action', 'ID'],
            [80, 20],
            answered.map(({ ref, response }) => [response!, ref]),
          ),
        ]
      : []),
    ...inserted(facts, 'other'),
  ]
}
