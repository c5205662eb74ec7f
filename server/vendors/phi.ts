/** As stored where a vendor touches no PHI at all. */
export const NO_PHI = 'none'

const APART = '; '

export const phiKinds = [
  'Names and contact details',
  'Appointments',
  'Insurance and billing',
  'Clinical notes',
  'Laboratory results and images',
  'Prescriptions',
  'Messages with patients',
  'Psychotherapy, substance use, HIV or minors',
]

/** What was ticked and what was written beside it, as one line of words. */
export function joinPhi(kinds: string[], other: string | null): string | null {
  if (kinds.includes(NO_PHI)) return NO_PHI
  const known = phiKinds.filter((kind) => kinds.includes(kind))
  return [...known, ...(other ? [other] : [])].join(APART) || null
}

export function splitPhi(phi: string | null): { kinds: string[]; other: string } {
  if (phi === NO_PHI) return { kinds: [NO_PHI], other: '' }
  const parts = phi?.split(APART) ?? []
  const kinds = parts.filter((part) => phiKinds.includes(part))
  return { kinds, other: parts.filter((part) => !phiKinds.includes(part)).join(APART) }
}

export function shownPhi(phi: string | null): string {
  if (phi === null) return 'Not said yet'
  return phi === NO_PHI ? 'None' : phi
}
