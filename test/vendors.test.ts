import fc from 'fast-check'
import { addDays } from '../server/dates'
import { listEvents } from '../server/audit/audit'
import { change } from '../server/database'
import type { Opinion } from '../server/reader/reader'
import { filters } from '../server/vendors/filters'
import { timelineOf } from '../server/vendors/timeline'
import { listForm } from '../server/vendors/listForm'
import {
  addVendor,
  baaStanding,
  decisionStanding,
  findVendor,
  listAllVendors,
  listContacts,
  listDeterminations,
  listSystems,
  listVendors,
  noteOnVendor,
  reportStanding,
  tierArithmetic,
  type Standing,
  type Vendor,
  type VendorFacts,
} from '../server/vendors/vendors'
import { addReadDocument, goodReading, read } from './support/readings'
import { openWorld, type Who, type World } from './support/world'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

// Signing in is limited, so each of the cast does it once.
const agents = new Map<Who, Awaited<ReturnType<World['as']>>>()
async function as(who: Who) {
  const agent = agents.get(who) ?? (await world.as(who))
  agents.set(who, agent)
  return agent
}

const priya = () => world.actor('priya')
const everything = listForm.parse({})

async function lark(name = 'Larkhollow CareBridge') {
  return addVendor(world.db, await priya(), {
    name,
    category: 'ehr',
    service: 'Electronic health record',
    systems: [{ name: 'CareBridge EHR', aliases: ['Lark', 'CB-9'] }],
    contacts: [{ name: 'Nell Ash', email: 'nell@larkhollow.example' }],
  })
}

async function kindsOf(vendorId: string): Promise<string[]> {
  return (await listEvents(world.db, await priya(), { vendorId })).map(({ kind }) => kind)
}

async function reload(vendor: Vendor): Promise<Vendor> {
  return findVendor(world.db, await priya(), vendor.id)
}

describe('registering', () => {
  test('a vendor with its system and contact is on record, with its events', async () => {
    const agent = await as('rae')
    await agent.get('/vendors/new').expect(200)
    const form = {
      name: 'Quillmark Scribes',
      category: 'transcription',
      service: 'Writes notes',
      website: 'quillmark.example',
      phiKinds: ['Clinical notes', 'Appointments'],
      phiOther: 'Voices',
      systemName: 'Quill',
      systemAliases: 'QuillNote, Q2',
      contactName: 'Ida',
      contactEmail: 'IDA@quillmark.example',
    }
    const answer = await agent.post('/vendors').type('form').send(form).expect(303)
    const id = answer.headers.location!.split('/').at(-1)!
    const vendor = await findVendor(world.db, await priya(), id)
    expect(vendor).toMatchObject({
      name: 'Quillmark Scribes',
      website: 'https://quillmark.example',
      phi: 'Appointments; Clinical notes; Voices',
      tier: 'high',
      businessAssociate: null,
    })
    expect(vendor.searchText).toContain('quillnote')
    expect(await listSystems(world.db, vendor)).toMatchObject([
      { name: 'Quill', aliases: ['QuillNote', 'Q2'] },
    ])
    expect(await listContacts(world.db, vendor)).toMatchObject([
      { name: 'Ida', email: 'ida@quillmark.example' },
    ])
    expect(await kindsOf(id)).toEqual(['contact.added', 'system.added', 'vendor.registered'])
    const page = await agent.get(`/vendors/${id}`).expect(200)
    expect(page.text).toContain('Registered Quillmark Scribes.')
    expect(page.text).toContain('Answer the questions')
  })

  test('complaints keep the words that were typed', async () => {
    const agent = await as('priya')
    const form = {
      name: '',
      category: 'nonsense',
      website: 'javascript:alert(1)',
      service: 'Kept & safe',
      contactName: 'Ida',
    }
    const answer = await agent.post('/vendors').type('form').send(form).expect(422)
    for (const part of [
      'Enter the vendor’s name',
      'Choose what kind',
      'starts with https://',
      'e-mail address',
      'Kept &amp; safe',
    ]) {
      expect(answer.text).toContain(part)
    }
  })

  test.each([
    'ftp://files.example',
    'javascript:alert(1)',
    'https://user:pass@evil.example',
    'nowhere',
    'http://',
  ])('the address %s is refused', async (website) => {
    const agent = await as('priya')
    await agent.post('/vendors').type('form').send({ name: 'X', category: 'it', website }).expect(422)
  })

  test('a second vendor of the same name is asked about, then allowed', async () => {
    await addVendor(world.db, await priya(), { name: 'Twofold', category: 'it' })
    const agent = await as('priya')
    const form = { name: 'TWOFOLD', category: 'it' }
    const asked = await agent.post('/vendors').type('form').send(form).expect(422)
    expect(asked.text).toContain('A vendor of this name is there already')
    await agent
      .post('/vendors')
      .type('form')
      .send({ ...form, anyway: 'yes' })
      .expect(303)
  })
})

