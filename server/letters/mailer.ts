import { createTransport } from 'nodemailer'
import type { Config } from '../config'
import type { Letter, LetterFile } from './letter'

/** `later`: this letter was put off. `noServer`: nothing can go at the moment. `refused`: trying again is no use. */
export interface Answer {
  outcome: 'sent' | 'later' | 'noServer' | 'refused'
  detail: string
}

export interface Mailer {
  send(letter: Letter): Promise<Answer>
  close(): void
}

const CONNECT_MS = 10_000
const GREETING_MS = 10_000
// RFC 5321 4.5.3.2.6: a server may take so long over a whole letter. Who hangs up before sends it twice.
const SILENCE_MS = 10 * 60_000
const MAX_DETAIL = 400
const TOO_LARGE = 552

export function openMailer(config: Config): Mailer {
  const transport = createTransport({
    url: config.smtpUrl!,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: GREETING_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const from = senderOf(config.mailFrom)
  return {
    close: () => transport.close(),
    async send(letter) {
      try {
        const { response } = await transport.sendMail(mailOf(letter, from))
        return { outcome: 'sent', detail: cleaned(String(response)) }
      } catch (error) {
        return answerOf(error as MailError)
      }
    },
  }
}

interface Address {
  name: string
  address: string
}

function mailOf(letter: Letter, from: Address) {
  return {
    from,
    // As an object: an address in text could name a second one.
    to: { name: letter.toName, address: letter.toEmail },
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    messageId: letter.messageId,
    attachments: filesOf(letter),
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(letter.unsubscribe ? { 'List-Unsubscribe': `<${letter.unsubscribe}>` } : {}),
    },
  }
}

function filesOf({ attachments }: Letter) {
  const files = attachments ? (JSON.parse(attachments) as LetterFile[]) : []
  return files.map(({ name: filename, type: contentType, content }) => ({ filename, contentType, content }))
}

function senderOf(mailFrom: string): Address {
  const match = /^\s*"?([^"<]*?)"?\s*<([^>]+)>$/.exec(mailFrom)
  return match ? { name: match[1]!, address: match[2]! } : { name: '', address: mailFrom.trim() }
}

interface MailError extends Error {
  code?: string
  responseCode?: number
  response?: string
  command?: string
}

// A wrong password or a server that hangs up says nothing of the letter, even where it answers with 5xx.
const OF_THE_LETTER = ['EENVELOPE', 'EMESSAGE', 'ESTREAM']

function answerOf(error: MailError): Answer {
  const detail = cleaned(error.response ?? error.message)
  if (!isOfTheLetter(error)) return { outcome: 'noServer', detail }
  const putOff = error.responseCode !== undefined && error.responseCode < 500
  return { outcome: putOff ? 'later' : 'refused', detail }
}

function isOfTheLetter({ code, command, responseCode }: MailError): boolean {
  if (!OF_THE_LETTER.includes(code ?? '') || responseCode === 421) return false
  // Who may not send, may send nothing; but there a server also says that this letter is too large.
  return command !== 'MAIL FROM' || responseCode === TOO_LARGE
}

function cleaned(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f]+/g, ' ').slice(0, MAX_DETAIL)
}
