import { PDFParse } from 'pdf-parse'
import type { Expected } from '../facts'

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)

/** What a parser answers that looks for words anywhere in the file: the yardstick to beat. */
export async function naiveReading(
  pdf: Buffer,
): Promise<Record<string, { value: unknown; confidence: number }>> {
  const words = await wordsOf(pdf)
  const [start, end] = datesIn(words)
  const values: Partial<Expected> = {
    document: /SOC\)? ?3/.test(words)
      ? 'soc3'
      : /SOC\)? ?2/.test(words)
        ? 'soc2'
        : /business associate agreement/i.test(words)
          ? 'baa'
          : 'other',
    reportType: /type (2|ii)\b/i.test(words) ? 'type-2' : /type (1|i)\b/i.test(words) ? 'type-1' : null,
    periodStart: start ?? null,
    periodEnd: end ?? null,
    opinion: /adverse/i.test(words)
      ? 'adverse'
      : /(?<!un)qualified/i.test(words)
        ? 'qualified'
        : 'unqualified',
    categories: ['security', 'availability', 'processing integrity', 'confidentiality', 'privacy']
      .filter((name) => words.toLowerCase().includes(name))
      .map((name) => name.replace(' ', '-')),
    phi: /\bPHI\b|protected health/i.test(words) ? 'in-scope' : null,
    serviceAuditor: /^.*\b(?:LLP|LLC|CPAs|P\.C\.)/m.exec(words)?.[0].trim() ?? null,
  }
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { value, confidence: 1 }]))
}

async function wordsOf(pdf: Buffer): Promise<string> {
  const parser = new PDFParse({ data: new Uint8Array(pdf) })
  try {
    return (await parser.getText()).text
  } finally {
    await parser.destroy()
  }
}

function datesIn(words: string): string[] {
  const dates = [...words.matchAll(/\b([A-Z][a-z]+) (\d{1,2}), (\d{4})/g)].flatMap(([, month, day, year]) => {
    const index = MONTHS.indexOf(month!.toLowerCase())
    return index < 0 ? [] : [`${year}-${String(index + 1).padStart(2, '0')}-${day!.padStart(2, '0')}`]
  })
  return dates.slice(0, 2)
}
