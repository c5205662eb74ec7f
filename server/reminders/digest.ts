import type { PlainDate } from '../dates'
import type { LetterWords } from '../letters/letters'
import type { Draft } from './letters'
import type { Line } from './lines'
import type { Matter } from './matters'
import { wordsFor } from './words'

const MOST_ITEMS = 40
const WHY_YOU = 'You get this letter because you look after the practice’s vendors.'
const LAST_DAY =
  'Letters about a last day go to every administrator and can’t be put off. Two administrators together can silence them.'

/** The page of a matter, from which it is settled, put off or handed over. */
export function duePath({
  vendorId,
  kind,
  about,
  base,
}: Pick<Matter, 'vendorId' | 'kind' | 'about' | 'base'>): string {
  return `/letters/due/${vendorId}/${kind}.${about}.${base}`
}

export function letterWords({ kind, person, lines }: Draft, today: PlainDate, baseUrl: string): LetterWords {
  const unsubscribe = kind === 'digest' && person.role !== 'administrator' ? `${baseUrl}/letters/mine` : null
  const footer = kind === 'urgent' ? LAST_DAY : WHY_YOU
  const words =
    lines.length === 1 ? oneThing(lines[0]!, today, baseUrl) : severalThings(lines, today, baseUrl)
  return { ...words, footer, unsubscribe }
}

/** @param count how many things the letter tells, the first of them among them */
export function subjectOfMany(first: string, count: number): string {
  return count > 1 ? `${first}, and ${count - 1} more` : first
}

function oneThing({ matter, stage }: Line, today: PlainDate, baseUrl: string): LetterWords {
  const { subject, sentence, why, gloss, verb } = wordsFor(matter, today)
  return {
    subject,
    sentence,
    paragraphs: [stage.note, why, gloss].filter((text) => text !== undefined),
    link: { label: verb, url: baseUrl + duePath(matter) },
  }
}

function severalThings(lines: Line[], today: PlainDate, baseUrl: string): LetterWords {
  const shown = lines.slice(0, MOST_ITEMS)
  const said = shown.map(({ matter, stage }) => ({ matter, stage, ...wordsFor(matter, today) }))
  const rest = lines.length - shown.length
  const items = said.map(({ sentence, why, verb, matter, stage }) => ({
    sentence,
    why: [stage.note, why].filter(Boolean).join('\n'),
    link: { label: verb, url: baseUrl + duePath(matter) },
  }))
  const more = rest > 0 ? [`And ${rest} more, less urgent. Today’s page lists them all.`] : []
  const glosses = [...new Set(said.flatMap(({ gloss }) => gloss ?? []))]
  return {
    subject: subjectOfMany(said[0]!.subject, lines.length),
    sentence: `${counted(lines.length)} need you, the most urgent first.`,
    items,
    paragraphs: [...more, ...glosses],
    link: rest > 0 ? { label: 'Open Today', url: `${baseUrl}/` } : null,
  }
}

const NUMBERS = ['Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine']

function counted(count: number): string {
  return `${NUMBERS[count - 2] ?? count} things`
}
