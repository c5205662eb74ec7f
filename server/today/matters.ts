import type { Person } from '../actor'
import type { Database } from '../database'
import { daysBetween, shownDate, type PlainDate } from '../dates'
import { baaStanding, needsBaa, reportStanding, type State, type Vendor } from '../vendors/vendors'

/** One thing that needs somebody: one sentence, one line of why, one button. */
export interface Matter {
  state: State
  /** Smaller is more urgent. */
  rank: number
  sentence: string
  why: string
  button: { label: string; url: string }
}

const SOON_DAYS = 30

/** What a vendor's own row says: the agreement first, then the report, the decision and who they are at all. */
export function vendorMatters(vendor: Vendor, today: PlainDate): Matter[] {
  return [
    undecidedMatter(vendor),
    baaMatter(vendor, today),
    reportMatter(vendor, today),
    reviewMatter(vendor, today),
  ].filter((matter) => matter !== null)
}

function undecidedMatter(vendor: Vendor): Matter | null {
  if (vendor.businessAssociate !== null) return null
  return {
    state: 'look',
    rank: 40,
    sentence: `Is ${vendor.name} a business associate?`,
    why: 'A few questions settle whether a BAA is needed, and keep the reason on file.',
    button: { label: 'Answer the questions', url: `/vendors/${vendor.id}/determination` },
  }
}

function baaMatter(vendor: Vendor, today: PlainDate): Matter | null {
  if (!needsBaa(vendor)) return null
  const standing = baaStanding(vendor, today)
  if (standing.state === 'bad') return missingBaa(vendor, standing.word, standing.detail)
  if (standing.state === 'look') return endingBaa(vendor, standing.detail, standing.next, today)
  return null
}

function missingBaa(vendor: Vendor, word: string, detail: string): Matter {
  const known = vendor.agreementId !== null
  const sentence: Record<string, string> = {
    missing: `${vendor.name} has no signed BAA.`,
    unsigned: `The BAA with ${vendor.name} is not signed by both sides.`,
    ended: `The BAA with ${vendor.name} has ended.`,
  }
  return {
    state: 'bad',
    rank: word === 'missing' || word === 'ended' ? 0 : 2,
    sentence: sentence[word] ?? `The BAA with ${vendor.name} is ${word}.`,
    why: `${known ? `${capital(detail)}. ` : ''}Until one is in force, it should receive no patient data.`,
    button: known
      ? { label: 'See the agreement', url: `/agreements/${vendor.agreementId}` }
      : { label: 'Ask for the BAA', url: `/vendors/${vendor.id}/invites/new` },
  }
}

function endingBaa(vendor: Vendor, detail: string, next: PlainDate | null, today: PlainDate): Matter {
  const days = next ? daysBetween(today, next) : 0
  const ending = vendor.baaEnds !== null && next === vendor.baaEnds
  const when = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`
  return {
    state: days <= SOON_DAYS ? 'bad' : 'look',
    rank: days <= SOON_DAYS ? 5 + days / 100 : 30 + days / 100,
    sentence: ending
      ? `${vendor.name}: the BAA ends ${when}, on ${shownDate(next)}.`
      : `${vendor.name}: the BAA is due for a look-over.`,
    why: ending ? 'Renew it, or end the service and get the data back.' : `It ${detail}.`,
    button: { label: ending ? 'Renew or end it' : 'Look it over', url: `/agreements/${vendor.agreementId}` },
  }
}

function reportMatter(vendor: Vendor, today: PlainDate): Matter | null {
  const standing = reportStanding(vendor, today)
  if (standing.word === 'none')
    return askForReport(
      vendor,
      25,
      standing.state,
      `${vendor.name} has not sent a SOC 2 report.`,
      'Good practice for a vendor that holds patient data; the report shows whether its safeguards work.',
    )
  if (standing.word === 'stale')
    return askForReport(
      vendor,
      20,
      'look',
      `${vendor.name}: the SOC 2 report is stale.`,
      `Its period ${standing.detail}, more than twelve months ago.`,
    )
  if (standing.word === 'ask for the next')
    return askForReport(
      vendor,
      45,
      'look',
      `${vendor.name}: time to ask for the next SOC 2 report.`,
      `The period of the one on file ${standing.detail}.`,
    )
  return null
}

function askForReport(vendor: Vendor, rank: number, state: State, sentence: string, why: string): Matter {
  return {
    state,
    rank,
    sentence,
    why,
    button: { label: 'Ask for the report', url: `/vendors/${vendor.id}/invites/new` },
  }
}

function reviewMatter(vendor: Vendor, today: PlainDate): Matter | null {
  if (vendor.openReviewId) {
    const button = { label: 'Go on', url: `/reviews/${vendor.openReviewId}` }
    return {
      state: 'look',
      rank: 28,
      sentence: `The review of ${vendor.name} is open.`,
      why: 'Answers are kept; a decision is still missing.',
      button,
    }
  }
  if (vendor.reviewOn && vendor.reviewOn <= today) {
    const button = { label: 'Review', url: `/vendors/${vendor.id}` }
    return {
      state: 'look',
      rank: 35,
      sentence: `${vendor.name} is due for its next review.`,
      why: `It was planned for ${shownDate(vendor.reviewOn)}.`,
      button,
    }
  }
  return null
}

/** Letters that reached nobody. */
export async function letterMatters(db: Database, actor: Person): Promise<Matter[]> {
  if (actor.role !== 'administrator') return []
  const letters = await db('letters')
    .where({ practiceId: actor.practiceId })
    .whereIn('state', ['refused', 'gaveUp'])
    .orderBy('createdAt', 'desc')
    .limit(5)
    .select<{ id: string; toEmail: string; subject: string; answer: string | null }[]>(
      'id',
      'toEmail',
      'subject',
      'answer',
    )
  return letters.map((letter) => ({
    state: 'bad',
    rank: 10,
    sentence: `A letter to ${letter.toEmail} did not arrive.`,
    why: `“${letter.subject}”${letter.answer ? `: ${letter.answer}` : ''}`,
    button: { label: 'See the letter', url: `/letters/${letter.id}` },
  }))
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
