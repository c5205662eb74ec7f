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
