export { acceptCertificate, askCertificate, giveCertificate, refuseCertificate } from './certificate'
export { addTask, closeEnding, finishTask, recordEnding } from './end'
export {
  ENDS,
  findEnding,
  findEndingOfAgreement,
  listOpenEndings,
  openTasks,
  waitingCertificate,
  type Certificate,
  type Ending,
  type FullEnding,
  type ReturnTask,
} from './ending'
export { endingPanel } from './panel'
