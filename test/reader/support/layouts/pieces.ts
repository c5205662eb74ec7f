import type { Told } from './told'

const TITLES: Record<string, string> = {
  CC1: 'The entity demonstrates a commitment to integrity and ethical values',
  CC2: 'The entity communicates information that supports the functioning of internal control',
  CC3: 'The entity identifies risks to the achievement of its objectives',
  CC4: 'The entity evaluates whether the components of internal control are present',
  CC5: 'The entity selects and develops control activities over technology',
  CC6: 'The entity restricts logical and physical access to protected information assets',
  CC7: 'The entity detects, monitors and responds to security events',
  CC8: 'The entity authorizes, designs, tests, approves and implements changes',
  CC9: 'The entity selects and develops activities that mitigate risk',
  A1: 'The entity maintains, monitors and evaluates processing capacity and recovery',
  C1: 'The entity identifies, maintains and disposes of confidential information',
}

export function groupTitle(id: string): string {
  return `${id} ${TITLES[id.split('.')[0]!]} to meet its objectives.`
}

export function byCriterion(told: Told[]): [string, Told[]][] {
  const ids = [...new Set(told.map((one) => one.criteria[0]!))]
  return ids.map((id) => [id, told.filter((one) => one.criteria[0] === id)])
}

export function heads(names: string[], widths: number[]): string {
  return `<thead><tr>${names.map((name, at) => `<th style="width:${widths[at]}%">${name}</th>`).join('')}</tr></thead>`
}

/** Without names the widths are those of the first row. */
export function table(names: string[], rows: string[][], widths: number[]): string {
  const head = names.length ? heads(names, widths) : ''
  const body = rows.map(
    (row, n) =>
      `<tr>${row.map((cell, at) => `<td${!head && n === 0 ? ` style="width:${widths[at]}%"` : ''}>${cell}</td>`).join('')}</tr>`,
  )
  return `<table>${head}<tbody>${body.join('')}</tbody></table>`
}

export function answered(one: Told, label: string): string {
  return one.response ? `${one.result}<br><br>${label}: ${one.response}` : one.result
}

export function without(told: Told[], truth: Told['truth']): Told[] {
  return told.filter((one) => one.truth !== truth)
}
