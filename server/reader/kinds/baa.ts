import { readBaa } from '../baa/baa'
import { textOf, within } from '../outline/flow'
import type { Doc } from '../pages'
import { byMarks, count, has, marksIn, type Paper, type Recognition } from './paper'

const TITLE =
  /\b(?:HIPAA\s+)?business\s+associate\s+(?:(?:sub-?contractor|services?|privacy|security|and|data)\s+)*(?:agreement|addendum|amendment|contract|terms|exhibit|provisions|appendix|assurances?|clauses?|schedule|form|rider|letter|undertaking|promises?)\b|\bBAA\b|\bHIPAA\s+(?:\w+\s+)?(?:addendum|agreement|exhibit|terms|appendix|schedule|amendment|rider)\b|\bPHI\s+(?:addendum|agreement|terms)\b/i
const OTHER_TITLE =
  /\b(?:mutual\s+)?(?:non-?disclosure|confidentiality)\s+agreement\b|\bdata\s+(?:processing|protection|privacy)\s+(?:agreement|addendum)\b|\bdata\s+use\s+agreement\b|\blimited\s+data\s+set\b|\bmaster\s+(?:services?|subscription|software|customer)\s+(?:and\s+\w+\s+)?agreement\b|\bterms\s+of\s+(?:service|use)\b|\border\s+form\b|\bstatement\s+of\s+work\b|\bnotice\s+of\s+privacy\s+practices\b|\bprivacy\s+(?:policy|notice)\b|\bservice\s+level\s+agreement\b|\bauthori[sz]ation\s+(?:for|to)\b|\bpolic(?:y|ies)\s+(?:manual|and\s+procedures)\b/i
