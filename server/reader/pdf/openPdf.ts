import path from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api'
import { openDocument } from './engine/document'
import type { PdfDocument } from './engine/document'
import { workerHalf } from './engine/workerHalf'
import { ReadError } from './readError'

/** Drawing needs the pdf.js document, which pdf-parse 2.4.5 keeps to itself. */
interface Parser {
  load: () => Promise<PDFDocumentProxy>
  destroy: () => Promise<void>
}

export const MAX_PAGES = 2000
const MAX_HEADER_OFFSET = 1024

export interface OpenPdf {
  pdf: PdfDocument
  /** owner: opens without a password, but copying or printing is forbidden. */
  encrypted: 'none' | 'owner'
  /** The same file opened for drawing, when that is first wanted. */
  drawing: () => Promise<PDFDocumentProxy>
  close: () => Promise<void>
}

export interface OpenDrawing {
  pdf: PDFDocumentProxy
  close: () => Promise<void>
}

/** Throws ReadError. Nothing in the file is run or fetched. */
export async function openPdf(bytes: Uint8Array, password?: string): Promise<OpenPdf> {
  checkHeader(bytes)
  // pdf.js takes the buffer away, and the caller still needs its own.
  const pdf = await orReadError(openDocument(workerHalf(), Uint8Array.from(bytes), password))
  if (pdf.numPages > MAX_PAGES) throw new ReadError('too-large')
  const encrypted = (await pdf.getPermissions().catch(() => null)) === null ? 'none' : 'owner'
  let drawn: Promise<OpenDrawing> | null = null
  return { pdf, encrypted, drawing, close }

  async function drawing() {
    drawn ??= openDrawing(bytes, password)
    return (await drawn).pdf
  }

  async function close() {
    await pdf.destroy()
    await (await drawn)?.close()
  }
}

/** Loads what draws, which takes its time. Throws ReadError. */
export async function openDrawing(bytes: Uint8Array, password?: string): Promise<OpenDrawing> {
  checkHeader(bytes)
  const { PDFParse, VerbosityLevel } = await importPdfParse()
  const parser = new PDFParse({
    data: Uint8Array.from(bytes),
    ...(password === undefined ? {} : { password }),
    ...fontFolders(),
    verbosity: VerbosityLevel.ERRORS - 1,
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    disableAutoFetch: true,
    disableStream: true,
    disableRange: true,
  }) as unknown as Parser
  const pdf = await orReadError(parser.load())
  if (pdf.numPages > MAX_PAGES) throw new ReadError('too-large')
  return { pdf, close: () => parser.destroy() }
}

async function importPdfParse() {
  // The legacy build replaces push by a version ten times slower, for a fault of engines that does not matter here.
  const { push } = Array.prototype
  await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs' as string)
  const library = await import('pdf-parse')
  Array.prototype.push = push
  return library
}

async function orReadError<T>(opening: Promise<T>): Promise<T> {
  try {
    return await opening
  } catch (error) {
    throw readErrorFrom(error as Error)
  }
}

function readErrorFrom(error: Error): ReadError {
  if (error.name === 'PasswordException') return new ReadError('password-required')
  if (/allocation failed|out of memory/i.test(error.message)) return new ReadError('too-large')
  return new ReadError('damaged')
}

function checkHeader(bytes: Uint8Array) {
  if (bytes.length === 0) throw new ReadError('empty')
  const head = Buffer.from(bytes.subarray(0, MAX_HEADER_OFFSET)).toString('latin1')
  if (!head.includes('%PDF-')) throw new ReadError('not-a-pdf')
  const rest = head.slice(head.indexOf('%PDF-') + 5, head.indexOf('%PDF-') + 300)
  if (/<(!doctype|html|head|body)/i.test(rest)) throw new ReadError('not-a-pdf')
}

function fontFolders() {
  const folder = path.dirname(require.resolve('pdfjs-dist/package.json'))
  return {
    standardFontDataUrl: path.join(folder, 'standard_fonts') + path.sep,
    cMapUrl: path.join(folder, 'cmaps') + path.sep,
    cMapPacked: true,
    wasmUrl: path.join(folder, 'wasm') + path.sep,
    iccUrl: path.join(folder, 'iccs') + path.sep,
  }
}
