import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { createPractice, findAccountByEmail } from '../server/accounts/accounts'
import { setUpForm } from '../server/accounts/forms'
import { environmentWithFile, readConfig } from '../server/config'
import { readForm } from '../server/http/forms'
import { openServices } from '../server/openServices'

const USAGE = `Makes one more practice with its administrator.

  scripts/create-practice --practice "Maple Street Family Medicine" --state OH --time-zone America/New_York \\
                          --name "Priya Raman" --email priya@example.org

Someone who has an account already keeps their password. For someone new a password is made and printed once.
`
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

void main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = 1
})

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      practice: { type: 'string' },
      state: { type: 'string' },
      'time-zone': { type: 'string' },
      name: { type: 'string' },
      email: { type: 'string' },
    },
  })
  const password = madePassword()
  const { practice: practiceName, state, 'time-zone': timeZone, name, email } = values
  const form = readForm(setUpForm, { practiceName, state, timeZone, name, email, password })
  if (form.errors) throw new Error(`${Object.values(form.errors).join('\n')}\n\n${USAGE}`)
  const services = await openServices(readConfig({ ...environmentWithFile(), LOG_LEVEL: 'warn' }))
  const known = await findAccountByEmail(services.db, form.values.email)
  await createPractice(services.db, form.values, services.now().toISOString(), null)
  await services.db.destroy()
  process.stdout.write(
    `${form.values.practiceName} is there. ${form.values.email} signs in at ${services.config.baseUrl}\n`,
  )
  if (!known)
    process.stdout.write(
      `with the password ${password} (shown this once; it can be changed under Your account).\n`,
    )
}

function madePassword(): string {
  const group = () => Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}
