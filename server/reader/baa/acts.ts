import type { Sentence } from './clauses'
import type { Roles } from './roles'

const ADVERB =
  '(?:(?:also|further|hereby|then|each|itself|likewise|always|never|only|not|\\w+ly|at all times|at its own expense|in turn),?\\s+){0,3}'
const MODAL =
  "(?:shall|will|must|may|can|cannot|agrees?|undertakes?|covenants?|promises?|commits?|warrants?|represents?|acknowledges?|won't|needs? to|(?:has|have) (?:to|the right|a duty)|(?:is|are) (?:to|not|required|obligated|obliged|bound|responsible|permitted|allowed|authori[sz]ed|entitled|prohibited|forbidden|liable))\\b"
const STATES =
  "(?:keeps?|maintains?|implements?|appl(?:y|ies)|reports?|notif(?:y|ies)|tells?|informs?|gives?|provides?|makes?|lets?|allows?|uses?|discloses?|shares?|handles?|protects?|safeguards?|compl(?:y|ies)|follows?|meets?|returns?|destroys?|deletes?|erases?|limits?|requests?|requires?|ensures?|binds?|holds?|documents?|records?|logs?|tracks?|mitigates?|opens?|accounts?|passes|pass|hands?|corrects?|incorporates?|extends?|retains?|stores?|obtains?|don't|doesn't|do not|does not|do|does|carr(?:y|ies) out|cooperates?|(?:have|has) (?:put|set|placed|implemented|established|adopted|deployed|instituted|taken|developed))\\b"
const SUBORDINATE =
  /\b(?:as|that|which|when|whenever|if|where|unless|until|after|before|because|since|while|to the extent|so far as|whether|so|than|what|whom|by which|for which|in which)\s+(?:the\s+|and\s+when\s+)?$/i

/** `the requirements that apply to Practice shall be met` */
const OBJECT = /\b(?:to|of|for|by|with|from|on|upon|against)\s+(?:the\s+)?$/i

/** Where this side is the subject of a duty, a permission or a statement of what it does; -1 when it is not. */
export function actsAt(words: string, text: string, kind: 'any' | 'bound' = 'any'): number {
  const verbs =
    kind === 'bound'
      ? `(?:(?!(?:may|can)\\b(?! (?:not|only)\\b))${MODAL}|${STATES})`
      : `(?:${MODAL}|${STATES})`
  const subject = new RegExp(
    `\\b(?!(?:your|our|us)\\b)${words}(?:'s?(?: (?!(?:requests?|direction|instructions?|approval|consent|notice|expense|option|election|discretion|behalf|knowledge|determination|receipt|demand|obligations?|dut(?:y|ies)|responsibilit(?:y|ies)|of|to|for|by|with)\\b)\\w+){1,5})?(?:\\s*\\([^)]{0,40}\\))?(?:\\s+and its [\\w ,]{3,50})?(?:,[^,]{0,80},)?\\s+${ADVERB}${verbs}`,
    'gi',
  )
  const found = [...text.matchAll(subject)].map(({ index }) => index)
  return (
    found.find((index) => {
      const before = text.slice(Math.max(0, index - 30), index)
      return !SUBORDINATE.test(before) && !OBJECT.test(before)
    }) ?? -1
  )
}

/** `Covered Entity shall notify Business Associate …` binds the wrong side. */
export function isPracticeActing({ roles }: { roles: Roles }, { text, clause }: Sentence): boolean {
  if (isServed(roles, text)) return false
  const plain = text.replace(/\([^()]{12,}\)/g, '')
  const practice = actsAt(roles.coveredEntity.words, plain)
  const associate = actsAt(roles.businessAssociate.words, plain)
  if (practice >= 0 || associate >= 0) return practice >= 0 && (associate < 0 || practice < associate)
  if (isByPractice(roles, text)) return true
  return (
    actsAt(roles.coveredEntity.words, clause.lead) >= 0 &&
    actsAt(roles.businessAssociate.words, clause.lead) < 0
  )
}

/** `Practice shall be notified by Vendor of …` */
function isServed({ coveredEntity }: Roles, text: string): boolean {
  return new RegExp(
    `\\b${coveredEntity.words}\\s+(?:shall|will|must|is to)\\s+(?:\\w+ly\\s+)?be\\s+(?:\\w+ly\\s+)?(?:notified|informed|told|advised|alerted|given|provided|furnished|supplied|afforded|granted|sent)\\b`,
    'i',
  ).test(text)
}

