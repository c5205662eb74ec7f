import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export type Post = Awaited<ReturnType<typeof openPost>>
export type Delivered = Email & { envelopeTo: string[] }

/** A real mail server of our own: keeps what it accepts, and can be told to refuse, to put off or to hang up. */
export async function openPost() {
  const delivered: Delivered[] = []
  let mood: 'accepts' | 'hangsUp' | number = 'accepts'
  let once: (() => void) | null = null
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo(_address, session, done) {
      if (mood === 'hangsUp') hangUp(session.id)
      else if (mood === 'accepts') done()
      else
        done(
          Object.assign(new Error(mood < 500 ? 'Try again later' : 'No such mailbox'), {
            responseCode: mood,
          }),
        )
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          delivered.push({ ...mail, envelopeTo: session.envelope.rcptTo.map((to) => to.address) })
          once?.()
          once = null
          done()
        })
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    delivered,
    to: (address: string) => delivered.filter((mail) => mail.envelopeTo.includes(address)),
    set: (next: typeof mood) => void (mood = next),
    /** Done once, when the next letter is in and has not been answered yet. */
    beforeYes: (act: () => void) => void (once = act),
    close: () => new Promise<void>((resolve) => server.close(resolve)),
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
