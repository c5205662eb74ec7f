import { EXAMPLES, type Example } from './support/auditorsReports'
import { MORE } from './support/moreReports'
import { readTyped } from './support/typedDoc'

const DESCRIPTION =
  'Section III\nDescription of the System\nThe company hires qualified engineers. The prior examination covered the period January 1, 2019 through June 30, 2019. Deviations from the standard contract need approval.'

describe.each([...EXAMPLES, ...MORE])('an auditor’s report: $title', (example: Example) => {
  const reading = readTyped([example.cover, ...example.report, DESCRIPTION, ...(example.rest ?? [])])
  const { expected } = example

  test('is a SOC 2 of its type, period and date', () => {
    expect(reading.document.value).toBe('soc2')
    expect(reading.reportType.value).toBe(expected.type)
    const dates =
      expected.type === 'type-1' ? [reading.asOf.value] : [reading.periodStart.value, reading.periodEnd.value]
    expect(dates).toEqual(expected.dates)
    expect(reading.reportDate.value).toBe(expected.reportDate)
  })

  test('names the parties', () => {
    expect(reading.serviceOrganization.value).toBe(expected.organization)
    expect(reading.serviceAuditor.value).toBe(expected.auditor)
    expect(reading.systems.value).toEqual(expected.systems)
    if (expected.subservice)
      expect(reading.subserviceOrganizations.value?.map(({ name, method }) => [name, method])).toEqual(
        expected.subservice,
      )
  })

  test('has its categories and its opinion', () => {
    expect(reading.categories.value).toEqual(expected.categories)
    expect(reading.opinion.value).toBe(expected.opinion)
    if (expected.affected) expect(reading.affectedCriteria.value).toEqual(expected.affected)
  })
})
