import PDFDocument from 'pdfkit'
import { drawClauses } from './drawClauses'
import { drawCertificate, type Certificate } from './drawCertificate'
import { drawSignatures, type Signatures } from './drawSignatures'
import { fonts } from './fonts'
import { drawTitle } from './drawTitle'
import type { Wording } from './wording'

export const MARGIN = 76
export const SIZE = 10.5

export interface PaperOptions {
  /** When it was made; UTC ISO text. The same words at the same instant give the same bytes. */
  at: string
  /** Words in the margin of a paper that isn't to be signed yet. */
  mark?: string
  signatures?: Signatures
  certificate?: Certificate
  /** What a seal needs is put into the file before it is closed. */
  prepare?: (pdf: PDFKit.PDFDocument) => void
}

/** The agreement on letter paper, with numbered pages. */
export async function typesetPaper(
  wording: Wording,
  options: PaperOptions,
): Promise<{ pdf: Buffer; pages: number }> {
  const doc = openPaper(wording, options.at)
  const done = collected(doc)
  drawTitle(doc, wording)
  drawClauses(doc, wording)
  drawSignatures(doc, wording, options.signatures ?? {})
  if (options.certificate) drawCertificate(doc, options.certificate)
  const pages = doc.bufferedPageRange().count
  drawEdges(doc, wording, pages, options.mark ?? null)
  options.prepare?.(doc)
  doc.end()
  return { pdf: await done, pages }
}

function openPaper({ coveredEntity, businessAssociate }: Wording, at: string): PDFKit.PDFDocument {
  const doc = new PDFDocument({
    size: 'LETTER',
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN },
    bufferPages: true,
    lang: 'en-US',
    displayTitle: true,
    info: {
      Title: `Business Associate Agreement between ${coveredEntity} and ${businessAssociate}`,
      Author: coveredEntity,
      Creator: 'Countersign',
      Producer: 'Countersign',
      CreationDate: new Date(at),
      ModDate: new Date(at),
    },
  })
  for (const [name, file] of Object.entries(fonts)) doc.registerFont(name, file)
  return doc.font('text').fontSize(SIZE)
}

function collected(doc: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
}

/** Running lines are drawn last, when the number of pages is known. */
function drawEdges(doc: PDFKit.PDFDocument, wording: Wording, pages: number, mark: string | null): void {
  const foot = shortened(`${wording.coveredEntity} / ${wording.businessAssociate}`)
  for (let page = 0; page < pages; page++) {
    doc.switchToPage(page)
    // Text under the bottom margin would otherwise begin a new page.
    doc.page.margins.bottom = 0
    const width = doc.page.width - 2 * MARGIN
    const y = doc.page.height - 50
    doc.lineWidth(0.5).strokeColor('#b9b3a5')
    doc
      .moveTo(MARGIN, y - 10)
      .lineTo(MARGIN + width, y - 10)
      .stroke()
    doc.font('text').fontSize(8.5).fillColor('#555555')
    doc.text(foot, MARGIN, y, { lineBreak: false })
    doc.text(`Page ${page + 1} of ${pages}`, MARGIN, y, { width, align: 'right', lineBreak: false })
    if (mark) doc.text(mark, MARGIN, 42, { width, align: 'right', lineBreak: false })
    doc.fillColor('black')
  }
}

function shortened(words: string): string {
  return words.length > 78 ? `${words.slice(0, 77)}…` : words
}
