import { listEvents } from '../server/audit/audit'
import { change } from '../server/database'
import { queueLetter, sendDueLetters, type Letter, type NewLetter } from '../server/letters/letters'
import { remindersPass } from '../server/reminders/reminders'
import { addVendor } from '../server/vendors/vendors'
import { openPost, type Post } from './support/post'
import { openWorld, type World } from './support/world'

let world: World
let post: Post

beforeEach(async () => {
  post = await openPost()
  world = await openWorld({ settings: { SMTP_URL: post.url, BASE_URL: 'http://desk.example' } })
})

afterEach(async () => {
  await world.close()
  await post.close()
})

describe('the way of a letter', () => {
  test('planned, claimed, put off, claimed, accepted: each with its hour and the answer', async () => {
    const letter = await queue({})
    const page = async () => (await (await world.as('sam')).get(`/letters/${letter.id}`)).text
    expect(steps(await page())).toEqual(['Planned', 'Goes'])
    post.set(450)
    later(5)
    await sendDueLetters(world.services)
    expect(steps(await page())).toEqual(['Planned', 'Claimed', 'Put off; tried again later', 'Next try'])
    expect(await page()).toContain('450 Try again later')
    post.set('accepts')
    later(5)
    await sendDueLetters(world.services)
    const seen = await page()
    expect(steps(seen)).toEqual([
      ...['Planned', 'Claimed', 'Put off; tried again later'],
      ...['Claimed', 'Accepted by the mail server'],
    ])
    expect(seen).toMatch(/250[^<]*<\/span>/)
    expect(seen).toContain(letter.messageId.replace('<', '&lt;').replace('>', '&gt;'))
    expect((await (await world.as('sam')).get('/letters')).text).toContain('250')
  })

  test('a claim whose program died stands there as one whose answer nobody knows', async () => {
    const letter = await queue({})
    const at = world.clock.now().toISOString()
    const claim = { state: 'claimed', claimedBy: 'gone', claimedAt: at, leaseUntil: at }
    await world.db('letters').where({ id: letter.id }).update(claim)
    later(1)
    await sendDueLetters(world.services)
    const page = await (await world.as('sam')).get(`/letters/${letter.id}`)
    expect(steps(page.text)).toEqual([
      ...['Planned', 'Claimed', 'No answer was written down'],
      ...['Claimed', 'Accepted by the mail server'],
    ])
  })
})

describe('a letter that reached nobody', () => {
  test('stands on Today with what to do; its contact’s address is mended, and it goes there', async () => {
    const { id, vendorId } = await toContact()
    post.set(550)
    await sendDueLetters(world.services)
    const priya = await world.as('priya')
    const today = (await priya.get('/')).text
    expect(today).toContain('A letter to Lena Voss, lena@cedra.example, was refused.')
    expect(today).toContain('550 No such mailbox')
    expect((await (await world.as('sam')).get('/')).text).not.toContain('lena@cedra.example')
    const before = (await priya.get(`/letters/${id}`)).text
    const address = new RegExp(`/vendors/${vendorId}/contacts/[\\w-]+`).exec(before)![0]
    await priya
      .post(address)
      .type('form')
      .send({ name: 'Lena Voss', email: 'lena@cedar.example' })
      .expect(303)
    expect((await priya.get(`/letters/${id}`)).text).toContain('value="lena@cedar.example"')
    post.set('accepts')
    await priya.post(`/letters/${id}/again`).type('form').send({ email: 'lena@cedar.example' }).expect(303)
    const [event] = await listEvents(world.db, await world.actor('priya'))
    expect(event).toMatchObject({ kind: 'letter.triedAgain' })
    expect(event!.data).toContain('lena@cedra.example')
    await sendDueLetters(world.services)
    expect(post.to('lena@cedar.example')).toHaveLength(1)
    expect((await priya.get('/')).text).not.toContain('A letter to Lena')
  })

  test('an address that is none is told so, and nothing goes', async () => {
    const { id } = await toContact()
    post.set(550)
    await sendDueLetters(world.services)
    const priya = await world.as('priya')
    for (const email of ['nobody', 'a@b.example, c@d.example'])
      await priya
        .post(`/letters/${id}/again`)
        .type('form')
        .send({ email })
        .expect(422)
        .expect(/Enter an e-mail/)
    expect((await stored(id)).state).toBe('refused')
  })

  test('that opens an account goes to no other address', async () => {
    const link = { label: 'Join', url: 'http://desk.example/password/abcdefghijklmnopqrstuvwxyz' }
    const { id } = await queue({ kind: 'account.join', link })
    post.set(550)
    await sendDueLetters(world.services)
    post.set('accepts')
    const priya = await world.as('priya')
    expect((await priya.get(`/letters/${id}`)).text).not.toContain('Send it again to')
    await priya.post(`/letters/${id}/again`).type('form').send({ email: 'thief@x.example' }).expect(303)
    await sendDueLetters(world.services)
    expect(post.delivered.map(({ envelopeTo }) => envelopeTo)).toEqual([['j@maple.example']])
  })

  test('that came back later is noted by an administrator, and set aside when it is dealt with', async () => {
    const { id } = await queue({})
    const priya = await world.as('priya')
    await priya.post(`/letters/${id}/came-back`).expect(409)
    await priya.post(`/letters/${id}/set-aside`).expect(409)
    await sendDueLetters(world.services)
    await priya.post(`/letters/${id}/came-back`).expect(303)
    expect((await priya.get('/')).text).toContain('j@maple.example, came back.')
    expect((await listEvents(world.db, await world.actor('priya')))[0]!.kind).toBe('letter.cameBack')
    await priya.post(`/letters/${id}/set-aside`).expect(303)
    expect((await priya.get('/')).text).not.toContain('came back.')
    expect((await priya.get(`/letters/${id}`)).text).toContain('Set aside by Priya Raman')
    expect((await listEvents(world.db, await world.actor('priya')))[0]!.kind).toBe('letter.setAside')
    for (const way of ['came-back', 'set-aside', 'again'])
      await (await world.as('otto')).post(`/letters/${id}/${way}`).expect(404)
  })

  test('a request that came back can’t go again, since its link was removed', async () => {
    const { id } = await toContact()
    await sendDueLetters(world.services)
    const priya = await world.as('priya')
    await priya.post(`/letters/${id}/came-back`).expect(303)
    expect((await priya.get(`/letters/${id}`)).text).toContain('Its link was removed here')
    await priya.post(`/letters/${id}/again`).expect(409)
  })
})

