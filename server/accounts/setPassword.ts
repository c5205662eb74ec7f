import type { Transaction } from '../database'
import { queueLetter } from '../letters/letters'
import { recordInEachPractice, type Account } from './accounts'

/** Ends every session of the person and tells them by letter. Call inside the transaction that uses the link or checks the old password. */
export async function setPassword(
  trx: Transaction,
  personId: string,
  passwordHash: string,
  at: string,
  ip: string | null,
  baseUrl: string,
) {
  await trx<Account>('people').where({ id: personId }).update({ passwordHash })
  await trx('sessions').where({ personId }).delete()
  await recordInEachPractice(trx, personId, 'password.changed', at, ip)
  const account = await trx<Account>('people').where({ id: personId }).first()
  const membership = (await trx('memberships').where({ personId, deactivatedAt: null }).first()) as
    { practiceId: string } | undefined
  if (!account || !membership) return
  await queueLetter(trx, {
    practiceId: membership.practiceId,
    kind: 'account.passwordChanged',
    uniqueKey: `password ${personId} ${at}`,
    to: { name: account.name, email: account.email },
    dueOn: at.slice(0, 10),
    at,
    subject: 'Your Countersign password was changed',
    sentence: 'Your password was changed a moment ago, and you were signed out everywhere else.',
    paragraphs: [
      'If that wasn’t you, ask an administrator of your practice to deactivate your account, and set a new password.',
    ],
    link: { label: 'Sign in', url: `${baseUrl}/sign-in` },
  })
}
