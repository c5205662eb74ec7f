import chromium from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'
import type { Doc, Outline } from '../../../server/reader/pages'
import { nothing } from '../../../server/reader/pages'
import { isFailure, readPagesInCage } from '../../../server/reader/reader'
import { type Head, readTests, type TestsAnswer } from '../../../server/reader/soc2/tests/tests'
import type { Told } from './testsPapers'

export async function openBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu'],
  })
}

export async function printed(browser: Browser, html: string): Promise<Uint8Array> {
  const page = await browser.newPage()
  try {
    await page.setContent(html)
    return await page.pdf({
      preferCSSPageSize: true,
      displayHeaderFooter: true,
      headerTemplate:
        '<div style="font-size:7px;margin-left:60px">Larkmoor Systems, Inc. | SOC 2 Type 2 Report</div>',
      footerTemplate:
        '<div style="font-size:7px;margin-left:60px">Confidential <span class="pageNumber"></span></div>',
    })
  } finally {
    await page.close()
  }
}

export const HEAD: Head = {
  reportType: { value: 'type-2', status: 'found', confidence: 0.9, evidence: [] },
  opinion: nothing('not-stated'),
  affectedCriteria: nothing('not-stated'),
}

/** Every page belongs to the tests, but for those after the heading of Section V. */
export function testsOutline(doc: Doc): Outline {
  const five = doc.pages.find((page) => /^section v\b/i.test(page.text.trim()))?.number ?? Infinity
  const sectionOf = (page: number) => (page >= five ? 'other' : 'tests') as 'other' | 'tests'
  return {
    sectionOf,
    pagesOf: (section) => doc.pages.filter((page) => sectionOf(page.number) === section),
    listed: [],
  }
}

export async function readFrom(bytes: Uint8Array): Promise<{ doc: Doc; answer: TestsAnswer }> {
  const doc = await readPagesInCage(Buffer.from(bytes))
  if (isFailure(doc)) throw new Error(doc.error.code)
  return { doc, answer: readTests(doc, testsOutline(doc), HEAD) }
}

export interface Score {
  expected: number
  found: number
  invented: string[]
  missed: string[]
  unanswered: string[]
  controls: [number, number]
  idle: [number, number]
  criteria: string[]
}

export function scoreOf(told: Told[], answer: TestsAnswer, responses: boolean): Score {
  const wanted = told.filter((one) => one.truth === 'exception')
  const got = answer.exceptions.value ?? []
  const right = got.filter((one) => wanted.some((want) => want.ref === one.control))
  return {
    expected: wanted.length,
    found: right.length,
    invented: got
      .filter((one) => !wanted.some((want) => want.ref === one.control))
      .map((one) => `${one.control}: ${one.text}`),
    missed: wanted.filter((want) => !got.some((one) => one.control === want.ref)).map((want) => want.ref),
    unanswered: responses
      ? right
          .filter((one) => one.response?.text !== wanted.find((want) => want.ref === one.control)?.response)
          .map((one) => `${one.control}: ${one.response?.text}`)
      : [],
    controls: [told.length, answer.controlsTested.value ?? -1],
    idle: [told.filter((one) => one.truth === 'idle').length, answer.notOperated.value?.length ?? -1],
    criteria: right
      .filter(
        (one) =>
          !wanted.find((want) => want.ref === one.control)!.criteria.every((id) => one.criteria.includes(id)),
      )
      .map((one) => `${one.control}: ${one.criteria.join()}`),
  }
}
