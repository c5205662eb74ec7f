import type { Browser, Page } from 'playwright-core'
import { openBrowser, openPage, PHONE } from '../support/browser'
import { openPost, type Post } from '../support/post'
import { pdfOf } from '../support/files'
import { serve } from '../support/served'
import { openWorld, PASSWORD, type World } from '../support/world'
import { closedAddresses } from './support/addresses'
import { fillWithDemo } from './support/demoPractice'
import { baaForAYear, file, soc2OfCareBridge } from './support/papers'
import { signIn } from './support/signIn'

jest.setTimeout(120_000)

const VENDOR = 'Harrowgate Imaging'
const NEW_PASSWORD = 'copper meadow ninety lamps'

let world: World
let post: Post
let site: Awaited<ReturnType<typeof serve>>
let browser: Browser
let page: Page

beforeAll(async () => {
  post = await openPost()
  world = await openWorld({ settings: { SMTP_URL: post.url } })
  await fillWithDemo(world)
  site = await serve(world)
  browser = await openBrowser()
  page = await newPage()
  await signIn(page, site.address, world.email('priya'))
}, 120_000)

afterAll(async () => {
  await browser.close()
  await site.close()
  await world.close()
  await post.close()
})

test('every page says all it has to say', async () => {
  const wrong: string[] = []
  for (const address of await closedAddresses(world)) {
    const answer = await page.goto(site.address + address)
    const lost = await page.evaluate(lostWithoutScript)
    if (answer?.status() !== 200) wrong.push(`${address} is answered ${answer?.status()}`)
    wrong.push(...lost.map((one) => `${address}: ${one}`))
  }
  expect(wrong).toEqual([])
})

test('a vendor is registered, described, archived and brought back', async () => {
  await open('/vendors/new')
  await page.getByLabel('Name', { exact: true }).fill(VENDOR)
  await page.getByLabel('Kind of vendor').selectOption('backup')
  await press('Register')
  await page.getByRole('link', { name: /Add a contact/ }).click()
  await page.getByLabel('Name', { exact: true }).fill('Ines Falk')
  await page.getByLabel('E-mail').fill('ines@harrowgate.example')
  await press('Save')
  await sees('Ines Falk')
  await page.getByRole('link', { name: /Add a system/ }).click()
  await page.getByLabel('Name', { exact: true }).fill('CareBridge')
  await page.getByLabel('Other names it goes by').fill('CareBridge Platform, CB')
  await press('Save')
  await sees('CareBridge Platform')
  await open(`${await vendorPage()}/edit`)
  await page.getByLabel('Clinical notes').check()
  await page.getByLabel('Name', { exact: true }).fill(`${VENDOR} Group`)
  await press('Save')
  await sees('Clinical notes')
  await open(`${await vendorPage()}/tier`)
  for (const answers of await page.getByRole('radiogroup').all())
    await answers.getByRole('radio').nth(2).check()
  await press('Save')
  await open(`${await vendorPage()}/archive`)
  await page.getByLabel('Why').fill('We moved to another one.')
  await press('Archive it')
  await sees('Nothing was deleted.')
  await open(`${await vendorPage()}/archive`)
  await press('Bring it back')
  await sees('is back in the list')
})

test('it is found to be a business associate', async () => {
  await open(`${await vendorPage()}/determination`)
  while (await page.getByRole('button', { name: 'Next' }).isVisible()) {
    const question = await page.locator('legend').innerText()
    await page
      .getByRole('radio')
      .nth(question.includes('Question 1 ') ? 1 : 0)
      .check()
    await press('Next')
  }
  await page.getByLabel('A note for the record').fill('Asked counsel.')
  await press('Record it')
  await sees('Asked counsel.')
})

test('a request is made, seen, sent, sent again and withdrawn', async () => {
  await ask()
  await press('Send the letter')
  await sees('Asked for:')
  await until(() => post.to('ines@harrowgate.example').length === 1)
  await press('Send it again')
  await until(() => post.to('ines@harrowgate.example').length === 2)
  const [first, second] = post.to('ines@harrowgate.example').map((mail) => linkIn(mail.text!))
  expect(first).not.toBe(second)
  await press('Withdraw the request')
  await sees('its link is dead')
  const answer = await (await newPage()).goto(second!)
  expect(answer!.status()).toBe(410)
})

