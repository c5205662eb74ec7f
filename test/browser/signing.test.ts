import fs from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { addDraft, usualTerms } from '../../server/drafts/drafts'
import { checkSeal } from '../../server/signing/seal/checkSeal'
import { sendToSign } from '../../server/signing/send'
import { addVendor } from '../../server/vendors/vendors'
import { DESK, openBrowser, openPage, PHONE } from '../support/browser'
import { serve } from '../support/served'
import { openWorld, type World } from '../support/world'
import { inspect, listen } from './support/inspect'
import { signIn } from './support/signIn'

jest.setTimeout(180_000)

let world: World
let site: Awaited<ReturnType<typeof serve>>
let browser: Browser

beforeAll(async () => {
  // pages of the paper may still be on their way to a browser that has left
  world = await openWorld({ settings: { LOG_LEVEL: 'silent' } })
  site = await serve(world)
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  await site.close()
  await world.close()
})

test('an agreement is written at the desk, signed on a phone, countersigned with a drawn name, and sealed', async () => {
  const { page } = await openPage(browser)
  const heard = listen(page, site.address)
  await signIn(page, site.address, world.email('priya'))
  await page.goto(`${site.address}/vendors/${await vendorNamed('Larkhollow CareBridge')}`)
  await page.getByRole('link', { name: 'Write one' }).click()
  await page.getByLabel('Within how many days must the vendor tell you of a breach?').fill('5')
  await page.getByRole('button', { name: 'See how it reads' }).click()
  await sees(page, 'no case later than 5 calendar days after discovery')
  const wrong = await inspect(page)
  await page.setViewportSize(DESK)
  await page.getByRole('button', { name: 'Save the draft' }).click()
  await sees(page, 'You hear of a breach at most 5 days')
  await page.getByRole('link', { name: 'Send it to be signed' }).click()
  await page.getByLabel('Dana Okoye').check()
  await page.getByRole('button', { name: 'Copy the link instead' }).click()
  const link = await page.getByLabel('The link').inputValue()

  const { page: phone } = await openPage(browser, { viewport: PHONE })
  heard.push(...listen(phone, site.address))
  await phone.goto(link)
  await phone.getByRole('button', { name: 'Open the agreement' }).click()
  await phone.getByRole('heading', { name: 'Maple Street Family Medicine asks you to sign' }).waitFor()
  await drawn(phone.getByAltText('Page 1 of'))
  wrong.push(...(await inspect(phone)))
  await phone.getByLabel('Your title').fill('Privacy Officer')
  await phone.getByLabel(/I am allowed to sign/).check()
  await phone.getByLabel(/I agree to sign electronically/).check()
  await phone.getByRole('button', { name: 'Sign the agreement' }).click()
  await sees(phone, 'Thank you, Dana Okoye. You have signed.')

  await page.goto(site.address)
  await page.locator('#main').getByRole('link', { name: 'Countersign' }).click()
  await page.getByLabel('Your title').fill('Practice manager')
  await page.getByText('Draw it').click()
  await draws(page)
  wrong.push(...(await inspect(page)))
  await page.setViewportSize(DESK)
  await page.getByLabel(/I am allowed to sign/).check()
  await page.getByLabel(/I agree to sign electronically/).check()
  await page.getByRole('button', { name: 'Sign the agreement' }).click()
  await sees(page, 'Both have signed. The paper is sealed, on file')
  wrong.push(...(await inspect(page)))
  await page.setViewportSize(DESK)
  await page.getByRole('link', { name: 'See the agreement' }).click()
  await sees(page, 'in force')

  await phone.goto(`${site.address}/invite/sign`)
  await sees(phone, 'The agreement is signed by both')
  const download = phone.waitForEvent('download')
  await phone.getByRole('link', { name: 'Download your copy' }).click()
  expect(checkSeal(fs.readFileSync(await (await download).path())).state).toBe('intact')
  expect([...wrong, ...heard]).toEqual([])
})

test('without script the name is typed, and passing on, asking and declining work', async () => {
  const { page } = await openPage(browser, { viewport: PHONE, script: false })
  await page.goto(await linkFor('Cedar Backup'))
  await page.getByRole('button', { name: 'Open the agreement' }).click()
  expect(await page.getByText('Draw it').isVisible()).toBe(false)
  await page.getByLabel('Your title').fill('Owner')
  await page.getByRole('button', { name: 'Sign the agreement' }).click()
  await page.getByRole('alert').waitFor()
  const wrong = await inspect(page).catch(() => [])
  await page.getByLabel(/I am allowed to sign/).check()
  await page.getByLabel(/I agree to sign electronically/).check()
  await page.getByRole('button', { name: 'Sign the agreement' }).click()
  await sees(page, 'You have signed.')

  await page.goto(await linkFor('Northwind e-Fax'))
  await page.getByRole('button', { name: 'Open the agreement' }).click()
  await page.getByText('Something should read otherwise').click()
  await page.getByLabel('What should change').fill('3.4: 30 days')
  await page.getByRole('button', { name: 'Ask for the change' }).click()
  await sees(page, 'Your wish is with Maple Street Family Medicine.')

  await page.goto(await linkFor('Tallyho Telehealth'))
  await page.getByRole('button', { name: 'Open the agreement' }).click()
  await page.getByText('Someone else has to sign').click()
  await page.getByLabel('Their name').fill('Lee Park')
  await page.getByLabel('Their e-mail address').fill('lee@tallyho.example')
  await page.getByRole('button', { name: 'Pass it on' }).click()
  await sees(page, 'Passed on to Lee Park')
  expect(wrong).toEqual([])
})

async function vendorNamed(name: string): Promise<string> {
  const priya = await world.actor('priya')
  const contacts = [{ name: 'Dana Okoye', email: 'dana@vendor.example' }]
  return (await addVendor(world.db, priya, { name, category: 'ehr', contacts })).id
}

async function linkFor(name: string): Promise<string> {
  const priya = await world.actor('priya')
  const vendor = await addVendor(world.db, priya, { name, category: 'backup' })
  const draft = await addDraft(
    world.db,
    priya,
    vendor.id,
    usualTerms(priya.practiceName, name, 'backups', '2027-11-22'),
  )
  const to = { contactName: 'Dana Okoye', contactEmail: 'dana@vendor.example', message: '', days: 14 }
  return (await sendToSign(world.services, priya, draft, vendor, to, 'link')).link!
}

async function sees(page: Page, words: string): Promise<void> {
  await page.getByText(words).first().waitFor({ timeout: 40_000 })
}

async function drawn(image: ReturnType<Page['locator']>): Promise<void> {
  for (
    const end = Date.now() + 20_000;
    Date.now() < end;
    await new Promise((resolve) => setTimeout(resolve, 100))
  )
    if (await image.evaluate((one) => (one as HTMLImageElement).naturalWidth > 500)) return
  throw new Error('the page was not drawn')
}

async function draws(page: Page): Promise<void> {
  const box = (await page.locator('[data-canvas]').boundingBox())!
  const at = (x: number, y: number) => [box.x + x * box.width, box.y + y * box.height] as const
  await page.mouse.move(...at(0.1, 0.6))
  await page.mouse.down()
  for (let step = 1; step < 30; step++)
    await page.mouse.move(...at(0.1 + step * 0.025, 0.5 + Math.sin(step / 2) * 0.3))
  await page.mouse.up()
}
