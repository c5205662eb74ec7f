import type { AddressInfo } from 'node:net'
import { createApp } from './app'
import { ConfigError, environmentWithFile, readConfig, type Config } from './config'
import { openServices } from './openServices'
import { givenIdentity } from './signing/seal/identity'
import { startWork } from './work'
import { isSetUp } from './accounts/accounts'
import type { Services } from './services'

const DRAIN_MS = 10_000

void main().catch((error: unknown) => {
  const plain = error instanceof ConfigError || error instanceof Error
  process.stderr.write(`${plain ? (error as Error).message : String(error)}\n`)
  if (!(error instanceof ConfigError)) process.stderr.write(`${(error as Error).stack ?? ''}\n`)
  process.exit(1)
})

async function main(): Promise<void> {
  process.umask(0o077)
  const services = await openServices(readConfig(environmentWithFile()))
  // A certificate that doesn't open should stop the start, not the first sealing.
  const { sealP12, sealP12Passphrase } = services.config
  if (sealP12) await givenIdentity(sealP12, sealP12Passphrase)
  const stopWork = startWork(services)
  const server = createApp(services).listen(services.config.port, services.config.host)
  server.requestTimeout = 300_000
  server.headersTimeout = 15_000
  server.on('error', (error: NodeJS.ErrnoException) => {
    process.stderr.write(`${sentenceFor(error, services.config)}\n`)
    process.exit(1)
  })
  server.on('listening', () => void greet(services, (server.address() as AddressInfo).port))
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void drain(server, stopWork, services))
}

async function greet({ db, config }: Services, port: number): Promise<void> {
  const address = config.baseUrl.replace(/:0$/, `:${port}`)
  process.stdout.write(`Countersign is ready: ${address}\n`)
  if (!(await isSetUp(db))) process.stdout.write(`Set up your practice here: ${address}/set-up\n`)
}

function sentenceFor(error: NodeJS.ErrnoException, config: Config): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${config.port} is taken. Stop what uses it, or start with another: PORT=3001 scripts/start`
  if (error.code === 'EACCES')
    return `This account may not use port ${config.port}. Choose one above 1024, such as PORT=3000.`
  return `The server can’t listen on ${config.host}:${config.port}: ${error.message}`
}

async function drain(
  server: { close(done: () => void): void; closeIdleConnections(): void },
  stopWork: () => Promise<void>,
  services: Services,
) {
  setTimeout(() => process.exit(0), DRAIN_MS).unref()
  const closed = new Promise<void>((resolve) => server.close(resolve))
  server.closeIdleConnections()
  await stopWork()
  await closed
  await services.db.destroy()
  process.exit(0)
}
