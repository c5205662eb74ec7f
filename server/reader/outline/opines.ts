/** How an auditor begins to give an opinion; "our opinion is not modified" and "express an opinion" are none. */
export const OPINES =
  /\b(?:in\s+our\s+opinions?|it\s+is\s+our\s+opinion,?\s+that|our\s+opinion\s+is,?\s+that|we\s+are\s+of\s+the\s+opinion,?\s+that|(?:in|it\s+is)\s+the\s+opinion\s+of\s+(?:[A-Z][^,.;\n]{2,60}|the\s+(?:independent\s+)?(?:service\s+)?(?:auditors?|practitioners?)))(?=\s*[,:–—-]|\s+(?:in\s+all|based|except|because|with|the|that|and)\b)/i
