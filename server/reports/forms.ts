import { z } from 'zod'
import { longText } from '../http/forms'

export const setAsideForm = z.object({
  reason: longText('Say why it doesn’t count, such as: it is another vendor’s report'),
})
