import { availableParallelism } from 'node:os'
import path from 'node:path'
import type { Canvas } from '@napi-rs/canvas'
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api'
import type { Worker } from 'tesseract.js'
import type { Glyphs } from './marks'
import { netpbmOf } from './netpbm'
import { pageFromWords } from './ocrWords'
import { isOnItsSide, straightened } from './deskew'
import { evenLight } from './evenLight'
import { withoutRules } from './unruled'
import { drawPage } from './render'

const DOTS_PER_INCH = 200
const MOST_WORKERS = 4
const SURE_ENOUGH = 0.6
const LONGEST_IN_MS = 90 * 60_000

export interface SeenPage {
  glyphs: Glyphs
  /** 0 to 1. */
  certainty: number
  /** Most of its words stand upright like a ladder: the recogniser reads them one by one, in any order. */
  onItsSide: boolean
}

type OnPage = (number: number, page: SeenPage | null) => void | Promise<void>

export interface Recogniser {
  /** Takes pages from the front of the queue, which may be put in another order meanwhile; they come as they get done. */
  see(queue: number[], onPage: OnPage): Promise<void>
  close(): Promise<void>
}

/** Reads page images, offline, with as many workers as there are processors. onWork tells that work goes on within a page. */
export function recogniserFor(pdf: PDFDocumentProxy, onWork: () => void = () => undefined): Recogniser {
  const workers: Worker[] = []
  const until = Date.now() + LONGEST_IN_MS
  // Which of the two ways pages of each kind lie in this file.
  const usual = { upright: 0, onItsSide: 90 }
  let lastDrawn: Promise<unknown> = Promise.resolve()
  return { see, close }

  async function see(queue: number[], onPage: OnPage) {
    const wanted = Math.min(queue.length, availableParallelism(), MOST_WORKERS)
    while (workers.length < wanted) workers.push(await startWorker(onWork))
    await Promise.all(workers.slice(0, Math.max(1, wanted)).map((worker) => work(worker, queue, onPage)))
  }

  async function work(worker: Worker, queue: number[], onPage: OnPage) {
    for (let number = queue.shift(); number !== undefined; number = queue.shift()) {
      await onPage(number, Date.now() > until ? null : await seePage(worker, number))
    }
  }

  /** A page that makes no sense may lie on its head, or after all on its side. */
  async function seePage(worker: Worker, number: number): Promise<SeenPage> {
    const drawn = await draw(number, 0)
    const kind = (await isOnItsSide(drawn.canvas)) ? 'onItsSide' : 'upright'
    const first = usual[kind]
    let best = await recognise(worker, first === 0 ? drawn : await draw(number, first), first)
    if (isGood(best) || isBlank(best)) return best
    const steps = best.onItsSide ? [270, 90, 180] : [180, 90, 270]
    for (const way of steps.map((step) => (first + step) % 360)) {
      const page = await recognise(worker, await draw(number, way), way)
      if (isBetter(page, best)) best = page
      if (isGood(best)) break
    }
    const { turned } = best.glyphs
    if (best.certainty >= SURE_ENOUGH && (turned - first) % 180 === 0) usual[kind] = turned
    return best
  }

  /** One page after the other: a picture of 600 dots per inch holds a quarter of a gigabyte while it is drawn. */
  async function draw(number: number, way: number): Promise<Drawn> {
    const drawn = lastDrawn.then(() => drawNow(number, way))
    lastDrawn = drawn.catch(() => undefined)
    return drawn
  }

  async function drawNow(number: number, way: number): Promise<Drawn> {
    const page = await pdf.getPage(number)
    const canvas = evenLight(await drawPage(page, DOTS_PER_INCH / 72, way))
    const { width } = page.getViewport({ scale: 1, rotation: (page.rotate + way) % 360 })
    page.cleanup()
    return { canvas, scale: width / canvas.width }
  }

  async function recognise(worker: Worker, { canvas: drawn, scale }: Drawn, way: number): Promise<SeenPage> {
    const { canvas, angle } = await straightened(drawn)
    const image = netpbmOf(withoutRules(canvas))
    const { data } = await worker.recognize(image, {}, { text: false, blocks: true })
    return pageFromWords(data, { canvas, scale, turned: way as Glyphs['turned'], angle })
  }

  async function close() {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

interface Drawn {
  canvas: Canvas
  /** Points per pixel. */
  scale: number
}

function isGood(page: SeenPage): boolean {
  return page.certainty >= SURE_ENOUGH && !page.onItsSide
}

function isBetter(page: SeenPage, best: SeenPage): boolean {
  if (page.onItsSide !== best.onItsSide) return best.onItsSide && page.certainty > 0.5
  return page.certainty > best.certainty + 0.1
}

function isBlank(page: SeenPage): boolean {
  return page.glyphs.marks.length === 0
}

async function startWorker(onWork: () => void): Promise<Worker> {
  const { createWorker, OEM, PSM } = await import('tesseract.js')
  const language = path.dirname(require.resolve('@tesseract.js-data/eng/package.json'))
  const worker = await createWorker('eng', OEM.LSTM_ONLY, {
    langPath: path.join(language, '4.0.0_best_int'),
    cacheMethod: 'none',
    gzip: true,
    errorHandler: () => undefined,
    logger: onWork,
  })
  await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO, user_defined_dpi: String(DOTS_PER_INCH) })
  return worker
}
