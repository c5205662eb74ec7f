import { deflateSync } from 'node:zlib'
import PDFDocument from 'pdfkit'

export type Paper = InstanceType<typeof PDFDocument>

export async function makePdf(
  draw: (paper: Paper) => void,
  options: ConstructorParameters<typeof PDFDocument>[0] = {},
): Promise<Buffer> {
  const paper = new PDFDocument({ size: 'LETTER', margin: 72, ...options })
  const chunks: Buffer[] = []
  const done = new Promise<Buffer>((resolve) => paper.on('end', () => resolve(Buffer.concat(chunks))))
  paper.on('data', (chunk: Buffer) => chunks.push(chunk))
  draw(paper)
  paper.end()
  return done
}

/** Cells drawn one after the other at their columns, as report generators do. */
export function drawRow(
  paper: Paper,
  columns: { x: number; width: number }[],
  cells: string[],
  y: number,
): number {
  const heights = cells.map((cell, at) => paper.heightOfString(cell, { width: columns[at]!.width }))
  for (const [at, cell] of cells.entries()) paper.text(cell, columns[at]!.x, y, { width: columns[at]!.width })
  return Math.max(...heights)
}

/** A PDF written by hand from its objects; the first is the catalog. */
export function rawPdf(objects: (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n')]
  const offsets: number[] = []
  let length = parts[0]!.length
  for (const [index, object] of objects.entries()) {
    const part = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(object as string),
      Buffer.from('\nendobj\n'),
    ])
    offsets.push(length)
    parts.push(part)
    length += part.length
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF`
  return Buffer.concat([
    ...parts,
    Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}${trailer}`),
  ])
}

export function stream(content: string | Buffer, dictionary = ''): Buffer {
  const bytes = Buffer.from(content as string)
  return Buffer.concat([
    Buffer.from(`<<${dictionary}/Length ${bytes.length}>>stream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ])
}

const PAGES = '<</Type/Pages/Kids[3 0 R]/Count 1>>'
const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>'

export function onePage(content: string | Buffer, { page = '', dictionary = '', catalog = '' } = {}): Buffer {
  const sheet = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]${page}/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>`
  return rawPdf([`<</Type/Catalog/Pages 2 0 R${catalog}>>`, PAGES, sheet, stream(content, dictionary), FONT])
}

/** Compressed twice, as a bomb is. */
export function twiceCompressed(letters: string, megabytes: number): Buffer {
  return deflateSync(deflateSync(Buffer.alloc(megabytes * 1024 * 1024, letters), { level: 9 }), { level: 9 })
}
