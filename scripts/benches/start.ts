import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { projectRoot } from '../../server/projectRoot'
import { pause, say, temporary } from './measuring'

export async function benchStart(): Promise<void> {
  const folder = temporary()
  const port = await freePort()
  await startProgram(folder, port).then(({ child }) => stop(child))
  const { child, milliseconds } = await startProgram(folder, port)
  say('second start to first page', `${milliseconds} ms`, 'goal ≤ 2000 ms', milliseconds <= 2000)
  await pause(4000)
  const megabytes = Math.round(residentBytes(child.pid!) / 1024 / 1024)
  say('memory idle', `${megabytes} MB`, 'goal ≤ 150 MB', megabytes <= 150)
  await stop(child)
}

async function startProgram(
  folder: string,
  port: number,
): Promise<{ child: ChildProcess; milliseconds: number }> {
  const started = Date.now()
  const env = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: folder,
    UPLOADS_DIR: path.join(folder, 'uploads'),
    LOG_LEVEL: 'silent',
  }
  const child = spawn(path.join(projectRoot, 'scripts/start'), { env, stdio: 'ignore' })
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/sign-in`).catch(() => null)
    if (answer?.ok) return { child, milliseconds: Date.now() - started }
    await pause(10)
  }
}

async function stop(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}

function residentBytes(pid: number): number {
  const children = fs
    .readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean)
  const own = Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024
  return own + children.reduce((sum, child) => sum + residentBytes(Number(child)), 0)
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
