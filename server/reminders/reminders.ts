export { planReminders, type Planned } from './plan'
export { remindersPass } from './pass'
export { listComing, type ComingLetter } from './coming'
export { startClock } from './clock'
