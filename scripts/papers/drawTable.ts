import { fontOf, wrapped } from './wrap'
import type { Block, Look } from './paper'

type Table = Block & { is: 'table' }
const PADDING = 4

/** Rows laid out by hand: a row may be cut at the foot of a page and goes on at the top of the next. */
export function drawTable(doc: PDFKit.PDFDocument, look: Look, table: Table): void {
  if (table.landscape) doc.addPage({ size: look.paper, layout: 'landscape', margin: look.margin })
  const widths = columnWidths(doc, look, table)
  drawRow(doc, look, widths, table.columns, true)
  for (const row of table.rows) placeRow(doc, look, table, widths, row)
  if (table.landscape) doc.addPage({ size: look.paper, layout: 'portrait', margin: look.margin })
  doc.x = look.margin
  doc.y += look.gap
}

function columnWidths(doc: PDFKit.PDFDocument, look: Look, table: Table): number[] {
  const all = doc.page.width - 2 * look.margin
  const total = table.widths.reduce((sum, width) => sum + width, 0)
  return table.widths.map((width) => (width / total) * all)
}

function placeRow(doc: PDFKit.PDFDocument, look: Look, table: Table, widths: number[], row: string[]) {
  const lines = cellLines(doc, look, widths, row, false)
  const room = Math.floor((bottomOf(doc) - doc.y - 2 * PADDING) / lineHeight(look))
  const needed = Math.max(...lines.map((cell) => cell.length))
  if (needed <= room) drawLines(doc, look, widths, lines, false)
  else if (look.splitRows && room >= 2) splitRow(doc, look, table, widths, lines, room)
  else {
    nextPage(doc, look, table, widths)
    drawLines(doc, look, widths, lines, false)
  }
}

function splitRow(
  doc: PDFKit.PDFDocument,
  look: Look,
  table: Table,
  widths: number[],
  lines: string[][],
  room: number,
): void {
  drawLines(
    doc,
    look,
    widths,
    lines.map((cell) => cell.slice(0, room)),
    false,
  )
  nextPage(doc, look, table, widths)
  drawLines(
    doc,
    look,
    widths,
    lines.map((cell) => cell.slice(room)),
    false,
  )
}

function nextPage(doc: PDFKit.PDFDocument, look: Look, table: Table, widths: number[]) {
  doc.addPage({ size: look.paper, layout: table.landscape ? 'landscape' : 'portrait', margin: look.margin })
  if (look.repeatHeadings) drawRow(doc, look, widths, table.columns, true)
}

function drawRow(doc: PDFKit.PDFDocument, look: Look, widths: number[], cells: string[], bold: boolean) {
  const lines = cellLines(doc, look, widths, cells, bold)
  const height = Math.max(...lines.map((cell) => cell.length)) * lineHeight(look) + 2 * PADDING
  if (doc.y + height + 30 > bottomOf(doc)) {
    doc.addPage({ size: look.paper, layout: doc.page.layout as 'portrait', margin: look.margin })
  }
  drawLines(doc, look, widths, lines, bold)
}

function drawLines(doc: PDFKit.PDFDocument, look: Look, widths: number[], lines: string[][], bold: boolean) {
  const top = doc.y
  const height = Math.max(...lines.map((cell) => cell.length)) * lineHeight(look) + 2 * PADDING
  doc.font(fontOf(look, { bold })).fontSize(tableSize(look))
  let x = look.margin
  widths.forEach((width, column) => {
    ;(lines[column] ?? []).forEach((line, index) => {
      doc.text(line, x + PADDING, top + PADDING + index * lineHeight(look), { lineBreak: false })
    })
    if (look.table === 'grid') doc.lineWidth(0.5).rect(x, top, width, height).stroke('#666666')
    x += width
  })
  if (look.table === 'lines') {
    doc
      .lineWidth(0.4)
      .moveTo(look.margin, top + height)
      .lineTo(x, top + height)
      .stroke('#888888')
  }
  doc.fillColor('black')
  doc.y = top + height
}

function cellLines(doc: PDFKit.PDFDocument, look: Look, widths: number[], cells: string[], bold: boolean) {
  doc.font(fontOf(look, { bold })).fontSize(tableSize(look))
  return widths.map((width, column) =>
    cells[column] ? wrapped(doc, cells[column], width - 2 * PADDING) : [],
  )
}

function tableSize(look: Look): number {
  return look.size - 1.5
}

function lineHeight(look: Look): number {
  return tableSize(look) * 1.25
}

function bottomOf(doc: PDFKit.PDFDocument): number {
  return doc.page.height - doc.page.margins.bottom
}
