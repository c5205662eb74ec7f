import { hashPassword } from '../server/accounts/passwords'
import { openWorld, PASSWORD, type World } from './support/world'

let world: World

beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const practice = {
  practiceName: 'Birch Lane Dermatology',
  state: 'TX',
  timeZone: 'America/Chicago',
  name: 'Noor Haddad',
  email: 'noor@birch.example',
  password: 'quiet otter paints bridges',
}

describe('setting up', () => {
  test('the first visit leads to a practice, its administrator and Today', async () => {
    const fresh = await openWorld({ cast: false })
    const visitor = fresh.visitor()
    await visitor.get('/').expect(303).expect('Location', '/sign-in')
    await visitor.get('/sign-in').expect(303).expect('Location', '/set-up')
    await visitor.post('/set-up').type('form').send(practice).expect(303).expect('Location', '/')
    const page = await visitor.get('/account').expect(200)
    expect(page.text).toContain('Birch Lane Dermatology')
    const [event] = await fresh.db('events').select('kind', 'actorName')
    expect(event).toMatchObject({ kind: 'practice.created', actorName: 'Noor Haddad' })
    await fresh.close()
  })

  test('is closed once someone is there', async () => {
    await world.visitor().get('/set-up').expect(404)
    await world.visitor().post('/set-up').type('form').send(practice).expect(404)
    await world.visitor().get('/sign-up').expect(404)
  })

  test('stays open for more practices with SIGN_UP=open', async () => {
    const open = await openWorld({ settings: { SIGN_UP: 'open' } })
    await open.visitor().post('/sign-up').type('form').send(practice).expect(303)
    await open.close()
  })

  test('keeps the words of a wrong form and says what to do, but never the password', async () => {
    const fresh = await openWorld({ cast: false })
    const sent = { ...practice, email: 'noor', password: 'short' }
    const page = await fresh.visitor().post('/set-up').type('form').send(sent).expect(422)
    expect(page.text).toContain('Birch Lane Dermatology')
    expect(page.text).toContain('Enter an e-mail address like name@example.org')
    expect(page.text).not.toContain('value="short"')
    await fresh.close()
  })

  test('fourteen characters are too few, and fifteen are enough', async () => {
    const fresh = await openWorld({ cast: false })
    const setUp = (password: string) =>
      fresh
        .visitor()
        .post('/set-up')
        .type('form')
        .send({ ...practice, password })
    expect((await setUp('quiet otter lo').expect(422)).text).toContain('Use at least 15 characters')
    await setUp('quiet otter log').expect(303)
    await fresh.close()
  })

  test('a password made of the practice’s own name is refused', async () => {
    const fresh = await openWorld({ cast: false })
    const sent = { ...practice, password: 'BirchLane202620' }
    const page = await fresh.visitor().post('/set-up').type('form').send(sent).expect(422)
    expect(page.text).toContain('easy to guess')
    await fresh.close()
  })
})

