import { z } from 'zod'
import { email, line, longText } from '../http/forms'
import type { Drawing } from '../drafts/drafts'

const MAX_STROKES = 80
const MAX_POINTS = 4000
const FEWEST_POINTS = 5

/** What both ticks say. It is kept with each signature, so change it only for signatures to come. */
export const AUTHORITY = 'I am allowed to sign this agreement and to bind the organization that I sign for.'
export const CONSENT =
  'I agree to sign electronically. What I type or draw here counts as my signature. I can download the agreement, and I could have asked for paper instead.'

export interface SignForm {
  name: string
  title: string
  drawing: Drawing | null
  consent: string
}

const point = z.tuple([z.number().min(-0.1).max(1.1), z.number().min(-0.1).max(1.1)])
const strokes = z.array(z.array(point).min(1)).min(1).max(MAX_STROKES)

export const signForm: z.ZodType<SignForm> = z
  .object({
    name: line('Enter your full name', 120),
    title: line('Enter your title, such as Privacy Officer', 120),
    way: z.enum(['typed', 'drawn']).default('typed'),
    drawing: z.string().max(200_000).optional(),
    authority: z.string().optional(),
    consent: z.string().optional(),
  })
  .superRefine(({ name, way, drawing, authority, consent }, context) => {
    const complain = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    if (!/\p{L}.*\p{L}/u.test(name)) complain('name', 'Enter your full name')
    if (way === 'drawn' && !strokesIn(drawing))
      complain('drawing', 'Draw your signature in the field, or type it')
    if (authority !== 'yes')
      complain('authority', 'Tick this, or have it passed on to someone who is allowed to sign')
    if (consent !== 'yes') complain('consent', 'Tick this to sign here, or ask for paper instead')
  })
  .transform(({ name, title, way, drawing }) => ({
    name,
    title,
    drawing: way === 'drawn' ? strokesIn(drawing) : null,
    consent: `${AUTHORITY} ${CONSENT}`,
  })) as unknown as z.ZodType<SignForm>

function strokesIn(text: string | undefined): Drawing | null {
  try {
    const read = strokes.safeParse(JSON.parse(text ?? ''))
    if (!read.success) return null
    const count = read.data.flat().length
    return count >= FEWEST_POINTS && count <= MAX_POINTS ? read.data : null
  } catch {
    return null
  }
}

export const declineForm = z.object({
  declineReason: longText('Say why, so that the practice knows what to do'),
})
export const changeForm = z.object({ change: longText('Say what should read otherwise') })
export const forwardForm = z.object({
  forwardName: line('Enter the name of the person who may sign'),
  forwardEmail: email('Enter their e-mail address, like name@example.org'),
})

const DAYS = 'Enter a number of days between 1 and 90'

export const sendForm = z.object({
  contactName: line('Enter the name of the person who signs'),
  contactEmail: email('Enter their e-mail address, like name@example.org'),
  message: z.string().trim().max(5000, 'Use at most 5000 characters').default(''),
  days: z.coerce.number({ error: DAYS }).int(DAYS).min(1, DAYS).max(90, DAYS),
  way: z.enum(['letter', 'link'], 'Choose whether to send the letter or to copy the link'),
})
