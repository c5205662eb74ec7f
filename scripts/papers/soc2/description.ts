import { type Block, heading, list, page, table, text, texts } from '../paper'
import { longDate, titled } from '../words'
import { controlsFor } from './controls'
import type { Soc2Facts } from './facts'
import { categoriesOf, descriptionTitle, sections } from './phrases'
import { narratives } from './narratives'
import { topics } from './topics'

export function description(facts: Soc2Facts): Block[] {
  return [
    heading(1, sections.description(facts)),
    ...topics.flatMap((topic) => subject(facts, topic)),
    ...data(facts),
    ...incidents(facts),
    ...narratives(facts),
    ...criteriaNote(facts),
    ...subserviceOrganizations(facts),
    ...userEntityControls(facts),
    page,
  ]
}

function subject({ short, system }: Soc2Facts, [title, ...paragraphs]: (typeof topics)[number]): Block[] {
  const named = paragraphs.map((words) => words.replaceAll('{O}', short).replaceAll('{S}', system))
  return [heading(2, title), ...texts(...named)]
}

export function data({ short, system, phi }: Soc2Facts): Block[] {
  const words = {
    'in-scope': `Customers send ${short} records about their patients. ${short} acts as a business associate of these customers and creates, receives, maintains, and transmits electronic protected health information (ePHI) in the ${system} system on their behalf, under business associate agreements. ePHI is stored in the production database and in encrypted object storage.`,
    excluded: `The ${system} system is not designed to hold health records. The terms of service forbid customers to upload protected health information (PHI), and ${short} does not create, receive, maintain, or transmit PHI in the system. No business associate agreements were in force.`,
    'policy-only': `Customers decide which business records they keep in the system. ${short} staff complete yearly training on laws that may concern customers, among them HIPAA, the Gramm-Leach-Bliley Act, and state privacy laws.`,
    'not-stated': `Customers decide which business records they keep in the system. Records belong to the customer, and ${short} uses them only to provide the service.`,
  }[phi]
  return [
    heading(2, 'Data'),
    text(words),
    text(
      'Data held by the system falls into these kinds: account data, customer content, logs, and configuration.',
    ),
  ]
}

function incidents({ type, period, short }: Soc2Facts): Block[] {
  const span =
    type === 'type-2'
      ? `during the period ${longDate(period!.start)} to ${longDate(period!.end)}`
      : 'up to the date of this report'
  return [
    heading(2, 'System Incidents'),
    text(
      `${short} identified no incidents ${span} that were the result of controls that were not suitably designed or did not operate effectively, or that otherwise led to a significant failure to achieve its service commitments and system requirements.`,
    ),
    heading(2, 'Changes to the System'),
    text(
      'No changes likely to affect the understanding of report users were made to the system or its controls.',
    ),
  ]
}

function criteriaNote(facts: Soc2Facts): Block[] {
  const rows = controlsFor(facts.categories).map(({ ref, criteria, text: words }) => [
    criteria.join(', '),
    ref,
    words,
  ])
  return [
    heading(2, 'Trust Services Criteria and Related Control Activities'),
    text(
      `The categories in scope are ${categoriesOf(facts)}. No other trust services categories are in the scope of this report. The controls that management selected are listed here and, with the procedures of the service auditor, in Section IV; both are a part of the ${descriptionTitle(facts)}.`,
    ),
    table(['Criteria', 'Control', 'Control activity'], [16, 14, 70], rows),
  ]
}

function subserviceOrganizations(facts: Soc2Facts): Block[] {
  if (facts.subservice.length === 0) return []
  const carved = facts.subservice.filter(({ method }) => method === 'carve-out')
  return [
    heading(2, 'Subservice Organizations'),
    ...facts.subservice.map(({ name, does, method }) =>
      text(`${name} provides ${does}. It is presented using the ${method} method.`),
    ),
    ...(carved.length === 0 ? [] : complementary(carved)),
  ]
}

function complementary(carved: Soc2Facts['subservice']): Block[] {
  const rows = carved.flatMap(({ name }) => [
    [
      'CC6.4',
      name,
      'Physical access to facilities that hold production systems is restricted to authorized people.',
    ],
    ['CC7.2', name, 'Environmental protections and power of the facilities are monitored.'],
    ['CC6.5', name, 'Media is wiped or destroyed before it leaves the facility.'],
  ])
  return [
    heading(3, 'Complementary Subservice Organization Controls'),
    table(['Criteria', 'Organization', 'Controls expected'], [15, 30, 55], rows),
  ]
}

function userEntityControls(facts: Soc2Facts): Block[] {
  if (facts.cuecs.length === 0) {
    return [
      heading(2, 'Complementary User Entity Controls'),
      text(
        `No complementary user entity controls were identified that are necessary to achieve ${facts.short}’s service commitments.`,
      ),
    ]
  }
  return [
    heading(2, 'Complementary User Entity Controls'),
    text(
      `${facts.short} designed its controls on the assumption that certain controls would be in place at user entities. ${titled('user entities')} are responsible for the following:`,
    ),
    list(
      'number',
      facts.cuecs.map(({ text: words, criteria }) => `${words} (${criteria.join(', ')})`),
    ),
  ]
}
