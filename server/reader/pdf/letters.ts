const NARROW = 'fijlrtI.,;:!|\'`()[]{}/\\-" '
const WIDE = 'mwMW@%&—…®™©'

/** Rough width of a letter in ems, only good for splitting a run whose true width is known. */
export function letterWidth(letter: string): number {
  return ASCII_WIDTHS[letter.charCodeAt(0)] ?? widthOf(letter)
}

function widthOf(letter: string): number {
  if (NARROW.includes(letter)) return letter === 'r' || letter === '"' || letter === '/' ? 0.34 : 0.28
  if (WIDE.includes(letter)) return 0.86
  return letter >= 'A' && letter <= 'Z' ? 0.68 : 0.53
}

const ASCII_WIDTHS = Array.from({ length: 128 }, (_, code) => widthOf(String.fromCharCode(code)))

/** Where each piece of white-space-separated text begins and ends, as fractions of the run. */
export function splitRun(text: string): { text: string; from: number; to: number }[] {
  const pieces: { text: string; from: number; to: number }[] = []
  let at = 0
  let open: { text: string; from: number; to: number } | null = null
  for (const letter of text) {
    const end = at + letterWidth(letter)
    if (isSpace(letter)) open = null
    else if (open) {
      open.text += letter
      open.to = end
    } else pieces.push((open = { text: letter, from: at, to: end }))
    at = end
  }
  return pieces.map((piece) => ({ text: piece.text, from: piece.from / at, to: piece.to / at }))
}

function isSpace(letter: string): boolean {
  return letter === ' ' || ((letter < '!' || letter > '~') && /\s/.test(letter))
}
