import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { parseArgs } from 'node:util'
import { fuzzPapers } from './fuzz/fuzzPapers'
import { mutations } from './fuzz/mutations'
import { leftOver, runMutation } from './fuzz/run'
import type { Run } from './fuzz/run'

const SIDE_BY_SIDE = 2
const SHOWN = 5

void main()

async function main() {
  const { values } = parseArgs({
    options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '1000' } },
  })
  const papers = await fuzzPapers()
  const before = new Set(readdirSync(tmpdir()))
  const runs = await runAll(papers, Number(values.seed), Number(values.count))
  const left = leftOver()
  print(runs, left)
  const files = readdirSync(tmpdir()).filter((name) => !before.has(name) && !/^bash_jobs/.test(name))
  say(
    `new in ${tmpdir()}, by whatever program: ${files.length}${files.length ? ` (${files.slice(0, SHOWN).join(', ')})` : ''}`,
  )
  process.exit(left > 0 || runs.some((run) => run.outcome === 'bug') ? 1 : 0)
}

async function runAll(papers: Buffer[], firstSeed: number, count: number): Promise<Run[]> {
  const names = Object.keys(mutations)
  const runs: Run[] = []
  let next = 0
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work))
  return runs

  async function work() {
    while (next < count) {
      const seed = firstSeed + next++
      const paper = papers[Math.floor(seed / names.length) % papers.length]!
      runs.push(await runMutation(paper, names[seed % names.length]!, seed))
      if (runs.length % 100 === 0) process.stderr.write(`${runs.length} of ${count}\n`)
    }
  }
}

function print(runs: Run[], left: number) {
  const outcomes = [...new Set(runs.map((run) => run.outcome))].sort()
  for (const outcome of outcomes) {
    say(`${outcome.padEnd(20)} ${runs.filter((run) => run.outcome === outcome).length}`)
  }
  say(`processes left       ${left}`)
  show(
    'slowest',
    [...runs].sort((one, other) => other.seconds - one.seconds),
  )
  show(
    'largest',
    [...runs].sort((one, other) => other.megabytes - one.megabytes),
  )
  const bugs = runs.filter((run) => run.outcome === 'bug')
  if (bugs.length) show('bugs', bugs)
}

function show(title: string, runs: Run[]) {
  say(`${title}:`)
  for (const run of runs.slice(0, SHOWN)) {
    const { seed, mutation, outcome, seconds, megabytes, complaint } = run
    say(`  seed ${seed}, ${mutation}: ${outcome}, ${seconds.toFixed(1)} s, ${megabytes} MB`)
    if (outcome === 'bug') say(`    ${complaint.slice(0, 600)}`)
  }
}

function say(line: string) {
  process.stdout.write(`${line}\n`)
}
