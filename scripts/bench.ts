import { benchList } from './benches/list'
import { benchHostile, benchReading } from './benches/reading'
import { benchReminders } from './benches/reminders'
import { benchStart } from './benches/start'

const BENCHES: Record<string, () => Promise<void>> = {
  start: benchStart,
  list: benchList,
  reading: benchReading,
  hostile: benchHostile,
  reminders: () => benchReminders(100_000, 200),
  million: () => benchReminders(1_000_000, 200),
  millionOfMany: () => benchReminders(1_000_000, 20_000),
  millionOfFew: () => benchReminders(1_000_000, 2),
}

// What takes minutes is run only when it is asked for.
const USUAL = ['start', 'list', 'reading', 'hostile', 'reminders']

void main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).stack}\n`)
  process.exit(1)
})

async function main(): Promise<void> {
  const chosen = process.argv.slice(2)
  for (const name of chosen.length > 0 ? chosen : USUAL) {
    const bench = BENCHES[name]
    if (!bench)
      throw new Error(`There is no bench named ${name}. There are: ${Object.keys(BENCHES).join(', ')}.`)
    await bench()
  }
  process.exit(0)
}
