export { answerGap, chainOf, changesBetween, type Chain, type ChainAnswer } from './chain'
export { gapsIn, isSame, type ChainGap, type GapKind } from './gaps'
export {
  listCurrentStatements,
  listStatements,
  stateList,
  type Subcontractor,
  type SubcontractorList,
} from './list'
export { subcontractorPanel } from './panel'
