import type { Knex } from 'knex'

type Table = Knex.CreateTableBuilder

/** Who is reminded of what and when, what was told to whom, and what people put off. */
export async function up(knex: Knex): Promise<void> {
  await rules(knex)
  await turns(knex)
  await lines(knex)
  await knex.schema.alterTable('letters', (t) => {
    // JSON: what goes along, and where the reader can have the letters stopped.
    maybe(t, 'attachments', 'unsubscribe')
  })
  await knex.schema.alterTable('vendors', (t) => {
    maybe(t, 'baaNoticeBy', 'baaRenewsOn')
    t.index(['practiceId', 'id'])
  })
}

export async function down(): Promise<void> {
  throw new Error('The record is never rolled back. Restore a backup instead.')
}

/** Versions stand beside each other; the last one of a scope counts. */
async function rules(knex: Knex): Promise<void> {
  await knex.schema.createTable('reminderRules', (t) => {
    id(t)
    practice(t)
    text(t, 'scope', 'rules', 'personId', 'personName', 'at')
    maybe(t, 'vendorId')
    t.integer('version').notNullable()
    t.unique(['practiceId', 'scope', 'version'])
  })
}

async function turns(knex: Knex): Promise<void> {
  await knex.schema.createTable('reminderHolds', (t) => {
    id(t)
    practice(t)
    text(t, 'vendorId', 'matter', 'kind', 'personId', 'personName', 'since', 'reason', 'at')
    maybe(t, 'toPersonId', 'toName', 'until', 'endedAt', 'endedBy')
    t.index(['practiceId', 'endedAt'])
  })
  await knex.schema.createTable('reminderSilences', (t) => {
    id(t)
    practice(t)
    text(t, 'until', 'reason', 'askedBy', 'askedByName', 'askedAt')
    maybe(t, 'vendorId', 'confirmedBy', 'confirmedByName', 'confirmedAt', 'endedAt', 'endedBy')
  })
  await knex.schema.createTable('reminderStops', (t) => {
    id(t)
    practice(t)
    text(t, 'personId', 'at')
    maybe(t, 'endedAt')
  })
}

/** One row for each thing that a person was told at a stage: its key is what keeps it from being told twice. */
async function lines(knex: Knex): Promise<void> {
  await knex.schema.createTable('reminderLines', (t) => {
    t.text('key').primary()
    practice(t)
    t.text('letterId').notNullable().references('id').inTable('letters').index()
    text(t, 'told', 'personId', 'vendorId', 'dueOn', 'at')
    t.index(['told'])
  })
  // Letters of the time before lines were kept: what they told isn't told again.
  await knex.raw(
    `insert into ?? (??, ??, ??, ??, ??, ??, ??, ??)
     select substr(l.??, 10), l.??, l.??, substr(l.??, 10, length(l.??) - 26), substr(l.??, length(l.??) - 15),
       l.??, l.??, l.??
     from ?? l where l.?? like 'reminder.%' and l.?? <> 'withdrawn' and l.?? is not null`,
    [
      ...['reminderLines', 'key', 'practiceId', 'letterId', 'told', 'personId', 'vendorId', 'dueOn', 'at'],
      ...['uniqueKey', 'practiceId', 'id', 'uniqueKey', 'uniqueKey', 'uniqueKey', 'uniqueKey'],
      ...['vendorId', 'dueOn', 'createdAt'],
      ...['letters', 'kind', 'state', 'vendorId'],
    ],
  )
}

function id(t: Table): void {
  t.text('id').primary()
}

function practice(t: Table): void {
  t.text('practiceId').notNullable().references('id').inTable('practices').index()
}

function text(t: Table, ...columns: string[]): void {
  for (const column of columns) t.text(column).notNullable()
}

function maybe(t: Table, ...columns: string[]): void {
  for (const column of columns) t.text(column)
}
