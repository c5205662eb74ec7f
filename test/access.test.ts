import type { Router } from 'express'
import { closedRooms, openRooms } from '../server/app'
import { accessMatrix, openAddresses } from './support/accessMatrix'
import { fillPractice, type Ids } from './support/fillPractice'
import { openWorld, type Who, type World } from './support/world'

interface Route {
  method: 'get' | 'post'
  path: string
  roles: string | null
}

const ROLES: Record<string, Who> = { administrator: 'priya', reviewer: 'rae', staff: 'sam' }

let world: World
let routes: Route[]

beforeAll(async () => {
  world = await openWorld()
  routes = closedRooms(world.services).flatMap(([at, router]) => routesOf(at, router))
})
afterAll(() => world.close())

test('every route behind the sign-in wall stands in the matrix with the roles that it names, and no other', () => {
  const real = Object.fromEntries(
    routes.map((route) => [`${route.method.toUpperCase()} ${route.path}`, route.roles]),
  )
  expect(real).toEqual(accessMatrix)
})

test('every page before the sign-in wall is known', () => {
  const open = openRooms(world.services).flatMap(([at, router]) => routesOf(at, router))
  expect(open.map((route) => `${route.method.toUpperCase()} ${route.path}`).sort()).toEqual(
    [...openAddresses].sort(),
  )
})

test('a visitor is sent to the sign-in page from every route', async () => {
  const visitor = world.visitor()
  for (const route of routes) {
    const answer = await visitor[route.method](madeUp(route.path))
    expect([route.path, answer.status, String(answer.headers.location).split('?')[0]]).toEqual([
      route.path,
      303,
      '/sign-in',
    ])
  }
})

test.each(Object.entries(ROLES))(
  '%s is let in where the matrix says, and nowhere else',
  async (role, who) => {
    const agent = await world.as(who)
    for (const route of routes) {
      if (route.path === '/sign-out' || route.path === '/account/switch') continue
      const answer = await agent[route.method](madeUp(route.path))
      const allowed = route.roles!.split(' ').includes(role)
      expect([route.method, route.path, answer.status === 403]).toEqual([route.method, route.path, !allowed])
      expect(answer.status).toBeLessThan(500)
    }
  },
)

test('an outsider finds nothing of another practice under its real ids, and changes nothing', async () => {
  const ids = await fillPractice(world)
  const otto = await world.as('otto')
  const before = await world.db('events').count({ count: '*' })
  for (const route of routes.filter(({ path }) => path.includes(':'))) {
    const answer = await otto[route.method](withIds(route.path, ids))
    expect([route.method, route.path, answer.status]).toEqual([route.method, route.path, 404])
    expect(answer.text).not.toContain('Brightline')
  }
  expect(await world.db('events').count({ count: '*' })).toEqual(before)
})

function withIds(path: string, ids: Ids): string {
  const room = path.split('/')[1]!
  return path
    .replace(':vendorId', ids.vendors)
    .replace(':contactId', ids.contact)
    .replace(':systemId', ids.system)
    .replace(':documentId', ids.documents)
    .replace(':taskId', ids.task)
    .replace(':page', '1')
    .replace(':field', 'opinion')
    .replace(':id', path.includes('/conditions/') ? ids.condition : ids[room as keyof Ids])
}

function routesOf(at: string, router: Router): Route[] {
  return router.stack.flatMap((layer) => {
    if (!layer.route) return []
    const { path, stack } = layer.route as unknown as {
      path: string
      stack: { method: 'get' | 'post'; handle: { allowed?: string[] } }[]
    }
    const methods = [...new Set(stack.map((entry) => entry.method))]
    const wall = stack.find((entry) => entry.handle.allowed)
    return methods.map((method) => ({
      method,
      path: joined(at, path),
      roles: wall?.handle.allowed?.join(' ') ?? null,
    }))
  })
}

function joined(at: string, path: string): string {
  return `${at === '/' ? '' : at}${path === '/' ? '' : path}` || '/'
}

function madeUp(path: string): string {
  return path.replace(/:n\b|:page\b/, '1').replace(/:\w+/g, 'nobodyhasthis')
}
