import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Progress } from '../pdf/progress'
import type { ReadErrorCode } from '../reading'
import { cagedCommand, FOR_OCR, FOR_TEXT, raiseLimits } from './limits'
import { framed } from './request'
import type { CagedRequest } from './request'

const MOST_AT_ONCE = 2
const LOOK_EVERY_MS = 50
const LONGEST_COMPLAINT = 4000

export interface CageOptions {
  onProgress?: ((progress: Progress) => void) | undefined
  /** Told each line that the program prints before its last one. */
  onFirstAnswers?: ((line: string) => void) | undefined
  signal?: AbortSignal | undefined
}

/** What the caged program printed, or why it had to be stopped. */
export interface CageAnswer {
  output: Buffer
  /** 0 or 2 as in the contract of the program; null when it was stopped. */
  code: number | null
  stopped: ReadErrorCode | 'aborted' | null
  complaint: string
  /** The most memory it was seen to hold. */
  peakInMegabytes: number
}

let running = 0
const waiting: (() => void)[] = []

/** Runs one request in a process of its own; at most two at once, the others wait their turn. */
export async function runInCage(request: CagedRequest, options: CageOptions = {}): Promise<CageAnswer> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
  try {
    options.signal?.throwIfAborted()
    return await runNow(request, options)
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

function runNow(request: CagedRequest, options: CageOptions): Promise<CageAnswer> {
  const [command, args] = cagedCommand(programPath())
  const child = spawn(command, args, { cwd: '/', env: {}, detached: true, stdio: ['pipe', 'pipe', 'pipe'] })
  const { onFirstAnswers } = options
  let output: Buffer[] = []
  const guard = guarded(child, options)
  child.stdout.on('data', (chunk: Buffer) => {
    output.push(chunk)
    if (onFirstAnswers && chunk.includes('\n')) output = [afterLines(Buffer.concat(output), onFirstAnswers)]
  })
  child.stderr.on('data', (chunk: Buffer) => guard.heard(chunk.toString()))
  // A child that died early closes its end of the pipe; its exit code tells the rest.
  child.stdin.on('error', () => undefined)
  // The pipe stays open afterwards, so that its end tells the child that this process is gone.
  child.stdin.write(framed({ ...request, progress: true, firstAnswers: onFirstAnswers !== undefined }))
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      guard.end()
      reject(error)
    })
    child.once('close', (code, signal) => {
      guard.end()
      resolve({ output: Buffer.concat(output), code, ...guard.verdict(signal) })
    })
  })
}

function afterLines(output: Buffer, onLine: (line: string) => void): Buffer {
  const end = output.lastIndexOf('\n')
  for (const line of output.subarray(0, end).toString().split('\n')) onLine(line)
  return output.subarray(end + 1)
}

function guarded(child: ChildProcess, options: CageOptions) {
  let limits = FOR_TEXT
  let stopped: CageAnswer['stopped'] = null
  let complaint = ''
  let unfinished = ''
  const begun = Date.now()
  let heardAt = begun
  let peakInMegabytes = 0
  const timer = setInterval(look, LOOK_EVERY_MS)
  options.signal?.addEventListener('abort', abort)
  return { heard, end, verdict }

  function look() {
    const now = Date.now()
    peakInMegabytes = Math.max(peakInMegabytes, memoryOf(child.pid))
    if (peakInMegabytes > limits.memoryInMegabytes) stop('too-large')
    else if (now - heardAt > limits.silenceInSeconds * 1000) stop('timed-out')
    else if (now - begun > limits.allInSeconds * 1000) stop('timed-out')
  }

  function abort() {
    stop('aborted')
  }

  function stop(reason: NonNullable<CageAnswer['stopped']>) {
    stopped ??= reason
    killGroup(child)
  }

  function heard(text: string) {
    const lines = (unfinished + text).split('\n')
    unfinished = lines.pop()!.slice(0, LONGEST_COMPLAINT)
    for (const line of lines) {
      const progress = progressIn(line)
      if (!progress) complaint = (complaint + line + '\n').slice(-LONGEST_COMPLAINT)
      else onProgress(progress)
    }
  }

  function onProgress(progress: Progress) {
    heardAt = Date.now()
    if (progress.step === 'ocr' && limits !== FOR_OCR) {
      limits = FOR_OCR
      if (child.pid) raiseLimits(child.pid)
    }
    options.onProgress?.(progress)
  }

  function end() {
    clearInterval(timer)
    options.signal?.removeEventListener('abort', abort)
    killGroup(child)
  }

  function verdict(signal: NodeJS.Signals | null): Omit<CageAnswer, 'output' | 'code'> {
    complaint += unfinished
    if (!stopped && signal === 'SIGXCPU') stopped = 'timed-out'
    if (!stopped && signal === 'SIGKILL') stopped = 'timed-out'
    if (!stopped && isOutOfMemory(complaint, signal)) stopped = 'too-large'
    return { stopped, complaint, peakInMegabytes }
  }
}

function progressIn(line: string): Progress | null {
  if (!line.startsWith('{"page"')) return null
  try {
    return JSON.parse(line) as Progress
  } catch {
    return null
  }
}

function isOutOfMemory(complaint: string, signal: NodeJS.Signals | null): boolean {
  const said = /out of memory|allocation failed|bad_alloc|Cannot allocate/i.test(complaint)
  return said || signal === 'SIGABRT' || signal === 'SIGTRAP' || signal === 'SIGSEGV'
}

function killGroup(child: ChildProcess) {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}

function memoryOf(pid: number | undefined): number {
  try {
    const match = /^VmRSS:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return match ? Number(match[1]) / 1024 : 0
  } catch {
    return 0
  }
}

function programPath(): string {
  let folder = __dirname
  while (!existsSync(path.join(folder, 'package.json'))) {
    if (path.dirname(folder) === folder) throw new Error('The root of the project is not above the reader')
    folder = path.dirname(folder)
  }
  const program = path.join(folder, 'dist/server/reader/program.js')
  if (!existsSync(program)) throw new Error('The reader is not built yet: run scripts/run or `npm run build`')
  return program
}
