import type { ReadErrorCode, ReadFailure } from '../reading'

const MESSAGES: Record<ReadErrorCode, string> = {
  'not-a-pdf': 'This file is not a PDF: ask the vendor for the PDF itself, not a web page or another format.',
  damaged: 'The PDF is damaged or cut off: download it again, or ask the vendor for a fresh copy.',
  'password-required':
    'The PDF opens only with a password: enter it, or ask the vendor for a copy without one.',
  empty: 'The file is empty: upload it again, or ask the vendor for a fresh copy.',
  'too-large': 'The PDF is too large to be read by program: it is kept as it is, so read it yourself.',
  'timed-out':
    'Reading the PDF took too long and was stopped: try again, or ask the vendor for a plain copy.',
}

/** The file cannot be read, and why, in one sentence for people. */
export class ReadError extends Error {
  constructor(
    readonly code: ReadErrorCode,
    message: string = MESSAGES[code],
  ) {
    super(message)
    this.name = 'ReadError'
  }
}

export function failureOf(code: ReadErrorCode, message: string = MESSAGES[code]): ReadFailure {
  return { schema: 1, error: { code, message } }
}
