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

export async function fuzzPapers(): Promise<Buffer[]> {
  return [await makeSoc2Pdf(longReport(40)), ...(await shortPapers())]
}
