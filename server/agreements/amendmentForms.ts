import { z } from 'zod'
import { longText, optionalText } from '../http/forms'
import type { PlainDate } from '../dates'
import type { Agreement } from './agreement'
import type { Amendment, AmendmentForm, EndTerms } from './amendment'
import { checkEnd, checkSignatures, endOf, sharedFields, type Complain } from './forms'

const fields = z.object({
  ...sharedFields,
  term: z.enum(['unchanged', 'fixed', 'evergreen', 'with-agreement'], 'Say whether it changes the end'),
  summary: optionalText(),
})

type Fields = z.infer<typeof fields>

/** @param begins the first day of the agreement that is amended */
export function amendmentForm(today: PlainDate, begins: PlainDate | null): z.ZodType<AmendmentForm> {
  return fields
    .superRefine((form, context) => {
      const complain: Complain = (field, message) =>
        context.addIssue({ code: 'custom', path: [field], message })
      const { term } = form
      if (term !== 'unchanged') checkEnd({ ...form, term }, complain)
      checkSignatures(form, today, complain)
      if (form.effective && begins && form.effective < begins)
        complain('effective', 'Enter a day on which the agreement had begun')
      if (!changesAnything(form))
        context.addIssue({ code: 'custom', path: ['summary'], message: 'Say what it changes, here or above' })
    })
    .transform(asAmendment) as unknown as z.ZodType<AmendmentForm>
}

export const withdrawForm = z.object({
  reason: longText('Say what was wrong, so that it can be understood years later'),
})

function changesAnything({ term, noticeDays, breachNoticeDays, summary }: Fields): boolean {
  return term !== 'unchanged' || noticeDays !== null || breachNoticeDays !== null || summary !== null
}

function asAmendment(form: Fields): AmendmentForm {
  const { documentId, correctsId, effective, note, term, noticeDays, breachNoticeDays, summary } = form
  const { coveredEntitySigner, coveredEntitySignedOn, businessAssociateSigner, businessAssociateSignedOn } =
    form
  const changes = {
    ...(term === 'unchanged' ? {} : { end: endOf({ ...form, term }) }),
    ...(noticeDays === null ? {} : { noticeDays }),
    ...(breachNoticeDays === null ? {} : { breachNoticeDays }),
  }
  return {
    ...{ documentId, correctsId, effective, note, changes, summary: summary ?? '' },
    ...{ coveredEntitySigner, coveredEntitySignedOn, businessAssociateSigner, businessAssociateSignedOn },
  }
}

/** An amendment as words for the form again. */
export function amendmentWords(amendment: Amendment): Record<string, string> {
  const { changes, ...own } = amendment
  const names = Object.keys(fields.shape)
  const { end, ...counts } = changes
  return {
    term: 'unchanged',
    ...wordsIn(own, names),
    ...wordsIn(counts, names),
    ...(end ? endWords(end) : {}),
  }
}

/** How the agreement ends, for a form in which little of it may change. */
export function endWords(end: EndTerms | Agreement): Record<string, string> {
  const names = ['term', 'ends', 'renewalMonths', 'servicesAgreement', 'reviewBy']
  return { ...wordsIn(end, names), ...(end.renewalMonths ? { renews: 'yes' } : {}) }
}

function wordsIn(values: object, names: string[]): Record<string, string> {
  const given = Object.entries(values).filter(([name, value]) => names.includes(name) && value !== null)
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]))
}
