import { degrees, PDFDocument, PDFHexString, PDFName, rgb, StandardFonts } from '@cantoo/pdf-lib'
import { pictures } from './scan'

/** Several files as one, in this order. */
export async function merged(...files: Buffer[]): Promise<Buffer> {
  const whole = await PDFDocument.create()
  for (const file of files) {
    const part = await PDFDocument.load(file)
    for (const page of await whole.copyPages(part, part.getPageIndices())) whole.addPage(page)
  }
  return saved(whole)
}

/** Only these pages, counted from 1. */
export async function extract(file: Buffer, pages: number[]): Promise<Buffer> {
  const whole = await PDFDocument.create()
  const part = await PDFDocument.load(file)
  for (const page of await whole.copyPages(
    part,
    pages.map((page) => page - 1),
  ))
    whole.addPage(page)
  return saved(whole)
}

/** Slanted letters over every page. */
export async function watermarked(file: Buffer, words: string): Promise<Buffer> {
  return onEveryPage(file, async (page, font) => {
    page.drawText(words, {
      x: 120,
      y: 250,
      size: 90,
      font,
      rotate: degrees(50),
      color: rgb(0.85, 0.85, 0.85),
    })
  })
}

/** The recipient's mark down the margin, in pieces of four letters, as a download portal prints it. */
export async function marked(file: Buffer, words: string): Promise<Buffer> {
  return onEveryPage(file, async (page, font) => {
    const pieces = words.match(/.{1,4}/g) ?? []
    pieces.forEach((piece, index) => {
      page.drawText(piece, { x: 18, y: 200 + index * 26, size: 9, font, rotate: degrees(90) })
    })
  })
}

/** A line at the foot of every page, below the text. */
export async function stamped(file: Buffer, words: string): Promise<Buffer> {
  return onEveryPage(file, async (page, font) => {
    page.drawText(words, { x: 60, y: 16, size: 7, font })
  })
}

/** A round seal whose letters are turned one by one. */
export async function sealed(file: Buffer, words = 'SOC for Service Organizations '): Promise<Buffer> {
  const doc = await PDFDocument.load(file)
  const font = await doc.embedFont(StandardFonts.Helvetica)
  const page = doc.getPage(0)
  ;[...words].forEach((letter, index) => {
    const turn = (index / words.length) * 360
    const angle = (turn * Math.PI) / 180
    page.drawText(letter, {
      x: 300 + 40 * Math.sin(angle),
      y: 130 + 40 * Math.cos(angle),
      size: 8,
      font,
      rotate: degrees(-turn),
    })
  })
  return saved(doc)
}

/** A black box over words that stay in the file. */
export async function blackened(file: Buffer, page: number, words: string): Promise<Buffer> {
  const doc = await PDFDocument.load(file)
  const font = await doc.embedFont(StandardFonts.Helvetica)
  const sheet = doc.getPage(page - 1)
  sheet.drawText(words, { x: 80, y: 60, size: 9, font })
  sheet.drawRectangle({ x: 76, y: 56, width: 420, height: 14, color: rgb(0, 0, 0) })
  return saved(doc)
}

/** One page becomes a picture of itself, as a signed page that went through a scanner. */
export async function withPicture(file: Buffer, pages: number[]): Promise<Buffer> {
  const doc = await PDFDocument.load(file)
  const images = await pictures(file, 150 / 72, pages)
  for (const [index, number] of pages.entries()) {
    const { width, height } = doc.getPage(number - 1).getSize()
    doc.removePage(number - 1)
    const image = await doc.embedPng(images[index]!)
    doc.insertPage(number - 1, [width, height]).drawImage(image, { x: 0, y: 0, width, height })
  }
  return saved(doc)
}

/** An action that would run when the file is opened. */
export async function withScript(file: Buffer): Promise<Buffer> {
  const doc = await PDFDocument.load(file)
  const action = doc.context.obj({ S: 'JavaScript', JS: PDFHexString.fromText('app.alert("opened")') })
  doc.catalog.set(PDFName.of('OpenAction'), action)
  return saved(doc)
}

export async function turned(file: Buffer, by: 90 | 180 | 270): Promise<Buffer> {
  const doc = await PDFDocument.load(file)
  for (const page of doc.getPages()) page.setRotation(degrees(by))
  return saved(doc)
}

type Page = ReturnType<PDFDocument['getPage']>
type Font = Awaited<ReturnType<PDFDocument['embedFont']>>

async function onEveryPage(file: Buffer, draw: (page: Page, font: Font) => Promise<void>): Promise<Buffer> {
  const doc = await PDFDocument.load(file)
  const font = await doc.embedFont(StandardFonts.Helvetica)
  for (const page of doc.getPages()) await draw(page, font)
  return saved(doc)
}

async function saved(doc: PDFDocument): Promise<Buffer> {
  return Buffer.from(await doc.save())
}
