import type { Services } from '../services'

export async function sendDueLetters(services: Services): Promise<{ sent: number; failed: number }> {
  void services
  return { sent: 0, failed: 0 }
}
