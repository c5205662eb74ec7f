import { keepRoom } from './drawClauses'
import { MARGIN } from './paper'

/** The record of how a paper was signed; it stands on pages of its own behind the agreement. */
export interface Certificate {
  /** What a practice asks us by. */
  reference: string
  /** Of the paper as both sides saw it, before anyone signed. */
  sha256: string
  /** Where it was signed: the address of the desk. */
  instance: string
  timeZone: string
  signers: { side: string; lines: string[] }[]
  /** Oldest first: when, in both times, and what. */
  steps: { at: string; local: string; words: string }[]
  /** How the seal can be checked. */
  closing: string[]
}

export function drawCertificate(doc: PDFKit.PDFDocument, certificate: Certificate): void {
  doc.addPage()
  const width = doc.page.width - 2 * MARGIN
  doc.font('bold').fontSize(16).text('Signature certificate', MARGIN, MARGIN, { width })
  doc.font('text').fontSize(9.5)
  doc.y += 6
  pair(doc, 'Status', 'Completed: both sides have signed')
  pair(doc, 'Reference', certificate.reference)
  pair(doc, 'Signed at', certificate.instance)
  pair(doc, 'Paper', `SHA-256 ${certificate.sha256}`)
  pair(doc, '', 'A fingerprint of the agreement as both sides saw it, before anyone signed.')
  for (const { side, lines } of certificate.signers) {
    heading(doc, side)
    for (const line of lines) doc.text(line, MARGIN, doc.y, { width, lineGap: 1.5 })
  }
  heading(doc, 'What happened')
  for (const { at, local, words } of certificate.steps) step(doc, at, local, words, width)
  heading(doc, 'How to check this')
  for (const line of certificate.closing)
    doc.text(line, MARGIN, doc.y, { width, lineGap: 1.5, paragraphGap: 4 })
}

function heading(doc: PDFKit.PDFDocument, words: string): void {
  doc.y += 12
  keepRoom(doc, 60)
  doc.font('bold').fontSize(11).text(words, MARGIN, doc.y)
  doc.font('text').fontSize(9.5)
  doc.y += 3
}

function pair(doc: PDFKit.PDFDocument, label: string, words: string): void {
  const y = doc.y
  doc.fillColor('#555555').text(label, MARGIN, y, { lineBreak: false })
  doc.fillColor('black').text(words, MARGIN + 70, y, { width: doc.page.width - 2 * MARGIN - 70 })
  doc.y += 2
}

function step(doc: PDFKit.PDFDocument, at: string, local: string, words: string, width: number): void {
  const left = 132
  keepRoom(doc, Math.max(30, doc.heightOfString(words, { width: width - left }) + 6))
  const y = doc.y
  doc.text(words, MARGIN + left, y, { width: width - left, lineGap: 1.5 })
  const bottom = doc.y
  doc.text(at, MARGIN, y, { lineBreak: false })
  doc
    .fillColor('#555555')
    .text(local, MARGIN, y + 12.5, { lineBreak: false })
    .fillColor('black')
  doc.y = Math.max(bottom, y + 25) + 5
}
