import type { Field, Reading } from './reading'

const NAME_WIDTH = 26

/** A reading as a short page for people. */
export function asPage(reading: Reading): string {
  const { file } = reading
  const lines = [`${file.pages} pages, ${file.text}, sha256 ${file.sha256.slice(0, 16)}…`, '']
  for (const [name, part] of Object.entries(reading)) {
    if (isField(part)) lines.push(fieldLine(name, part))
  }
  for (const [name, part] of Object.entries(reading.baa ?? {}))
    lines.push(fieldLine(name, part as Field<unknown>))
  for (const [id, { result, evidence }] of Object.entries(reading.provisions ?? {})) {
    lines.push(`${id.padEnd(NAME_WIDTH)}${result}${evidence[0] ? ` (page ${evidence[0].page})` : ''}`)
  }
  if (reading.warnings.length) lines.push('', ...reading.warnings.map((warning) => `! ${warning.message}`))
  return `${lines.join('\n')}\n`
}

function isField(part: unknown): part is Field<unknown> {
  return typeof part === 'object' && part !== null && 'status' in part && 'evidence' in part
}

function fieldLine(name: string, field: Field<unknown>): string {
  const page = field.evidence[0] ? ` (page ${field.evidence[0].page})` : ''
  const sure =
    field.value === null ? field.status : `${shown(field.value)}  [${field.status}, ${field.confidence}]`
  return `${name.padEnd(NAME_WIDTH)}${sure}${page}`
}

function shown(value: unknown): string {
  if (!Array.isArray(value)) return String(value)
  if (value.length === 0) return 'none'
  const items = value.map((item) =>
    typeof item === 'object' ? summary(item as Record<string, unknown>) : String(item),
  )
  return items.length > 6 || items.join('').length > 200
    ? `${items.length}\n${items.map((item) => `    ${item}`).join('\n')}`
    : items.join(', ')
}

function summary(item: Record<string, unknown>): string {
  const parts = [item.name, item.method ?? item.nature, item.control, item.text].filter(
    (part) => typeof part === 'string',
  )
  return (parts as string[]).join(' · ').slice(0, 160)
}
