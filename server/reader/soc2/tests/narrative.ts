import { criteriaIn, startsWithCriterion } from '../criteria'
import { isReference } from './columns'
import { startOf } from './heads'
import { endsInCriteria } from './groups'
import { type Labels, labelsOf, type Part } from './labels'
import { outcomeOf, type TestRow } from './rows'
import type { Said } from './said'
import { saysFinding, saysTest } from './sentences'
import { plain } from './wording'

const CRITERIA_ONLY = /^[(|\s]*(?:(?:CC|PI|A|C|P) ?\d\.\d[),;|&\s-]*(?:and )?)+/
const SENTENCES = /(?<=[.!?]["')]?)(?<!^\(?\d{1,2}\.|(?:^|\s)\(?[a-h]\.)\s+(?=["'(]?[A-Z\d]|[a-h][.)] )/
const INLINE = /(?<=[.;!?)])\s+(?=[A-Z][^.:;?!]{1,60}:\s)/

/** What goes on with an exception. */
const DETAIL =
  /^(?:[a-z(]|(?:The (?:service )?auditor|We|This|These|Specifically|However|In addition|Additionally|Further)\b)/

interface State {
  blocks: TestRow[]
  part: Part | null
  /** The part was named by a label, so that what follows belongs to it without being looked at. */
  named: boolean
  group: string[]
  /** Most controls begin with a reference. */
  numbered: boolean
  labels: Labels
  /** What the cells of the last row of headings name, by their column. */
  heads: (Part | null)[]
}

/** Tests told in running text, in cards, in lists: whatever is not a table, and tables of which the columns are not known. */
export function narrated(said: Said[]): TestRow[] {
  const labels = labelsOf(said)
  const pieces = said.flatMap((one) =>
    one.text.split(INLINE).map((text, at) => ({ ...one, text, bold: one.bold && at === 0 })),
  )
  const count = (test: (piece: Said) => boolean) => pieces.filter(test).length
  const starts = count(({ text }) => startOf(text) !== null)
  const results = Math.max(
    count(({ text, bold }) => labels(text, bold)?.part === 'result'),
    count(({ text }) => text.split(SENTENCES).some(saysFinding)),
  )
  const numbered = starts >= results * 0.6
  const state: State = { blocks: [], part: null, named: false, group: [], heads: [], numbered, labels }
  if (results < 2) return []
  for (const piece of pieces) step(state, piece)
  return state.blocks
    .filter((block) => block.result && (block.control || block.activity || block.test))
    .map((block) => ({ ...block, outcome: outcomeOf(block) }))
}

function step(state: State, said: Said): void {
  const head = said.cells > 1 && said.cells === state.heads.length ? state.heads[said.cell] : null
  const start = startOf(said.text)
  if (start) {
    if (said.cells > 1 && said.cell === 0) state.heads = ['activity']
    open(state, start.ref, said.page)
    const own = CRITERIA_ONLY.exec(start.rest)?.[0] ?? ''
    if (own) state.blocks.at(-1)!.criteria = criteriaIn(own)
    return tell(state, { ...said, text: start.rest.slice(own.length) })
  }
  const label = state.labels(said.text, said.bold)
  if (label && !label.rest && said.cells > 1) {
    if (said.cell === 0) state.heads = []
    state.heads[said.cell] = label.part
  }
  if (label) return underLabel(state, said, label.part, label.rest)
  if (head && head !== 'criteria' && state.blocks.length) {
    state.part = head
    state.named = head !== 'activity'
  }
  if (startsWithCriterion(said.text)) {
    const block = state.blocks.at(-1)
    if (block && !block.result && !block.test && criteriaIn(said.text).length && said.text.length < 40)
      return void (block.criteria = criteriaIn(said.text))
    state.group = criteriaIn(said.text.slice(0, 40))
    state.part = null
    state.named = false
  } else tell(state, said)
}

function underLabel(state: State, said: Said, part: Part, rest: string): void {
  const block = state.blocks.at(-1)
  if (part === 'criteria') {
    if (block && !block.result) block.criteria = [...new Set([...block.criteria, ...criteriaIn(rest)])]
    else state.group = criteriaIn(rest)
  } else if (part === 'activity') {
    const ref = isReference(rest) ? plain(rest) : null
    if (!block || block.test || block.result || (ref && block.control)) open(state, ref, said.page)
    else if (ref) block.control = ref
    state.part = 'activity'
    state.named = true
    if (!ref) add(state, rest, said.page)
    return
  } else if (block && !(part === 'test' && block.result)) {
    state.part = part
  } else {
    again(state, said.page)
    state.part = part
  }
  state.part = part
  state.named = true
  if (part !== 'criteria') add(state, rest, said.page)
}

/** Sentence by sentence, where no label says what they are. */
function tell(state: State, said: Said): void {
  if (!said.text) return
  const block = state.blocks.at(-1)
  if (state.part === 'criteria' && block) {
    const own = criteriaIn(said.text)
    if (block.result) state.group = own
    else block.criteria = [...new Set([...block.criteria, ...own])]
    if (own.length) return
  }
  if (state.part === 'activity' && block && !block.control && isReference(said.text)) {
    block.control = plain(said.text)
    return
  }
  if (beginsUnnamed(state, said)) open(state, null, said.page)
  for (const sentence of said.text.split(SENTENCES)) tellSentence(state, sentence, said.page)
}

function tellSentence(state: State, sentence: string, page: number): void {
  const block = state.blocks.at(-1)
  if (!block) return
  if (state.named && state.part !== 'activity') return add(state, sentence, page)
  if (saysFinding(sentence) && (block.test || state.part === 'result')) state.part = 'result'
  else if (state.part !== 'result' && saysTest(sentence)) state.part = 'test'
  else if (
    state.part === 'result' &&
    saysTest(sentence) &&
    block.outcome === 'ambiguous' &&
    outcomeOf(block) === 'pass'
  )
    again(state, page, 'test')
  if (state.part === 'test') state.named = false
  add(state, sentence, page)
}

/** Without references a control begins where the one before has its result. */
function beginsUnnamed(state: State, said: Said): boolean {
  const block = state.blocks.at(-1)
  if (state.numbered) return false
  if (!block) return true
  if (
    state.named &&
    (state.part === 'test' || state.part === 'response' || state.part === 'result') &&
    !block[state.part]
  )
    return false
  if (!block.result || saysFinding(said.text.split(SENTENCES)[0]!)) return false
  return outcomeOf(block) !== 'exception' || !DETAIL.test(said.text)
}

function again(state: State, page: number, part: Part = 'test'): void {
  const last = state.blocks.at(-1)
  state.blocks.push(
    newBlock(last?.control ?? null, last?.activity ?? '', last?.criteria ?? state.group, page),
  )
  state.part = part
}

function open(state: State, ref: string | null, page: number): void {
  const last = state.blocks.at(-1)
  const waits = last && !last.control && !last.test && !last.result && ref && !last.activity
  if (waits) last.control = ref
  else state.blocks.push(newBlock(ref, '', state.group, page))
  state.part = 'activity'
  state.named = false
}

function newBlock(control: string | null, activity: string, group: string[], page: number): TestRow {
  const places = { page, y: 0, merged: false, responsePage: page, lastPage: page }
  const texts = { test: '', result: '', response: '', heading: 'Results' }
  return { control, criteria: group, activity, ...texts, outcome: 'ambiguous', ...places }
}

function add({ blocks, part, group }: State, text: string, page: number): void {
  const block = blocks.at(-1)
  if (!block || !part || part === 'criteria' || part === 'other' || !text) return
  if (part === 'result' && !block.result) block.page = page
  if (part === 'response' && !block.response) block.responsePage = page
  block[part] = block[part] ? `${block[part]} ${text}` : text
  if (part === 'activity') {
    const stated = endsInCriteria(text) && isSame(block.criteria, group) ? [] : block.criteria
    block.criteria = [...new Set([...stated, ...criteriaIn(text)])]
  }
  block.lastPage = page
}

function isSame(criteria: string[], group: string[]): boolean {
  return criteria.length === group.length && criteria.every((one, at) => one === group[at])
}
