import type { Browser, Page } from 'playwright-core'
import { makeInviteLink } from '../../server/invites/invites'
import type { PurposeKind } from '../../server/invites/purposes'
import { findVendor } from '../../server/vendors/vendors'
import { openBrowser, openPage } from '../support/browser'
import { fillPractice, type Ids } from '../support/fillPractice'
import { serve } from '../support/served'
import { openWorld, type World } from '../support/world'
import { inspect, listen } from './support/inspect'
import { signIn } from './support/signIn'

jest.setTimeout(120_000)

let world: World
let ids: Ids
let site: Awaited<ReturnType<typeof serve>>
let browser: Browser
let page: Page
let heard: string[]
let wrong: string[]

beforeAll(async () => {
  world = await openWorld()
  ids = await fillPractice(world)
  site = await serve(world)
  browser = await openBrowser()
}, 120_000)

beforeEach(async () => {
  wrong = []
  page = (await openPage(browser)).page
  heard = listen(page, site.address)
  await signIn(page, site.address, world.email('priya'))
})

afterEach(async () => {
  await page.close()
  expect([...wrong, ...heard.filter((one) => !one.includes('422'))]).toEqual([])
})

afterAll(async () => {
  await browser.close()
  await site.close()
  await world.close()
})

test('the letter about what an agreement lacks: its points, its preview and what came of it', async () => {
  const { documentId } = await world.db('shortfalls').where({ id: ids.shortfalls }).first('documentId')
  await look(`/shortfalls/new?document=${documentId}`)
  await page.locator('textarea').first().fill('')
  await pressAndLook('See the letter')
  await look(`/shortfalls/new?document=${documentId}`)
  await pressAndLook('See the letter')
  await sees('Nothing has been sent yet')
  await pressAndLook('Copy the link instead')
  await look(`/shortfalls/${ids.shortfalls}`)
  await page.getByText('It is settled: I read it myself').first().click()
  await pressAndLook('Settle it in my name')
  await sees('Say where it stands')
  await page.getByRole('textbox').first().fill('It stands on page two.')
  await pressAndLook('Settle it in my name')
  await sees('Settled by')
  await pressAndLook('Close it')
})

test('the end of an agreement, from its form to the certificate that is accepted', async () => {
  await look(`/agreements/${ids.agreements}/end`)
  await pressAndLook('End it')
  await look(`/endings/${ids.endings}`)
  await page.getByText('It is done', { exact: true }).click()
  await pressAndLook('Mark it as done')
  await page.goto(`${site.address}/endings/${ids.endings}`)
  await pressAndLook('Copy the link instead')
  const link = await page.getByLabel('The link').inputValue()
  const own = page
  page = (await openPage(browser)).page
  heard.push(...listen(page, site.address))
  await page.goto(link)
  await pressAndLook('Open the request')
  await pressAndLook('Certify it')
  await page.getByLabel('Destroyed').check()
  await page.getByLabel('How', { exact: true }).fill('Wiped after NIST SP 800-88')
  await page.getByLabel('On which day').fill('2026-11-20')
  await page.getByLabel('Your title').fill('Privacy Officer')
  await page.getByRole('checkbox').check()
  await pressAndLook('Certify it')
  await sees('Thank you, Jo')
  await page.close()
  page = own
  await look(`/endings/${ids.endings}`)
  await page.getByText('Something is wrong with it').click()
  await pressAndLook('Send it back')
  await page.goto(`${site.address}/endings/${ids.endings}`)
  await pressAndLook('Accept it')
  await sees('Nothing is left to do')
  await look(`/agreements/${(await world.db('endings').first('agreementId')).agreementId}`)
})

test('the vendor’s list of subcontractors, saved, complained about and sent', async () => {
  await page.goto(await linkFor('subcontractors'))
  await pressAndLook('Open the request')
  await pressAndLook('Send the list')
  await page.getByLabel('Name', { exact: true }).first().fill('Cedar Backup, Inc.')
  await page.getByLabel('What it does').first().fill('Keeps copies')
  await page.getByLabel('Touches patient information').first().selectOption('yes')
  await page.getByLabel('You have a BAA with it').first().selectOption('no')
  await pressAndLook('Save, and more lines')
  await page.getByLabel('Your title').fill('Privacy Officer')
  await pressAndLook('Send the list')
  await sees('Your list is with')
  await look(`/vendors/${ids.vendors}/subcontractors`)
  await page.getByText('Answer it', { exact: true }).first().click()
  await pressAndLook('Keep the answer in my name')
})

test('the address of a calendar, shown once', async () => {
  await look('/account/calendar')
  await pressAndLook('Make the address')
  await page.getByLabel('The address').waitFor()
  await look('/account/calendar')
  await pressAndLook('Revoke it')
})

test('a letter that failed', async () => {
  await world
    .db('letters')
    .where({ id: ids.letters })
    .update({ state: 'sent', sentAt: '2026-11-22T15:00:00Z' })
  await look(`/letters/${ids.letters}`)
  await pressAndLook('It came back')
  await page.getByRole('heading', { name: 'What to do' }).waitFor()
  await page.getByLabel('Send it again to').fill('nowhere')
  await pressAndLook('Send it again')
  await look('/letters')
  await look('/')
  await page.goto(`${site.address}/letters/${ids.letters}`)
  await pressAndLook('Set it aside')
})

async function linkFor(kind: PurposeKind): Promise<string> {
  const priya = await world.actor('priya')
  const { link } = await makeInviteLink(
    world.services,
    priya,
    await findVendor(world.db, priya, ids.vendors),
    {
      purposes: [{ kind, words: null }],
      contactName: 'Jo Alvarez',
      contactEmail: 'jo@brightline.example',
      message: 'Your report names two.',
      days: 14,
    },
  )
  return link
}

async function look(address: string): Promise<void> {
  await page.goto(site.address + address)
  await lookHere(address)
}

async function pressAndLook(name: string): Promise<void> {
  const answered = page.waitForEvent('load')
  await page.getByRole('button', { name }).first().click()
  await answered
  await lookHere(`after “${name}”`)
}

async function lookHere(where: string): Promise<void> {
  const title = await page.title()
  wrong.push(...(await inspect(page)).map((one) => `${where} (${title}) ${one}`))
  wrong.push(...(await page.evaluate(deadLinks)).map((one) => `${where} (${title}) ${one}`))
}

async function sees(words: string): Promise<void> {
  await page.getByText(words).first().waitFor()
}

/** Complaints lead to the field that they are about. */
function deadLinks(): string[] {
  return [...document.querySelectorAll('a[href^="#"]')]
    .map((link) => link.getAttribute('href')!.slice(1))
    .filter((id) => !document.getElementById(id))
    .map((id) => `has a link to nothing, #${id}`)
}
