/** Firms known to sign such reports. Being on the list may raise confidence; it never makes a value. */
const KNOWN =
  /\b(?:ernst & young|deloitte|kpmg|pricewaterhousecoopers|bdo|rsm us|grant thornton|crowe|cliftonlarsonallen|moss adams|armanino|wipfli|plante (?:&|and) moran|schellman|brightline|a-lign|coalfire|360 advanced|kirkpatrickprice|linford|barr advisory|johanson|prescient|insight assurance|sensiba|mjd advisors|ndb|is partners|keiter|frazier (?:&|and) deeter|auditwerx|baker tilly|mazars|eide bailly|marcum|aprio|withum|cherry bekaert|holtzman|boulay|dansa|advantage partners|assurancelab|accorp|geels norton|cyberguard|zeifmans)\b/i
const SUFFIX =
  /(?:\b(?:LLP|LLC|PLLC|PC|PA|CPAs?|Inc|Ltd|Limited|GmbH|AG|Co|Company|Chartered)\b|\b(?:L\.L\.P|L\.L\.C|P\.L\.L\.C|P\.?C|P\.?A|N\.V|B\.V|S\.L|S\.A|LTDA|AB|AS)\b\.?)/
const TRADE =
  /\b(?:certified public accountants?|chartered (?:professional )?accountants?|accountants?|auditors?|assurance|advisor[sy]?|advisers|associates|partners|audit|accountancy|group|consulting|attest)\b|&\s+\w+|\+\s*co\b/i
const NOT_A_FIRM =
  /^(?:to|attn|attention|dear|re)\b|\b(?:drata|vanta|secureframe|sprinto|thoropass|laika|tugboat logic|hyperproof|strike ?graph|scrut|oneleet|delve|AICPA|american institute|CPA ?verify|docusign|adobe|sincerely|yours|signature|signed|report|opinion|management|service auditor|independent|restricted|section|page \d+|confidential|licen[cs]e|permit|registration|partner\b(?!s)|principal|director|engagement|phone|fax|tel|suite|street|avenue|floor|road|blvd|boulevard|p\.?o\.? box|www\.|https?:|copyright|rights reserved)|@|\.com\b|\d{4,}/i

const PROFESSION =
  /^(?:(?:certified|chartered|licen[cs]ed|registered|statutory|public|professional|independent|service|and|&|accountants?|auditors?|accounting firm|tax advis[eo]rs|advis[eo]rs)\b[\s,]*|&\s*)+$/i

/** "Chartered Accountants & Registered Auditors": what a firm is, below its name. */
export function isProfession(text: string): boolean {
  return PROFESSION.test(text.trim()) && /\b(?:accountant|auditor|accounting)/i.test(text)
}

export function looksLikeFirm(text: string): boolean {
  const small = text
    .split(' ')
    .filter((word) => /^[a-z]{2,}/.test(word) && !/^(?:and|of|the|for|am|und|de|van)$/.test(word))
  return (
    small.length < 2 &&
    text.length > 2 &&
    text.length < 90 &&
    /^[("]?[A-Za-z0-9/]/.test(text) &&
    !NOT_A_FIRM.test(text) &&
    !isProfession(text) &&
    !/[.:;]$/.test(text.replace(/\b(?:[A-Z]\.)+$|\b(?:Co|Inc|Ltd)\.$/, ''))
  )
}

/** How much a name sounds like an audit firm. */
export function firmness(text: string): number {
  const suffix = SUFFIX.test(text) ? 4 : 0
  const trade = TRADE.test(text) ? 2 : 0
  return suffix + trade + (KNOWN.test(text) ? 3 : 0)
}

export function isKnownFirm(text: string): boolean {
  return KNOWN.test(text)
}
