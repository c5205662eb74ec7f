import { PDFDocument } from '@cantoo/pdf-lib'
import { readInCage, type Reading } from '../../server/reader/reader'
import { pagesOf } from './support/wordings/report'
import { readTyped } from './support/typedDoc'

const first = pagesOf({})
const second = pagesOf({
  cover: 'Larkspur Labs Ltd\nSOC 2 Type 2 Report\nJanuary 1, 2023 to December 31, 2023',
}).map((page) =>
  page
    .replaceAll('Northfall Health, Inc.', 'Larkspur Labs Ltd')
    .replaceAll('July 1, 2024', 'January 1, 2023')
    .replaceAll('June 30, 2025', 'December 31, 2023'),
)

describe('F5 a second report behind the first', () => {
  const reading = readTyped([...first, ...second])

  test('is left alone', () => {
    expect(reading.document.value).toBe('soc2')
    expect(reading.serviceOrganization.value).toBe('Northfall Health, Inc.')
    expect([reading.periodStart.value, reading.periodEnd.value]).toEqual(['2024-07-01', '2025-06-30'])
    expect(reading.complete.value).toBe(true)
  })

  test('is spoken of', () => {
    expect(reading.warnings.map(({ code }) => code)).toContain('several-reports')
    expect(readTyped(first).warnings.map(({ code }) => code)).not.toContain('several-reports')
  })
})

describe('a page amid the report that speaks like a paper of another kind', () => {
  test.each([
    'Customers find this report in our trust center once they have accepted the nondisclosure agreement.',
    'Bridge letter\nA bridge letter dated after the end of the period is sent to customers who ask for one.',
  ])('%s', (sentence) => {
    const reading = readTyped([...first.slice(0, 3), `Monitoring\n${sentence}`, ...first.slice(3)])
    expect(reading.complete.value).toBe(true)
    expect(reading.controlsTested.value).toBe(readTyped(first).controlsTested.value)
    expect(reading.controlsTested.value).toBeGreaterThan(0)
  })
})

test('F4 files inside a PDF are not read, and the person is told', async () => {
  const pdf = await PDFDocument.create()
  pdf
    .addPage()
    .drawText('For the best experience, open this portfolio in a PDF program.', { x: 40, y: 700, size: 12 })
  const plain = await read(pdf)
  await pdf.attach(await pdf.save(), 'report.pdf', { mimeType: 'application/pdf' })
  const portfolio = await read(pdf)
  expect(plain.warnings).toEqual([])
  expect(portfolio.document.value).toBe('other')
  expect(portfolio.warnings).toMatchObject([
    { code: 'files-inside', message: expect.stringContaining('PDFs among them') as string },
  ])
})

async function read(pdf: PDFDocument): Promise<Reading> {
  return (await readInCage(Buffer.from(await pdf.save()))) as Reading
}
