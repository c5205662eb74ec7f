import type { Block } from '../../../scripts/papers/paper'
import type { PaperException, Soc2Facts } from '../../../scripts/papers/papers'

export type Part = 'cover' | 'auditor' | 'assertion' | 'description' | 'tests' | 'other'

/** What a made report says, and what a careful reader would answer. */
export interface Facts extends Soc2Facts {
  exceptions: (PaperException & { tested: number | null; failed: number | null })[]
  /** Put among the words of a part, to tempt the reader. */
  inserts?: Partial<Record<Part, Block[]>>
  /** More rows of the tests: control, activity, test, result. */
  extraRows?: [string, string, string, string][]
  /** Leave parts out of the file, though the contents list them. */
  without?: Part[]
  /** How many of the topics of a description it holds. */
  topics?: number
}

export type Expected = Record<string, unknown> & { document: string }