describe('walls', () => {
  test('staff read but don’t write; outsiders find nothing; visitors sign in first', async () => {
    const vendor = await lark('Walled')
    const [sam, otto, visitor] = [await as('sam'), await as('otto'), world.visitor()]
    await sam.get('/vendors').expect(200)
    const page = await sam.get(`/vendors/${vendor.id}`).expect(200)
    expect(page.text).not.toContain('/edit"')
    for (const path of ['new', `${vendor.id}/edit`, `${vendor.id}/tier`, `${vendor.id}/determination`]) {
      await sam.get(`/vendors/${path}`).expect(403)
    }
    await sam.post('/vendors').type('form').send({ name: 'X', category: 'it' }).expect(403)
    const [system] = await listSystems(world.db, vendor)
    const paths = [
      '',
      '/edit',
      '/archive',
      '/tier',
      '/determination',
      '/systems/new',
      '/contacts/new',
      `/systems/${system!.id}`,
    ]
    for (const path of paths) {
      await otto.get(`/vendors/${vendor.id}${path}`).expect(404)
      await visitor.get(`/vendors/${vendor.id}${path}`).expect(303)
    }
    await otto.post(`/vendors/${vendor.id}/archive`).type('form').send({ reason: 'x' }).expect(404)
    expect((await otto.get('/vendors')).text).not.toContain('Walled')
    expect((await otto.get('/vendors/vendors.csv')).text).not.toContain('Walled')
  })

  test('a system of another vendor can’t be reached through this one', async () => {
    const [one, other] = [await lark('One'), await lark('Other')]
    const [system] = await listSystems(world.db, other)
    const agent = await as('priya')
    await agent.get(`/vendors/${one.id}/systems/${system!.id}`).expect(404)
    await agent.post(`/vendors/${one.id}/systems/${system!.id}/remove`).expect(404)
  })
})

