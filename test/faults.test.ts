import { recordAgreement } from '../server/agreements/agreements'
import { change } from '../server/database'
import { addDays, dateIn, instantOf } from '../server/dates'
import { queueLetter, sendDueLetters, type Letter } from '../server/letters/letters'
import { remindersPass } from '../server/reminders/reminders'
import { savePracticeRules, usualRules } from '../server/reminders/rules'
import { addVendor, noteOnVendor } from '../server/vendors/vendors'
import { openPost, type Post } from './support/post'
import { signedTerms } from './support/signedTerms'
import { openWorld, type World } from './support/world'

const HOUR_MS = 3_600_000

let world: World
let post: Post

beforeEach(async () => {
  post = await openPost()
  world = await openWorld({ settings: { SMTP_URL: post.url, LOG_LEVEL: 'silent' } })
})

afterEach(async () => {
  await world.close()
  await post.close()
})

describe('a mail server that misbehaves', () => {
  test('hangs up after it had the whole letter: it goes once more, under the same Message-ID', async () => {
    const letter = await queue()
    post.set('hangsUpAfterData')
    expect(await sendDueLetters(world.services)).toEqual({ sent: 0, deferred: 1, failed: 0 })
    post.set('accepts')
    later(1 / 60)
    expect((await sendDueLetters(world.services)).sent).toBe(1)
    expect(post.delivered.map(({ messageId }) => messageId)).toEqual([letter.messageId, letter.messageId])
  })

  test.each([
    [451, 'deferred', 1],
    [421, 'deferred', 1],
    [552, 'refused', 0],
  ])('says %i to the whole letter: %s', async (code, state, again) => {
    const { id } = await queue()
    post.set({ afterData: code })
    await sendDueLetters(world.services)
    expect((await stored(id)).state).toBe(state)
    expect(post.delivered).toEqual([])
    post.set('accepts')
    later(1)
    expect((await sendDueLetters(world.services)).sent).toBe(again)
  })

  test.each([
    ['says 554 to each call', { greets: 554 }],
    ['says 421 to each call', { greets: 421 }],
    ['says 550 to the desk as the sender', { sender: 550 }],
    ['says 451 to the desk as the sender', { sender: 451 }],
  ])('%s: no letter is given up for that; all wait, and go when it is mended', async (_what, mood) => {
    const letters = [await queue(), await queue()]
    post.set(mood)
    expect(await sendDueLetters(world.services)).toEqual({ sent: 0, deferred: 1, failed: 0 })
    post.set('accepts')
    later(1)
    expect((await sendDueLetters(world.services)).sent).toBe(2)
    const went = post.delivered.map(({ messageId }) => messageId).sort()
    expect(went).toEqual(letters.map(({ messageId }) => messageId).sort())
  })

  test('finds one letter too large for it: that one is refused, the others go', async () => {
    const { id } = await queue()
    post.set({ sender: 552 })
    await sendDueLetters(world.services)
    expect((await stored(id)).state).toBe('refused')
  })

  test('takes over half a minute over a letter, as one that looks into it may: it goes once', async () => {
    await queue()
    post.set({ thinks: 33_000 })
    expect(await sendDueLetters(world.services)).toEqual({ sent: 1, deferred: 0, failed: 0 })
    expect(post.delivered).toHaveLength(1)
  }, 90_000)

  test('takes nothing for more than an hour: Today tells administrators since when and why, nobody else', async () => {
    await queue()
    await queue()
    post.set(450)
    await sendDueLetters(world.services)
    later(0.9)
    expect((await (await world.as('priya')).get('/')).text).not.toContain('the mail server hasn’t taken')
    later(0.2)
    await sendDueLetters(world.services)
    const today = (await (await world.as('priya')).get('/')).text
    expect(today).toContain('2 letters wait: the mail server hasn’t taken them since 22 Nov 2026, 10:00.')
    expect(today).toContain('450 Try again later')
    expect((await (await world.as('rae')).get('/')).text).not.toContain('the mail server hasn’t taken')
    post.set('accepts')
    later(1)
    await sendDueLetters(world.services)
    expect((await (await world.as('priya')).get('/')).text).not.toContain('the mail server hasn’t taken')
  })

  test('is slow, and several senders at once: each letter goes once', async () => {
    for (let n = 0; n < 6; n++) await queue()
    post.set('slow')
    const sent = await Promise.all([1, 2, 3].map(() => sendDueLetters(world.services)))
    expect(sent.reduce((sum, one) => sum + one.sent, 0)).toBe(6)
    expect(new Set(post.delivered.map(({ messageId }) => messageId)).size).toBe(6)
    expect(post.delivered).toHaveLength(6)
  })

  test('takes the call and says nothing: given up in time, the letter waits, nothing else is tried', async () => {
    const [first, second] = [await queue(), await queue()]
    post.set('saysNothing')
    const begun = Date.now()
    expect(await sendDueLetters(world.services)).toEqual({ sent: 0, deferred: 1, failed: 0 })
    expect(Date.now() - begun).toBeLessThan(25_000)
    post.set('accepts')
    later(1)
    expect((await sendDueLetters(world.services)).sent).toBe(2)
    const went = post.delivered.map(({ messageId }) => messageId).sort()
    expect(went).toEqual([first.messageId, second.messageId].sort())
  }, 60_000)
})

