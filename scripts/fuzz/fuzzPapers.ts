import { PDFDocument as PackedDocument } from '@cantoo/pdf-lib'
import { renderPageInCage } from '../../server/reader/reader'
import { longReport } from '../papers/longReport'
import { makeBridgeLetterPdf, makeIsoCertificatePdf, makeSoc2Pdf } from '../papers/papers'

const { organization, short, system, auditor } = longReport(40)

/** A certificate and a letter of a page or two. */
export async function shortPapers(): Promise<Buffer[]> {
  return [
    await makeIsoCertificatePdf({
      organization,
      address: '12 Mill Lane, Columbus, Ohio',
      scope: system,
      body: 'Northmark Certification',
      number: 'IS 100200',
      firstIssued: '2022-02-01',
      issued: '2025-02-01',
      expires: '2028-01-31',
    }),
    await makeBridgeLetterPdf({
      organization,
      short,
      system,
      auditor,
      period: { start: '2024-10-01', end: '2025-09-30' },
      gap: { start: '2025-10-01', end: '2025-12-31' },
      date: '2026-01-05',
      signer: { name: 'Dana Whitlock', title: 'Chief Information Security Officer' },
    }),
  ]
}

/** A report, the same with its objects packed into streams, two short papers, and one of them as a picture. */
export async function fuzzPapers(): Promise<Buffer[]> {
  const report = await makeSoc2Pdf(longReport(40))
  const short = await shortPapers()
  return [report, await packed(report), ...short, await pictured(short[0]!)]
}

async function packed(pdf: Buffer): Promise<Buffer> {
  return Buffer.from(await (await PackedDocument.load(pdf)).save({ useObjectStreams: true }))
}

async function pictured(pdf: Buffer): Promise<Buffer> {
  const scan = await PackedDocument.create()
  const picture = await scan.embedPng(await renderPageInCage(pdf, 1, { width: 1000 }))
  scan.addPage([612, 792]).drawImage(picture, { x: 0, y: 0, width: 612, height: 792 })
  return Buffer.from(await scan.save())
}
