import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { projectRoot } from './projectRoot'

const LOOPBACK = ['127.0.0.1', 'localhost', '::1']

const wholeNumber = (what: string, min: number, max: number) =>
  z.coerce.number({ error: what }).int(what).min(min, what).max(max, what)

const webAddress = z
  .string()
  .regex(
    /^https?:\/\/[^/\s?#]+\/?$/,
    'Give the address people use, without a path: https://countersign.example.org',
  )

const settings = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: wholeNumber('Give a port between 0 and 65535, such as 3000', 0, 65535).default(3000),
  BASE_URL: webAddress.optional(),
  ALLOW_PLAIN_HTTP: z.enum(['yes', 'no'], 'Say yes or no').default('no'),
  TRUST_PROXY: wholeNumber('Give the number of proxies in front: 0, 1 or 2', 0, 5).default(0),
  DATA_DIR: z.string().min(1).default('data'),
  UPLOADS_DIR: z.string().min(1).default('uploads'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'Give postgres://user:password@host/database, or leave it out for SQLite')
    .optional(),
  SIGN_UP: z.enum(['open', 'closed'], 'Say open or closed').default('closed'),
  SMTP_URL: z
    .string()
    .regex(
      /^smtps?:\/\/[^\s]+$/,
      'Give smtp://user:password@host:587, or leave it out to keep letters in the outbox',
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/, 'Give a sender: Countersign <desk@practice.example>')
    .default('Countersign <countersign@localhost>'),
  HEARTBEAT_URL: z
    .string()
    .regex(
      /^https?:\/\/[^\s]+$/,
      'Give the whole address that is to be asked after each pass, or leave it out',
    )
    .optional(),
  MAX_UPLOAD_MB: wholeNumber('Give a size in megabytes between 1 and 500', 1, 500).default(50),
  READER_SECONDS: wholeNumber('Give 5 to 600 seconds', 5, 600).default(30),
  READER_MEGABYTES: wholeNumber('Give 200 to 4000 megabytes', 200, 4000).default(600),
  SESSION_IDLE_MINUTES: wholeNumber('Give 5 to 720 minutes', 5, 720).default(60),
  SESSION_HOURS: wholeNumber('Give 1 to 168 hours', 1, 168).default(12),
  INVITE_DAYS: wholeNumber('Give 1 to 90 days', 1, 90).default(14),
  SEAL_P12: z.string().min(1, 'Give the path of a .p12 file, or leave it out').optional(),
  SEAL_P12_PASSPHRASE: z.string().default(''),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], 'Say error, warn, info or debug')
    .default('info'),
})

export type SettingName = keyof typeof settings.shape
export const settingNames = Object.keys(settings.shape) as SettingName[]

export interface Config {
  host: string
  port: number
  /** Scheme and host that links in letters carry; no slash at the end. */
  baseUrl: string
  /** Cookies are Secure and carry the __Host- prefix. */
  secure: boolean
  trustProxy: number
  dataDir: string
  uploadsDir: string
  databaseUrl: string | null
  signUp: 'open' | 'closed'
  smtpUrl: string | null
  mailFrom: string
  /** Asked after each reminder pass that ended well; null: nobody is. */
  heartbeatUrl: string | null
  maxUploadBytes: number
  readerSeconds: number
  readerMegabytes: number
  sessionIdleMinutes: number
  sessionHours: number
  inviteDays: number
  /** The certificate that agreements are sealed under; null: one that this desk makes for itself. */
  sealP12: string | null
  sealP12Passphrase: string
  logLevel: string
  /** Reachable from this machine alone. */
  loopback: boolean
}

/** @throws ConfigError with the name and the remedy of every wrong setting. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(settingNames.map((name) => [name, env[name] || undefined]))
  const result = settings.safeParse(given)
  if (!result.success)
    throw new ConfigError(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`))
  return settled(result.data)
}

export class ConfigError extends Error {
  constructor(readonly complaints: string[]) {
    super(`The settings are wrong.\n${complaints.map((line) => `  ${line}`).join('\n')}`)
  }
}

/** Settings of a .env file in the project's folder, under those of the environment. */
export function environmentWithFile(file = path.join(projectRoot, '.env')): NodeJS.ProcessEnv {
  if (!fs.existsSync(file)) return process.env
  const lines = fs.readFileSync(file, 'utf8').split(/\r?\n/)
  const pairs = lines.flatMap((line) => {
    const match = /^\s*([A-Z][A-Z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line)
    return match ? [[match[1]!, match[2]!.replace(/^(["'])(.*)\1$/, '$2')] as const] : []
  })
  return { ...Object.fromEntries(pairs), ...process.env }
}

function settled(given: z.infer<typeof settings>): Config {
  const loopback = LOOPBACK.includes(given.HOST)
  const baseUrl = (given.BASE_URL ?? `http://${given.HOST}:${given.PORT}`).replace(/\/$/, '')
  const secure = baseUrl.startsWith('https://')
  if (!loopback && !secure && given.ALLOW_PLAIN_HTTP === 'no') {
    throw new ConfigError([
      `HOST: ${given.HOST} is reachable from other machines without encryption. Put a TLS proxy in front and set BASE_URL=https://…, or, on a network you trust, ALLOW_PLAIN_HTTP=yes.`,
    ])
  }
  return {
    host: given.HOST,
    port: given.PORT,
    baseUrl,
    secure,
    trustProxy: given.TRUST_PROXY,
    dataDir: path.resolve(projectRoot, given.DATA_DIR),
    uploadsDir: path.resolve(projectRoot, given.UPLOADS_DIR),
    databaseUrl: given.DATABASE_URL ?? null,
    signUp: given.SIGN_UP,
    smtpUrl: given.SMTP_URL ?? null,
    mailFrom: given.MAIL_FROM,
    heartbeatUrl: given.HEARTBEAT_URL ?? null,
    maxUploadBytes: given.MAX_UPLOAD_MB * 1024 * 1024,
    readerSeconds: given.READER_SECONDS,
    readerMegabytes: given.READER_MEGABYTES,
    sessionIdleMinutes: given.SESSION_IDLE_MINUTES,
    sessionHours: given.SESSION_HOURS,
    inviteDays: given.INVITE_DAYS,
    sealP12: given.SEAL_P12 ? path.resolve(projectRoot, given.SEAL_P12) : null,
    sealP12Passphrase: given.SEAL_P12_PASSPHRASE,
    logLevel: given.LOG_LEVEL,
    loopback,
  }
}
