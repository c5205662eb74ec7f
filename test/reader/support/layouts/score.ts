import type { Reading } from '../../../../server/reader/reading'
import type { Layout } from './layout'
import type { Told } from './told'

export interface Score {
  status: string
  sure: number
  expected: number
  found: number
  missed: string[]
  invented: string[]
  numbers: string[]
  responses: string[]
  criteria: string[]
  controls: [wanted: number, got: number | null]
  idle: [wanted: number, got: number | null]
}

type Read = Pick<Reading, 'exceptions' | 'controlsTested' | 'notOperated'>

export function scoreOf(layout: Layout, told: Told[], read: Read): Score {
  const wanted = told.filter((one) => one.truth === 'exception')
  const given = read.exceptions.value ?? []
  const key = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
  const isSame = (one: Told, other: (typeof given)[number]) =>
    layout.unnamed
      ? key(other.text).includes(key(lapseOf(one)))
      : other.control !== null &&
        key(other.control).replace(/^control/, '') === key(one.ref).replace(/^control/, '')
  const pairs = wanted.flatMap((one) => {
    const match = given.find((other) => isSame(one, other))
    return match ? [{ one, match }] : []
  })
  return {
    status: read.exceptions.status,
    sure: read.exceptions.confidence,
    expected: wanted.length,
    found: pairs.length,
    missed: wanted.filter((one) => !pairs.some((pair) => pair.one === one)).map((one) => one.ref),
    invented: given
      .filter((other) => !pairs.some(({ match }) => match === other))
      .map((other) => `${other.control}: ${other.text.slice(0, 90)}`),
    numbers: pairs
      .filter(({ one, match }) => one.tested !== match.tested || one.failed !== match.failed)
      .map(({ one, match }) => `${one.ref} ${match.failed}/${match.tested}`),
    responses: pairs
      .filter(({ one, match }) => key(layout.answers ? one.response : '') !== key(match.response?.text ?? ''))
      .map(({ one, match }) => `${one.ref} ${match.response?.text.slice(0, 120)}`),
    criteria: pairs
      .filter(({ one, match }) => !one.criteria.every((id) => match.criteria.includes(id)))
      .map(({ one, match }) => `${one.ref} ${match.criteria.join()}`),
    controls: [told.length, read.controlsTested.value],
    idle: [told.filter((one) => one.truth === 'idle').length, read.notOperated.value?.length ?? null],
  }
}

function lapseOf(one: Told): string {
  return /(?:,|\d \w+|sample|:) ([a-z][^,:]*)\.?$/.exec(one.result)?.[1] ?? one.result
}
