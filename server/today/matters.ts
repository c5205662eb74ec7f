import { listProposals, listUnsignedAmendments, proposalStep, unsignedStep } from '../agreements/agreements'
import type { Person } from '../actor'
import type { Database } from '../database'
import { dateIn, daysBetween, shownDate, shownTime } from '../dates'
import { listOpenEndings, openTasks, waitingCertificate, type FullEnding } from '../endings/endings'
import {
  askedStep,
  inviteStanding,
  lastDayOf,
  listOpenInvites,
  shortWords,
  type ListedInvite,
} from '../invites/invites'
import { findStandstill, type Letter, type Standstill } from '../letters/letters'
import { listOpenConditions } from '../reviews/reviews'
import { listOpenShortfalls, standingOf } from '../shortfalls/shortfalls'
import { listStuck, listWaitingSignings, signingStep } from '../signing/signing'
import { chainOf, listCurrentStatements } from '../subcontractors/subcontractors'
import { nextSteps, type Day, type KnownStep, type State, type Vendor } from '../vendors/vendors'

/** One thing that needs somebody: one sentence, one line of why, one button. */
export interface Matter {
  state: State
  /** 0 to 100; smaller is more urgent. */
  rank: number
  sentence: string
  why: string
  button: { label: string; url: string }
  /** The vendor and the lack of it that this is about, if it is. */
  vendorId?: string
  about?: 'baa'
  onlyInstead?: boolean
}

const CONDITION_DAYS = 14
const LETTERS_SHOWN = 5
const QUIET_INVITE_DAYS = 7

export function vendorMatters(vendor: Vendor, day: Day): Matter[] {
  return nextSteps(vendor, day).map((step) => matterOf(step, vendor))
}

function matterOf(
  { sentence, label, href, ...step }: KnownStep,
  vendor: Pick<Vendor, 'id' | 'name'>,
): Matter {
  const inSentence = sentence.charAt(0).toLowerCase() + sentence.slice(1)
  return {
    ...step,
    vendorId: vendor.id,
    sentence: `${vendor.name}: ${inSentence}`,
    button: { label, url: href },
  }
}

/** Letters that reached nobody, and those that the mail server doesn't take. */
export async function letterMatters(db: Database, actor: Person): Promise<Matter[]> {
  if (actor.role !== 'administrator') return []
  const standstill = await findStandstill(db, actor)
  const failed = await failedMatters(db, actor)
  return standstill ? [standstillMatter(standstill, actor), ...failed] : failed
}

function standstillMatter({ letters, since, answer }: Standstill, { timeZone }: Person): Matter {
  const [what, them] = letters === 1 ? ['A letter waits', 'it'] : [`${letters} letters wait`, 'them']
  return {
    state: 'bad',
    rank: 9,
    sentence: `${what}: the mail server hasn’t taken ${them} since ${shownTime(since, timeZone)}.`,
    why: `${letters === 1 ? 'It is' : 'They are'} tried again each half hour, for five days.${answer ? ` The mail server said: ${answer}` : ''}`,
    button: { label: 'See what waits', url: '/letters?show=waiting' },
  }
}

async function failedMatters(db: Database, actor: Person): Promise<Matter[]> {
  const letters = await db<Letter>('letters')
    .where({ practiceId: actor.practiceId, setAsideAt: null })
    .whereIn('state', ['refused', 'gaveUp'])
    .orderBy('createdAt', 'desc')
    .limit(LETTERS_SHOWN)
  return letters.map(({ id, toName, toEmail, subject, answer, state, sentAt }) => ({
    state: 'bad',
    rank: 10,
    sentence: `A letter to ${toName}, ${toEmail}, ${state === 'gaveUp' ? 'could not be delivered in five days' : sentAt ? 'came back' : 'was refused'}.`,
    why: `“${subject}”${answer ? `. The mail server said: ${answer}` : ''}`.replace(
      'The mail server said: It came',
      'It came',
    ),
    button: { label: 'Mend it', url: `/letters/${id}` },
  }))
}

