import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** A real SMTP server on a free port that keeps what it takes in. */
export async function openMailServer() {
  const letters: (Email & { recipient: string })[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const recipient = session.envelope.rcptTo[0]?.address ?? ''
        void PostalMime.parse(Buffer.concat(chunks)).then((letter) => {
          letters.push({ ...letter, recipient })
          done()
        })
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    to: (recipient: string) => letters.filter((letter) => letter.recipient === recipient),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
