import fs from 'node:fs'
import path from 'node:path'
import { ConfigError, readConfig, settingNames } from '../server/config'

test('nothing needs to be set', () => {
  expect(readConfig({})).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    baseUrl: 'http://127.0.0.1:3000',
    databaseUrl: null,
    secure: false,
  })
})

test('every wrong setting is named with its remedy, all at once', () => {
  const complaints = complaintsOf({ PORT: 'eighty', SMTP_URL: 'mail.example.org', SIGN_UP: 'maybe' })
  expect(complaints).toHaveLength(3)
  expect(complaints.join('\n')).toMatch(
    /PORT: Give a port.*SIGN_UP: Say open or closed.*SMTP_URL: Give smtp:/s,
  )
})

test('other machines are served through TLS, or by a clear yes', () => {
  expect(complaintsOf({ HOST: '0.0.0.0' }).join()).toContain('BASE_URL=https://')
  expect(readConfig({ HOST: '0.0.0.0', BASE_URL: 'https://desk.example.org' }).secure).toBe(true)
  expect(readConfig({ HOST: '0.0.0.0', ALLOW_PLAIN_HTTP: 'yes' }).secure).toBe(false)
})

test('.env.example names every setting and no other', () => {
  const lines = fs.readFileSync(path.resolve(__dirname, '../.env.example'), 'utf8').split('\n')
  const named = lines.flatMap((line) => /^(?:# )?([A-Z][A-Z0-9_]+)=/.exec(line)?.[1] ?? [])
  expect(named.sort()).toEqual([...settingNames].sort())
})

test('what .env.example gives can be read', () => {
  const lines = fs.readFileSync(path.resolve(__dirname, '../.env.example'), 'utf8').split('\n')
  const given = lines.flatMap((line) => /^([A-Z][A-Z0-9_]+)=(.*)$/.exec(line)?.slice(1) ?? [])
  const pairs = given.flatMap((_value, index) => (index % 2 === 0 ? [[given[index], given[index + 1]]] : []))
  expect(() => readConfig(Object.fromEntries(pairs) as NodeJS.ProcessEnv)).not.toThrow()
})

function complaintsOf(env: NodeJS.ProcessEnv): string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    return (error as ConfigError).complaints
  }
}
