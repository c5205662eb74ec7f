import type { Wording } from './report'

const LIMIT = 'Our examination did not include the services provided by the subservice organization.'
const hosted = (
  title: string,
  hosts: string,
  named: [string, string][] | null,
  description?: string,
): Wording => ({
  title,
  parts: {
    hosts,
    ...(description
      ? {
          description: `Section III – Northfall Health, Inc.’s Description of Its CareBridge Platform\n${description}\nNorthfall was founded in 2011 and serves clinics in many states.`,
        }
      : {}),
  },
  answers: { hosts: named },
})
const carved = (...names: string[]) => names.map((name): [string, string] => [name, 'carve-out'])

/** How a report may name the companies that it relies on. */
export const HOSTS: Wording[] = [
  hosted(
    'uses X to provide',
    `Northfall uses Amazon Web Services to provide cloud hosting services. ${LIMIT}`,
    carved('Amazon Web Services'),
  ),
  hosted(
    'a subservice organization in front',
    `Northfall uses the subservice organization Amazon Web Services for hosting. ${LIMIT}`,
    carved('Amazon Web Services'),
  ),
  hosted(
    'services at',
    `Northfall’s platform is hosted in data centers of Amazon Web Services, a subservice organization. ${LIMIT}`,
    carved('Amazon Web Services'),
  ),
  hosted(
    'outsources',
    `Northfall outsources its cloud infrastructure to Microsoft Azure, which is a subservice organization. ${LIMIT}`,
    carved('Microsoft Azure'),
  ),
  hosted(
    'as indicated in the description',
    `As indicated in the description, Northfall uses a subservice organization, Google Cloud Platform, for infrastructure. The description includes only the controls of Northfall and excludes the controls of the subservice organization. ${LIMIT}`,
    carved('Google Cloud Platform'),
  ),
  hosted(
    'third-party service provider',
    `Northfall uses a third-party service provider, Rackspace, for managed hosting. The description does not include the controls of Rackspace and ${LIMIT.toLowerCase()}`,
    carved('Rackspace'),
  ),
  hosted(
    'several with purposes',
    `Northfall uses Amazon Web Services for hosting, Okta for identity management, and Datadog for monitoring (the “subservice organizations”). The description excludes their controls. ${LIMIT}`,
    carved('Amazon Web Services', 'Okta', 'Datadog'),
  ),
  hosted(
    'purpose before the name',
    `Northfall uses subservice organizations for cloud hosting (Amazon Web Services), identity (Okta, Inc.) and e-mail delivery (SendGrid). ${LIMIT}`,
    carved('Amazon Web Services', 'Okta, Inc.', 'SendGrid'),
  ),
  hosted(
    'respectively',
    `Northfall uses Amazon Web Services and Snowflake Inc., subservice organizations, for hosting and data warehousing, respectively. ${LIMIT}`,
    carved('Amazon Web Services', 'Snowflake Inc.'),
  ),
  hosted(
    'controls of X and Y',
    `The description excludes the controls of Amazon Web Services and Snowflake Inc. Our examination did not extend to controls of these subservice organizations.`,
    carved('Amazon Web Services', 'Snowflake Inc.'),
  ),
  hosted(
    'did not extend to',
    `Our examination was limited to the controls of Northfall and did not extend to the controls of Amazon Web Services or Snowflake Inc.`,
    carved('Amazon Web Services', 'Snowflake Inc.'),
  ),
  hosted(
    'performed by',
    `Cloud hosting services are performed by Amazon Web Services, a subservice organization, and are carved out of the description.`,
    carved('Amazon Web Services'),
  ),
  hosted(
    'services provided by',
    `The description excludes the hosting services provided by Amazon Web Services (AWS) under the carve-out method.`,
    carved('Amazon Web Services'),
  ),
  hosted(
    'subservice organizations are',
    `The subservice organizations used by Northfall are Amazon Web Services and Cloudflare. ${LIMIT}`,
    carved('Amazon Web Services', 'Cloudflare'),
  ),
  hosted(
    'following, in lines',
    `Northfall uses the following subservice organizations:\n• Amazon Web Services – cloud hosting\n• Cloudflare, Inc. – content delivery\n${LIMIT}`,
    carved('Amazon Web Services', 'Cloudflare, Inc.'),
  ),
  hosted(
    'following, numbered',
    `Northfall relies on the following subservice organizations to deliver its services:\n1. Amazon Web Services: cloud hosting\n2. Cloudflare, Inc.: content delivery\n${LIMIT}`,
    carved('Amazon Web Services', 'Cloudflare, Inc.'),
  ),
  hosted(
    'inclusive',
    `Northfall uses Brightpath Staffing LLC, a subservice organization, for first-line support. Northfall’s description includes a description of Brightpath Staffing LLC’s controls under the inclusive method.`,
    [['Brightpath Staffing LLC', 'inclusive']],
  ),
  hosted(
    'both methods',
    `Northfall uses Brightpath Staffing LLC for first-line support, and its description includes the controls of Brightpath Staffing LLC under the inclusive method. Northfall also uses Amazon Web Services for hosting; the description excludes the controls of Amazon Web Services.`,
    [
      ['Brightpath Staffing LLC', 'inclusive'],
      ['Amazon Web Services', 'carve-out'],
    ],
  ),
  hosted(
    'unnamed in scope, named in the description',
    `Northfall uses subservice organizations to provide hosting and monitoring. ${LIMIT}`,
    carved('Amazon Web Services'),
    'Subservice Organizations\nNorthfall uses Amazon Web Services (“AWS”), a subservice organization, for hosting. The carve-out method has been used.',
  ),
  hosted(
    'unnamed',
    `Northfall uses a subservice organization to provide hosting. The description does not disclose the actual controls at the subservice organization. ${LIMIT}`,
    null,
  ),
  hosted('none', 'Northfall does not use subservice organizations in providing its services.', []),
  hosted(
    'none, other words',
    'No subservice organizations are used by Northfall to provide the CareBridge Platform.',
    [],
  ),
  hosted('none, third', 'There are no subservice organizations relevant to the scope of this report.', []),
  hosted(
    'named, described as cloud provider',
    `Northfall’s infrastructure is operated on Google Cloud Platform (“GCP”). The controls of GCP are not included in the description and our examination did not extend to them.`,
    carved('Google Cloud Platform'),
  ),
  hosted(
    'single quotes',
    `Northfall uses Amazon Web Services (‘AWS’ or ‘subservice organization’) to provide hosting. The description does not include the controls of AWS.`,
    carved('Amazon Web Services'),
  ),
  hosted(
    'the subservice organization in brackets',
    `Northfall uses Amazon Web Services, Inc. (AWS) (subservice organization) for hosting. ${LIMIT}`,
    carved('Amazon Web Services, Inc.'),
  ),
  hosted(
    'with locations',
    `Northfall uses Equinix, Inc. in Chicago, Illinois for data center colocation, a subservice organization. ${LIMIT}`,
    carved('Equinix, Inc.'),
  ),
  hosted(
    'sub-service organisation',
    `Northfall uses the sub-service organisation Gatehouse Hosting Ltd for hosting. The carve-out method has been used.`,
    carved('Gatehouse Hosting Ltd'),
  ),
  hosted(
    'engages',
    `Northfall has engaged Amazon Web Services, Inc. (“AWS”) as a subservice organization for hosting. ${LIMIT}`,
    carved('Amazon Web Services, Inc.'),
  ),
  hosted(
    'contracted',
    `Northfall has contracted with Flexential Corp. to provide colocation. Flexential Corp. is a subservice organization and is excluded from the description.`,
    carved('Flexential Corp.'),
  ),
  hosted(
    'X provides',
    `Amazon Web Services provides hosting for the CareBridge Platform and is treated as a carved-out subservice organization.`,
    carved('Amazon Web Services'),
  ),
  hosted(
    'leading clause',
    `To host the CareBridge Platform, Northfall utilizes the services of Amazon Web Services (AWS), a subservice organization. ${LIMIT}`,
    carved('Amazon Web Services'),
  ),
  hosted(
    'colon',
    `Subservice organization: Amazon Web Services, Inc. (carve-out method). ${LIMIT}`,
    carved('Amazon Web Services, Inc.'),
  ),
]
