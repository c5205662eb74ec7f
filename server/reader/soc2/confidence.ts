import { quotes, type Span } from '../outline/flow'
import type { Evidence, Field, Status } from '../reading'

export const START = { auditor: 0.85, assertion: 0.65, cover: 0.6, description: 0.5 }
const AGREEMENT = 0.05
const MOST_AGREEMENT = 0.12
const OCR = 0.15
const REPAIR = 0.1

export interface Found<T> {
  value: T
  where: Span
  from: keyof typeof START
  repaired?: boolean
}

/**
 * One field from all the places that state it, the most trusted first. Places that differ make a conflict; places that agree raise the
 * confidence.
 */
export function agree<T>(places: Found<T>[], status: Status = 'found'): Field<T> {
  const quoted = places
    .map((place) => ({ ...place, evidence: quotes(place.where) }))
    .filter((place) => place.evidence.length > 0)
  const [first] = quoted
  if (!first) return { value: null, status: 'not-stated', confidence: 0, evidence: [] }
  const others = quoted.filter((place) => key(place.value) !== key(first.value))
  if (others.length > 0) return conflict(quoted)
  const clean = quoted.every((place) => place.repaired) ? REPAIR : 0
  const more = Math.min(MOST_AGREEMENT, AGREEMENT * (new Set(quoted.map((place) => place.from)).size - 1))
  const evidence = onePerPlace(quoted)
  return {
    value: first.value,
    status,
    confidence: level(START[first.from] + more - clean, first.evidence),
    evidence,
  }
}

export function conflict<T>(places: { value: T; evidence: Evidence[] }[]): Field<T> {
  const alternatives: { value: T; evidence: Evidence[] }[] = []
  for (const { value, evidence } of places) {
    const same = alternatives.find((other) => key(other.value) === key(value))
    if (same) same.evidence.push(...evidence)
    else alternatives.push({ value, evidence: [...evidence] })
  }
  return { value: null, status: 'conflict', confidence: 0, evidence: [], alternatives }
}

export function level(confidence: number, evidence: Evidence[]): number {
  const doubt = evidence.some((quote) => quote.source === 'ocr') ? OCR : 0
  return Math.round(Math.min(1, Math.max(0, confidence - doubt)) * 100) / 100
}

export function certain<T>(
  value: T,
  where: Span | Span[],
  confidence: number,
  status: Status = 'found',
): Field<T> {
  const evidence = [where].flat().flatMap(quotes)
  if (evidence.length === 0) return { value: null, status: 'not-stated', confidence: 0, evidence: [] }
  return { value, status, confidence: level(confidence, evidence), evidence }
}

function onePerPlace<T>(places: (Found<T> & { evidence: Evidence[] })[]): Evidence[] {
  const froms = new Set<string>()
  return places
    .filter((place) => !froms.has(place.from) && froms.add(place.from))
    .flatMap((place) => place.evidence)
}

function key(value: unknown): string {
  return JSON.stringify(Array.isArray(value) ? [...(value as unknown[])].sort() : value)
}
