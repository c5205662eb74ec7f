import { z } from 'zod'
import { email, line, optionalLine, optionalText, ticked } from '../http/forms'
import { isCategory } from './categories'
import { joinPhi, NO_PHI, splitPhi } from './phi'
import type { VendorSystem } from './systems'
import { driverQuestions, type Driver, type Drivers } from './tier'
import type { Vendor } from './vendor'

const WEBSITE = 'Enter a web address that starts with https://, like https://carebridge.example'
const MAX_ALIASES = 20

const website = optionalLine().transform((text, context) => {
  if (text === null) return null
  const address = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/]*:\d/.test(text) ? text : `https://${text}`
  if (URL.canParse(address) && isWebAddress(new URL(address))) return address
  context.addIssue({ code: 'custom', message: WEBSITE })
  return z.NEVER
})

function isWebAddress({ protocol, hostname, username }: URL): boolean {
  return ['http:', 'https:'].includes(protocol) && hostname.includes('.') && username === ''
}

const aliases = optionalLine(2000)
  .transform((text) => [...new Set((text ?? '').split(/[,;\n]/).map((name) => name.trim()))].filter(Boolean))
  .refine((names) => names.length <= MAX_ALIASES, `Enter at most ${MAX_ALIASES} other names`)

const profileFields = {
  name: line('Enter the vendor’s name'),
  category: z
    .string('Choose what kind of vendor it is')
    .refine(isCategory, 'Choose what kind of vendor it is'),
  service: optionalLine(500),
  website,
  phiKinds: ticked.refine(
    (kinds) => !kinds.includes(NO_PHI) || kinds.length === 1,
    'Either untick “No PHI at all” or the kinds that you ticked beside it',
  ),
  phiOther: optionalLine(300),
  anyway: z.string().optional(),
}

type ProfileFields = z.infer<z.ZodObject<typeof profileFields>>

export const profileForm = z
  .object(profileFields)
  .transform((form) => ({ ...profileOf(form), anyway: form.anyway === 'yes' }))

// Otherwise these would only be said once everything else is right.
const always = () => true

export const registerForm = z
  .object({
    ...profileFields,
    systemName: optionalLine(),
    systemAliases: aliases,
    contactName: optionalLine(),
    contactEmail: z.union([z.literal('').transform(() => null), email()]).optional(),
  })
  .refine((form) => Boolean(form.systemName) || !form.systemAliases?.length, {
    path: ['systemName'],
    message: 'Enter the system’s own name too',
    when: always,
  })
  .refine((form) => !form.contactName || Boolean(form.contactEmail), {
    path: ['contactEmail'],
    message: 'Enter the contact’s e-mail address, or leave the name out',
    when: always,
  })
  .refine((form) => Boolean(form.contactName) || !form.contactEmail, {
    path: ['contactName'],
    message: 'Enter the contact’s name',
    when: always,
  })
  .transform((form) => ({
    anyway: form.anyway === 'yes',
    vendor: {
      ...profileOf(form),
      systems: form.systemName ? [{ name: form.systemName, aliases: form.systemAliases }] : [],
      contacts:
        form.contactName && form.contactEmail ? [{ name: form.contactName, email: form.contactEmail }] : [],
    },
  }))

function profileOf({ name, category, service, website, phiKinds: kinds, phiOther }: ProfileFields) {
  return { name, category, service, website, phi: joinPhi(kinds, phiOther) }
}

/** The words of a form that is opened to edit what is there. */
export function profileWords({ name, category, service, website, phi }: Vendor) {
  const { kinds, other } = splitPhi(phi)
  return { name, category, service: service ?? '', website: website ?? '', phiKinds: kinds, phiOther: other }
}

export const systemForm = z.object({
  name: line('Enter the name of the system'),
  aliases,
  phi: optionalLine(500),
})

export function systemWords({ name, aliases, phi }: VendorSystem) {
  return { name, aliases: aliases.join(', '), phi: phi ?? '' }
}

export const contactForm = z.object({
  name: line('Enter the contact’s name'),
  email: email(),
  title: optionalLine(),
  phone: optionalLine(50),
})

export const archiveForm = z.object({
  reason: line('Say in a few words why, for whoever reads this in six years', 2000),
})

const points = z
  .enum(['', '0', '1', '2', '3'])
  .optional()
  .transform((value) => (value ? Number(value) : null))

export const tierForm: z.ZodType<Drivers> = z.object(
  Object.fromEntries(driverQuestions.map(({ driver }) => [driver, points])) as Record<Driver, typeof points>,
)

export const determinationForm = z.object({
  note: optionalText(),
  treatAnyway: z
    .string()
    .optional()
    .transform((value) => value === 'yes'),
})
