import type { Knex } from 'knex'

/** Amendments can be taken back, agreements say how soon a breach is told, and vendors know when their terms next change by themselves. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('amendments', (t) => {
    for (const column of ['withdrawnAt', 'withdrawnBy', 'withdrawnReason']) t.text(column)
  })
  await knex.schema.alterTable('agreements', (t) => void t.integer('breachNoticeDays'))
  await knex.schema.alterTable('vendors', (t) => void t.text('baaTurnsOn'))
}

export async function down(): Promise<void> {
  throw new Error('The record is never rolled back. Restore a backup instead.')
}
