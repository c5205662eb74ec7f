import type { PageText } from '../pages'
import type { Section } from '../reading'

/** A section begins on a page, `offset` characters into its text. */
export interface Start {
  section: Section
  page: PageText
  offset: number
  title: string
}

export function byPlace(a: Start, b: Start): number {
  return a.page.number - b.page.number || a.offset - b.offset
}
