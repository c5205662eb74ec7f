import { roleOf } from './columns'
import { classify } from './results'
import type { Said } from './said'
import { plain } from './wording'

export type Part = 'activity' | 'test' | 'result' | 'response' | 'criteria' | 'other'

export interface Label {
  part: Part
  rest: string
}

/** Tells whether a text begins with a label, and of what. */
export type Labels = (text: string, bold?: boolean) => Label | null

const LONGEST_LABEL = 75
const MOST_WORDS = 10
const REPEATED = 3
const COLON = /^([A-Z#][^.:;?!]{0,74}?)\s*:(?=\s|$)\s*/
/** A result without its full stop. */
const ANSWER =
  /^(?:no|none|nil|pass|fail|not|for|without|n\/a|effective|ineffective|operat|satisf|unsatisf|control (?:operat|is|was))/i
const SURE: [Part, RegExp][] = [
  [
    'response',
    /^(?:management|(?:the )?(?:company|entity|organi[sz]ation|client))(?:'s|s')? (?:responses?|comments?|reply|replies|action plan|remediation)\b/,
  ],
  [
    'result',
    /^(?:(?:service )?auditor'?s?'? )?(?:(?:tests?|testing) )?(?:results?|conclusions?|outcomes?)(?: of (?:the )?(?:service auditor'?s? )?(?:tests?|testing|procedures)(?: of controls?)?)?(?: performed)?(?: by (?:the )?(?:service )?auditor)?$/,
  ],
  ['result', /^(?:exceptions?|deviations?|findings?)(?: (?:noted|identified|details?))?$/],
  [
    'test',
    /^(?:(?:service )?auditor'?s?'? )?(?:(?:tests?|testing)(?: (?:procedures?|steps?))?(?: of (?:the )?(?:controls?|operating effectiveness))?|audit procedures?|procedures?)(?: (?:performed|applied|conducted))?(?: by (?:the )?[\w ]{0,30}auditors?)?$/,
  ],
  [
    'criteria',
    /^(?:applicable |related |relevant )?(?:trust services? )?(?:criteria|criterion|tsc)(?: (?:ref(?:erence)?s?|mapped|addressed|met))?$/,
  ],
  [
    'activity',
    /^(?:control(?: activity| description| specified)?|description of (?:the )?control|activity)(?: (?:no\.?|number|ref(?:erence)?|id|#))?$/,
  ],
]
const ASKED: [Part, RegExp][] = [
  [
    'result',
    /^(?:what|how) (?:we|the (?:service )?auditors?) (?:found|saw|noted|concluded|observed)|^(?:our |the )?(?:findings?|assessment|evaluation|verdict|determination|observations?)$/,
  ],
  [
    'test',
    /^(?:what|how) (?:we|the (?:service )?auditors?|it was|this was|was|is)\b.*\b(?:test|did|do|look|check|examin)|^(?:how )?tested(?: by)?$|^(?:evidence|work) (?:inspected|examined|obtained|performed|done|reviewed)$|^(?:test )?(?:method|steps?|nature)\b/,
  ],
  ['response', /^(?:responses?|remediation|action plan|corrective action)$/],
  ['activity', /^what (?:the|is) (?:company|entity|organi[sz]ation|control|done)\b/],
]

/** Labels by their grammar, and short openings that come again and again. */
export function labelsOf(said: Said[]): Labels {
  const counts = new Map<string, number>()
  for (const { text, bold } of said) {
    const found = COLON.exec(text)?.[1] ?? (isAlone(text, bold) ? text : null)
    if (found && isShort(found)) counts.set(keyOf(found), (counts.get(keyOf(found)) ?? 0) + 1)
  }
  return (text, bold = false) => {
    const colon = COLON.exec(text)
    const name = colon?.[1] ?? (isAlone(text, bold) ? text : null)
    if (!name || !isShort(name)) return null
    const part = partOf(name, (counts.get(keyOf(name)) ?? 0) >= REPEATED, colon !== null)
    if (!part) return null
    const rest = text.slice(colon?.[0].length ?? text.length)
    return { part, rest: rest && keepsName(name, part, rest) ? text : rest }
  }
}

/** What stands alone and reads like a label, wherever it is. */
export function looksLikeLabel(text: string): boolean {
  const colon = COLON.exec(text)
  const name = keyOf(colon?.[1] ?? text)
  if (!isShort(name) || (!colon && /[.;,]$/.test(text))) return false
  return (
    [...SURE, ...ASKED].some(([, pattern]) => pattern.test(name)) ||
    (colon !== null && roleOf(name) !== 'other')
  )
}

/** "Exceptions: 2" and "Exception: the review was late" say what they say together with their label. */
function keepsName(name: string, part: Part, rest: string): boolean {
  if (part !== 'result' || !/^(?:exceptions?|deviations?|findings?)\b/i.test(name)) return false
  return !['pass', 'not-operated', 'not-tested', 'out-of-scope'].includes(classify(rest))
}

function partOf(name: string, repeated: boolean, colon: boolean): Part | null {
  const text = keyOf(name)
  const sure = SURE.find(([, pattern]) => pattern.test(text))
  if (sure) return sure[0]
  if (!repeated) return null
  const asked = ASKED.find(([, pattern]) => pattern.test(text))
  if (asked) return asked[0]
  const role = roleOf(text)
  if (role === 'ref' || role === 'control') return 'activity'
  return role === 'other' ? (colon ? 'other' : null) : role
}

function isAlone(text: string, bold: boolean): boolean {
  if (text.length > LONGEST_LABEL || /[.;,]$/.test(text) || !/^[A-Z]/.test(text) || ANSWER.test(text))
    return false
  return bold || !/\d/.test(text)
}

function isShort(name: string): boolean {
  return name.length <= LONGEST_LABEL && name.split(' ').length <= MOST_WORDS
}

function keyOf(name: string): string {
  return plain(name)
    .toLowerCase()
    .replace(/[\s:]+$/, '')
}
