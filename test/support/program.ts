import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { projectRoot } from '../../server/projectRoot'

export interface Program {
  address: string
  /** As a power cut does it: nothing is asked, nothing is put away. */
  kill(): Promise<void>
  stop(): Promise<void>
}

/** The built server in a process of its own, as scripts/start runs it. */
export async function startProgram(settings: NodeJS.ProcessEnv): Promise<Program> {
  const child = runScript('server/index', { PORT: '0', ...settings })
  const complaints: Buffer[] = []
  child.stderr!.on('data', (chunk: Buffer) => complaints.push(chunk))
  const ended = over(child)
  const address = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout!).on('line', (line) => {
      const ready = /ready: (\S+)/.exec(line)
      if (ready) resolve(ready[1]!)
    })
    void ended.then(() => reject(new Error(`it did not start: ${Buffer.concat(complaints).toString()}`)))
  })
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  return { address, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}

/** Any program of dist/, without what the environment of the tests sets. */
export function runScript(name: string, settings: NodeJS.ProcessEnv, words: string[] = []): ChildProcess {
  const { PATH, HOME } = process.env
  const env = { PATH, HOME, LOG_LEVEL: 'error', ...settings }
  return spawn(process.execPath, [path.join(projectRoot, 'dist', `${name}.js`), ...words], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

export function over(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once('close', () => resolve()))
}
