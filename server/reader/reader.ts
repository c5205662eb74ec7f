import { runInCage } from './cage/cage'
import type { CageAnswer } from './cage/cage'
import { unpacked } from './cage/packing'
import type { PackedDoc } from './cage/packing'
import type { Boxes } from './cage/request'
import type { Doc } from './pages'
import { failureOf, ReadError } from './pdf/readError'
import type { Progress } from './pdf/progress'
import type { ReadFailure, Reading } from './reading'

export type * from './reading'
export type { Progress } from './pdf/progress'
export { ReadError } from './pdf/readError'
export { provisionTable, type ProvisionEntry } from './baa/provisionTable'

/** Rises with every change that can change a reading. */
export const READER_VERSION = 3

export interface CagedReadOptions {
  password?: string | undefined
  onProgress?: ((progress: Progress) => void) | undefined
  /** Told what a long scan says as far as it is read, maybe more than once; never what it does not say. */
  onFirstAnswers?: ((reading: Reading) => void) | undefined
  signal?: AbortSignal | undefined
}

export interface RenderOptions {
  /** Pixels. */
  width: number
  boxes?: Boxes | undefined
  password?: string | undefined
}

/** Reads a document in a process without secrets, network or files. Throws only for bugs and an aborted signal. */
export async function readInCage(
  bytes: Buffer,
  options: CagedReadOptions = {},
): Promise<Reading | ReadFailure> {
  const { onProgress, onFirstAnswers, signal } = options
  const onLine = onFirstAnswers && ((line: string) => onFirstAnswers(JSON.parse(line) as Reading))
  const telling = { onProgress, signal, onFirstAnswers: onLine }
  const answer = await runInCage({ mode: 'read', bytes, ...passwordOf(options) }, telling)
  return failureIn(answer) ?? (JSON.parse(answer.output.toString()) as Reading)
}

/** Only the pages with their words and tables. */
export async function readPagesInCage(
  bytes: Buffer,
  options: CagedReadOptions = {},
): Promise<Doc | ReadFailure> {
  const { onProgress, signal } = options
  const answer = await runInCage({ mode: 'pages', bytes, ...passwordOf(options) }, { onProgress, signal })
  return failureIn(answer) ?? unpacked(JSON.parse(answer.output.toString()) as PackedDoc)
}

/** One page as PNG, places of quotes marked. Throws ReadError. */
export async function renderPageInCage(bytes: Buffer, page: number, options: RenderOptions): Promise<Buffer> {
  const { width, boxes = [] } = options
  const answer = await runInCage({ mode: 'render', bytes, page, width, boxes, ...passwordOf(options) })
  const failure = failureIn(answer)
  if (failure) throw new ReadError(failure.error.code, failure.error.message)
  return answer.output
}

export function isFailure(answer: object): answer is ReadFailure {
  return 'error' in answer
}

function passwordOf({ password }: { password?: string | undefined }) {
  return password === undefined ? {} : { password }
}

function failureIn({ output, code, stopped, complaint }: CageAnswer): ReadFailure | null {
  if (stopped === 'aborted') throw new DOMException('Reading was stopped', 'AbortError')
  if (stopped && code !== 0) return failureOf(stopped)
  if (code === 2) return JSON.parse(output.toString()) as ReadFailure
  if (code !== 0) throw new Error(`The reader failed: ${complaint}`)
  return null
}
