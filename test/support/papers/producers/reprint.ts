import {
  decodePDFRawStream,
  degrees,
  PDFArray,
  PDFDict,
  PDFDocument,
  type PDFFont,
  PDFName,
  type PDFPage,
  PDFRawStream,
  StandardFonts,
} from '@cantoo/pdf-lib'

/** Letter by letter, as printer drivers write; blanks are not drawn, only left out. */
export function byLetters(pdf: Buffer): Promise<Buffer> {
  return reprinted(pdf, (lines) =>
    lines.flatMap(({ letters, ...line }) =>
      letters.filter(({ text }) => text !== ' ').map((letter) => shown(line, letter.x, [letter])),
    ),
  )
}

/** Word by word, one font after the other and each from the foot of the page up, as some converters order them. */
export function byWordsAstray(pdf: Buffer): Promise<Buffer> {
  return reprinted(pdf, (lines) =>
    [...lines]
      .sort((one, other) => one.font.localeCompare(other.font) || one.y - other.y)
      .flatMap(({ letters, ...line }) =>
        wordsOf(letters)
          .reverse()
          .map((word) => shown(line, word[0]!.x, word)),
      ),
  )
}

/** The page lies in a form on its side, and the page is turned so that it stands upright. */
export async function inTurnedForms(pdf: Buffer): Promise<Buffer> {
  const whole = await PDFDocument.create()
  const source = await PDFDocument.load(pdf)
  for (const form of await whole.embedPages(source.getPages())) {
    const page = whole.addPage([form.height, form.width])
    page.drawPage(form, { x: form.height, y: 0, rotate: degrees(90) })
    page.setRotation(degrees(90))
  }
  return Buffer.from(await whole.save())
}

interface Letter {
  text: string
  code: string
  x: number
  width: number
}

interface TextLine {
  font: string
  size: number
  y: number
  letters: Letter[]
}

const SHOWN = /BT\s+1 0 0 1 (\S+) (\S+) Tm\s+\/(\w+) (\S+) Tf\s+\[([^\]]*)\] TJ\s+ET/g

/** Rewrites how pdfkit's text is drawn; lines, boxes and pictures are drawn before it, as they were. */
async function reprinted(pdf: Buffer, draw: (lines: TextLine[]) => string[]): Promise<Buffer> {
  const doc = await PDFDocument.load(pdf)
  const faces = new Map<string, PDFFont>()
  for (const page of doc.getPages()) {
    const fonts = await fontsOf(doc, page, faces)
    const content = contentOf(page)
    const lines = [...content.matchAll(SHOWN)].map((match) => lineOf(match, fonts))
    const rest = content.replace(SHOWN, '')
    const stream = doc.context.flateStream(Buffer.from(`q ${rest} Q\n${draw(lines).join('\n')}`, 'latin1'))
    page.node.set(PDFName.of('Contents'), doc.context.register(stream))
  }
  return Buffer.from(await doc.save({ useObjectStreams: true }))
}

async function fontsOf(doc: PDFDocument, page: PDFPage, faces: Map<string, PDFFont>) {
  const fonts = new Map<string, PDFFont>()
  const used = page.node.Resources()?.lookup(PDFName.of('Font'), PDFDict)
  for (const [name, reference] of used?.entries() ?? []) {
    const font = doc.context.lookup(reference, PDFDict)
    const face = font.lookup(PDFName.of('BaseFont'), PDFName).decodeText()
    if (!faces.has(face)) faces.set(face, await doc.embedFont(face as StandardFonts))
    fonts.set(name.decodeText(), faces.get(face)!)
  }
  return fonts
}

function contentOf(page: PDFPage): string {
  const contents = page.node.Contents()
  const streams = contents instanceof PDFArray ? contents.asArray() : [contents]
  return streams
    .map((stream) => page.doc.context.lookup(stream!) as PDFRawStream)
    .map((stream) => Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1'))
    .join('\n')
}

function lineOf([, x, y, font, size, parts]: RegExpMatchArray, fonts: Map<string, PDFFont>): TextLine {
  const face = fonts.get(font!)!
  const line: TextLine = { font: font!, size: Number(size), y: Number(y), letters: [] }
  let at = Number(x)
  for (const [, hex, kern] of parts!.matchAll(/<([0-9a-f]*)>|(-?[\d.]+)/g)) {
    at -= (Number(kern ?? 0) / 1000) * line.size
    for (const code of hex?.match(/../g) ?? []) {
      const text = new TextDecoder('windows-1252').decode(Buffer.from(code, 'hex'))
      const width = face.widthOfTextAtSize(text, line.size)
      line.letters.push({ text, code, x: at, width })
      at += width
    }
  }
  return line
}

function wordsOf(letters: Letter[]): Letter[][] {
  const words: Letter[][] = [[]]
  for (const letter of letters) {
    if (letter.text === ' ') words.push([])
    else words.at(-1)!.push(letter)
  }
  return words.filter((word) => word.length > 0)
}

function shown({ font, size, y }: Omit<TextLine, 'letters'>, x: number, letters: Letter[]): string {
  const kerned = letters.map(({ code, x: at, width }, index) => {
    const next = letters[index + 1]
    return `<${code}>${next ? ` ${(((at + width - next.x) / size) * 1000).toFixed(0)} ` : ''}`
  })
  return `BT 1 0 0 1 ${x.toFixed(2)} ${y} Tm /${font} ${size} Tf [${kerned.join('')}] TJ ET`
}
