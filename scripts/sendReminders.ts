import { environmentWithFile, readConfig } from '../server/config'
import { sendDueLetters } from '../server/letters/letters'
import { openServices } from '../server/openServices'
import { remindersPass } from '../server/reminders/reminders'

void main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = 1
})

/** One pass, safe beside a running server: each letter is planned once and claimed before it goes. */
async function main(): Promise<void> {
  const services = await openServices(readConfig(environmentWithFile()))
  const { planned, withdrawn } = await remindersPass(services)
  const { sent, deferred, failed } = await sendDueLetters(services)
  const waits = services.config.smtpUrl ? '' : ' SMTP_URL is not set, so letters wait in the outbox.'
  process.stdout.write(
    `Planned ${planned}, withdrew ${withdrawn}, sent ${sent}, put off ${deferred}, not delivered ${failed}.${waits}\n`,
  )
  await services.db.destroy()
}
