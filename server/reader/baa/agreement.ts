import type { Doc } from '../pages'
import type { Evidence, Provision } from '../reading'
import { binds, isPracticeActing } from './acts'
import { type Clause, clausesOf, type Sentence, sentencesOf } from './clauses'
import { evidenceAt, type Flow, makeFlow } from './flow'
import { DELEGATE, findRoles, type Roles } from './roles'

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
  const roles = findRoles(flow)
  const clauses = roles.isSubcontract ? clausesOf(flow).map(delegated) : clausesOf(flow)
  return { doc, flow, roles, clauses, sentences: sentencesOf(clauses) }
}

/** Between a business associate and its subcontractor the rules on other subcontractors must not catch the party itself. */
function delegated(clause: Clause): Clause {
  const renamed = (text: string) =>
    text.replace(/\bSubcontractor\b/g, DELEGATE.padEnd('Subcontractor'.length))
  return {
    ...clause,
    text: renamed(clause.text),
    lead: renamed(clause.lead),
    heading: renamed(clause.heading),
  }
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

/** A picture with fewer holds a seal, or could not be read. */
const FEWEST_LETTERS = 20
const AFTERWARDS =
  /\bcontinue to (?:use|maintain|comply)\b|\bsurviv(?:e|es)\b|\bsurvival of\b|\b(?:after|following) (?:the )?(?:termination|expiration)\b|\bremain in effect\b/i
const AT_THE_END =
  /\b(?:upon|at|on|after|following|effect of) (?:the )?(?:termination|expiration)\b|\bsurviv|\b(?:return|destruction) of\b/i
const SURVIVES = /\bsurviv|\b(?:effect of|upon|after|following|on) (?:the )?(?:termination|expiration)\b/i

/** The sentences that could satisfy a provision: definitions, headings, recitals and what only holds afterwards are not among them. */
export function findSentences(agreement: Agreement, wanted: Wanted): Sentence[] {
  return agreement.sentences.filter((sentence) => {
    const { topic, lead, heading } = sentence.clause
    if (topic !== 'clause' && !(wanted.anyone && topic === 'practice')) return false
    const { words } = sentence
    if (!wanted.all.every((pattern) => pattern.test(words))) return false
    if (wanted.none?.some((pattern) => pattern.test(words))) return false
    if (/\?\s*$/.test(lead) && /^\W*no\b/i.test(sentence.clause.text) && wanted.permission !== true)
      return false
    if (AFTERWARDS.test(sentence.text) || AT_THE_END.test(lead) || SURVIVES.test(heading)) return false
    return (
      binds(agreement.roles, sentence, wanted.permission === true) &&
      (wanted.anyone === true || !isPracticeActing(agreement, sentence))
    )
  })
}

export function findSentence(agreement: Agreement, wanted: Wanted): Sentence | null {
  return findSentences(agreement, wanted)[0] ?? null
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
  return isHedged(sentence)
    ? weak(agreement, sentence, 'It promises efforts, not the thing itself.')
    : judged(agreement, 'present', sentence, note)
}

/** Efforts alone; with a last day, or for the minimum necessary, they are what the law itself asks for. */
function isHedged({ text }: Sentence): boolean {
  return (
    /\b(?:reasonable|best|good[- ]faith|diligent)\s+efforts?\s+to\b|\bendeavou?rs? to\b|\battempts? to (?:report|notify|comply)\b/i.test(
      text,
    ) && !/\bminimum\b|\bmitigat|\bcur(?:e|ed)\b|\b\d+\)? (?:\w+ )?(?:days?|hours?)\b/i.test(text)
  )
}

export function weak(agreement: Agreement, sentence: Sentence, note: string): Provision {
  return judged(agreement, 'weak', sentence, note)
}

export function judged(agreement: Agreement, result: Answer, sentence: Sentence, note?: string): Provision {
  const { leadPlace } = sentence.clause
  const evidence = proof(agreement, sentence, sentence.text.length < 160 ? leadPlace : null)
  return evidence.length
    ? answer(result, evidence, note)
    : answer('needs-a-person', [], 'The words are there but could not be found again on the page.')
}

/** Missing means that every page was read, the pictures too; otherwise a person has to look. */
export function missing({ doc }: Agreement, note?: string): Provision {
  const unread = doc.pages.filter(
    ({ readable, certainty, scanned, text }) =>
      !readable || certainty < 0.6 || (scanned === true && text.trim().length < FEWEST_LETTERS),
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
  /\b(?:protected (?:health )?information|e?phi|(?:health|patients?'?|medical|electronic|such|the|all|that|this|confidential|personal) (?:care )?(?:information|data|records)|information|messages)\b/i
