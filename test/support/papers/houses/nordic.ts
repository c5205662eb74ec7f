import { dayFirst } from '../../../../scripts/papers/words'
import {
  type Facts,
  groups,
  heading,
  type House,
  inserted,
  data,
  joined,
  list,
  prose,
  rowsOf,
  table,
  text,
  texts,
} from './house'

/** Assertion first, plural auditors, day-first dates, deviations, one long table, and never the word carve-out. */
export const nordic: House = {
  name: 'nordic',
  heldOut: false,
  producer: 'pdfkit',
  look: {
    font: 'Helvetica',
    size: 10,
    paper: 'A4',
    margin: 64,
    table: 'lines',
    capitals: false,
    gap: 7,
    repeatHeadings: true,
    splitRows: false,
  },
  order: ['cover', 'assertion', 'auditor', 'description', 'tests', 'other'],
  contents: 'Contents',
  header: () => '',
  footer: (facts) =>
    `© ${facts.reportDate.slice(0, 4)} ${facts.organization} All rights reserved. Confidential – subject to NDA`,
  firstNumbered: 2,
  ref: (_control, index) => `${Math.floor(index / 9) + 1}.${(index % 9) + 1}`,
  parts: { cover, assertion, auditor, description, tests, other },
}

function when(facts: Facts) {
  return facts.type === 'type-2'
    ? `throughout the period ${dayFirst(facts.period!.start)} to ${dayFirst(facts.period!.end)}`
    : `as of ${dayFirst(facts.asOf!)}`
}

function names(facts: Facts) {
  return joined(facts.categories.map((category) => category.replace('-', ' ')))
}

function cover(facts: Facts) {
  const type = facts.type === 'type-2' ? 'Type 2' : 'Type 1'
  const dates =
    facts.type === 'type-2'
      ? `${dayFirst(facts.period!.start)} – ${dayFirst(facts.period!.end)}`
      : dayFirst(facts.asOf!)
  return [
    text(facts.organization, { size: 22, bold: true }),
    text(`System and Organization Controls 2 Report – ${type}`, { size: 15 }),
    text(`on the ${facts.system} system relevant to ${names(facts).replace(' and ', ' & ')}`, { size: 13 }),
    text(dates, { size: 13 }),
    ...inserted(facts, 'cover'),
  ]
}

function assertion(facts: Facts) {
  return [
    heading(1, `Section 1: ${facts.short}’s Management Assertion`),
    text(
      `We have prepared the description of the ${facts.system} system of ${facts.organization} ${when(facts)} based on the criteria in DC section 200. It gives users of this report information about the system that is useful when they assess risks, in particular information on controls relevant to ${names(facts)} (“applicable trust services criteria”).`,
    ),
    text(
      `${facts.opinion === 'unqualified' ? 'We confirm' : 'Except for the matters set out in Section 2, we confirm'}, to the best of our knowledge and belief, that the description is presented in accordance with those criteria and that the controls stated in it were suitably designed${facts.type === 'type-2' ? ' and operated effectively' : ''} ${when(facts)}.`,
    ),
    text(`On behalf of ${facts.organization}`),
    ...inserted(facts, 'assertion'),
  ]
}

function auditor(facts: Facts) {
  const both =
    facts.type === 'type-2'
      ? 'the suitability of the design and operating effectiveness'
      : 'the suitability of the design'
  const others = joined(
    facts.subservice.filter(({ method }) => method === 'carve-out').map(({ name }) => name),
  )
  const engaged = facts.opinion === 'disclaimer' ? 'were engaged to examine' : 'have examined'
  return [
    heading(1, 'Section 2: Independent Service Auditors’ Report'),
    text(`To the Board of Directors of ${facts.organization}`),
    text(
      `Scope. We ${engaged} ${facts.short}’s description of its ${facts.system} system ${when(facts)} (the description) based on the criteria set out in DC section 200, 2018 Description Criteria for a Description of a Service Organization’s System in a SOC 2® Report, and ${both} of the controls stated in the description ${when(facts)}, to provide reasonable assurance that ${facts.short}’s service commitments and system requirements were achieved based on the trust services criteria relevant to ${names(facts)} (applicable trust services criteria) set out in TSP section 100, 2017 Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy.`,
    ),
    ...(others
      ? [
          text(
            `${facts.short} uses ${others}. The description excludes the controls of ${facts.subservice.length > 1 ? 'these organisations' : 'this organisation'} and our procedures did not extend to them.`,
          ),
        ]
      : []),
    ...facts.subservice
      .filter(({ method }) => method === 'inclusive')
      .map(({ name }) =>
        text(
          `The description includes the controls of ${name}, and our examination extended to those controls.`,
        ),
      ),
    text(
      `Management’s responsibilities. ${facts.short} is responsible for its commitments and requirements, for the description and the assertion, and for designing, implementing and operating effective controls.`,
    ),
    text(
      'Our responsibilities. We are to express an opinion based on our examination, which was conducted in accordance with attestation standards established by the AICPA. We are independent and apply quality management standards.',
    ),
    text(
      'Inherent limitations. Controls may fail because of human error or deliberate circumvention, and conclusions cannot be projected to the future.',
    ),
    ...inserted(facts, 'auditor'),
    ...opinion(facts),
    text(
      'Restricted use. This report is for the service organisation, its customers and others who understand the service. Other than these specified parties no one may rely on this report, except for regulators with sufficient knowledge.',
    ),
    text([facts.auditor, `${facts.city.split(',')[0]}, ${dayFirst(facts.reportDate)}`].join('\n')),
  ]
}

