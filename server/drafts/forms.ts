import { z } from 'zod'
import { line, optionalDate, optionalLine, ticked } from '../http/forms'
import type { PlainDate } from '../dates'
import { LONGEST_BREACH_DAYS, questions, riderChoices, type DraftTerms, type State } from './terms'

const MAX_NOTICE_DAYS = 365
const MAX_MILLIONS = 100

const BREACH = `Enter days between 1 and ${LONGEST_BREACH_DAYS}; the law allows no more (45 CFR 164.410(b))`

const count = (complaint: string, max: number) =>
  z
    .string()
    .trim()
    .optional()
    .transform((value) => (value ? Number(value) : null))
    .refine((value) => value === null || (Number.isInteger(value) && value >= 1 && value <= max), complaint)

const oneOf = <Name extends keyof typeof questions>(name: Name) =>
  z.enum(
    questions[name].choices.map(({ value }) => value) as [DraftTerms[Name], ...DraftTerms[Name][]],
    'Choose one of the answers',
  )

const fields = z.object({
  coveredEntity: line('Enter your practice’s name as its papers give it'),
  businessAssociate: line('Enter the vendor’s name as its papers give it'),
  services: line('Say what the vendor does for you, so that it may use the information for that alone', 800),
  effective: optionalDate('Enter the first day as a date, or leave it empty'),
  breachDays: z.coerce.number({ error: BREACH }).int(BREACH).min(1, BREACH).max(LONGEST_BREACH_DAYS, BREACH),
  subcontractors: oneOf('subcontractors'),
  offshore: oneOf('offshore'),
  deIdentification: oneOf('deIdentification'),
  aggregation: oneOf('aggregation'),
  ownManagement: oneOf('ownManagement'),
  indemnity: oneOf('indemnity'),
  term: z.enum(['fixed', 'evergreen', 'with-agreement'], 'Say how it ends'),
  ends: optionalDate('Enter the last day as a date'),
  reviewBy: optionalDate('Enter the day to look it over as a date'),
  servicesAgreement: optionalLine(),
  noticeDays: count(`Enter days between 1 and ${MAX_NOTICE_DAYS}, or leave it empty`, MAX_NOTICE_DAYS),
  insuranceMillions: count(
    `Enter whole millions between 1 and ${MAX_MILLIONS}, or leave it empty`,
    MAX_MILLIONS,
  ),
  riders: ticked,
})

type Fields = z.infer<typeof fields>

export function draftForm(today: PlainDate): z.ZodType<DraftTerms> {
  return fields
    .superRefine((form, context) => {
      const complain = (field: keyof Fields, message: string) =>
        context.addIssue({ code: 'custom', path: [field], message })
      const first = form.effective ?? today
      if (form.term === 'fixed' && (!form.ends || form.ends <= first))
        complain('ends', 'Enter a last day after the first one')
      if (form.term !== 'fixed' && (!form.reviewBy || form.reviewBy <= today))
        complain('reviewBy', 'Choose a day to come: without one, nobody would be reminded of it')
      if (form.term === 'with-agreement' && !form.servicesAgreement)
        complain('servicesAgreement', 'Name the agreement it ends with')
    })
    .transform(asTerms) as unknown as z.ZodType<DraftTerms>
}

/** What belongs to another kind of ending is not kept. */
function asTerms({ riders, ...form }: Fields): DraftTerms {
  const known = riderChoices.map(({ value }) => value)
  return {
    ...form,
    ends: form.term === 'fixed' ? form.ends : null,
    reviewBy: form.term === 'fixed' ? null : form.reviewBy,
    servicesAgreement: form.term === 'with-agreement' ? form.servicesAgreement : null,
    riders: known.filter((state): state is State => riders.includes(state)),
  }
}

/** Terms as words for the form again. */
export function wordsOf(terms: DraftTerms): Record<string, unknown> {
  const words = Object.entries(terms).filter(([, value]) => value !== null)
  return Object.fromEntries(
    words.map(([name, value]) => [name, Array.isArray(value) ? value : String(value)]),
  )
}
