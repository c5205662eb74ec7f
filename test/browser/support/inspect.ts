import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { DESK, PHONE } from '../../support/browser'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What is wrong with the page that is open: in light and dark at a desk, and on a phone. */
export async function inspect(page: Page): Promise<string[]> {
  const wrong: string[] = []
  await page.setViewportSize(DESK)
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    wrong.push(...(await violations(page, `desk, ${colorScheme}`)))
  }
  await page.setViewportSize(PHONE)
  wrong.push(...(await violations(page, 'phone')), ...(await overflow(page)))
  return wrong.map((one) => `${new URL(page.url()).pathname} ${one}`)
}

async function violations(page: Page, where: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(WCAG).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `(${where}) ${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`),
  )
}

async function overflow(page: Page): Promise<string[]> {
  const wide = await page.evaluate(() => document.scrollingElement!.scrollWidth - window.innerWidth)
  return wide > 0 ? [`(phone) is ${wide} px wider than the screen`] : []
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