test('the vendor sends files by the plain form, and is done', async () => {
  await ask()
  await press('Copy the link instead')
  const link = await page.getByLabel('The link').inputValue()
  await page.getByRole('link', { name: 'Done, follow the request' }).click()
  await sees('Link made')
  const vendor = await newPage(PHONE)
  await vendor.goto(link)
  await vendor.getByRole('button', { name: 'Open the request' }).click()
  await vendor.getByRole('button', { name: 'Send the files' }).click()
  await vendor.getByText('Choose at least one file first.').first().waitFor()
  const files = [file('baa.pdf', await baaForAYear()), file('soc2.pdf', await soc2OfCareBridge())]
  await vendor.getByLabel(/PDF files/).setInputFiles(files)
  await vendor.getByRole('button', { name: 'Send the files' }).click()
  await reloadedUntil(vendor, 'A business associate agreement: matches what was asked.')
  await reloadedUntil(vendor, 'SOC 2 Type II, 1 Jul 2025 – 30 Jun 2026: matches what was asked.')
  await vendor.getByLabel(/A note to/).fill('The next one comes in September.')
  await vendor.getByRole('button', { name: 'I’m done' }).click()
  await vendor.getByText('Thank you, that was it.').waitFor()
  await until(() => post.to('ines@harrowgate.example').some((mail) => /^Receipt/.test(mail.subject!)))
})

test('a field is corrected, and its page is seen with those beside it', async () => {
  const { id } = await world.db('documents').where({ name: 'soc2.pdf' }).first('id')
  await open(`/documents/${id}/corrections/opinion`)
  await page.getByRole('combobox').selectOption('qualified')
  await page.getByLabel('Why, and where you saw it').fill('Page 3 says “except for”.')
  await press('Keep this correction')
  await sees('Page 3 says “except for”.')
  await open(`/documents/${id}/pages/2?field=opinion`)
  const picture = page.locator('.page-image img')
  await until(async () => (await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)) > 100)
  await page.getByRole('link', { name: /After/ }).click()
  await page.getByRole('heading', { name: 'Page 3 of' }).waitFor()
  await page.getByRole('link', { name: /Before/ }).click()
  await page.getByRole('heading', { name: 'Page 2 of' }).waitFor()
})

test('the report is reviewed, decided with a condition, and the condition is met', async () => {
  await open(await vendorPage())
  await press('Review the report')
  for (const question of await page.locator('[data-question]').all()) {
    await question.getByRole('radio').nth(2).check()
    await question.getByLabel(/^Note/).fill('Looked at with the vendor.')
  }
  await press('Save the answers', true)
  await sees('7 of 7 answered')
  await page.getByLabel('Approve with conditions').check()
  await page.getByLabel('Reason', { exact: true }).fill('Good enough while the exception is mended.')
  await page.getByText('for “Approve with conditions”').click()
  await page.getByLabel('What must happen').first().fill('Show us the next access review')
  await page.getByLabel('Who sees to it').first().fill('Rae Lindqvist')
  await page.getByLabel('By when').first().fill('2027-01-31')
  await press('Sign the decision')
  await sees(/approved with conditions/i)
  await open(await vendorPage())
  await page.getByLabel('How it was done: Show us the next access review').fill('Seen in January.')
  await page
    .locator('li', { hasText: 'Show us the next access review' })
    .getByRole('button', { name: 'Done' })
    .click()
  await sees('Seen in January.')
})

test('the agreement is recorded from what was read, and ended', async () => {
  await open(await vendorPage())
  await page.getByRole('link', { name: 'Look and record it' }).click()
  expect(await page.getByLabel('Last day in force').inputValue()).toBe('2027-11-19')
  await page.getByLabel('Who signed for the practice').fill('Priya Raman')
  await page.getByLabel('When').first().fill('2026-11-19')
  await page.getByLabel('Who signed for the vendor').fill('Ines Falk')
  await page.getByLabel('When').last().fill('2026-11-20')
  await press('Record the agreement')
  await sees('is recorded')
  await page.getByRole('link', { name: 'End it' }).click()
  await page.getByLabel('No longer in force from').fill('2027-01-01')
  await page.getByLabel('The service has ended').check()
  await page.getByLabel('Why', { exact: true }).fill('We move to another one.')
  await press('End it')
  await sees('We move to another one.')
})

test('staff sends a document', async () => {
  await open(await vendorPage())
  await page.getByRole('link', { name: 'Add documents' }).click()
  await page.locator('input[type=file]').setInputFiles(file('letter.pdf', await pdfOf('Dear practice.')))
  await press('Send')
  await page.getByRole('heading', { name: 'letter.pdf' }).waitFor()
})

test('lists are filtered and exported, the history is checked', async () => {
  await open('/vendors')
  await page.getByLabel('Search').fill('harrowgate')
  await page.getByLabel('Order').selectOption('tier')
  await press('Show')
  await sees('1 vendor matches')
  for (const [address, name] of [
    ['/vendors', 'Download as CSV'],
    ['/history', /CSV/],
  ] as const) {
    await open(address)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name }).first().click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.csv$/)
  }
  await open('/history/check')
  await sees('The seal holds.')
})

