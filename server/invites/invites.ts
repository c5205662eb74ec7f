export { makeInviteLink, resendInvite, sendInvite, withdrawInvite, type NewInvite } from './asking'
export { addReceipts, finishInvite, listDelivered, type DeliveredFile } from './delivery'
export {
  findInvite,
  inviteStanding,
  isAlive,
  lastDayOf,
  listInvites,
  listOpenInvites,
  stateOf,
  type Invite,
  type InviteState,
  type ListedInvite,
  type StoredReceipt,
} from './invite'
export { invitePanel } from './panel'
export { shortWords, type Purpose, type PurposeKind } from './purposes'
