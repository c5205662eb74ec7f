import { bring, type Desk } from '../../../scripts/demo/desk'
import { addDemoVendors } from '../../../scripts/demo/vendors'
import { makeBaaPdf } from '../../../scripts/papers/papers'
import { recordEnding } from '../../../server/endings/endings'
import { proposePoints, sendShortfall } from '../../../server/shortfalls/shortfalls'
import { findVendor } from '../../../server/vendors/vendors'
import { startReading } from '../../../server/work'
import { TODAY, type World } from '../../support/world'

/** Maple Street with the vendors of the demo, made on the days on which they would have come. */
export async function fillWithDemo(world: World): Promise<void> {
  const stopReading = startReading(world.services)
  const desk: Desk = {
    services: world.services,
    today: TODAY.slice(0, 10),
    goTo: (date) => world.clock.set(`${date}T15:00:00.000Z`),
    priya: () => world.actor('priya'),
    rae: () => world.actor('rae'),
  }
  await addDemoVendors(desk)
  world.clock.set(TODAY)
  await askForWhatIsLacking(desk)
  await stopReading()
  await listWhatComesBack(desk)
}

/** A paper of Brightline’s that lacks things, and the letter about them. */
async function askForWhatIsLacking(desk: Desk): Promise<void> {
  const { services } = desk
  const priya = await desk.priya()
  const { id } = await services.db('vendors').where({ name: 'Brightline Billing' }).first('id')
  const paper = await makeBaaPdf({
    coveredEntity: 'Maple Street Family Medicine',
    businessAssociate: 'Brightline Billing',
    term: { is: 'evergreen' },
    leaveOut: ['B10', 'B12'],
    weaken: ['B05', 'B06'],
    signed: {},
  })
  const document = await bring(desk, id, 'Brightline BAA.pdf', paper)
  const { proposed } = await proposePoints(services.db, priya, document.id)
  const about = { vendor: await findVendor(services.db, priya, id), document, follows: null }
  const points = proposed.map((point) => ({ proposed: point, words: point.text }))
  const to = { contactName: 'Jo Alvarez', contactEmail: 'jo.alvarez@brightline.example', days: 14 }
  await sendShortfall(services, priya, about, { ...to, opening: '', points }, 'link')
}

/** Of the agreement with Larkhollow that ran out. */
async function listWhatComesBack(desk: Desk): Promise<void> {
  const { db } = desk.services
  const over = await db('agreements').where('ends', '<', TODAY.slice(0, 10)).orderBy('ends').first('id')
  const task = {
    system: 'CareBridge',
    way: 'either' as const,
    dueOn: '2026-12-22',
    responsible: 'Rae Lindqvist',
  }
  await recordEnding(db, await desk.priya(), over.id, {
    ...{ endedOn: '2025-06-25', kind: 'services-ended', reason: 'It ran out.', cure: null },
    tasks: ['Patient information in CareBridge', 'All other copies'].map((what) => ({ ...task, what })),
  })
}
