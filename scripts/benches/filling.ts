import { change, isSqlite, newId, type Database, type Transaction } from '../../server/database'
import { addDays, type PlainDate } from '../../server/dates'
import { vendorCategories } from '../../server/vendors/vendors'

type Row = Record<string, string | number | null>

const ROWS_AT_ONCE = 5000
const SPREAD_DAYS = 900
const PAST_DAYS = 20
const RENEWAL_DAYS = 365
const NOTICE_DAYS = 60

/** Rows as the rooms would leave them; the verbs themselves would take hours for so many. */
export async function fillPractices(db: Database, count: number, vendors: number, now: Date): Promise<void> {
  const at = now.toISOString()
  const rows = Array.from({ length: count }, (_unused, index) => practiceRows(index, at))
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE)
    await change(db, async (trx) => {
      for (const table of ['practices', 'people', 'memberships'] as const)
        await insertRows(
          trx,
          table,
          some.map((one) => one[table]),
        )
    })
  }
  const perWrite = Math.max(1, Math.floor(ROWS_AT_ONCE / Math.max(1, vendors)))
  for (let from = 0; from < rows.length; from += perWrite) {
    const ids = rows.slice(from, from + perWrite).map(({ practices }) => practices.id as string)
    await insertVendors(
      db,
      ids.flatMap((id) => vendorRows(id, vendors, now)),
    )
  }
}

export async function fillVendors(db: Database, practiceId: string, count: number, now: Date): Promise<void> {
  await insertVendors(db, vendorRows(practiceId, count, now))
}

function practiceRows(index: number, createdAt: string) {
  const [practiceId, personId] = [newId(), newId()]
  const practice = { name: `Practice ${index}`, state: 'OH', timeZone: 'America/New_York' }
  const email = `${practiceId.toLowerCase()}@example.org`
  return {
    practices: { id: practiceId, ...practice, createdAt },
    people: { id: personId, email, name: 'Priya', createdAt },
    memberships: { id: newId(), practiceId, personId, role: 'administrator', createdAt, getsLetters: 0 },
  }
}

function vendorRows(practiceId: string, count: number, now: Date) {
  return Array.from({ length: count }, (_unused, index) => vendorRow(practiceId, index, now))
}

async function insertVendors(db: Database, rows: ReturnType<typeof vendorRows>): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE)
    await change(db, async (trx) => {
      await insertRows(
        trx,
        'vendors',
        some.map(({ vendor }) => vendor),
      )
      await insertRows(
        trx,
        'agreements',
        some.map(({ agreement }) => agreement),
      )
    })
  }
}

/** One statement whatever their number: as JSON, which both databases take apart themselves. */
async function insertRows(trx: Transaction, table: string, rows: Row[]): Promise<void> {
  if (rows.length === 0) return
  const names = Object.keys(rows[0]!)
  const isNumber = (name: string) => rows.some((row) => typeof row[name] === 'number')
  const values = names.map((name) =>
    isNumber(name) ? `cast(each.value ->> '${name}' as integer)` : `each.value ->> '${name}'`,
  )
  const each = isSqlite(trx) ? 'json_each(?) as each' : 'json_array_elements(?::json) as each(value)'
  const into = names.map((name) => `"${name}"`).join(', ')
  await trx.raw(`insert into "${table}" (${into}) select ${values.join(', ')} from ${each}`, [
    JSON.stringify(rows),
  ])
}

interface Terms {
  term: string
  ends: PlainDate | null
  reviewBy: PlainDate | null
  renewalMonths: number | null
  noticeDays: number | null
}

/** Of ten seven end on a day, two are looked over by a day, and one renews by itself; their days lie over two and a half years. */
function termsOf(index: number, today: PlainDate): Terms {
  const none = { ends: null, reviewBy: null, renewalMonths: null, noticeDays: null }
  const kind = index % 10
  const day = addDays(today, (Math.floor(index / 10) * 7 + kind * 13) % SPREAD_DAYS)
  if (kind < 7) return { ...none, term: 'fixed', ends: addDays(day, -PAST_DAYS) }
  if (kind < 9) return { ...none, term: 'evergreen', reviewBy: day }
  const ends = addDays(today, (index * 7) % RENEWAL_DAYS)
  return { ...none, term: 'fixed', ends, renewalMonths: 12, noticeDays: NOTICE_DAYS }
}

function vendorRow(practiceId: string, index: number, now: Date): { vendor: Row; agreement: Row } {
  const [id, agreementId] = [newId(), newId()]
  const at = now.toISOString()
  const name = `Vendor ${String(index).padStart(5, '0')} ${id.slice(0, 4)}`
  const terms = termsOf(index, at.slice(0, 10))
  const { ends, reviewBy, renewalMonths } = terms
  const notice = renewalMonths ? addDays(ends!, -NOTICE_DAYS) : null
  const signed = '2024-01-01'
  const today = at.slice(0, 10)
  const turnsOn = ends && ends >= today ? addDays(ends, 1) : null
  return {
    vendor: {
      id,
      practiceId,
      name,
      sortName: name.toLowerCase(),
      searchText: name.toLowerCase(),
      category: vendorCategories[index % vendorCategories.length]!.key,
      tier: 'high',
      businessAssociate: 'yes',
      createdAt: at,
      agreementId,
      baaEffective: signed,
      baaEnds: renewalMonths ? null : ends,
      baaReviewBy: reviewBy ?? notice,
      baaNoticeBy: notice,
      baaRenewsOn: renewalMonths ? addDays(ends!, 1) : null,
      baaSigned: 1,
      baaAsOf: today,
      baaTurnsOn: turnsOn,
      nextOn: ends ?? reviewBy,
    },
    agreement: {
      id: agreementId,
      practiceId,
      vendorId: id,
      version: 1,
      coveredEntity: 'Practice',
      businessAssociate: name,
      ...terms,
      effective: signed,
      recordedBy: 'Priya',
      recordedAt: at,
      coveredEntitySigner: 'A',
      coveredEntitySignedOn: signed,
      businessAssociateSigner: 'B',
      businessAssociateSignedOn: signed,
    },
  }
}
