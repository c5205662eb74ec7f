import type { Browser, Page } from 'playwright-core'
import { makeInviteLink } from '../../server/invites/invites'
import { addVendor, findVendor } from '../../server/vendors/vendors'
import { openBrowser, openPage, PHONE } from '../support/browser'
import { serve } from '../support/served'
import { openWorld, type World } from '../support/world'
import { baaForAYear, file, soc2OfCareBridge } from './support/papers'
import { signIn } from './support/signIn'

jest.setTimeout(120_000)

let world: World
let site: Awaited<ReturnType<typeof serve>>
let browser: Browser

beforeAll(async () => {
  world = await openWorld()
  site = await serve(world)
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  await site.close()
  await world.close()
})

test('a vendor is registered, a report is read after reloading, and a question is answered', async () => {
  const { page } = await openPage(browser, { script: false })
  await signIn(page, site.address, world.email('priya'))
  await page.goto(`${site.address}/vendors/new`)
  await page.getByLabel('Name', { exact: true }).fill('Larkhollow CareBridge')
  await page.getByLabel('Kind of vendor').selectOption('ehr')
  await page.getByLabel('Name of the system').fill('CareBridge')
  await page.getByRole('button', { name: 'Register' }).click()
  await page.getByRole('heading', { name: 'Larkhollow CareBridge', level: 1 }).waitFor()
  await page.getByRole('link', { name: 'Add documents' }).click()
  await page.locator('input[type=file]').setInputFiles(file('soc2.pdf', await soc2OfCareBridge()))
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('heading', { name: 'soc2.pdf' }).waitFor()
  await reloadedUntil(page, 'Harrow & Pike LLP')
  await page.goto(`${site.address}/`)
  await page.getByRole('link', { name: 'Review the report' }).click()
  await page.getByRole('button', { name: 'Begin the review' }).click()
  const first = page.locator('[data-question]').first()
  await first.getByLabel('Meets', { exact: true }).check()
  await first.getByRole('button', { name: 'Save this answer' }).click()
  await page.getByText('1 of 7 answered').first().waitFor()
  await page.locator('blockquote a').first().click()
  await expect(world.db('answers').pluck('answer')).resolves.toEqual(['meets'])
})

test('a vendor delivers by the plain form', async () => {
  const priya = await world.actor('priya')
  const { id } = await addVendor(world.db, priya, { name: 'Cedar Backup', category: 'backup' })
  const asked = {
    purposes: [{ kind: 'baa' as const, words: null }],
    contactName: 'Lena Voss',
    contactEmail: 'lena@cedar.example',
    message: '',
    days: 14,
  }
  const vendor = await findVendor(world.db, priya, id)
  const { link } = await makeInviteLink(world.services, priya, vendor, asked)
  const { page } = await openPage(browser, { script: false, viewport: PHONE })
  await page.goto(link)
  await page.getByRole('button', { name: 'Open the request' }).click()
  await page.locator('input[type=file]').setInputFiles(file('baa.pdf', await baaForAYear()))
  await page.getByRole('button', { name: 'Send the files' }).click()
  await page.getByText('baa.pdf').first().waitFor()
  await reloadedUntil(page, 'A business associate agreement: matches what was asked.')
})

async function reloadedUntil(page: Page, words: string): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await page.waitForTimeout(500)) {
    if (await page.getByText(words).first().isVisible()) return
    await page.goto(page.url())
  }
  throw new Error(`${words} isn’t on ${page.url()}: ${await page.locator('body').innerText()}`)
}
