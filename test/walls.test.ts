import { openWorld, type World } from './support/world'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('every answer carries the headers that keep a browser in line', async () => {
  for (const path of ['/sign-in', '/nowhere', '/static/countersign.css', '/vendors']) {
    const { headers } = await world.visitor().get(path)
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    expect(headers['x-powered-by']).toBeUndefined()
  }
  expect((await world.visitor().get('/sign-in')).headers['cache-control']).toBe('no-store')
})

test('behind https cookies are bound to the host and never go out in the clear', async () => {
  const secure = await openWorld({ settings: { BASE_URL: 'https://desk.example.org', TRUST_PROXY: '1' } })
  const answer = await secure
    .visitor()
    .post('/sign-in')
    .set('X-Forwarded-Proto', 'https')
    .type('form')
    .send({ email: secure.email('priya'), password: 'harbor lantern seven plums' })
  const cookie = String(answer.headers['set-cookie'])
  expect(cookie).toMatch(/^__Host-countersign=.*Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  expect(answer.headers['strict-transport-security']).toContain('max-age=63072000')
  await secure.close()
})

test('an address that isn’t there is told so in a sentence, and no secret of the house lies about', async () => {
  const priya = await world.as('priya')
  for (const path of [
    '/nowhere',
    '/.env',
    '/.git/config',
    '/package.json',
    '/data/countersign.db',
    '/uploads',
    '/static/../server/app.ts',
  ]) {
    const answer = await priya.get(path)
    expect([path, answer.status]).toEqual([path, 404])
  }
})

test('fields that a form doesn’t have change nothing', async () => {
  const sam = await world.as('sam')
  await sam
    .post('/account/password')
    .type('form')
    .send({ current: 'x', password: 'harbor lantern eight pears', role: 'administrator' })
    .expect(422)
  const { role } = await world.actor('sam')
  expect(role).toBe('staff')
  await sam.post('/account/switch').type('form').send('__proto__[polluted]=1&practiceId[]=x').expect(404)
  expect(({} as { polluted?: string }).polluted).toBeUndefined()
})

test('a form far too long is refused in a sentence', async () => {
  const answer = await world
    .visitor()
    .post('/sign-in')
    .type('form')
    .send({ email: 'a'.repeat(400_000) })
    .expect(413)
  expect(answer.text).toContain('That is too long')
})

test('opening pages changes nothing', async () => {
  const priya = await world.as('priya')
  const before = await world.db('events').select('id')
  for (const path of [
    '/',
    '/vendors',
    '/vendors/new',
    '/letters',
    '/letters/coming',
    '/invites',
    '/reviews',
    '/history',
    '/account',
    '/account/colleagues',
  ]) {
    await priya.get(path).expect(200)
    await priya.get(path).expect(200)
  }
  expect(await world.db('events').select('id')).toEqual(before)
})

test('an id that is no id finds nothing, and never breaks the page', async () => {
  const priya = await world.as('priya')
  for (const id of [
    '-1',
    '0',
    '1e309',
    "'; drop table vendors; --",
    '%00',
    'a'.repeat(3000),
    '[object Object]',
  ]) {
    const answer = await priya.get(`/vendors/${encodeURIComponent(id)}`)
    expect([404, 400]).toContain(answer.status)
  }
})
