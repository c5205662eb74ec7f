import type { Evidence, Field, ReportFields } from '../../server/reader/reading'
import { nothing } from '../../server/reader/pages'
import { crossChecks } from '../../server/reader/soc2/crossChecks'
import { paperOf, type Sheet } from './support/paper'

const evidence: Evidence = { page: 1, quote: 'words', section: 'auditor', source: 'text' }
const found = <T>(value: T): Field<T> => ({ value, status: 'found', confidence: 0.9, evidence: [evidence] })

const clean = (): ReportFields => ({
  reportType: found('type-2' as const),
  asOf: nothing('not-applicable'),
  periodStart: found('2025-01-01'),
  periodEnd: found('2025-12-31'),
  reportDate: found('2026-02-13'),
  serviceOrganization: found('Osprey, Inc.'),
  serviceAuditor: found('Calloway Reed, CPAs'),
  systems: found(['Osprey']),
  categories: found(['security' as const]),
  opinion: found('unqualified' as const),
  affectedCriteria: nothing('not-applicable'),
  subserviceOrganizations: found([]),
  cuecs: found([]),
  controlsTested: found(20),
  exceptions: { value: [], status: 'stated-none', confidence: 0.9, evidence: [evidence] },
  notOperated: { value: [], status: 'stated-none', confidence: 0.9, evidence: [evidence] },
  phi: nothing('not-stated'),
  frameworks: nothing('not-stated'),
})

const pages: Sheet[] = [
  { section: 'cover', text: 'Osprey SOC 2 Type 2' },
  { section: 'auditor', text: 'We have examined. In our opinion all is well. Calloway Reed, CPAs' },
  { section: 'assertion', text: 'We confirm, to the best of our knowledge and belief, that all is well.' },
]
const codes = (fields: Partial<ReportFields>, sheets: Sheet[] = pages) => {
  const { doc, outline } = paperOf(sheets)
  return crossChecks({ ...clean(), ...fields }, doc, outline).map((warning) => warning.code)
}

test('a report in order raises no doubt', () => {
  expect(codes({})).toEqual([])
})

test.each<[string, Partial<ReportFields>]>([
  ['report-before-period-end', { reportDate: found('2025-12-01') }],
  ['report-late', { reportDate: found('2026-08-01') }],
  ['period-short', { periodStart: found('2025-11-01') }],
  ['period-long', { periodStart: found('2024-06-01') }],
  [
    'type-disagrees',
    {
      reportType: found('type-1' as const),
      periodStart: nothing('not-applicable'),
      periodEnd: nothing('not-applicable'),
      asOf: found('2025-12-31'),
    },
  ],
  ['security-absent', { categories: found(['privacy' as const]) }],
  [
    'many-not-operated',
    { notOperated: found(Array.from({ length: 6 }, () => ({ control: 'A', text: 'no', page: 1 }))) },
  ],
  ['auditor-not-cpa', { serviceAuditor: found('Delacourt Winslow N.V.') }],
])('%s', (code, fields) => {
  const sheets =
    code === 'auditor-not-cpa'
      ? [{ section: 'auditor' as const, text: 'In our opinion all is well.' }]
      : pages
  expect(codes(fields, sheets)).toEqual([code])
})

test('a modified opinion wants a failed test and an assertion that says the same', () => {
  expect(codes({ opinion: found('qualified' as const) })).toEqual([
    'opinion-without-exception',
    'assertion-differs',
  ])
})

test('an affected criterion wants a failed test of its own', () => {
  const exception = {
    control: 'AC-1',
    criteria: ['CC6.1'],
    text: 'late',
    tested: null,
    failed: null,
    page: 1,
    response: null,
  }
  const limited: Sheet[] = [
    { section: 'assertion', text: 'We confirm that, except for the matter below, all is well.' },
  ]
  const fields = {
    opinion: found('qualified' as const),
    affectedCriteria: found(['CC6.1', 'CC6.3']),
    exceptions: found([exception]),
  }
  expect(codes(fields, [...pages.slice(0, 2), ...limited])).toEqual(['criterion-without-exception'])
})

test('placeholders and unreadable pages are named', () => {
  const more: Sheet[] = [
    { section: 'description', text: 'The system is run by [Company Name] in one place.' },
    { section: 'tests', text: '', readable: false },
  ]
  expect(codes({}, [...pages, ...more])).toEqual(['placeholder', 'pages-unreadable'])
})

test('a list the auditor relies on but nobody finds is asked for', () => {
  const sheet: Sheet = {
    section: 'auditor',
    text: 'The description indicates that complementary user entity controls are necessary. CPAs',
  }
  expect(codes({ cuecs: nothing('not-stated') }, [sheet])).toEqual(['cuecs-missing'])
})
