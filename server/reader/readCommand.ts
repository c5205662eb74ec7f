import { readFileSync } from 'node:fs'
import { asPage } from './asPage'
import { isFailure, readInCage } from './reader'

const USAGE =
  'Usage: scripts/read-document [--text] [--progress] [--first-answers] FILE.pdf (a password goes into READ_PASSWORD)\n'

void main(process.argv.slice(2))

async function main(args: string[]) {
  try {
    process.exitCode = await readFile(args)
  } catch (error) {
    process.stderr.write(`${String((error as Error)?.stack ?? error)}\n`)
    process.exitCode = 1
  }
}

async function readFile(args: string[]): Promise<number> {
  const file = args.find((arg) => !arg.startsWith('--'))
  if (!file) return complain('', USAGE)
  const bytes = bytesOf(file)
  if (!bytes) return complain('', `${file} cannot be opened: check the path.\n`)
  const reading = await readInCage(bytes, {
    password: process.env.READ_PASSWORD,
    ...(args.includes('--progress') ? { onProgress: tell } : {}),
    ...(args.includes('--first-answers') ? { onFirstAnswers: tell } : {}),
  })
  if (isFailure(reading)) return complain(`${JSON.stringify(reading)}\n`, `${reading.error.message}\n`)
  process.stdout.write(args.includes('--text') ? asPage(reading) : `${JSON.stringify(reading, null, 2)}\n`)
  return 0
}

function bytesOf(file: string): Buffer | null {
  try {
    return readFileSync(file)
  } catch {
    return null
  }
}

function tell(progress: object) {
  process.stderr.write(`${JSON.stringify(progress)}\n`)
}

function complain(output: string, sentence: string): number {
  process.stdout.write(output)
  process.stderr.write(sentence)
  return 2
}