test('a colleague is invited, joins, is changed and deactivated', async () => {
  await open('/account/colleagues')
  await page.getByLabel('Name').fill('Noor Haddad')
  await page.getByLabel('E-mail address').fill('noor@maple.example')
  await page.getByLabel('Reviewer').check()
  await press('Send the invitation')
  await until(() => post.to('noor@maple.example').length === 1)
  const noor = await newPage()
  await noor.goto(linkIn(post.to('noor@maple.example')[0]!.text!))
  await noor.getByLabel('New password').fill(NEW_PASSWORD)
  await noor.getByRole('button', { name: 'Join the practice' }).click()
  await noor.getByRole('heading', { level: 1 }).waitFor()
  expect(await noor.getByText('Noor Haddad').count()).toBeGreaterThan(0)
  await page.getByRole('link', { name: 'Change Noor Haddad' }).click()
  await page.getByLabel('Staff').check()
  await press('Save')
  await page.getByRole('link', { name: 'Change Noor Haddad' }).click()
  await page.getByRole('button', { name: /Deactivate/ }).click()
  await sees('Deactivated and signed out.')
})

test('the practice is switched, a password changed, a forgotten one set anew', async () => {
  const otto = await world.actor('otto')
  const { practiceId } = await world.actor('priya')
  const row = await world.db('memberships').where({ personId: otto.personId }).first()
  await world.db('memberships').insert({ ...row, id: 'otto-at-maple', practiceId, role: 'staff' })
  const his = await newPage()
  await signIn(his, site.address, world.email('otto'))
  await his.locator('.menu summary').click()
  await his.getByRole('button', { name: otto.practiceName }).click()
  await his.locator('.practice-name', { hasText: otto.practiceName }).waitFor()
  await his.goto(`${site.address}/account`)
  await his.getByLabel('Your password of today').fill(PASSWORD)
  await his.getByLabel('New password').fill(NEW_PASSWORD)
  await his.getByRole('button', { name: 'Change the password' }).click()
  await his.getByText('Your password is changed.').waitFor()
  await his.locator('.menu summary').click()
  await his.getByRole('button', { name: 'Sign out' }).click()
  await his.goto(`${site.address}/forgotten`)
  await his.getByLabel('E-mail address').fill(world.email('otto'))
  await his.getByRole('button').last().click()
  await until(() => post.to(world.email('otto')).some((mail) => /\/password\//.test(mail.text!)))
  const letter = post.to(world.email('otto')).findLast((mail) => /\/password\//.test(mail.text!))!
  await his.goto(linkIn(letter.text!))
  await his.getByLabel('New password').fill(PASSWORD)
  await his.getByRole('button', { name: 'Set the password' }).click()
  await signIn(his, site.address, world.email('otto'))
})

/** What stands on the page but can’t be used or seen without script. */
function lostWithoutScript(): string[] {
  const lost: string[] = []
  for (const button of document.querySelectorAll('button')) {
    const isHidden = button.closest('[hidden]') !== null
    if (!isHidden && (button.type === 'button' || !button.form))
      lost.push(`dead button “${button.textContent}”`)
  }
  for (const link of document.querySelectorAll('a')) {
    const target = link.getAttribute('href') ?? ''
    if (target === '' || target === '#' || target.startsWith('javascript:'))
      lost.push(`dead link “${link.textContent}”`)
    else if (target.startsWith('#') && !document.getElementById(target.slice(1)))
      lost.push(`link to nothing ${target}`)
  }
  for (const form of document.forms) {
    const sends = form.querySelector('button:not([type=button]), input[type=submit]')
    if (!sends && !document.querySelector(`button[form="${form.id}"]`))
      lost.push(`form without a button: ${form.action}`)
  }
  if (!document.querySelector('h1')) lost.push('no heading')
  return lost
}

async function ask(): Promise<void> {
  await open(await vendorPage())
  await page
    .getByRole('link', { name: /Ask for|Ask them/ })
    .first()
    .click()
  await page.getByLabel('Current SOC 2 Type II report').check()
  await page.getByLabel('Signed BAA').check()
  await page.getByLabel('Ines Falk').check()
  await press('See the letter')
  await sees('The letter to Ines Falk')
}

async function vendorPage(): Promise<string> {
  const { id } = await world.db('vendors').where('name', 'like', `${VENDOR}%`).first('id')
  return `/vendors/${id}`
}

async function newPage(viewport?: typeof PHONE): Promise<Page> {
  const opened = await openPage(browser, { script: false, ...(viewport ? { viewport } : {}) })
  opened.page.setDefaultTimeout(15_000)
  return opened.page
}

async function open(address: string): Promise<void> {
  await page.goto(site.address + address)
}

async function press(name: string, exact = false): Promise<void> {
  await page.getByRole('button', { name, exact }).first().click()
}

async function sees(words: string | RegExp): Promise<void> {
  await page.getByText(words).first().waitFor()
}

async function reloadedUntil(where: Page, words: string): Promise<void> {
  await until(async () => {
    await where.goto(where.url())
    return where.getByText(words).first().isVisible()
  })
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 45_000; Date.now() < end;) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  throw new Error(`it did not come to that: ${(await page.locator('main').innerText()).slice(0, 1500)}`)
}

function linkIn(text: string): string {
  return /https?:\/\/\S+/.exec(text)![0]
}
