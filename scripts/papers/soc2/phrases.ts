import { joined, longDate } from '../words'
import { categoryNames, type Soc2Facts } from './facts'

/** 'throughout the period … to …' or 'as of …'. */
export function when(facts: Soc2Facts): string {
  return facts.type === 'type-2'
    ? `throughout the period ${longDate(facts.period!.start)} to ${longDate(facts.period!.end)}`
    : `as of ${longDate(facts.asOf!)}`
}

export function categoriesOf(facts: Soc2Facts): string {
  return joined(facts.categories.map((category) => categoryNames[category]))
}

export const criteriaTitle =
  'TSP section 100, 2017 Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy (With Revised Points of Focus — 2022) (AICPA, Trust Services Criteria)'

export const descriptionCriteria =
  'DC section 200, 2018 Description Criteria for a Description of a Service Organization’s System in a SOC 2® Report (With Revised Implementation Guidance — 2022) (AICPA, Description Criteria)'

export function descriptionTitle({ short, system }: Soc2Facts): string {
  return `${short}’s Description of Its ${system} System`
}

export const sections = {
  auditor: 'Section I – Independent Service Auditor’s Report',
  assertion: (facts: Soc2Facts) => `Section II – Assertion of ${facts.short} Management`,
  description: (facts: Soc2Facts) => `Section III – ${descriptionTitle(facts)}`,
  tests: ({ type }: Soc2Facts) =>
    type === 'type-2'
      ? 'Section IV – Trust Services Criteria, Related Controls, Tests of Controls, and Results of Tests'
      : 'Section IV – Trust Services Criteria and Related Controls',
  other: ({ short }: Soc2Facts) =>
    `Section V – Other Information Provided by ${short} That Is Not Covered by the Service Auditor’s Report`,
}
