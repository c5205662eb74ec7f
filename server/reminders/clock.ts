import { Cron } from 'croner'
import { sendDueLetters } from '../letters/letters'
import type { Services } from '../services'
import { remindersPass } from './pass'
import { freshenDue } from './plan'

const SEND = '*/10 * * * * *'
const REMIND = '0 2 * * * *'

/** What is due goes with the words of this moment, not of the pass that planned it. */
async function sendFresh(services: Services, stopping: AbortSignal): Promise<void> {
  await freshenDue(services)
  await sendDueLetters(services, stopping)
}

/** Sends what is due and, each hour, plans what has come due; at once when the program starts. The answer stops it. */
export function startClock(services: Services): () => Promise<void> {
  const stopping = new AbortController()
  const running = new Set<Promise<unknown>>()
  const crons = [
    new Cron(SEND, { protect: true, unref: true }, () =>
      run('send', () => sendFresh(services, stopping.signal)),
    ),
    new Cron(REMIND, { protect: true, unref: true }, () => run('remind', () => remindersPass(services))),
  ]
  void run('remind', () => remindersPass(services))
  return async () => {
    stopping.abort()
    for (const cron of crons) cron.stop()
    await Promise.all(running)
  }

  async function run(what: string, work: () => Promise<unknown>): Promise<void> {
    const ended = work().catch((error: unknown) => services.log.error({ err: error }, `${what} failed`))
    running.add(ended)
    await ended
    running.delete(ended)
  }
}
