import type { Knex } from 'knex'

/** The list is read in the order in which it is shown, so nothing is left to be sorted. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('vendors', (t) => {
    t.index(['practiceId', 'archivedAt', 'sortName', 'id'], 'vendors_list_index')
    t.dropIndex(['practiceId', 'archivedAt', 'sortName'])
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('vendors', (t) => {
    t.index(['practiceId', 'archivedAt', 'sortName'])
    t.dropIndex(['practiceId', 'archivedAt', 'sortName', 'id'], 'vendors_list_index')
  })
}
