import type { FontStyle } from './engine/document'

// TeX's own fonts say bx for bold extended, and the free Times and Helvetica say Medi.
const BOLD_NAME = /bold|black|heavy|demi|-medi(?!um)|(?:^|\+)(?:CM|SF|EC)(?:SS)?B/i

/** Keeps in known which of these fonts are bold. */
export function noteBold(styles: Record<string, FontStyle>, known: Map<string, boolean>) {
  for (const [id, style] of Object.entries(styles)) if (!known.has(id)) known.set(id, isBold(style))
}

function isBold({ name, bold, black }: FontStyle): boolean {
  return name !== undefined && (bold === true || black === true || BOLD_NAME.test(name))
}
