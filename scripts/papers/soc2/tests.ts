import { type Block, heading, page, table, text } from '../paper'
import criteriaTitles from './criteriaTitles'
import { type Control, controlsFor } from './controls'
import type { Soc2Facts } from './facts'
import { sections } from './phrases'

export function testsOfControls(facts: Soc2Facts): Block[] {
  return facts.type === 'type-2' ? withTests(facts) : withoutTests(facts)
}

function withTests(facts: Soc2Facts): Block[] {
  return [
    heading(1, sections.tests(facts)),
    text(
      `This section sets out the controls of ${facts.short}, the tests performed by ${facts.auditor}, and their results. Tests were made by inquiry, observation, inspection, and reperformance. Where a population was sampled, the sample was selected to be representative, and the completeness of populations was checked by inspecting the query or the screen from which each was drawn.`,
    ),
    ...byCriterion(facts).flatMap(([criterion, controls]) => [
      heading(3, `${criterion} – ${criteriaTitles[criterion]}`),
      table(
        [
          'Control',
          'Control Activity',
          'Test of Controls Performed by the Service Auditor',
          'Results of Tests',
        ],
        [11, 32, 32, 25],
        controls.map((control) => [
          control.ref,
          control.text,
          procedures(control),
          resultOf(facts, control.ref),
        ]),
      ),
    ]),
    page,
  ]
}

function withoutTests(facts: Soc2Facts): Block[] {
  return [
    heading(1, sections.tests(facts)),
    text(
      `This section lists the controls that ${facts.short} designed and implemented to meet each criterion.`,
    ),
    ...byCriterion(facts).flatMap(([criterion, controls]) => [
      heading(3, `${criterion} – ${criteriaTitles[criterion]}`),
      table(
        ['Control', 'Control Activity Specified by the Service Organization'],
        [14, 86],
        controls.map((control) => [control.ref, control.text]),
      ),
    ]),
    page,
  ]
}

function procedures({ test }: Control): string {
  return `Inquired of the owner of the control about how it is carried out. ${test}`
}

/** The result of a test, with the words that the service auditor would put in the table. */
export function resultOf(facts: Soc2Facts, ref: string): string {
  const exception = facts.exceptions.find(({ control }) => control === ref)
  if (exception) return `Exception noted. ${exception.text}`
  if (facts.notOperated?.includes(ref)) {
    return 'The circumstances that call for this control did not occur during the period; its operating effectiveness could not be tested.'
  }
  return 'No exceptions noted.'
}

export function byCriterion(facts: Soc2Facts): [string, Control[]][] {
  const controls = controlsFor(facts.categories)
  const criteria = [...new Set(controls.map(({ criteria }) => criteria[0]!))]
  return criteria.map((criterion) => [
    criterion,
    controls.filter((control) => control.criteria[0] === criterion),
  ])
}
