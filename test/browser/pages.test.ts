import type { Browser, BrowserContext, Page } from 'playwright-core'
import { makeInviteLink } from '../../server/invites/invites'
import { findVendor } from '../../server/vendors/vendors'
import { openBrowser, openPage } from '../support/browser'
import { pdfOf } from '../support/files'
import { serve } from '../support/served'
import { openWorld, type World } from '../support/world'
import { closedAddresses } from './support/addresses'
import { fillWithDemo } from './support/demoPractice'
import { inspect, listen } from './support/inspect'
import { signIn } from './support/signIn'

const MINUTE = 60_000
jest.setTimeout(2 * MINUTE)

let world: World
let site: Awaited<ReturnType<typeof serve>>
let browser: Browser

beforeAll(async () => {
  world = await openWorld()
  await fillWithDemo(world)
  site = await serve(world)
  browser = await openBrowser()
}, 2 * MINUTE)

afterAll(async () => {
  await browser.close()
  await site.close()
  await world.close()
})

test(
  'every page behind the sign-in wall can be used by all, fits a phone and keeps to itself',
  async () => {
    const addresses = await closedAddresses(world)
    const halves = [0, 1].map((odd) => addresses.filter((_address, index) => index % 2 === odd))
    const wrong = await Promise.all(halves.map(inspectSignedIn))
    expect(wrong.flat()).toEqual([])
  },
  5 * MINUTE,
)

test('so do the pages before it', async () => {
  const { page, heard } = await open()
  const wrong = await inspectAll(page, ['/sign-in', '/forgotten', '/password/of-no-letter'])
  expect([...wrong, ...heard.filter((one) => !one.includes('410'))]).toEqual([])
})

test('so do forms that come back with complaints, the letter before it goes, and a page that isn’t there', async () => {
  const { page, heard } = await open()
  await signIn(page, site.address, world.email('priya'))
  const vendorId = (await world.db('vendors').where({ name: 'Cedar Backup' }).first('id')).id
  const wrong: string[] = []
  for (const [address, button] of [
    ['/vendors/new', 'Register'],
    [`/vendors/${vendorId}/agreements/new`, 'Record the agreement'],
    [`/vendors/${vendorId}/contacts/new`, 'Save'],
    ['/account/colleagues', 'Send the invitation'],
  ]) {
    await page.goto(site.address + address)
    await page.getByRole('button', { name: button!, exact: true }).click()
    await page.getByRole('alert').waitFor()
    wrong.push(...(await inspect(page)))
  }
  await page.goto(`${site.address}/invites/new?vendor=${vendorId}`)
  await page.getByLabel('Signed BAA').check()
  await page.getByRole('button', { name: 'See the letter' }).click()
  await page.getByRole('heading', { name: 'The letter to Lena Voss' }).waitFor()
  wrong.push(...(await inspect(page)))
  await page.getByRole('button', { name: 'Copy the link instead' }).click()
  await page.getByLabel('The link').waitFor()
  wrong.push(...(await inspect(page)), ...(await inspectAll(page, ['/vendors/nobody'])))
  expect([...wrong, ...heard.filter((one) => !/4(04|22)/.test(one))]).toEqual([])
})

test('so does the vendor’s side', async () => {
  const priya = await world.actor('priya')
  const row = await world.db('vendors').where({ name: 'Tallyho Telehealth' }).first('id')
  const { link } = await makeInviteLink(world.services, priya, await findVendor(world.db, priya, row.id), {
    purposes: [{ kind: 'soc2', words: null }],
    contactName: 'Ana Reyes',
    contactEmail: 'ana@tallyho.example',
    message: 'The one for this year, please.',
    days: 14,
  })
  const { page, heard } = await open()
  await page.goto(link)
  const wrong = await inspect(page)
  await page.getByRole('button', { name: 'Open the request' }).click()
  await page.getByRole('heading', { name: 'Add files' }).waitFor()
  wrong.push(...(await inspect(page)))
  const buffer = await pdfOf('Dear practice, our lunch menu.')
  await page
    .getByLabel(/PDF files/)
    .setInputFiles({ name: 'letter.pdf', mimeType: 'application/pdf', buffer })
  await page.getByText('letter.pdf').first().waitFor()
  await page.getByRole('button', { name: 'I’m done' }).click()
  await page.getByText('Thank you, that was it.').waitFor()
  wrong.push(...(await inspect(page)), ...(await inspectAll(page, ['/i/no-such-link'])))
  expect([...wrong, ...heard.filter((one) => !/4(04|10)/.test(one))]).toEqual([])
})

async function inspectSignedIn(addresses: string[]): Promise<string[]> {
  const { page, heard } = await open()
  await signIn(page, site.address, world.email('priya'))
  return [...(await inspectAll(page, addresses)), ...heard]
}

async function open(): Promise<{ page: Page; context: BrowserContext; heard: string[] }> {
  const opened = await openPage(browser)
  return { ...opened, heard: listen(opened.page, site.address) }
}

async function inspectAll(page: Page, addresses: string[]): Promise<string[]> {
  const wrong: string[] = []
  for (const address of addresses) {
    await page.goto(site.address + address)
    const found = await inspect(page).catch((error: Error) => [`${address}: ${error.message}`])
    wrong.push(...found)
  }
  return wrong
}
