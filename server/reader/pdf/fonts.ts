import type { PdfPage } from './engine/document'

const MOST_PAGES_DRAWN = 24
// TeX's own fonts say bx for bold extended, and the free Times and Helvetica say Medi.
const BOLD_NAME = /bold|black|heavy|demi|-medi(?!um)|(?:^|\+)(?:CM|SF|EC)(?:SS)?B/i

/** Font names are known only once a page is drawn, so one page is drawn for each new set of fonts. */
export async function boldFonts(page: PdfPage, names: string[], known: Map<string, boolean>) {
  const unknown = names.filter((name) => !known.has(name))
  if (unknown.length === 0 || drawnPages(known) >= MOST_PAGES_DRAWN) return
  try {
    await page.getOperatorList()
  } catch {
    return
  } finally {
    for (const name of unknown) known.set(name, isBoldFont(page, name))
    known.set(`drawn ${page.pageNumber}`, false)
  }
}

function drawnPages(known: Map<string, boolean>): number {
  return [...known.keys()].filter((name) => name.startsWith('drawn ')).length
}

function isBoldFont(page: PdfPage, name: string): boolean {
  const font = page.fontNamed(name)
  return font !== undefined && (font.bold || font.black || BOLD_NAME.test(font.name))
}
