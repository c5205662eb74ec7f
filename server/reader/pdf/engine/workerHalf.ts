import type { Port } from './messages'

export interface WorkerHalf {
  /** The name by which the worker half of this document is called. */
  open(request: object, port: Port): string
}

type Actions = Record<string, (data: object) => unknown>

interface WorkerMessageHandler {
  setup(handler: { on(action: string, act: Actions[string]): void; send(): void }, port: Port): void
}

const NOTHING_SAID = 0

let half: WorkerMessageHandler | null = null

/** The half of pdf.js that reads files, without the half that draws them. */
export function workerHalf(): WorkerHalf {
  half ??= load()
  const handler = half
  return { open }

  function open(request: object, port: Port): string {
    const actions: Actions = {}
    handler.setup({ on: (action, act) => (actions[action] = act), send: () => undefined }, port)
    actions.configure!({ verbosity: NOTHING_SAID })
    return actions.GetDocRequest!(request) as string
  }
}

function load(): WorkerMessageHandler {
  // The legacy build replaces push by a version ten times slower, for a fault of engines that does not matter here.
  const { push } = Array.prototype
  // scripts/build.js puts it beside this file, as a script instead of a module: only scripts can be kept compiled.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { WorkerMessageHandler } = require('./pdfjsWorker.js') as {
    WorkerMessageHandler: WorkerMessageHandler
  }
  Array.prototype.push = push
  return WorkerMessageHandler
}
