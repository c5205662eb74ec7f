import type { Letter } from './letter'

export interface Tag {
  state: 'good' | 'look' | 'bad' | 'none'
  word: string
}

/** @param mailWaits no mail server is set, so nothing goes by itself */
export function letterTag(letter: Pick<Letter, 'state' | 'attempts'>, mailWaits: boolean): Tag {
  switch (letter.state) {
    case 'sent':
      return { state: 'good', word: 'sent' }
    case 'refused':
      return { state: 'bad', word: 'refused' }
    case 'gaveUp':
      return { state: 'bad', word: 'given up' }
    case 'withdrawn':
      return { state: 'none', word: 'withdrawn' }
    case 'deferred':
      return { state: 'look', word: 'trying again' }
    default:
      return mailWaits ? { state: 'look', word: 'waiting' } : { state: 'none', word: 'on its way' }
  }
}
