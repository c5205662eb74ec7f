export {
  makeInviteLink,
  resendInvite,
  sendInvite,
  sendInviteWithin,
  withdrawInvite,
  withdrawSigningInvites,
  type NewInvite,
} from './asking'
export { addReceipts, finishInvite, listDelivered, sendQuietReceipts, type DeliveredFile } from './delivery'
export {
  findInvite,
  inviteStanding,
  isAlive,
  lastDayOf,
  listInvites,
  listInvitesAbout,
  listOpenInvites,
  stateOf,
  type Invite,
  type InviteState,
  type ListedInvite,
  type StoredReceipt,
} from './invite'
export { askedStep } from './nextStep'
export { doorOf, guestWall } from './guestWall'
export { closeInvite, forwardInvite, listSigningInvites, sendFetchLink } from './moving'
export { invitePanel } from './panel'
export { inviteWords } from './words'
export { shortWords, type Purpose, type PurposeKind } from './purposes'