describe('changing', () => {
  test('what changed is in the history with what was there before', async () => {
    const vendor = await lark('Before')
    const agent = await as('priya')
    expect((await agent.get(`/vendors/${vendor.id}/edit`).expect(200)).text).toContain('value="Before"')
    const form = { name: 'After', category: 'backup', service: 'Nightly copies', phiKinds: 'none' }
    await agent.post(`/vendors/${vendor.id}/edit`).type('form').send(form).expect(303)
    expect(await reload(vendor)).toMatchObject({
      name: 'After',
      category: 'backup',
      sortName: 'after',
      phi: 'none',
    })
    const [event] = await listEvents(world.db, await priya(), { vendorId: vendor.id, limit: 1 })
    expect(event!.kind).toBe('vendor.changed')
    expect(JSON.parse(event!.data)).toMatchObject({ changes: { name: { from: 'Before', to: 'After' } } })
    await agent
      .post(`/vendors/${vendor.id}/edit`)
      .type('form')
      .send({ ...form, name: '' })
      .expect(422)
    const both = { ...form, phiKinds: ['none', 'Appointments'] }
    await agent.post(`/vendors/${vendor.id}/edit`).type('form').send(both).expect(422)
  })

  test('systems and contacts are added, changed and removed, and searched by', async () => {
    const vendor = await lark('Parts')
    const agent = await as('priya')
    const at = `/vendors/${vendor.id}`
    await agent.get(`${at}/systems/new`).expect(200)
    await agent.post(`${at}/systems`).type('form').send({ name: '' }).expect(422)
    await agent.post(`${at}/systems`).type('form').send({ name: 'Zebrafin', aliases: 'Zeb' }).expect(303)
    const system = (await listSystems(world.db, vendor)).find(({ name }) => name === 'Zebrafin')!
    await agent.get(`${at}/systems/${system.id}`).expect(200)
    await agent
      .post(`${at}/systems/${system.id}`)
      .type('form')
      .send({ name: 'Okapi', aliases: 'Oka' })
      .expect(303)
    expect((await agent.get('/vendors?q=oka')).text).toContain('Parts')
    await agent.post(`${at}/systems/${system.id}/remove`).expect(303)
    expect((await agent.get('/vendors?q=okapi')).text).not.toContain('Parts')
    await agent.post(`${at}/systems/${system.id}/remove`).expect(404)

    await agent.get(`${at}/contacts/new`).expect(200)
    await agent.post(`${at}/contacts`).type('form').send({ name: 'Bo', email: 'bo' }).expect(422)
    await agent
      .post(`${at}/contacts`)
      .type('form')
      .send({ name: 'Bo', email: 'bo@x.example', title: 'Privacy' })
      .expect(303)
    const contact = (await listContacts(world.db, vendor)).find(({ name }) => name === 'Bo')!
    await agent.get(`${at}/contacts/${contact.id}`).expect(200)
    await agent
      .post(`${at}/contacts/${contact.id}`)
      .type('form')
      .send({ name: 'Bea', email: 'bea@x.example' })
      .expect(303)
    await agent.post(`${at}/contacts/${contact.id}/remove`).expect(303)
    expect((await listContacts(world.db, vendor)).map(({ name }) => name)).toEqual(['Nell Ash'])
    expect(await world.db('contacts').where({ id: contact.id }).first()).toMatchObject({ name: 'Bea' })
    const kinds = await kindsOf(vendor.id)
    for (const kind of [
      'system.added',
      'system.changed',
      'system.removed',
      'contact.added',
      'contact.changed',
      'contact.removed',
    ]) {
      expect(kinds).toContain(kind)
    }
  })

  test('archiving asks why, deletes nothing and is undone', async () => {
    const vendor = await lark('Shelved')
    const agent = await as('rae')
    await agent.get(`/vendors/${vendor.id}/archive`).expect(200)
    await agent.post(`/vendors/${vendor.id}/archive`).type('form').send({ reason: ' ' }).expect(422)
    await agent
      .post(`/vendors/${vendor.id}/archive`)
      .type('form')
      .send({ reason: 'Contract ended' })
      .expect(303)
    expect((await agent.get('/vendors?q=shelved')).text).toContain('No vendor matches')
    expect((await agent.get('/vendors?q=shelved&archived=yes')).text).toContain(vendor.id)
    await agent.post(`/vendors/${vendor.id}/archive`).type('form').send({ reason: 'Again' }).expect(409)
    await agent.post(`/vendors/${vendor.id}/bring-back`).expect(303)
    expect(await reload(vendor)).toMatchObject({ archivedAt: null, archiveReason: null })
    expect(await kindsOf(vendor.id)).toEqual(
      expect.arrayContaining(['vendor.archived', 'vendor.broughtBack']),
    )
  })

  test('the tier follows from the five answers, and says what is open', async () => {
    const vendor = await addVendor(world.db, await priya(), { name: 'Weighed', category: 'answering' })
    const agent = await as('priya')
    const at = `/vendors/${vendor.id}`
    await agent.get(`${at}/tier`).expect(200)
    expect((await agent.get(at)).text).toContain('5 answers open')
    await agent.post(`${at}/tier`).type('form').send({ records: '9' }).expect(422)
    const form = { records: '3', access: '2', criticality: '1', sensitivity: '2', chain: '' }
    await agent.post(`${at}/tier`).type('form').send(form).expect(303)
    expect(await reload(vendor)).toMatchObject({ tier: 'high', chain: null })
    expect((await agent.get(at)).text).toContain('could still make it critical')
    await agent
      .post(`${at}/tier`)
      .type('form')
      .send({ ...form, chain: '0' })
      .expect(303)
    expect((await agent.get(at)).text).toContain('8 to 10 points make it high')
    expect(await kindsOf(vendor.id)).toContain('tier.answered')
  })
})