function opinion(facts: Facts) {
  if (facts.opinion === 'disclaimer') {
    return [
      heading(2, 'Basis for disclaimer of opinion'),
      text(
        'Management could not give us the records of access and change, and we were not able to obtain sufficient appropriate evidence to provide a basis for an opinion.',
      ),
      heading(2, 'Disclaimer of opinion'),
      text(
        'Because of the matter described above, the scope of our work was not sufficient to enable us to express, and we do not express, an opinion.',
      ),
    ]
  }
  const lead = {
    unqualified: '',
    qualified: ' except for the effects of the matter described in the preceding paragraph,',
    adverse: ' because of the significance of the matter described in the preceding paragraph,',
  }[facts.opinion]
  const not =
    facts.opinion === 'adverse'
      ? { present: 'does not present', were: 'were not', operated: 'did not operate' }
      : { present: 'presents', were: 'were', operated: 'operated' }
  const third =
    facts.type === 'type-2'
      ? `, and (iii) the controls stated in the description ${not.operated} effectively ${when(facts)}`
      : ''
  const limbs = `(i) the description ${not.present} the ${facts.system} system that was designed and implemented ${when(facts)} in accordance with the description criteria${third ? ',' : ' and'} (ii) the controls stated in the description ${not.were} suitably designed ${when(facts)}${third}.`
  const basis = lead
    ? [
        heading(2, `Basis for ${facts.opinion} opinion`),
        text(
          `The description states how access and changes are controlled. However, ${facts.exceptions[0]!.text} As a result, controls were not operating effectively to achieve the commitments based on trust services criteria ${joined(facts.affectedCriteria)}.`,
        ),
      ]
    : []
  return [
    ...basis,
    heading(2, lead ? `${facts.opinion === 'adverse' ? 'Adverse' : 'Qualified'} opinion` : 'Opinion'),
    text(`In our opinion,${lead} in all material respects, ${limbs}`),
  ]
}

function description(facts: Facts) {
  return [
    heading(1, `Section 3: Description of the ${facts.system} system`),
    ...data(facts),
    ...prose(facts),
    ...inserted(facts, 'description'),
    heading(2, `Customer responsibilities assumed in the design of ${facts.short}’s controls`),
    ...(facts.cuecs.length
      ? [
          list(
            'bullet',
            facts.cuecs.map(({ text }) => text),
          ),
        ]
      : texts('None were identified.')),
    heading(2, 'Sub-service organisations'),
    ...(facts.subservice.length
      ? facts.subservice.map(({ name, does }) => text(`${name}: ${does}.`))
      : texts('None are used.')),
  ]
}

function tests(facts: Facts) {
  const rows = groups(rowsOf(nordic, facts)).flatMap(([, group]) => group)
  const type2 = facts.type === 'type-2'
  const cells = rows.map(({ ref, criteria, text, test, ...row }) => [
    ref,
    criteria.join(', '),
    text,
    ...(type2
      ? [
          test,
          row.result === 'pass'
            ? 'None'
            : row.result === 'exception'
              ? `Deviation noted: ${row.exception}${row.response ? ' See management’s comment in Section 5.' : ''}`
              : 'No occurrences in the period; operating effectiveness could not be tested.',
        ]
      : []),
  ])
  const more = (facts.extraRows ?? []).map(([ref, words, test, result]) => [ref, '', words, test, result])
  return [
    heading(
      1,
      type2
        ? 'Section 4: Description of Criteria, Controls, Tests, and Results of Tests'
        : 'Section 4: Criteria and Controls',
    ),
    text('The controls below are listed with the criteria that they meet.'),
    table(
      type2 ? ['Ref', 'Criteria', 'Control', 'Test', 'Deviations'] : ['Ref', 'Criteria', 'Control'],
      type2 ? [8, 12, 30, 26, 24] : [10, 14, 76],
      [...cells, ...more],
    ),
    ...inserted(facts, 'tests'),
  ]
}

function other(facts: Facts) {
  const rows = rowsOf(nordic, facts).filter(({ response }) => response)
  return [
    heading(1, `Section 5: Other information provided by ${facts.short} (unaudited)`),
    ...texts(...rows.map(({ ref, response }) => `${ref} – ${response}`)),
    text('Certificates of the information security management system are published on the website.'),
    ...inserted(facts, 'other'),
  ]
}
