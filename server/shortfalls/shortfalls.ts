export { proposePoints, type Proposed } from './compose'
export { shortfallPanel, vendorShortfallPanel } from './panel'
export { closeShortfall, sendShortfall, settlePoint } from './send'
export {
  findShortfall,
  listOpenShortfalls,
  listShortfalls,
  type FullShortfall,
  type Shortfall,
  type ShortfallPoint,
} from './shortfall'
export { standingOf, type PointStanding, type ShortfallStanding } from './standing'
