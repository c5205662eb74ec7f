import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { TextItem } from 'pdfjs-dist/types/src/display/api'
import { converse } from './messages'
import type { Conversation } from './messages'
import { viewportOf } from './viewport'
import type { Viewport } from './viewport'
import type { WorkerHalf } from './workerHalf'

const VERSION = '5.4.296'
/** RenderingIntentFlag.DISPLAY + OPLIST. */
const TO_LOOK_AT = 258

/** A file as the worker half of pdf.js reads it; enough for text and for looking at what is drawn, not for drawing. */
export interface PdfDocument {
  numPages: number
  getPage(number: number): Promise<PdfPage>
  getOutline(): Promise<unknown>
  getDestination(name: string): Promise<unknown[] | null>
  /** From zero. */
  getPageIndex(ref: { num: number; gen: number }): Promise<number>
  getPermissions(): Promise<unknown>
  destroy(): Promise<void>
}

export interface TextPart {
  items: TextItem[]
  /** Those that come for the first time on this page, by the names that items give. */
  styles: Record<string, FontStyle>
}

/** A font that can't be loaded has none of these. */
export interface FontStyle {
  name?: string | undefined
  bold?: boolean | undefined
  black?: boolean | undefined
}

export interface OperatorList {
  fnArray: number[]
  argsArray: unknown[]
}

export interface PdfPage {
  /** The page's box in the file's own coordinates. */
  view: number[]
  viewport: Viewport
  /** In pieces as they come; what onPart throws ends the reading. */
  readText(onPart: (part: TextPart) => void): Promise<void>
  getOperatorList(): Promise<OperatorList>
  /** Of the operator list at least what tells of paths, transformations and forms; without text and pictures where that can be. */
  getDrawnPaths(): Promise<OperatorList>
}

interface PageInfo {
  rotate: number
  userUnit: number
  view: number[]
}

let opened = 0

/** Throws what pdf.js throws: PasswordException, InvalidPDFException and the like. */
export async function openDocument(
  half: WorkerHalf,
  data: Uint8Array,
  password: string | undefined,
): Promise<PdfDocument> {
  const answers = answering()
  const talk = converse(`d${opened++}`, answers.onAsked)
  talk.partner = half.open(
    {
      docId: `d${opened - 1}`,
      apiVersion: VERSION,
      data,
      password,
      disableAutoFetch: true,
      rangeChunkSize: 65536,
      length: data.length,
      docBaseUrl: null,
      enableXfa: false,
      evaluatorOptions: EVALUATOR,
    },
    talk.port,
  )
  talk.tell('Ready')
  const { numPages } = await answers.opened
  return documentOf(talk, numPages)
}

const FOLDER = path.dirname(require.resolve('pdfjs-dist/package.json'))

const EVALUATOR = {
  maxImageSize: -1,
  // Shapes of letters are only for drawing.
  disableFontFace: false,
  ignoreErrors: true,
  isEvalSupported: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  canvasMaxAreaInBytes: -1,
  fontExtraProperties: false,
  useSystemFonts: false,
  useWasm: true,
  useWorkerFetch: false,
  cMapUrl: path.join(FOLDER, 'cmaps') + path.sep,
  iccUrl: path.join(FOLDER, 'iccs') + path.sep,
  standardFontDataUrl: path.join(FOLDER, 'standard_fonts') + path.sep,
  wasmUrl: path.join(FOLDER, 'wasm') + path.sep,
}

function answering() {
  let onOpened: (info: { numPages: number }) => void
  let onRefused: (reason: unknown) => void
  const opened = new Promise<{ numPages: number }>((resolve, reject) => {
    onOpened = resolve
    onRefused = reject
  })
  return { opened, onAsked }

  function onAsked(action: string, data: unknown): unknown {
    if (action === 'GetDoc') onOpened((data as { pdfInfo: { numPages: number } }).pdfInfo)
    else if (action === 'DocException') onRefused(data)
    else if (action === 'PasswordRequest') throw data
    else if (action === 'FetchBinaryData') return fileFor(data as Wanted)
    return null
  }
}

interface Wanted {
  type: 'cMapReaderFactory' | 'standardFontDataFactory' | 'wasmFactory'
  name?: string
  filename?: string
}

function fileFor({ type, name, filename }: Wanted): unknown {
  if (!/^[\w-]+(?:\.\w+)?$/.test(name ?? filename ?? '')) throw new Error('There is no such file')
  if (type === 'cMapReaderFactory') {
    return { cMapData: bytesOf(`${EVALUATOR.cMapUrl}${name}.bcmap`), isCompressed: true }
  }
  return bytesOf(
    `${type === 'wasmFactory' ? EVALUATOR.wasmUrl : EVALUATOR.standardFontDataUrl}${filename ?? ''}`,
  )
}

function bytesOf(file: string): Uint8Array {
  return Uint8Array.from(readFileSync(file))
}

function documentOf(talk: Conversation, numPages: number): PdfDocument {
  const pages = new Map<number, Promise<PdfPage>>()
  return {
    numPages,
    getPage,
    getOutline: () => talk.ask('GetOutline', null),
    getDestination: (id) => talk.ask('GetDestination', { id }) as Promise<unknown[] | null>,
    getPageIndex,
    getPermissions: () => talk.ask('GetPermissions', null),
    // A page that was given up in the middle never ends by itself, so its end is not waited for.
    destroy: () => {
      talk.ask('Terminate', null).catch(() => undefined)
      return Promise.resolve()
    },
  }

  function getPage(number: number): Promise<PdfPage> {
    const page = pages.get(number) ?? loadPage(number)
    pages.set(number, page)
    return page
  }

  async function loadPage(number: number): Promise<PdfPage> {
    const info = (await talk.ask('GetPage', { pageIndex: number - 1 })) as PageInfo
    return pageOf(talk, number, info)
  }

  async function getPageIndex(ref: { num: number; gen: number }): Promise<number> {
    if (!Number.isInteger(ref?.num)) throw new Error('This is no reference to a page')
    return (await talk.ask('GetPageIndex', { num: ref.num, gen: ref.gen })) as number
  }
}

function pageOf(talk: Conversation, number: number, info: PageInfo): PdfPage {
  const pageIndex = number - 1
  return {
    view: info.view,
    viewport: viewportOf(info.view, info.userUnit, info.rotate),
    readText: (onPart) =>
      talk.pull(
        'GetTextContent',
        { pageIndex, includeMarkedContent: false, disableNormalization: false },
        onPart,
      ),
    getOperatorList,
    getDrawnPaths,
  }

  async function getDrawnPaths(): Promise<OperatorList> {
    return ((await talk.ask('GetDrawnPaths', { pageIndex })) as OperatorList | null) ?? getOperatorList()
  }

  async function getOperatorList(): Promise<OperatorList> {
    const fnArray: number[] = []
    const argsArray: unknown[] = []
    const request = {
      pageIndex,
      intent: TO_LOOK_AT,
      cacheKey: `${TO_LOOK_AT}__`,
      annotationStorage: null,
      modifiedIds: { ids: new Set(), hash: '' },
    }
    await talk.pull('GetOperatorList', request, (part: { fnArray: number[]; argsArray: unknown[] }) => {
      for (const fn of part.fnArray) fnArray.push(fn)
      for (const args of part.argsArray) argsArray.push(args)
    })
    return { fnArray, argsArray }
  }
}
