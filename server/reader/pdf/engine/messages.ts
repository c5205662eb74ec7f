/** What the two halves of pdf.js 5.4.296 say to each other; here both live in one thread and hand things over without copying them. */
export interface Message {
  sourceName: string
  targetName: string
  action?: string
  data?: unknown
  callback?: number
  callbackId?: number
  reason?: unknown
  stream?: number
  streamId?: number
  chunk?: unknown
  success?: boolean
  desiredSize?: number
}

export interface Port {
  postMessage(message: Message): void
  addEventListener(event: string, listener: (event: { data: Message }) => void): void
  removeEventListener(): void
}

interface Waiting {
  resolve: (value: unknown) => void
  reject: (reason: unknown) => void
  onChunk?: ((chunk: unknown) => void) | undefined
}

const CALLBACK = { data: 1, error: 2 }
const STREAM = { close: 3, enqueue: 4, error: 5, pull: 6, startComplete: 8 }
// Pieces are taken up at once, so this only sets how much the worker half gathers before it hands it over.
const MOST_AT_ONCE = 200

export interface Conversation {
  port: Port
  /** Tells the worker half without waiting for an answer. */
  tell(action: string): void
  ask(action: string, data: object | null): Promise<unknown>
  /** Asks for something that comes in pieces. onChunk may throw, and then the rest is let go. */
  pull(action: string, data: object, onChunk: (chunk: never) => void): Promise<void>
  /** The name by which the worker half is called. */
  partner: string
}

/** onAsked hears what the worker half asks for or tells on its own. */
export function converse(name: string, onAsked: (action: string, data: unknown) => unknown): Conversation {
  const listeners: ((event: { data: Message }) => void)[] = []
  const waiting = new Map<number, Waiting>()
  let last = 0
  const port: Port = {
    postMessage: hear,
    addEventListener: (_, listener) => listeners.push(listener),
    removeEventListener: () => undefined,
  }
  const conversation: Conversation = { port, tell, ask, pull, partner: '' }
  return conversation

  function say(message: Partial<Message>) {
    const data = { sourceName: name, targetName: conversation.partner, ...message }
    for (const listener of listeners) listener({ data })
  }

  function tell(action: string) {
    say({ action, data: null })
  }

  function ask(action: string, data: object | null): Promise<unknown> {
    return new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject })
      say({ action, data, callbackId: last })
    })
  }

  function pull(action: string, data: object, onChunk: (chunk: never) => void): Promise<void> {
    return new Promise<unknown>((resolve, reject) => {
      const streamId = ++last
      waiting.set(streamId, { resolve, reject, onChunk: onChunk as (chunk: unknown) => void })
      say({ action, data, streamId, desiredSize: MOST_AT_ONCE })
    }) as Promise<void>
  }

  function hear(message: Message) {
    if (message.stream !== undefined) hearStream(message)
    else if (message.callback !== undefined) {
      const { resolve, reject } = settled(message.callbackId!)
      if (message.callback === CALLBACK.data) resolve(message.data)
      else reject(message.reason)
    } else if (message.callbackId === undefined) void onAsked(message.action!, message.data)
    else void answer(message)
  }

  function hearStream({ stream, streamId, chunk, reason }: Message) {
    const open = waiting.get(streamId!)
    if (!open) return
    if (stream === STREAM.enqueue) {
      take(streamId!, open, chunk)
    } else if (stream === STREAM.close) {
      settled(streamId!).resolve(undefined)
    } else if (stream === STREAM.error || (stream === STREAM.startComplete && reason !== undefined)) {
      settled(streamId!).reject(reason)
    }
  }

  function take(streamId: number, open: Waiting, chunk: unknown) {
    try {
      open.onChunk?.(chunk)
      say({ stream: STREAM.pull, streamId, desiredSize: MOST_AT_ONCE })
    } catch (reason) {
      // Without a new pull the worker half stops here.
      settled(streamId).reject(reason)
    }
  }

  function settled(id: number): Waiting {
    const found = waiting.get(id)!
    waiting.delete(id)
    return found
  }

  async function answer({ action, data, callbackId, sourceName }: Message) {
    const reply = { targetName: sourceName, callbackId: callbackId! }
    try {
      say({ ...reply, callback: CALLBACK.data, data: await onAsked(action!, data) })
    } catch (reason) {
      say({ ...reply, callback: CALLBACK.error, reason })
    }
  }
}
