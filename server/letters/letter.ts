import type { PlainDate } from '../dates'

/** `withdrawn`: no longer true before it went. `gaveUp`: not accepted within five days. */
export type LetterState = 'planned' | 'claimed' | 'deferred' | 'sent' | 'refused' | 'gaveUp' | 'withdrawn'

export interface Letter {
  id: string
  practiceId: string
  vendorId: string | null
  kind: string
  uniqueKey: string
  toName: string
  toEmail: string
  subject: string
  html: string
  text: string
  dueOn: PlainDate
  state: LetterState
  createdAt: string
  messageId: string
  claimedBy: string | null
  leaseUntil: string | null
  nextAttemptAt: string | null
  sentAt: string | null
  /** What the mail server said last. */
  answer: string | null
  attempts: number
  /** JSON, LetterFile[]: the files that go along. */
  attachments: string | null
  claimedAt: string | null
  /** A failed letter that somebody dealt with: Today says no more of it. */
  setAsideAt: string | null
  setAsideBy: string | null
  /** The page on which its reader can have such letters stopped. */
  unsubscribe: string | null
}

/** A file that goes along; text alone. */
export interface LetterFile {
  name: string
  type: string
  content: string
}

export interface LetterAttempt {
  id: string
  letterId: string
  at: string
  /** `lost`: the program ended before the answer was written down. */
  outcome: 'sent' | 'deferred' | 'refused' | 'gaveUp' | 'lost'
  detail: string
  /** When it was taken up; null for attempts from before that was kept. */
  claimedAt: string | null
}

/** Everything a letter says; HTML and text are made from it and say the same. */
export interface LetterWords {
  subject: string
  /** The one thing the reader must know, first. */
  sentence: string
  paragraphs: string[]
  /** A list of things, each with its own link; before the paragraphs. */
  items?: LetterItem[]
  link: { label: string; url: string } | null
  /** Why the reader gets this letter. */
  footer?: string
  /** Where the reader can have such letters stopped. */
  unsubscribe?: string | null
}

export interface LetterItem {
  sentence: string
  why: string
  link: { label: string; url: string }
}

export interface NewLetter extends LetterWords {
  practiceId: string
  /** Those among SECRET_KINDS carry a link that lets in whoever holds it. */
  kind: string
  /** A letter with a key that was used before is not queued again. */
  uniqueKey: string
  to: { name: string; email: string }
  vendorId?: string | null
  dueOn: PlainDate
  /** When it was written; UTC ISO text. */
  at?: string
  /** The first instant at which it may go; at once when left out. */
  sendFrom?: string
  attachments?: LetterFile[]
}

export const SECRET_KINDS = ['account.reset', 'account.join', 'invite']

/** Its link opens something for whoever holds it: administrators alone may read it, and nobody once it was sent. */
export function isSecret(letter: Pick<Letter, 'kind'>): boolean {
  return SECRET_KINDS.includes(letter.kind)
}

/** Whoever a letter went to, as the rooms further right know them. */
export interface Addressee {
  kind: 'colleague' | 'contact'
  name: string
  email: string
  /** Where the address is mended. */
  url: string
}
