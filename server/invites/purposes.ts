/** The last four are asked for where what they are about stands, not in the form for documents. */
export type PurposeKind =
  'soc2' | 'baa' | 'bridge-letter' | 'other' | 'sign' | 'amend' | 'destruction' | 'subcontractors'

/** Answered by a form of their own, not by a file alone. */
export const FORMS: PurposeKind[] = ['destruction', 'subcontractors']

export interface Purpose {
  kind: PurposeKind
  /** For `other`: what is asked for, in the practice’s words. */
  words: string | null
}

interface Choice {
  kind: PurposeKind
  /** As the practice picks it. */
  label: string
  /** As the vendor reads it. */
  asked: string
  gloss: string | null
}

export const purposeChoices: Choice[] = [
  {
    kind: 'soc2',
    label: 'Current SOC 2 Type II report',
    asked: 'your current SOC 2 Type II report',
    gloss:
      'The auditor’s whole report, with the tests and their results; not a certificate, and not the public SOC 3.',
  },
  {
    kind: 'baa',
    label: 'Signed BAA (business associate agreement)',
    asked: 'the business associate agreement, signed',
    gloss: 'The contract by which you promise to safeguard the practice’s patient data.',
  },
  {
    kind: 'bridge-letter',
    label: 'Bridge letter for the time since the last report',
    asked: 'a bridge letter',
    gloss: 'Your signed word on what has changed since the period of your last report ended.',
  },
  { kind: 'other', label: 'Something else', asked: '', gloss: null },
]

const elsewhere: Choice[] = [
  {
    kind: 'amend',
    label: 'Changes to the business associate agreement',
    asked: 'an amended business associate agreement, or an amendment to it, signed',
    gloss:
      'Either a new version or a short amendment will do, as long as it says what the points below ask for.',
  },
  {
    kind: 'destruction',
    label: 'Certificate of return or destruction',
    asked: 'your certificate that patient information was returned or destroyed',
    gloss: 'What you held, what became of it, how and when, confirmed by someone who may say so.',
  },
  {
    kind: 'subcontractors',
    label: 'List of subcontractors',
    asked: 'the list of your subcontractors that touch patient information',
    gloss:
      'Who handles the practice’s patient information for you, and whether you have a business associate agreement with each.',
  },
]

const toSign: Choice = {
  kind: 'sign',
  label: 'Signature on a business associate agreement',
  asked: 'your signature on a business associate agreement',
  gloss: 'The contract by which you promise to safeguard the practice’s patient data.',
}

const byKind = new Map([...purposeChoices, ...elsewhere, toSign].map((choice) => [choice.kind, choice]))

export function isPurposeKind(kind: string): kind is PurposeKind {
  return purposeChoices.some((choice) => choice.kind === kind)
}

/** "your current SOC 2 Type II report" */
export function askedWords({ kind, words }: Purpose): string {
  return kind === 'other' ? (words ?? '') : byKind.get(kind)!.asked
}

export function glossOf({ kind }: Purpose): string | null {
  return byKind.get(kind)!.gloss
}

/** "current SOC 2 Type II report and signed BAA", for lists and subjects. */
export function shortWords(purposes: Purpose[]): string {
  const names: Record<PurposeKind, string> = {
    soc2: 'SOC 2 Type II report',
    baa: 'signed BAA',
    'bridge-letter': 'bridge letter',
    other: '',
    sign: 'signature on a BAA',
    amend: 'changes to the BAA',
    destruction: 'certificate of return or destruction',
    subcontractors: 'list of subcontractors',
  }
  return listed(purposes.map((purpose) => names[purpose.kind] || (purpose.words ?? '')))
}

/** "a, b and c" */
export function listed(words: string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
