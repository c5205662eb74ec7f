import { daysBetween, shownDate, type PlainDate } from '../dates'
import type { LetterWords } from '../letters/letters'
import type { Matter, MatterKind } from './matters'

const GLOSS =
  'A business associate agreement (BAA) is the written contract under which a vendor may handle your patients’ information. Without one in force it may receive none.'
const PRACTICE =
  'HIPAA sets no age for a SOC 2 report. It is good practice not to rely on one whose period ended more than a year ago.'

type Say = (
  matter: Matter,
  today: PlainDate,
) => Pick<LetterWords, 'subject' | 'sentence' | 'paragraphs'> & { verb: string }

const WORDS: Record<MatterKind, Say> = {
  baaEnds({ vendorName: name, schedule: { base } }, today) {
    const isOver = base < today
    const when = isOver ? `ended ${ago(base, today)}` : `ends ${ahead(base, today)}`
    return {
      subject: `${name}: the BAA ${when}`,
      sentence: `The business associate agreement with ${name} ${when}${base === today ? '' : `, on ${shownDate(base)}`}.`,
      paragraphs: [isOver ? `Nothing newer is on file. ${GLOSS}` : GLOSS],
      verb: isOver ? 'Renew it or record its end' : 'Renew it or end it',
    }
  },
  baaReview({ vendorName: name, schedule: { base } }, today) {
    const when =
      base < today
        ? `was to be looked over ${ago(base, today)}`
        : `is to be looked over ${ahead(base, today)}`
    return {
      subject: `${name}: the BAA ${when}`,
      sentence: `The business associate agreement with ${name} ${when}${base === today ? '' : `, by ${shownDate(base)}`}.`,
      paragraphs: [
        'It ends on no date of its own, or renews by itself. See whether it still fits what the vendor does for you, whether you want to give notice, and record the next day to look it over.',
      ],
      verb: 'Look it over',
    }
  },
  baaMissing({ vendorName: name, detail }) {
    return {
      subject: `${name}: no BAA in force`,
      sentence: `${name} is a business associate, and no business associate agreement with it is in force.`,
      paragraphs: [`What is on file: ${lowerFirst(detail)}.`, GLOSS],
      verb: 'Ask for a signed BAA',
    }
  },
  reportAgeing({ vendorName: name, detail: end }) {
    return {
      subject: `${name}: ask for the next SOC 2 report`,
      sentence: `The SOC 2 report of ${name} speaks of a time that ended nine months ago, on ${shownDate(end)}.`,
      paragraphs: [`Ask for the next one now, so that it is here before the year is over. ${PRACTICE}`],
      verb: 'Ask for the next report',
    }
  },
  reportStale({ vendorName: name, detail: end }) {
    return {
      subject: `${name}: the SOC 2 report is stale`,
      sentence: `The SOC 2 report of ${name} is over a year old, and no newer one is here.`,
      paragraphs: [`What it covers ended on ${shownDate(end)}. ${PRACTICE}`],
      verb: 'Ask for a current report',
    }
  },
  reviewDue({ vendorName: name, schedule: { base } }, today) {
    const when = base < today ? `was due ${ago(base, today)}` : `is due ${ahead(base, today)}`
    return {
      subject: `${name}: the next review ${when}`,
      sentence: `The next review of ${name} ${when}${base === today ? '' : `, on ${shownDate(base)}`}.`,
      paragraphs: [
        'The date was set with the last decision. A new review starts from the answers of the last one.',
      ],
      verb: 'Review it',
    }
  },
  inviteExpires({ vendorName: name, detail: contact, schedule: { base } }, today) {
    const when = base < today ? 'has run out' : `runs out ${ahead(base, today)}`
    return {
      subject: `${name} hasn’t answered your request`,
      sentence: `${contact} of ${name} has sent nothing yet, and the link of your request ${when}.`,
      paragraphs: [
        'Sending it again makes a new link; the old one stops working. A telephone call often helps more than a letter.',
      ],
      verb: 'See the request',
    }
  },
  conditionDue({ vendorName: name, detail, schedule: { base } }, today) {
    const when = base < today ? `was due ${ago(base, today)}` : `is due ${ahead(base, today)}`
    return {
      subject: `${name}: a condition ${when}`,
      sentence: `Something that was to be done about ${name} ${when}${base === today ? '' : `, on ${shownDate(base)}`}.`,
      paragraphs: [detail],
      verb: 'See what is open',
    }
  },
}

export function wordsFor(matter: Matter, today: PlainDate, baseUrl: string): LetterWords {
  const { verb, ...words } = WORDS[matter.kind](matter, today)
  return { ...words, link: { label: verb, url: baseUrl + pathOf(matter) }, footer: WHY_YOU }
}

const WHY_YOU =
  'You get this letter because you look after the practice’s vendors. An administrator can change who does, under Letters.'

function pathOf({ kind, vendorId, about }: Matter): string {
  if (kind === 'inviteExpires') return `/invites/${about}`
  return `/vendors/${vendorId}`
}

function ahead(date: PlainDate, today: PlainDate): string {
  const days = daysBetween(today, date)
  if (days === 0) return 'today'
  return days === 1 ? 'tomorrow' : `in ${days} days`
}

function ago(date: PlainDate, today: PlainDate): string {
  const days = daysBetween(date, today)
  return days === 1 ? 'yesterday' : `${days} days ago`
}

function lowerFirst(text: string): string {
  return /^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
}
