import type { PdfDocument } from './engine/document'
import type { OpenPdf } from './openPdf'
import type { Progress } from './progress'
import { looksOf } from './looks'
import type { Looks } from './looks'
import type { Glyphs } from './marks'
import { recogniserFor } from './ocr'
import type { Recogniser, SeenPage } from './ocr'
import { hasLittleText, isGarbage, sharedWords } from './unreadable'

const FIRST_PAGES = 12
const LAST_PAGES = 2
/** So few are read at once. */
const FEW_PAGES = 8
const FIRST_ROUND = 6
const MOST_PAGES_LOOKED_AT = 40
const MANY_PATHS = 150
const AGREEMENT = 0.55
const WORK_TOLD_EVERY_MS = 2000

/** What became of the pages that are images: seen by OCR, or trusted as they are. */
export interface Scans {
  /** By page number; null when it could not be read. */
  seen: Map<number, SeenPage | null>
  /** Page images whose hidden text layer agrees with what is to be seen. */
  layered: Set<number>
  /** To be read, and not read yet. */
  waiting: Set<number>
}

/** Told when the pages wanted last are read; answers which of those that wait are wanted next, none when all are alike. */
export type OnRound = (scans: Scans) => Promise<number[]>

interface Telling {
  onProgress?: ((progress: Progress) => void) | undefined
  onRound?: OnRound | undefined
}

/** Finds the pages whose text cannot be had from the file, and reads their images. */
export async function readScans(
  open: OpenPdf,
  bytes: Uint8Array,
  pages: Glyphs[],
  { onProgress, onRound }: Telling = {},
): Promise<Scans> {
  const scans: Scans = { seen: new Map(), layered: new Set(), waiting: new Set() }
  const { blind, layered } = await sortPages(open.pdf, bytes, pages)
  if (blind.length + layered.length === 0) return scans
  let all = blind.length
  const tell = () =>
    onProgress?.({ page: scans.seen.size, pages: Math.max(all, scans.seen.size), step: 'ocr' })
  tell()
  const recogniser = recogniserFor(await open.drawing(), atMostEvery(WORK_TOLD_EVERY_MS, tell))
  try {
    blind.push(...(await mistrusted(recogniser, layered, pages, scans)))
    all = blind.length
    scans.waiting = new Set(blind.filter((number) => !scans.seen.has(number)))
    await seeInRounds(recogniser, scans, pages.length, { tell, onRound })
  } finally {
    await recogniser.close()
  }
  for (const number of layered) if (!scans.seen.has(number)) scans.layered.add(number)
  return scans
}

/** The others are read on while it is worked out what the wanted ones say. */
async function seeInRounds(
  recogniser: Recogniser,
  scans: Scans,
  pages: number,
  { tell, onRound }: { tell: () => void; onRound: OnRound | undefined },
) {
  const queue = inOrder([...scans.waiting], pages)
  let wanted = queue.length > FEW_PAGES && onRound ? queue.slice(0, FIRST_ROUND) : []
  await recogniser.see(queue, async (number, page) => {
    scans.seen.set(number, page)
    scans.waiting.delete(number)
    tell()
    if (wanted.length === 0 || wanted.some((one) => scans.waiting.has(one))) return
    wanted = []
    wanted = await nextRound(scans, onRound!)
    queue.sort((one, other) => Number(wanted.includes(other)) - Number(wanted.includes(one)))
  })
}

async function nextRound(scans: Scans, onRound: OnRound): Promise<number[]> {
  while (scans.waiting.size > 0) {
    const wanted = await onRound(scans)
    const left = wanted.filter((number) => scans.waiting.has(number))
    if (wanted.length === 0 || left.length > 0) return left
  }
  return []
}

function atMostEvery(milliseconds: number, tell: () => void): () => void {
  let last = Date.now()
  return () => {
    if (Date.now() - last < milliseconds) return
    last = Date.now()
    tell()
  }
}

async function sortPages(pdf: PdfDocument, bytes: Uint8Array, pages: Glyphs[]) {
  const blind: number[] = []
  const layered: number[] = []
  const images = imagesIn(bytes)
  let looked = 0
  for (const [index, glyphs] of pages.entries()) {
    const number = index + 1
    const little = hasLittleText(glyphs.marks)
    const sampled = images > 0 && looked < FIRST_PAGES
    const likely = layered.length > 0 && images > looked && looked < MOST_PAGES_LOOKED_AT
    if (isGarbage(glyphs.marks)) blind.push(number)
    else if (little || sampled || likely) {
      looked++
      const looks = await looksAt(pdf, number)
      if (little && needsEyes(looks, glyphs)) blind.push(number)
      else if (!little && looks.hiddenText && looks.imageShare > 0.6) layered.push(number)
    }
  }
  return { blind, layered }
}

function needsEyes(looks: Looks, glyphs: Glyphs): boolean {
  if (looks.imageShare > 0.3) return true
  return glyphs.marks.length === 0
    ? looks.paths > MANY_PATHS || looks.imageShare > 0.05
    : looks.paths > MANY_PATHS * 4
}

async function looksAt(pdf: PdfDocument, number: number): Promise<Looks> {
  try {
    return await looksOf(await pdf.getPage(number))
  } catch {
    return { imageShare: 0, hiddenText: false, paths: 0 }
  }
}

/** Image dictionaries are never inside compressed objects, so the plain bytes show whether there are any, and roughly how many. */
function imagesIn(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let count = 0
  let some = false
  for (let at = file.indexOf('/Image'); at >= 0; at = file.indexOf('/Image', at + 6)) {
    count++
    // /ImageB, /ImageC and /ImageI stand in lists of what a page may hold, whether it does or not.
    some ||= !/[BCI]/.test(String.fromCharCode(file[at + 6] ?? 0))
  }
  return some ? count : 0
}

/** Two hidden text layers are checked against the image; when one disagrees all are read anew. */
async function mistrusted(
  recogniser: Recogniser,
  layered: number[],
  pages: Glyphs[],
  scans: Scans,
): Promise<number[]> {
  const samples = [layered[0], layered[layered.length >> 1]].filter((number) => number !== undefined)
  if (samples.length === 0) return []
  let disagree = false
  await recogniser.see([...new Set(samples)], (number, page) => {
    if (!page || page.certainty < 0.7) return
    if (sharedWords(page.glyphs.marks, pages[number - 1]!.marks) < AGREEMENT) disagree = true
    if (disagree) scans.seen.set(number, page)
  })
  return disagree ? layered : []
}

function inOrder(numbers: number[], pages: number): number[] {
  const isFirst = (number: number) => number <= FIRST_PAGES || number > pages - LAST_PAGES
  const sorted = [...numbers].sort((one, other) => one - other)
  return [...sorted.filter(isFirst), ...sorted.filter((number) => !isFirst(number))]
}
