import fc from 'fast-check'
import { recordAgreement, type Terms } from '../server/agreements/agreements'
import type { Person } from '../server/actor'
import { change, newId } from '../server/database'
import { addDays, dateIn, daysBetween, instantOf } from '../server/dates'
import { sendDueLetters, type Letter } from '../server/letters/letters'
import { listComing, remindersPass, type ComingLetter } from '../server/reminders/reminders'
import { savePracticeRules, saveVendorRules, usualRules } from '../server/reminders/rules'
import { confirmSilence, askForSilence, listSilences } from '../server/reminders/silences'
import { hold } from '../server/reminders/holds'
import { mattersOfVendor } from '../server/reminders/facts'
import { findPractice } from '../server/accounts/accounts'
import { addVendor, findVendor, listContacts, noteOnVendor, type Vendor } from '../server/vendors/vendors'
import { openPost } from './support/post'
import { missingBetween } from './support/sameContent'
import { signedTerms } from './support/signedTerms'
import { openWorld, type World } from './support/world'

declare const DATABASE: 'sqlite' | 'postgres' | undefined

const FROM = '2027-11-08'
const DAYS = 366

const day = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((days) => addDays(FROM, days))

const facts = fc.record({
  ends: fc.option(day(-60, 420)),
  renews: fc.option(
    fc.record({ ends: day(-40, 300), months: fc.constantFrom(1, 6, 12), notice: fc.constantFrom(0, 30, 90) }),
  ),
  reviewBy: fc.option(day(-20, 400)),
  next: fc.option(fc.record({ gap: fc.integer({ min: -10, max: 40 }), signed: fc.boolean() })),
  reportEnd: fc.option(day(-500, 60)),
  bridged: fc.option(day(-20, 200)),
  reviewOn: fc.option(day(-30, 390)),
  consents: fc.boolean(),
  owner: fc.constantFrom(null, 'rae', 'sam'),
  own: fc.option(
    fc.record({
      before: fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 4 }),
      weekly: fc.boolean(),
      to: fc.constantFrom('owner', 'reviewers', 'administrators'),
      afterDays: fc.integer({ min: 1, max: 60 }),
    }),
  ),
})
type Facts = typeof facts extends fc.Arbitrary<infer T> ? T : never

const ZONES: [string, number, number][] = [
  ['America/Los_Angeles', 2, 1],
  ['Pacific/Kiritimati', 8, 2],
  ['Asia/Kolkata', 0, 3],
]

const IS_POSTGRES = typeof DATABASE !== 'undefined' && DATABASE === 'postgres'

// What is planned is worked out from facts alone; that both databases hold and give them alike, one year shows. The years go by side by
// side, since most of the time is the mail server's.
test.concurrent.each(IS_POSTGRES ? ZONES.slice(0, 1) : ZONES)(
  'a year of %s, letters at %i: what went is what was forecast, letter by letter',
  async (timeZone, hour, seed) => {
    const post = await openPost()
    const world = await openWorld({ settings: { SMTP_URL: post.url } })
    const { practiceId } = await world.actor('priya')
    await world.db('practices').where({ id: practiceId }).update({ timeZone })
    world.clock.set(instantOf(FROM, hour, timeZone))
    await fill(world, seed, hour)
    await passAndSend(world)
    const forecast = await listComing(world.services, { practiceId }, { to: addDays(FROM, DAYS) })
    expect(forecast.filter(({ on }) => on <= FROM)).toEqual([])
    const before = await ids(world)
    for (let today = addDays(FROM, 1); today <= addDays(FROM, DAYS); today = addDays(today, 1)) {
      // Some days have a pass before the hour too: what it plans waits, and goes once.
      const early = daysBetween(FROM, today) % 5 === 0 ? [instantOf(today, 0, timeZone)] : []
      for (const at of [...early, instantOf(today, hour, timeZone)]) {
        world.clock.set(at)
        expect(dateIn(timeZone, at)).toBe(today)
        await passAndSend(world)
      }
    }
    const sent = await world.db<Letter>('letters').where({ practiceId }).whereNotIn('id', before)
    expect(sent.every((letter) => letter.state === 'sent')).toBe(true)
    expect(post.delivered.flatMap(missingBetween)).toEqual([])
    expect(sent.map((letter) => told(letter, timeZone)).sort()).toEqual(forecast.map(foretold).sort())
    expect(forecast.length).toBeGreaterThan(60)
    expect(new Set(forecast.map(({ kind }) => kind))).toEqual(new Set(['digest', 'urgent', 'ask', 'month']))
    expect(forecast.filter(({ kind }) => kind === 'month')).toHaveLength(12)
    await world.close()
    await post.close()
  },
  400_000,
)

