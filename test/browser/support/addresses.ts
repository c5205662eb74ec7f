import type { Router } from 'express'
import { closedRooms } from '../../../server/app'
import { findPractice } from '../../../server/accounts/accounts'
import { duePath } from '../../../server/reminders/digest'
import { mattersOfVendor } from '../../../server/reminders/facts'
import { findVendor } from '../../../server/vendors/vendors'
import type { World } from '../../support/world'

/** Answers that are no page of their own. */
const NO_PAGES = [
  '/documents/:id/download',
  '/documents/:id/pages/:page/image',
  '/documents/:id/progress',
  '/drafts/:id/paper',
  '/history/history.csv',
  '/letters/:id/html',
  '/reports/of/:documentId',
  '/vendors/vendors.csv',
]
const EACH = 2

/** The address of every page behind the sign-in wall, with real ids; of a vendor’s page, all there are. */
export async function closedAddresses(world: World): Promise<string[]> {
  const paths = closedRooms(world.services)
    .flatMap(([at, router]) => getPaths(at, router))
    .filter((path) => !NO_PAGES.includes(path))
  const addresses = await Promise.all(paths.map((path) => withIds(world, path)))
  const without = paths.filter((_path, at) => addresses[at]!.length === 0)
  if (without.length > 0) throw new Error(`the practice has nothing to show at ${without.join(', ')}`)
  return addresses.flat()
}

function getPaths(at: string, router: Router): string[] {
  return router.stack.flatMap(({ route }) => {
    const gets = route?.stack.some((layer) => layer.method === 'get')
    return route && gets ? [`${at}${route.path}`.replace(/^\/\/|(?<=.)\/$/g, '') || '/'] : []
  })
}

async function withIds(world: World, path: string): Promise<string[]> {
  const { db } = world
  const { practiceId } = await world.actor('priya')
  if (path === '/invites/new') return [`${path}?vendor=${await vendorId('Brightline Billing')}`]
  if (path === '/reviews/new') return [`${path}?report=${(await db('reports').first('id')).id}`]
  if (path === '/signings/new') {
    const draft = await db('drafts').where({ practiceId, signingId: null }).first('id')
    return [`${path}?draft=${draft.id}`]
  }
  if (path === '/shortfalls/new') {
    const paper = await db('documents').where({ practiceId, kind: 'baa', state: 'read' }).first('id')
    return paper ? [`${path}?document=${paper.id}`] : []
  }
  if (!path.includes(':')) return [path]
  if (path === '/letters/due/:vendorId/:matter') return [await dueAddress()]
  if (path === '/vendors/:id') return rows('vendors', Infinity)
  if (path.startsWith('/vendors/')) return [await partOf(await vendorId('Larkhollow CareBridge'))]
  if (path.startsWith('/account/')) return rows('memberships', 1)
  return rows(path.split('/')[1]!, path.split('/').length > 3 ? 1 : EACH)

  async function vendorId(name: string): Promise<string> {
    return (await db('vendors').where({ name }).first('id')).id
  }

  /** As the letters name it. */
  async function dueAddress(): Promise<string> {
    const practice = await findPractice(db, practiceId)
    const vendor = await findVendor(db, await world.actor('priya'), await vendorId('Cedar Backup'))
    const [matter] = await mattersOfVendor(db, practice, vendor, world.services.now())
    return duePath(matter!)
  }

  async function partOf(vendorId: string): Promise<string> {
    const part = path.match(/:(contact|system)Id/)?.[1]
    const row = part
      ? await db(part === 'system' ? 'vendorSystems' : 'contacts')
          .where({ vendorId })
          .first('id')
      : null
    return path.replace(/:(id|vendorId)/, vendorId).replace(/:(contact|system)Id/, row?.id)
  }

  async function rows(table: string, most: number): Promise<string[]> {
    const found: { id: string }[] = await db(table).where({ practiceId }).orderBy('id', 'desc').select('id')
    return found
      .slice(0, most)
      .map(({ id }) => path.replace(':id', id).replace(':page', '1').replace(':field', 'opinion'))
  }
}