describe('signing in and out', () => {
  test('a shorter password from before still signs in', async () => {
    const passwordHash = await hashPassword('otter paints')
    await world
      .db('people')
      .where({ email: world.email('priya') })
      .update({ passwordHash })
    await world.signedInWith(world.email('priya'), 'otter paints')
  })

  test('a wrong password and an unknown account are told the same', async () => {
    const wrong = await world
      .visitor()
      .post('/sign-in')
      .type('form')
      .send({ email: world.email('priya'), password: 'x' })
      .expect(422)
    const unknown = await world
      .visitor()
      .post('/sign-in')
      .type('form')
      .send({ email: 'who@maple.example', password: 'x' })
      .expect(422)
    expect(unknown.text.replace('who@maple.example', '')).toBe(wrong.text.replace(world.email('priya'), ''))
  })

  test('the session id changes with signing in and is dead after signing out', async () => {
    const priya = await world.as('priya')
    await priya.get('/account').expect(200)
    await priya.post('/sign-out').expect(303)
    await priya.get('/account').expect(303).expect('Location', '/sign-in?to=%2Faccount')
    expect(await world.db('sessions')).toEqual([])
  })

  test('only the hash of a session id is kept', async () => {
    const answer = await world
      .visitor()
      .post('/sign-in')
      .type('form')
      .send({ email: world.email('priya'), password: PASSWORD })
    const cookie = decodeURIComponent(String(answer.headers['set-cookie'])).match(/s:([^.]+)\./)![1]!
    const [row] = await world.db('sessions')
    expect(JSON.stringify(row)).not.toContain(cookie)
  })

  test('ends after an idle hour, and after twelve hours whatever happens', async () => {
    const idle = await world.as('priya')
    world.clock.set('2026-11-22T16:00:01Z')
    await idle.get('/account').expect(303)
    const busy = await world.as('priya')
    for (let minute = 30; minute <= 11 * 60 + 30; minute += 30) {
      world.clock.set(new Date(Date.parse('2026-11-22T16:00:01Z') + minute * 60_000).toISOString())
      await busy.get('/account').expect(200)
    }
    world.clock.set('2026-11-23T04:00:02Z')
    await busy.get('/account').expect(303)
  })

  test('ten wrong tries for one account from one place are enough', async () => {
    const visitor = world.visitor()
    const guess = { email: world.email('priya'), password: 'guess' }
    for (let tries = 0; tries < 10; tries++)
      await visitor.post('/sign-in').type('form').send(guess).expect(422)
    const answer = await visitor.post('/sign-in').type('form').send(guess).expect(429)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  })

  test('a form sent from another site is refused', async () => {
    const priya = await world.as('priya')
    await priya.post('/sign-out').set('Sec-Fetch-Site', 'cross-site').expect(403)
    await priya.post('/sign-out').set('Origin', 'https://evil.example').expect(403)
    await priya.post('/sign-out').set('Origin', 'null').expect(403)
    await priya.get('/account').expect(200)
  })
})

test('after signing in people land where they wanted to go, but never elsewhere', async () => {
  const wanted = { email: world.email('priya'), password: PASSWORD }
  await world
    .visitor()
    .post('/sign-in')
    .type('form')
    .send({ ...wanted, to: '/history?before=3' })
    .expect('Location', '/history?before=3')
  for (const to of [
    '//evil.example',
    '/\\evil.example',
    '/../\\evil',
    'https://evil.example',
    '/%5cevil/../..//x',
    '/\tx',
  ]) {
    await world
      .visitor()
      .post('/sign-in')
      .type('form')
      .send({ ...wanted, to })
      .expect('Location', '/')
  }
})

describe('a forgotten password', () => {
  test('is set anew through a letter, once, and ends other sessions', async () => {
    const elsewhere = await world.as('rae')
    const visitor = world.visitor()
    await visitor
      .post('/forgotten')
      .type('form')
      .send({ email: world.email('rae') })
      .expect(200)
    const path = await resetPath('account.reset')
    await visitor.get(path).expect(200)
    await visitor.get(path).expect(200)
    await visitor.post(path).type('form').send({ password: 'seven lanterns over water' }).expect(303)
    await visitor.post(path).type('form').send({ password: 'seven lanterns over water' }).expect(410)
    await elsewhere.get('/account').expect(303)
    await world.signedInWith(world.email('rae'), 'seven lanterns over water')
    expect(await kinds()).toContain('password.changed')
  })

  test('an unknown address gets the same answer and no letter', async () => {
    const known = await world
      .visitor()
      .post('/forgotten')
      .type('form')
      .send({ email: world.email('rae') })
      .expect(200)
    const unknown = await world
      .visitor()
      .post('/forgotten')
      .type('form')
      .send({ email: 'nobody@maple.example' })
      .expect(200)
    expect(unknown.text).toBe(known.text)
    await resetPath('account.reset')
    expect(await world.db('letters').where({ kind: 'account.reset' })).toHaveLength(1)
  })

  test('the link is dead after an hour', async () => {
    await world
      .visitor()
      .post('/forgotten')
      .type('form')
      .send({ email: world.email('rae') })
      .expect(200)
    const path = await resetPath('account.reset')
    world.clock.set('2026-11-22T16:00:01Z')
    await world.visitor().get(path).expect(410)
  })
})

