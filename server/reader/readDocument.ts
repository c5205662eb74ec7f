import { createHash } from 'node:crypto'
import { readBaa } from './baa/baa'
import { pagesToSign } from './baa/handwriting'
import { aboutEmbedded } from './embedded'
import { inRounds } from './firstAnswers'
import { recognise } from './kinds/kinds'
import { makeOutline } from './outline'
import type { ReportOutline } from './outline'
import type { Doc } from './pages'
import { blackBoxesOn } from './pdf/blackBoxes'
import { lookAt } from './pdf/drawings'
import { inkOn } from './pdf/ink'
import { type OpenPdf, openPdf } from './pdf/openPdf'
import type { Progress } from './pdf/progress'
import { readOpenPages } from './pdf/readPages'
import type { FileFacts, Reading } from './reading'
import { cuecPages } from './soc2/cuecs/places'
import { readReport } from './soc2/fields'
import { dropCovered, keepVerified, quotedPages } from './verify'

export interface ReadOptions {
  password?: string
  onProgress?: (progress: Progress) => void
  /** Told, maybe more than once, what a long scan says as far as it is read; the answer of readDocument takes its place. */
  onFirstAnswers?: (reading: Reading) => void
}

/** The whole way from the bytes of a PDF to what it says. Throws ReadError. */
export async function readDocument(bytes: Uint8Array, options: ReadOptions = {}): Promise<Reading> {
  const file = await openPdf(bytes, options.password)
  try {
    const answers = (doc: Doc, outline: ReportOutline) => answersOf(file, bytes, doc, outline)
    const onRound = options.onFirstAnswers && inRounds(answers, options.onFirstAnswers)
    const doc = await readOpenPages(file, bytes, { ...options, ...(onRound ? { onRound } : {}) })
    options.onProgress?.({ page: doc.pages.length, pages: doc.pages.length, step: 'fields' })
    return await answers(doc, makeOutline(doc))
  } finally {
    await file.close()
  }
}

/** A signature by hand has no words. */
async function lookForInk(doc: Doc, file: OpenPdf): Promise<void> {
  for (const page of pagesToSign(doc)) {
    const ink = await file
      .drawing()
      .then((pdf) => inkOn(pdf, page))
      .catch(() => null)
    if (ink) page.ink = ink
  }
}

async function answersOf(
  file: OpenPdf,
  bytes: Uint8Array,
  doc: Doc,
  outline: ReportOutline,
): Promise<Reading> {
  const kind = recognise(doc, outline)
  if (kind.document.value === 'soc2') await lookAt(doc, file.pdf, cuecPages(doc, outline))
  const report = readReport(doc, outline, kind)
  if (kind.document.value === 'baa') await lookForInk(doc, file)
  const baa = kind.document.value === 'baa' ? readBaa(doc) : null
  const warnings = [...aboutEmbedded(bytes), ...kind.warnings, ...report.warnings, ...(baa?.warnings ?? [])]
  const reading: Reading = {
    schema: 1,
    file: { ...hashed(bytes), pages: doc.pages.length, encrypted: file.encrypted, text: textKind(doc) },
    document: kind.document,
    draft: kind.draft,
    complete: kind.complete,
    ...report.fields,
    ...(baa ? { provisions: baa.provisions, baa: baa.baa } : {}),
    warnings,
  }
  dropCovered(reading, await blackBoxesOn(file.pdf, quotedPages(reading)))
  return keepVerified(reading, doc)
}

function hashed(bytes: Uint8Array): Pick<FileFacts, 'sha256' | 'bytes'> {
  return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }
}

function textKind({ pages }: Doc): FileFacts['text'] {
  if (!pages.some((page) => page.scanned)) return 'text'
  return pages.some((page) => !page.scanned && page.text.length > 0) ? 'mixed' : 'scanned'
}
