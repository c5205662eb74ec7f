import { type Block, heading, list, page, space, text, texts } from '../paper'
import { joined, longDate } from '../words'
import type { Soc2Facts } from './facts'
import { opinionBlocks } from './opinion'
import { categoriesOf, criteriaTitle, descriptionCriteria, descriptionTitle, sections, when } from './phrases'

export function auditorsReport(facts: Soc2Facts): Block[] {
  return [
    heading(1, sections.auditor),
    text(`To the Management of ${facts.organization}:`),
    ...scope(facts),
    ...responsibilities(facts),
    ...limitations(facts),
    ...opinionBlocks(facts),
    ...restrictedUse(facts),
    space(18),
    text([facts.auditor, facts.city, longDate(facts.reportDate)].join('\n')),
    page,
  ]
}

function scope(facts: Soc2Facts): Block[] {
  const { organization, short, type } = facts
  const limbs =
    type === 'type-2'
      ? 'the suitability of the design and operating effectiveness'
      : 'the suitability of the design'
  const verb = facts.opinion === 'disclaimer' ? 'We were engaged to examine' : 'We have examined'
  return [
    heading(2, 'Scope'),
    text(
      `${verb} ${organization}’s (“${short}” or the “Service Organization”) accompanying description of its ${facts.system} system titled “${descriptionTitle(facts)}” ${when(facts)} (the “Description”), based on the criteria for a description of a service organization’s system set forth in ${descriptionCriteria} (the “Description Criteria”), and ${limbs} of controls stated in the Description ${when(facts)}, to provide reasonable assurance that ${short}’s service commitments and system requirements were achieved based on the trust services criteria relevant to ${categoriesOf(facts)} (the “Applicable Trust Services Criteria”) set forth in ${criteriaTitle}.`,
    ),
    ...facts.subservice.flatMap((other) => subservice(facts, other)),
    ...(facts.cuecs.length > 0 ? [userEntityScope(facts)] : []),
    text(
      `The information in Section V is presented by ${short} management to give additional information and is not a part of the Description. It has not been subjected to the procedures applied in our examination and, accordingly, we express no opinion on it.`,
    ),
  ]
}

function subservice({ short }: Soc2Facts, other: Soc2Facts['subservice'][number]): Block[] {
  if (other.method === 'inclusive') {
    return texts(
      `${other.name} is a subservice organization that provides ${other.does} to ${short}. The Description is presented using the inclusive method for ${other.name}: it includes the controls of ${other.name} relevant to the ${short} system, and our examination extended to those controls.`,
    )
  }
  return texts(
    `${short} uses ${other.name}, a subservice organization, to provide ${other.does}. The Description indicates that complementary subservice organization controls that are suitably designed and operating effectively are necessary, along with controls at ${short}, to achieve ${short}’s service commitments and system requirements. The Description presents ${short}’s controls and the types of complementary subservice organization controls assumed in the design of ${short}’s controls. The Description does not disclose the actual controls at ${other.name}. Our examination did not include the services provided by ${other.name}, and we have not evaluated the suitability of the design or operating effectiveness of such complementary subservice organization controls.`,
  )
}

function userEntityScope({ short }: Soc2Facts): Block {
  return text(
    `The Description indicates that complementary user entity controls that are suitably designed and operating effectively are necessary, along with controls at ${short}, to achieve ${short}’s service commitments and system requirements. Our examination did not include such complementary user entity controls, and we have not evaluated the suitability of their design or their operating effectiveness.`,
  )
}

function responsibilities(facts: Soc2Facts): Block[] {
  const { short } = facts
  const effectiveness = facts.type === 'type-2' ? ' and operated effectively' : ''
  return [
    heading(2, 'Service Organization’s Responsibilities'),
    text(
      `${short} is responsible for its service commitments and system requirements and for designing, implementing, and operating effective controls within the system to provide reasonable assurance that its service commitments and system requirements were achieved. In Section II, ${short} has provided the accompanying assertion about the Description and the controls stated in it. ${short} is also responsible for preparing the Description and the assertion, including their completeness, accuracy, and method of presentation; providing the services covered by the Description; selecting the Applicable Trust Services Criteria and stating the related controls; and identifying the risks that threaten the achievement of its commitments.`,
    ),
    heading(2, 'Service Auditor’s Responsibilities'),
    text(
      `Our responsibility is to express an opinion on the Description and on the controls stated in it, based on our examination. Our examination was conducted in accordance with attestation standards established by the American Institute of Certified Public Accountants. Those standards require that we plan and perform our examination to obtain reasonable assurance about whether, in all material respects, the Description is presented in accordance with the Description Criteria and the controls stated in it were suitably designed${effectiveness} to provide reasonable assurance that the service commitments and system requirements were achieved. We believe that the evidence we obtained is sufficient and appropriate to provide a reasonable basis for our opinion. Our engagement team was made up of appropriately qualified professionals.`,
    ),
    text('An examination of this kind involves the following:'),
    list('bullet', [
      'Obtaining an understanding of the system and of the service commitments and system requirements.',
      'Assessing the risks that the Description is not presented as the criteria require and that controls were not suitably designed or did not operate effectively.',
      'Performing procedures to obtain evidence about whether the Description is presented in accordance with the Description Criteria.',
      'Performing procedures to obtain evidence about whether controls were suitably designed to provide reasonable assurance that the commitments were achieved.',
      ...(facts.type === 'type-2'
        ? ['Testing the operating effectiveness of controls stated in the Description.']
        : []),
      'Evaluating the overall presentation of the Description.',
    ]),
    text(
      'We are required to be independent and to meet our other ethical responsibilities in accordance with relevant ethical requirements relating to the engagement.',
    ),
  ]
}

function limitations(facts: Soc2Facts): Block[] {
  return [
    heading(2, 'Inherent Limitations'),
    text(
      'The Description is prepared to meet the common needs of a broad range of report users and may not, therefore, include every aspect of the system that individual users may consider important. There are inherent limitations in the effectiveness of any system of internal control, including the possibility of human error and the circumvention of controls. Because of their nature, controls may not always operate effectively. The projection to the future of any conclusion about the design or operation of controls is subject to the risk that conditions change or that compliance with policies deteriorates.',
    ),
    ...(facts.type === 'type-2' ? testsParagraph() : noTestsParagraph()),
  ]
}

function testsParagraph(): Block[] {
  return [
    heading(2, 'Description of Tests of Controls'),
    text(
      'The specific controls we tested and the nature, timing, and results of those tests are listed in Section IV.',
    ),
  ]
}

function noTestsParagraph(): Block[] {
  return [
    heading(2, 'Other Matter'),
    text(
      'We did not perform any procedures regarding the operating effectiveness of controls stated in the Description and, accordingly, do not express an opinion thereon.',
    ),
  ]
}

function restrictedUse({ short, subservice, type }: Soc2Facts): Block[] {
  const tests =
    type === 'type-2'
      ? ', including the description of tests of controls and results thereof in Section IV,'
      : ''
  const others = joined([
    'user entities',
    ...(subservice.length ? ['subservice organizations'] : []),
    'business partners',
  ])
  return [
    heading(2, 'Restricted Use'),
    text(
      `This report${tests} is intended solely for the information and use of ${short}; user entities of the system; prospective user entities; practitioners providing services to such entities; and regulators who have sufficient knowledge and understanding of the nature of the service provided by the service organization, how the system interacts with ${others}, internal control and its limitations, and the risks that may threaten the achievement of the service commitments. This report is not intended to be, and should not be, used by anyone other than these specified parties.`,
    ),
  ]
}
