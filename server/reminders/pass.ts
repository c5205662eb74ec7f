import { listPractices, programIn, type Practice } from '../accounts/accounts'
import { refreshSummaries } from '../agreements/agreements'
import { beat, tellOutside } from '../heartbeat'
import { sendQuietReceipts } from '../invites/invites'
import type { Services } from '../services'
import { noteCalendar } from './entries'
import { sendMonthly } from './month'
import { planPractice, type Planned } from './plan'

/**
 * One pass over everything: what only time changed is noted, what is due is planned, receipts of who left without a word go.
 * @throws AggregateError when a practice failed; the others were served all the same, and the heartbeat is left out.
 */
export async function remindersPass(services: Services): Promise<Planned> {
  const counts: Planned = { planned: 0, withdrawn: 0 }
  const failures: unknown[] = []
  for (const practice of await listPractices(services.db)) {
    try {
      const { planned, withdrawn } = await passOver(services, practice)
      counts.planned += planned
      counts.withdrawn += withdrawn
    } catch (error) {
      services.log.error({ err: error, practice: practice.id }, 'the reminders of a practice failed')
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'The reminders of a practice failed.')
  await beat(services, counts)
  await tellOutside(services)
  return counts
}

async function passOver(services: Services, practice: Practice): Promise<Planned> {
  const program = programIn(practice, services.now().toISOString())
  await refreshSummaries(services.db, program)
  await sendQuietReceipts(services, program)
  const planned = await planPractice(services, practice)
  await sendMonthly(services, practice)
  await noteCalendar(services, practice)
  return planned
}
