import type { Doc } from '../pages'
import type { Evidence, Provision } from '../reading'
import { type Clause, clausesOf, type Sentence, sentencesOf } from './clauses'
import { evidenceAt, type Flow, makeFlow } from './flow'
import { findRoles, type Roles } from './roles'

/** A business associate agreement taken apart, ready for questions. */
export interface Agreement {
  doc: Doc
  flow: Flow
  roles: Roles
  clauses: Clause[]
  sentences: Sentence[]
}

export function takeApart(doc: Doc): Agreement {
  const flow = makeFlow(doc)
  const clauses = clausesOf(flow)
  return { doc, flow, roles: findRoles(flow), clauses, sentences: sentencesOf(clauses) }
}

export interface Wanted {
  /** All must match within the sentence, or, when it is short, within its clause. */
  all: RegExp[]
  none?: RegExp[]
  /** Sentences that permit instead of oblige. */
  permission?: boolean
  /** The covered entity may be the one who acts. */
  anyone?: boolean
}

const DUTY =
  /\b(?:shall|will|must|agrees?|undertakes?|covenants?|is required to|is responsible for|warrants?)\b/i
const AFTERWARDS =
  /\bcontinue to use\b|\bsurviv(?:e|al)\b|\bfollowing (?:the )?(?:termination|expiration)\b|\bremain in effect\b/i

/** The sentences that could satisfy a provision: definitions, headings, recitals and what only holds afterwards are not among them. */
export function findSentences(agreement: Agreement, wanted: Wanted): Sentence[] {
  return agreement.sentences.filter((sentence) => {
    const { topic } = sentence.clause
    if (topic !== 'clause' && !(wanted.anyone && topic === 'practice')) return false
    if (!wanted.all.every((pattern) => pattern.test(sentence.text))) return false
    if (wanted.none?.some((pattern) => pattern.test(sentence.text)) || AFTERWARDS.test(sentence.text))
      return false
    return binds(sentence, wanted) && (wanted.anyone === true || !isPracticeActing(agreement, sentence))
  })
}

export function findSentence(agreement: Agreement, wanted: Wanted): Sentence | null {
  return findSentences(agreement, wanted)[0] ?? null
}

function binds({ text, clause }: Sentence, { permission }: Wanted): boolean {
  const duty = permission
    ? /\b(?:shall|will|must|agrees?|may|permitted|authori[sz]ed|entitled|can|right|only)\b/i
    : DUTY
  return (
    duty.test(text) ||
    duty.test(clause.lead) ||
    (text !== clause.text && duty.test(clause.text)) ||
    /\b(?:obligations|duties|responsibilities)\b/i.test(clause.heading)
  )
}

/** `Covered Entity shall notify Business Associate …` binds the wrong side. */
export function isPracticeActing({ roles }: Agreement, { text, clause }: Sentence): boolean {
  const acts = (words: string, of: string) =>
    new RegExp(
      `\\b${words}(?:'s [\\w ]{2,30})?(?:,[^,]{0,80},)?\\s+(?:also\\s+|further\\s+|hereby\\s+)?(?:shall|will|must|agrees?|may|is required)\\b`,
      'i',
    ).exec(of)?.index ?? -1
  const practice = acts(roles.coveredEntity.words, text)
  const associate = acts(roles.businessAssociate.words, text)
  if (practice >= 0 || associate >= 0) return practice >= 0 && (associate < 0 || practice < associate)
  return (
    acts(roles.coveredEntity.words, clause.lead) >= 0 && acts(roles.businessAssociate.words, clause.lead) < 0
  )
}

export function proof({ flow }: Agreement, ...places: ({ start: number; end: number } | null)[]): Evidence[] {
  return places.flatMap((place) => (place ? (evidenceAt(flow, place.start, place.end) ?? []) : []))
}

type Answer = Provision['result']

export function answer(result: Answer, evidence: Evidence[], note?: string): Provision {
  return note ? { result, evidence, note } : { result, evidence }
}

/** Present with its proof; a sentence whose words are not found again on the page is left to a person. */
export function present(agreement: Agreement, sentence: Sentence, note?: string): Provision {
  return judged(agreement, 'present', sentence, note)
}

export function weak(agreement: Agreement, sentence: Sentence, note: string): Provision {
  return judged(agreement, 'weak', sentence, note)
}

export function judged(agreement: Agreement, result: Answer, sentence: Sentence, note?: string): Provision {
  const evidence = proof(agreement, sentence)
  return evidence.length
    ? answer(result, evidence, note)
    : answer('needs-a-person', [], 'The words are there but could not be found again on the page.')
}

/** Missing means that every page was read; otherwise a person has to look. */
export function missing({ doc }: Agreement, note?: string): Provision {
  const unread = doc.pages.filter(
    ({ readable, certainty, text }) => !readable || certainty < 0.6 || text.trim().length < 20,
  )
  if (unread.length)
    return answer(
      'needs-a-person',
      [],
      `Page ${unread.map(({ number }) => number).join(', ')} could not be read well enough to say that it is missing.`,
    )
  return answer('missing', [], note)
}

export const HEALTH_INFORMATION =
  /\b(?:protected health information|e?phi|health information|confidential information)\b/i
