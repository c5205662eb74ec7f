import type { Actor, Person, Program, Role } from '../actor'
import { recordEvent } from '../audit/audit'
import { change, newId, quickRows, type Database, type Transaction } from '../database'
import { dateIn } from '../dates'
import { Conflict, NotFound } from '../errors'
import { hashPassword } from './passwords'

export interface Practice {
  id: string
  name: string
  /** Two letters, such as OH. */
  state: string
  timeZone: string
  createdAt: string
}

export interface Account {
  id: string
  email: string
  name: string
  passwordHash: string | null
  createdAt: string
}

export interface Membership {
  id: string
  practiceId: string
  personId: string
  role: Role
  /** 1 when reminders go to this person although no administrator. */
  getsLetters: number
  createdAt: string
  deactivatedAt: string | null
}

export type Colleague = Membership & { name: string; email: string; hasPassword: boolean }

export interface NewPractice {
  practiceName: string
  state: string
  timeZone: string
  name: string
  email: string
  password: string
}

export async function isSetUp(db: Database): Promise<boolean> {
  return (await db('people').first('id')) !== undefined
}

/** A practice with its first administrator; someone with an account keeps their password. */
export async function createPractice(
  db: Database,
  form: NewPractice,
  at: string,
  ip: string | null,
): Promise<Person> {
  const passwordHash = await hashPassword(form.password)
  return change(db, async (trx) => {
    const practice = {
      id: newId(),
      name: form.practiceName,
      state: form.state,
      timeZone: form.timeZone,
      createdAt: at,
    }
    await trx<Practice>('practices').insert(practice)
    const account = await findOrAddAccount(trx, form, passwordHash, at)
    const membership = membershipOf(practice.id, account.id, 'administrator', at)
    await trx<Membership>('memberships').insert(membership)
    const actor = personOf(account, membership, practice, at, ip)
    await recordEvent(trx, actor, 'practice.created', { name: practice.name, state: practice.state })
    return actor
  })
}

export async function findAccountByEmail(db: Database, email: string): Promise<Account | undefined> {
  return db<Account>('people').where({ email: email.trim().toLowerCase() }).first()
}

/** The person in one of their practices; the first when none is named. Undefined when they belong to none any more. */
export async function findPerson(
  db: Database,
  personId: string,
  practiceId: string | undefined,
  at: string,
  ip: string | null,
): Promise<Person | undefined> {
  return (await findPersonAndPractices(db, personId, practiceId, at, ip))?.person
}

/** The same, with all the practices that they can switch to. */
export async function findPersonAndPractices(
  db: Database,
  personId: string,
  practiceId: string | undefined,
  at: string,
  ip: string | null,
): Promise<{ person: Person; practices: { id: string; name: string }[] } | undefined> {
  const memberships = await activeMemberships(db, personId)
  const chosen = memberships.find((row) => row.practiceId === practiceId) ?? memberships[0]
  if (!chosen) return undefined
  const practice = { id: chosen.practiceId, name: chosen.practiceName, timeZone: chosen.timeZone }
  return {
    person: personOf({ id: personId, name: chosen.name, email: chosen.email }, chosen, practice, at, ip),
    practices: memberships.map((row) => ({ id: row.practiceId, name: row.practiceName })),
  }
}

export async function findPractice(db: Database, practiceId: string): Promise<Practice> {
  const practice = await db<Practice>('practices').where({ id: practiceId }).first()
  if (!practice) throw new NotFound('practice')
  return practice
}

export async function listPractices(db: Database): Promise<Practice[]> {
  return db<Practice>('practices').orderBy('id')
}

/** The program acting in a practice: the reader, the reminders. */
export function programIn(practice: Practice, at: string): Program {
  const { id: practiceId, timeZone } = practice
  return {
    kind: 'program',
    practiceId,
    name: 'Countersign',
    ip: null,
    at,
    today: dateIn(timeZone, at),
    timeZone,
  }
}

export async function listColleagues(db: Database, practiceId: string): Promise<Colleague[]> {
  const rows = (await db('memberships')
    .join('people', 'people.id', 'memberships.personId')
    .where({ practiceId })
    .orderBy('people.name')
    .select('memberships.*', 'people.name', 'people.email', 'people.passwordHash')) as (Colleague & Account)[]
  return rows.map(({ passwordHash, ...row }) => ({ ...row, hasPassword: passwordHash !== null }))
}

/** Whom letters of the practice go to: active administrators, and who else was chosen. */
export async function listLetterReaders(db: Database, practiceId: string): Promise<Colleague[]> {
  const colleagues = await listColleagues(db, practiceId)
  return colleagues.filter(
    (row) => !row.deactivatedAt && (row.role === 'administrator' || row.getsLetters === 1),
  )
}

/** Adds someone to the practice, with a new account where the address has none. */
export async function addColleague(
  trx: Transaction,
  actor: Person,
  who: { name: string; email: string; role: Role },
): Promise<Account> {
  const account = await findOrAddAccount(trx, who, null, actor.at)
  const known = await trx<Membership>('memberships')
    .where({ practiceId: actor.practiceId, personId: account.id })
    .first()
  if (known && !known.deactivatedAt) throw new Conflict(`${who.email} belongs to this practice already.`)
  if (known)
    await trx<Membership>('memberships')
      .where({ id: known.id })
      .update({ deactivatedAt: null, role: who.role })
  else
    await trx<Membership>('memberships').insert(
      membershipOf(actor.practiceId, account.id, who.role, actor.at),
    )
  await recordEvent(trx, actor, 'colleague.invited', { email: who.email, name: who.name, role: who.role })
  return account
}

