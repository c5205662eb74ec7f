import {
  type Block,
  heading,
  list,
  type Look,
  page,
  type Paper,
  table,
  text,
  texts,
} from '../../../../scripts/papers/paper'
import { data } from '../../../../scripts/papers/soc2/description'
import { type Control, controlsFor } from '../../../../scripts/papers/soc2/controls'
import { topics } from '../../../../scripts/papers/soc2/topics'
import { joined } from '../../../../scripts/papers/words'
import type { Facts, Part } from '../facts'

/** A firm's way of writing, ordering and laying out its reports. */
export interface House {
  name: string
  /** Never look at its mistakes when changing the reader. */
  heldOut: boolean
  producer: 'pdfkit' | 'chromium'
  look: Look
  order: Part[]
  contents: string | null
  header(facts: Facts): string
  footer(facts: Facts): string
  firstNumbered: number
  ref(control: Control, index: number): string
  parts: Record<Part, (facts: Facts) => Block[]>
}

export interface TestRow {
  ref: string
  criteria: string[]
  text: string
  test: string
  result: 'pass' | 'exception' | 'not-operated'
  exception?: string
  response?: string
}

export function paperOf(house: House, facts: Facts): Paper {
  const kept = house.order.filter((part) => !facts.without?.includes(part))
  const [first, ...rest] = kept
  const blocks = rest.flatMap((part) => [...house.parts[part](facts), page])
  const contents: Block[] = house.contents ? [{ is: 'contents', title: house.contents }, page] : []
  return {
    title: `${facts.short} report`,
    look: house.look,
    header: house.header(facts),
    footer: house.footer(facts),
    firstNumbered: house.firstNumbered,
    blocks: [...house.parts[first!](facts), page, ...contents, ...blocks.slice(0, -1)],
  }
}

export function rowsOf(house: Pick<House, 'ref'>, facts: Facts): TestRow[] {
  return controlsFor(facts.categories).map((control, index) => {
    const exception = facts.exceptions.find(({ control: ref }) => ref === control.ref)
    const idle = facts.notOperated?.includes(control.ref)
    return {
      ...control,
      ref: house.ref(control, index),
      result: exception ? 'exception' : idle ? 'not-operated' : 'pass',
      ...(exception && { exception: exception.text }),
      ...(exception?.response && { response: exception.response }),
    } as TestRow
  })
}

export function refOf(house: Pick<House, 'ref'>, facts: Facts, ref: string): string {
  const controls = controlsFor(facts.categories)
  const index = controls.findIndex((control) => control.ref === ref)
  return house.ref(controls[index]!, index)
}

export function groups(rows: TestRow[]): [string, TestRow[]][] {
  const criteria = [...new Set(rows.map(({ criteria }) => criteria[0]!))]
  return criteria.map((criterion) => [criterion, rows.filter((row) => row.criteria[0] === criterion)])
}

/** Subjects of a description in the shared words, which decide nothing. */
export function prose(facts: Facts, from = 0, to = 30): Block[] {
  return topics
    .slice(from, Math.min(to, facts.topics ?? 30))
    .flatMap(([title, ...paragraphs]) => [
      heading(2, title),
      ...texts(
        ...paragraphs.map((words) => words.replaceAll('{O}', facts.short).replaceAll('{S}', facts.system)),
      ),
    ])
}

export function inserted(facts: Facts, part: Part): Block[] {
  return facts.inserts?.[part] ?? []
}

export { data, heading, joined, list, page, table, text, texts }
export type { Block, Facts }
