import { addDemoVendors } from '../../../scripts/demo/vendors'
import { startReading } from '../../../server/work'
import { TODAY, type World } from '../../support/world'

/** Maple Street with the vendors of the demo, made on the days on which they would have come. */
export async function fillWithDemo(world: World): Promise<void> {
  const stopReading = startReading(world.services)
  await addDemoVendors({
    services: world.services,
    today: TODAY.slice(0, 10),
    goTo: (date) => world.clock.set(`${date}T15:00:00.000Z`),
    priya: () => world.actor('priya'),
    rae: () => world.actor('rae'),
  })
  await stopReading()
  world.clock.set(TODAY)
}
