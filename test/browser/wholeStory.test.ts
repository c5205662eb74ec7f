import type { Browser, Page } from 'playwright-core'
import { findChainFault } from '../../server/audit/audit'
import { sendDueLetters } from '../../server/letters/letters'
import { remindersPass } from '../../server/reminders/reminders'
import { DESK, openBrowser, openPage, PHONE } from '../support/browser'
import { openPost, type Post } from '../support/post'
import { serve } from '../support/served'
import { openWorld, PASSWORD, type World } from '../support/world'
import { listen } from './support/inspect'
import { baaForAYear, file, soc2OfCareBridge } from './support/papers'
import { signIn } from './support/signIn'

jest.setTimeout(120_000)

const VENDOR = 'Larkhollow CareBridge'
const [PRIYA, RAE, DANA] = ['priya@maple.example', 'rae@maple.example', 'dana@larkhollow.example'] as const

let world: World
let mail: Post
let site: Awaited<ReturnType<typeof serve>>
let browser: Browser
let priya: Page
let rae: Page
let dana: Page
let broken = false
const heard: string[][] = []

beforeAll(async () => {
  mail = await openPost()
  world = await openWorld({ cast: false, settings: { SMTP_URL: mail.url } })
  site = await serve(world)
  browser = await openBrowser()
  priya = await newPage()
})

afterAll(async () => {
  await browser.close()
  await site.close()
  await world.close()
  await mail.close()
})

chapter('a practice is set up and told its first step', async () => {
  await priya.goto(site.address)
  await priya.getByLabel('Name of the practice').fill('Maple Street Family Medicine')
  await priya.getByLabel('State').selectOption('OH')
  await priya.getByLabel('Time zone').selectOption('America/New_York')
  await priya.getByLabel('Your name').fill('Priya Raman')
  await priya.getByLabel('Your e-mail address').fill(PRIYA)
  await priya.getByLabel('Password').fill(PASSWORD)
  await press(priya, 'Set up the practice')
  await sees(priya, 'Start with one vendor')
})

chapter('a vendor is registered and found to be a business associate', async () => {
  await priya.getByRole('link', { name: 'Register your first vendor' }).click()
  await priya.getByLabel('Name', { exact: true }).fill(VENDOR)
  await priya.getByLabel('Kind of vendor').selectOption('ehr')
  await priya.getByLabel('Name of the system').fill('CareBridge')
  await priya.getByLabel('Other names it goes by').fill('CareBridge Platform')
  await priya.getByLabel('Contact’s name').fill('Dana Okoye')
  await priya.getByLabel('Contact’s e-mail').fill(DANA)
  await press(priya, 'Register')
  await priya.getByRole('link', { name: 'Answer the questions' }).first().click()
  for (const answer of WAY_TO_YES) {
    await priya.getByLabel(answer, { exact: true }).check()
    await press(priya, 'Next')
  }
  await sees(priya, 'Yes, it is a business associate')
  await press(priya, 'Record it')
  await sees(priya, 'There is no signed BAA.')
})

chapter('its papers are asked for by a letter', async () => {
  await priya.getByRole('link', { name: 'Ask for a document' }).first().click()
  await priya.getByLabel('Current SOC 2 Type II report').check()
  await priya.getByLabel('Signed BAA').check()
  await priya.getByLabel('Dana Okoye').check()
  await press(priya, 'See the letter')
  await sees(priya, 'The letter to Dana Okoye')
  await press(priya, 'Send the letter')
  await sees(priya, 'Asked for:')
  expect((await letterTo(DANA)).text).toContain('Priya Raman of Maple Street Family Medicine asks')
})

chapter('the vendor delivers from a phone, without an account, and has a receipt', async () => {
  const link = linkIn((await letterTo(DANA)).text)
  dana = await newPage(PHONE)
  for (let visit = 0; visit < 2; visit++) {
    await dana.goto(link)
    await sees(dana, `Maple Street Family Medicine asks ${VENDOR} for documents`)
  }
  expect(await world.db('guestSessions').first()).toBeUndefined()
  expect((await world.db('invites').first()).openedAt).toBeNull()
  await press(dana, 'Open the request')
  const papers = [file('soc2.pdf', await soc2OfCareBridge()), file('baa.pdf', await baaForAYear())]
  await dana.getByLabel(/PDF files/).setInputFiles(papers)
  await sees(dana, 'SOC 2 Type II, 1 Jul 2025 – 30 Jun 2026: matches what was asked.', 60_000)
  await sees(dana, 'A business associate agreement: matches what was asked.')
  await press(dana, 'I’m done')
  await sees(dana, 'Thank you, that was it.')
  const receipt = await letterTo(DANA, /^Receipt/)
  const hashes = await world.db('documents').pluck('sha256')
  expect(hashes).toHaveLength(2)
  for (const hash of hashes) expect(receipt.text).toContain(hash)
})

