import { availableParallelism } from 'node:os'
import path from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api'
import type { Worker } from 'tesseract.js'
import type { Glyphs } from './marks'
import { netpbmOf } from './netpbm'
import { pageFromWords } from './ocrWords'
import { straightened } from './deskew'
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
}

export interface Recogniser {
  /** Pages come in the order given, as they get done. */
  see(numbers: number[], onPage: (number: number, page: SeenPage | null) => void): Promise<void>
  close(): Promise<void>
}

/** Reads page images, offline, with as many workers as there are processors. */
export function recogniserFor(pdf: PDFDocumentProxy): Recogniser {
  const workers: Worker[] = []
  const until = Date.now() + LONGEST_IN_MS
  let turned = 0
  return { see, close }

  async function see(numbers: number[], onPage: (number: number, page: SeenPage | null) => void) {
    const queue = [...numbers]
    const wanted = Math.min(queue.length, availableParallelism(), MOST_WORKERS)
    while (workers.length < wanted) workers.push(await startWorker())
    await Promise.all(workers.slice(0, Math.max(1, wanted)).map((worker) => work(worker, queue, onPage)))
  }

  async function work(
    worker: Worker,
    queue: number[],
    onPage: (number: number, page: SeenPage | null) => void,
  ) {
    for (let number = queue.shift(); number !== undefined; number = queue.shift()) {
      onPage(number, Date.now() > until ? null : await seePage(worker, number))
    }
  }

  /** A page that makes no sense may lie on its side or its head. */
  async function seePage(worker: Worker, number: number): Promise<SeenPage> {
    let best = await seeTurned(worker, number, turned)
    if (best.certainty >= SURE_ENOUGH || isBlank(best)) return best
    for (const way of [90, 270, 180].map((step) => (turned + step) % 360)) {
      const page = await seeTurned(worker, number, way)
      if (page.certainty > best.certainty + 0.1) best = page
      if (best.certainty >= SURE_ENOUGH) break
    }
    if (best.certainty >= SURE_ENOUGH) turned = best.glyphs.turned
    return best
  }

  async function seeTurned(worker: Worker, number: number, way: number): Promise<SeenPage> {
    const page = await pdf.getPage(number)
    const drawn = await drawPage(page, DOTS_PER_INCH / 72, way)
    const { width } = page.getViewport({ scale: 1, rotation: (page.rotate + way) % 360 })
    page.cleanup()
    const { canvas, angle } = await straightened(evenLight(drawn))
    const image = netpbmOf(withoutRules(canvas))
    const { data } = await worker.recognize(image, {}, { text: false, blocks: true })
    const scale = width / canvas.width
    const turnedBy = way as Glyphs['turned']
    return pageFromWords(data, { width: canvas.width, height: canvas.height, scale, turned: turnedBy, angle })
  }

  async function close() {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

function isBlank(page: SeenPage): boolean {
  return page.glyphs.marks.length === 0
}

async function startWorker(): Promise<Worker> {
  const { createWorker, OEM, PSM } = await import('tesseract.js')
  const language = path.dirname(require.resolve('@tesseract.js-data/eng/package.json'))
  const worker = await createWorker('eng', OEM.LSTM_ONLY, {
    langPath: path.join(language, '4.0.0_best_int'),
    cacheMethod: 'none',
    gzip: true,
    errorHandler: () => undefined,
  })
  await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO, user_defined_dpi: String(DOTS_PER_INCH) })
  return worker
}
