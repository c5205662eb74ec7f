import { daysBetween, shownDate, type PlainDate } from '../dates'
import type { EventKind } from './events'
import type { Matter } from './matters'

const GLOSS =
  'A business associate agreement (BAA) is the written contract under which a vendor may handle your patients’ information. Without one in force it may receive none.'
const PRACTICE =
  'HIPAA sets no age for a SOC 2 report. It is good practice not to rely on one whose period ended more than a year ago.'

interface Words {
  subject: string
  sentence: string
  why?: string
  /** A word of the trade or of the law, said once in a letter. */
  gloss?: string
  verb: string
}

type Say = (matter: Matter, today: PlainDate) => Words

const WORDS: Record<EventKind, Say> = {
  baaNotice({ vendorName: name, base }, today) {
    const isToday = base === today
    return {
      subject: `${name}: ${isToday ? 'today is the last day to give notice' : `notice has to be given ${within(base, today)}`}`,
      sentence: isToday
        ? `Today is the last day on which notice stops the business associate agreement with ${name} from renewing.`
        : `The business associate agreement with ${name} renews by itself unless someone gives notice ${within(base, today)}, by ${shownDate(base)}.`,
      why: 'If it is to go on, there is nothing to do. Giving notice is a letter to the vendor, in the way that the agreement says.',
      verb: 'Look at the terms',
    }
  },
  baaEnds({ vendorName: name, base }, today) {
    const isOver = base < today
    const when = isOver ? `ended ${ago(base, today)}` : `ends ${ahead(base, today)}`
    return {
      subject: `${name}: the BAA ${when}`,
      sentence: `The business associate agreement with ${name} ${when}${base === today ? '' : `, on ${shownDate(base)}`}.`,
      ...(isOver ? { why: 'Nothing newer is on file.' } : {}),
      gloss: GLOSS,
      verb: isOver ? 'Renew it or record its end' : 'Renew it or end it',
    }
  },
  baaRenews({ vendorName: name, base }, today) {
    const when =
      base < today ? `renewed by itself ${ago(base, today)}` : `renews by itself ${ahead(base, today)}`
    return {
      subject: `${name}: the BAA ${when}`,
      sentence: `The business associate agreement with ${name} ${when}${base === today ? '' : `, on ${shownDate(base)}`}.`,
      why: 'Nobody has to do anything for that. The day for notice moves with it.',
      verb: 'Look at the terms',
    }
  },
  baaReview({ vendorName: name, base }, today) {
    const when =
      base < today
        ? `was to be looked over ${ago(base, today)}`
        : `is to be looked over ${ahead(base, today)}`
    return {
      subject: `${name}: the BAA ${when}`,
      sentence: `The business associate agreement with ${name} ${when}${base === today ? '' : `, by ${shownDate(base)}`}.`,
      why: 'See whether it still fits what the vendor does for you, and record the next day to look it over.',
      verb: 'Look it over',
    }
  },
  baaMissing({ vendorName: name, detail }) {
    return {
      subject: `${name}: no BAA in force`,
      sentence: `${name} is a business associate, and no business associate agreement with it is in force.`,
      why: `What is on file: ${lowerFirst(detail)}.`,
      gloss: GLOSS,
      verb: 'Ask for a signed BAA',
    }
  },
  signingOpen({ vendorName: name, base, detail: state }, today) {
    const since = base === today ? 'since today' : `since ${shownDate(base)}`
    const [sentence, verb] = SIGNING[state] ?? ['hasn’t been signed by both sides', 'See where it is']
    return {
      subject: `${name}: the BAA isn’t signed yet`,
      sentence: `The business associate agreement for ${name} ${sentence}, ${since}.`,
      why: 'It binds nobody until both sides have signed.',
      gloss: GLOSS,
      verb,
    }
  },
  reportAgeing({ vendorName: name, detail: end }) {
    return {
      subject: `${name}: ask for the next SOC 2 report`,
      sentence: `The SOC 2 report of ${name} speaks of a time that ended ${shownDate(end)}: nine months and counting.`,
      why: 'Ask for the next one now, so that it is here before the year is over.',
      gloss: PRACTICE,
      verb: 'Ask for the next report',
    }
  },
  reportStale({ vendorName: name, base, detail: end }, today) {
    const isOver = base < today
    return {
      subject: isOver
        ? `${name}: the SOC 2 report is stale`
        : `${name}: the SOC 2 report goes stale ${ahead(base, today)}`,
      sentence: isOver
        ? `The SOC 2 report of ${name} is over a year old, and no newer one is here.`
        : `${shownDate(base)} is the last day on which the SOC 2 report of ${name} can be leaned on, and no newer one is here.`,
      why: `What it covers ended on ${shownDate(end)}.`,
      gloss: PRACTICE,
      verb: 'Ask for a current report',
    }
  },
  bridgeEnds({ vendorName: name, base, detail: end }, today) {
    const when = base < today ? `ran out ${ago(base, today)}` : `runs out ${ahead(base, today)}`
    return {
      subject: `${name}: the bridge letter ${when}`,
      sentence: `The bridge letter of ${name} ${when}${base === today ? '' : `, on ${shownDate(base)}`}.`,
      why: `The report that it carries on ended on ${shownDate(end)}. Ask for the next report.`,
      gloss:
        'A bridge letter is the vendor’s own word on what has changed since its last report. No auditor has looked at it.',
      verb: 'Ask for the next report',
    }
  },
  reviewDue({ vendorName: name, base }, today) {
    const when = base < today ? `was due ${ago(base, today)}` : `is due ${ahead(base, today)}`
    return {
      subject: `${name}: the next review ${when}`,
      sentence: `The next review of ${name} ${when}${base === today ? '' : `, on ${shownDate(base)}`}.`,
      why: 'The date was set with the last decision. A new review starts from the answers of the last one.',
      verb: 'Review it',
    }
  },
  inviteExpires({ vendorName: name, detail: contact, base }, today) {
    const when = base < today ? 'has run out' : `runs out ${ahead(base, today)}`
    return {
      subject: `${name} hasn’t answered your request`,
      sentence: `${contact} of ${name} has sent nothing yet, and the link of your request ${when}.`,
      why: 'Sending it again makes a new link; the old one stops working. A telephone call often helps more than a letter.',
      verb: 'See the request',
    }
  },
  conditionDue({ vendorName: name, detail, base }, today) {
    const when = base < today ? `was due ${ago(base, today)}` : `is due ${ahead(base, today)}`
    return {
      subject: `${name}: a condition ${when}`,
      sentence: `Something that was to be done about ${name} ${when}${base === today ? '' : `, on ${shownDate(base)}`}.`,
      why: detail,
      verb: 'See what is open',
    }
  },
}