/** Agreements that came in and that nobody has recorded, and amendments that lack a signature. */
export async function proposalMatters(db: Database, actor: Person): Promise<Matter[]> {
  const proposals = await listProposals(db, actor)
  const unsigned = await listUnsignedAmendments(db, actor)
  const found = [
    ...proposals.map((one) => ({ vendorId: one.vendorId, step: proposalStep(one, actor) })),
    ...unsigned.map((one) => ({ vendorId: one.vendorId, step: unsignedStep(one) })),
  ]
  const vendors = await db<Vendor>('vendors')
    .where({ practiceId: actor.practiceId })
    .whereIn('id', [...new Set(found.map(({ vendorId }) => vendorId))])
    .select('id', 'name')
  const names = new Map(vendors.map(({ id, name }) => [id, name]))
  return found.map(({ vendorId, step }) => matterOf(step, { id: vendorId, name: names.get(vendorId) ?? '' }))
}

/** Requests that ran out, or that nobody opened. */
export async function inviteMatters(db: Database, actor: Person): Promise<Matter[]> {
  const invites = await listOpenInvites(db, actor.practiceId)
  return invites.flatMap((invite) => {
    const asked = askedStep(invite, actor)
    const vendor = { id: invite.vendorId, name: invite.vendorName }
    return [...inviteMatter(invite, actor), ...(asked ? [matterOf(asked, vendor)] : [])]
  })
}

function inviteMatter(invite: ListedInvite, actor: Person): Matter[] {
  const { word } = inviteStanding(invite, actor.at)
  const asked = shownDate(invite.createdAt.slice(0, 10))
  const button = { label: 'Send again', url: `/invites/${invite.id}` }
  const what = shortWords(invite.purposes)
  if (word === 'expired') {
    const sentence = `${invite.vendorName} let your request of ${asked} run out.`
    return [
      {
        state: 'look',
        rank: 24,
        sentence,
        why: `You asked for ${what}. A new link starts it again.`,
        button,
      },
    ]
  }
  const isQuiet =
    word === 'sent' && daysBetween(invite.createdAt.slice(0, 10), actor.today) >= QUIET_INVITE_DAYS
  const why = `The link works until ${shownDate(lastDayOf(invite, actor.timeZone))}.`
  return isQuiet
    ? [
        {
          state: 'none',
          rank: 60,
          sentence: `${invite.vendorName} hasn’t opened your request of ${asked}.`,
          why,
          button,
        },
      ]
    : []
}

/** Papers that wait for the practice: to sign, or to answer what the vendor wants otherwise. */
export async function signingMatters(db: Database, actor: Person): Promise<Matter[]> {
  const signings = await listWaitingSignings(db, actor)
  return signings.flatMap((signing) => {
    const step = signingStep(signing, actor)
    return step ? [matterOf(step, { id: signing.vendorId, name: signing.vendorName })] : []
  })
}

/** Answers to letters about what an agreement lacks, for a person to look at. */
export async function shortfallMatters(db: Database, actor: Person): Promise<Matter[]> {
  const open = await listOpenShortfalls(db, actor)
  const found = await Promise.all(open.map(async (one) => ({ one, ...(await standingOf(db, actor, one)) })))
  return found
    .filter(({ answers }) => answers.some(({ beingRead }) => !beingRead))
    .map(({ one, points, settled }) => {
      const isAll = settled === points.length
      return {
        state: isAll ? ('look' as const) : ('bad' as const),
        rank: 2,
        sentence: `${one.vendorName}: the answer about the BAA is here, ${settled} of ${points.length} points settled.`,
        why: isAll
          ? 'Look it over, record it, and close the letter.'
          : 'What is still missing or weak can be asked for again.',
        button: { label: 'See point by point', url: `/shortfalls/${one.id}` },
      }
    })
}

/** What vendors still have to return or destroy, and certificates that wait for a person. */
export async function endingMatters(db: Database, actor: Person): Promise<Matter[]> {
  return (await listOpenEndings(db, actor)).flatMap((ending) => endingMatter(ending, actor))
}

