import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { projectRoot } from '../../../../server/projectRoot'

const RUNS = 3

export interface Timed {
  name: string
  pages: number
  pdf: Buffer
}

/**
 * The whole command against poppler's `pdftotext -layout` on the same files, start-up included, one after the other so that both meet the
 * same machine. Empty where poppler is not installed.
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
  let [theirs, ours] = [Infinity, Infinity]
  for (let run = 0; run < RUNS; run++) {
    theirs = Math.min(theirs, timeOf('pdftotext', ['-layout', file, '-']))
    ours = Math.min(ours, timeOf(path.join(projectRoot, 'scripts/read-document'), [file]))
  }
  return `${name}, ${pages} pages: ${Math.round(ours)} ms, pdftotext -layout ${Math.round(theirs)} ms, ${(ours / theirs).toFixed(1)} times`
}

function timeOf(command: string, args: string[]): number {
  const started = performance.now()
  spawnSync(command, args, { stdio: 'ignore' })
  return performance.now() - started
}
