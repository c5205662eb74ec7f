import type { Boxes } from './cage/request'
import type { Evidence, Field, Reading } from './reading'
import type { Doc } from './pages'
import { findQuote, LONGEST_QUOTE } from './quotes'

/** A value whose quote is not found again on its page is not shown. */
export function keepVerified(reading: Reading, doc: Doc): Reading {
  const kept: Record<string, unknown> = {}
  for (const [name, part] of Object.entries(reading)) kept[name] = isField(part) ? verified(part, doc) : part
  if (reading.baa) {
    const fields = Object.entries(reading.baa).map(([name, field]) => [
      name,
      verified(field as Field<unknown>, doc),
    ])
    kept.baa = Object.fromEntries(fields)
  }
  if (reading.provisions) {
    const provisions = Object.entries(reading.provisions).map(([id, provision]) => {
      const evidence = provision.evidence.filter((item) => isOnPage(item, doc))
      const lost = evidence.length < provision.evidence.length && evidence.length === 0
      return [id, { ...provision, evidence, ...(lost ? { result: 'needs-a-person' } : {}) }]
    })
    kept.provisions = Object.fromEntries(provisions)
  }
  kept.warnings = reading.warnings.map((warning) => ({
    ...warning,
    evidence: warning.evidence.filter((item) => isOnPage(item, doc)),
  }))
  return kept as unknown as Reading
}

function isField(part: unknown): part is Field<unknown> {
  return typeof part === 'object' && part !== null && 'status' in part && 'confidence' in part
}

function verified(field: Field<unknown>, doc: Doc): Field<unknown> {
  const evidence = field.evidence.filter((item) => isOnPage(item, doc))
  if (field.value !== null && evidence.length === 0)
    return { value: null, status: 'unreadable', confidence: 0, evidence: [] }
  return { ...field, evidence }
}

function isOnPage(evidence: Evidence, doc: Doc): boolean {
  const page = doc.pages[evidence.page - 1]
  return (
    page !== undefined && evidence.quote.length <= LONGEST_QUOTE && findQuote(page, evidence.quote) !== null
  )
}

/** Pages of a text layer that the reading quotes, by number. */
export function quotedPages(reading: Reading): number[] {
  return [...new Set(allEvidence(reading).flatMap((item) => (item.source === 'text' ? [item.page] : [])))]
}

/** Takes out what stands under a black box: the vendor meant it not to be read. Call before keepVerified. */
export function dropCovered(reading: Reading, covers: Map<number, Boxes>) {
  for (const item of allEvidence(reading)) {
    const boxes = covers.get(item.page) ?? []
    if (item.boxes?.some((box) => boxes.some((cover) => covered(box, cover)))) item.quote = ''
  }
}

function allEvidence(part: unknown): Evidence[] {
  if (typeof part !== 'object' || part === null) return []
  if ('quote' in part && 'page' in part) return [part as Evidence]
  return Object.values(part).flatMap(allEvidence)
}

function covered([x, y, width, height]: Boxes[number], [left, top, wide, high]: Boxes[number]): boolean {
  const across = Math.min(x + width, left + wide) - Math.max(x, left)
  const down = Math.min(y + height, top + high) - Math.max(y, top)
  return across > Math.min(0.02, width / 2) && down > height / 2
}
