import type { Doc } from '../pages'
import type { PdfDocument } from './engine/document'

const MOST_BOOKMARKS = 500

interface Bookmark {
  title: string
  dest: string | unknown[] | null
  items: Bookmark[]
}

export async function readBookmarks(pdf: PdfDocument): Promise<Doc['bookmarks']> {
  const bookmarks: Doc['bookmarks'] = []
  try {
    await collect(((await pdf.getOutline()) as Bookmark[] | null) ?? [], 0)
  } catch {
    // Broken bookmarks are no reason to refuse a document.
  }
  return bookmarks

  async function collect(items: Bookmark[], depth: number) {
    for (const item of items) {
      if (bookmarks.length >= MOST_BOOKMARKS) return
      bookmarks.push({ title: item.title, page: await pageOf(pdf, item.dest) })
      if (depth < 4) await collect(item.items, depth + 1)
    }
  }
}

async function pageOf(pdf: PdfDocument, dest: Bookmark['dest']): Promise<number | null> {
  try {
    const place: unknown[] | null = typeof dest === 'string' ? await pdf.getDestination(dest) : dest
    return place?.[0] ? (await pdf.getPageIndex(place[0] as { num: number; gen: number })) + 1 : null
  } catch {
    return null
  }
}
