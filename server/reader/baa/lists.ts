/** The words that open a list, and how its items are marked. */
export interface Lead {
  text: string
  start: number
  end: number
  /** The mark of the paragraph that opens it. */
  own: Mark
  /** The mark of its items; null until the first is seen. */
  items: Mark | null
  last: string
}

export type Mark =
  'bracketed' | 'letter' | 'capital' | 'roman' | 'number' | 'decimal' | 'bullet' | 'other' | 'none'

const MARKS: [RegExp, Mark][] = [
  [/^[•●▪◦*–-]\s/, 'bullet'],
  [/^\(?(?:[ivx]{2,5})[.)]\s/, 'roman'],
  [/^\(?[a-z][.)]\s/, 'letter'],
  [/^(?:[IVX]{2,5}[.)]|\([IVX]{2,5}\))\s/, 'roman'],
  [/^\(?[A-Z][.)]\s/, 'capital'],
  [/^(?:[A-Z]{1,2}-)?\d{1,2}(?:\.\d{1,2}){1,3}\.?\s/, 'decimal'],
  [/^\(\d{1,2}\)\s/, 'bracketed'],
  [/^\d{1,2}[.)]\s/, 'number'],
  [/^(?:article|section|exhibit|schedule|§)\s?[\dIVXA-Z]/i, 'other'],
]

export function markOf(text: string): Mark {
  return MARKS.find(([pattern]) => pattern.test(text.trimStart()))?.[1] ?? 'none'
}

/** The list that goes on with this paragraph; null when it has ended. */
export function leadAfter(lead: Lead | null, text: string): Lead | null {
  if (!lead) return null
  const mark = markOf(text)
  const goesOn = /[;,:]\s*$|[;,]\s*(?:and|or)\s*$/i.test(lead.last)
  const next = { ...lead, items: lead.items ?? mark, last: text }
  if (/^[a-z]/.test(text.trimStart())) return next
  if (mark === 'none') return goesOn && (lead.items ?? 'none') === 'none' ? next : null
  if (mark === lead.own && lead.items !== null && mark !== lead.items) return null
  if (mark === lead.own && lead.items === null && mark !== 'letter') return null
  return lead.items === null || mark === lead.items || isLetterOf(mark, lead.items) || goesOn ? next : null
}

/** `(i)`, `(v)` and `(x)` are letters and Roman numbers both. */
function isLetterOf(mark: Mark, items: Mark): boolean {
  return (mark === 'roman' && items === 'letter') || (mark === 'letter' && items === 'roman')
}
