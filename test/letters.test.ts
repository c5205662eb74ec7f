import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { listEvents } from '../server/audit/audit'
import { change, migrate, openSqlite } from '../server/database'
import {
  queueLetter,
  sendDueLetters,
  type Letter,
  type LetterAttempt,
  type NewLetter,
} from '../server/letters/letters'
import { openPost, type Post } from './support/post'
import { missingBetween } from './support/sameContent'
import { openWorld, type World } from './support/world'

let world: World
let post: Post

beforeEach(async () => {
  post = await openPost()
  world = await openWorld({ settings: { SMTP_URL: post.url, MAIL_FROM: 'Countersign <desk@maple.example>' } })
})

afterEach(async () => {
  await world.close()
  await post.close()
})

describe('what a letter says', () => {
  test('HTML and text say the same, the sentence first, with one link', async () => {
    await queue({
      paragraphs: ['It was signed in 2024.', 'Ask for a new one.'],
      footer: 'You are an administrator.',
    })
    await sendDueLetters(world.services)
    const [mail] = post.delivered
    const words = plain(mail!.html!)
    expect(mail!.text!.startsWith('The BAA of Northwind e-Fax ends in 7 days.')).toBe(true)
    for (const part of [
      'The BAA of Northwind e-Fax ends in 7 days.',
      'It was signed in 2024.',
      'Ask for a new one.',
    ]) {
      expect(words).toContain(part)
      expect(mail!.text).toContain(part)
    }
    expect(words).toContain('You are an administrator.')
    expect(words).toContain('Maple Street Family Medicine')
    expect(mail!.html!.match(/<a /g)).toHaveLength(1)
    expect(mail!.html).toContain('href="https://desk.example/vendors/1"')
    expect(mail!.text).toContain('https://desk.example/vendors/1')
    expect(mail!.html).not.toMatch(/<img|<script|https?:\/\/(?!desk\.example)/)
  })

  test('whatever it says, both versions say all of it, and nothing else', async () => {
    const link = { label: 'Look at “it” & <that>', url: 'https://desk.example/vendors/1?a=1&b=2' }
    const items = [1, 2].map((number) => ({
      sentence: `Thing ${number} of Müller & Sons <Billing>`,
      why: `First line\nand "second" line ${number}`,
      link: { label: `Do ${number}`, url: `https://desk.example/do/${number}` },
    }))
    const paragraphs = ['It’s signed; nothing more.', 'Costs < 5 & > 3.']
    const [footer, unsubscribe] = ['You are an administrator.', 'https://desk.example/letters/mine']
    for (const words of [
      { link, paragraphs },
      { link: null, paragraphs: [] },
      { link, items, paragraphs, footer, unsubscribe },
      { link: null, items, paragraphs: [], unsubscribe },
    ])
      await queue(words)
    await sendDueLetters(world.services)
    expect(post.delivered).toHaveLength(4)
    expect(post.delivered.flatMap(missingBetween)).toEqual([])
    const [mail] = post.delivered
    expect(missingBetween({ html: `${mail!.html}<p>More</p>`, text: `${mail!.text}Less\n` })).toEqual([
      'only in HTML: More',
      'only in text: Less',
    ])
  })

  test('in the dark nothing keeps a colour that was meant for paper, and no picture is asked for', async () => {
    const item = { sentence: 'One', why: 'Why', link: { label: 'Do', url: 'https://desk.example/do' } }
    await queue({ items: [item], unsubscribe: 'https://desk.example/letters/mine', footer: 'Why you' })
    await sendDueLetters(world.services)
    const html = post.delivered[0]!.html!
    const dark = /@media \(prefers-color-scheme: dark\) \{([\s\S]*?)\n\}/.exec(html)![1]!
    expect(html).toContain('<meta name="color-scheme" content="light dark">')
    const coloured = [...html.matchAll(/<(\w+)([^>]*style="[^"]*"[^>]*)>/g)].flatMap(
      ([, tag, attributes]) => {
        const names = /class="([^"]+)"/.exec(attributes!)?.[1]?.split(' ') ?? []
        const selectors = names.length > 0 ? names.map((name) => `.${name} `) : [`.quiet ${tag} `]
        const properties = [...attributes!.matchAll(/["; ](color|background|border)[\w-]*:[^;"]*#/g)]
        return properties.map(([, property]) => ({ selectors, property: property! }))
      },
    )
    expect(coloured.length).toBeGreaterThan(12)
    const rules = [...dark.matchAll(/^ *(\..*?) \{ (.*) \}$/gm)].flatMap(([, names, said]) =>
      names!.split(',').map((name) => ({ name: `${name.trim()} `, said: said! })),
    )
    for (const { selectors, property } of coloured) {
      const own = rules.filter(({ name }) => selectors.includes(name)).map(({ said }) => said)
      expect(`${selectors.join()}: ${own.join()}`).toMatch(
        new RegExp(`[ ;]${property}[\\w-]*: #.* !important`),
      )
    }
    expect(html).not.toMatch(/<img|url\(|@import/)
  })

  test('one address, a clean subject and the id that was stored', async () => {
    const subject = 'Ends soon\r\nBcc: everyone@example.org'
    const letter = await queue({
      subject,
      to: { name: 'Alvarez, J. <x@y.example>', email: 'j@maple.example' },
    })
    await sendDueLetters(world.services)
    const [mail] = post.delivered
    expect(mail!.envelopeTo).toEqual(['j@maple.example'])
    expect(mail!.subject).toBe('Ends soon Bcc: everyone@example.org')
    expect(mail!.messageId).toBe(letter.messageId)
    expect(mail!.from!.address).toBe('desk@maple.example')
    expect(mail!.headers.find((header) => header.key === 'auto-submitted')?.value).toBe('auto-generated')
  })

  test.each(['a@b.example, c@d.example', 'a@b.example\r\nc', '"a" <a@b.example>', 'nobody'])(
    '%j is no address',
    async (email) => {
      await expect(queue({ to: { name: 'A', email } })).rejects.toThrow('one plain address')
    },
  )

  test('a key that was used before queues nothing', async () => {
    const first = await queue({ uniqueKey: 'once' })
    const second = await queue({ uniqueKey: 'once', subject: 'Again' })
    expect(second.id).toBe(first.id)
    expect(await world.db('letters').count({ count: '*' }).first()).toEqual({ count: 1 })
  })
})

describe('how a letter goes', () => {
  test('accepted: sent, with the answer of the server and an event', async () => {
    const letter = await queue({})
    expect(await sendDueLetters(world.services)).toEqual({ sent: 1, deferred: 0, failed: 0 })
    const sent = await stored(letter.id)
    expect(sent).toMatchObject({
      state: 'sent',
      claimedBy: null,
      attempts: 1,
      sentAt: world.clock.now().toISOString(),
    })
    expect(sent.answer).toMatch(/^250/)
    const [event] = await listEvents(world.db, await world.actor('priya'))
    expect(event).toMatchObject({ kind: 'letter.sent', actorKind: 'program' })
    expect(await sendDueLetters(world.services)).toEqual({ sent: 0, deferred: 0, failed: 0 })
  })

  test('put off with 450: tried again after 1, 5, 30 and 30 minutes, then accepted with the same id', async () => {
    post.set(450)
    const letter = await queue({})
    for (const minutes of [1, 5, 30, 30]) {
      const before = world.clock.now().getTime()
      expect(await sendDueLetters(world.services)).toEqual({ sent: 0, deferred: 1, failed: 0 })
      expect((await stored(letter.id)).nextAttemptAt).toBe(new Date(before + minutes * 60_000).toISOString())
      expect(await sendDueLetters(world.services)).toEqual({ sent: 0, deferred: 0, failed: 0 })
      later(minutes)
    }
    post.set('accepts')
    expect(await sendDueLetters(world.services)).toEqual({ sent: 1, deferred: 0, failed: 0 })
    expect(post.delivered[0]!.messageId).toBe(letter.messageId)
    expect(await tries(letter.id)).toEqual(['deferred', 'deferred', 'deferred', 'deferred', 'sent'])
  })

  test('put off for five days: given up, and an administrator may try again', async () => {
    post.set(450)
    const letter = await queue({})
    for (const days of [0, 2, 4]) {
      world.clock.set(new Date(Date.parse('2026-11-22T15:00:00Z') + days * 86_400_000).toISOString())
      await sendDueLetters(world.services)
      expect((await stored(letter.id)).state).toBe('deferred')
    }
    world.clock.set('2026-11-27T15:00:00Z')
    expect(await sendDueLetters(world.services)).toEqual({ sent: 0, deferred: 0, failed: 1 })
    expect((await stored(letter.id)).state).toBe('gaveUp')

    const priya = await world.as('priya')
    await priya.post(`/letters/${letter.id}/again`).expect(303)
    expect((await listEvents(world.db, await world.actor('priya')))[0]!.kind).toBe('letter.triedAgain')
    await sendDueLetters(world.services)
    expect((await stored(letter.id)).state).toBe('deferred')
  })

  test('refused with 550: never tried again by itself', async () => {
    post.set(550)
    const letter = await queue({})
    expect(await sendDueLetters(world.services)).toEqual({ sent: 0, deferred: 0, failed: 1 })
    expect(await stored(letter.id)).toMatchObject({ state: 'refused', nextAttemptAt: null })
    later(60 * 24)
    post.set('accepts')
    expect(await sendDueLetters(world.services)).toEqual({ sent: 0, deferred: 0, failed: 0 })
    expect((await listEvents(world.db, await world.actor('priya')))[0]!.kind).toBe('letter.refused')
  })

  test('the server hangs up: this letter is put off and the rest wait', async () => {
    post.set('hangsUp')
    const first = await queue({})
    const second = await queue({ at: '2026-11-22T14:59:59.000Z' })
    expect(await sendDueLetters(world.services)).toEqual({ sent: 0, deferred: 1, failed: 0 })
    expect((await stored(second.id)).state).toBe('deferred')
    expect(await stored(first.id)).toMatchObject({ state: 'planned', attempts: 0 })
  })

  test('no server at all: put off', async () => {
    await post.close()
    const letter = await queue({})
    expect(await sendDueLetters(world.services)).toEqual({ sent: 0, deferred: 1, failed: 0 })
    expect((await stored(letter.id)).answer).toMatch(/ECONNREFUSED/)
    post = await openPost()
  })

  test('not before its hour', async () => {
    await queue({ sendFrom: '2026-11-23T13:00:00.000Z' })
    expect((await sendDueLetters(world.services)).sent).toBe(0)
    world.clock.set('2026-11-23T13:00:00.000Z')
    expect((await sendDueLetters(world.services)).sent).toBe(1)
  })

  test('a claim whose process died is taken up after its lease, with the same id', async () => {
    const letter = await queue({})
    const leaseUntil = '2026-11-22T15:10:00.000Z'
    await world
      .db('letters')
      .where({ id: letter.id })
      .update({ state: 'claimed', claimedBy: 'gone', leaseUntil })
    expect((await sendDueLetters(world.services)).sent).toBe(0)
    world.clock.set('2026-11-22T15:10:01.000Z')
    expect((await sendDueLetters(world.services)).sent).toBe(1)
    expect(post.delivered[0]!.messageId).toBe(letter.messageId)
  })

  test('several passes at once send each letter once', async () => {
    for (let n = 0; n < 12; n++) await queue({ uniqueKey: `many ${n}` })
    const passes = await Promise.all([1, 2, 3].map(() => sendDueLetters(world.services)))
    expect(passes.reduce((sum, pass) => sum + pass.sent, 0)).toBe(12)
    expect(new Set(post.delivered.map((mail) => mail.messageId)).size).toBe(12)
    expect(post.delivered).toHaveLength(12)
  })
})

test('two processes on one file send each letter once', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-post-'))
  const file = path.join(folder, 'one.db')
  const [one, two] = [openSqlite(file), openSqlite(file)]
  await migrate(one)
  const practice = { id: 'p', name: 'P', state: 'OH', timeZone: 'UTC', createdAt: '2026-01-01T00:00:00.000Z' }
  await one('practices').insert(practice)
  for (let n = 0; n < 20; n++)
    await change(one, (trx) => queueLetter(trx, letterWith({ practiceId: 'p', uniqueKey: `${n}` })))
  const passes = await Promise.all([one, two].map((db) => sendDueLetters({ ...world.services, db })))
  expect(passes.map((pass) => pass.sent).reduce((sum, sent) => sum + sent)).toBe(20)
  expect(new Set(post.delivered.map((mail) => mail.messageId)).size).toBe(20)
  expect(post.delivered).toHaveLength(20)
  await Promise.all([one.destroy(), two.destroy()])
  fs.rmSync(folder, { recursive: true })
})

describe('the Outbox', () => {
  test('lists letters with their state, and shows each', async () => {
    const letter = await queue({ subject: 'Northwind: the BAA ends in 7 days' })
    const sam = await world.as('sam')
    const list = await sam.get('/letters').expect(200)
    expect(list.text).toContain('Northwind: the BAA ends in 7 days')
    expect(list.text).toContain('on its way')
    const page = await sam.get(`/letters/${letter.id}`).expect(200)
    expect(page.text).toContain('The BAA of Northwind e-Fax ends in 7 days.')
    await sendDueLetters(world.services)
    expect((await sam.get(`/letters/${letter.id}`)).text).toMatch(/250 /)
    expect((await sam.get('/letters?show=sent')).text).toContain(letter.id)
    expect((await sam.get('/letters?show=waiting')).text).not.toContain(letter.id)
    await sam.get('/letters?show=nonsense&page=-3').expect(200)
  })

  test('the HTML version runs nothing', async () => {
    const letter = await queue({ sentence: '<script>alert(1)</script>' })
    const page = await (await world.as('sam')).get(`/letters/${letter.id}/html`).expect(200)
    expect(page.headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/)
    expect(page.text).not.toContain('<script')
  })

  test('secret letters are for administrators, show their link only when asked, and lose it once sent', async () => {
    const url = 'https://desk.example/password/abcdefghijklmnopqrstuvwxyz0123456789'
    const letter = await queue({ kind: 'account.join', link: { label: 'Join', url } })
    for (const who of ['sam', 'rae'] as const) {
      const agent = await world.as(who)
      await agent.get(`/letters/${letter.id}`).expect(404)
      await agent.get(`/letters/${letter.id}/html`).expect(404)
      await agent.post(`/letters/${letter.id}/open`).expect(403)
      expect((await agent.get('/letters')).text).not.toContain(letter.id)
    }
    const priya = await world.as('priya')
    expect((await priya.get(`/letters/${letter.id}`).expect(200)).text).not.toContain(url)
    expect((await priya.get(`/letters/${letter.id}/html`).expect(200)).text).not.toContain(url)
    expect((await priya.post(`/letters/${letter.id}/open`).expect(200)).text).toContain(url)
    expect((await listEvents(world.db, await world.actor('priya')))[0]!.kind).toBe('letter.opened')
    await sendDueLetters(world.services)
    expect(post.delivered[0]!.html).toContain(url)
    expect(JSON.stringify(await stored(letter.id))).not.toContain('abcdefghijklmnopqrstuvwxyz')
  })

  test('a password link of someone who belongs to other practices too is theirs alone', async () => {
    const priya = await world.actor('priya')
    const otto = await world.actor('otto')
    const row = {
      id: 'm',
      practiceId: priya.practiceId,
      personId: otto.personId,
      role: 'staff',
      getsLetters: 0,
      createdAt: priya.at,
    }
    await world.db('memberships').insert(row)
    const letter = await queue({ kind: 'account.reset', to: { name: otto.name, email: otto.email } })
    await (await world.as('priya')).post(`/letters/${letter.id}/open`).expect(403)
  })

  test('only what was refused or given up can be tried again, by administrators', async () => {
    const letter = await queue({})
    await (await world.as('priya')).post(`/letters/${letter.id}/again`).expect(409)
    await (await world.as('rae')).post(`/letters/${letter.id}/again`).expect(403)
  })

  test('another practice is told there is no such letter; a visitor must sign in', async () => {
    const letter = await queue({})
    const otto = await world.as('otto')
    await otto.get(`/letters/${letter.id}`).expect(404)
    await otto.get(`/letters/${letter.id}/html`).expect(404)
    await otto.post(`/letters/${letter.id}/open`).expect(404)
    await otto.post(`/letters/${letter.id}/again`).expect(404)
    expect((await otto.get('/letters')).text).not.toContain(letter.id)
    await world.visitor().get('/letters').expect(303)
  })

  test('without a mail server letters wait, and every page of an administrator says so', async () => {
    const waiting = await openWorld()
    const priya = await waiting.actor('priya')
    await change(waiting.db, (trx) => queueLetter(trx, letterWith({ practiceId: priya.practiceId })))
    expect(await sendDueLetters(waiting.services)).toEqual({ sent: 0, deferred: 0, failed: 0 })
    const page = await (await waiting.as('priya')).get('/letters').expect(200)
    expect(page.text).toContain('SMTP_URL')
    expect(page.text).toContain('waiting')
    expect((await (await waiting.as('priya')).get('/history')).text).toContain('No mail server is set')
    await waiting.close()
  })
})

async function queue(values: Partial<NewLetter>): Promise<Letter> {
  const { practiceId } = await world.actor('priya')
  const letter = letterWith({ practiceId, ...values })
  return stored(await change(world.db, (trx) => queueLetter(trx, letter)))
}

let count = 0

function letterWith(values: Partial<NewLetter>): NewLetter {
  return {
    practiceId: '',
    kind: 'reminder.baaEnds',
    uniqueKey: `letter ${++count}`,
    to: { name: 'J. Alvarez', email: 'j@maple.example' },
    dueOn: '2026-11-22',
    at: '2026-11-22T15:00:00.000Z',
    subject: 'The BAA ends soon',
    sentence: 'The BAA of Northwind e-Fax ends in 7 days.',
    paragraphs: ['Renew it or end it.'],
    link: { label: 'Renew or end it', url: 'https://desk.example/vendors/1' },
    ...values,
  }
}

async function stored(id: string): Promise<Letter> {
  return (await world.db<Letter>('letters').where({ id }).first()) as Letter
}

async function tries(letterId: string): Promise<string[]> {
  const rows = await world.db<LetterAttempt>('letterAttempts').where({ letterId }).orderBy('at')
  return rows.map((row) => row.outcome)
}

function later(minutes: number): void {
  world.clock.set(new Date(world.clock.now().getTime() + minutes * 60_000).toISOString())
}

function plain(html: string): string {
  return html
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
}
