import { criteriaIn, startsWithCriterion } from '../criteria'
import { isReference } from './columns'
import { outcomeOf, type TestRow } from './rows'
import { plain } from './wording'

type Part = 'activity' | 'test' | 'result' | 'response' | 'criteria'
export interface Said {
  text: string
  page: number
}

const AUDITOR = "(?:service )?auditor'?s?'? "
const LABELS: [Part, RegExp][] = [
  [
    'response',
    /^management(?:'s|s')? (?:response|comment|reply|action plan)s?(?: to (?:the )?exceptions?)?\s*(?:[:.–-]\s*|$)/i,
  ],
  [
    'result',
    new RegExp(
      `^(?:${AUDITOR})?(?:(?:tests?|testing) )?(?:results?|conclusions?|outcome)(?: of (?:the )?(?:service auditor'?s? )?(?:tests?|testing|procedures)(?: of controls?)?)?(?: performed)?(?: by (?:the )?(?:service )?auditor)?\\s*(?::\\s*|$)`,
      'i',
    ),
  ],
  ['result', /^(?=(?:exceptions?|deviations?|findings?)(?: (?:noted|identified|details?))?\s*(?::|$))/i],
  [
    'test',
    new RegExp(
      `^(?:${AUDITOR})?(?:(?:tests?|testing)(?: (?:procedures?|steps?))?(?: of (?:the )?(?:controls?|operating effectiveness))?|audit procedures?|procedures?)(?: (?:performed|applied|conducted))?(?: by (?:the )?[\\w ]{0,30}auditors?)?\\s*(?::\\s*|$)`,
      'i',
    ),
  ],
  [
    'criteria',
    /^(?:applicable |related |relevant )?(?:trust services? )?(?:criteria|criterion|tsc)(?: (?:ref(?:erence)?s?|mapped))?\s*:\s*/i,
  ],
  [
    'activity',
    /^(?:control(?: activity| description| specified)?|description of (?:the )?control|activity)(?: (?:no\.?|number|ref(?:erence)?|id|#))?\s*(?::\s*|$)/i,
  ],
]
const CONTROL_START =
  /^control(?: activity)?(?: (?:no\.?|number|ref(?:erence)?|id))?\s*[:#]?\s*([A-Z]{0,6}[-_.]?[A-Z]{0,5}[-_.]?\d[\w.-]*?)(?:\s*[:)]|\.(?=\s|$)|\s+[–—-](?=\s)|(?=\s|$))\s*/i
const REFERENCE_START =
  /^([A-Z]{1,6}[-_.]?(?:[A-Z]{1,5}[-_.]?)?\d{1,3}(?:[.\-_]\d{1,3}){0,4}[a-z]?|\d{1,2}(?:\.\d{1,3}){1,3})\s*(?:[:.)|–—-]\s*|\s+)(?=[A-Z("]|$)/
const INLINE =
  /\s+(?=(?:tests? (?:performed|of controls?|procedures?|applied)|testing performed|(?:test )?results?(?: of tests?(?:ing)?)?|conclusion|management(?:'s|s')? (?:response|comment))\s*:)/i

/** Tests told as blocks or lists: "Control AC-1: … / Test performed: … / Results: …". */
export function blocksIn(said: Said[]): TestRow[] {
  const lines = said.flatMap(({ text, page }) =>
    plain(text)
      .split(INLINE)
      .map((piece) => ({ text: piece, page })),
  )
  if (lines.filter(({ text }) => labelOf(text)?.part === 'result').length < 2) return []
  const blocks: TestRow[] = []
  let group: string[] = []
  let part: Part | null = null
  for (const { text, page } of lines) {
    const start = startOf(text)
    const label = start ? null : labelOf(text)
    if (!start && !label && startsWithCriterion(text)) {
      group = criteriaIn(text)
      part = null
    } else if (label?.part === 'activity' && isBare(blocks.at(-1))) {
      part = 'activity'
      add(blocks.at(-1)!, part, label.rest, page)
    } else if (start || label?.part === 'activity') {
      blocks.push(newBlock(start?.ref ?? null, start?.rest ?? label!.rest, group, page))
      part = 'activity'
    } else if (label && isCriteria(label.part)) {
      group = criteriaIn(label.rest)
      const last = blocks.at(-1)
      if (last && !last.result) last.criteria = group
      part = null
    } else if (label) {
      part = label.part
      add(blockFor(blocks, part, group, page), part, label.rest, page)
    } else if (part && blocks.length) add(blocks.at(-1)!, part, text, page)
  }
  return blocks.filter((block) => block.result).map((block) => ({ ...block, outcome: outcomeOf(block) }))
}

/** Only the number of the control is known so far. */
function isBare(block: TestRow | undefined): boolean {
  return block !== undefined && block.control !== null && !block.activity && !block.test && !block.result
}

function isCriteria(part: Part): boolean {
  return part === 'criteria'
}

export function labelOf(text: string): { part: Part; rest: string } | null {
  for (const [part, pattern] of LABELS) {
    const match = pattern.exec(text)
    if (match) return { part, rest: text.slice(match[0].length) }
  }
  return null
}

export function startOf(text: string): { ref: string; rest: string } | null {
  const match = CONTROL_START.exec(text) ?? (startsWithCriterion(text) ? null : REFERENCE_START.exec(text))
  if (!match) return null
  const ref = match[1]!
  return isReference(ref) && text.length < 600 ? { ref, rest: text.slice(match[0].length) } : null
}

/** A second test under the same control makes a row of its own. */
function blockFor(blocks: TestRow[], part: Part, group: string[], page: number): TestRow {
  const last = blocks.at(-1)
  if (last && !(part === 'test' && last.result)) return last
  const block = newBlock(last?.control ?? null, last?.activity ?? '', last?.criteria ?? group, page)
  blocks.push(block)
  return block
}

function newBlock(control: string | null, activity: string, group: string[], page: number): TestRow {
  const criteria = [...new Set([...group, ...criteriaIn(activity)])]
  const places = { page, y: 0, merged: false, responsePage: page, lastPage: page }
  return {
    control,
    criteria,
    activity,
    test: '',
    result: '',
    response: '',
    heading: 'Results',
    outcome: 'ambiguous',
    ...places,
  }
}

function add(block: TestRow, part: Part, text: string, page: number): void {
  if (part === 'criteria' || !text) return
  if (part === 'result' && !block.result) block.page = page
  if (part === 'response' && !block.response) block.responsePage = page
  block[part] = block[part] ? `${block[part]} ${text}` : text
  if (part === 'activity') block.criteria = [...new Set([...block.criteria, ...criteriaIn(text)])]
  block.lastPage = page
}