async function fill(world: World, seed: number, hour: number): Promise<void> {
  const [priya, rae] = [await world.actor('priya'), await world.actor('rae')]
  const rules = {
    ...usualRules,
    hour,
    asksContacts: true,
    quiet: { ...usualRules.quiet, holidays: ['2028-02-29'] },
  }
  await savePracticeRules(world.db, priya, rules, 0)
  const all = fc.sample(facts, { seed, numRuns: 9 })
  for (const [index, one] of all.entries())
    await addOne(world, priya, `Vendor ${String(index).padStart(2, '0')}`, one)
  await putOff(world, rae)
  await silenceOne(world, priya)
}

async function addOne(world: World, priya: Person, name: string, one: Facts): Promise<void> {
  const { db } = world
  const contacts = [{ name: `Contact of ${name}`, email: 'contact@vendor.example' }]
  const { id } = await addVendor(db, priya, { name, category: 'billing', contacts })
  await db('vendors').where({ id }).update({ businessAssociate: 'yes' })
  await addAgreements(world, priya, id, one)
  const reportId = one.reportEnd ? newId() : null
  const bridgedUntil = one.reportEnd ? one.bridged : null
  await change(db, (trx) =>
    noteOnVendor(trx, id, { reportId, reportEnd: one.reportEnd, bridgedUntil, reviewOn: one.reviewOn }),
  )
  await saveRules(world, priya, await findVendor(db, priya, id), one)
}

async function addAgreements(world: World, priya: Person, id: string, one: Facts): Promise<void> {
  const { ends, renews, reviewBy, next } = one
  const record = (values: Partial<Terms>) => recordAgreement(world.db, priya, id, signedTerms(values))
  if (renews)
    await record({ ends: renews.ends, renewalMonths: renews.months, noticeDays: renews.notice, reviewBy })
  else if (ends) await record({ ends })
  else if (reviewBy) await record({ term: 'evergreen', reviewBy })
  if (ends && next && !renews) {
    const effective = addDays(ends, next.gap)
    const unsigned = next.signed ? {} : { businessAssociateSigner: null, businessAssociateSignedOn: null }
    await record({ effective, ends: addDays(effective, 300), ...unsigned })
  }
}

async function saveRules(world: World, priya: Person, vendor: Vendor, one: Facts): Promise<void> {
  const [contact] = await listContacts(world.db, vendor)
  const ask = one.consents
    ? { contactId: contact!.id, personId: priya.personId, personName: priya.name, on: FROM }
    : null
  const ownerId = one.owner ? (await world.actor(one.owner)).personId : null
  const own = one.own && {
    on: true,
    before: [...one.own.before].sort((a, b) => b - a),
    weekly: one.own.weekly,
    to: [one.own.to],
    next: { afterDays: one.own.afterDays, to: 'administrators' },
  }
  const events = own ? { baaEnds: own, reportStale: own, baaReview: own } : {}
  await saveVendorRules(world.db, priya, vendor, { ownerId, ask, events }, 0)
}

/** Rae puts one of her matters off and hands another to Sam. */
async function putOff(world: World, rae: Person): Promise<void> {
  const practice = await findPractice(world.db, rae.practiceId)
  const vendors = await world.db<Vendor>('vendors').where({ practiceId: rae.practiceId }).orderBy('name')
  const found = await Promise.all(
    vendors.map((one) => mattersOfVendor(world.db, practice, one, world.clock.now())),
  )
  const sam = await world.actor('sam')
  for (const [index, matter] of found.flat().entries()) {
    if (index % 5 === 0)
      await hold(world.db, rae, matter, { until: addDays(FROM, 40 + index), reason: 'Waiting' })
    if (index % 5 === 2)
      await hold(world.db, rae, matter, {
        until: addDays(FROM, 50),
        reason: 'Away',
        toPersonId: sam.personId,
      })
  }
}

async function silenceOne(world: World, priya: Person): Promise<void> {
  const vendor = await world.db<Vendor>('vendors').where({ practiceId: priya.practiceId }).first()
  await askForSilence(world.db, priya, { vendorId: vendor!.id, until: addDays(FROM, 120), reason: 'Closing' })
  const [asked] = await listSilences(world.db, priya.practiceId, FROM)
  await confirmSilence(world.db, await world.actor('rae'), asked!.id)
}

async function passAndSend(world: World): Promise<void> {
  const { planned } = await remindersPass(world.services)
  const waits = await world.db('letters').whereIn('state', ['planned', 'deferred']).first('id')
  if (planned > 0 || waits) await sendDueLetters(world.services)
}

async function ids(world: World): Promise<string[]> {
  return (await world.db<Letter>('letters').select('id')).map(({ id }) => id)
}

/** Letters whose words are known only when they go. */
const WORDS: Record<string, string> = { invite: 'ask', 'reminders.month': 'month' }

function told({ kind, toName, subject, sentAt }: Letter, timeZone: string): string {
  const what = WORDS[kind] ?? kind.replace('reminder.', '')
  return `${dateIn(timeZone, sentAt!)} ${what} to ${toName}${kind in WORDS ? '' : `: ${subject}`}`
}

function foretold({ on, kind, toName, subject }: ComingLetter): string {
  return `${on} ${kind} to ${toName}${Object.values(WORDS).includes(kind) ? '' : `: ${subject}`}`
}
