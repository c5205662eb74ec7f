import type { TestException } from '../../reading'
import { countsOf } from './numbers'
import { likeness, type Response } from './responses'
import type { TestRow } from './rows'
import { bare, plain } from './wording'

const INLINE_RESPONSE =
  /\bmanagement(?:'s|s')? (?:response|comment|reply)s?\s*[:.-]\s*|\b(?:response|comments?|reply) (?:of|by|from) (?:the )?(?:management|company)\s*[:.-]\s*|(?<=[.])\s+(?=Management (?:tells|told|responded|replied|states?|stated)\b)/i
/** In a column of results and responses at once management may begin to speak without a label. */
const UNLABELLED =
  /\bmanagement(?:'s|s')? (?:response|comment|reply)s?\s*[:.-]\s*|(?<=[.])\s+(?=(?:Management|We) (?!noted|inspected|tested)[a-z]+ )/i
const PASS_BEFORE =
  /^(?:no (?:exceptions?|deviations?) (?:were )?noted\.?\s+)+(?=[A-Z])(?!(?:However|Except|But|Other)\b)/i
const NOTHING_SAID =
  /^(?:n\/?a|(?:none|no(?: management)? (?:response|comment|reply)s?)(?: (?:was |were )?(?:provided|given|received|required|necessary|needed|offered|made))?|not (?:applicable|provided|required)|-)\.?$/i
/** A summary tells an exception again in nearly the same words. */
const SAME_WORDS = 0.7
const POINTER =
  /^(?:exceptions? noted[.,;]?\s*)?(?:please )?(?:see|refer to) (?:the )?(?:results?|tests?|control|criteri|above|below|cc\d|[a-z]{1,4}[-.]?\d)/i

/** The exceptions of the rows, each once: a control repeated under several criteria is one exception with all of them. */
export function exceptionsOf(rows: TestRow[]): TestException[] {
  const found: TestException[] = []
  for (const row of rows) {
    if (row.outcome !== 'exception') continue
    const next = exceptionOf(row)
    const same = found.find((one) => isSame(one, next))
    if (same) merge(same, next)
    else found.push(next)
  }
  return found
}

/** Gives each exception without a response the one that belongs to it; returns what is left over. */
export function answer(exceptions: TestException[], responses: Response[]): Response[] {
  const left = [...responses]
  const open = exceptions.filter((one) => !one.response)
  give(open, left, (one, response) => pointsTo(one.text, response.ref) && isFree(exceptions, response))
  give(
    open,
    left,
    (one, response) =>
      sameReference(one.control, response.ref) &&
      open.filter((other) => sameReference(other.control, response.ref)).length === 1,
  )
  give(
    open,
    left,
    (one, response) =>
      sameReference(one.control, response.ref) &&
      likeness(one.text, `${response.about} ${response.text}`) >= 0.3,
  )
  give(open, left, (one, response) => sameReference(one.control, response.ref))
  give(open, left, (one, response) => one.criteria.includes(response.ref ?? '') && alone(open, response.ref))
  give(
    open,
    left,
    (one, response) =>
      isFree(exceptions, response) && likeness(one.text, `${response.about} ${response.text}`) >= 0.6,
  )
  return left
}

function exceptionOf(row: TestRow): TestException {
  const [found = '', ...said] = plain(row.result).split(
    /response/i.test(row.heading) ? UNLABELLED : INLINE_RESPONSE,
  )
  const response = [said.join(' '), plain(row.response).replace(INLINE_RESPONSE, '')]
    .filter(isSaid)
    .join(' ')
    .trim()
  return {
    control: row.control,
    criteria: row.criteria,
    text: found.trim().replace(PASS_BEFORE, ''),
    ...countsOf(found, row.test),
    page: row.page,
    response: response ? { text: response, page: row.response ? row.responsePage : row.lastPage } : null,
  }
}

/** "Refer to management's response MR-1", "Deviation identified (D-01)": the response names what the exception names. */
function pointsTo(text: string, code: string | null): boolean {
  if (!code || !/^[A-Z]{1,6}[-.]?\d{1,3}$/i.test(code)) return false
  return new RegExp(`(?<![\\w.-])${code.replace('.', '\\.')}(?![\\w-])`, 'i').test(plain(text))
}

function isSaid(text: string): boolean {
  return text.length > 2 && !NOTHING_SAID.test(text)
}

function isSame(one: TestException, other: TestException): boolean {
  if (one.control === null && other.control === null)
    return bare(one.text).length > 25 && bare(one.text) === bare(other.text) && one.page !== other.page
  if (!sameReference(one.control, other.control)) return false
  if (bare(one.text) === bare(other.text)) return true
  if (one.failed !== null && one.failed === other.failed && one.tested === other.tested)
    return likeness(one.text, other.text) >= SAME_WORDS
  return isPointer(one.text) || isPointer(other.text)
}

function isPointer(text: string): boolean {
  return POINTER.test(text) && text.length < 160 && !/\d+ of \d+/.test(text)
}

function merge(kept: TestException, other: TestException): void {
  kept.criteria = [...new Set([...kept.criteria, ...other.criteria])]
  if (isPointer(kept.text) && !isPointer(other.text)) {
    Object.assign(kept, { text: other.text, page: other.page, tested: other.tested, failed: other.failed })
  }
  kept.tested ??= other.tested
  kept.failed ??= other.failed
  kept.response ??= other.response
}

function give(
  open: TestException[],
  left: Response[],
  fits: (one: TestException, response: Response) => boolean,
): void {
  for (const one of open) {
    if (one.response) continue
    const at = left.findIndex((response) => fits(one, response))
    if (at < 0) continue
    const [response] = left.splice(at, 1)
    one.response = { text: response!.text, page: response!.page }
  }
}

export function sameReference(one: string | null, other: string | null): boolean {
  if (!one || !other) return false
  return reference(one) === reference(other)
}

function reference(text: string): string {
  return plain(text)
    .toLowerCase()
    .replace(/^control\s*/, '')
    .replace(/[\s_.:#()-]+$|^[\s#(]+/g, '')
    .replace(/\s+/g, '')
}

function alone(open: TestException[], criterion: string | null): boolean {
  return open.filter((one) => one.criteria.includes(criterion ?? '')).length === 1
}

/** A response that names a control belongs to that control alone. */
function isFree(exceptions: TestException[], response: Response): boolean {
  return !exceptions.some((one) => sameReference(one.control, response.ref))
}
