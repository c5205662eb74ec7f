import type { Document } from './document'
import { PageError } from '../errors'
import { renderPageInCage } from '../reader/reader'
import type { Services } from '../services'
import { fileBytes, keepImage, keptImage } from './vault'

export const PAGE_WIDTH = 1200
const AT_ONCE = 2

/** The picture of a page, made in the caged process and kept sealed. Many who ask for one page share its making. */
export type PageImages = (document: Document, page: number) => Promise<Buffer>

class NoImage extends PageError {
  constructor(message = 'Download the document to see this page.') {
    super(422, 'This page can’t be shown', message)
  }
}

export function pageImages(services: Services): PageImages {
  const making = new Map<string, Promise<Buffer>>()
  const queue = places(AT_ONCE)
  return async (document, page) => {
    const name = `${page}-${PAGE_WIDTH}`
    const kept = await keptImage(services, document, name)
    if (kept) return kept
    const key = `${document.id}/${name}`
    const made =
      making.get(key) ?? queue(() => make(services, document, page, name)).finally(() => making.delete(key))
    making.set(key, made)
    return made
  }
}

async function make(services: Services, document: Document, page: number, name: string): Promise<Buffer> {
  const bytes = await fileBytes(services, document)
  const image = await renderPageInCage(bytes, page, { width: PAGE_WIDTH }).catch((error: unknown) => {
    services.log.warn({ err: error, document: document.id, page }, 'a page could not be drawn')
    throw new NoImage()
  })
  await keepImage(services, document, name, image)
  return image
}

/** At most so many at once; the others wait in line. */
function places(count: number) {
  let free = count
  const waiting: (() => void)[] = []
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (free > 0) free--
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
}
