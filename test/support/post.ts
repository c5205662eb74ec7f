import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'

export type Post = Awaited<ReturnType<typeof openPost>>
export type Delivered = Email & { envelopeTo: string[] }
/**
 * A number answers each address with it; `greets` the call, `sender` whom the letter is from, `afterData` the whole letter; `thinks` takes
 * so many milliseconds over that. `saysNothing` takes the call and keeps silent.
 */
export type Mood =
  | ('accepts' | 'hangsUp' | 'hangsUpAfterData' | 'saysNothing' | 'slow' | number)
  | { greets?: number; sender?: number; afterData?: number; thinks?: number }

const SLOW_MS = 700

/** A real mail server of our own: keeps what it accepts, and can be told to misbehave. */
export async function openPost() {
  const delivered: Delivered[] = []
  let mood: Mood = 'accepts'
  let once: (() => void) | null = null
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onConnect(_session, done) {
      if (typeof mood === 'object' && mood.greets) done(refusal(mood.greets))
      else if (mood !== 'saysNothing') done()
    },
    onMailFrom(_address, _session, done) {
      if (typeof mood === 'object' && mood.sender) done(refusal(mood.sender))
      else done()
    },
    onRcptTo(_address, session, done) {
      if (mood === 'hangsUp') hangUp(session.id)
      else if (typeof mood === 'number') done(refusal(mood))
      else if (mood === 'slow') setTimeout(done, SLOW_MS)
      else done()
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => void take(Buffer.concat(chunks), session, done))
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    delivered,
    to: (address: string) => delivered.filter((mail) => mail.envelopeTo.includes(address)),
    set: (next: Mood) => void (mood = next),
    /** Done once, when the next letter is in and has not been answered yet. */
    beforeYes: (act: () => void) => void (once = act),
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  }

  async function take(
    bytes: Buffer,
    session: SMTPServerSession,
    done: (error?: Error | null) => void,
  ): Promise<void> {
    const mail = await PostalMime.parse(bytes)
    if (typeof mood === 'object' && mood.afterData) return done(refusal(mood.afterData))
    delivered.push({ ...mail, envelopeTo: session.envelope.rcptTo.map((to) => to.address) })
    once?.()
    once = null
    if (mood === 'hangsUpAfterData') hangUp(session.id)
    else if (mood === 'slow') setTimeout(done, SLOW_MS)
    else if (typeof mood === 'object' && mood.thinks) setTimeout(done, mood.thinks)
    else done()
  }

  function hangUp(id: string): void {
    for (const connection of server.connections as Set<{
      id: string
      close(): void
      _socket: { destroy(): void }
    }>) {
      if (connection.id === id) connection._socket.destroy()
    }
  }
}

function refusal(responseCode: number): Error {
  return Object.assign(new Error(responseCode < 500 ? 'Try again later' : 'No such mailbox'), {
    responseCode,
  })
}
