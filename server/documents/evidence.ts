import type { Evidence, Reading } from '../reader/reader'

/** What a page is looked at for: the quotes of one field that stand on it. */
export interface Marked {
  /** All quotes of the field on this page, the one asked for first. */
  quotes: Evidence[]
  /** The pages on which the field has quotes at all. */
  pages: number[]
}

const NAME = /^[A-Za-z0-9]+(\.[A-Za-z0-9]+){0,3}$/

/** @param field a path into the reading: `periodEnd`, `baa.effective`, `provisions.B07`, `warnings.0`, `periodEnd.alternatives.1`. */
export function evidenceOf(reading: Reading | null, field: string): Evidence[] {
  if (!reading || !NAME.test(field)) return []
  const found = field.split('.').reduce<unknown>(step, reading)
  const evidence =
    typeof found === 'object' && found !== null ? (found as { evidence?: unknown }).evidence : []
  return Array.isArray(evidence) ? (evidence as Evidence[]) : []
}

export function markedOn(evidence: Evidence[], page: number, at: number): Marked {
  const asked = evidence[at]
  const here = evidence.filter((one) => one.page === page && one !== asked)
  const quotes = asked?.page === page ? [asked, ...here] : here
  return { quotes, pages: [...new Set(evidence.map((one) => one.page))].sort((a, b) => a - b) }
}

/** The address of the page on which a quote of a field stands. */
export function evidenceLink(documentId: string, field: string, page: number, at = 0): string {
  return `/documents/${documentId}/pages/${page}?field=${encodeURIComponent(field)}&at=${at}`
}

function step(from: unknown, key: string): unknown {
  return typeof from === 'object' && from !== null && Object.hasOwn(from, key)
    ? (from as Record<string, unknown>)[key]
    : undefined
}
