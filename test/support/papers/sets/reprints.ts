import { bigfirm } from '../houses/bigfirm'
import { harbor } from '../houses/harbor'
import { ledger } from '../houses/ledger'
import { nordic } from '../houses/nordic'
import { byLetters, byWordsAstray, inTurnedForms } from '../producers/reprint'
import { reportSample, type Sample } from '../sample'
import { qualified } from './companies'

/** The same papers as other programs would have drawn them. */
export const reprintSamples: Sample[] = [bigfirm, harbor, ledger, nordic]
  .filter(({ producer }) => producer === 'pdfkit')
  .flatMap((house, index) => [
    reportSample(house, 'drawn letter by letter', qualified(index + 4), {}, byLetters),
    reportSample(house, 'drawn in a wild order', qualified(index + 5), {}, byWordsAstray),
    reportSample(house, 'in turned forms', qualified(index + 6), {}, inTurnedForms),
  ])