describe('each month', () => {
  beforeEach(async () => {
    await world.db('practices').update({ createdAt: '2026-09-10T12:00:00.000Z' })
  })

  test('administrators read once, on its first working day, what went and what comes', async () => {
    for (const [at, state] of [
      ['2026-10-31T23:00:00.000Z', 'sent'],
      ['2026-11-10T12:00:00.000Z', 'sent'],
      ['2026-11-11T12:00:00.000Z', 'refused'],
      ['2026-11-12T12:00:00.000Z', 'withdrawn'],
    ] as const) {
      const { id } = await queue({ at })
      await world.db('letters').where({ id }).update({ state })
    }
    const vendor = await addVendor(world.db, await world.actor('priya'), {
      name: 'Northwind',
      category: 'billing',
    })
    const row = { businessAssociate: 'yes', reviewOn: '2026-12-16', reportId: null }
    await world.db('vendors').where({ id: vendor.id }).update(row)
    world.clock.set('2026-12-01T08:00:00.000Z')
    await remindersPass(world.services)
    await sendDueLetters(world.services)
    expect(await monthly()).toEqual([])
    world.clock.set('2026-12-01T14:00:00.000Z')
    await Promise.all([1, 2, 3].map(() => remindersPass(world.services)))
    await sendDueLetters(world.services)
    await remindersPass(world.services)
    await sendDueLetters(world.services)
    const [mail, ...more] = post
      .to('priya@maple.example')
      .filter(({ subject }) => /reminders work/.test(subject!))
    expect(more).toEqual([])
    expect(mail!.subject).toBe('Your reminders work, but 1 letter reached nobody in November')
    expect(mail!.text).toContain('In November 2 letters were written; the mail server accepted 1.')
    expect(mail!.text).toMatch(/If nothing changes, \d letters? comes? in December/)
    expect(post.to('rae@maple.example').filter(({ subject }) => /reminders work/.test(subject!))).toEqual([])
    expect(await monthly()).toHaveLength(2)
  })

  test('a machine that was off until the twentieth writes it then, and on a first that is a Sunday it is Monday', async () => {
    world.clock.set('2026-12-20T14:00:00.000Z')
    await remindersPass(world.services)
    expect(await monthly()).toHaveLength(2)
    world.clock.set('2027-08-01T14:00:00.000Z')
    await remindersPass(world.services)
    expect(await monthly()).toHaveLength(2)
    world.clock.set('2027-08-02T14:00:00.000Z')
    await remindersPass(world.services)
    expect(await monthly()).toHaveLength(4)
  })

  async function monthly(): Promise<Letter[]> {
    const rows = world.db<Letter>('letters').where({ kind: 'reminders.month' })
    return world.clock.now().toISOString() < '2026-12-01T13:00:00.000Z' ? rows.where({ state: 'sent' }) : rows
  }
})

function steps(html: string): string[] {
  const way = /<ol class="plain-list way">[\s\S]*?<\/ol>/.exec(html)![0]
  return [...way.matchAll(/<strong>([^<]+)<\/strong>/g)].map((match) => match[1]!)
}

async function toContact(): Promise<Letter> {
  const contacts = [{ name: 'Lena Voss', email: 'lena@cedra.example' }]
  const priya = await world.actor('priya')
  const { id: vendorId } = await addVendor(world.db, priya, {
    name: 'Cedar Backup',
    category: 'backup',
    contacts,
  })
  return queue({ kind: 'invite', vendorId, to: contacts[0]! })
}

let count = 0

async function queue(values: Partial<NewLetter>): Promise<Letter> {
  const { practiceId } = await world.actor('priya')
  const letter: NewLetter = {
    practiceId,
    kind: 'test.letter',
    uniqueKey: `proof ${++count}`,
    to: { name: 'J. Alvarez', email: 'j@maple.example' },
    dueOn: '2026-11-22',
    at: '2026-11-22T15:00:00.000Z',
    subject: 'The BAA ends soon',
    sentence: 'The BAA ends in 7 days.',
    paragraphs: [],
    link: { label: 'Open', url: 'http://desk.example/i/abcdefghijklmnopqrstuvwxyz' },
    ...values,
  }
  return stored(await change(world.db, (trx) => queueLetter(trx, letter)))
}

async function stored(id: string): Promise<Letter> {
  return (await world.db<Letter>('letters').where({ id }).first()) as Letter
}

function later(minutes: number): void {
  world.clock.set(new Date(world.clock.now().getTime() + minutes * 60_000).toISOString())
}
