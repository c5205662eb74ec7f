import { z } from 'zod'
import { date, line, longText } from '../http/forms'
import type { Reading, ReportFields } from '../reader/reader'
import { categoryNames, kindNames, opinionNames, phiNames, typeNames } from './names'

/** What a person may correct. */
export type CorrectableField =
  Exclude<keyof ReportFields, 'controlsTested' | 'notOperated' | 'frameworks'> | 'document' | 'draft'

export type Choices = { value: string; label: string }[]

/** How a field is asked for, and how its answer becomes the value that a reading holds. */
export interface FieldForm {
  type: 'select' | 'date' | 'text' | 'textarea' | 'ticks'
  options?: Choices
  hint?: string
  value: z.ZodType<unknown>
  words: (value: never) => string | string[]
  /** There may be none of it. */
  isList?: boolean
}

const yesNo = { yes: 'Yes', no: 'No' }
const PAGED = /^\s*(?:page\s*)?(\d{1,5})\s*[:.]\s*(\S.*)$/i
const EACH_WITH_PAGE = 'Begin every line with its page: 41: Access was removed late'

export const fieldForms: Record<CorrectableField, FieldForm> = {
  document: choice(kindNames),
  draft: {
    ...choice(yesNo),
    value: z.enum(['yes', 'no'], 'Choose one').transform((word) => word === 'yes'),
    words: (value: boolean) => (value ? 'yes' : 'no'),
  },
  reportType: choice(typeNames),
  asOf: day('The one day that a Type I report speaks of'),
  periodStart: day('The first day of the period that the auditor tested'),
  periodEnd: day('The last day of the period that the auditor tested'),
  reportDate: day('The date under the auditor’s signature'),
  serviceOrganization: words('Who the report is about'),
  serviceAuditor: words('The firm that signed the opinion'),
  systems: lines('One system per line, named as the report names it'),
  categories: {
    type: 'ticks',
    options: choicesOf(categoryNames),
    value: z
      .union([z.string(), z.array(z.string())], 'Tick at least one')
      .transform((given) => [given].flat())
      .pipe(z.array(z.enum(Object.keys(categoryNames), 'Tick from the list'))),
    words: (value: string[]) => value,
  },
  opinion: choice(opinionNames),
  affectedCriteria: lines('One criterion per line, such as CC6.1'),
  subserviceOrganizations: {
    type: 'textarea',
    isList: true,
    hint: 'One per line. Add “(carve-out)” or “(inclusive)” where the report says which.',
    value: linesOf(/^.+$/, 'Enter one name per line').transform((all) => all.map(subservice)),
    words: (value: { name: string; method: string }[]) =>
      value.map(({ name, method }) => (method === 'unclear' ? name : `${name} (${method})`)).join('\n'),
  },
  cuecs: paged((page, text) => ({ text, page, criteria: [] })),
  exceptions: paged((page, text) => ({
    control: null,
    criteria: text.match(/\b(?:CC|A|C|PI|P)\d\.\d+\b/g) ?? [],
    text,
    tested: null,
    failed: null,
    page,
    response: null,
  })),
  phi: choice(phiNames),
}

export function isCorrectable(name: string): name is CorrectableField {
  return Object.hasOwn(fieldForms, name)
}

/** What the form shows at first: the value that counts now. */
export function wordsFor(field: CorrectableField, reading: Reading): string | string[] {
  const { value } = reading[field]
  return value === null ? '' : fieldForms[field].words(value as never)
}

function choice(names: Record<string, string>): FieldForm {
  const keys = Object.keys(names)
  const options = choicesOf(names)
  return { type: 'select', options, value: z.enum(keys, 'Choose one'), words: (value: string) => value }
}

function choicesOf(names: Record<string, string>): Choices {
  return Object.entries(names).map(([value, label]) => ({
    value,
    label: label[0]!.toUpperCase() + label.slice(1),
  }))
}

function day(hint: string): FieldForm {
  return { type: 'date', hint, value: date('Enter a date'), words: (value: string) => value }
}

function words(hint: string): FieldForm {
  return { type: 'text', hint, value: line('Enter the name'), words: (value: string) => value }
}

function lines(hint: string): FieldForm {
  const value = linesOf(/^.+$/, 'Enter one per line')
  return { type: 'textarea', isList: true, hint, value, words: (given: string[]) => given.join('\n') }
}

function paged(make: (page: number, text: string) => object): FieldForm {
  return {
    type: 'textarea',
    isList: true,
    hint: `One per line, each beginning with its page: “41: Access of leavers was removed late (CC6.2)”.`,
    value: linesOf(PAGED, EACH_WITH_PAGE).transform((all) => all.map((text) => pagedLine(text, make))),
    words: (value: { page: number; text: string }[]) =>
      value.map(({ page, text }) => `${page}: ${text}`).join('\n'),
  }
}

function pagedLine(text: string, make: (page: number, text: string) => object): object {
  const [, page, said] = PAGED.exec(text)!
  return make(Number(page), said!)
}

function linesOf(each: RegExp, complaint: string) {
  return longText(complaint)
    .transform((text) =>
      text
        .split(/\r?\n/)
        .map((one) => one.replace(/\s+/g, ' ').trim())
        .filter(Boolean),
    )
    .refine((all) => all.every((one) => each.test(one)), complaint)
}

function subservice(text: string): { name: string; method: string } {
  const said = /\s*\((carve-out|inclusive)\)\s*$/i.exec(text)
  return { name: said ? text.slice(0, said.index) : text, method: said ? said[1]!.toLowerCase() : 'unclear' }
}
