import type { AddressInfo } from 'node:net'
import { createApp } from '../../server/app'
import { startWork } from '../../server/work'
import type { World } from './world'

/** The world's app on a port of its own, with its work running, for browsers. */
export async function serve(world: World, options: { work?: boolean } = {}) {
  const server = createApp(world.services).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  world.services.config.baseUrl = address
  const stopWork = options.work === false ? () => Promise.resolve() : startWork(world.services)
  return {
    address,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await stopWork()
    },
  }
}
