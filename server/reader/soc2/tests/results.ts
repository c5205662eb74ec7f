import { failureIn } from './failures'
import * as say from './wording'
import { plain } from './wording'

export type Outcome =
  'pass' | 'exception' | 'not-operated' | 'not-tested' | 'out-of-scope' | 'info' | 'header' | 'ambiguous'
type Verdict =
  'pass' | 'pass-but' | 'strong' | 'soft' | 'never' | 'untested' | 'scope' | 'prior' | 'policy' | null

const HEADING =
  /^(?:(?:results?|exceptions?|deviations?|conclusions?|findings?|outcome) ?(?:of (?:the )?)?(?:service )?(?:auditor'?s? )?(?:tests?|testing)?(?: of (?:controls?|operating effectiveness))?(?: (?:performed|noted|results?))?|tests? results?|testing results?|test conclusion)$/
const GOOD_MARK = /[✓✔☑✅🗸]/u
const BAD_MARK = /[✗✘✖☒❌×]/u
const POLICY =
  /\b(?:exceptions?|deviations?) (?:to|from) (?:the |an? |any |this |its |our )?(?:[\w-]+ ){0,3}(?:polic|standard|procedure|baseline|requirement|configuration|contract|term|rule)|\b(?:exception|error|incident) (?:handling|report|request|management|log)|\b(?:exceptions?|deviations?)(?: (?:that|which|are|is|must|require|need)| (?:identified|noted|found) (?:are|must|will))\b/

const MOST_KNOWN = 4000
const known = new Map<string, Outcome>()

/** What the auditor concluded in one result cell; `heading` is the heading of its column. */
export function classify(cell: string, heading = ''): Outcome {
  // The same few sentences stand in most cells, and each is asked about for its column and for its row.
  const key = `${heading}\n${cell}`
  const outcome = known.get(key) ?? concluded(cell, heading)
  if (known.size < MOST_KNOWN) known.set(key, outcome)
  return outcome
}

function concluded(cell: string, heading: string): Outcome {
  const text = plain(cell).toLowerCase()
  const mark = markIn(text, heading.toLowerCase())
  if (mark) return mark
  if (HEADING.test(text.replace(/[:.]$/, ''))) return isJustOne(text, heading) ? 'exception' : 'header'
  if (!/[a-z]/.test(text) && !/\d/.test(text)) return 'ambiguous'
  return together(clausesOf(text).map((clause) => verdictOf(clause)))
}

function markIn(text: string, heading: string): Outcome | null {
  const good = GOOD_MARK.test(text)
  const bad = BAD_MARK.test(text)
  const words = text.replace(/[^a-z0-9]+/g, ' ').trim()
  if (good !== bad && words.length < 40) {
    if (bad) return 'exception'
    if (!/except|deviat|fail/.test(words)) return 'pass'
  }
  const yes = /^(?:y|yes|true)$/.test(words)
  if (!yes && !/^(?:n|no|false)$/.test(words)) return null
  if (/exception|deviation|finding/.test(heading)) return yes ? 'exception' : 'pass'
  if (/effective|pass|satisf|met|complian/.test(heading)) return yes ? 'pass' : 'exception'
  return 'ambiguous'
}

/** "Exception" alone in a column of results is a result; the plural, or the same words as the heading, is a heading. */
function isJustOne(text: string, heading: string): boolean {
  return /^(?:exception|deviation|finding)(?: noted)?[.:]?$|^(?:exceptions|deviations|findings) noted[.:]?$/.test(
    text,
  )
    ? plain(heading).toLowerCase() !== text
    : false
}

function clausesOf(text: string): string[] {
  return text
    .replace(
      /^(?:(?:test )?results?(?: of (?:the )?tests?(?:ing)?)?|conclusion|outcome|auditor'?s? conclusion) ?[:-] ?/,
      '',
    )
    .replace(/(?:^|(?<=[.;] ))(?:\(?\d{1,2}[.)]|\(?[a-z][.)]) /g, '')
    .split(/(?<=[.;!?])\s+|;\s*|\s[•▪●]\s|,?\s(?=(?:however|but|although|nevertheless)\b)/)
    .map((clause) => clause.replace(/^[\s•▪●*-]+|\s+$/g, ''))
    .filter(Boolean)
}

function verdictOf(clause: string): Verdict {
  if (say.PRIOR.test(clause) && /exception|deviation|finding|remediat/.test(clause)) return priorOf(clause)
  const passes = saysPass(clause)
  if (passes && say.IDLE.test(clause)) return 'never'
  if (passes) return say.BUT.test(afterPass(clause)) || say.BUT_FIRST.test(clause) ? 'pass-but' : 'pass'
  if (isStrong(clause)) return 'strong'
  if (say.OUT_OF_SCOPE.test(clause)) return 'scope'
  if (isNever(clause)) return 'never'
  if (say.NOT_TESTED.test(clause)) return 'untested'
  return otherwise(clause)
}

function otherwise(clause: string): Verdict {
  if (POLICY.test(clause)) return 'policy'
  const failure = failureIn(clause)
  if (failure) return failure
  return say.PASS_OPERATED.test(clause) || isAllOfThem(clause) ? 'pass' : null
}

function priorOf(clause: string): Verdict {
  const current = clause.replace(new RegExp(`[^,;(]*${say.PRIOR.source}[^,;)]*`), '')
  return current.trim().length > 3 && current !== clause
    ? (verdictOf(current.replace(/^[,;) -]+/, '')) ?? 'prior')
    : 'prior'
}

function saysPass(clause: string): boolean {
  return [
    say.PASS_NONE,
    say.PASS_WITHOUT,
    say.PASS_DID_NOT,
    say.PASS_NOT_SEEN,
    say.PASS_LABEL,
    say.PASS_WORD,
    say.PASS_NIL,
  ].some((pattern) => pattern.test(clause))
}

function afterPass(clause: string): string {
  const noun = /exception|deviation|finding|none|issue|discrepanc|variance/.exec(clause)
  return noun ? clause.slice(noun.index + noun[0].length) : clause
}

function isStrong(clause: string): boolean {
  if (say.RESOLVED.test(clause)) return false
  if (say.MISSED.test(clause) && !say.NEVER_TESTABLE.test(clause)) return true
  if (say.FAILED_ALONE.test(clause) || say.NOT_EFFECTIVE.test(clause) || say.EXCEPTION_POINTER.test(clause))
    return true
  if ([...clause.matchAll(say.EXCEPTION_SEEN)].some((match) => !isDenied(clause, match.index))) return true
  if (POLICY.test(clause)) return false
  return [say.EXCEPTION_ALONE, say.EXCEPTION_COUNTED, say.EXCEPTION_RAISED].some((pattern) =>
    pattern.test(clause),
  )
}

function isDenied(clause: string, at: number): boolean {
  return /\b(?:no|not|without|zero|0|nor|any|whether|if)\b[^.;:]*$/.test(
    clause.slice(Math.max(0, at - 40), at),
  )
}

function isNever(clause: string): boolean {
  const reason = say.NOT_OPERATED.some((pattern) => pattern.test(clause))
  if (!reason) return false
  return !say.MISSING_WORK.test(clause) || say.NEVER_TESTABLE.test(clause)
}

function isAllOfThem(clause: string): boolean {
  const same = /\b(\d+) (?:out )?of (?:the )?(\d+)\b/.exec(clause)
  if (same && same[1] === same[2]) return true
  return /\b(?:all|each) (?:of the )?(?:[\w-]+ ){0,6}(?:were|was|had|complied|passed|evidenced)\b/.test(
    clause,
  )
}

function together(verdicts: Verdict[]): Outcome {
  const has = (verdict: Verdict) => verdicts.includes(verdict)
  if (has('strong')) return 'exception'
  if (has('pass-but')) return has('never') ? 'not-operated' : 'exception'
  if (has('never')) return 'not-operated'
  if (has('pass')) return 'pass'
  if (has('scope')) return 'out-of-scope'
  if (has('untested')) return 'not-tested'
  if (has('soft')) return 'exception'
  return has('policy') || has('prior') ? 'info' : 'ambiguous'
}
