import { shownDate } from '../dates'
import type { Event } from './audit'

type Data = Record<string, unknown>

/** What happened, in words; kinds without a line of their own are read as "noun, past tense". */
const SENTENCES: Record<string, (data: Data) => string> = {
  'practice.created': ({ name }) => `Set up the practice ${str(name)}`,
  'practice.changed': () => 'Changed the practice’s details',
  'colleague.invited': ({ name, role }) => `Invited ${str(name)} as ${str(role)}`,
  'colleague.invitedAgain': ({ email }) => `Sent a new link to join to ${str(email)}`,
  'colleague.changed': ({ name, from, role }) => `Changed ${str(name)} from ${str(from)} to ${str(role)}`,
  'colleague.deactivated': ({ name }) => `Deactivated ${str(name)}`,
  'vendor.broughtBack': ({ name }) => `Brought ${str(name)} back from the archive`,
  'tier.answered': ({ tier, sum }) => `Answered the questions on the tier: ${str(tier)}, ${str(sum)} points`,
  'determination.recorded': ({ outcome, reason }) =>
    `Recorded that it is ${OUTCOMES[str(outcome)] ?? str(outcome)}: ${str(reason)}`,
  'baa.recorded': ({ version, term, ends }) =>
    `Recorded the BAA, version ${str(version)}${term === 'fixed' && ends ? `, to ${shownDate(str(ends))}` : ''}`,
  'baa.corrected': ({ version }) => `Corrected the BAA with version ${str(version)}`,
  'baa.ended': ({ endedOn, reason }) => `Ended the BAA on ${shownDate(str(endedOn))}: ${str(reason)}`,
  'amendment.recorded': ({ number, version, says }) =>
    `Recorded amendment ${str(number)} of the BAA, version ${str(version)}: ${(says as string[]).join('; ')}`,
  'amendment.corrected': ({ number, version, says }) =>
    `Corrected an amendment of the BAA, version ${str(version)}, with amendment ${str(number)}: ${(says as string[]).join('; ')}`,
  'amendment.withdrawn': ({ number, version, reason }) =>
    `Withdrew amendment ${str(number)} of the BAA, version ${str(version)}: ${str(reason)}`,
  'condition.met': ({ text }) => `Marked a condition as done${text ? `: ${str(text)}` : ''}`,
  'decision.made': ({ decision, reason }) => `Decided: ${str(decision).replaceAll('-', ' ')}. ${str(reason)}`,
  'document.downloaded': ({ name }) => `Downloaded ${str(name)}`,
  'document.passwordGiven': ({ name }) => `Gave the password of ${str(name)} for one reading`,
  'document.read': ({ name }) => `Read ${str(name)}`,
  'document.readingAsked': ({ name }) => `Asked to read ${str(name)} again`,
  'document.readingFailed': ({ name }) => `Could not read ${str(name)}`,
  'document.received': ({ name }) => `Received ${str(name)}`,
  'document.receivedAgain': ({ name }) => `Received ${str(name)} again; it was kept before`,
  'document.viewed': ({ name }) => `Looked at ${str(name)}`,
  'invite.delivered': () => 'Delivered what was asked for',
  'invite.finished': () => 'Said that everything is delivered',
  'invite.linkMade': ({ title }) => `Made a link to ask for ${str(title)}`,
  'invite.opened': () => 'Opened the request',
  'invite.resent': ({ title }) => `Asked again for ${str(title)}`,
  'invite.sent': ({ title, because }) => `Asked for ${str(title)}${because ? `, since ${str(because)}` : ''}`,
  'invite.withdrawn': () => 'Withdrew the request',
  'signing.sealingRetried': () => 'Had the signed BAA sealed again, after it had failed',
  'calendar.made': () => 'Made an address for a calendar',
  'calendar.revoked': () => 'Revoked the address of a calendar',
  'letter.cameBack': ({ subject, to }) => `Noted that the letter “${str(subject)}” to ${str(to)} came back`,
  'letter.setAside': ({ subject, to }) =>
    `Set aside that the letter “${str(subject)}” to ${str(to)} reached nobody`,
  'letter.opened': ({ subject }) => `Read the secret link of the letter “${str(subject)}”`,
  'letter.triedAgain': ({ subject }) => `Had the letter “${str(subject)}” tried again`,
  'draft.changed': () => 'Changed the draft of a BAA',
  'draft.dropped': () => 'Dropped the draft of a BAA',
  'draft.written': () => 'Wrote a draft of a BAA',
  'document.made': ({ name }) => `Made ${str(name)}`,
  'signing.changeAsked': ({ reason }) => `Asked for a change before signing the BAA: ${str(reason)}`,
  'signing.completed': () => 'Sealed the BAA that both sides have signed, and put it on file',
  'signing.countersigned': ({ name, title }) =>
    `Signed the BAA for the practice: ${str(name)}, ${str(title)}`,
  'signing.declined': ({ reason }) => `Declined to sign the BAA: ${str(reason)}`,
  'signing.forwarded': ({ name, to }) => `Passed the BAA on to ${str(name)}, ${str(to)}`,
  'signing.sent': ({ name, to }) => `Sent a BAA to be signed to ${str(name)}, ${str(to)}`,
  'signing.signed': ({ name, title }) => `Signed the BAA for the vendor: ${str(name)}, ${str(title)}`,
  'signing.withdrawn': () => 'Took the BAA back before it was signed by both',
  'reminder.handedOver': ({ to, reason, until }) =>
    `Handed a reminder to ${str(to)}${until ? ` until ${shownDate(str(until))}` : ''}: ${str(reason)}`,
  'reminder.resumed': ({ of }) => `Took back what ${str(of)} had put off or handed over`,
  'reminder.snoozed': ({ until, reason }) =>
    `Put a reminder off until ${shownDate(str(until))}: ${str(reason)}`,
  'reminderLetters.started': () => 'Asked for the daily letters again',
  'reminderLetters.stopped': () => 'Asked for no more daily letters',
  'reminderRules.changed': ({ version }) => `Changed when and whom to remind, version ${str(version)}`,
  'reminders.planned': ({ letters, lines }) =>
    `Planned ${counted(letters, 'letter')}${lines ? ` about ${counted(lines, 'thing')}` : ''}`,
  'reminders.withdrawn': ({ letters }) => `Withdrew ${counted(letters, 'letter')} that no longer held`,
  'silence.asked': ({ until, reason }) =>
    `Asked to silence the letters of a last day until ${shownDate(str(until))}: ${str(reason)}`,
  'silence.confirmed': ({ until, asked }) =>
    `Confirmed what ${str(asked)} asked: no letters of a last day until ${shownDate(str(until))}`,
  'silence.ended': () => 'Had the letters of a last day come again',
  'ending.recorded': ({ why, tasks }) =>
    `Recorded why the BAA ended (${str(why).replaceAll('-', ' ')}), with ${str(tasks)} things to come back or be destroyed`,
  'ending.taskAdded': ({ what, dueOn }) =>
    `Listed what has to come back or be destroyed by ${shownDate(str(dueOn))}: ${str(what)}`,
  'ending.taskDone': ({ what, outcome }) => `Marked as ${str(outcome).replaceAll('-', ' ')}: ${str(what)}`,
  'ending.certificateAsked': ({ to }) => `Asked ${str(to)} for a certificate of return or destruction`,
  'ending.certified': ({ name, title }) =>
    `Certified what became of the patient information: ${str(name)}, ${str(title)}`,
  'ending.certificateAccepted': () => 'Accepted the certificate of return or destruction',
  'ending.certificateRefused': ({ reason }) =>
    `Sent the certificate of return or destruction back: ${str(reason)}`,
  'ending.closed': ({ note }) =>
    `Closed the end of the BAA: nothing is left to do${note ? `. ${str(note)}` : ''}`,
  'subcontractors.stated': ({ version, names }) =>
    `Listed ${(names as string[]).length} subcontractors, version ${str(version)}`,
  'chain.answered': ({ name, reason }) => `Answered a gap in the chain, ${str(name)}: ${str(reason)}`,
  'shortfall.asked': ({ provisions }) =>
    `Asked the vendor to change the BAA on ${(provisions as string[]).length} points`,
  'shortfall.closed': ({ note }) =>
    `Closed the letter about what the BAA lacks${note ? `: ${str(note)}` : ''}`,
  'shortfall.settled': ({ note }) => `Found a point of the BAA settled: ${str(note)}`,
  'report.recognised': ({ kind, periodEnd }) =>
    `Recognised a ${REPORT_KINDS[str(kind)] ?? 'report'}${periodEnd ? ` to ${shownDate(str(periodEnd))}` : ''}`,
  'report.setAside': ({ reason }) => `Set the report aside: ${str(reason)}`,
  'report.takenBack': () => 'Took the report back',
  'review.answered': ({ question, answer }) =>
    `Answered the question on ${QUESTIONS[str(question)] ?? str(question)}: ${str(answer).replaceAll('-', ' ')}`,
  'review.laidAside': () => 'Laid the review aside for a newer report',
  'review.started': () => 'Began a review',
  'password.changed': () => 'Changed the password',
  'password.resetAsked': () => 'Asked to set a new password',
}