export async function changeColleague(
  db: Database,
  actor: Person,
  membershipId: string,
  values: { role: Role; getsLetters: boolean },
): Promise<void> {
  const colleague = await findColleague(db, actor, membershipId)
  await change(db, async (trx) => {
    if (values.role !== 'administrator') await keepAnAdministrator(trx, actor, colleague)
    const { role } = values
    await trx<Membership>('memberships')
      .where({ id: colleague.id })
      .update({ role, getsLetters: values.getsLetters ? 1 : 0 })
    await recordEvent(trx, actor, 'colleague.changed', {
      name: colleague.name,
      from: colleague.role,
      role,
      getsLetters: values.getsLetters,
    })
  })
}

/** Ends the person's sessions at once; their name stays in the record. */
export async function deactivateColleague(db: Database, actor: Person, membershipId: string): Promise<void> {
  const colleague = await findColleague(db, actor, membershipId)
  await change(db, async (trx) => {
    await keepAnAdministrator(trx, actor, colleague)
    await trx<Membership>('memberships').where({ id: colleague.id }).update({ deactivatedAt: actor.at })
    await trx('sessions').where({ personId: colleague.personId }).delete()
    await recordEvent(trx, actor, 'colleague.deactivated', { name: colleague.name, email: colleague.email })
  })
}

export async function findColleague(db: Database, actor: Person, membershipId: string): Promise<Colleague> {
  const colleague = (await listColleagues(db, actor.practiceId)).find((row) => row.id === membershipId)
  if (!colleague) throw new NotFound('colleague')
  return colleague
}

export async function changePractice(
  db: Database,
  actor: Person,
  values: { practiceName: string; state: string; timeZone: string },
): Promise<void> {
  const { practiceName: name, state, timeZone } = values
  await change(db, async (trx) => {
    await trx<Practice>('practices').where({ id: actor.practiceId }).update({ name, state, timeZone })
    await recordEvent(trx, actor, 'practice.changed', { name, state, timeZone })
  })
}

/** An act of someone in each practice they belong to, such as a changed password. */
export async function recordInEachPractice(
  trx: Transaction,
  personId: string,
  kind: string,
  at: string,
  ip: string | null,
) {
  for (const row of await activeMemberships(trx, personId)) {
    const practice = { id: row.practiceId, name: row.practiceName, timeZone: row.timeZone }
    const actor: Actor = personOf({ id: personId, name: row.name, email: row.email }, row, practice, at, ip)
    await recordEvent(trx, actor, kind)
  }
}

async function keepAnAdministrator(trx: Transaction, actor: Person, colleague: Colleague): Promise<void> {
  if (colleague.role !== 'administrator') return
  const others = await trx<Membership>('memberships')
    .where({ practiceId: actor.practiceId, role: 'administrator', deactivatedAt: null })
    .whereNot({ id: colleague.id })
    .first()
  if (!others) throw new Conflict('A practice needs an administrator. Give someone else that role first.')
}

type ActiveMembership = Membership & { name: string; email: string; practiceName: string; timeZone: string }

const ACTIVE_MEMBERSHIPS = `select "memberships".*, "people"."name", "people"."email", "practices"."name" as "practiceName",
  "practices"."timeZone" from "memberships" inner join "people" on "people"."id" = "memberships"."personId"
  inner join "practices" on "practices"."id" = "memberships"."practiceId"
  where "memberships"."personId" = ? and "memberships"."deactivatedAt" is null order by "practices"."name"`

function activeMemberships(db: Database, personId: string): Promise<ActiveMembership[]> {
  return quickRows(db, ACTIVE_MEMBERSHIPS, [personId])
}

async function findOrAddAccount(
  trx: Transaction,
  who: { name: string; email: string },
  passwordHash: string | null,
  at: string,
): Promise<Account> {
  const known = await findAccountByEmail(trx, who.email)
  if (known) return known
  const account = { id: newId(), email: who.email, name: who.name, passwordHash, createdAt: at }
  await trx<Account>('people').insert(account)
  return account
}

function membershipOf(practiceId: string, personId: string, role: Role, at: string): Membership {
  return { id: newId(), practiceId, personId, role, getsLetters: 0, createdAt: at, deactivatedAt: null }
}

function personOf(
  account: Pick<Account, 'id' | 'name' | 'email'>,
  { role }: Membership,
  practice: Pick<Practice, 'id' | 'name' | 'timeZone'>,
  at: string,
  ip: string | null,
): Person {
  return {
    kind: 'person',
    personId: account.id,
    name: account.name,
    email: account.email,
    role,
    practiceId: practice.id,
    practiceName: practice.name,
    timeZone: practice.timeZone,
    today: dateIn(practice.timeZone, at),
    at,
    ip,
  }
}
