import { z } from 'zod'
import { line, optionalDate, optionalLine, optionalText } from '../http/forms'
import type { PlainDate } from '../dates'
import type { Agreement, Term, Terms } from './agreement'
import type { EndTerms } from './amendment'

const MAX_MONTHS = 120
const MAX_DAYS = 730

const count = (complaint: string, max: number) =>
  z
    .string()
    .trim()
    .optional()
    .transform((value) => value || null)
    .refine((value) => value === null || (/^\d{1,4}$/.test(value) && Number(value) <= max), complaint)
    .transform((value) => (value === null ? null : Number(value)))

/** What an agreement and an amendment of it have in common. */
export const sharedFields = {
  documentId: optionalLine(),
  correctsId: optionalLine(),
  effective: optionalDate('Enter the effective date as a date, or leave it empty'),
  ends: optionalDate('Enter the last day in force as a date'),
  renews: z.string().optional(),
  renewalMonths: count(`Enter months between 1 and ${MAX_MONTHS}`, MAX_MONTHS),
  reviewBy: optionalDate('Enter the day to look it over as a date'),
  servicesAgreement: optionalLine(),
  noticeDays: count(`Enter days between 0 and ${MAX_DAYS}`, MAX_DAYS),
  breachNoticeDays: count(`Enter days between 0 and ${MAX_DAYS}`, MAX_DAYS),
  coveredEntitySigner: optionalLine(),
  coveredEntitySignedOn: optionalDate('Enter the day the practice signed as a date'),
  businessAssociateSigner: optionalLine(),
  businessAssociateSignedOn: optionalDate('Enter the day the vendor signed as a date'),
  note: optionalText(),
}

const shared = z.object(sharedFields)
const fields = shared.extend({
  coveredEntity: line('Enter the practice’s name as it stands in the agreement'),
  businessAssociate: line('Enter the vendor’s name as it stands in the agreement'),
  term: z.enum(['fixed', 'evergreen', 'with-agreement'], 'Say how it ends'),
})

type Shared = z.infer<typeof shared>
type Fields = z.infer<typeof fields>
type Ending = Pick<Shared, Exclude<keyof EndTerms, 'term'> | 'renews'> & { term: Term }
export type Complain = (field: keyof Shared, message: string) => void

export function termsForm(today: PlainDate): z.ZodType<Terms> {
  return fields
    .superRefine((form, context) => {
      const complain: Complain = (field, message) =>
        context.addIssue({ code: 'custom', path: [field], message })
      checkEnd(form, complain)
      checkSignatures(form, today, complain)
    })
    .transform(asTerms) as unknown as z.ZodType<Terms>
}

export function checkEnd(form: Shared & { term: Term }, complain: Complain): void {
  const { term, effective, ends, reviewBy } = form
  if (term === 'fixed' && !ends) complain('ends', 'Enter the last day in force')
  if (term === 'fixed' && ends && effective && ends < effective)
    complain('ends', 'Enter a last day after the effective date')
  if (term === 'fixed' && form.renews && !form.renewalMonths)
    complain('renewalMonths', 'Enter for how many months it renews')
  if (term === 'evergreen' && !reviewBy) {
    complain('reviewBy', 'Choose a day to look it over: without one, nobody would ever be reminded')
  }
  if (term === 'with-agreement' && !form.servicesAgreement)
    complain('servicesAgreement', 'Name the agreement it ends with')
}

export function checkSignatures(form: Shared, today: PlainDate, complain: Complain): void {
  for (const side of ['coveredEntity', 'businessAssociate'] as const) {
    const signedOn = form[`${side}SignedOn`]
    if (signedOn && !form[`${side}Signer`])
      complain(`${side}Signer`, 'Enter who signed, or take the date out')
    if (signedOn && signedOn > today)
      complain(`${side}SignedOn`, 'Enter a day that has passed; a signature to come isn’t one')
  }
}

function asTerms({ renews, ...form }: Fields): Terms {
  return { ...form, ...endOf({ renews, ...form }) }
}

/** What belongs to another kind of ending is not kept. */
export function endOf({ term, ends, renews, renewalMonths, servicesAgreement, reviewBy }: Ending): EndTerms {
  const fixed = term === 'fixed'
  return {
    term,
    ends: fixed ? ends : null,
    renewalMonths: fixed && renews ? renewalMonths : null,
    servicesAgreement: term === 'with-agreement' ? servicesAgreement : null,
    reviewBy,
  }
}

/** An agreement as words for the form again. */
export function wordsOf(agreement: Agreement): Record<string, string> {
  const names = Object.keys(fields.shape) as (keyof Fields)[]
  const words = names.map(
    (name) => [name, name === 'renews' ? null : agreement[name as keyof Agreement]] as const,
  )
  const given = words.filter(([, value]) => value !== null).map(([name, value]) => [name, String(value)])
  return { ...Object.fromEntries(given), ...(agreement.renewalMonths ? { renews: 'yes' } : {}) } as Record<
    string,
    string
  >
}
