import { CLAIMS } from './support/kinds/claims'
import { LETTERS } from './support/kinds/letters'
import { LOOKALIKES } from './support/kinds/lookalikes'
import { REPORTS } from './support/kinds/reports'
import { readTyped } from './support/typedDoc'

test.each([...LETTERS, ...REPORTS, ...CLAIMS, ...LOOKALIKES])('$title: $kind', ({ kind, pages }) => {
  const { document } = readTyped(pages)
  expect(document.value).toBe(kind)
  expect(document.evidence.length).toBeGreaterThan(0)
})
