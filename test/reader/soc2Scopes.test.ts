import { readTyped } from './support/typedDoc'

const TSP =
  'set forth in TSP section 100, 2017 Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy (AICPA, Trust Services Criteria)'
const END = `Opinion
In our opinion, in all material respects, the description presents the system, the controls were suitably designed and the controls operated effectively throughout the period January 1, 2025 to June 30, 2025.
Restricted use
This report is intended solely for the specified parties.
Oak & Elm LLP
Boston, MA
August 1, 2025`
const DESCRIPTION = `Section III
Description of the System
Subservice Organization Services Provided
Subservice Organizations Complementary Controls
The system runs in the cloud. Software: GitHub.`

const SCOPES: [organization: string, systems: string[], subservice: string[] | undefined, scope: string][] = [
  [
    'Acme Corp.',
    ['Data Center Colocation Services'],
    ['Amazon Web Services carve-out', 'Twilio Inc. carve-out'],
    `We have examined the attached description of the system of Acme Corp. ("Acme") related to its Data Center Colocation Services (the "Description") for the period January 1, 2025 to June 30, 2025, and the suitability of the design and operating effectiveness of controls based on the trust services criteria relevant to security ${TSP}.\nAcme uses the following subservice organizations:\n• Amazon Web Services (AWS) - hosting\n• Twilio Inc. - messaging\nThe description excludes the controls of the subservice organizations.`,
  ],
  [
    'Pinnacle Group, Inc.',
    ['software-as-a-service platform'],
    ['Amazon Web Services carve-out', 'SendGrid carve-out'],
    `We have examined The Pinnacle Group, Inc.'s ("Pinnacle", the "Company", or the "Service Organization") description of its software-as-a-service (SaaS) platform, Pinnacle Health, for the period January 1, 2025 to June 30, 2025 based on the trust services criteria relevant to security, availability, & privacy ${TSP}. Pinnacle uses subservice organizations to provide hosting (Amazon Web Services, "AWS") and e-mail (SendGrid). Our examination did not include the services provided by the subservice organizations.`,
  ],
  [
    'eClarity, LLC',
    ['eClarity Notes'],
    ['eFax Corporate carve-out', 'Google LLC carve-out', 'MongoDB, Inc. carve-out'],
    `We have examined eClarity, LLC's description of the controls of its eClarity Notes system throughout the period January 1, 2025 to June 30, 2025 based on the criteria ... relevant to Security, Confidentiality and Availability ${TSP}. eClarity uses eFax Corporate, Google LLC (Google Cloud Platform), and MongoDB, Inc. (Atlas) as subservice organizations. The carve-out method is used.`,
  ],
  [
    '3Sixty Data, Inc.',
    ['Intake and Scheduling'],
    ['Rackspace US, Inc. carve-out', 'Datadog carve-out'],
    `We have examined 3Sixty Data, Inc.'s (the "Company") accompanying description of its Intake and Scheduling Systems throughout the period January 1, 2025 to June 30, 2025 based on the trust services criteria relevant to security ${TSP}. The Company uses Rackspace US, Inc. for colocation services and Datadog for monitoring; both are subservice organizations. The description does not extend to controls of Rackspace or Datadog.`,
  ],
  [
    'Orchid Care, Inc.',
    ['Telemetry Platform and related services'],
    ['Microsoft Corporation unclear'],
    `We have examined management’s description of Orchid Care, Inc. (“Orchid”)’s Telemetry Platform and related services (the “System”) throughout the period January 1, 2025 to June 30, 2025 based on the trust services criteria relevant to security ${TSP}. Orchid Care, Inc. uses a subservice organization, Microsoft Corporation, for Azure hosting.`,
  ],
  [
    'Juniper Health',
    ['cloud-based clinical documentation'],
    ['Plover Hosting LLC inclusive', 'Equinix, Inc. carve-out'],
    `We have examined Juniper Health's description of its cloud-based clinical documentation system entitled "Juniper Health's Description of its System" throughout the period January 1, 2025 to June 30, 2025, including the controls of Plover Hosting LLC, a subservice organization presented using the inclusive method, based on the trust services criteria relevant to security and availability ${TSP}. Juniper Health also uses Equinix, Inc., whose controls are carved out.`,
  ],
  [
    'Vantage Labs Ltd',
    ['payroll and benefits administration services'],
    undefined,
    `We have examined the description in Section 3 of Vantage Labs Ltd's payroll and benefits administration services throughout the period January 1, 2025 to June 30, 2025 based on the trust services criteria relevant to the Security, Availability and Confidentiality Trust Services Categories ${TSP}.`,
  ],
  [
    'Wrenfield Health, Inc.',
    ['Wrenfield Chart'],
    ['Oracle Cloud Infrastructure carve-out'],
    `We have examined Wrenfield Health, Inc.’s (“Wrenfield”) description of its Wrenfield Chart system throughout the period January 1, 2025 to June 30, 2025 based on the trust services criteria relevant to security ${TSP}. Wrenfield uses Oracle Cloud Infrastructure (OCI), provided by Oracle America, Inc., for hosting its production environment (the “subservice organization”). Our examination did not include the services provided by the subservice organization.`,
  ],
  [
    'Wrenfield Health, Inc.',
    ['Wrenfield Chart'],
    ['CenturyLink, Inc. carve-out'],
    `We have examined Wrenfield Health, Inc.’s (“Wrenfield”) description of its Wrenfield Chart system throughout the period January 1, 2025 to June 30, 2025 based on the trust services criteria relevant to security ${TSP}. Wrenfield uses CenturyLink, Inc. for data center colocation services. The description of the boundaries of the system includes only the controls of WHI and excludes the controls of the subservice organization.`,
  ],
  [
    'Wrenfield Health, Inc.',
    ['Wrenfield Chart'],
    ['Lambda Labs, Inc. inclusive', 'Microsoft Azure carve-out'],
    `We have examined Wrenfield Health, Inc.’s (“Wrenfield”) description of its Wrenfield Chart system throughout the period January 1, 2025 to June 30, 2025 based on the trust services criteria relevant to security ${TSP}. Wrenfield uses Lambda Labs, Inc. and Microsoft Azure as subservice organizations. The carve-out method is used for Microsoft Azure and the inclusive method for Lambda Labs, Inc.`,
  ],
  [
    'Wrenfield Health, Inc.',
    ['Wrenfield Chart'],
    ['Amazon Web Services, Inc. carve-out', 'Change Bridge Networks LLC carve-out'],
    `We have examined Wrenfield Health, Inc.’s (“Wrenfield”) description of its Wrenfield Chart system throughout the period January 1, 2025 to June 30, 2025 based on the trust services criteria relevant to security ${TSP}. Wrenfield uses the following subservice organizations: (1) Amazon Web Services, Inc. for hosting; (2) Change Bridge Networks LLC for connections to payers. The description excludes the controls of both (carve-out).`,
  ],
]

test.each(SCOPES)('the scope names %s, %s and %s', (organization, systems, subservice, scope) => {
  const page = `Independent Service Auditor's Report\nScope\n${scope}`
  const reading = readTyped(['SOC 2 Type 2 Report', page, END, DESCRIPTION])
  expect(reading.serviceOrganization.value).toBe(organization)
  expect(reading.systems.value).toEqual(systems)
  expect(reading.subserviceOrganizations.value?.map(({ name, method }) => `${name} ${method}`)).toEqual(
    subservice,
  )
})
