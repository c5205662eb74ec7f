import type { Category } from '../reader/reader'
import type { Tier } from './tier'

export interface VendorCategory {
  /** Stays the same for ever: it stands in the database. */
  key: string
  name: string
  /** What vendors of this kind usually are; a person determines it for each one. */
  usually: 'yes' | 'no' | 'depends'
  /** The same in words. */
  status: string
  why: string
  /** The tier to start from while the practice hasn't answered the tier's questions. */
  tier: Tier
  /** The least a SOC 2 should include; empty where such vendors seldom have one. */
  soc2: Category[]
  note: string | null
}

const S: Category[] = ['security']
const SA: Category[] = ['security', 'availability']
const SC: Category[] = ['security', 'confidentiality']
const SAC: Category[] = ['security', 'availability', 'confidentiality']
const SAP: Category[] = ['security', 'availability', 'processing-integrity']
const YES = 'a business associate'
const IF_PHI = 'a business associate if its work involves PHI'
const NO = 'not a business associate'

/** Usual status by kind of vendor, from 45 CFR 160.103 and HHS guidance. Tiers and SOC 2 categories are proposals. */
export const vendorCategories: VendorCategory[] = [
  yes(
    'ehr',
    'Electronic health record or practice management (hosted)',
    'It keeps PHI for the practice (45 CFR 160.103).',
    'critical',
    SAC,
    {
      note: 'Software on your own computers is different if the maker never reaches PHI.',
    },
  ),
  yes(
    'billing',
    'Medical billing or revenue cycle',
    'Billing is one of the functions that 45 CFR 160.103 names.',
    'high',
    SC,
    {
      note: 'If it posts claims, look for Processing Integrity in its report too.',
    },
  ),
  yes(
    'clearinghouse',
    'Clearinghouse',
    'It processes claims for the practice (45 CFR 160.103, 164.500(b)).',
    'high',
    SAP,
    {
      status: 'a business associate, and a covered entity itself',
      note: 'It must keep its clearinghouse work apart from the rest (45 CFR 164.308(a)(4)(ii)(A)).',
    },
  ),
  yes(
    'transcription',
    'Transcription or AI scribe',
    'HHS gives independent transcriptionists as an example.',
    'high',
    SC,
    {
      note: 'Ask whether recordings train its models, and how long audio is kept.',
    },
  ),
  yes(
    'cloud',
    'Cloud or e-mail host',
    'Keeping PHI is enough, even encrypted and without the key (HHS cloud guidance, 2016).',
    'critical',
    SAC,
  ),
  yes('backup', 'Backup or disaster recovery', 'It keeps a copy of PHI (45 CFR 160.103).', 'critical', SAC, {
    note: 'Ask whether backups can be altered, and when a restore was last tested.',
  }),
  yes(
    'shredding',
    'Shredding or off-site records',
    'It takes whole records away (HHS FAQ 243).',
    'medium',
    [],
    {
      note: 'Shredding on your premises and under your control can count as your own workforce.',
    },
  ),
  yes(
    'it',
    'IT managed service provider',
    'It has administrator access to systems that hold PHI.',
    'critical',
    S,
    {
      note: 'Ask how its remote-access tools are protected.',
    },
  ),
  yes('answering', 'Answering service', 'It takes down PHI for the practice.', 'medium', S),
  yes('telehealth', 'Telehealth platform', 'It carries PHI and often stores it.', 'high', SAC),
  yes(
    'fax',
    'E-fax or secure messaging',
    'It stores messages for longer than carrying them takes, so it is no mere conduit.',
    'medium',
    SC,
    {
      status: 'a business associate if it stores messages',
      note: 'A plain telephone or internet line only carries them.',
    },
  ),
  yes(
    'gateway',
    'E-prescribing gateway or health information organization',
    '45 CFR 160.103 names both.',
    'high',
    SA,
  ),
  yes(
    'collection',
    'Collection agency',
    'Collecting is payment work done for the practice (HHS FAQ).',
    'medium',
    S,
    {
      note: 'Send it no more PHI than it needs.',
    },
  ),
  yes('lawyer', 'Lawyer', '45 CFR 160.103 names legal services that involve PHI.', 'medium', [], {
    status: IF_PHI,
    note: 'Lawyers seldom have a SOC 2: ask in writing how they protect files.',
  }),
  yes(
    'accountant',
    'Accountant or auditor',
    '45 CFR 160.103 names accounting services that involve PHI.',
    'medium',
    [],
    { status: IF_PHI },
  ),
  yes(
    'consultant',
    'Consultant or coding auditor',
    '45 CFR 160.103 names consulting that involves PHI.',
    'medium',
    [],
    {
      status: IF_PHI,
    },
  ),
  depends(
    'insurer',
    'Malpractice insurer',
    'Buying insurance is not a service to the practice; legal or risk work with PHI can be.',
    'low',
    [],
  ),
  yes(
    'portal',
    'Patient portal, reminders, surveys or marketing',
    'It receives PHI for the practice’s operations.',
    'medium',
    SC,
    {
      note: 'Ask about tracking technology on its pages.',
    },
  ),
  no('payments', 'Card processor or bank', 'Only moving payments is not such work.', 'low', {
    status: 'not a business associate for payment processing',
    note: 'Receivables or lockbox work with PHI makes it one.',
  }),
  no(
    'carrier',
    'Post, courier, internet or telephone line',
    'A conduit: it carries, and has no routine access (HHS FAQ).',
    'none',
    {
      status: 'not a business associate (conduit)',
      note: 'Carriage only: storage that lasts is something else.',
    },
  ),
  no('trades', 'Cleaner, plumber or electrician', 'Sees PHI by accident at most (HHS FAQ 243).', 'none'),
  no(
    'provider',
    'Another treating provider, laboratory or pharmacy',
    'Sharing for treatment is excepted (45 CFR 160.103).',
    'none',
    {
      status: 'not a business associate for treatment',
    },
  ),
  no('payer', 'Health plan (payer)', 'It is a covered entity acting for itself.', 'none', {
    status: 'not a business associate when it acts for itself',
  }),
  no(
    'workforce',
    'Own workforce, volunteers or trainees',
    'People under your direct control are workforce (45 CFR 160.103).',
    'none',
    {
      note: 'Contractors under your direct control may count as workforce.',
    },
  ),
  depends(
    'device',
    'Medical device maker',
    'Selling a device for treatment is not such work; hosting its data is.',
    'medium',
    S,
  ),
  no('researcher', 'Researcher', 'Research is not one of the practice’s covered functions.', 'none', {
    status: 'not a business associate for research',
    note: 'Sharing for research needs a permission of its own.',
  }),
]

const byKey = new Map(vendorCategories.map((category) => [category.key, category]))

export function isCategory(key: string): boolean {
  return byKey.has(key)
}

/** Throws for a key that never was one. */
export function categoryNamed(key: string): VendorCategory {
  const category = byKey.get(key)
  if (!category) throw new Error(`no vendor category ${key}`)
  return category
}

type More = { status?: string; note?: string }

function yes(
  key: string,
  name: string,
  why: string,
  tier: Tier,
  soc2: Category[],
  more: More = {},
): VendorCategory {
  return { key, name, usually: 'yes', status: more.status ?? YES, why, tier, soc2, note: more.note ?? null }
}

function no(key: string, name: string, why: string, tier: Tier, more: More = {}): VendorCategory {
  return { key, name, usually: 'no', status: more.status ?? NO, why, tier, soc2: [], note: more.note ?? null }
}

function depends(key: string, name: string, why: string, tier: Tier, soc2: Category[]): VendorCategory {
  return {
    key,
    name,
    usually: 'depends',
    status: 'one or not, depending on what it does: ask counsel',
    why,
    tier,
    soc2,
    note: null,
  }
}
