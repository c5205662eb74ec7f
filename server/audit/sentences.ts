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
  'password.changed': () => 'Changed the password',
  'password.resetAsked': () => 'Asked to set a new password',
}

const OUTCOMES: Record<string, string> = {
  yes: 'a business associate',
  no: 'in no need of a BAA',
  treat: 'to be treated as a business associate',
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

function str(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '')
}
