/** One tells another, in any of the words that agreements have for it. */
export const REPORT =
  /\b(?:report|reports|reported|reporting|notify|notifies|notified|notification|notice|informs?|informed|advises?|advised|disclose to|tells?|told|alerts?|alerted|lets? [\w ]{2,30} know|make (?:[\w ]{2,30} )?aware|communicates?|contacts?|contacted|appris(?:es?|ed)|bring to the attention)\b/i