describe('is it a business associate?', () => {
  const TO_THE_END = {
    workforce: 'no',
    phi: 'yes',
    deidentified: 'no',
    treatment: 'no',
    ownBehalf: 'no',
    conduit: 'no',
    payment: 'no',
    function: 'yes',
  }

  test('the questions come one after the other, and nothing is kept before the end', async () => {
    const vendor = await lark('Asked')
    const agent = await as('priya')
    const at = `/vendors/${vendor.id}/determination`
    expect((await agent.get(at).expect(200)).text).toContain('Are they your own people?')
    expect((await agent.get(`${at}?asked=workforce`).expect(422)).text).toContain('Choose one of the answers')
    expect((await agent.get(`${at}?workforce=no&asked=workforce`).expect(200)).text).toContain(
      'involve patients’ information?',
    )
    const end = await agent.get(at).query(TO_THE_END).expect(200)
    expect(end.text).toContain('Yes, it is a business associate')
    await agent.post(at).type('form').send({ workforce: 'no' }).expect(422)
    expect((await reload(vendor)).businessAssociate).toBeNull()
  })

  test('a newer determination stands beside the older', async () => {
    const vendor = await lark('Determined')
    const agent = await as('priya')
    const at = `/vendors/${vendor.id}/determination`
    await agent
      .post(at)
      .type('form')
      .send({ ...TO_THE_END, note: 'Read the contract' })
      .expect(303)
    expect((await reload(vendor)).businessAssociate).toBe('yes')
    world.clock.set('2026-11-22T15:05:00Z')
    await agent
      .post(at)
      .type('form')
      .send({ workforce: 'no', phi: 'incidental', treatAnyway: 'yes' })
      .expect(303)
    world.clock.set('2026-11-22T15:00:00Z')
    expect((await reload(vendor)).businessAssociate).toBe('treat')
    const kept = await listDeterminations(world.db, vendor)
    expect(kept).toMatchObject([
      { outcome: 'treat', decidedBy: 'Priya Raman', citation: expect.stringContaining('FAQ 243') as string },
      { outcome: 'yes', note: 'Read the contract', citation: expect.stringContaining('160.103') as string },
    ])
    expect(kept[1]!.answers).toHaveLength(8)
    expect((await agent.get(`/vendors/${vendor.id}`)).text).toContain('Earlier: 1')
    expect(await kindsOf(vendor.id)).toContain('determination.recorded')
  })

  test.each([
    [{ workforce: 'yes' }, 'no'],
    [{ workforce: 'no', phi: 'no' }, 'no'],
    [{ workforce: 'no', phi: 'yes', deidentified: 'limited' }, 'no'],
    [{ ...TO_THE_END, conduit: 'yes' }, 'no'],
    [{ ...TO_THE_END, payment: 'yes' }, 'no'],
    [{ ...TO_THE_END, conduit: 'unsure' }, 'treat'],
    [{ ...TO_THE_END, function: 'unsure' }, 'treat'],
    [{ ...TO_THE_END, function: 'no' }, 'treat'],
  ])('%j comes to %s', async (answers, outcome) => {
    const vendor = await lark('Walked')
    const agent = await as('priya')
    await agent.post(`/vendors/${vendor.id}/determination`).type('form').send(answers).expect(303)
    expect((await reload(vendor)).businessAssociate).toBe(outcome)
  })
})

