import type { Knex } from 'knex'

type Table = Knex.CreateTableBuilder

/** What becomes of an agreement: letters about what it lacks, amendments, its end, and the vendor's own subcontractors. */
export async function up(knex: Knex): Promise<void> {
  // What a link is about, where its purpose has a room of its own: a letter's id, an ending's.
  await knex.schema.alterTable('invites', (t) => void t.text('aboutId').index())
  await shortfalls(knex)
  await endings(knex)
  await chain(knex)
  await amendments(knex)
}

export async function down(): Promise<void> {
  throw new Error('The record is never rolled back. Restore a backup instead.')
}

async function shortfalls(knex: Knex): Promise<void> {
  await knex.schema.createTable('shortfalls', (t) => {
    ofVendor(t)
    points(t, 'documentId', 'documents').index()
    text(t, 'createdBy', 'createdAt')
    maybe(t, 'followsId', 'closedAt', 'closedBy', 'closedNote')
    t.index(['practiceId', 'closedAt'])
  })
  await knex.schema.createTable('shortfallPoints', (t) => {
    id(t)
    points(t, 'practiceId', 'practices').index()
    points(t, 'shortfallId', 'shortfalls')
    text(t, 'provision', 'words', 'result')
    t.integer('page')
    maybe(t, 'quote', 'settledAt', 'settledBy', 'settledNote')
    t.unique(['shortfallId', 'provision'])
  })
}

async function endings(knex: Knex): Promise<void> {
  await knex.schema.createTable('endings', (t) => {
    ofVendor(t)
    points(t, 'agreementId', 'agreements')
    text(t, 'kind', 'reason', 'endedOn', 'protections', 'recordedBy', 'recordedAt')
    maybe(t, 'cure', 'closedAt', 'closedBy', 'closedNote')
    t.unique(['agreementId'])
    t.index(['practiceId', 'closedAt'])
  })
  await knex.schema.createTable('returnTasks', (t) => {
    ofVendor(t)
    points(t, 'endingId', 'endings').index()
    t.integer('position').notNullable()
    text(t, 'what', 'way', 'dueOn', 'responsible', 'createdBy', 'createdAt')
    maybe(t, 'system', 'outcome', 'method', 'doneOn', 'doneNote', 'doneBy', 'doneAt', 'certificateId')
  })
  await knex.schema.createTable('returnCertificates', (t) => {
    ofVendor(t)
    points(t, 'endingId', 'endings').index()
    points(t, 'inviteId', 'invites')
    text(t, 'entries', 'signerName', 'signerTitle', 'statement', 'receivedAt')
    maybe(t, 'ip', 'browser', 'acceptedAt', 'acceptedBy', 'refusedAt', 'refusedBy', 'refusedReason')
  })
}

async function chain(knex: Knex): Promise<void> {
  await knex.schema.createTable('subcontractorLists', (t) => {
    ofVendor(t)
    // null while it is being written
    t.integer('version')
    text(t, 'entries', 'statedBy', 'startedAt', 'changedAt')
    maybe(t, 'statedTitle', 'inviteId', 'statedAt')
    t.unique(['vendorId', 'version'])
  })
  await knex.schema.createTable('chainAnswers', (t) => {
    ofVendor(t)
    text(t, 'gap', 'name', 'reason', 'answeredBy', 'answeredAt')
  })
}

async function amendments(knex: Knex): Promise<void> {
  await knex.schema.createTable('amendments', (t) => {
    ofVendor(t)
    points(t, 'agreementId', 'agreements').index()
    t.integer('number').notNullable()
    text(t, 'summary', 'changes', 'recordedBy', 'recordedAt')
    maybe(t, 'documentId', 'correctsId', 'effective', 'note')
    maybe(t, 'coveredEntitySigner', 'coveredEntitySignedOn')
    maybe(t, 'businessAssociateSigner', 'businessAssociateSignedOn')
    t.unique(['agreementId', 'number'])
  })
}

function ofVendor(t: Table): void {
  id(t)
  points(t, 'practiceId', 'practices').index()
  points(t, 'vendorId', 'vendors').index()
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
