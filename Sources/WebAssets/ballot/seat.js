/* What the page of a seat of a board of several needs of the ballot code. */

export { BoardSeat } from "./board-seat.js";
export { copyCode, copyFile, copyLines, isCopyLine, readCopy, readCopyFile } from "./key-copy.js";
export { roundCode } from "./round-code.js";
export { readSeatCode } from "./seat-client.js";
