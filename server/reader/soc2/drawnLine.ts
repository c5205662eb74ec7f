import { textOf, whole, within, type Span } from '../outline/flow'
import type { AuditorReport } from './auditorReport'
import { companiesIn, namesAt, type NamedParty } from './nameLists'
import { sentencesOf } from './sentences'

const DRAWN =
  /\bcarve[sd]?[\s-]?out\b|\binclusive\s+(?:method|basis)\b|\b(?:did|do|does)\s+not\s+(?:include|extend|reach|cover|examine)\b|\b(?:leaves?|left)\s+out\b|\bexclud(?:es|ed)\b/i
const SUBJECT = /^\s*(?=[A-Z])/
const DOES =
  /^\s+(?:also\s+)?(?:provides?|hosts?|houses?|operates?|performs?|delivers?|runs?|supplies|keeps?|stores?|maintains?|supports?|is|are|has\s+been|have\s+been)\b/

/** The auditor's paragraph that draws the line between what was examined and what was not names whose controls lie on either side. */
export function limitedTo({ flow }: AuditorReport): NamedParty[] {
  const text = flow.text
  return [...text.matchAll(/[^\n]+/g)]
    .filter((line) => DRAWN.test(line[0]) && /\b(?:controls|procedures|examination|work)\b/i.test(line[0]))
    .flatMap((line) => {
      const paragraph = within(whole(flow), line.index, line.index + line[0].length)
      const subjects = sentencesOf(paragraph).flatMap(doers)
      return /\bwe\s+have\s+examined\b/i.test(line[0]) ? subjects : [...companiesIn(paragraph), ...subjects]
    })
}

/** "Polder Datacentra provides housing": who does something there and is named with two words or as a company. */
function doers(sentence: Span): NamedParty[] {
  const from = SUBJECT.exec(textOf(sentence))?.[0].length ?? 0
  const { names, end } = namesAt(sentence, from)
  return DOES.test(textOf(sentence).slice(end)) ? names.filter(({ name }) => name.includes(' ')) : []
}
