import { z } from 'zod'
import type { PlainDate } from '../dates'
import { shownDate } from '../dates'
import { date, longText, optionalLine, optionalText, ticked } from '../http/forms'
import type { NewCondition, NewDecision } from './deciding'
import { QUESTIONS } from './questions/questions'
import { ANSWERS, DECISIONS, type AnswerWord } from './review'

export const CONDITION_ROWS = [1, 2, 3, 4, 5, 6]
const MAX_NOTE = 5000

const answerWords = ANSWERS.map((one) => one.word) as [AnswerWord, ...AnswerWord[]]
const decisionWords = DECISIONS.map((one) => one.word)

export interface PostedAnswer {
  question: string
  answer: AnswerWord
  note: string
  seenId: string | null
}

/** Fields are `<question>_answer`, `<question>_note` and `<question>_seen`; questions left open are left out. */
export const answersForm = z
  .object(Object.fromEntries(QUESTIONS.flatMap(({ id }) => fieldsOf(id))))
  .extend({ only: optionalLine(40) })
  .transform((values): PostedAnswer[] => QUESTIONS.flatMap(({ id }) => postedOf(id, values)))
  .superRefine((posted, context) => {
    for (const { question, answer, note } of posted) {
      const isMissing = answer === 'accepted' && note === ''
      if (isMissing) complain(context, `${question}_note`, 'Write the reason why you accept it')
    }
  })

function fieldsOf(id: string) {
  const answer = z.enum(answerWords, 'Choose one of the answers').optional()
  return [
    [`${id}_answer`, answer],
    [`${id}_note`, optionalLine(MAX_NOTE)],
    [`${id}_seen`, optionalLine(40)],
  ] as const
}

function postedOf(id: string, values: Record<string, unknown>): PostedAnswer[] {
  const answer = values[`${id}_answer`] as AnswerWord | undefined
  const isLeftOut = values.only !== null && values.only !== id
  if (!answer || isLeftOut) return []
  const [note, seenId] = [values[`${id}_note`], values[`${id}_seen`]] as (string | null)[]
  return [{ question: id, answer, note: note ?? '', seenId: seenId ?? null }]
}

/** @param limit the latest date for the next review; @param tasks what may become a task */
export function decisionForm(today: PlainDate, limit: PlainDate, tasks: string[]) {
  return z
    .object({
      decision: z.enum(decisionWords, 'Choose what you decide'),
      reason: longText('Write the reason: someone may ask for it years from now'),
      reviewOn: date('Enter the date of the next review'),
      task: ticked,
      taskOwner: optionalLine(),
      taskDue: optionalText(),
      ...Object.fromEntries(CONDITION_ROWS.flatMap(conditionFields)),
    })
    .superRefine((values, context) => {
      if (values.reviewOn <= today) complain(context, 'reviewOn', 'Choose a day after today')
      if (values.reviewOn > limit)
        complain(context, 'reviewOn', `Choose a day up to ${shownDate(limit)}: its tier allows no longer`)
      complainOfConditions(values, today, context)
      if (values.decision !== 'refused' && values.task.length > 0) complainOfTasks(values, today, context)
    })
    .transform((values): NewDecision => {
      const { decision, reason, reviewOn } = values
      const chosen = decision === 'refused' ? [] : tasksOf(values, tasks)
      return { decision, reason, reviewOn, conditions: [...conditionsOf(values), ...chosen] }
    })
}

export const doneForm = z.object({ note: optionalLine(1000) })

type Row = { text: string | null; owner: string | null; due: string | null }
type Values = Record<string, unknown>

function conditionFields(row: number) {
  return [
    [`conditionText${row}`, optionalLine(1000)],
    [`conditionOwner${row}`, optionalLine()],
    [`conditionDue${row}`, optionalLine(20)],
  ] as const
}

function rowOf(values: Values, row: number): Row {
  const field = (name: string) => (values[`condition${name}${row}`] as string | null) ?? null
  return { text: field('Text'), owner: field('Owner'), due: field('Due') }
}

function complainOfConditions(values: Values, today: PlainDate, context: z.RefinementCtx): void {
  const written = CONDITION_ROWS.filter((row) => rowOf(values, row).text !== null)
  const isConditional = values.decision === 'approved-with-conditions'
  if (isConditional && written.length === 0)
    complain(context, 'conditionText1', 'Write at least one condition')
  if (values.decision === 'approved' && written.length > 0) {
    complain(context, 'decision', 'You wrote conditions: choose “Approve with conditions”, or empty them')
  }
  for (const row of written) {
    const { owner, due } = rowOf(values, row)
    if (!owner) complain(context, `conditionOwner${row}`, 'Say who sees to it')
    if (!isFuture(due, today))
      complain(context, `conditionDue${row}`, 'Enter the date by which it is due, not in the past')
  }
}

function complainOfTasks(
  values: { taskOwner: string | null; taskDue: string | null },
  today: PlainDate,
  context: z.RefinementCtx,
): void {
  if (!values.taskOwner) complain(context, 'taskOwner', 'Say who sees to the ticked tasks')
  if (!isFuture(values.taskDue, today))
    complain(context, 'taskDue', 'Enter the date by which the ticked tasks are due, not in the past')
}

function conditionsOf(values: Values): NewCondition[] {
  const rows = CONDITION_ROWS.map((row) => rowOf(values, row)).filter((row) => row.text !== null)
  return rows.map(({ text, owner, due }) => ({ kind: 'condition', text: text!, owner: owner!, due: due! }))
}

function tasksOf(
  values: { task: string[]; taskOwner: string | null; taskDue: string | null },
  tasks: string[],
): NewCondition[] {
  const chosen = tasks.filter((_text, index) => values.task.includes(String(index)))
  return chosen.map((text) => ({ kind: 'task', text, owner: values.taskOwner!, due: values.taskDue! }))
}

function isFuture(due: string | null, today: PlainDate): boolean {
  return due !== null && date('').safeParse(due).success && due >= today
}

function complain(context: z.RefinementCtx, field: string, message: string): void {
  context.addIssue({ code: 'custom', path: [field], message })
}