describe('the list', () => {
  test('finds by name, service, kind, system and alias, every word, accents and wildcards aside', async () => {
    await addVendor(world.db, await priya(), {
      name: 'Éclair 100% Fax_Co',
      category: 'fax',
      service: 'Sends faxes',
    })
    const find = async (search: string) => {
      const { vendors } = await listVendors(world.db, await priya(), { ...everything, search })
      return vendors.map(({ name }) => name)
    }
    expect(await find('eclair')).toEqual(['Éclair 100% Fax_Co'])
    expect(await find('messaging 100%')).toEqual(['Éclair 100% Fax_Co'])
    expect(await find('100_')).toEqual([])
    expect(await find('cb-9 larkhollow')).toEqual([])
    await lark()
    expect(await find('cb-9 larkhollow')).toEqual(['Larkhollow CareBridge'])
  })

  test('the columns it can’t know don’t break it', async () => {
    const agent = await as('priya')
    await agent.get('/vendors?baa=constructor&page=-4&sort=x&tier=__proto__&q[]=1').expect(200)
    await agent.get('/vendors?page=99999').expect(200)
  })

  test('goes on pages of a hundred and sorts by next date and tier', async () => {
    const agent = await as('otto')
    const otto = await world.actor('otto')
    for (let number = 1; number <= 102; number++) {
      const vendor = await addVendor(world.db, otto, {
        name: `Vendor ${String(number).padStart(3, '0')}`,
        category: number === 20 ? 'ehr' : 'portal',
      })
      if (number === 26)
        await change(world.db, (trx) => noteOnVendor(trx, vendor.id, { reviewOn: '2027-01-01' }))
    }
    const first = await agent.get('/vendors').expect(200)
    expect(first.text).toContain('Page 1 of 2')
    expect((await agent.get('/vendors?page=2')).text).toContain('Vendor 102')
    const names = async (sort: 'next' | 'tier') =>
      (await listVendors(world.db, otto, { ...everything, sort })).vendors[0]!.name
    expect(await names('next')).toBe('Vendor 026')
    expect(await names('tier')).toBe('Vendor 020')
    expect((await agent.get('/vendors?tier=critical')).text).toContain('1 vendor match')
  })

  test('is exported safe for spreadsheets', async () => {
    await addVendor(world.db, await priya(), { name: '=HYPERLINK("x")', category: 'it' })
    const agent = await as('sam')
    const answer = await agent.get('/vendors/vendors.csv?q=hyperlink').expect(200)
    expect(answer.headers['content-disposition']).toContain('vendors-2026-11-22.csv')
    expect(answer.text).toContain(`"'=HYPERLINK(""x"")"`)
    expect(answer.text.trim().split('\n')).toHaveLength(2)
  })
})

