import { keepRoom } from './drawClauses'
import { MARGIN, SIZE } from './paper'
import type { Wording } from './wording'

/** Lines of a hand-drawn signature, each of points in a field 3 wide and 1 high, from 0 to 1 both ways. */
export type Drawing = [x: number, y: number][][]

export interface Signature {
  name: string
  title: string
  /** "November 22, 2026" */
  date: string
  /** null where the name was typed. */
  drawing: Drawing | null
}

export interface Signatures {
  coveredEntity?: Signature | undefined
  businessAssociate?: Signature | undefined
}

const GAP = 28
const LABEL = 38
const BLOCK_HEIGHT = 210
/** Larger, and its line would no longer stand beside the line of the other side. */
const HAND = 21

export function drawSignatures(doc: PDFKit.PDFDocument, wording: Wording, signatures: Signatures): void {
  doc.y += 14
  keepRoom(doc, BLOCK_HEIGHT)
  const width = doc.page.width - 2 * MARGIN
  doc.font('text').fontSize(SIZE)
  doc.text('The parties sign through people who are allowed to bind them.', MARGIN, doc.y, { width })
  doc.y += 16
  const top = doc.y
  const column = (width - GAP) / 2
  const sides = [
    ['The Practice', wording.coveredEntity, signatures.coveredEntity],
    ['The Vendor', wording.businessAssociate, signatures.businessAssociate],
  ] as const
  sides.forEach(([role, party, signature], index) =>
    drawSide(doc, role, party, signature, MARGIN + index * (column + GAP), top, column),
  )
}

function drawSide(
  doc: PDFKit.PDFDocument,
  role: string,
  party: string,
  signature: Signature | undefined,
  x: number,
  top: number,
  width: number,
): void {
  doc.font('italic').fontSize(9.5).fillColor('#555555').text(role, x, top, { width })
  doc
    .font('bold')
    .fontSize(SIZE)
    .fillColor('black')
    .text(party, x, doc.y, { width, height: 30, ellipsis: true })
  const line = top + 88
  const rule = width - LABEL
  doc
    .font('text')
    .fontSize(SIZE)
    .text('By:', x, line - 12, { lineBreak: false })
  doc
    .lineWidth(0.6)
    .moveTo(x + LABEL, line + 1)
    .lineTo(x + width, line + 1)
    .stroke()
  if (signature) {
    drawMark(doc, signature, x + LABEL, line, rule)
    doc.font('italic').fontSize(8).fillColor('#555555')
    doc.text(`Electronically signed by ${signature.name}`, x + LABEL, line + 4, {
      width: rule,
      height: 11,
      ellipsis: true,
    })
    doc.fillColor('black')
  } else doc.text('_'.repeat(24), x + LABEL, line - 12, { lineBreak: false })
  const facts = [
    ['Name', signature?.name],
    ['Title', signature?.title],
    ['Date', signature?.date],
  ] as const
  facts.forEach(([label, value], index) => {
    const y = line + 20 + index * 22
    const words = `${label}: ${value ?? '_'.repeat(24)}`
    doc.font('text').fontSize(SIZE).text(words, x, y, { width, height: 14, ellipsis: true })
  })
}

function drawMark(
  doc: PDFKit.PDFDocument,
  { name, drawing }: Signature,
  x: number,
  line: number,
  width: number,
): void {
  if (drawing) return drawStrokes(doc, drawing, x, line - 42, 126, 42)
  doc.font('hand')
  const size = Math.min(HAND, (HAND * width) / Math.max(1, doc.fontSize(HAND).widthOfString(name)))
  doc
    .fontSize(size)
    .fillColor('#1b2f5e')
    .text(name, x, line - size * 1.0, { lineBreak: false })
  doc.fillColor('black')
}

function drawStrokes(
  doc: PDFKit.PDFDocument,
  drawing: Drawing,
  x: number,
  y: number,
  width: number,
  height: number,
) {
  doc.save().lineWidth(1.1).lineCap('round').lineJoin('round').strokeColor('#1b2f5e')
  for (const stroke of drawing) {
    stroke.forEach(([right, down], index) => {
      const at = [x + right * width, y + down * height] as const
      if (index === 0) doc.moveTo(...at).lineTo(at[0] + 0.2, at[1])
      else doc.lineTo(...at)
    })
    doc.stroke()
  }
  doc.restore()
}
