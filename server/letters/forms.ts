import { z } from 'zod'
import { email } from '../http/forms'

/** Another address for a letter that reached nobody; left empty it goes where it went before. */
export const againForm = z.object({
  email: z.preprocess((typed) => (typed === '' ? undefined : typed), email().optional()),
})
