import { type Block, type Paper, text } from '../../../../scripts/papers/paper'
import { tuned } from '../houses/houses'
import { type House, paperOf } from '../houses/house'
import type { Facts } from '../facts'
import { made, reportSample, type Sample } from '../sample'
import { qualified, typeOne, typeTwo } from './companies'

const { harbor, nordic, ledger, startup } = tuned

/** Traps in the words of the page as the file delivers them: the report is the same, its letters are not. */
export const wordTrapSamples: Sample[] = [
  reworded(harbor, 'D5 a footnote glued to a year', typeTwo(0), {}, (words) =>
    words.startsWith('We have prepared') ? words.replace('March 31, 2026', 'March 31, 20261') : words,
  ),
  reworded(harbor, 'D6 L6 months cut by hyphens', typeTwo(1), {}, (words) =>
    words.startsWith('We have prepared')
      ? words.replace('July 1', 'Ju-\nly 1').replace('management', 'manage-\nment')
      : words,
  ),
  reworded(harbor, 'D7 a date over two lines', typeOne(2), {}, (words) =>
    words.replace('As of December 31, 2025', 'As of December\n31, 2025'),
  ),
  reworded(harbor, 'D8 a separator lost', typeTwo(2), {}, (words) =>
    words.replace('For the Period January 1, 2025 through', 'For the Period January 1, 2025'),
  ),
  reworded(harbor, 'D10 only the end in the title', typeTwo(0), {}, (words) =>
    words.replace(/^For the Period .* through /, 'For the Period Ending '),
  ),
  reworded(harbor, 'D11 no period on the cover', typeTwo(1), {}, (words) =>
    words.startsWith('For the Period') ? 'Confidential' : words,
  ),
  reworded(startup, 'L5 ligatures and soft hyphens', qualified(2), {}, (words) =>
    words.replaceAll('fi', 'ﬁ').replaceAll('effective', 'effec\u00adtive'),
  ),
  reworded(harbor, 'L10 straight and lost apostrophes', typeTwo(3), {}, (words) =>
    words.replaceAll('’s', "'s").replace("Management's Responses", 'Managements Responses'),
  ),
  reworded(nordic, 'L11 marks of registration apart', typeTwo(1), {}, (words) =>
    words.replaceAll('SOC 2®', 'SOC 2 ®').replace('Controls 2 Report', 'Controls 2 ® Report'),
  ),
  reworded(harbor, 'L4 small capitals torn', typeTwo(2), {}, (words) =>
    words.replace(
      /^For the Period January 1, 2025 through December 31, 2025$/,
      'F OR THE P ERIOD J ANUARY 1, 2025 THROUGH D ECEMBER 31, 2025',
    ),
  ),
  reworded(
    ledger,
    'C7 C8 look-alikes of criteria',
    typeTwo(2, {
      inserts: {
        description: [
          text(
            'See table A1.2 and section C1.1 of the policy. Traffic uses HTTP/1.1, and the P1.0 series is not used. Task CC1.2.9 belongs to the CC6 Series.',
          ),
        ],
      },
    }),
    {},
    same,
  ),
  reworded(harbor, 'O15 a basis without a qualified lead', qualified(0), { opinion: undefined }, (words) =>
    words.replace(
      ' except for the matter described in the Basis for Qualified Opinion section of our report,',
      '',
    ),
  ),
  reworded(harbor, 'D9 slashed dates', typeTwo(1), {}, (words) =>
    words.replace(
      /^For the Period July 1, 2024 through June 30, 2025$/,
      'For the Period 07/01/2024 through 06/30/2025',
    ),
  ),
]

function same(words: string): string {
  return words
}

function reworded(
  house: House,
  name: string,
  facts: Facts,
  changes: Record<string, unknown>,
  change: (words: string) => string,
): Sample {
  const sample = reportSample(house, name, facts, changes)
  return { ...sample, make: () => made(house.producer, withWords(paperOf(house, facts), change)) }
}

function withWords(paper: Paper, change: (words: string) => string): Paper {
  return { ...paper, blocks: paper.blocks.map((block) => reword(block, change)) }
}

function reword(block: Block, change: (words: string) => string): Block {
  if (block.is === 'text' || block.is === 'heading') return { ...block, text: change(block.text) }
  if (block.is === 'list') return { ...block, items: block.items.map(change) }
  if (block.is === 'table') return { ...block, rows: block.rows.map((row) => row.map(change)) }
  return block
}
