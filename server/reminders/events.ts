/** What people are reminded of. */
export const EVENTS = [
  'baaNotice',
  'baaEnds',
  'baaRenews',
  'baaReview',
  'baaMissing',
  'signingOpen',
  'reportAgeing',
  'reportStale',
  'bridgeEnds',
  'reviewDue',
  'conditionDue',
  'inviteExpires',
] as const

export type EventKind = (typeof EVENTS)[number]

export const ROLES = ['owner', 'readers', 'administrators', 'reviewers'] as const

/** One of the roles, or the id of a person. */
export type Recipient = string

export interface EventRule {
  on: boolean
  /** Days before the date; 0 is the day itself. Largest first. */
  before: number[]
  /** Every week after the date, until the matter is settled. */
  weekly: boolean
  to: Recipient[]
  /** Who is told besides when it is still open so many days after the first letter was due. */
  next: { afterDays: number; to: Recipient } | null
}

export interface Event {
  label: string
  /** What the days are counted from, as the end of "days before …". */
  date: string
  gloss: string
  rule: EventRule
}

const rule = (before: number[], weekly: boolean, afterDays: number | null): EventRule => ({
  on: true,
  before,
  weekly,
  to: ['owner'],
  next: afterDays === null ? null : { afterDays, to: 'administrators' },
})

export const events: Record<EventKind, Event> = {
  baaNotice: {
    label: 'Last day to give notice',
    date: 'the last day on which notice stops a renewal',
    gloss: 'After that day a BAA that renews by itself binds you for another stretch.',
    rule: rule([60, 30, 14, 7, 0], false, 30),
  },
  baaEnds: {
    label: 'A BAA ends',
    date: 'its last day in force',
    gloss: 'From the next day on the vendor may receive no patient data, unless a new one is signed.',
    rule: rule([90, 60, 30, 14, 7, 0], true, 60),
  },
  baaRenews: {
    label: 'A BAA renews by itself',
    date: 'the day on which it renews',
    gloss: 'So that nobody is surprised that it goes on.',
    rule: rule([1], false, null),
  },
  baaReview: {
    label: 'A BAA is to be looked over',
    date: 'the day that you chose to look it over',
    gloss: 'HIPAA sets no term, so the practice names a day.',
    rule: rule([30, 7, 0], true, 44),
  },
  baaMissing: {
    label: 'No BAA in force',
    date: 'the day since which it is missing',
    gloss: 'A business associate without a signed BAA in force.',
    rule: rule([], true, 14),
  },
  signingOpen: {
    label: 'A BAA waits for a signature',
    date: 'the day on which it was sent, signed by one side, or sent back',
    gloss: 'A BAA that was sent to be signed binds nobody until both sides have signed.',
    rule: rule([], true, 14),
  },
  reportAgeing: {
    label: 'A report is nine months old',
    date: 'nine months after its period ended',
    gloss: 'Time to ask for the next one.',
    rule: rule([0], false, null),
  },
  reportStale: {
    label: 'A report goes stale',
    date: 'a year after its period ended, or the last day of its bridge letter',
    gloss: 'Good practice, not a duty of HIPAA: a report over a year old says little of today.',
    rule: rule([0], false, 14),
  },
  bridgeEnds: {
    label: 'A bridge letter runs out',
    date: 'the last day that it speaks for',
    gloss: 'The vendor’s word for the time since its report.',
    rule: rule([30, 7], false, null),
  },
  reviewDue: {
    label: 'The next review',
    date: 'the review date that was set with the last decision',
    gloss: 'Vendors are looked at again, the critical ones more often.',
    rule: rule([30, 0], true, 44),
  },
  conditionDue: {
    label: 'A condition is due',
    date: 'the day by which it was promised',
    gloss: 'What was promised when you approved with conditions.',
    rule: rule([7, 0], true, 21),
  },
  inviteExpires: {
    label: 'A vendor doesn’t answer',
    date: 'the last day of the link that you sent',
    gloss: 'The link of your request runs out and nothing has come.',
    rule: rule([3, 0], false, null),
  },
}

/** Their last day is told to every administrator, whatever the rules say, unless two of them have silenced it. */
export const LAST_DAYS: readonly EventKind[] = ['baaNotice', 'baaEnds']

export function isEvent(kind: unknown): kind is EventKind {
  return EVENTS.includes(kind as EventKind)
}
