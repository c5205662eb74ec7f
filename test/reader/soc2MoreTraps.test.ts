import { pagesOf, TITLE_OF_CRITERIA, type Parts } from './support/wordings/report'
import { makeOutline } from '../../server/reader/outline'
import { readTyped, typedDoc } from './support/typedDoc'

function read(parts: Partial<Parts> = {}, options: Parameters<typeof readTyped>[1] = {}) {
  return readTyped(pagesOf(parts), options)
}

describe('the kind', () => {
  test('D17 a report about a year 20X1 is an illustration', () => {
    const pages = pagesOf({}).map((page) => page.replaceAll('2024', '20X1').replaceAll('2025', '20X2'))
    expect(readTyped(pages).document.value).toBe('guidance-or-template')
  })

  test('one 20X1 left in the text of a real report is spoken of and no more', () => {
    const description =
      'Section III – Northfall Health, Inc.’s Description of Its CareBridge Platform\nCompany overview\nThe plan for 20X1 was approved. The boundaries of the system cover the application.'
    const reading = read({ description })
    expect(reading.document.value).toBe('soc2')
    expect(reading.warnings.map(({ code }) => code)).toContain('placeholder')
  })
})

describe('the type', () => {
  test('T7 a template sentence with both in the assertion does not undo what the auditor says', () => {
    const assertion =
      'Section II – Assertion of Northfall Health, Inc. Management\nWe have prepared the accompanying description of the CareBridge Platform as of a point in time or throughout a period of time, throughout the period July 1, 2024 to June 30, 2025, based on the description criteria. We confirm that the controls operated effectively.'
    expect(read({ assertion }).reportType).toMatchObject({ value: 'type-2', status: 'found' })
  })

  test('T7 a day in the assertion against a period in the opinion is a conflict', () => {
    const assertion =
      'Section II – Assertion of Northfall Health, Inc. Management\nWe have prepared the accompanying description of the CareBridge Platform as of June 30, 2025 based on the description criteria. We confirm that the controls were suitably designed as of June 30, 2025.'
    expect(read({ assertion }).reportType).toMatchObject({ value: null, status: 'conflict' })
  })
})

describe('two systems', () => {
  const criteria = `(the “description”) and of its Ledger Desk system throughout the period January 1, 2025 to June 30, 2025, based on the description criteria and the suitability of the design and operating effectiveness of controls, based on the trust services criteria relevant to Security (both systems) and Availability (Ledger Desk only) ${TITLE_OF_CRITERIA}.`
  const reading = read({
    cover: 'Northfall Health, Inc.\nSOC 2 Type 2 Report',
    criteria,
    opinion:
      'Opinion\nIn our opinion, in all material respects, the description presents the CareBridge Platform and the Ledger Desk systems, the controls were suitably designed, and the controls operated effectively throughout the periods named above.',
    assertion:
      'Section II – Assertion of Northfall Health, Inc. Management\nWe have prepared the accompanying description of the CareBridge Platform and the Ledger Desk. We confirm that the controls operated effectively.',
    after: 'Restricted Use\nThis report is intended solely for Northfall and its clients.',
  })

  test('D15 keep their periods apart', () => {
    expect(reading.systems.value).toEqual(['CareBridge Platform', 'Ledger Desk'])
    expect(reading.periodStart).toMatchObject({ value: null, status: 'conflict' })
    expect(reading.periodStart.alternatives?.map(({ value }) => value)).toEqual(['2024-07-01', '2025-01-01'])
    expect(reading.periodEnd.value).toBe('2025-06-30')
  })

  test('C10 keep their categories apart', () => {
    expect(reading.categories).toMatchObject({ value: null, status: 'conflict' })
    expect(reading.categories.alternatives?.map(({ value }) => value)).toEqual([
      ['security'],
      ['security', 'availability'],
    ])
  })
})

test('C9 principles and their numbers from before 2017 are read', () => {
  const reading = read({
    cover: 'Northfall Health, Inc.\nService Organization Controls 2 Report\nJuly 1, 2014 to June 30, 2015',
    timing: 'throughout the period July 1, 2014 to June 30, 2015',
    criteria:
      '(the “description”) and the suitability of the design and operating effectiveness of controls to meet the criteria for the security and confidentiality principles set forth in TSP section 100, Trust Services Principles, Criteria, and Illustrations for Security, Availability, Processing Integrity, Confidentiality, and Privacy (AICPA, Technical Practice Aids).',
    opinion:
      'Opinion\nIn our opinion, in all material respects, based on the criteria identified in Northfall’s assertion, the description fairly presents the CareBridge Platform throughout the period July 1, 2014 to June 30, 2015, the controls were suitably designed, and the controls operated effectively throughout the period July 1, 2014 to June 30, 2015.',
    after: 'Intended Use\nThis report is intended solely for Northfall and its clients.',
    signed: 'Harrow & Lisle LLP\nMinneapolis, Minnesota\nAugust 22, 2015',
    assertion:
      'Section II – Assertion of Northfall Health, Inc. Management\nWe have prepared the attached description of the CareBridge Platform for the period July 1, 2014 to June 30, 2015. We confirm that the controls operated effectively.',
  })
  expect(reading.categories.value).toEqual(['security', 'confidentiality'])
  expect([reading.periodStart.value, reading.reportDate.value]).toEqual(['2014-07-01', '2015-08-22'])
  expect(reading.opinion.value).toBe('unqualified')
})