const PROVISIONS = [
  /\b(?:not\s+(?:to\s+)?(?:use|disclose)|use\s+(?:or|and)\s+(?:further\s+)?disclos(?:e|ure)|uses?\s+and\s+disclosures?)\b/i,
  /\bsafeguards?\b|164\.30[68]|164\.31\d/i,
  /\breport(?:s|ing)?\b[^.]{0,160}\b(?:breach|security\s+incident|use\s+or\s+disclosure)|\bnotif(?:y|ication)\b[^.]{0,160}\bbreach|\bbreach\b[^.]{0,160}\bnotif/i,
  /\bsub-?contractors?\b|\bagents?\b[^.]{0,80}\bsame\s+restrictions/i,
  /164\.524|\b(?:access|copies)\b[^.]{0,120}\b(?:individual|designated\s+record\s+set)|\bdesignated\s+record\s+set\b/i,
  /164\.526|\bamend(?:ment|ments)?\b[^.]{0,80}\b(?:protected\s+health|PHI|designated)/i,
  /164\.528|\baccounting\s+of\s+disclosures\b/i,
  /\bsecretary\b|\bHHS\b|\bhealth\s+and\s+human\s+services\b/i,
  /\b(?:return|destroy)\b[^.]{0,120}\b(?:PHI|protected\s+health|information)\b/i,
  /\bterminat(?:e|ion)\b/i,
]
const PHI =
  /\b(?:protected\s+(?:health\s+)?information|PHI|ePHI|(?:patients?'?|health|medical)\s+(?:information|records))\b/i
const OBLIGED =
  /\b(?:business\s+associate|vendor|contractor|sub-?contractor|provider|company|we|supplier|(?:[A-Z]\w+))\s+(?:shall|will|agrees?|must|may|undertakes|promises)\b/
const AGREED =
  /\b(?:by\s+and\s+between|between|entered\s+into|parties|party|agree(?:s|d)?|hereby|effective\s+date|signature|signed|click|accept(?:s|ed|ing|ance)?|undertakes?)\b/i

// Talk about agreements: what a practice tells itself, or somebody else, of them.
const ABOUT =
  /\bpolic(?:y|ies)\b(?!\s+of\s+insurance)|\bprocedures?\b|\bchecklist\b|\bguid(?:e|ance)\b|\bfrequently asked\b|\bnotice of (?:termination|non-?renewal|breach)\b|\bcertificate of (?:destruction|disposal)\b|\bquestionnaire\b|\bsummary\b|\bwhat(?:'s| is)? (?:new|changed)\b|\btraining\b|\brequest for proposals?\b|\bmemorandum to\b/i
const ENOUGH = 8

/** A contract under which somebody handles protected health information for somebody else, whatever its title. */
export function recogniseBaa(paper: Paper): Recognition | null {
  const first = within(paper.front, 0, 2500)
  if (amends(textOf(first))) return recognised(paper, 0.88)
  const phi = count(paper.all, PHI)
  if (
    !has(paper.all, AGREED) ||
    !has(paper.all, /\bbusiness\s+associates?\b|\bHIPAA\b|\b164\.50[24]\b/i) ||
    phi < 2
  )
    return null
  const provisions = marksIn(paper.all, PROVISIONS)
  const titled = titleIn(textOf(first).slice(0, 1200))
  const other = otherTitle(textOf(first).slice(0, 400))
  const rival = other !== null && (titled === null || other.index < titled.index)
  if (rival) return exhibit(paper, other[0])
  if (ABOUT.test(textOf(first).slice(0, 120)) && !BINDING.test(textOf(first).slice(0, 600))) return null
  const obliged = has(paper.all, OBLIGED) && count(paper.all, /\bbusiness\s+associate\b/i) > 1
  if (titled && obliged && provisions.length >= 3)
    return promised(paper.doc) < 2
      ? asItStands(paper)
      : recognised(paper, provisions.length >= 5 ? 0.95 : 0.85)
  if (titled && provisions.length >= 2 && phi > 2 && promised(paper.doc) >= 3) return recognised(paper, 0.88)
  if (titled && provisions.length >= 2 && phi > 2) return asItStands(paper)
  if (provisions.length < 5) return null
  if (promised(paper.doc) >= ENOUGH) return recognised(paper, 0.86)
  return obliged ? recognised(paper, 0.8) : null
}

/** `intend to negotiate a business associate agreement` is no title. */
function titleIn(text: string): RegExpExecArray | null {
  const spoken = /\b(?:an?|any|each|every|separate|no|negotiate|sign(?:ed)?|written|proposed)\s+$/i
  const all = [...text.matchAll(new RegExp(TITLE, 'gi'))]
  return all.find(({ index }) => !spoken.test(text.slice(Math.max(0, index - 20), index))) ?? null
}

/** `attached to the Order Form` names another paper, not this one. */
function otherTitle(text: string): RegExpExecArray | null {
  const all = [...text.matchAll(new RegExp(OTHER_TITLE, 'gi'))]
  return all.find(({ index }) => !ATTACHED.test(text.slice(Math.max(0, index - 60), index))) ?? null
}

const ATTACHED =
  /\b(?:attached\s+to|part\s+of|supplements?|supplemental\s+to|incorporated\s+(?:in|into|by\s+reference\s+into)|pursuant\s+to|under|amends|annexed\s+to|exhibit\s+to|addendum\s+to|rider\s+to)\s+(?:the|that|a|an|our|its)?\s*[^.]{0,25}$/i

/** A paper named an amendment of such an agreement, between the parties, that changes its words. */
function amends(first: string): boolean {
  return (
    /^[^.]{0,120}\b(?:amendment|rider|modification|supplement)\b[^.]{0,30}(?:\.\s*\d+\s+)?[^.]{0,30}\b(?:to|of)\s+(?:the\s+)?(?:HIPAA\s+)?business\s+associate\s+(?:agreement|addendum|contract)\b/i.test(
      first.slice(0, 250),
    ) &&
    /\bbetween\b/i.test(first) &&
    /\b(?:is|are)\s+(?:hereby\s+)?(?:replaced|amended|deleted|restated|added|modified|extended|revised)\b|\b(?:hereby\s+)?(?:amends?|replaces?|adds?|extends?)\b|\bshall\s+(?:be\s+(?:replaced|amended|deleted)|(?:now\s+)?read)\b/i.test(
      first,
    ) &&
    /\b(?:other|remaining|all)\s+(?:other\s+)?(?:terms|provisions|sections)\b[^.]{0,60}\b(?:remain|unchanged|continue|stay|not\s+change)|\bfull\s+force\b|\b(?:signed|signature|by\s*:|\/s\/|date)\b/i.test(
      first,
    )
  )
}

/** It has the name and few of the promises: a short or badly read one, unless it speaks of another that ended. */
function asItStands(paper: Paper): Recognition | null {
  const speaksOf =
    /\b(?:ends|ended|terminates|terminated|expires|expired|is (?:hereby )?(?:terminated|cancelled))\b[^.]{0,40}\b\d{4}\b|\bdid not renew\b|\bwill not be renewed\b|\b(?:please|kindly)\b/i
  return promised(paper.doc) < 2 && has(within(paper.front, 0, 1200), speaksOf)
    ? null
    : recognised(paper, 0.75)
}

const BINDING =
  /\b(?:by and between|entered into|is made|are made|the parties agree|hereby agrees?|between [^.]{5,120}\("?)/i

/** How many of the promises that the law asks for are made in it. */
function promised(doc: Doc): number {
  const { provisions } = readBaa(doc)
  return PROMISES.filter((id) => ['present', 'weak'].includes(provisions[id]!.result)).length
}

const PROMISES = 'B04 B05 B07 B08 B09 B10 B12 B13 B14 B15 B16 B17 B18'.split(' ')

/** Another contract may carry the whole of a business associate agreement as an exhibit. */
function exhibit(paper: Paper, title: string): Recognition | null {
  const text = textOf(paper.all)
  const heading =
    /\n\s*(?:(?:exhibit|appendix|annex|schedule|attachment|addendum|part|section|rider)\s+\w+\s*[:.–-]*\s*)?(?:HIPAA\s+)?(?:business\s+associate\s+(?:agreement|addendum|terms|provisions|exhibit|rider)|HIPAA\s+(?:addendum|rider|exhibit|terms|appendix))\s*\n/i.exec(
      text,
    )
  if (!heading || /use|notice|policy|limited/i.test(title)) return null
  const rest = within(paper.all, heading.index, text.length)
  const enough = marksIn(rest, PROVISIONS).length >= 7 && count(rest, PHI) > 5
  if (!enough) return null
  const most = text.length - heading.index > text.length * 0.4
  return most || promised(paper.doc) > ENOUGH + 1 ? recognised(paper, most ? 0.75 : 0.65) : null
}

function recognised(paper: Paper, confidence: number): Recognition | null {
  return byMarks(
    'baa',
    paper.all,
    [TITLE, /\bbusiness\s+associate\s+(?:shall|will|agrees|may|must)\b[^.]{0,120}/i, PHI],
    1,
    confidence,
  )
}
