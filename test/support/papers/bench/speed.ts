import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { projectRoot } from '../../../../server/projectRoot'

const RUNS = 5

export interface Timed {
  name: string
  pages: number
  pdf: Buffer
}

/**
 * The whole command against poppler's `pdftotext -layout` on the same files, start-up included, one after the other so that both meet the
 * same machine; the middle of five runs. Empty where poppler is not installed.
 */
export function comparedWithPoppler(papers: Timed[]): string[] {
  if (spawnSync('pdftotext', ['-v']).error) return ['no pdftotext here to compare with']
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-speed-'))
  try {
    return papers.map((paper) => compared(paper, folder))
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}

function compared({ name, pages, pdf }: Timed, folder: string): string {
  const file = path.join(folder, 'paper.pdf')
  fs.writeFileSync(file, pdf)
  const theirs: number[] = []
  const ours: number[] = []
  for (let run = 0; run < RUNS; run++) {
    theirs.push(timeOf('pdftotext', ['-layout', file, '-']))
    ours.push(timeOf(path.join(projectRoot, 'scripts/read-document'), [file]))
  }
  const times = ours.map((time, run) => time / theirs[run]!)
  return `${name}, ${pages} pages: ${Math.round(middle(ours))} ms, pdftotext -layout ${Math.round(middle(theirs))} ms, ${middle(times).toFixed(1)} times`
}

function middle(numbers: number[]): number {
  return numbers.sort((one, other) => one - other)[numbers.length >> 1]!
}

function timeOf(command: string, args: string[]): number {
  const started = performance.now()
  spawnSync(command, args, { stdio: 'ignore' })
  return performance.now() - started
}
