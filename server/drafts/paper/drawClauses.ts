import { MARGIN, SIZE } from './paper'
import type { Clause, Wording } from './wording'

const INDENT = 34
const LINE_GAP = 2.2
/** A clause up to this height stands on one page. */
const WHOLE = 200

export function drawClauses(doc: PDFKit.PDFDocument, { sections }: Wording): void {
  sections.forEach(({ title, clauses }, section) => {
    drawHeading(doc, `${section + 1}. ${title}`, clauses[0]!)
    clauses.forEach((clause, index) => drawClause(doc, `${section + 1}.${index + 1}`, clause))
  })
}

/** A heading never stands alone at the foot of a page. */
function drawHeading(doc: PDFKit.PDFDocument, words: string, first: Clause): void {
  doc.y += 8
  keepRoom(doc, 26 + Math.min(heightOf(doc, first), WHOLE))
  doc.font('bold').fontSize(12).text(words, MARGIN, doc.y)
  doc.y += 5
}

function drawClause(doc: PDFKit.PDFDocument, number: string, clause: Clause): void {
  keepRoom(doc, Math.min(heightOf(doc, clause), WHOLE))
  doc.font('text').fontSize(SIZE)
  doc.text(number, MARGIN, doc.y, { lineBreak: false })
  const top = doc.y
  doc
    .font('bold')
    .text(`${clause.title}. `, MARGIN + INDENT, top, {
      width: widthOf(doc),
      lineGap: LINE_GAP,
      continued: true,
    })
    .font('text')
    .text(clause.words, { lineGap: LINE_GAP })
  doc.y += 5.5
}

function heightOf(doc: PDFKit.PDFDocument, { title, words }: Clause): number {
  doc.font('text').fontSize(SIZE)
  return doc.heightOfString(`${title}. ${words}`, { width: widthOf(doc), lineGap: LINE_GAP })
}

function widthOf(doc: PDFKit.PDFDocument): number {
  return doc.page.width - 2 * MARGIN - INDENT
}

export function keepRoom(doc: PDFKit.PDFDocument, points: number): void {
  if (doc.y + points > doc.page.height - MARGIN) doc.addPage()
}