function endingMatter(ending: FullEnding, { today }: Person): Matter[] {
  const { vendorName } = ending
  const url = `/endings/${ending.id}`
  const certificate = waitingCertificate(ending)
  if (certificate) {
    const sentence = `${vendorName}: a certificate of return or destruction waits for you.`
    const why = `${certificate.signerName}, ${certificate.signerTitle}, gave it on ${shownDate(certificate.receivedAt.slice(0, 10))}.`
    return [{ state: 'look', rank: 4, sentence, why, button: { label: 'Look it over', url } }]
  }
  const [first, ...others] = openTasks(ending)
  if (!first) {
    const sentence = `${vendorName}: everything is returned or destroyed.`
    const why = 'Close the end of the agreement, so that the record is complete.'
    return [{ state: 'look', rank: 58, sentence, why, button: { label: 'Close it', url } }]
  }
  const isLate = first.dueOn < today
  const more =
    others.length === 0 ? '' : others.length === 1 ? ' One more is open.' : ` ${others.length} more are open.`
  return [
    {
      state: isLate ? 'bad' : 'look',
      rank: isLate ? 14 : 31,
      sentence: `${vendorName}: patient information is still to be returned or destroyed.`,
      why: `“${first.what}” is due ${shownDate(first.dueOn)}; ${first.responsible} sees to it.${more}`,
      button: { label: 'See what is open', url },
    },
  ]
}

/** Gaps between what vendors list, what their reports rely on, and what a BAA covers. */
export async function chainMatters(db: Database, actor: Person): Promise<Matter[]> {
  const stated = await listCurrentStatements(db, actor)
  const ids = stated.map(({ vendorId }) => vendorId)
  const vendors = await db<Vendor>('vendors')
    .where({ practiceId: actor.practiceId, archivedAt: null })
    .whereIn('id', ids)
  const chains = await Promise.all(
    vendors.map(async (vendor) => ({ vendor, ...(await chainOf(db, actor, vendor)) })),
  )
  return chains.flatMap(({ vendor, open }): Matter[] => {
    const [first, ...others] = open
    if (!first) return []
    const isBad = open.some(({ kind }) => kind === 'no-baa')
    const count = others.length === 0 ? 'A gap' : `${open.length} gaps`
    const button = { label: 'See the chain', url: `/vendors/${vendor.id}/subcontractors` }
    const sentence = `${vendor.name}: ${count.toLowerCase()} in who stands behind it.`
    return [{ state: isBad ? 'bad' : 'look', rank: isBad ? 16 : 47, sentence, why: first.sentence, button }]
  })
}

/** Signed by both, but without a sealed paper. */
export async function sealingMatters(db: Database, actor: Person): Promise<Matter[]> {
  return (await listStuck(db, actor)).map(({ signing, at }) => ({
    state: 'bad',
    rank: 2,
    sentence: `${signing.vendorName}: the BAA is signed by both and could not be sealed.`,
    why: `Five attempts failed, the last on ${shownDate(dateIn(actor.timeZone, at))}. Nobody has to sign again.`,
    button: { label: 'Seal it again', url: `/signings/${signing.id}` },
  }))
}

/** What was promised with a decision and falls due. */
export async function conditionMatters(db: Database, actor: Person): Promise<Matter[]> {
  const conditions = await listOpenConditions(db, actor.practiceId)
  return conditions
    .filter((condition) => daysBetween(actor.today, condition.due) <= CONDITION_DAYS)
    .map((condition) => ({
      state: condition.due < actor.today ? 'bad' : 'look',
      rank: condition.due < actor.today ? 15 : 32,
      sentence: `${condition.vendorName}: ${condition.text}`,
      why: `${condition.owner} promised it by ${shownDate(condition.due)}.`,
      button: { label: 'See the condition', url: `/vendors/${condition.vendorId}` },
    }))
}

/** Files that came in and could not be read. */
export async function documentMatters(db: Database, actor: Person): Promise<Matter[]> {
  const rows = await db('documents')
    .join('vendors', 'vendors.id', 'documents.vendorId')
    .where({
      'documents.practiceId': actor.practiceId,
      'documents.state': 'failed',
      'vendors.archivedAt': null,
    })
    .orderBy('documents.receivedAt', 'desc')
    .limit(LETTERS_SHOWN)
    .select<{ id: string; name: string; failure: string | null; vendorName: string }[]>(
      'documents.id',
      'documents.name',
      'documents.failure',
      'vendors.name as vendorName',
    )
  return rows.map(({ id, name, failure, vendorName }) => ({
    state: 'look',
    rank: 23,
    sentence: `${vendorName}: “${name}” could not be read.`,
    why: failure ?? 'It is kept as it came.',
    button: { label: 'See what to do', url: `/documents/${id}` },
  }))
}
