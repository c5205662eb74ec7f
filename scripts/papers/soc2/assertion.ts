import { type Block, heading, list, page, space, text } from '../paper'
import { longDate } from '../words'
import type { Soc2Facts } from './facts'
import { categoriesOf, criteriaTitle, descriptionCriteria, descriptionTitle, sections, when } from './phrases'

export function assertion(facts: Soc2Facts): Block[] {
  const { short, system, organization } = facts
  return [
    heading(1, sections.assertion(facts)),
    text(
      `We have prepared the accompanying description of the ${organization} (“${short}”) ${system} system titled “${descriptionTitle(facts)}” ${when(facts)} (the “Description”), based on the criteria in ${descriptionCriteria}. The Description is intended to give report users information about the ${system} system that may be useful when assessing the risks arising from interactions with it, particularly information about system controls that ${short} has designed, implemented, and operated to provide reasonable assurance that its service commitments and system requirements were achieved based on the trust services criteria relevant to ${categoriesOf(facts)} set forth in ${criteriaTitle}.`,
    ),
    ...facts.subservice
      .filter(({ method }) => method === 'carve-out')
      .map(({ name, does }) =>
        text(
          `${short} uses ${name} for ${does}. The Description presents the types of complementary subservice organization controls assumed in the design of our controls and does not disclose the actual controls at ${name}.`,
        ),
      ),
    text(modified(facts)),
    list('letter', points(facts)),
    space(16),
    text([organization, 'Chief Executive Officer', longDate(facts.reportDate)].join('\n')),
    page,
  ]
}

function modified({ opinion }: Soc2Facts): string {
  const except =
    opinion === 'unqualified'
      ? ''
      : ', except for the matters described in the tests of controls in Section IV'
  return `We confirm, to the best of our knowledge and belief${except}, that:`
}

function points(facts: Soc2Facts): string[] {
  const { short, system } = facts
  const all = [
    `The Description presents the ${system} system that was designed and implemented ${when(facts)} in accordance with the description criteria.`,
    `The controls stated in the Description were suitably designed ${when(facts)} to provide reasonable assurance that ${short}’s service commitments and system requirements would be achieved based on the applicable trust services criteria, if its controls operated as described.`,
    `The controls stated in the Description operated effectively ${when(facts)} to provide reasonable assurance that ${short}’s service commitments and system requirements were achieved based on the applicable trust services criteria.`,
  ]
  return facts.type === 'type-2' ? all : all.slice(0, 2)
}
