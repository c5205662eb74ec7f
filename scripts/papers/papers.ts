import { amendmentPaper, type AmendmentFacts } from './baa/amendmentPaper'
import { baaPaper } from './baa/baaPaper'
import type { BaaFacts } from './baa/facts'
import { type BridgeLetterFacts, bridgeLetterPaper } from './others/bridgeLetter'
import { type IsoCertificateFacts, isoCertificatePaper } from './others/isoCertificate'
import { type PentestFacts, pentestPaper } from './others/pentestLetter'
import * as letters from './others/plainLetters'
import { type Soc3Facts, soc3Paper } from './others/soc3'
import type { Soc2Facts } from './soc2/facts'
import { soc2Paper } from './soc2/soc2Paper'
import { typeset } from './typeset'

export type { AmendmentFacts } from './baa/amendmentPaper'
export type { BaaFacts, BaaSigner } from './baa/facts'
export type { BridgeLetterFacts } from './others/bridgeLetter'
export type { IsoCertificateFacts } from './others/isoCertificate'
export type { PentestFacts } from './others/pentestLetter'
export type { EngagementFacts, HitrustFacts, ReadinessFacts } from './others/plainLetters'
export type { Soc3Facts } from './others/soc3'
export type { PaperException, PaperSubservice, Soc2Facts } from './soc2/facts'

/** A SOC 2 report of about forty pages; control references of exceptions are those of soc2/controls.ts. */
export function makeSoc2Pdf(facts: Soc2Facts): Promise<Buffer> {
  return typeset(soc2Paper(facts))
}

export function makeBaaPdf(facts: BaaFacts): Promise<Buffer> {
  return typeset(baaPaper(facts))
}

export function makeAmendmentPdf(facts: AmendmentFacts): Promise<Buffer> {
  return typeset(amendmentPaper(facts))
}

export function makeBridgeLetterPdf(facts: BridgeLetterFacts): Promise<Buffer> {
  return typeset(bridgeLetterPaper(facts))
}

export function makeSoc3Pdf(facts: Soc3Facts): Promise<Buffer> {
  return typeset(soc3Paper(facts))
}

export function makeIsoCertificatePdf(facts: IsoCertificateFacts): Promise<Buffer> {
  return typeset(isoCertificatePaper(facts))
}

export function makePentestPdf(facts: PentestFacts): Promise<Buffer> {
  return typeset(pentestPaper(facts))
}

export function makeHitrustPdf(facts: letters.HitrustFacts): Promise<Buffer> {
  return typeset(letters.hitrustPaper(facts))
}

export function makeEngagementLetterPdf(facts: letters.EngagementFacts): Promise<Buffer> {
  return typeset(letters.engagementLetterPaper(facts))
}

export function makeReadinessPdf(facts: letters.ReadinessFacts): Promise<Buffer> {
  return typeset(letters.readinessPaper(facts))
}
