import { createRequire } from 'node:module'
import path from 'node:path'
import { projectRoot } from '../../../../server/projectRoot'
import type { Reading } from '../../../../server/reader/reading'
import { pdfOf } from '../cached'
import { closeBrowser } from '../producers/chromium'
import { type Sample, samples } from '../samples'
import { type Judgement, judged } from './judge'
import { naiveReading } from './naive'
import { comparedWithPoppler, type Timed } from './speed'
import {
  calibrationTable,
  countExceptions,
  type ExceptionCounts,
  exceptionLine,
  fieldTable,
  houseTable,
  isWrong,
} from './tally'

// What is measured is what was built: a part of pdf.js is put beside the compiled files alone.
const built = createRequire(path.join(projectRoot, 'dist/server/reader/'))
const { readDocument } = built('./readDocument.js') as typeof import('../../../../server/reader/readDocument')
const { ReadError } = built('./pdf/readError.js') as typeof import('../../../../server/reader/pdf/readError')

interface Result {
  sample: Sample
  judgements: Judgement[]
  naive: Judgement[]
  exceptions: ExceptionCounts
  pages: number
  milliseconds: number
}

/**
 * Arguments: --mistakes lists them (of tuned houses only), --text leaves scans out, --own takes only papers with words of their own,
 * --houses adds figures for each house, any other word is looked for in the names of papers.
 */
export async function bench(options: string[]): Promise<void> {
  const words = options.filter((option) => !option.startsWith('--'))
  const chosen = samples.filter(
    ({ name, producer, own }) =>
      words.every((word) => name.includes(word)) &&
      !(options.includes('--text') && producer === 'scan') &&
      !(options.includes('--own') && !own),
  )
  await makeAll(chosen)
  const results: Result[] = []
  for (const sample of chosen) results.push(await measured(sample))
  print(
    'Tuned houses',
    results.filter(({ sample }) => !sample.heldOut),
  )
  print(
    'Held-out houses',
    results.filter(({ sample }) => sample.heldOut),
  )
  printSpeed(results)
  await printRatios(results)
  if (options.includes('--houses')) say(houseTable(results))
  if (options.includes('--mistakes')) printMistakes(results.filter(({ sample }) => !sample.heldOut))
}

async function makeAll(chosen: Sample[]): Promise<void> {
  for (const sample of chosen) await pdfOf(sample)
  await closeBrowser()
}

async function measured(sample: Sample): Promise<Result> {
  const pdf = await pdfOf(sample)
  const started = performance.now()
  const reading = await read(sample, pdf)
  const milliseconds = performance.now() - started
  const keywords = sample.producer === 'scan' || sample.house === 'broken' ? {} : await naiveReading(pdf)
  const known = Object.fromEntries(Object.entries(sample.expected).filter(([field]) => field in keywords))
  return {
    sample,
    judgements: judged(reading as never, sample.expected),
    naive: judged(keywords as never, known as never),
    exceptions: countExceptions(reading, sample.expected.exceptions),
    pages: reading.file?.pages ?? 0,
    milliseconds,
  }
}

async function read(sample: Sample, pdf: Buffer): Promise<Partial<Reading>> {
  try {
    return await readDocument(pdf)
  } catch (error) {
    const refused = refusal(error)
    if (refused) return refused
    process.stdout.write(`${sample.name}: ${(error as Error).stack}\n`)
    return {}
  }
}

/** A file that cannot be read is answered with the code of the error in the place of its kind. */
function refusal(error: unknown): Partial<Reading> | null {
  if (!(error instanceof ReadError)) return null
  return { document: { value: error.code as never, status: 'found', confidence: 1, evidence: [] } }
}

function print(title: string, results: Result[]): void {
  if (results.length === 0) return
  const judgements = results.flatMap((result) => result.judgements)
  say(`\n${title}: ${results.length} papers`)
  say(
    fieldTable(
      judgements,
      results.flatMap(({ naive }) => naive),
    ),
  )
  say(
    exceptionLine(
      results.filter(({ sample }) => sample.expected.exceptions).map(({ exceptions }) => exceptions),
    ),
  )
  say(calibrationTable(judgements))
}

function printSpeed(results: Result[]): void {
  for (const scan of [false, true]) {
    const kind = results.filter(({ sample }) => (sample.producer === 'scan') === scan)
    const pages = kind.reduce((sum, result) => sum + result.pages, 0)
    const seconds = kind.reduce((sum, result) => sum + result.milliseconds, 0) / 1000
    if (pages)
      say(
        `\n${scan ? 'scans' : 'with text'}: ${pages} pages in ${seconds.toFixed(1)} s, ${(pages / seconds).toFixed(1)} pages/s`,
      )
  }
  say(
    `peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, reader and yardstick in one process`,
  )
}

const LONGEST_COMPARED = 3

async function printRatios(results: Result[]): Promise<void> {
  const texts = results.filter(({ sample, pages }) => sample.producer !== 'scan' && pages > 0)
  const longest = texts.sort((one, other) => other.pages - one.pages).slice(0, LONGEST_COMPARED)
  const papers: Timed[] = []
  for (const { sample, pages } of longest) papers.push({ name: sample.name, pages, pdf: await pdfOf(sample) })
  for (const line of comparedWithPoppler(papers)) say(line)
}

function printMistakes(results: Result[]): void {
  for (const { sample, judgements } of results) {
    for (const one of judgements.filter(({ outcome }) => outcome !== 'right')) {
      const mark = isWrong(one) && one.confidence >= 0.85 ? '!!' : '  '
      say(
        `${mark} ${sample.name} | ${one.field} ${one.outcome} ${one.confidence} | ${brief(one.given)} | wanted ${brief(one.expected)}`,
      )
    }
  }
}

function brief(value: unknown): string {
  const words = JSON.stringify(value, (key, inner: unknown) =>
    ['evidence', 'text', 'response', 'criteria', 'page'].includes(key) ? undefined : inner,
  )
  return words.slice(0, 260)
}

function say(words: string): void {
  process.stdout.write(`${words}\n`)
}