chapter('Priya is told, sees the report and invites Rae', async () => {
  expect((await letterTo(PRIYA, /CareBridge/)).text).toContain('“soc2.pdf”')
  await priya.goto(site.address)
  await sees(priya, 'A BAA came in and waits to be recorded.')
  await priya.goto(await vendorPage())
  await priya
    .locator('#documents')
    .getByRole('link', { name: /SOC 2 Type II/ })
    .click()
  await sees(priya, 'Harrow & Pike LLP')
  await sees(priya, /2 of 25/)
  await priya.goto(`${site.address}/account/colleagues`)
  await priya.getByLabel('Name').fill('Rae Lindqvist')
  await priya.getByLabel('E-mail address').fill(RAE)
  await priya.getByLabel('Reviewer').check()
  await press(priya, 'Send the invitation')
  await sees(priya, 'invited')
})

chapter('Rae joins, reads the evidence, answers and decides', async () => {
  rae = await newPage()
  await rae.goto(linkIn((await letterTo(RAE)).text))
  await rae.getByLabel('New password').fill('copper meadow ninety lamps')
  await press(rae, 'Join the practice')
  if (rae.url().includes('/sign-in')) await signIn(rae, site.address, RAE, 'copper meadow ninety lamps')
  await rae.getByRole('link', { name: 'Review the report' }).click()
  await press(rae, 'Begin the review')
  await looksAtQuote()
  for (const question of await rae.locator('[data-question]').all()) await answer(question)
  await sees(rae, '7 of 7 answered')
  await rae.getByLabel('Approve with conditions').check()
  await rae
    .getByLabel('Reason', { exact: true })
    .fill('Clean opinion of the system that we use; one exception.')
  await rae.getByText('for “Approve with conditions”').click()
  await rae.getByLabel('What must happen').first().fill('Have the next access review shown to us')
  await rae.getByLabel('Who sees to it').first().fill('Rae Lindqvist')
  await rae.getByLabel('By when').first().fill('2027-01-31')
  await press(rae, 'Sign the decision')
  await rae.goto(`${rae.url().replace(/\/memo$/, '')}/memo`)
  await sees(rae, /approved with conditions/i)
  await sees(rae, 'Have the next access review shown to us: Rae Lindqvist, by 31 Jan 2027')
})

chapter('Priya records the BAA from what was read, and it is in force', async () => {
  await priya.goto(await vendorPage())
  await priya.getByRole('link', { name: 'Look and record it' }).click()
  expect(await priya.getByLabel('Last day in force').inputValue()).toBe('2027-11-19')
  expect(await priya.getByLabel('Effective date').inputValue()).toBe('2026-11-20')
  await priya.getByLabel('Who signed for the practice').fill('Priya Raman')
  await priya.getByLabel('When').first().fill('2026-11-19')
  await priya.getByLabel('Who signed for the vendor').fill('Dana Okoye')
  await priya.getByLabel('When').last().fill('2026-11-20')
  await press(priya, 'Record the agreement')
  await priya.goto(await vendorPage())
  await sees(priya, 'in force')
})

chapter('Rae does what was promised with the decision', async () => {
  await rae.goto(await vendorPage())
  const toDo = () => rae.getByRole('button', { name: 'Done' }).count()
  for (let left = await toDo(); left > 0; left--) {
    await rae
      .getByRole('textbox', { name: /^How it was done/ })
      .first()
      .fill('Shown on the phone.')
    await rae.getByRole('button', { name: 'Done' }).first().click()
    await sees(rae, 'Shown on the phone.')
    expect(await toDo()).toBe(left - 1)
  }
})

