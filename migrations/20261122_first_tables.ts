import type { Knex } from 'knex'

type Table = Knex.CreateTableBuilder

/** Instants are UTC ISO text, dates plain `YYYY-MM-DD` text, yes and no are 1 and 0: the same on both databases. */
export async function up(knex: Knex): Promise<void> {
  await accounts(knex)
  await record(knex)
  await vendors(knex)
  await documents(knex)
  await judgements(knex)
  await correspondence(knex)
}

export async function down(): Promise<void> {
  throw new Error('The record is never rolled back. Restore a backup instead.')
}

async function accounts(knex: Knex): Promise<void> {
  await knex.schema.createTable('practices', (t) => {
    id(t)
    text(t, 'name', 'state', 'timeZone', 'createdAt')
  })
  await knex.schema.createTable('people', (t) => {
    id(t)
    text(t, 'email', 'name', 'createdAt')
    maybe(t, 'passwordHash')
    t.unique(['email'])
  })
  await knex.schema.createTable('memberships', (t) => {
    id(t)
    practice(t)
    points(t, 'personId', 'people')
    text(t, 'role', 'createdAt')
    t.integer('getsLetters').notNullable()
    maybe(t, 'deactivatedAt')
    t.unique(['practiceId', 'personId'])
  })
  await knex.schema.createTable('sessions', (t) => {
    t.text('idHash').primary()
    maybe(t, 'personId')
    text(t, 'data', 'createdAt', 'seenAt')
    t.index(['personId'])
  })
  await knex.schema.createTable('accountLinks', (t) => {
    t.text('tokenHash').primary()
    points(t, 'personId', 'people')
    maybe(t, 'practiceId', 'usedAt')
    text(t, 'purpose', 'createdAt', 'expiresAt')
  })
}

async function record(knex: Knex): Promise<void> {
  await knex.schema.createTable('events', (t) => {
    id(t)
    practice(t)
    t.integer('number').notNullable()
    text(t, 'at', 'actorKind', 'actorName', 'kind', 'data', 'previousHash', 'hash')
    maybe(t, 'personId', 'vendorId', 'ip')
    t.unique(['practiceId', 'number'])
    t.index(['practiceId', 'vendorId', 'number'])
  })
  await knex.schema.createTable('jobs', (t) => {
    id(t)
    text(t, 'kind', 'payload', 'state', 'runAt', 'createdAt')
    maybe(t, 'leaseUntil', 'lockedBy', 'error', 'finishedAt', 'progress')
    t.integer('attempts').notNullable().defaultTo(0)
    t.index(['state', 'runAt'])
  })
  await knex.schema.createTable('heartbeats', (t) => {
    t.text('name').primary()
    text(t, 'at')
    maybe(t, 'detail')
  })
}

async function vendors(knex: Knex): Promise<void> {
  await knex.schema.createTable('vendors', (t) => {
    id(t)
    practice(t)
    text(t, 'name', 'sortName', 'searchText', 'category', 'createdAt')
    maybe(
      t,
      'website',
      'service',
      'phi',
      'tier',
      'businessAssociate',
      'nextOn',
      'archivedAt',
      'archiveReason',
    )
    for (const driver of ['records', 'access', 'criticality', 'sensitivity', 'chain']) t.integer(driver)
    // What the rooms to the right know of a vendor, written in their own transactions, so that a list is one query.
    maybe(t, 'agreementId', 'baaEffective', 'baaEnds', 'baaReviewBy', 'baaEndedOn')
    t.integer('baaSigned')
    maybe(t, 'reportId', 'reportType', 'reportEnd', 'reportOpinion', 'bridgedUntil')
    t.integer('reportExceptions')
    maybe(t, 'decisionId', 'decision', 'decidedAt', 'reviewOn', 'openReviewId')
    t.index(['practiceId', 'archivedAt', 'sortName'])
    t.index(['practiceId', 'archivedAt', 'nextOn'])
  })
  await knex.schema.createTable('vendorSystems', (t) => {
    id(t)
    practice(t)
    points(t, 'vendorId', 'vendors').index()
    text(t, 'name', 'aliases', 'createdAt')
    maybe(t, 'phi', 'removedAt')
  })
  await knex.schema.createTable('contacts', (t) => {
    id(t)
    practice(t)
    points(t, 'vendorId', 'vendors').index()
    text(t, 'name', 'email', 'createdAt')
    maybe(t, 'phone', 'title', 'removedAt')
  })
  await knex.schema.createTable('determinations', (t) => {
    id(t)
    practice(t)
    points(t, 'vendorId', 'vendors').index()
    text(t, 'answers', 'outcome', 'reason', 'citation', 'decidedBy', 'decidedAt')
    maybe(t, 'note')
  })
}

