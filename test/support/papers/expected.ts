import { controlsFor } from '../../../scripts/papers/soc2/controls'
import type { Expected, Facts } from './facts'
import { type House, refOf } from './houses/house'

/** What a careful reader would answer for these facts in this house; lists of parts as counts or as tuples that can be compared. */
export function expectedOf(house: House, facts: Facts): Expected {
  const two = facts.type === 'type-2'
  const missing = (part: 'tests' | 'description') => facts.without?.includes(part)
  return {
    document: 'soc2',
    draft: false,
    complete: !facts.without,
    reportType: facts.type,
    asOf: two ? null : facts.asOf,
    periodStart: two ? facts.period!.start : null,
    periodEnd: two ? facts.period!.end : null,
    reportDate: facts.reportDate,
    serviceOrganization: [facts.organization, facts.short],
    serviceAuditor: facts.auditor,
    systems: [facts.system],
    categories: facts.categories,
    opinion: facts.opinion,
    ...(facts.affectedCriteria.length && { affectedCriteria: facts.affectedCriteria }),
    subserviceOrganizations: facts.subservice.map(({ name }) => name),
    cuecs: missing('description') ? null : facts.cuecs.length,
    phi: facts.phi === 'not-stated' || missing('description') ? null : facts.phi,
    ...testsOf(house, facts),
  }
}

function testsOf(house: House, facts: Facts): Record<string, unknown> {
  if (facts.type === 'type-1' || facts.without?.includes('tests')) {
    return { exceptions: null, controlsTested: null, notOperated: null }
  }
  const all = controlsFor(facts.categories).length + (facts.extraRows?.length ?? 0)
  const idle = facts.notOperated ?? []
  const present = facts.exceptions.filter(({ control }) =>
    controlsFor(facts.categories).some(({ ref }) => ref === control),
  )
  return {
    exceptions: present.map(({ control, tested, failed, response }) => ({
      control: refOf(house, facts, control),
      tested,
      failed,
      answered: response !== undefined,
    })),
    controlsTested: [all - idle.length, all],
    notOperated: idle.map((ref) => refOf(house, facts, ref)),
  }
}
