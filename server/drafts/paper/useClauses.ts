import type { DraftTerms } from '../terms'
import type { Clause } from './wording'

/** 45 CFR 164.504(e)(2)(i) and (e)(4), 164.502(b), 164.514. */
export function useClauses(terms: DraftTerms): Clause[] {
  return [
    {
      title: 'The work',
      words: `The Vendor may use and disclose Protected Health Information only to perform the following services for the Practice: ${ended(terms.services)} It may also use and disclose it as Required by Law.`,
    },
    {
      title: 'What the Practice may not do',
      words: `The Vendor shall not use or disclose Protected Health Information in a way that would violate Subpart E of 45 CFR Part 164 if the Practice did it${exceptions(terms)}.`,
    },
    {
      title: 'Minimum necessary',
      words:
        'The Vendor shall limit what it uses, discloses, and asks for to the minimum necessary for the purpose (45 CFR 164.502(b)).',
    },
    ownManagement(terms),
    aggregation(terms),
    deIdentification(terms),
    {
      title: 'No sale, no marketing',
      words:
        'The Vendor shall not sell Protected Health Information, and shall not use or disclose it for marketing.',
    },
    offshore(terms),
  ]
}

function ended(services: string): string {
  const words = services.trim().replace(/[\s.;,]+$/, '')
  return `${words}.`
}

function exceptions({ ownManagement, aggregation }: DraftTerms): string {
  const allowed = [
    ...(ownManagement === 'allowed' ? ['2.4'] : []),
    ...(aggregation === 'allowed' ? ['2.5'] : []),
  ]
  return allowed.length > 0
    ? `, apart from what 45 CFR 164.504(e)(2)(i) allows and is agreed under ${allowed.join(' and ')}`
    : ''
}

function ownManagement({ ownManagement }: DraftTerms): Clause {
  const words =
    ownManagement === 'allowed'
      ? 'The Vendor may use Protected Health Information for its own proper management and administration, and to carry out its legal responsibilities. It may disclose Protected Health Information for these ends if the disclosure is Required by Law, or if the Vendor has first obtained reasonable assurances from the recipient that the information will be held in confidence, used or disclosed further only for the purpose for which it was disclosed or as Required by Law, and that the recipient will notify the Vendor of any breach of confidentiality of which it becomes aware.'
      : 'The Vendor shall not use Protected Health Information for its own management and administration, and shall not disclose it for that, except as Required by Law.'
  return { title: 'The Vendor’s own management', words }
}

function aggregation({ aggregation }: DraftTerms): Clause {
  const words =
    aggregation === 'allowed'
      ? 'The Vendor may use Protected Health Information for data aggregation that relates to the health care operations of the Practice (45 CFR 164.504(e)(2)(i)(B)).'
      : 'The Vendor shall not aggregate Protected Health Information with the data of others.'
  return { title: 'Data aggregation', words }
}

function deIdentification({ deIdentification }: DraftTerms): Clause {
  const words =
    deIdentification === 'refused'
      ? 'The Vendor shall not de-identify Protected Health Information without the prior written consent of the Practice.'
      : 'The Vendor may de-identify Protected Health Information only as 45 CFR 164.514(a)–(c) sets out, and may use the result only to perform the services named above. It shall not sell or license the result, shall not train models with it for other ends, and shall not try to recognise anyone in it.'
  return { title: 'De-identification', words }
}

function offshore({ offshore }: DraftTerms): Clause {
  const abroad = 'outside the United States'
  const words = {
    refused: `The Vendor shall not store Protected Health Information ${abroad}, and shall not let it be accessed from there.`,
    consent: `Without the prior written consent of the Practice, the Vendor shall not store Protected Health Information ${abroad}, and shall not let it be accessed from there.`,
    allowed: `Where Protected Health Information is stored ${abroad} or accessed from there, the Vendor shall protect it as this Agreement requires, and shall tell the Practice the countries when it asks.`,
  }[offshore]
  return { title: 'Place', words }
}
