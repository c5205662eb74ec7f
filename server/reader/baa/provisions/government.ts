import type { Provision } from '../../reading'
import { type Agreement, findSentence, missing, present, weak } from '../agreement'

const REFUSED =
  /\b(?:will|shall|may|is|are|need|does|do|can) not\b(?![^.;]*\b(?:waive|privileg))[^.;]{0,80}\b(?:secretary|HHS|department of health|anyone)\b/i

/** 45 CFR 164.504(e)(2)(ii)(I). Before 2013 it stood under (H). */
export function booksAndRecords(agreement: Agreement): Provision {
  const sentence = findSentence(agreement, {
    all: [
      /\bbooks\b|\brecords\b|\binternal practices\b/i,
      /\bbooks\b|\bpractices\b|\bpolicies\b|\brecords\b[^.]{0,60}\b(?:relating|related|concerning|about|regarding|on) /i,
      /\bsecretary\b|\bHHS\b|\bhealth and human services\b|\boffice for civil rights\b|\bOCR\b|\bfederal (?:government|regulators?)\b|\bDHHS\b/i,
      /\bavailable\b|\bat the disposal\b|\baccess\b|\bpermit|\bprovide|\bdisclose|\bopens?\b|\binspect|\b(?:may|can) (?:have|see|review|audit|examine|look)\b|\b(?:show|lets?|allows?|furnish|produce|hand over|submit)\b/i,
    ],
    none: [REFUSED],
    permission: true,
  })
  if (!sentence) return missing(agreement)
  const old = /164\.504\(e\)\(2\)\(ii\)\(H\)/i.test(sentence.clause.text)
  return old
    ? weak(agreement, sentence, 'It cites (H), the letter that this duty had before 2013.')
    : present(agreement, sentence)
}
