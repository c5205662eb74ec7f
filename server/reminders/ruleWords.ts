import type { Colleague } from '../accounts/accounts'
import type { ComingLetter } from './coming'
import { events, LAST_DAYS, ROLES, type EventKind, type EventRule, type Recipient } from './events'
import { shownDate, type PlainDate } from '../dates'

const ROLE_WORDS: Record<(typeof ROLES)[number], string> = {
  owner: 'who looks after the vendor; where nobody is named, everyone who gets letters',
  readers: 'everyone who gets letters',
  administrators: 'every administrator',
  reviewers: 'every reviewer',
}

export interface Choice {
  value: Recipient
  label: string
}

/** Whom a letter can go to, roles first. */
export function recipientChoices(people: Colleague[]): Choice[] {
  const roles = ROLES.map((value) => ({ value, label: capital(ROLE_WORDS[value]) }))
  return [...roles, ...people.map(({ personId, name }) => ({ value: personId, label: name }))]
}

/** "90, 60 and 30 days before, on the day itself, then every week until it is settled" */
export function daysWords({ before, weekly }: Pick<EventRule, 'before' | 'weekly'>): string {
  const ahead = before.filter((days) => days > 0)
  const parts = [
    ahead.length > 0
      ? `${listed(ahead.map(String))} ${ahead.at(-1) === 1 && ahead.length === 1 ? 'day' : 'days'} before`
      : '',
    before.includes(0) ? 'on the day itself' : '',
    weekly ? 'every week after it until it is settled' : '',
  ]
  return listed(parts.filter(Boolean))
}

export function whoWords(to: Recipient[], people: Colleague[]): string {
  const names = to.flatMap((one) => {
    if (one in ROLE_WORDS) return ROLE_WORDS[one as keyof typeof ROLE_WORDS]
    return people.find(({ personId }) => personId === one)?.name ?? []
  })
  return names.length > 0 ? listed(names) : 'every administrator, since who was named has left'
}

/** What a rule means, one sentence for each thing that it says. */
export function ruleWords(kind: EventKind, rule: EventRule, people: Colleague[]): string[] {
  const always = LAST_DAYS.includes(kind)
    ? ['On the last day every administrator gets a letter about it alone, whatever stands here.']
    : []
  if (!rule.on) return ['No letters.', ...always]
  const days = daysWords(rule)
  const next = rule.next
    ? [
        `Still open ${rule.next.afterDays} days after the first letter: ${whoWords([rule.next.to], people)} too.`,
      ]
    : []
  return [
    `${capital(days)}${/before$/.test(days) ? ` ${events[kind].date}` : ''}.`,
    `To ${whoWords(rule.to, people)}.`,
    ...next,
    ...always,
  ]
}

/** What each person gets in the coming year: "Rae gets 14 letters, the next on 3 Dec 2026: …". */
export function peopleWords(coming: ComingLetter[], people: Colleague[], hour: number): string[] {
  return people.map(({ personId, name }) => {
    const own = coming.filter((letter) => letter.personId === personId)
    const [next] = own
    if (!next) return `${name} gets no letters in the next twelve months, if nothing changes.`
    const count = own.length === 1 ? 'one letter' : `${own.length} letters`
    return `${name} gets ${count} in the next twelve months, the next on ${shownDate(next.on)} at ${shownHour(hour)}: ${next.subject}.`
  })
}

export function shownHour(hour: number): string {
  return `${hour}:00`
}

export function quietWords(quiet: {
  weekends: boolean
  federalHolidays: boolean
  holidays: PlainDate[]
}): string {
  const own = quiet.holidays.length
  const parts = [
    quiet.weekends ? 'at weekends' : '',
    quiet.federalHolidays ? 'on federal holidays' : '',
    own > 0 ? `on ${own === 1 ? 'one day' : `${own} days`} of your own` : '',
  ].filter(Boolean)
  return parts.length === 0
    ? 'Letters go on every day of the week.'
    : `No letters ${listed(parts)}: what would fall there goes on the working day before, so that nothing comes late. A last day is told on its day all the same.`
}

function listed(words: string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
