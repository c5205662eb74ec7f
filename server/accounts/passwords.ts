import { hash, verify } from '@node-rs/argon2'

// Argon2id with 19 MiB, two passes, one lane: the floor of the OWASP password storage sheet.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/** NIST SP 800-63B-4 for a password that is the only factor. Who has a shorter one from before still signs in with it. */
export const MIN_LENGTH = 15
export const MAX_LENGTH = 200
const COMMON = [
  'password',
  'qwerty',
  'letmein',
  'welcome',
  '123456',
  'iloveyou',
  'admin',
  'countersign',
  'medical',
  'practice',
]

let decoy: Promise<string> | undefined

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST)
}

/** Costs the same whether there is such an account or not. */
export async function isRightPassword(
  passwordHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  decoy ??= hashPassword('nobody has this one')
  const right = await verify(passwordHash ?? (await decoy), password)
  return right && Boolean(passwordHash)
}

/** Why a password can't be taken, or null. Length and guessability count; kinds of letters don't (NIST SP 800-63B). */
export function passwordComplaint(password: string, about: string[]): string | null {
  if (password.length < MIN_LENGTH)
    return `Use at least ${MIN_LENGTH} characters. Three or four words together work well.`
  if (password.length > MAX_LENGTH) return `Use at most ${MAX_LENGTH} characters.`
  return isGuessable(password, about)
    ? 'That is easy to guess. Use three or four words that have nothing to do with the practice.'
    : null
}

function isGuessable(password: string, about: string[]): boolean {
  const words = [...COMMON, ...about.flatMap((text) => text.toLowerCase().split(/[^a-z0-9]+/))].filter(
    (word) => word.length > 3,
  )
  const left = words.reduce((rest, word) => rest.replaceAll(word, ''), password.toLowerCase())
  return (
    new Set(left).size < 5 ||
    /^(.{1,3})\1+$/.test(left) ||
    left.replace(/[^a-z]/g, '').length + left.replace(/\D/g, '').length < 6
  )
}
