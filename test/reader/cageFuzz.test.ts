import { shortPapers } from '../../scripts/fuzz/fuzzPapers'
import { mutations } from '../../scripts/fuzz/mutations'
import { leftOver, runMutation } from '../../scripts/fuzz/run'
import type { Run } from '../../scripts/fuzz/run'

jest.setTimeout(90_000)

test('spoilt files end with an answer or a clear error, each within its limits', async () => {
  const papers = await shortPapers()
  const names = Object.keys(mutations)
  const runs: Run[] = []
  await Promise.all([0, 1].map(work))
  expect(runs).toHaveLength(names.length)
  expect(runs.filter((run) => run.outcome === 'bug' || run.seconds > 60 || run.megabytes > 800)).toEqual([])
  expect(runs.filter((run) => run.outcome === 'read').length).toBeGreaterThan(5)
  expect(leftOver()).toBe(0)

  async function work(side: number) {
    for (let seed = side; seed < names.length; seed += 2)
      runs.push(await runMutation(papers[seed % papers.length]!, names[seed]!, seed))
  }
})
