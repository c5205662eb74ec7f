import type { Section } from '../reading'
import { remembered } from '../remembered'

const NUMBER =
  /^(?:section|part|chapter|tab)\s+(?:[ivx]{1,5}|\d{1,2}|[a-h]|one|two|three|four|five|six|seven)\b[\s.:)|–—-]*/i
const BARE_NUMBER = /^(?:[ivx]{1,5}|\d{1,2})\s*[.:)–—-]+\s*/i

const PROSE = /^(?:in our|we|our|because|based on|to the|as (?:of|noted|described)|if|these|this|that)\b/

const AUDITOR = [
  /^(?:the )?(?:report of (?:the )?independent|independent)\s+(?:certified public |registered public )?(?:service )?(?:auditor|accountant|practitioner|assurance practitioner|accounting firm)/,
  /^(?:the )?(?:service )?auditor'?s?'?s? (?:assurance )?(?:report|opinion)\b/,
  /^(?:independent )?assurance report of the independent/,
  /^report of (?:the )?independent\b/,
  /^(?:opinion|letter|statement) of (?:the )?independent (?:service )?(?:auditor|accountant|practitioner)/,
  /^independent (?:assurance|examination|attestation) report\b/,
  /^(?:independent )?(?:service )?auditor'?s?'? letter$/,
]
const ASSERTION = [
  /^(?:.{2,80} )?management'?s?'? (?:written |statement of )?assertions?(?: (?:letter|regarding|on|about|for|as|provided|related|concerning)\b.*)?$/,
  /^(?:written )?(?:statement of )?assertions? (?:of|by|from) .{2,100}$/,
  /^(?:written )?statement of (?:management'?s? )?assertions?\b/,
  /^management of .{2,80} assertion\b/,
  /^.{2,80}(?:'s?|s') (?:management )?(?:written )?assertions?(?: (?:letter|regarding|on|about|as|related|concerning)\b.*)?$/,
  /^management'?s? (?:statement|report|representations?)(?: (?:letter|regarding|on|about)\b.*)?$/,
  /^statement (?:of|by) (?:the )?(?:management|(?:supervisory |executive |management )?board|directors|owners|executives)(?: of .{2,80})?$/,
  /^(?:management'?s?|.{2,80}(?:'s?|s')) (?:written )?(?:statement|representations?|confirmation|letter)$/,
]
const OTHER = [
  /^other information\b/,
  /\bnot (?:covered|included) by the (?:independent )?service auditor/,
  /\(?unaudited\)?$/,
  /^(?:additional|supplement(?:al|ary)) information\b/,
  /^management'?s? responses? to\b/,
  /^appendi(?:x|ces)\b/,
  /^glossary\b/,
]
const TESTS = [
  /^(?:applicable )?trust services? (?:criteria|categor(?:y|ies)|principles?)\b.*\b(?:controls?|tests?|results?)\b/,
  /^(?:description of )?(?:the )?(?:service auditor'?s?'? |auditor'?s?'? )?tests? of (?:the )?(?:operating effectiveness|controls?)\b/,
  /^testing (?:matri|of )/,
  /^(?:information )?provided by (?:the )?(?:independent )?service auditor/,
  /^information provided by .{0,60}service auditor/,
  /^description of (?:the )?(?:applicable )?(?:trust services )?(?:criteria|control)/,
  /^(?:(?:applicable |trust |services? |related )*criteria|controls?|control activities|control objectives),? .*\btests?\b/,
  /^(?:applicable )?(?:trust services )?criteria(?:,| and|, and)? (?:related )?controls\b/,
  /^(?:independent )?(?:service )?auditor'?s?'? (?:description of )?tests?\b/,
  /^results of (?:the )?tests?\b/,
  /^(?:control )?(?:test|testing) results\b/,
  /^tests? (?:and|performed)\b.*\bresults?\b/,
  /^(?:control |controls? |detailed |criteria )?(?:test|testing|control|controls) (?:matri(?:x|ces)|details?)$/,
  /^(?:detailed|control) (?:tests?|testing)(?: (?:results|procedures|and results))?$/,
  /^control activities and (?:tests?|testing)\b/,
  /^controls?,? (?:(?:test|audit|our) )?procedures?,? and (?:their )?(?:outcomes?|results?|findings|conclusions?)$/,
  /^findings by control$/,
]
const TESTED_APPENDIX =
  /^(?:appendix|attachment|exhibit) \w+[\s:.–—-]+(?=.*\btests?\b)(?=.*\b(?:controls?|results?)\b)/
const DESCRIPTION = [
  /^(?:.{2,100}(?:'s?|s') )?(?:management'?s? )?description of (?:the|its|their|our|a|.{2,90}(?:'s?|s')) .{2,}/,
  /^(?:.{2,90} )?systems? description\b/,
  /^description of .{2,100}\b(?:system|platform|services?|application|cloud)\b/,
  /^information provided by (?!.*service auditor)/,
  /^service organi[sz]ation'?s? description\b/,
  /^(?:system|company|organi[sz]ation(?:al)?|services?) (?:and (?:system|services?) )?overview$/,
  /^overview of (?:operations|the (?:company|system|services?|organi[sz]ation))(?: and .{2,60})?$/,
  /^background and (?:system )?description of .{2,60}$/,
]

/** Which section a heading or an entry of the contents page names; null when it names none. */
export const sectionTitled = remembered((heading): Section | null => {
  const title = bare(heading)
  if (PROSE.test(title)) return null
  if (/^(?:table of )?contents$/.test(title)) return 'contents'
  if (TESTED_APPENDIX.test(title)) return 'tests'
  if (any(OTHER, title)) return 'other'
  if (any(AUDITOR, title)) return testsByAuditor(title) ? 'tests' : 'auditor'
  if (any(ASSERTION, title)) return 'assertion'
  if (any(TESTS, title)) return 'tests'
  return any(DESCRIPTION, title) ? 'description' : null
})

export const isNumbered = remembered((heading) => NUMBER.test(unspaced(heading.trim())))

export function bare(heading: string): string {
  return unspaced(heading.trim())
    .replace(NUMBER, '')
    .replace(BARE_NUMBER, '')
    .replace(/^[A-H](?:[.:)]\s*|\s+)(?=[A-Z])/, '')
    .replace(/["“”]/g, '')
    .replace(/[’‘]/g, "'")
    .replace(/\s'\s?s\b/g, "'s")
    .replace(/\(?continued\)?|\(cont\.?\)/i, '')
    .replace(/[\s.…_·:]*$/, '')
    .replace(/^[\s.:–—|-]+/, '')
    .replace(/\s+/g, ' ')
    .toLowerCase()
}

function testsByAuditor(title: string): boolean {
  return /^independent service auditor'?s?'? (?:description of |tests?\b)/.test(title)
}

function any(patterns: RegExp[], title: string): boolean {
  return title.length < 260 && patterns.some((pattern) => pattern.test(title))
}

const WORDS =
  /(independent|service organi[sz]ation|service|auditor'?s?'?|accountants?|report|section|assertion|management'?s?|description|systems?|trust|criteria|related|controls?|tests?|results|other|information|provided|covered|opinion|basis|table|contents|(?<=s)of(?=t|the|c)|and(?=t|r|c)|thats?)/gi

/** "S E C T I O N  I V": capitals set apart come as single letters. */
function unspaced(heading: string): string {
  const tokens = heading.split(/\s+/)
  const single = tokens.filter((token) => token.length === 1).length
  if (tokens.length < 6 || single < tokens.length * 0.6) return heading
  const joined = heading.replace(/\s+/g, '').replace(WORDS, ' $1 ').replace(/\s+/g, ' ').trim()
  return joined.replace(/^(section|part) (I{1,3}|IV|V|\d)[:.–-]?/i, '$1 $2: ')
}
