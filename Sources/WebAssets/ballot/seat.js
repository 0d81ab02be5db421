/* What the page of a seat of a board of several needs of the ballot code. */

export { BoardSeat } from "./board-seat.js";
export { copyCode, copyFile, copyLines, isCopyLine, readCopy, readCopyFile } from "./key-copy.js";
export { differences } from "./count-slips.js";
export { roundCode } from "./round-code.js";
export { auditSealed } from "./sealed-audit.js";
export { sealedDocuments } from "./sealed-documents.js";
export { readSeatCode } from "./seat-client.js";
