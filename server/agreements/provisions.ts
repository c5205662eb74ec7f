import type { Provision } from '../reader/reader'
import { provisionWords, themes, type ProvisionWords, type Theme } from './provisionWords'

export interface ShownProvision extends ProvisionWords {
  id: string
  result: Provision['result']
  note: string | null
  evidence: Provision['evidence']
}

export interface ProvisionGroup<T extends ShownProvision = ShownProvision> {
  title: string
  state: 'bad' | 'look' | 'good' | 'none'
  lead: string
  provisions: T[]
  /** The same by what they are about, in the order of an agreement. */
  themes: { theme: Theme; provisions: T[] }[]
}

type Sorting = Omit<ProvisionGroup, 'provisions' | 'themes'> & { takes: (one: ShownProvision) => boolean }

/** First what the law asks for and is not there. */
const GROUPS: Sorting[] = [
  {
    title: 'Required, and not found',
    state: 'bad',
    lead: 'HIPAA asks for these in the agreement. Ask the vendor to add them before you sign, or show where they stand.',
    takes: ({ result, kind }) => result === 'missing' && kind === 'required',
  },
  {
    title: 'There, but weak',
    state: 'look',
    lead: 'Something like it stands in the document, in words that may not be enough.',
    takes: ({ result }) => result === 'weak',
  },
  {
    title: 'For a person to read',
    state: 'look',
    lead: 'Whether these are enough can’t be told from their words alone.',
    takes: ({ result }) => result === 'needs-a-person',
  },
  {
    title: 'Good practice, and not found',
    state: 'none',
    lead: 'The law doesn’t ask for these words. Many practices do.',
    takes: ({ result, kind }) => result === 'missing' && kind === 'practice',
  },
  {
    title: 'Found',
    state: 'good',
    lead: 'Each with the place where it stands.',
    takes: ({ result }) => result === 'present',
  },
]

export function groupProvisions<T extends ShownProvision>(all: T[]): ProvisionGroup<T>[] {
  return GROUPS.flatMap(({ takes, ...group }) => {
    const taken = all.filter(takes)
    return taken.length > 0 ? [{ ...group, provisions: taken, themes: byTheme(taken) }] : []
  })
}

/** Those that are known, in the order of an agreement. */
export function listProvisions(provisions: Record<string, Provision>): ShownProvision[] {
  const all = Object.entries(provisions).flatMap(([id, { result, evidence, note }]) => {
    const words = provisionWords[id]
    return words ? [{ id, ...words, result, evidence, note: note ?? null }] : []
  })
  return inOrder(all)
}

/** In the order of an agreement. */
export function inOrder<T extends ShownProvision>(provisions: T[]): T[] {
  return byTheme(provisions).flatMap((part) => part.provisions)
}

/** What a letter to the vendor should ask for: required and missing, or weak. Good practice may be asked for too. */
export function isShortfall({ result, kind }: ShownProvision): boolean {
  return result === 'weak' || (result === 'missing' && kind === 'required')
}

function byTheme<T extends ShownProvision>(provisions: T[]): ProvisionGroup<T>['themes'] {
  return themes.flatMap((theme) => {
    const of = provisions.filter((one) => one.theme === theme)
    return of.length > 0 ? [{ theme, provisions: of.sort((a, b) => (a.id < b.id ? -1 : 1)) }] : []
  })
}
