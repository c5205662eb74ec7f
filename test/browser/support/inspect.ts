import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { DESK, PHONE } from '../../support/browser'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** The rules whose answer hangs on colours, and those whose answer hangs on sizes; the others judge the same page again. */
const COLOURS = ['color-contrast', 'link-in-text-block']
const SIZES = ['target-size', 'scrollable-region-focusable']

/** What is wrong with the page that is open: in light and dark at a desk, and on a phone. */
export async function inspect(page: Page): Promise<string[]> {
  const wrong: string[] = []
  await page.setViewportSize(DESK)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  wrong.push(...(await violations(page, 'desk, light')))
  await page.emulateMedia({ colorScheme: 'dark' })
  wrong.push(...(await violations(page, 'desk, dark', COLOURS)))
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(PHONE)
  wrong.push(...(await violations(page, 'phone', SIZES)), ...(await overflow(page)))
  return wrong.map((one) => `${new URL(page.url()).pathname} ${one}`)
}

async function violations(page: Page, where: string, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(WCAG)).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `(${where}) ${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`),
  )
}

async function overflow(page: Page): Promise<string[]> {
  const wide = await page.evaluate(() => {
    const sticksOut = (element: Element) => element.getBoundingClientRect().right > window.innerWidth
    const last = [...document.querySelectorAll('body *')].filter(sticksOut).at(-1)
    const by = document.scrollingElement!.scrollWidth - window.innerWidth
    return by > 0 ? `${by} px wider than the screen, as is ${last?.outerHTML.slice(0, 160)}` : null
  })
  return wide ? [`(phone) is ${wide}`] : []
}

/** Hears errors in the console, errors of scripts and requests to other origins. */
export function listen(page: Page, address: string): string[] {
  const heard: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(`${page.url()} says: ${message.text()}`)
  })
  page.on('pageerror', (error) => heard.push(`${page.url()} throws: ${error.message}`))
  page.on('request', (request) => {
    const isOwn = request.url().startsWith(`${address}/`) || request.url().startsWith('data:')
    if (!isOwn) heard.push(`${page.url()} asks ${request.url()}`)
  })
  return heard
}
