import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** A fresh database on the server that the whole run shares; its address comes from the global set-up. */
export async function newDatabaseUrl(): Promise<string> {
  const name = `countersign_${randomBytes(6).toString('hex')}`
  await onServer((client) => client.query(`create database ${name}`))
  return `${serverUrl()}/${name}`
}

export async function dropDatabase(url: string): Promise<void> {
  await onServer((client) =>
    client.query(`drop database if exists ${new URL(url).pathname.slice(1)} with (force)`),
  )
}

function serverUrl(): string {
  const url = process.env.TEST_POSTGRES_URL
  if (!url)
    throw new Error('No PostgreSQL is running for the tests; its start stands in test/support/globalSetup.ts')
  return url
}

async function onServer(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(`${serverUrl()}/postgres`)
  await client.connect()
  await work(client).finally(() => client.end())
}