/** `shall be reported by Covered Entity` */
function isByPractice({ coveredEntity, businessAssociate }: Roles, text: string): boolean {
  const passive = (words: string) =>
    new RegExp(
      `\\b(?:shall|will|must|is|are) (?:promptly )?(?:be )?\\w+(?:ed|en|ept|ade|ent|old)\\b[^.;]{0,60}\\bby (?:the )?${words}\\b`,
      'i',
    ).test(text)
  return passive(coveredEntity.words) && !passive(businessAssociate.words)
}

const DUTY =
  /\b(?:shall|will|must|agrees?|undertakes?|covenants?|promises?|commits?|warrants?|won't|cannot|may not|may only|no (?:other |further )?(?:use|disclosure)|in no way|refrains?|(?:is|are) (?:\w+ly )?(?:to|required|obligated|obliged|bound|responsible|prohibited|forbidden|not (?:permitted|allowed|authori[sz]ed))|(?:has|have) (?:to|a duty)|needs? to)\b/i
const PERMISSION =
  /\b(?:may|permit(?:s|ted)?|allow(?:s|ed)?|authori[sz]e[ds]?|entitled|can|right|rights|only|solely|free to|lets?)\b/i
const STATED_PASSIVE =
  /\bappl(?:y|ies) to (?:each|every|all|any)\b|\b(?:is|are) due\b|\b(?:is|are) (?:a )?(?:part(?:y|ies)|subject) to\b|\b(?:has|have) (?:first |already |each )?(?:signed|agreed|accepted|entered into)\b|\b(?:is|are)\s+(?:promptly\s+|also\s+|always\s+)?(?:reported|notified|told|held|kept|limited|bound|made|returned|destroyed|deleted|given|provided|protected|opened?|open|available|incorporated|complied|mitigated|accounted|amended|corrected|furnished|observed|followed|maintained|implemented|applied|used|disclosed|prohibited|forbidden|recorded|documented|safeguarded)\b/i
const NO_FORCE =
  /\b(?:shall|will|is|are|does|do|has|have)(?:\s+not|n't|\s+have)?\s+(?:be\s+|have\s+)?(?:not\s+|no\s+|any\s+)?(?:required|obligated|obliged|obligation|duty|responsibility|need)\b|\b(?:no|without any) (?:obligation|duty|responsibility) to\b|\bneed not\b|\b(?:at|in) (?:its|our|their|[A-Z]\w+'s) (?:sole |own |absolute |reasonable )*(?:discretion|option|election)\b|\b(?:intends?|hopes?|strives?|aims?|expects?|plans?) to\b|\bmay (?:elect|choose|decide) to\b|\b(?:is|are) encouraged to\b|(?<=[a-z,] )should\b(?! (?:reasonably )?have\b)|\bnothing in this\b[^.]{0,60}\brequires?\b/i
const DENIES =
  /\b(?:no|not|n't|need not|discretion|option|election|intends?|hopes?|strives?|aims?|expects?|plans?|elect|choose|decide|encouraged|should|nothing|without any)\b|n't\b/i

/** Whether these words oblige, or with `permission` permit, the vendor, by themselves or through the words that open their list. */
export function binds(roles: Roles, { text, clause }: Sentence, permission: boolean): boolean {
  const idle = NO_FORCE.exec(text)
  const before = text.slice(0, idle?.index ?? 0)
  const acted = DUTY.test(before) || actsAt(roles.businessAssociate.words, before) >= 0
  if (idle && DENIES.test(idle[0]) && !acted) {
    if (!permission || /\b(?:required|oblig\w+|duty|responsib\w+|need)\b/i.test(idle[0])) return false
  }
  const force = permission ? new RegExp(`${DUTY.source}|${PERMISSION.source}`, 'i') : DUTY
  return (
    force.test(text) ||
    force.test(clause.lead) ||
    STATED_PASSIVE.test(text) ||
    actsAt(roles.businessAssociate.words, text, permission ? 'any' : 'bound') >= 0 ||
    (text !== clause.text && force.test(clause.text)) ||
    /\b(?:obligations|duties|responsibilities|requirements|must|shall|will|agrees?|promises|undertakings|covenants)\b|\bhow\b[^\n]*\?/i.test(
      clause.heading,
    )
  )
}
