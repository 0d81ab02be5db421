/* What the counting board's page needs of the ballot code, besides what ballot.js names. */

export { BoardDevice } from "./board-device.js";
export {
  isKeyOfDraft, isSameKey, keyFile, makeBoardKey, memberOf, publicBoard, readKeyFile, readableKey,
} from "./board-key.js";
export { differences } from "./count-slips.js";
export { KeyKeeper } from "./key-keeper.js";
export { readSheet, sheetCode, sheetLines } from "./key-sheet.js";
export { auditSealed } from "./sealed-audit.js";
export { sealedDocuments } from "./sealed-documents.js";
