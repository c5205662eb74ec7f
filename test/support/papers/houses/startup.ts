import { longDate, slashed, titled } from '../../../../scripts/papers/words'
import { assertion } from '../../../../scripts/papers/soc2/assertion'
import { auditorsReport } from '../../../../scripts/papers/soc2/auditorsReport'
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

/** A browser's print: unnumbered sections, slashed dates on the cover, three-part control references that look like criteria. */
export const startup: House = {
  name: 'startup',
  heldOut: false,
  producer: 'chromium',
  look: {
    font: 'Helvetica',
    size: 11,
    paper: 'LETTER',
    margin: 60,
    table: 'grid',
    capitals: false,
    gap: 8,
    repeatHeadings: true,
    splitRows: true,
  },
  order: ['cover', 'auditor', 'assertion', 'description', 'tests', 'other'],
  contents: null,
  header: ({ short }) => `${short} | SOC 2`,
  footer: () => 'Confidential',
  firstNumbered: 1,
  ref: ({ criteria }, index) => `${criteria[0]}.${index + 1}`,
  parts: {
    cover,
    auditor: (facts) =>
      renamed(auditorsReport(facts), 'Independent Service Auditor’s Report', inserted(facts, 'auditor')),
    assertion: (facts) => [
      ...renamed(assertion(facts), `Assertion of ${facts.organization} Management`, []),
      ...inserted(facts, 'assertion'),
    ],
    description,
    tests,
    other,
  },
}

function renamed(
  blocks: ReturnType<typeof auditorsReport>,
  title: string,
  more: ReturnType<typeof auditorsReport>,
) {
  const kept = blocks.filter(({ is }) => is !== 'page').slice(1)
  const at = kept.findIndex((block) => block.is === 'heading' && /Basis|Opinion/.test(block.text))
  return [heading(1, title), ...(at < 0 ? kept : [...kept.slice(0, at), ...more, ...kept.slice(at)])]
}

function cover(facts: Facts) {
  return [
    text(`${facts.short}`, { size: 30, bold: true }),
    text(`SOC 2 ${facts.type === 'type-2' ? 'Type 2' : 'Type 1'} Report`, { size: 22 }),
    text(
      `${facts.system} · ${titled(joined(facts.categories.map((category) => category.replace('-', ' '))))}`,
    ),
    text(
      facts.type === 'type-2'
        ? `${slashed(facts.period!.start)} – ${slashed(facts.period!.end)}`
        : `As of ${slashed(facts.asOf!)}`,
    ),
    text(`Issued ${longDate(facts.reportDate)}`),
    ...inserted(facts, 'cover'),
  ]
}

function description(facts: Facts) {
  return [
    heading(1, `Description of the ${facts.system} System`),
    ...prose(facts, 0, 5),
    ...data(facts),
    ...prose(facts, 5),
    ...inserted(facts, 'description'),
    heading(2, 'Tools'),
    table(
      ['Tool', 'Purpose'],
      [40, 60],
      [
        ['GitHub', 'Version control'],
        ['Slack', 'Chat'],
        ['Jira', 'Tickets'],
        ['Datadog', 'Monitoring'],
      ],
    ),
    heading(2, 'Subservice Organizations'),
    ...(facts.subservice.length
      ? [
          text(
            'The following subservice organizations are used and are presented under the carve-out method unless noted.',
          ),
          table(
            ['Organization', 'Services', 'Method'],
            [40, 40, 20],
            facts.subservice.map(({ name, does, method }) => [
              name,
              does,
              method === 'carve-out' ? 'Carve-out' : 'Inclusive',
            ]),
          ),
        ]
      : texts('None.')),
    heading(2, 'Complementary User Entity Controls (CUECs)'),
    ...(facts.cuecs.length
      ? [
          list(
            'bullet',
            facts.cuecs.map(({ text, criteria }) => `${text} (${criteria.join(', ')})`),
          ),
        ]
      : texts('No complementary user entity controls were identified.')),
  ]
}

function tests(facts: Facts) {
  const type2 = facts.type === 'type-2'
  const columns = type2 ? ['Control #', 'Control', 'Testing', 'Result'] : ['Control #', 'Control']
  const widths = type2 ? [12, 33, 30, 25] : [15, 85]
  return [
    heading(
      1,
      type2
        ? 'Trust Services Criteria, Controls, Tests, and Results'
        : 'Trust Services Criteria and Controls',
    ),
    ...groups(rowsOf(startup, facts)).flatMap(([criterion, rows]) => [
      heading(3, `${criterion}`),
      table(
        columns,
        widths,
        rows.map((row) => [row.ref, row.text, ...(type2 ? [row.test, resultOf(row)] : [])]),
      ),
    ]),
    ...(facts.extraRows ? [table(columns, widths, facts.extraRows)] : []),
    ...inserted(facts, 'tests'),
  ]
}

function resultOf(row: ReturnType<typeof rowsOf>[number]): string {
  if (row.result === 'pass') return 'No exceptions noted.'
  return row.result === 'exception'
    ? `Exception noted. ${row.exception}`
    : 'No occurrences during the period; not tested.'
}

function other(facts: Facts) {
  const answered = rowsOf(startup, facts).filter(({ response }) => response)
  return [
    heading(1, 'Other Information Provided by Management'),
    text('This part was not examined by the service auditor.'),
    ...(answered.length
      ? [
          heading(2, 'Responses to exceptions'),
          ...answered.map(({ ref, response }) => text(`${ref}: ${response}`)),
        ]
      : []),
    ...inserted(facts, 'other'),
  ]
}