test.each([
  [
    '2027-03-31',
    /next SOC 2 report/,
    `The SOC 2 report of ${VENDOR} speaks of a time that ended 30 Jun 2026`,
  ],
  ['2027-07-01', /is stale/, `The SOC 2 report of ${VENDOR} is over a year old, and no newer one is here.`],
  [
    // Ninety days before is a Saturday, which is quiet: nothing comes late.
    '2027-08-20',
    /the BAA ends/,
    `The business associate agreement with ${VENDOR} ends in 91 days, on 19 Nov 2027.`,
  ],
])('on %s Priya is reminded', async (day, subject, sentence) => {
  world.clock.set(`${day}T15:00:00Z`)
  await remindersPass(world.services)
  const letter = await letterTo(PRIYA, subject)
  expect(letter.text?.replace(/\s+/g, ' ')).toContain(sentence)
  expect(letter.html).toContain(sentence)
})

chapter('the link of the reminder leads to the agreement, and the history shows it all', async () => {
  const letter = await letterTo(PRIYA, /the BAA ends/)
  await priya.goto(linkIn(letter.text))
  await priya.getByLabel('E-mail address').fill(PRIYA)
  await priya.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await press(priya, 'Sign in')
  await sees(priya, 'ends in 91 days, on 19 Nov 2027')
  await priya.getByRole('link', { name: 'Renew it or end it' }).click()
  await sees(priya, 'Version 1')
  await priya.goto(`${site.address}/history`)
  for (const who of ['Priya Raman', 'Rae Lindqvist', 'Dana Okoye']) await sees(priya, who)
  const { id } = await world.db('practices').first('id')
  expect(await findChainFault(world.db, id)).toBeNull()
  expect(await kindsOfEvents()).toEqual(expect.arrayContaining(WHAT_HAPPENED))
  expect(heard.flat()).toEqual([])
})

const WAY_TO_YES = [
  'No, it is another company or person',
  'Yes',
  'Yes, it can',
  'No',
  'No, it works for us',
  'No, it stores or looks',
  'No',
  'One of these, or the like',
]

const WHAT_HAPPENED = [
  'vendor.registered',
  'determination.recorded',
  'invite.sent',
  'document.received',
  'report.recognised',
  'review.started',
  'decision.made',
  'baa.recorded',
]

/** A story can't go on where it broke. */
function chapter(name: string, tell: () => Promise<void>): void {
  test(name, async () => {
    if (broken) throw new Error('an earlier chapter failed')
    broken = true
    await tell()
    broken = false
  })
}

async function newPage(viewport = DESK): Promise<Page> {
  const { page } = await openPage(browser, { viewport })
  page.setDefaultTimeout(15_000)
  heard.push(listen(page, site.address))
  return page
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).click()
}

async function sees(page: Page, words: string | RegExp, timeout = 15_000): Promise<void> {
  const found = page.getByText(words).filter({ visible: true }).first()
  await found.waitFor({ timeout }).catch(async () => {
    throw new Error(`${words} isn’t on ${page.url()}: ${await page.locator('body').innerText()}`)
  })
}

/** Sends what is due, unless the program is about it already, and answers the newest letter to someone. */
async function letterTo(recipient: string, subject = /./) {
  for (const end = Date.now() + 15_000; Date.now() < end;) {
    await sendDueLetters(world.services)
    const letter = mail.to(recipient).findLast((one) => subject.test(one.subject ?? ''))
    if (letter) return letter
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`no letter to ${recipient}, only ${mail.delivered.map((one) => one.subject).join('; ')}`)
}

function linkIn(text: string | undefined): string {
  return text!.match(/https?:\/\/\S+/)![0]
}

async function vendorPage(): Promise<string> {
  const { id } = await world.db('vendors').first('id')
  return `${site.address}/vendors/${id}`
}

/** A quote turns the page beside the questions to where it stands, and marks it. */
async function looksAtQuote(): Promise<void> {
  const quote = rae.locator('blockquote a[data-page]').last()
  const page = await quote.getAttribute('data-page')
  await quote.click()
  const pane = rae.locator('[data-pane]')
  await pane.locator(`img[alt^="Page ${page} "]`).waitFor()
  const drawn = () => pane.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth)
  for (const end = Date.now() + 15_000; (await drawn()) === 0 && Date.now() < end;)
    await rae.waitForTimeout(100)
  expect(await drawn()).toBeGreaterThan(500)
  expect(await pane.locator('[data-marks] rect').count()).toBeGreaterThan(0)
}

async function answer(question: ReturnType<Page['locator']>): Promise<void> {
  await question.getByLabel('Meets', { exact: true }).check()
  await question.getByRole('textbox').fill('Read on the page.')
  await question.getByText('Saved a moment ago.').waitFor()
}

async function kindsOfEvents(): Promise<string[]> {
  return world.db('events').distinct('kind').pluck('kind')
}