describe('the opinion', () => {
  test('O14 split over a page, within its words, is one', () => {
    const opinion =
      'Opinion\nIn our opinion, except for the matter described in the Basis for Qualified\n\fOpinion section of our report, in all material respects, the description presents the CareBridge Platform, the controls were suitably designed, and the controls operated effectively throughout the period July 1, 2024 to June 30, 2025.'
    expect(read({ opinion }).opinion.value).toBe('qualified')
  })

  test('E10 exceptions that only the opinion speaks of are not invented among the tests', () => {
    const opinion =
      'Basis for Qualified Opinion\nWe found that access of 4 of 25 leavers was removed late; criterion CC6.2 was not met.\nQualified Opinion\nIn our opinion, except for the matter described above, in all material respects, the description presents the CareBridge Platform, the controls were suitably designed, and the controls operated effectively throughout the period July 1, 2024 to June 30, 2025.'
    const reading = read({ opinion })
    expect(reading.affectedCriteria.value).toEqual(['CC6.2'])
    expect(reading.exceptions.value ?? []).toEqual([])
    expect(reading.exceptions.status).not.toBe('found')
  })
})

describe('the parties', () => {
  test('P1 an auditor who signs with a picture is not made up', () => {
    const { serviceAuditor } = read({ signed: 'Minneapolis, Minnesota\nAugust 22, 2025' })
    expect(serviceAuditor).toMatchObject({ value: null, status: 'not-stated' })
  })

  test('P2 a street address is no auditor', () => {
    const cover =
      'SOC 2 Type 2 Report\nNorthfall Health, Inc.\n400 Nicollet Mall, Suite 1200, Minneapolis, MN 55401'
    expect(read({ cover, signed: 'August 22, 2025' }).serviceAuditor.value).toBeNull()
  })

  test('P3 a company that is a picture on the cover is named by the auditor', () => {
    const { serviceOrganization } = read({ cover: 'SOC 2 Type 2 Report\nJuly 1, 2024 to June 30, 2025' })
    expect(serviceOrganization.value).toBe('Northfall Health, Inc.')
    expect(serviceOrganization.confidence).toBeGreaterThanOrEqual(0.85)
  })

  test('P8 a trading name behind the legal one is the same company', () => {
    const to = 'To: Northfall Health, Inc. d/b/a CareBridge'
    expect(read({ to }).serviceOrganization.value).toMatch(/^Northfall Health, Inc\./)
  })

  test('P10 the firm that signs counts, whatever it was called before', () => {
    const signed =
      'Harrow & Lisle LLP (formerly Brightquay Assurance LLC)\nMinneapolis, Minnesota\nAugust 22, 2025'
    const more =
      'Section V – Other Information\nThe report for the year before was issued by Brightquay Assurance LLC, now Harrow & Lisle LLP.'
    expect(read({ signed, more }).serviceAuditor.value).toMatch(/^Harrow & Lisle LLP/)
  })
})

describe('the file', () => {
  test('L8 L9 printed numbers are not physical pages', () => {
    const reading = read({
      contents:
        'Table of Contents\nSection I – Independent Service Auditor’s Report .... i\nSection II – Assertion of Northfall Health, Inc. Management .... iii\nSection III – Description .... 1\nSection IV – Trust Services Criteria, Related Controls, and Tests of Controls .... 2',
    })
    expect(reading.opinion.evidence[0]?.page).toBe(4)
    expect(reading.complete.value).toBe(true)
  })

  test('L14 a cover that is only a picture takes nothing away', () => {
    const reading = readTyped(['', ...pagesOf({}).slice(1)])
    expect(reading.serviceOrganization.value).toBe('Northfall Health, Inc.')
    expect(reading.reportType.value).toBe('type-2')
    expect(reading.categories.value).toEqual(['security', 'confidentiality'])
  })

  test('L12 bullets whose first letter stands apart are put up with', () => {
    const opinion =
      'Opinion\nIn our opinion, in all material respects,\n• T he description presents the CareBridge Platform that was designed and implemented throughout the period July 1, 2024 to June 30, 2025.\n• T he controls stated in the description were suitably designed.\n• T he controls stated in the description operated effectively throughout the period July 1, 2024 to June 30, 2025.'
    expect(read({ opinion }).opinion.value).toBe('unqualified')
  })

  test('L2 L3 a seal and a recipient’s mark beside the text change nothing', () => {
    const reading = read({}, { stray: ['S', 'O', 'C', 'jort', 'ega@', 'exam', 'ple.', 'org'] })
    expect(reading.draft.value).toBe(false)
    expect(reading.serviceOrganization.value).toBe('Northfall Health, Inc.')
  })

  test('L7 a column headed as unaudited opens no section', () => {
    const head = 'Ref Control Test Exceptions Management response (unaudited)'
    const pages = [...pagesOf({}), `${head}\nLA-03 Keys are kept. Inspected the keys. None`]
    const doc = typedDoc(pages)
    const columns = ['Ref', 'Control', 'Test', 'Exceptions', 'Management response (unaudited)']
    const table = { columns, rows: [], firstPage: pages.length, lastPage: pages.length }
    expect(makeOutline(doc).sectionOf(pages.length)).toBe('other')
    expect(makeOutline({ ...doc, tables: [table] }).sectionOf(pages.length)).toBe('tests')

    const titled = typedDoc([...pagesOf({}), `Section V – Other Information\n${head}\nLA-03 Keys are kept.`])
    expect(makeOutline({ ...titled, tables: [table] }).sectionOf(pages.length)).toBe('other')
  })
})