async function documents(knex: Knex): Promise<void> {
  await knex.schema.createTable('documents', (t) => {
    id(t)
    practice(t)
    points(t, 'vendorId', 'vendors').index()
    text(t, 'name', 'sha256', 'wrappedKey', 'uploadedBy', 'uploaderName', 'receivedAt', 'state')
    t.integer('bytes').notNullable()
    t.integer('pages')
    maybe(t, 'inviteId', 'kind', 'failureCode', 'failure', 'readingId', 'jobId')
    t.index(['practiceId', 'sha256'])
    t.index(['inviteId'])
  })
  await knex.schema.createTable('readings', (t) => {
    id(t)
    practice(t)
    points(t, 'documentId', 'documents').index()
    text(t, 'readerVersion', 'reading', 'createdAt')
    t.integer('milliseconds').notNullable()
  })
  await knex.schema.createTable('corrections', (t) => {
    id(t)
    practice(t)
    points(t, 'documentId', 'documents').index()
    text(t, 'field', 'value', 'note', 'personId', 'personName', 'at')
  })
  await knex.schema.createTable('reports', (t) => {
    id(t)
    practice(t)
    points(t, 'vendorId', 'vendors').index()
    points(t, 'documentId', 'documents')
    text(t, 'kind', 'createdAt')
    maybe(
      t,
      'type',
      'periodStart',
      'periodEnd',
      'reportDate',
      'opinion',
      'auditor',
      'setAsideAt',
      'setAsideReason',
    )
    t.integer('exceptions')
    t.integer('draft')
    t.unique(['documentId'])
  })
}

async function judgements(knex: Knex): Promise<void> {
  await knex.schema.createTable('agreements', (t) => {
    id(t)
    practice(t)
    points(t, 'vendorId', 'vendors').index()
    maybe(t, 'documentId', 'correctsId')
    t.integer('version').notNullable()
    text(t, 'coveredEntity', 'businessAssociate', 'term', 'recordedBy', 'recordedAt')
    maybe(t, 'effective', 'ends', 'reviewBy', 'servicesAgreement', 'endedOn', 'endReason', 'note')
    t.integer('renewalMonths')
    t.integer('noticeDays')
    maybe(
      t,
      'coveredEntitySigner',
      'coveredEntitySignedOn',
      'businessAssociateSigner',
      'businessAssociateSignedOn',
    )
    t.unique(['vendorId', 'version'])
  })
  await knex.schema.createTable('reviews', (t) => {
    id(t)
    practice(t)
    points(t, 'vendorId', 'vendors').index()
    points(t, 'reportId', 'reports')
    maybe(t, 'previousReviewId', 'decidedAt', 'closedAt')
    text(t, 'startedBy', 'startedAt')
  })
  await knex.schema.createTable('answers', (t) => {
    id(t)
    practice(t)
    points(t, 'reviewId', 'reviews').index()
    text(t, 'question', 'answer', 'note', 'suggestion', 'personId', 'personName', 'at')
  })
  await knex.schema.createTable('decisions', (t) => {
    id(t)
    practice(t)
    points(t, 'vendorId', 'vendors').index()
    points(t, 'reviewId', 'reviews')
    text(t, 'decision', 'reason', 'personId', 'personName', 'at', 'reviewOn')
    maybe(t, 'ip')
    t.unique(['reviewId'])
  })
  await knex.schema.createTable('conditions', (t) => {
    id(t)
    practice(t)
    points(t, 'vendorId', 'vendors')
    points(t, 'decisionId', 'decisions').index()
    text(t, 'kind', 'text', 'owner', 'due')
    maybe(t, 'doneAt', 'doneBy', 'doneNote')
  })
}

async function correspondence(knex: Knex): Promise<void> {
  await knex.schema.createTable('invites', (t) => {
    id(t)
    practice(t)
    points(t, 'vendorId', 'vendors').index()
    text(
      t,
      'purposes',
      'contactName',
      'contactEmail',
      'message',
      'tokenHash',
      'createdBy',
      'createdAt',
      'expiresAt',
    )
    maybe(
      t,
      'sentAt',
      'openedAt',
      'deliveredAt',
      'finishedAt',
      'withdrawnAt',
      'replacedById',
      'note',
      'receipts',
    )
    t.unique(['tokenHash'])
    t.index(['practiceId', 'deliveredAt'])
  })
  await knex.schema.createTable('guestSessions', (t) => {
    t.text('idHash').primary()
    points(t, 'inviteId', 'invites')
    text(t, 'createdAt', 'expiresAt')
  })
  await knex.schema.createTable('letters', (t) => {
    id(t)
    practice(t)
    text(
      t,
      'kind',
      'uniqueKey',
      'toName',
      'toEmail',
      'subject',
      'html',
      'text',
      'dueOn',
      'state',
      'createdAt',
      'messageId',
    )
    maybe(t, 'vendorId', 'leaseUntil', 'claimedBy', 'nextAttemptAt', 'sentAt', 'answer')
    t.integer('attempts').notNullable().defaultTo(0)
    t.unique(['uniqueKey'])
    t.index(['state', 'nextAttemptAt'])
    t.index(['practiceId', 'createdAt'])
  })
  await knex.schema.createTable('letterAttempts', (t) => {
    id(t)
    points(t, 'letterId', 'letters').index()
    text(t, 'at', 'outcome', 'detail')
  })
}

function id(t: Table): void {
  t.text('id').primary()
}

function practice(t: Table): void {
  points(t, 'practiceId', 'practices').index()
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
