import { z } from 'zod'
import {
  date,
  email,
  line,
  longText,
  optionalDate,
  optionalLine,
  optionalText,
  readForm,
  type Complaints,
  type Form,
  type Words,
} from '../http/forms'
import type { CertificateEntry, EndKind, Outcome, ReturnTask } from './ending'

/** Rows offered for tasks on the form of the end. */
export const TASK_ROWS = 6

export interface TaskForm {
  what: string
  system: string | null
  way: ReturnTask['way']
  dueOn: string
  responsible: string
}

export interface EndForm {
  endedOn: string
  kind: EndKind
  reason: string
  cure: string | null
  tasks: TaskForm[]
}

const ending = z
  .object({
    endedOn: date('Enter the day from which it is no longer in force'),
    kind: z.enum(['breach', 'services-ended', 'replaced', 'ran-out', 'other'], 'Choose what ends it'),
    reason: longText('Say why it ended, so that it can be understood years later'),
    cure: optionalText(),
  })
  .superRefine(({ kind, cure }, context) => {
    if (kind === 'breach' && !cure)
      context.addIssue({
        code: 'custom',
        path: ['cure'],
        message: 'Say what was done to have it put right, or that no cure was possible',
      })
  })

export const taskForm = z.object({
  what: line('Say what has to be returned or destroyed'),
  system: optionalLine(),
  way: z.enum(['return', 'destroy', 'either'], 'Choose what should become of it').default('either'),
  dueOn: date('Enter the day by which it should be done'),
  responsible: line('Enter who in your practice sees to it'),
})

/** Tasks come as `task0_what`, `task0_dueOn` …; a row without words is left out. */
export function readEnding(body: Words): Form<EndForm> {
  const form = readForm(ending, body)
  const rows = Array.from({ length: TASK_ROWS }, (_, at) => ({ at, row: rowOf(body, `task${at}_`) }))
  const filled = rows
    .filter(({ row }) => row.what?.trim())
    .map(({ at, row }) => ({ at, form: readForm(taskForm, row) }))
  const errors: Complaints = { ...form.errors }
  for (const { at, form: task } of filled)
    for (const [name, complaint] of Object.entries(task.errors ?? {})) errors[`task${at}_${name}`] = complaint
  if (!form.values || Object.keys(errors).length > 0) return { values: null, errors, words: form.words }
  const tasks = filled.map(({ form: task }) => task.values!)
  return { values: { ...form.values, tasks }, errors: null, words: form.words }
}

export const doneForm = z
  .object({
    outcome: z.enum(
      ['returned', 'destroyed', 'infeasible', 'never-held', 'not-needed'],
      'Choose what became of it',
    ),
    method: optionalLine(),
    doneOn: optionalDate('Enter the day as a date'),
    doneNote: optionalText(),
  })
  .superRefine(({ outcome, doneNote }, context) => {
    if (['infeasible', 'not-needed'].includes(outcome satisfies Outcome) && !doneNote)
      context.addIssue({ code: 'custom', path: ['doneNote'], message: 'Say why' })
  })

export const noteForm = z.object({ note: optionalText() })
export const refuseForm = z.object({
  refusal: longText('Say what is wrong with it, so that the vendor can be asked'),
})

const DAYS = 'Enter a number of days between 1 and 90'

export const certificateAskForm = z.object({
  contactName: line('Enter the name of the person you ask'),
  contactEmail: email(),
  message: z.string().trim().max(5000, 'Use at most 5000 characters').default(''),
  days: z.coerce.number({ error: DAYS }).int(DAYS).min(1, DAYS).max(90, DAYS),
  way: z.enum(['letter', 'link'], 'Choose whether to send the letter or to copy the link'),
})

/** What the tick under the certificate says; kept with each, so change it only for those to come. */
export const STATEMENT =
  'I am allowed to say this for my organization. What I have entered is true and complete to the best of my knowledge; no copies are kept but those named here as not feasible to return or destroy, and for those the agreement’s protections go on.'

export interface CertificateForm {
  entries: CertificateEntry[]
  signerName: string
  signerTitle: string
}

const signer = z.object({
  signerName: line('Enter your full name', 120),
  signerTitle: line('Enter your title, such as Privacy Officer', 120),
  certify: z
    .string()
    .default('')
    .refine((value) => value === 'yes', 'Tick this to certify it'),
})

const entry = z
  .object({
    outcome: z.enum(['returned', 'destroyed', 'infeasible', 'never-held'], 'Choose what became of it'),
    method: optionalLine(),
    doneOn: optionalDate('Enter the day as a date'),
    because: optionalText(),
  })
  .superRefine(({ outcome, method, doneOn, because }, context) => {
    const complain = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    const isDone = outcome === 'returned' || outcome === 'destroyed'
    if (isDone && !method)
      complain('method', 'Say how, such as “wiped after NIST SP 800-88” or “sent by SFTP”')
    if (isDone && !doneOn) complain('doneOn', 'Enter the day on which it was done')
    if (outcome === 'infeasible' && !because) complain('because', 'Say why it is not feasible')
  })

/** Fields of each task end in its place in the list: `outcome0`, `method0` … */
export function readCertificate(tasks: ReturnTask[], body: Words, today: string): Form<CertificateForm> {
  const form = readForm(signer, body)
  const errors: Complaints = {}
  const entries = tasks.flatMap((task, at): CertificateEntry[] => {
    const read = readForm(entry, ofPlace(body, at))
    for (const [name, complaint] of Object.entries(read.errors ?? {})) errors[`${name}${at}`] = complaint
    if (read.values?.doneOn && read.values.doneOn > today)
      errors[`doneOn${at}`] = 'Enter a day that has passed'
    return read.values ? [{ taskId: task.id, ...read.values }] : []
  })
  Object.assign(errors, form.errors)
  if (!form.values || Object.keys(errors).length > 0) return { values: null, errors, words: form.words }
  const { signerName, signerTitle } = form.values
  return { values: { entries, signerName, signerTitle }, errors: null, words: form.words }
}

function rowOf(body: Words, start: string): Record<string, string> {
  const own = Object.entries(body).filter(
    ([name, value]) => name.startsWith(start) && typeof value === 'string',
  )
  return Object.fromEntries(own.map(([name, value]) => [name.slice(start.length), value as string]))
}

function ofPlace(body: Words, at: number): Words {
  return Object.fromEntries(
    ['outcome', 'method', 'doneOn', 'because'].map((name) => [name, body[`${name}${at}`]]),
  )
}
