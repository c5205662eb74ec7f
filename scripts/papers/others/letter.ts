import { type Block, type Paper, plainLook, text } from '../paper'

export function letterPaper(title: string, blocks: Block[], look = plainLook): Paper {
  return { title, look, header: '', footer: '', firstNumbered: 0, blocks }
}

export function lines(...words: string[]): Block {
  return text(words.join('\n'))
}
