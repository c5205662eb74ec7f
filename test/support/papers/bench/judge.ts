import type { Field, Reading } from '../../../../server/reader/reading'
import type { Expected } from '../facts'

/** silent: nothing was said where there is an answer. invented: an answer where there is none. */
export type Outcome = 'right' | 'wrong' | 'silent' | 'invented'

export interface Judgement {
  field: string
  outcome: Outcome
  confidence: number
  given: unknown
  expected: unknown
}

type Read = Pick<Reading, 'provisions' | 'baa'> & Partial<Record<string, unknown>>

export function judged(reading: Read, expected: Expected): Judgement[] {
  return Object.entries(expected).flatMap(([field, wanted]) => {
    if (wanted === undefined) return []
    if (field === 'provisions') return judgedProvisions(reading, wanted as Record<string, string>)
    const found = (reading[field] ?? reading.baa?.[field as keyof Reading['baa']]) as
      Field<unknown> | undefined
    const value = found?.value ?? null
    return [
      {
        field,
        outcome: outcomeOf(field, value, wanted),
        confidence: found?.confidence ?? 0,
        given: value,
        expected: wanted,
      },
    ]
  })
}

/** Where two results would both be honest, they stand as `weak or missing`. */
function judgedProvisions({ provisions }: Read, wanted: Record<string, string>): Judgement[] {
  return Object.entries(wanted).map(([id, result]) => {
    const given = provisions?.[id]?.result ?? null
    const outcome =
      given !== null && result.split(' or ').includes(given)
        ? 'right'
        : given === null || given === 'needs-a-person'
          ? 'silent'
          : 'wrong'
    return {
      field: 'provisions',
      outcome,
      confidence: 0.8,
      given: `${id} ${given}`,
      expected: `${id} ${result}`,
    }
  })
}

function outcomeOf(field: string, value: unknown, wanted: unknown): Outcome {
  if (wanted === null) return value === null || isEmpty(value) ? 'right' : 'invented'
  if (value === null) return 'silent'
  return agrees(field, value, wanted) ? 'right' : 'wrong'
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

function agrees(field: string, value: unknown, wanted: unknown): boolean {
  if (field === 'serviceOrganization')
    return (wanted as string[]).some((name) => plain(name) === plain(value))
  if (field === 'systems')
    return sameSet((value as string[]).map(systemName), (wanted as string[]).map(systemName))
  if (field === 'subserviceOrganizations')
    return sameSet(
      (value as { name: string }[]).map(({ name }) => plain(name)),
      (wanted as string[]).map(plain),
    )
  if (field === 'cuecs') return (value as unknown[]).length === wanted
  if (field === 'controlsTested') return between(value as number, wanted as [number, number])
  if (field === 'frameworks') return sameFrameworks(value as Framework[], wanted as Framework[])
  if (field === 'exceptions') return sameExceptions(value as Numbers[], wanted as Numbers[])
  if (field === 'notOperated') return sameIdle(value as Numbers[], wanted as string[])
  if (Array.isArray(wanted)) return sameSet((value as unknown[]).map(plain), wanted.map(plain))
  return plain(value) === plain(wanted)
}

interface Framework {
  name: string
  nature: string
}

/** A name may be given longer than it is wanted: HITRUST CSF v11 for HITRUST. */
function sameFrameworks(given: Framework[], wanted: Framework[]): boolean {
  return (
    given.length === wanted.length &&
    wanted.every(({ name, nature }) =>
      given.some((one) => one.nature === nature && plain(one.name).includes(plain(name))),
    )
  )
}

interface Numbers {
  control: string | null
  tested: number | null
  failed: number | null
}

function sameExceptions(given: Numbers[], wanted: Numbers[]): boolean {
  return (
    given.length === wanted.length &&
    wanted.every((one) => given.some((other) => isSameException(other, one)))
  )
}

/** An exception without its control's number is known by its own numbers. */
export function isSameException(given: Numbers, wanted: Numbers): boolean {
  if (given.control !== null) return plain(given.control) === plain(wanted.control)
  return given.tested === wanted.tested && given.failed === wanted.failed
}

function sameIdle(given: Numbers[], wanted: string[]): boolean {
  const named = given.filter(({ control }) => control !== null)
  return (
    given.length === wanted.length && named.every(({ control }) => wanted.map(plain).includes(plain(control)))
  )
}

function systemName(name: string): string {
  return plain(name).replace(/system$/, '')
}

function between(value: number, [low, high]: [number, number]): boolean {
  return value >= low && value <= high
}

function sameSet(some: string[], others: string[]): boolean {
  const [one, other] = [new Set(some), new Set(others)]
  return one.size === other.size && [...one].every((entry) => other.has(entry))
}

export function plain(value: unknown): string {
  return String(value)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
