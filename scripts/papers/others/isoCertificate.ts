import { type Paper, plainLook, space, text } from '../paper'
import { longDate } from '../words'

export interface IsoCertificateFacts {
  organization: string
  address: string
  scope: string
  body: string
  number: string
  firstIssued: string
  issued: string
  expires: string
}

export function isoCertificatePaper(facts: IsoCertificateFacts): Paper {
  const center = { align: 'center' } as const
  const blocks = [
    space(60),
    text('Certificate of Registration', { ...center, size: 28, bold: true }),
    text('Information Security Management System', { ...center, size: 16 }),
    text('This is to certify that the management system of', center),
    text(`${facts.organization}\n${facts.address}`, { ...center, size: 16, bold: true }),
    text('has been assessed and found to conform to the requirements of', center),
    text('ISO/IEC 27001:2022', { ...center, size: 22, bold: true }),
    text(
      `for the following scope: ${facts.scope}, in accordance with the Statement of Applicability, version 3.`,
      center,
    ),
    text(
      `Certificate number: ${facts.number}\nOriginal registration: ${longDate(facts.firstIssued)}\nDate of issue: ${longDate(facts.issued)}\nExpiry date: ${longDate(facts.expires)}`,
      center,
    ),
    space(40),
    text(`Issued by ${facts.body}, an accredited certification body`, center),
  ]
  return { title: 'Certificate', look: plainLook, header: '', footer: '', firstNumbered: 0, blocks }
}
