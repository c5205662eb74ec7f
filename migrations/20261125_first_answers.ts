import type { Knex } from 'knex'

/** What a long scan says as far as it is read, while its reading runs. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('jobs', (t) => {
    t.text('firstAnswers')
  })
}

export async function down(): Promise<void> {
  throw new Error('The record is never rolled back. Restore a backup instead.')
}
