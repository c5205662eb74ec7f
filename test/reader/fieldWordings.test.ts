import { CATEGORIES } from './support/wordings/categories'
import { DATES } from './support/wordings/dates'
import { HOSTS } from './support/wordings/hosts'
import { MORE_HOSTS } from './support/wordings/moreHosts'
import { MORE_SIGNATURES } from './support/wordings/moreSignatures'
import { OPINIONS } from './support/wordings/opinions'
import { ORGANIZATIONS } from './support/wordings/organizations'
import { differences, type Wording } from './support/wordings/report'
import { SECOND_ROUND } from './support/wordings/secondRound'
import { SECTIONS } from './support/wordings/sections'
import { SIGNATURES } from './support/wordings/signatures'
import { SYSTEMS } from './support/wordings/systems'

const SUBJECTS: [string, Wording[]][] = [
  ['system', SYSTEMS],
  ['signature', SIGNATURES],
  ['signature elsewhere', MORE_SIGNATURES],
  ['opinion', OPINIONS],
  ['subservice organizations', HOSTS],
  ['subservice organizations, seldom', MORE_HOSTS],
  ['parties', SECOND_ROUND],
  ['sections', SECTIONS],
  ['period', DATES],
  ['service organization', ORGANIZATIONS],
  ['categories', CATEGORIES],
]

// Each changes one part of the same report, and the whole of the answers must still be right.
describe.each(SUBJECTS)('the %s in other words', (_subject, wordings) => {
  test.each(wordings)('$title', (wording) => {
    expect(differences(wording)).toEqual([])
  })
})
