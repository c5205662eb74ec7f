import type { Knex } from 'knex'

type Table = Knex.CreateTableBuilder

/** Agreements in our own words, and the signing of them. */
export async function up(knex: Knex): Promise<void> {
  await drafts(knex)
  await signings(knex)
  await knex.schema.alterTable('invites', (t) => void t.text('signingId').index())
  // null: it came in. Otherwise the desk made it: `to-sign` is a paper without signatures, `sealed` the finished one.
  await knex.schema.alterTable('documents', (t) => void t.text('origin'))
}

export async function down(): Promise<void> {
  throw new Error('The record is never rolled back. Restore a backup instead.')
}

async function drafts(knex: Knex): Promise<void> {
  await knex.schema.createTable('drafts', (t) => {
    id(t)
    points(t, 'practiceId', 'practices').index()
    points(t, 'vendorId', 'vendors').index()
    text(t, 'terms', 'createdBy', 'createdAt', 'changedAt')
    maybe(t, 'copiedFromId', 'signingId', 'droppedAt')
  })
}

async function signings(knex: Knex): Promise<void> {
  await knex.schema.createTable('signings', (t) => {
    id(t)
    points(t, 'practiceId', 'practices').index()
    points(t, 'vendorId', 'vendors').index()
    points(t, 'draftId', 'drafts')
    points(t, 'documentId', 'documents')
    text(t, 'sha256', 'wording', 'createdBy', 'createdAt')
    t.integer('pages').notNullable()
    maybe(t, 'declinedAt', 'changeAskedAt', 'reason', 'withdrawnAt', 'completedAt', 'sealedDocumentId')
    maybe(t, 'agreementId')
    t.index(['practiceId', 'completedAt'])
  })
  await knex.schema.createTable('signatures', (t) => {
    id(t)
    points(t, 'practiceId', 'practices').index()
    points(t, 'signingId', 'signings')
    text(t, 'side', 'name', 'title', 'email', 'consent', 'at')
    maybe(t, 'drawing', 'ip', 'browser', 'personId', 'inviteId')
    t.unique(['signingId', 'side'])
  })
}

function id(t: Table): void {
  t.text('id').primary()
}

function points(t: Table, column: string, table: string) {
  return t.text(column).notNullable().references('id').inTable(table)
}

function text(t: Table, ...columns: string[]): void {
  for (const column of columns) t.text(column).notNullable()
}

function maybe(t: Table, ...columns: string[]): void {
  for (const column of columns) t.text(column)
}