describe('standing', () => {
  const around = (today: string) => fc.integer({ min: -900, max: 900 }).map((days) => addDays(today, days))
  const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null })
  const factsAround = (today: string): fc.Arbitrary<Partial<Vendor>> =>
    fc.record({
      businessAssociate: fc.constantFrom('yes', 'no', 'treat', null),
      category: fc.constantFrom('ehr', 'lawyer', 'carrier'),
      agreementId: fc.constantFrom('a', null),
      baaEffective: maybe(around(today)),
      baaEnds: maybe(fc.oneof(around(today), fc.constantFrom(today, addDays(today, 90), addDays(today, 91)))),
      baaReviewBy: maybe(around(today)),
      baaEndedOn: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, around(today)),
      baaSigned: fc.constantFrom(1, 1, 0, null),
      reportId: fc.constantFrom('r', 'r', null),
      reportType: fc.constantFrom('type-2', 'type-2', 'type-1', null),
      reportEnd: maybe(
        fc.oneof(
          around(today),
          fc.constantFrom(addDays(today, -365), addDays(today, -366), addDays(today, -275)),
        ),
      ),
      reportOpinion: fc.constantFrom('unqualified', 'unqualified', 'qualified', 'adverse', null),
      reportExceptions: fc.constantFrom(0, 0, null, 3),
      bridgedUntil: maybe(around(today)),
      decision: fc.constantFrom('approved', 'approved-with-conditions', 'refused', null),
      decidedAt: fc.constant('2026-01-05T10:00:00.000Z'),
      reviewOn: maybe(around(today)),
      openReviewId: fc.constantFrom('v', null, null),
    })

  const GROUP: Record<string, (vendor: Vendor, today: string) => string> = {
    baa: (vendor, today) => byBaa(baaStanding(vendor, today), vendor),
    report: (vendor, today) => byReport(reportStanding(vendor, today)),
    decision: (vendor, today) => byDecision(decisionStanding(vendor, { today, timeZone: 'UTC' })),
  }

  function byBaa({ state }: Standing, vendor: Vendor): string {
    if (state === 'none') return 'unneeded'
    if (state === 'look') return vendor.agreementId ? 'ending' : 'unknown'
    return state === 'bad' ? 'missing' : 'good'
  }

  function byReport({ state, word }: Standing): string {
    const words: Record<string, string> = {
      none: 'none',
      stale: 'stale',
      fine: 'good',
      'not expected': 'unexpected',
    }
    return words[word] ?? (state === 'good' ? 'good' : 'look')
  }

  function byDecision({ word }: Standing): string {
    const words: Record<string, string> = {
      'in review': 'open',
      approved: 'approved',
      refused: 'refused',
      'review overdue': 'overdue',
    }
    return words[word] ?? (word === 'approved with conditions' ? 'conditions' : 'none')
  }

  test.each(['2026-11-22', '2028-02-29', '2027-02-28', '2026-11-30'])(
    'on %s the filters of the list and the words of a row say the same of any vendor',
    async (today) => {
      const outsider = { ...(await world.actor('otto')), today }
      await world.db('vendors').where({ practiceId: outsider.practiceId }).update({ archivedAt: 'x' })
      const many = fc.sample(factsAround(today), { numRuns: 150, seed: 7 })
      const row = await addedRow(outsider)
      await change(world.db, async (trx) => {
        const rows = many.map((facts, index) => ({
          ...row,
          ...facts,
          id: `${today}-${index}`,
          archivedAt: null,
        }))
        for (let at = 0; at < rows.length; at += 10) await trx('vendors').insert(rows.slice(at, at + 10))
      })
      const all = await listAllVendors(world.db, outsider, everything)
      for (const by of ['baa', 'report', 'decision'] as const) {
        for (const choice of Object.keys(filters[by])) {
          const found = await listAllVendors(world.db, outsider, { ...everything, [by]: choice })
          const expected = all.filter((vendor) => GROUP[by]!(vendor, today) === choice)
          expect({ choice, ids: found.map(({ id }) => id) }).toEqual({
            choice,
            ids: expected.map(({ id }) => id),
          })
        }
      }
    },
  )

  async function addedRow(owner: { practiceId: string }) {
    const row = (await world.db<Vendor>('vendors').first())!
    return { ...row, practiceId: owner.practiceId }
  }

  test('a decision of the evening stands under the practice’s own day', async () => {
    const vendor = await lark('Decided late')
    const evening = {
      decision: 'approved',
      decidedAt: '2026-11-20T02:30:00.000Z',
      reviewOn: '2027-11-19',
    } as const
    await change(world.db, (trx) => noteOnVendor(trx, vendor.id, evening))
    const agent = await as('priya')
    const page = await agent.get('/vendors?q=decided').expect(200)
    expect(page.text).toContain('19 Nov 2026, again 19 Nov 2027')
    expect((await agent.get(`/vendors/${vendor.id}`)).text).toContain('19 Nov 2026')
  })

  test('the row keeps the first date on which something turns', async () => {
    const vendor = await lark('Dated')
    const note = (facts: Partial<VendorFacts>) =>
      change(world.db, (trx) => noteOnVendor(trx, vendor.id, facts))
    await note({ agreementId: 'a', baaSigned: 1, baaEnds: '2027-06-30' })
    expect((await reload(vendor)).nextOn).toBe('2027-06-30')
    const opinion = read<Opinion>('qualified')
    await addReadDocument(world, vendor, goodReading({ opinion, periodEnd: read('2026-03-31') }))
    expect((await reload(vendor)).nextOn).toBe('2027-03-31')
    await note({ bridgedUntil: '2026-06-30' })
    expect((await reload(vendor)).nextOn).toBe('2027-03-31')
    const agent = await as('priya')
    const page = await agent.get(`/vendors/${vendor.id}`).expect(200)
    for (const part of ['Type II, qualified', 'The report goes stale', '145 days since', 'to 30 Jun 2027']) {
      expect(page.text).toContain(part)
    }
  })
})

