import type { Knex } from 'knex'

/** What shows that letters go, and the dates that calendars hold. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('letters', (t) => {
    // When the attempt under way began; who said that a failed letter is dealt with.
    maybe(t, 'claimedAt', 'setAsideAt', 'setAsideBy')
  })
  await knex.schema.alterTable('letterAttempts', (t) => {
    maybe(t, 'claimedAt')
  })
  await feeds(knex)
  await entries(knex)
}

export async function down(): Promise<void> {
  throw new Error('The record is never rolled back. Restore a backup instead.')
}

/** Addresses under which a calendar program finds a person's dates; only their hashes are kept. */
async function feeds(knex: Knex): Promise<void> {
  await knex.schema.createTable('calendarFeeds', (t) => {
    t.text('id').primary()
    practice(t)
    text(t, 'personId', 'tokenHash', 'createdAt')
    maybe(t, 'revokedAt')
    t.unique(['tokenHash'])
    t.index(['practiceId', 'personId'])
  })
}

/** What calendars were told of each date: it keeps its name, and counts how often it moved. */
async function entries(knex: Knex): Promise<void> {
  await knex.schema.createTable('calendarEntries', (t) => {
    t.text('uid').primary()
    practice(t)
    text(t, 'vendorId', 'kind', 'about', 'title', 'date', 'at')
    maybe(t, 'removedAt')
    t.integer('sequence').notNullable()
  })
}

type Table = Knex.TableBuilder

function practice(t: Table): void {
  t.text('practiceId').notNullable().references('id').inTable('practices').index()
}

function text(t: Table, ...columns: string[]): void {
  for (const column of columns) t.text(column).notNullable()
}

function maybe(t: Table, ...columns: string[]): void {
  for (const column of columns) t.text(column)
}
