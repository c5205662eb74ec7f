import { programIn, type Practice } from '../accounts/accounts'
import { refreshSummaries } from '../agreements/agreements'
import { sendQuietReceipts } from '../invites/invites'
import type { Services } from '../services'
import { planReminders, type Planned } from './plan'

/** One pass over everything: what only time changed is noted, what is due is planned, receipts of who left without a word go. */
export async function remindersPass(services: Services): Promise<Planned> {
  const { db, now } = services
  const at = now().toISOString()
  for (const practice of await db<Practice>('practices').orderBy('id')) {
    const program = programIn(practice, at)
    await refreshSummaries(db, program)
    await sendQuietReceipts(services, program)
  }
  const planned = await planReminders(services)
  await heartbeat(services, planned)
  return planned
}

/** Shows from outside that passes still happen. */
async function heartbeat({ db, now }: Services, detail: Planned): Promise<void> {
  const row = { at: now().toISOString(), detail: JSON.stringify(detail) }
  await db('heartbeats')
    .insert({ name: 'reminders', ...row })
    .onConflict('name')
    .merge(row)
}
