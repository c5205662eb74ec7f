import { longDate } from '../../../../scripts/papers/words'
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
} from './house'

/** A browser's print in serif type: testing matrices with the series as title, responses inside the result cell. */
export const atlas: House = {
  name: 'atlas',
  heldOut: false,
  producer: 'chromium',
  look: {
    font: 'Times',
    size: 12,
    paper: 'LETTER',
    margin: 70,
    table: 'lines',
    capitals: true,
    gap: 10,
    repeatHeadings: true,
    splitRows: true,
  },
  order: ['cover', 'auditor', 'assertion', 'description', 'tests', 'other'],
  contents: 'Contents',
  header: () => '',
  footer: ({ short }) => `${short} – Confidential`,
  firstNumbered: 1,
  ref: (_control, index) => `ELC-${index + 1}`,
  parts: {
    cover,
    auditor: (facts) =>
      renamed(
        auditorsReport(facts),
        'Section One: Independent Service Auditor’s Report',
        inserted(facts, 'auditor'),
      ),
    assertion: (facts) => [
      ...renamed(assertion(facts), `Section Two: Written Statement of Assertion`, []),
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
  const dates =
    facts.type === 'type-2'
      ? `Throughout the Period ${longDate(facts.period!.start)} to ${longDate(facts.period!.end)}`
      : `As of ${longDate(facts.asOf!)}`
  return [
    text(`${facts.organization}’s Description of Its ${facts.system} System ${dates}`, {
      size: 20,
      bold: true,
      align: 'center',
    }),
    text(`With the Report of the Independent Service Auditor`, { align: 'center' }),
    text(`${facts.type === 'type-2' ? 'Type 2' : 'Type 1'} SOC 2`, { align: 'center' }),
    ...inserted(facts, 'cover'),
  ]
}

function description(facts: Facts) {
  return [
    heading(1, `Section Three: ${facts.organization}’s Description of Its ${facts.system} System`),
    ...prose(facts, 0, 6),
    ...data(facts),
    ...prose(facts, 6),
    ...inserted(facts, 'description'),
    heading(2, 'Complementary Subservice Organization Controls (CSOCs)'),
    ...facts.subservice.map(({ name, does, method }) =>
      text(
        `${name} (${method === 'carve-out' ? 'carved out' : 'inclusive method'}) is used for ${does}. It is expected to restrict physical access (CC6 Series).`,
      ),
    ),
    heading(2, 'Complementary User Entity Control Considerations'),
    list(
      'number',
      facts.cuecs.map(({ text }) => text),
    ),
  ]
}

function tests(facts: Facts) {
  const type2 = facts.type === 'type-2'
  const rows = groups(rowsOf(atlas, facts))
  const series = [...new Set(rows.map(([criterion]) => criterion.split('.')[0]!))]
  const columns = [
    'Criteria',
    'Control ID',
    'Controls',
    ...(type2 ? ['Auditor’s tests', 'Auditor’s results'] : []),
  ]
  const widths = type2 ? [10, 11, 28, 26, 25] : [14, 14, 72]
  return [
    heading(1, `Section Four: ${type2 ? 'Testing Matrices' : 'Control Matrices'}`),
    ...series.flatMap((name) => [
      heading(2, `${name} Series`),
      table(
        columns,
        widths,
        rows
          .filter(([criterion]) => criterion.split('.')[0] === name)
          .flatMap(([criterion, group]) =>
            group.map((row, index) => [
              index === 0 ? criterion : '',
              row.ref,
              row.text,
              ...(type2 ? [row.test, resultOf(row)] : []),
            ]),
          ),
      ),
    ]),
    ...(facts.extraRows
      ? [
          table(
            columns,
            widths,
            facts.extraRows.map((cells) => ['', ...cells]),
          ),
        ]
      : []),
    ...inserted(facts, 'tests'),
  ]
}

function resultOf(row: ReturnType<typeof rowsOf>[number]): string {
  if (row.result === 'pass') return 'No exceptions noted.'
  if (row.result === 'not-operated')
    return 'Testing disclosed that no such event occurred during the review period.'
  return `Exception noted. ${row.exception}${row.response ? ` Management’s response: ${row.response}` : ''}`
}

function other(facts: Facts) {
  const named = joined(facts.exceptions.map(({ control }) => control))
    ? 'Responses stand beside each exception in Section Four.'
    : 'There is nothing to add.'
  return [
    heading(1, 'Section Five: Other Information Provided by the Service Organization'),
    text(named),
    ...inserted(facts, 'other'),
  ]
}
