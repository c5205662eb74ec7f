import type { Browser } from 'playwright-core'
import { isFailure, readInCage } from '../../server/reader/reader'
import { type Layout, page } from './support/layouts/layout'
import { printedLayouts } from './support/layouts/printedLayouts'
import { scoreOf } from './support/layouts/score'
import { tell } from './support/layouts/told'
import { openBrowser, printed } from './support/testsHarness'

jest.setTimeout(120_000)

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test.each(printedLayouts.map((layout): [string, Layout] => [layout.name, layout]))(
  'tests set out as: %s',
  async (name, layout) => {
    const told = tell(layout.voice).filter(({ truth }) => !(layout.leaveIdle && truth === 'idle'))
    const reading = await readInCage(Buffer.from(await printed(browser, page(layout, told, 'Section IV'))))
    if (isFailure(reading)) throw new Error(reading.error.code)
    const score = scoreOf(layout, told, reading)
    expect(score).toMatchObject({ found: score.expected, missed: [], invented: [], numbers: [] })
    expect(score.responses).toEqual([])
    expect(score.idle[1]).toBe(score.idle[0])
    expect(Math.abs(score.controls[0] - score.controls[1]!)).toBeLessThanOrEqual(1)
  },
)