describe('colleagues', () => {
  test('are invited by mail, join, and are signed out at once when deactivated', async () => {
    const priya = await world.as('priya')
    const kim = { name: 'Kim Sato', email: 'kim@maple.example', role: 'reviewer' }
    await priya.post('/account/colleagues').type('form').send(kim).expect(303)
    const visitor = world.visitor()
    const path = await resetPath('account.join')
    await visitor.post(path).type('form').send({ password: 'seven lanterns over water' }).expect(303)
    await visitor.get('/account').expect(200)
    const { id } = await world
      .db('memberships')
      .join('people', 'people.id', 'personId')
      .where({ email: kim.email })
      .first('memberships.id')
    await priya.post(`/account/colleagues/${id}/deactivate`).expect(303)
    await visitor.get('/account').expect(303)
    await world
      .visitor()
      .post('/sign-in')
      .type('form')
      .send({ email: kim.email, password: 'seven lanterns over water' })
      .expect(303)
    expect(await kinds()).toEqual(expect.arrayContaining(['colleague.invited', 'colleague.deactivated']))
  })

  test('a role changed takes effect with the next request', async () => {
    const priya = await world.as('priya')
    const rae = await world.as('rae')
    await rae.get('/account/colleagues').expect(403)
    const { id } = await membership('rae')
    await priya.post(`/account/colleagues/${id}`).type('form').send({ role: 'administrator' }).expect(303)
    await rae.get('/account/colleagues').expect(200)
  })

  test('the last administrator can’t leave', async () => {
    const priya = await world.as('priya')
    const { id } = await membership('priya')
    await priya.post(`/account/colleagues/${id}/deactivate`).expect(409)
    await priya.post(`/account/colleagues/${id}`).type('form').send({ role: 'staff' }).expect(409)
  })

  test('another practice’s are not there', async () => {
    const otto = await world.as('otto')
    const { id } = await membership('rae')
    await otto.get(`/account/colleagues/${id}`).expect(404)
    await otto.post(`/account/colleagues/${id}`).type('form').send({ role: 'staff' }).expect(404)
    await otto.post(`/account/colleagues/${id}/deactivate`).expect(404)
  })

  test('someone of two practices switches between them, and only between those', async () => {
    const otto = await world.as('otto')
    await otto
      .post('/account/colleagues')
      .type('form')
      .send({ name: 'Rae', email: world.email('rae'), role: 'staff' })
      .expect(303)
    const rae = await world.as('rae')
    const { practiceId } = world.actor ? await world.actor('otto') : { practiceId: '' }
    await rae.post('/account/switch').type('form').send({ practiceId }).expect(303)
    expect((await rae.get('/account')).text).toContain('staff of Oak Hill Pediatrics')
    const sam = await world.as('sam')
    await sam.post('/account/switch').type('form').send({ practiceId }).expect(404)
  })
})

async function membership(who: 'priya' | 'rae'): Promise<{ id: string }> {
  const { personId, practiceId } = await world.actor(who)
  return (await world.db('memberships').where({ personId, practiceId }).first('id')) as { id: string }
}

async function resetPath(kind: string): Promise<string> {
  for (let tries = 0; tries < 50; tries++) {
    const letter = (await world.db('letters').where({ kind }).first('text')) as { text: string } | undefined
    const path = letter && /\/password\/[\w-]+/.exec(letter.text)
    if (path) return path[0]
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('no letter came')
}

async function kinds(): Promise<string[]> {
  return ((await world.db('events').select('kind')) as { kind: string }[]).map((event) => event.kind)
}
