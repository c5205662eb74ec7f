import PDFDocument from 'pdfkit'
import { fontOf, textOptions, wrapped } from './wrap'
import type { Block, Look, Paper, SignatureBlock } from './paper'
import { drawTable } from './drawTable'

type Entry = { title: string; page: number }
type Listing = { title: string; printed: string }[]

/** The paper as a PDF; `protect` makes it open freely but with owner restrictions. */
export async function typeset(paper: Paper, protect?: { ownerPassword: string }): Promise<Buffer> {
  const draft = await draw(paper, [])
  const listing = draft.entries.map(({ title, page }) => ({ title, printed: printedNumber(paper, page) }))
  const hasContents = paper.blocks.some((block) => block.is === 'contents')
  return hasContents || protect ? (await draw(paper, listing, protect)).pdf : draft.pdf
}

export function printedNumber(paper: Paper, page: number): string {
  if (paper.firstNumbered === 0 || page < paper.firstNumbered) return ''
  return String(page - paper.firstNumbered + 1)
}

async function draw(paper: Paper, listing: Listing, protect?: { ownerPassword: string }) {
  const { look } = paper
  const doc = new PDFDocument({
    size: look.paper,
    margin: look.margin,
    bufferPages: true,
    info: { Title: paper.title },
    ...(protect && { ownerPassword: protect.ownerPassword, permissions: { printing: 'highResolution' } }),
  })
  const chunks: Buffer[] = []
  const done = new Promise<Buffer>((resolve) => doc.on('end', () => resolve(Buffer.concat(chunks))))
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))

  const entries: Entry[] = []
  for (const block of paper.blocks) drawBlock(doc, look, block, entries, listing)
  drawMargins(doc, paper)
  doc.end()
  return { pdf: await done, entries }
}

function drawBlock(doc: PDFKit.PDFDocument, look: Look, block: Block, entries: Entry[], listing: Listing) {
  if (block.is === 'heading') drawHeading(doc, look, block, entries)
  else if (block.is === 'text') drawText(doc, look, block)
  else if (block.is === 'list') drawList(doc, look, block)
  else if (block.is === 'table') drawTable(doc, look, block)
  else if (block.is === 'signatures') drawSignatures(doc, look, block.sides)
  else if (block.is === 'image') doc.image(block.data, { width: block.width }).moveDown(1)
  else if (block.is === 'space') doc.y += block.points
  else if (block.is === 'contents') drawContents(doc, look, block.title, listing)
  else doc.addPage()
}

function drawHeading(
  doc: PDFKit.PDFDocument,
  look: Look,
  block: Block & { is: 'heading' },
  entries: Entry[],
): void {
  keepRoom(doc, 70)
  if (block.level === 1 && block.listed !== false) {
    entries.push({ title: block.text, page: doc.bufferedPageRange().count })
  }
  const size = look.size + [0, 5, 2.5, 0.5][block.level]!
  const words = look.capitals && block.level === 1 ? block.text.toUpperCase() : block.text
  doc.y += block.level === 1 ? 0 : 4
  doc
    .font(fontOf(look, { bold: true }))
    .fontSize(size)
    .text(words, look.margin, doc.y, { paragraphGap: 6 })
}

function drawText(doc: PDFKit.PDFDocument, look: Look, block: Block & { is: 'text' }) {
  const style = block.style ?? {}
  doc.font(fontOf(look, style)).fontSize(style.size ?? look.size)
  if (block.text.length < 240) keepRoom(doc, doc.heightOfString(block.text, textOptions(look)))
  doc.text(block.text, look.margin, doc.y, { ...textOptions(look), align: style.align ?? 'left' })
}

function drawList(doc: PDFKit.PDFDocument, look: Look, block: Block & { is: 'list' }) {
  doc.font(fontOf(look, {})).fontSize(look.size)
  block.items.forEach((item, index) => {
    keepRoom(doc, look.size * 2.4)
    const y = doc.y
    const left = look.margin + 34
    doc.text(markOf(block.marker, index), look.margin + 14, y, { lineBreak: false })
    doc.text(item, left, y, { ...textOptions(look), width: doc.page.width - look.margin - left })
  })
  doc.x = look.margin
}

function markOf(marker: string, index: number): string {
  if (marker === 'number') return `${index + 1}.`
  if (marker === 'letter') return `${String.fromCharCode(97 + (index % 26))}.`
  return marker === 'dash' ? '–' : '•'
}

function drawSignatures(doc: PDFKit.PDFDocument, look: Look, sides: SignatureBlock[]) {
  keepRoom(doc, 150)
  const width = (doc.page.width - 2 * look.margin) / sides.length
  const top = doc.y + 10
  const bottoms = sides.map((side, index) =>
    drawSide(doc, look, side, look.margin + index * width, top, width - 20),
  )
  doc.x = look.margin
  doc.y = Math.max(...bottoms) + 10
}

function drawSide(
  doc: PDFKit.PDFDocument,
  look: Look,
  side: SignatureBlock,
  x: number,
  top: number,
  width: number,
): number {
  doc.font(fontOf(look, { bold: true })).fontSize(look.size)
  let y = top
  for (const line of wrapped(doc, side.party, width)) {
    doc.text(line, x, y, { lineBreak: false })
    y += look.size * 1.3
  }
  for (const { label, value } of side.lines) {
    y += look.size * 1.2
    const words = value || '_'.repeat(Math.max(8, Math.floor((width - 60) / look.size / 0.6)))
    doc.font(fontOf(look, {})).text(label ? `${label}: ${words}` : words, x, y, { lineBreak: false })
    y += look.size
  }
  return y
}

function drawContents(doc: PDFKit.PDFDocument, look: Look, title: string, listing: Listing) {
  doc
    .font(fontOf(look, { bold: true }))
    .fontSize(look.size + 4)
    .text(title, look.margin, doc.y, { paragraphGap: 14 })
  doc.font(fontOf(look, {})).fontSize(look.size)
  const width = doc.page.width - 2 * look.margin
  for (const { title: entry, printed } of listing) {
    const lines = wrapped(doc, entry, width - 70)
    const tail = `${lines.at(-1)} `
    const room = width - doc.widthOfString(tail) - doc.widthOfString(` ${printed}`)
    const dots = '.'.repeat(Math.max(3, Math.floor(room / doc.widthOfString('.')) - 1))
    for (const line of [...lines.slice(0, -1), `${tail}${dots} ${printed}`]) {
      doc.text(line, look.margin, doc.y, { lineBreak: false })
      doc.y += look.size * 1.35
    }
    doc.y += 6
  }
}

function drawMargins(doc: PDFKit.PDFDocument, paper: Paper) {
  const { start, count } = doc.bufferedPageRange()
  for (let index = start + 1; index < start + count; index++) {
    doc.switchToPage(index)
    doc.page.margins.top = doc.page.margins.bottom = 0
    doc.font(fontOf(paper.look, {})).fontSize(8)
    const place = { width: doc.page.width - 2 * paper.look.margin, lineBreak: false }
    doc.text(paper.header, paper.look.margin, 34, place)
    doc.text(paper.footer, paper.look.margin, doc.page.height - 42, place)
    const number = printedNumber(paper, index + 1)
    doc.text(number, doc.page.width - paper.look.margin - 20, doc.page.height - 42, { lineBreak: false })
  }
}

function keepRoom(doc: PDFKit.PDFDocument, points: number) {
  if (doc.y + points > doc.page.height - doc.page.margins.bottom) doc.addPage()
}