describe('a clock that jumps', () => {
  test('years ahead and back: what was claimed, put off or planned there is not lost', async () => {
    const letters = [await queue(), await queue(), await queue()]
    const ahead = '2031-01-01T00:00:00.000Z'
    const [claimed, putOff, planned] = letters.map(({ id }) => world.db('letters').where({ id }))
    await claimed!.update({ state: 'claimed', claimedBy: 'gone', leaseUntil: ahead })
    await putOff!.update({ state: 'deferred', nextAttemptAt: ahead })
    await planned!.update({ nextAttemptAt: ahead })
    expect((await sendDueLetters(world.services)).sent).toBe(3)
    expect(post.delivered).toHaveLength(3)
  })

  test('a claim of this hour and a letter of this afternoon stay where they are', async () => {
    const [claimed, planned] = [await queue(), await queue()]
    const soon = new Date(world.clock.now().getTime() + 9 * 60_000).toISOString()
    await world.db('letters').where({ id: claimed.id }).update({ state: 'claimed', leaseUntil: soon })
    await world.db('letters').where({ id: planned.id }).update({ nextAttemptAt: soon })
    expect((await sendDueLetters(world.services)).sent).toBe(0)
  })

  test('a day for notice that moved on while the clock was years ahead comes back with it', async () => {
    const priya = await world.actor('priya')
    const { id } = await addVendor(world.db, priya, { name: 'Cedar Backup', category: 'backup' })
    await world.db('vendors').where({ id }).update({ businessAssociate: 'yes' })
    const renewing = { ends: '2026-12-31', renewalMonths: 12, noticeDays: 21 }
    await recordAgreement(world.db, priya, id, signedTerms(renewing))
    world.clock.set('2028-11-23T15:00:00.000Z')
    await passAndSend()
    world.clock.set('2026-12-10T15:00:00.000Z')
    await passAndSend()
    const subjects = post.to('priya@maple.example').map(({ subject }) => subject)
    expect(subjects).toContain('Cedar Backup: today is the last day to give notice')
  })

  test('after a jump of two years and back each stage still comes, once', async () => {
    await due('2027-01-20')
    world.clock.set('2026-11-23T15:00:00.000Z')
    await passAndSend()
    world.clock.set('2028-11-23T15:00:00.000Z')
    await passAndSend()
    const before = post.to('priya@maple.example').length
    expect(before).toBeGreaterThan(0)
    for (let day = '2026-11-24'; day <= '2027-01-20'; day = addDays(day, 1)) {
      world.clock.set(`${day}T15:00:00.000Z`)
      await passAndSend()
      // A step back of some hours, as a wrong clock that is put right takes it.
      world.clock.set(`${day}T11:00:00.000Z`)
      await passAndSend()
    }
    const subjects = post
      .to('priya@maple.example')
      .slice(before)
      .map(({ subject }) => subject)
    const stages = subjects.filter((subject) => subject!.startsWith('Cedar Backup'))
    expect(stages).toEqual([
      'Cedar Backup: the next review is due in 30 days',
      'Cedar Backup: the next review is due today',
    ])
  }, 120_000)
})

describe.each([
  ['Pacific/Kiritimati', '2028-02-29', 8],
  ['Pacific/Pago_Pago', '2028-02-29', 8],
  ['America/New_York', '2027-03-14', 2],
  ['America/New_York', '2027-11-07', 1],
  ['Australia/Lord_Howe', '2027-04-04', 1],
  ['Africa/Casablanca', '2027-02-08', 2],
])('%s around %s, letters at %i', (timeZone, day, hour) => {
  test('passes each half hour: one letter, on that day, not before its hour', async () => {
    const priya = await world.actor('priya')
    await world.db('practices').where({ id: priya.practiceId }).update({ timeZone })
    const quiet = { weekends: false, federalHolidays: false, holidays: [] }
    await savePracticeRules(world.db, priya, { ...usualRules, hour, quiet }, 0)
    world.clock.set(instantOf(addDays(day, -3), 12, timeZone))
    await due(day)
    await passAndSend()
    const before = post.delivered.length
    const strikes = Date.parse(instantOf(day, hour, timeZone))
    const arrived: { day: string; early: boolean }[] = []
    for (let at = strikes - 40 * HOUR_MS; at < strikes + 40 * HOUR_MS; at += HOUR_MS / 2) {
      world.clock.set(new Date(at).toISOString())
      const had = post.delivered.length
      await passAndSend()
      for (const { subject } of post.delivered.slice(had))
        if (subject!.includes('review'))
          arrived.push({ day: dateIn(timeZone, new Date(at)), early: at < strikes })
    }
    expect(arrived).toEqual([{ day, early: false }])
    expect(post.delivered.slice(before).filter(({ subject }) => subject!.includes('due today'))).toHaveLength(
      1,
    )
  }, 120_000)
})

async function passAndSend(): Promise<void> {
  await remindersPass(world.services)
  await sendDueLetters(world.services)
}

/** A vendor whose next review falls due on a day; told of thirty days before and on it. */
async function due(day: string): Promise<void> {
  const priya = await world.actor('priya')
  const { id } = await addVendor(world.db, priya, { name: 'Cedar Backup', category: 'backup' })
  await world.db('vendors').where({ id }).update({ businessAssociate: 'no' })
  await change(world.db, (trx) => noteOnVendor(trx, id, { reviewOn: day }))
}

let count = 0

async function queue(): Promise<Letter> {
  const { practiceId } = await world.actor('priya')
  const id = await change(world.db, (trx) =>
    queueLetter(trx, {
      practiceId,
      kind: 'test.letter',
      uniqueKey: `fault ${++count}`,
      to: { name: 'J. Alvarez', email: 'j@maple.example' },
      dueOn: '2026-11-22',
      at: '2026-11-22T15:00:00.000Z',
      subject: 'Something is due',
      sentence: 'Something is due.',
      paragraphs: [],
      link: null,
    }),
  )
  return stored(id)
}

async function stored(id: string): Promise<Letter> {
  return (await world.db<Letter>('letters').where({ id }).first()) as Letter
}

function later(hours: number): void {
  world.clock.set(new Date(world.clock.now().getTime() + hours * HOUR_MS).toISOString())
}