const OUTCOMES: Record<string, string> = {
  yes: 'a business associate',
  no: 'in no need of a BAA',
  treat: 'to be treated as a business associate',
}
const QUESTIONS: Record<string, string> = {
  type: 'the type',
  recent: 'its age',
  scope: 'what it covers',
  findings: 'what the auditor found',
  criteria: 'the criteria',
  baa: 'the BAA',
  tasks: 'our own tasks',
}
const REPORT_KINDS: Record<string, string> = {
  soc1: 'SOC 1 report',
  soc2: 'SOC 2 report',
  soc3: 'SOC 3 report',
  'bridge-letter': 'bridge letter',
}
const IRREGULAR: Record<string, string> = { baa: 'BAA' }

export function sentenceOf(event: Event): string {
  const data = JSON.parse(event.data) as Data
  const known = SENTENCES[event.kind]
  return known ? known(data) : plainly(event.kind, data)
}

/** `document.received` with a name becomes "Document received: report.pdf". */
function plainly(kind: string, data: Data): string {
  const [noun = '', verb = ''] = kind.split('.')
  const words = `${IRREGULAR[noun] ?? spaced(noun)} ${spaced(verb)}`
  const detail = [data.name, data.title, data.subject, data.reason].find(
    (value) => typeof value === 'string' && value !== '',
  )
  return words.charAt(0).toUpperCase() + words.slice(1) + (detail ? `: ${str(detail)}` : '')
}

function spaced(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

function counted(value: unknown, noun: string): string {
  return `${str(value)} ${noun}${value === 1 ? '' : 's'}`
}

function str(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '')
}
