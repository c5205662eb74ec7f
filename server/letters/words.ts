import path from 'node:path'
import ejs from 'ejs'
import { projectRoot } from '../projectRoot'
import type { LetterItem, LetterWords } from './letter'

const VIEW = path.join(projectRoot, 'views/mail/letter.ejs')
const MAX_SUBJECT = 150
const ADDRESS = /https?:\/\/[^\s"<]+/g

export async function htmlOf(words: LetterWords, practiceName: string): Promise<string> {
  const { items = [], footer = null, unsubscribe = null } = words
  const locals = { ...words, subject: subjectOf(words), practiceName, items, footer, unsubscribe }
  return ejs.renderFile(VIEW, locals, { cache: true })
}

export function textOf(words: LetterWords, practiceName: string): string {
  const link = words.link ? [`${words.link.label}:\n${words.link.url}`] : []
  const items = (words.items ?? []).map((item, index) => itemText(item, index + 1))
  const stop = words.unsubscribe ? `Which letters you get:\n${words.unsubscribe}` : ''
  const ending = [practiceName, words.footer, stop].filter(Boolean).join('\n')
  return `${[words.sentence, ...items, ...words.paragraphs, ...link].map(trimmed).join('\n\n')}\n\n-- \n${ending}\n`
}

function itemText({ sentence, why, link }: LetterItem, number: number): string {
  return [`${number}. ${sentence}`, why, `${link.label}:`, link.url].filter(Boolean).join('\n')
}

/** One line without control characters: a line break in a subject would start a header of its own. */
export function subjectOf(words: { subject: string }): string {
  // eslint-disable-next-line no-control-regex
  const line = words.subject.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim()
  return line.length > MAX_SUBJECT ? `${line.slice(0, MAX_SUBJECT - 1)}…` : line
}

/** What may be kept of a letter once it went, and shown before: all but the address that lets its holder in. */
export function withoutLink<T extends { html: string; text: string }>(letter: T): T {
  const html = letter.html.replace(ADDRESS, '#left-out')
  return { ...letter, html, text: letter.text.replace(ADDRESS, '(the link is left out here)') }
}

function trimmed(text: string): string {
  return text.trim()
}
