import { existsSync } from 'node:fs'
import { spawn, spawnSync } from 'node:child_process'

const MEGABYTE = 1024 * 1024

export interface Limits {
  memoryInMegabytes: number
  dataInMegabytes: number
  cpuInSeconds: number
  /** Longest time without a sign of progress. */
  silenceInSeconds: number
  allInSeconds: number
}

export const FOR_TEXT: Limits = {
  memoryInMegabytes: 700,
  dataInMegabytes: 1100,
  cpuInSeconds: 75,
  silenceInSeconds: 30,
  allInSeconds: 60,
}

/** Page images and the recogniser's workers need more of everything. */
export const FOR_OCR: Limits = {
  memoryInMegabytes: 1600,
  dataInMegabytes: 3000,
  cpuInSeconds: 4 * 3600,
  silenceInSeconds: 120,
  allInSeconds: 2 * 3600,
}

/** What the caged program was compiled under must be what it runs under. */
export const NODE_FLAGS = ['--max-old-space-size=512', ...optimisingLater()]

/** The command that runs a program under limits, as far as this machine knows them. */
export function cagedCommand(program: string): [command: string, args: string[]] {
  const wrappers = [...withoutNetwork(), ...dyingWithParent(), ...limited()]
  const [command, ...args] = [...wrappers, process.execPath, ...NODE_FLAGS, program]
  return [command!, args]
}

/** In the second that a report takes, much of what V8 optimises is never used: a fifth of the time goes. Known to Node 20 to 24. */
function optimisingLater(): string[] {
  return Number(process.versions.node.split('.')[0]) <= 24 ? ['--interrupt-budget=300000'] : []
}

/** Called when the program says that it has begun to recognise page images. */
export function raiseLimits(pid: number) {
  const prlimit = toolPath('prlimit')
  if (!prlimit) return
  const args = [
    '--pid',
    String(pid),
    `--data=${FOR_OCR.dataInMegabytes * MEGABYTE}:`,
    `--cpu=${FOR_OCR.cpuInSeconds}:`,
  ]
  spawn(prlimit, args, { stdio: 'ignore', env: {} }).on('error', () => undefined)
}

function limited(): string[] {
  const prlimit = toolPath('prlimit')
  if (!prlimit) return []
  const data = `--data=${FOR_TEXT.dataInMegabytes * MEGABYTE}:${FOR_OCR.dataInMegabytes * MEGABYTE}`
  return [
    prlimit,
    data,
    `--cpu=${FOR_TEXT.cpuInSeconds}:${FOR_OCR.cpuInSeconds}`,
    '--nofile=128',
    '--fsize=0',
    '--core=0',
  ]
}

function dyingWithParent(): string[] {
  const setpriv = toolPath('setpriv')
  return setpriv && works([setpriv, '--pdeathsig', 'KILL']) ? [setpriv, '--pdeathsig', 'KILL'] : []
}

function withoutNetwork(): string[] {
  const unshare = toolPath('unshare')
  if (!unshare) return []
  const ways = [
    [unshare, '--net'],
    [unshare, '--net', '--map-current-user'],
  ]
  return ways.find(works) ?? []
}

const known = new Map<string, boolean>()

function works(wrapper: string[]): boolean {
  const key = wrapper.join(' ')
  if (!known.has(key)) {
    const [command, ...args] = [...wrapper, '/bin/true']
    known.set(key, spawnSync(command!, args, { stdio: 'ignore', env: {}, timeout: 2000 }).status === 0)
  }
  return known.get(key)!
}

function toolPath(name: string): string | undefined {
  return ['/usr/bin', '/bin', '/usr/sbin', '/sbin']
    .map((folder) => `${folder}/${name}`)
    .find((file) => existsSync(file))
}
