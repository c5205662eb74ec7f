import { MARGIN, SIZE } from './paper'
import type { Wording } from './wording'

export function drawTitle(
  doc: PDFKit.PDFDocument,
  { coveredEntity, businessAssociate, opening }: Wording,
): void {
  const width = doc.page.width - 2 * MARGIN
  doc.font('bold').fontSize(19).text('Business Associate Agreement', MARGIN, 96, { width, align: 'center' })
  doc.moveDown(0.5)
  rule(doc, width)
  doc.moveDown(0.55)
  doc.font('text').fontSize(11.5).text(coveredEntity, { width, align: 'center' })
  doc.font('italic').fontSize(10).fillColor('#555555').text('and', { width, align: 'center' })
  doc.font('text').fontSize(11.5).fillColor('black').text(businessAssociate, { width, align: 'center' })
  doc.moveDown(0.6)
  rule(doc, width)
  doc.moveDown(1.3)
  doc.font('text').fontSize(SIZE)
  for (const paragraph of opening)
    doc.text(paragraph, MARGIN, doc.y, { width, lineGap: 2.2, paragraphGap: 8 })
}

function rule(doc: PDFKit.PDFDocument, width: number): void {
  const middle = MARGIN + width / 2
  doc.lineWidth(0.7).strokeColor('#8a8577')
  doc
    .moveTo(middle - 70, doc.y)
    .lineTo(middle + 70, doc.y)
    .stroke()
  doc.strokeColor('black')
}
