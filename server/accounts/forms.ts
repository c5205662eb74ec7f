import { z } from 'zod'
import { isTimeZone } from '../dates'
import { email, line } from '../http/forms'
import { passwordComplaint } from './passwords'
import { states } from './states'

const role = z.enum(['administrator', 'reviewer', 'staff'], 'Choose a role')
const state = z
  .string('Choose your State')
  .refine((value) => states.some((known) => known.value === value), 'Choose your State')
const timeZone = z.string('Choose your time zone').refine(isTimeZone, 'Choose your time zone')
const secret = z
  .string('Enter a password')
  .min(1, 'Enter a password')
  .max(1000, 'Use at most 200 characters.')

const practice = { practiceName: line('Enter the practice’s name', 120), state, timeZone }

export const practiceForm = z.object(practice)

export const setUpForm = z
  .object({ ...practice, name: line('Enter your name', 120), email: email(), password: secret })
  .superRefine((form, context) => {
    const complaint = passwordComplaint(form.password, [form.practiceName, form.name, form.email])
    if (complaint) context.addIssue({ code: 'custom', path: ['password'], message: complaint })
  })

export const signInForm = z.object({
  email: z
    .string('Enter your e-mail address')
    .trim()
    .min(1, 'Enter your e-mail address')
    .max(254, 'Enter your e-mail address'),
  password: secret,
  to: z.string().max(2000).optional(),
})

export const forgottenForm = z.object({ email: email() })

export const newPasswordForm = z.object({ password: secret }).superRefine((form, context) => {
  const complaint = passwordComplaint(form.password, [])
  if (complaint) context.addIssue({ code: 'custom', path: ['password'], message: complaint })
})

export const changePasswordForm = z
  .object({
    current: z.string('Enter your password of today').min(1, 'Enter your password of today').max(1000),
    password: secret,
  })
  .superRefine((form, context) => {
    const complaint = passwordComplaint(form.password, [])
    if (complaint) context.addIssue({ code: 'custom', path: ['password'], message: complaint })
  })

export const colleagueForm = z.object({ name: line('Enter their name', 120), email: email(), role })

export const changeColleagueForm = z.object({
  role,
  getsLetters: z
    .string()
    .optional()
    .transform((value) => value === 'yes'),
})
