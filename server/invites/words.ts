import { shownDate, type PlainDate } from '../dates'
import type { LetterWords } from '../letters/letters'
import type { StoredReceipt } from './invite'
import { askedWords, listed, shortWords, type Purpose } from './purposes'

export interface Asking {
  practiceName: string
  askedBy: string
  vendorName: string
  purposes: Purpose[]
  message: string
  lastDay: PlainDate
}

/** Why a practice asks at all: law for the promise, good practice for the reports. */
export const WHY =
  'HIPAA, the US law on patient data, lets a practice share such data with a vendor only after the vendor has promised in writing to safeguard it (45 CFR 164.502(e)). Reading your documents is how the practice makes sure of that promise.'

export function inviteWords(asking: Asking, url: string): LetterWords {
  if (asking.purposes.some(({ kind }) => kind === 'sign')) return signWords(asking, url)
  const own = asking.purposes.flatMap(({ kind }) => (kind in OWN ? [OWN[kind as OwnKind]] : []))[0]
  if (own) return ownWords(own, asking, url)
  const { practiceName, askedBy, purposes, message, lastDay } = asking
  return {
    subject: `${practiceName} asks you for your ${shortWords(purposes)}`.replace(
      'your signed BAA',
      'the signed BAA',
    ),
    sentence: `${askedBy} of ${practiceName} asks ${asking.vendorName} for ${listed(purposes.map(askedWords))}, please by ${shownDate(lastDay)}.`,
    paragraphs: [
      ...(message ? [`${askedBy} writes: ${message}`] : []),
      'You need no account. Open the link, add the files, and you get a receipt for each.',
      WHY,
    ],
    link: { label: 'Open the request', url },
    footer: `The link is for you and whom you pass it to. It works until ${shownDate(lastDay)}, and shows nobody what was sent before.`,
  }
}

interface OwnLetter {
  subject: (practiceName: string) => string
  /** The rest of "<somebody> of <practice> asks <vendor> to …". */
  asks: string
  /** What stands before and after the practice's own words. */
  lead: string | null
  rest: string[]
  label: string
}

type OwnKind = 'amend' | 'destruction' | 'subcontractors'

/** Letters for what isn't answered by a document of the usual kinds. */
const OWN: Record<OwnKind, OwnLetter> = {
  amend: {
    subject: (practiceName) => `${practiceName} asks you to change the business associate agreement`,
    asks: 'change the business associate agreement on the points below',
    lead: null,
    rest: [
      'A new version or a short amendment will do, signed for your side. You need no account: open the link and add the file.',
      'The section numbers are those of the HIPAA rules (45 CFR). Write back if you think that a point stands in your paper already, and say where.',
    ],
    label: 'Open the request',
  },
  destruction: {
    subject: (practiceName) => `${practiceName} asks what became of its patient information`,
    asks: 'certify that the practice’s patient information was returned or destroyed',
    lead: 'The business associate agreement has ended. HIPAA lets its last duty outlive it: to return or destroy all patient information if that is feasible, and to keep no copies (45 CFR 164.504(e)(2)(ii)(J)).',
    rest: [
      'Open the link and fill in the short form: what you held, what became of it, how and when. A certificate of your own as a PDF can be added. You need no account.',
    ],
    label: 'Open the form',
  },
  subcontractors: {
    subject: (practiceName) => `${practiceName} asks who else handles its patient information`,
    asks: 'list the subcontractors that touch the practice’s patient information',
    lead: 'Where you hand patient information on, HIPAA asks you to have a business associate agreement with whoever receives it (45 CFR 164.502(e)(1)(ii), 164.308(b)(2)). Practices ask for the list to know how far their information travels; that is good practice, and no rule names the list itself.',
    rest: [
      'Open the link and fill in the short form. It is saved as you go, and can be changed until the link ends. You need no account.',
    ],
    label: 'Open the form',
  },
}

function ownWords(own: OwnLetter, asking: Asking, url: string): LetterWords {
  const { practiceName, askedBy, vendorName, message, lastDay } = asking
  return {
    subject: own.subject(practiceName),
    sentence: `${askedBy} of ${practiceName} asks ${vendorName} to ${own.asks}, please by ${shownDate(lastDay)}.`,
    paragraphs: [
      ...(own.lead ? [own.lead] : []),
      ...message.split(/\r?\n\s*\r?\n/).filter((part) => part.trim() !== ''),
      ...own.rest,
    ],
    link: { label: own.label, url },
    footer: `The link is for you and whom you pass it to. It works until ${shownDate(lastDay)}.`,
  }
}

function signWords(
  { practiceName, askedBy, vendorName, message, lastDay }: Asking,
  url: string,
): LetterWords {
  return {
    subject: `${practiceName} asks you to sign a business associate agreement`,
    sentence: `${askedBy} of ${practiceName} asks ${vendorName} to sign a business associate agreement, please by ${shownDate(lastDay)}.`,
    paragraphs: [
      ...(message ? [`${askedBy} writes: ${message}`] : []),
      'You need no account. Open the link and read the agreement; then sign it, ask for a change, decline, or pass it on to the person who may sign.',
      WHY,
    ],
    link: { label: 'Read and sign', url },
    footer: `The link is for you. It works until ${shownDate(lastDay)}.`,
  }
}

export function deliveredWords(
  vendorName: string,
  contactName: string,
  fileNames: string[],
  url: string,
): LetterWords {
  return {
    subject: `${vendorName} has delivered`,
    sentence: `${contactName} of ${vendorName} has added ${listed(fileNames.map((name) => `“${name}”`))} to your request.`,
    paragraphs: [
      'It is stored and being read. Look whether it is what you asked for; more files may follow.',
    ],
    link: { label: 'See what arrived', url },
  }
}

export function finishedWords(
  vendorName: string,
  contactName: string,
  note: string,
  url: string,
): LetterWords {
  return {
    subject: `${vendorName} is done, and left you a note`,
    sentence: `${contactName} of ${vendorName} says that everything is delivered, and adds a note.`,
    paragraphs: [note],
    link: { label: 'See the request', url },
  }
}

export function receiptWords(
  practiceName: string,
  receipts: StoredReceipt[],
  shown: { time: (instant: string) => string },
  url: string,
): LetterWords {
  const count = receipts.length === 1 ? 'your file' : `your ${receipts.length} files`
  return {
    subject: `Receipt: ${practiceName} has ${count}`,
    sentence: `${practiceName} has received ${count}. Keep this letter as your proof.`,
    paragraphs: [
      ...receipts.map(
        ({ name, bytes, sha256, receivedAt }) =>
          `${name}, ${shownSize(bytes)}, received ${shown.time(receivedAt)}, SHA-256 ${sha256}`,
      ),
      'SHA-256 is a fingerprint of the file: the same file always gives the same one, so it proves which file was received.',
    ],
    link: { label: 'The desk that received them', url },
  }
}

/** "1.4 MB" */
export function shownSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
