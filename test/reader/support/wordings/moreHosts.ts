import type { Wording } from './report'

const hosted = (
  title: string,
  hosts: string,
  named: [string, string][] | null,
  description = 'Northfall was founded in 2011 and serves clinics in many states. The company hires engineers and trains them.',
  more = '',
): Wording => ({
  title,
  parts: {
    hosts,
    description: `Section III – Northfall Health, Inc.’s Description of Its CareBridge Platform\n${description}`,
    more,
  },
  answers: { hosts: named },
})
const carved = (...names: string[]) => names.map((name): [string, string] => [name, 'carve-out'])
const included = (...names: string[]) => names.map((name): [string, string] => [name, 'inclusive'])

/** Companies relied on, in words that leave the usual ones out. */
export const MORE_HOSTS: Wording[] = [
  hosted(
    'houses and stores',
    'Northfall houses its servers in data centers of Cobalt Ridge Data Centers and stores copies with Wasatch Vault, Inc. The carve-out method was used for both. Our examination excludes the controls of these organizations.',
    carved('Cobalt Ridge Data Centers', 'Wasatch Vault, Inc.'),
  ),
  hosted(
    'nothing in the scope, relied on in the description',
    '',
    carved('Microsoft Azure'),
    'Northfall relies on Microsoft Azure. Azure is ISO 27001 certified and undergoes SOC 2 Type 2 examinations. The examination by the service auditor did not extend to Azure.',
  ),
  hosted(
    'runs on',
    'The CareBridge Platform runs on Linode, LLC. Controls at Linode, LLC are outside the description, and we did not examine them.',
    carved('Linode, LLC'),
  ),
  hosted(
    'an affiliate whose controls are part of the description',
    'Northfall’s sister company, Harmon Data Services, Ltd. (“Harmon”), runs the print room. The description covers the controls of Harmon, and our work reached them too (inclusive method).',
    included('Harmon Data Services, Ltd.'),
  ),
  hosted(
    'an inclusive one in two sentences',
    'Northfall uses Tessel Support, Inc., a subservice organization, to answer calls. The description includes a description of the relevant controls at Tessel Support, Inc. and our examination covered them.',
    included('Tessel Support, Inc.'),
  ),
  hosted(
    'one each way in a list',
    'Northfall uses these subservice organizations:\n• Amazon Web Services, Inc. (carve-out method) – hosting\n• Tessel Support, Inc. (inclusive method) – telephone support\n',
    [
      ['Amazon Web Services, Inc.', 'carve-out'],
      ['Tessel Support, Inc.', 'inclusive'],
    ],
  ),
  hosted(
    'a second assertion',
    'Northfall and Tessel Support, Inc. (“Tessel”), a subservice organization, are both described; the inclusive method was chosen for Tessel, whose management has provided its own assertion.',
    included('Tessel Support, Inc.'),
  ),
  hosted(
    'none is used',
    'Northfall operates its own data center. No part of the service is provided by a subservice organization.',
    [],
  ),
  hosted('uses none', 'Northfall uses no subservice organizations.', []),
  hosted(
    'has not engaged',
    'Northfall has not engaged any subservice organizations to provide the services described.',
    [],
  ),
  hosted(
    'none in the description alone',
    '',
    [],
    'Subservice organizations\nNorthfall does not rely on subservice organizations to achieve its service commitments.',
  ),
  hosted(
    'none under a heading',
    '',
    [],
    'Subservice Organizations\nNone. All functions are performed by employees of Northfall.',
  ),
  hosted(
    'management identified none',
    '',
    [],
    'Subservice organizations: management has identified none that are relevant to the system.',
  ),
  hosted(
    'not applicable',
    '',
    [],
    'Complementary Subservice Organization Controls\nNot applicable, as Northfall uses no subservice organization.',
  ),
  hosted(
    'without any',
    'The CareBridge Platform is operated without the use of subservice organizations.',
    [],
  ),
  hosted(
    'listed behind everything',
    '',
    carved('Equinix, Inc.', 'Snowpeak Email Ltd.'),
    undefined,
    'Subservice organizations (corrected): Equinix, Inc. (carve-out), Snowpeak Email Ltd. (carve-out). The original list omitted Snowpeak Email Ltd.',
  ),
  hosted(
    'said of the company and not of its host',
    'Certain functions are performed by DataPort Hosting AB (“DataPort”). The scope of our engagement does not comprise the controls of DataPort.',
    carved('DataPort Hosting AB'),
  ),
  hosted(
    'presents in accordance with the carve-out method',
    'The Company uses Google LLC (Google Cloud Platform) for computing, and Twilio Inc. for messages. Management’s description has been prepared using the carve-out method with regard to these vendors.',
    carved('Google LLC', 'Twilio Inc.'),
  ),
  hosted(
    'an owner in apposition',
    'Northfall uses Heroku, a service of Salesforce, Inc., for platform hosting, and Mixpanel, Inc. for analytics. Our examination did not include the services of these subservice organizations.',
    carved('Heroku', 'Mixpanel, Inc.'),
  ),
  hosted(
    'has outsourced, with regard to this company',
    'Northfall has outsourced the operation of its data center to Stonewater Colocation Corp. The description follows the carve-out method with regard to this company.',
    carved('Stonewater Colocation Corp.'),
  ),
  hosted(
    'a trade name',
    'Northfall engages Ntirety, LLC d/b/a HostedOps as its subservice organization. The carve-out method was used for HostedOps.',
    carved('Ntirety, LLC'),
  ),
  hosted(
    'a company with two dots, included, and one carved out',
    'Northfall uses Northfall India Support Pvt. Ltd., an affiliated subservice organization, for support. The description includes the controls of Northfall India Support Pvt. Ltd. (inclusive method). Northfall also uses Equinix, Inc. for colocation; the description excludes the controls of Equinix, Inc.',
    [...included('Northfall India Support Pvt. Ltd.'), ...carved('Equinix, Inc.')],
  ),
  hosted(
    'expected at two in one sentence',
    'Northfall uses various subservice organizations for hosting. Our examination did not include the services provided by the subservice organizations.',
    carved('Microsoft Azure', 'Snowflake Inc.'),
    'The hosting provided by Microsoft Azure (“Azure”) and the databases provided by Snowflake Inc. (“Snowflake”) were not included within the scope of this examination. The table presents the types of controls expected to be implemented at Azure and Snowflake to meet those criteria.',
  ),
]
