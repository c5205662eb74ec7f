import { escapeXML } from 'ejs'

const SHAPES = { good: '✓', look: '◆', bad: '!', none: '–' }

/** A state said three ways: word, shape, colour. A function and not a partial, because a list draws dozens of them. */
export function stateTag({ state, word }: { state: keyof typeof SHAPES; word: string }): string {
  return `<span class="tag ${state}"><span aria-hidden="true">${SHAPES[state]}</span> ${escapeXML(word)}</span>`
}
