import type { Provision } from '../reader/reader'
import { provisionWords, type ProvisionWords } from './provisionWords'

export interface ShownProvision extends ProvisionWords {
  id: string
  result: Provision['result']
  note: string | null
  evidence: Provision['evidence']
}

export interface ProvisionGroup {
  title: string
  state: 'bad' | 'look' | 'good' | 'none'
  lead: string
  provisions: ShownProvision[]
}

/** What the document says, sorted by what matters: first what the law asks for and is not there. */
export function groupProvisions(provisions: Record<string, Provision>): ProvisionGroup[] {
  const all = Object.entries(provisions).flatMap(([id, { result, evidence, note }]) => {
    const words = provisionWords[id]
    return words ? [{ id, ...words, result, evidence, note: note ?? null }] : []
  })
  const groups: ProvisionGroup[] = [
    {
      title: 'Required, and not found',
      state: 'bad',
      lead: 'HIPAA asks for these in the agreement. Ask the vendor to add them before you sign, or show where they stand.',
      provisions: all.filter((one) => one.result === 'missing' && one.kind === 'required'),
    },
    {
      title: 'There, but weak',
      state: 'look',
      lead: 'Something like it stands in the document, in words that may not be enough.',
      provisions: all.filter((one) => one.result === 'weak'),
    },
    {
      title: 'For a person to read',
      state: 'look',
      lead: 'Whether these are enough can’t be told from their words alone.',
      provisions: all.filter((one) => one.result === 'needs-a-person'),
    },
    {
      title: 'Good practice, and not found',
      state: 'none',
      lead: 'The law doesn’t ask for these words. Many practices do.',
      provisions: all.filter((one) => one.result === 'missing' && one.kind === 'practice'),
    },
    {
      title: 'Found',
      state: 'good',
      lead: 'Each with the place where it stands.',
      provisions: all.filter((one) => one.result === 'present'),
    },
  ]
  return groups.filter((group) => group.provisions.length > 0)
}
