import type { Category } from '../../../server/reader/reading'
import { heading, list, page, type Paper, plainLook, space, text } from '../paper'
import { categoryNames } from '../soc2/facts'
import { criteriaTitle } from '../soc2/phrases'
import { topics } from '../soc2/topics'
import { joined, longDate, titled } from '../words'
import { lines } from './letter'

export interface Soc3Facts {
  organization: string
  short: string
  system: string
  auditor: string
  city: string
  period: { start: string; end: string }
  reportDate: string
  categories: Category[]
}

export function soc3Paper(facts: Soc3Facts): Paper {
  const { organization, short, system, auditor, city } = facts
  const categories = joined(facts.categories.map((category) => categoryNames[category]))
  const period = `${longDate(facts.period.start)} to ${longDate(facts.period.end)}`
  const effective = `the controls within the ${system} system were effective throughout the period ${period} to provide reasonable assurance that ${short}’s service commitments and system requirements were achieved based on the trust services criteria relevant to ${categories} (applicable trust services criteria) set forth in ${criteriaTitle}`
  return {
    title: `${organization} SOC 3`,
    look: plainLook,
    header: `${organization} SOC 3 Report`,
    footer: 'For general use',
    firstNumbered: 2,
    blocks: [
      space(150),
      text(organization, { size: 24, bold: true }),
      text(`System and Organization Controls (SOC) 3® Report`, { size: 16 }),
      text(`Relevant to ${titled(categories)}`, { size: 13 }),
      text(`For the Period ${period}`, { size: 13 }),
      page,
      heading(1, 'Report of Independent Service Auditor'),
      text(`To the Management of ${organization}:`),
      heading(2, 'Scope'),
      text(
        `We have examined the accompanying assertion of ${short} management titled “Assertion of ${short} Management” (assertion) that ${effective}.`,
      ),
      heading(2, 'Inherent Limitations'),
      text(
        'Any system of internal control has limitations, including the possibility of human error. Controls may stop being adequate when conditions change.',
      ),
      heading(2, 'Opinion'),
      text(
        `In our opinion, management’s assertion that ${effective} is fairly stated, in all material respects.`,
      ),
      lines(auditor, city, longDate(facts.reportDate)),
      page,
      heading(1, `Assertion of ${short} Management`),
      text(
        `We are responsible for designing, implementing, operating, and maintaining effective controls within the ${system} system. We assert that ${effective}.`,
      ),
      page,
      heading(1, 'Attachment A – Boundaries of the System'),
      ...topics
        .slice(0, 5)
        .map((topic) => text((topic[1] ?? '').replaceAll('{O}', short).replaceAll('{S}', system))),
      heading(1, 'Attachment B – Principal Service Commitments and System Requirements'),
      list('bullet', [
        'Access to the system is limited to authorized users.',
        'Data is encrypted in transit and at rest.',
        'Customers are told of incidents that concern them.',
      ]),
      text(`Customers under a confidentiality agreement may ask ${short} for its SOC 2 Type 2 report.`),
    ],
  }
}
