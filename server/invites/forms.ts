import { z } from 'zod'
import { email, line, optionalLine, optionalText, ticked } from '../http/forms'
import type { NewInvite } from './asking'
import { isPurposeKind, type Purpose } from './purposes'

const MAX_DAYS = 90
const DAYS = `Enter a number of days between 1 and ${MAX_DAYS}`

export const askForm = z
  .object({
    purposes: ticked,
    other: optionalLine(300),
    contactName: line('Enter the name of the person you ask'),
    contactEmail: email('Enter the e-mail address of the person you ask, like name@example.org'),
    message: optionalText(),
    days: z.coerce.number({ error: DAYS }).int(DAYS).min(1, DAYS).max(MAX_DAYS, DAYS),
  })
  .superRefine(({ purposes, other }, context) => {
    const known = purposes.filter(isPurposeKind)
    if (known.length === 0) complain(context, 'purposes', 'Tick at least one thing to ask for')
    if (known.includes('other') && !other) complain(context, 'other', 'Say what else you need')
  })
  .transform(({ purposes, other, message, ...rest }): NewInvite => {
    const wanted = [...new Set(purposes)].filter(isPurposeKind)
    const asked: Purpose[] = wanted.map((kind) => ({ kind, words: kind === 'other' ? other : null }))
    return { ...rest, purposes: asked, message: message ?? '' }
  })

export const finishForm = z.object({ note: optionalLine(5000) })

function complain(context: z.RefinementCtx, field: string, message: string): void {
  context.addIssue({ code: 'custom', path: [field], message })
}

export const wayForm = z.object({
  way: z.enum(['letter', 'link'], 'Choose whether to send the letter or to copy the link'),
})