describe('the tier', () => {
  const points = fc.option(fc.integer({ min: 0, max: 3 }), { nil: null })
  const drivers = fc.record({
    records: points,
    access: points,
    criticality: points,
    sensitivity: points,
    chain: points,
  })
  const order = ['none', 'low', 'medium', 'high', 'critical']
  const rank = (tier: string) => order.indexOf(tier)

  test('an answer that was open never takes it out of the span that was said', () => {
    fc.assert(
      fc.property(drivers, fc.integer({ min: 0, max: 3 }), (before, answer) => {
        const said = tierArithmetic(before, 'none')
        const [open] = said.unanswered
        if (!open) return said.isFinal && said.least === said.most && said.tier === said.least
        const after = tierArithmetic({ ...before, [open]: answer }, 'none')
        return rank(said.least) <= rank(after.least) && rank(after.most) <= rank(said.most)
      }),
    )
  })

  test.each([
    [[3, 3, 3, 2, 0], 'critical', 11],
    [[0, 3, 3, 0, 0], 'critical', 6],
    [[3, 2, 3, 2, 0], 'high', 10],
    [[2, 2, 2, 1, 0], 'medium', 7],
    [[1, 0, 0, 0, 0], 'low', 1],
    [[0, 0, 0, 0, 0], 'none', 0],
  ])('%j is %s', ([records, access, criticality, sensitivity, chain], tier, sum) => {
    const all = {
      records: records!,
      access: access!,
      criticality: criticality!,
      sensitivity: sensitivity!,
      chain: chain!,
    }
    expect(tierArithmetic(all, 'critical')).toMatchObject({ tier, sum, isFinal: true })
  })

  test('with nothing answered it is what such vendors usually are', () => {
    const none = { records: null, access: null, criticality: null, sensitivity: null, chain: null }
    expect(tierArithmetic(none, 'high')).toMatchObject({
      tier: 'high',
      least: 'none',
      most: 'critical',
      isFinal: false,
    })
  })
})

describe('what covered when', () => {
  const bar = (lane: string, from: string, to: string | null) => ({
    lane,
    from,
    to,
    state: 'good' as const,
    label: lane,
  })

  test('days between reports and since the last one are hatched and named', () => {
    const drawn = timelineOf(
      [
        bar('SOC 2', '2024-04-01', '2025-03-31'),
        bar('SOC 2', '2025-05-01', '2026-03-31'),
        bar('Bridge letter', '2026-04-01', '2026-06-30'),
      ],
      '2026-11-22',
    )!
    const gaps = drawn.periods.filter(({ isGap }) => isGap).map(({ lane, from, to }) => [lane, from, to])
    expect(gaps).toEqual([
      ['SOC 2', '2025-04-01', '2025-04-30'],
      ['Bridge letter', '2026-07-01', '2026-11-22'],
    ])
  })

  test('an agreement without an end and reports that follow each other leave no gap', () => {
    const bars = [
      bar('BAA', '2024-01-01', null),
      bar('SOC 2', '2025-01-01', '2025-12-31'),
      bar('SOC 2', '2026-01-01', '2026-12-31'),
    ]
    expect(timelineOf(bars, '2026-11-22')!.periods.some(({ isGap }) => isGap)).toBe(false)
    expect(timelineOf([], '2026-11-22')).toBeNull()
  })

  test('everything is drawn within the picture, whatever the dates', () => {
    const day = fc.integer({ min: -9000, max: 9000 }).map((days) => addDays('2026-11-22', days))
    const bars = fc.array(
      fc.record({
        lane: fc.constantFrom('SOC 2', 'BAA', 'Other'),
        from: day,
        to: fc.option(day, { nil: null }),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(bars, (some) => {
        const drawn = timelineOf(
          some.map(({ lane, from, to }) => bar(lane, from, to)),
          '2026-11-22',
        )
        const all = drawn?.lanes.flatMap((lane) => lane.bars) ?? []
        return all.every(({ x, width }) => x >= 120 && x <= 1080 && width > 0 && x + width <= 1084)
      }),
    )
  })
})
