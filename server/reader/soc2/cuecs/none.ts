import type { Place } from './places'

const WHO = '(?:user[- ]entit(?:y|ies)|user organi[sz]ations?|users?|customers?|clients?|subscribers?)'
const CONTROLS = `(?:complementary (?:${WHO} )?controls?(?: considerations?)?|cuecs?|${WHO} controls?(?: considerations?)?)`
const NEEDED =
  '(?:identified|required|necessary|assumed|needed|applicable|considered|relied (?:up)?on|expected|specified|defined|exist)'
const NONE = new RegExp(
  [
    `\\bno (?:such |specific |additional )?${CONTROLS}(?: at (?:the )?${WHO})?(?: \\(cuecs?\\))?(?: (?:that|which))?(?: (?:were|was|are|is|have been|has been))? (?:\\w+ ){0,3}?${NEEDED}\\b`,
    `\\bthere (?:are|were|is) no (?:\\w+ ){0,2}?${CONTROLS}`,
    `\\b(?:does|did|do) not (?:\\w+ ){0,3}(?:require|rely (?:up)?on|assume|identify|depend (?:up)?on|have|expect|specify) (?:any |the use of )?${CONTROLS}`,
    `\\b(?:description|system|report|service)\\b[^.]{0,60}\\b(?:does|did) not (?:include|contain|identify) any ${CONTROLS}`,
    `\\bidentified no (?:such )?${CONTROLS}`,
    `\\b(?:has|have|had|with|requires?|assumes?) no ${CONTROLS}`,
    `\\bwithout (?:the )?(?:need (?:for|of)|assum\\w+|rel(?:ying|iance) (?:up)?on|depend\\w+ on|requiring|use of|any)(?: any)? ${CONTROLS}`,
    `${CONTROLS}(?: \\(cuecs?\\))? (?:are|were|is) not (?:\\w+ ){0,2}${NEEDED}\\b`,
    `${CONTROLS}(?: \\(cuecs?\\))?:?\\s[^.:;]{0,40}\\bnone\\s(?:(?:that|which)\\s)?(?:(?:are|were|is|was|to be)\\s)?(?:needed|necessary|required)\\b`,
    `${CONTROLS}(?: \\(cuecs?\\))?\\s*(?:[:.\\n-]\\s*){0,3}(?:none\\b(?! of)|not applicable|n\\/a\\b|(?:there )?(?:are|were)? ?(?:none|not (?:required|necessary|applicable)))\\b`,
    `\\bnone of (?:the|its|our|[\\w']+) (?:\\w+ ){0,4}(?:controls|criteria|commitments)\\b[^.]{0,60}\\b(?:rel(?:y|ies)|depends?|requires?|assumes?) (?:up)?(?:on )?${CONTROLS}`,
  ].join('|'),
  'gi',
)
/** What the auditor did not look at may be there all the same. */
const NOT_EXAMINED = /\b(?:examination|procedures|audit|engagement|evaluat\w+|opinion|tests?)\b[^.]*$/i
const SOME = /\b(?:other than|except|apart from|besides|following|additional|further)\b/i
const BARE = /^(?:none|n\/?a|not applicable|nil)\b/i
const DENIED =
  /\b(?:no|none|not|without|nothing)\b[^.]{0,90}\b(?:complementary|controls? (?:at|by|of|from|on the part of) (?:its |the |our )?(?:user|customer|client)|required|necessary|needed|applicable|identified|assumed|relied)\b/i
const LONGEST = 500

/** Where a text says that there are no such controls; null when it does not. */
export function saidNone(text: string): { index: number; text: string } | null {
  if (
    !/\b(?:no|not|none|without)\b/i.test(text) ||
    !/\b(?:complementary|cuecs?)\b|\bcontrols? considerations\b/i.test(text)
  )
    return null
  for (const match of text.matchAll(NONE)) {
    const before = /[^.]*$/.exec(text.slice(Math.max(0, match.index - 200), match.index))![0]
    const after = /^[^.]*/.exec(text.slice(match.index + match[0].length))![0].slice(0, 120)
    if (!NOT_EXAMINED.test(before) && !SOME.test(before) && !SOME.test(match[0]) && !SOME.test(after))
      return { index: match.index, text: match[0] }
  }
  return null
}

/** The few words under a heading, when they say that there are none. */
export function deniedUnder({ lines }: Place): { page: number; text: string } | null {
  const text = lines.map((line) => line.text).join(' ')
  const [first] = lines
  if (!first || text.length > LONGEST || SOME.test(text)) return null
  return BARE.test(text) || DENIED.test(text) ? { page: first.page, text: first.text } : null
}
