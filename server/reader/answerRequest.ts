import { readFileSync } from 'node:fs'
import { readRequest, stopWithParent } from './cage/request'
import type { CagedRequest } from './cage/request'
import { packed } from './cage/packing'
import { failureOf, ReadError } from './pdf/readError'
import { readPages } from './pdf/readPages'
import { renderPage } from './pdf/render'
import { readDocument } from './readDocument'

// The caged program: a request and the bytes on standard input, or `read FILE`; the answer on standard output, progress on standard error.
// pdf.js leaves promises about broken objects to nobody; the ones that are waited for tell the same.
process.on('unhandledRejection', () => undefined)
void main()

async function main() {
  try {
    const request = await requestOf(process.argv.slice(2))
    process.exitCode = await answer(request)
  } catch (error) {
    process.stderr.write(`${JSON.stringify({ bug: String((error as Error)?.stack ?? error) })}\n`)
    process.exitCode = 1
  }
  process.stdout.write('', () => process.exit())
}

async function requestOf([mode, file, ...flags]: string[]): Promise<CagedRequest> {
  if (mode === undefined) {
    const request = await readRequest(process.stdin)
    stopWithParent(process.stdin)
    return request
  }
  if (mode !== 'read' || !file) throw new Error('Usage: program read FILE [--progress]')
  return { mode, progress: flags.includes('--progress'), bytes: readFileSync(file) }
}

async function answer(request: CagedRequest): Promise<number> {
  try {
    process.stdout.write(await run(request))
    return 0
  } catch (error) {
    const failure = asReadError(error)
    if (!failure) throw error
    process.stdout.write(JSON.stringify(failureOf(failure.code, failure.message)))
    return 2
  }
}

async function run(request: CagedRequest): Promise<string | Buffer> {
  if (request.mode === 'render') {
    return renderPage(request.bytes, request.page ?? 1, request)
  }
  const options = {
    ...(request.password === undefined ? {} : { password: request.password }),
    ...progressOf(request),
  }
  if (request.mode === 'pages') {
    return JSON.stringify(packed(await readPages(request.bytes, options)))
  }
  return JSON.stringify(await readDocument(request.bytes, { ...options, ...firstAnswersOf(request) }))
}

function firstAnswersOf(request: CagedRequest) {
  if (!request.firstAnswers) return {}
  return { onFirstAnswers: (reading: object) => process.stdout.write(`${JSON.stringify(reading)}\n`) }
}

function progressOf(request: CagedRequest) {
  if (!request.progress) return {}
  return { onProgress: (progress: object) => process.stderr.write(`${JSON.stringify(progress)}\n`) }
}

function asReadError(error: unknown): ReadError | null {
  if (error instanceof ReadError) return error
  const isMemory = /allocation failed|out of memory|Invalid (typed )?array length|Invalid string length/i
  return isMemory.test(String((error as Error)?.message)) ? new ReadError('too-large') : null
}
