import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { projectRoot } from '../../../server/projectRoot'
import type { Sample } from './sample'

const folder = path.join(os.tmpdir(), `countersign-papers-${generatorHash()}`)

/** The sample's PDF, made once for each state of the programs that make it. */
export async function pdfOf(sample: Sample): Promise<Buffer> {
  const file = path.join(folder, `${sample.name.replace(/\W+/g, '-')}.pdf`)
  if (fs.existsSync(file)) return fs.readFileSync(file)
  const pdf = await sample.make()
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(`${file}.${process.pid}`, pdf)
  fs.renameSync(`${file}.${process.pid}`, file)
  return pdf
}

function generatorHash(): string {
  const hash = createHash('sha256')
  for (const root of ['scripts/papers', 'test/support/papers']) {
    for (const file of sourcesIn(path.join(projectRoot, root))) hash.update(fs.readFileSync(file))
  }
  return hash.digest('hex').slice(0, 16)
}

function sourcesIn(root: string): string[] {
  const entries = fs.readdirSync(root, { recursive: true }) as string[]
  const files = entries.filter((entry) => entry.endsWith('.ts') && !entry.includes('bench'))
  return files.sort().map((entry) => path.join(root, entry))
}
