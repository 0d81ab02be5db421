import { concat, equal, readU32, u32 } from "./bytes.js";
import { malformed } from "./error.js";
import { merkleRoot } from "./merkle.js";
import { SLIP_LENGTH } from "./slip.js";

/**
 * Takes all boxes apart: for each contest u32 count, then its slips.
 * @param {Uint8Array} bytes @param {number} contestCount
 * @returns {Uint8Array[][]} for each contest its slips, in the box's order
 * @throws {BallotError} `malformed` for truncated boxes or trailing bytes.
 */
export function readBoxes(bytes, contestCount) {
  let offset = 0;
  const boxes = [];
  while (boxes.length < contestCount) {
    const count = bytes.length - offset >= 4 ? readU32(bytes, offset) : Infinity;
    offset += 4;
    if (bytes.length - offset < count * SLIP_LENGTH) {
      throw malformed("wrong-length", `boxes[${boxes.length}]`, "truncated");
    }
    boxes.push(Array.from({ length: count }, (_, index) => slipAt(bytes, offset + index * SLIP_LENGTH)));
    offset += count * SLIP_LENGTH;
  }
  if (offset !== bytes.length) throw malformed("trailing-bytes", "boxes");
  return boxes;
}

const slipAt = (bytes, offset) => bytes.subarray(offset, offset + SLIP_LENGTH);

/**
 * The root over all boxes.
 * @param {Uint8Array[][]} boxes
 * @returns {Promise<Uint8Array>} 32 bytes
 */
export async function boxRoot(boxes) {
  const leaves = [];
  for (const [contest, slips] of boxes.entries()) {
    leaves.push(concat(u32(contest), u32(slips.length), await merkleRoot(slips)));
  }
  return merkleRoot(leaves);
}

/** Whether a slip is in a box, byte for byte. @param {Uint8Array[]} box @param {Uint8Array} slip */
export const holdsSlip = (box, slip) => box.some((other) => equal(other, slip));
