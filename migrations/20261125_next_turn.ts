import type { Knex } from 'knex'

/** What a vendor's row says of its agreements holds from a day until another, so that a pass asks for those rows alone whose day has come. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('vendors', (t) => {
    t.text('baaAsOf')
    t.index(['practiceId', 'baaAsOf'])
    t.index(['practiceId', 'baaTurnsOn'])
  })
  // Long past: the next pass works it out for each.
  await knex('vendors').whereNotNull('agreementId').update({ baaTurnsOn: '0001-01-01' })
}

export async function down(): Promise<void> {
  throw new Error('The record is never rolled back. Restore a backup instead.')
}
