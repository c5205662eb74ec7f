import { recordAgreement, type Terms } from '../server/agreements/agreements'
import { sendInvite } from '../server/invites/invites'
import {
  addVendor,
  determinationQuestions,
  recordDetermination,
  walkQuestions,
  type Vendor,
} from '../server/vendors/vendors'
import { signedTerms } from './support/signedTerms'
import { openWorld, type World } from './support/world'

let world: World

beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

test('an empty practice is told its first step, and staff whom to ask', async () => {
  const priya = await world.as('priya')
  expect((await priya.get('/').expect(200)).text).toContain('Register your first vendor')
  const sam = await world.as('sam')
  const page = (await sam.get('/').expect(200)).text
  expect(page).not.toContain('href="/vendors/new"')
  expect(page).toContain('An administrator or reviewer')
})

test('a business associate without a BAA is the loudest thing', async () => {
  await associate('Cedar Backup', { ends: '2027-06-30' })
  await associate('Brightline Billing', null)
  const page = (await (await world.as('priya')).get('/')).text
  expect(firstMatter(page)).toContain('Brightline Billing: there is no signed BAA.')
})

test('a BAA that was asked for is not asked for again: the request stands in for the lack, as loud', async () => {
  const vendor = await associate('Brightline Billing', null)
  await associate('Cedar Backup', { ends: '2026-11-28' })
  const values = {
    purposes: [{ kind: 'baa' as const, words: null }],
    contactName: 'Lena',
    contactEmail: 'lena@brightline.example',
    message: '',
    days: 14,
  }
  await sendInvite(world.services, await world.actor('priya'), vendor, values)
  const page = await todayOf('priya')
  expect(firstMatter(page)).toContain(
    'Brightline Billing: there is no signed BAA yet; you asked for one on 22 Nov 2026.',
  )
  expect(page).not.toContain('Ask for a signed BAA')
  const own = (await (await world.as('priya')).get(`/vendors/${vendor.id}`)).text
  expect(own).toContain('See the request')
  expect(own).not.toContain('Ask for a signed BAA')
  world.clock.set('2026-12-09T15:00:00Z')
  expect(await todayOf('priya')).toContain('Ask for a signed BAA')
})

test('a BAA that ends in six days says so, with the day', async () => {
  await associate('Northwind e-Fax', { ends: '2026-11-28' })
  expect(firstMatter(await todayOf('priya'))).toContain(
    'Northwind e-Fax: the BAA ends in 6 days, on 28 Nov 2026.',
  )
})

test('the day is the practice’s own, not the server’s', async () => {
  await associate('Northwind e-Fax', { ends: '2026-11-28' })
  world.clock.set('2026-11-29T03:00:00Z')
  expect(firstMatter(await todayOf('priya'))).toContain('the BAA ends today')
})

test('a request that nobody opened is shown after a week, and again when it ran out', async () => {
  const vendor = await associate('Cedar Backup', { ends: '2027-12-31' })
  const values = {
    purposes: [{ kind: 'baa' as const, words: null }],
    contactName: 'Lena',
    contactEmail: 'lena@cedar.example',
    message: '',
    days: 14,
  }
  await sendInvite(world.services, await world.actor('priya'), vendor, values)
  expect(await todayOf('priya')).not.toContain('hasn’t opened')
  world.clock.set('2026-11-30T15:00:00Z')
  expect(await todayOf('priya')).toContain('Cedar Backup hasn’t opened your request')
  world.clock.set('2026-12-10T15:00:00Z')
  expect(await todayOf('priya')).toContain('Cedar Backup let your request of 22 Nov 2026 run out')
})

test('another practice sees nothing of it', async () => {
  await associate('Brightline Billing', null)
  expect(await todayOf('otto')).not.toContain('Brightline')
})

test('an archived vendor needs nobody', async () => {
  const vendor = await associate('Brightline Billing', null)
  const priya = await world.as('priya')
  await priya
    .post(`/vendors/${vendor.id}/archive`)
    .type('form')
    .send({ reason: 'Contract ended' })
    .expect(303)
  expect(await todayOf('priya')).not.toContain('Brightline')
})

async function todayOf(who: 'priya' | 'otto'): Promise<string> {
  return (await (await world.as(who)).get('/').expect(200)).text
}

function firstMatter(page: string): string {
  return /<ul class="todo">\s*<li>([\s\S]*?)<\/li>/.exec(page)?.[1]?.replace(/\s+/g, ' ') ?? ''
}

async function associate(name: string, terms: Partial<Terms> | null): Promise<Vendor> {
  const priya = await world.actor('priya')
  const vendor = await addVendor(world.db, priya, { name, category: 'shredding' })
  const answers = determinationQuestions.map(({ key }) => [
    key,
    key === 'phi' || key === 'function' ? 'yes' : 'no',
  ])
  await recordDetermination(world.db, priya, vendor, {
    walk: walkQuestions(Object.fromEntries(answers)),
    treatAnyway: false,
    note: null,
  })
  if (terms)
    await recordAgreement(
      world.db,
      priya,
      vendor.id,
      signedTerms({ businessAssociate: name, effective: '2026-01-01', ...terms }),
    )
  return vendor
}