/** By the state of the signing: what is told, and what there is to do. */
const SIGNING: Record<string, [sentence: string, verb: string]> = {
  'with the vendor': ['waits for the vendor’s signature', 'See where it is'],
  countersign: ['is signed by the vendor and waits for your practice', 'Countersign it'],
  'change asked for': ['came back with a wish for a change', 'See what they ask'],
}

/** What is said of a matter on a day. */
export function wordsFor(matter: Matter, today: PlainDate): Words {
  return WORDS[matter.kind](matter, today)
}

/** Where the matter is settled. */
export function placeOf({ kind, vendorId, about }: Matter): string {
  if (kind === 'inviteExpires') return `/invites/${about}`
  if (kind === 'signingOpen') return `/signings/${about}`
  if (kind === 'baaMissing') return `/invites/new?vendor=${vendorId}&for=baa`
  if (['reportAgeing', 'reportStale', 'bridgeEnds'].includes(kind))
    return `/invites/new?vendor=${vendorId}&for=soc2`
  return `/vendors/${vendorId}`
}

function ahead(date: PlainDate, today: PlainDate): string {
  const days = daysBetween(today, date)
  if (days === 0) return 'today'
  return days === 1 ? 'tomorrow' : `in ${days} days`
}

/** For a deadline: "within 7 days" counts the day itself. */
function within(date: PlainDate, today: PlainDate): string {
  const days = daysBetween(today, date)
  return days === 1 ? 'by tomorrow' : `within ${days} days`
}

function ago(date: PlainDate, today: PlainDate): string {
  const days = daysBetween(date, today)
  return days === 1 ? 'yesterday' : `${days} days ago`
}

function lowerFirst(text: string): string {
  return /^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
}
