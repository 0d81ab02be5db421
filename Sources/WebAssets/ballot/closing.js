import { concat, equal, u64 } from "./bytes.js";
import { BallotError, malformed } from "./error.js";
import { label, sha256 } from "./hash.js";
import { JSONReader } from "./json-reader.js";
import { isSigned } from "./keys.js";

/**
 * What the end of voting fixed: label("closing") || roundID || u64 closedAt || H(roll), signed by the receipt key.
 * @typedef {object} Closing
 * @property {Uint8Array} bytes
 * @property {Uint8Array} hash H of the bytes
 * @property {number} closedAt seconds since 1970
 * @property {Uint8Array} rollHash
 */

/** @param {Uint8Array} roundID @param {number} closedAt @param {Uint8Array} rollHash */
export const closingOf = (roundID, closedAt, rollHash) =>
  concat(label("closing", 2), roundID, u64(closedAt), rollHash);

/**
 * Reads closing.json and checks the signature.
 * @param {Uint8Array} bytes @param {Pick<import("./manifest.js").Manifest, "roundID"|"service">} manifest
 * @returns {Promise<Closing>}
 * @throws {BallotError} `malformed`; `closing`, an alarm.
 */
export async function readClosing(bytes, { roundID, service }) {
  const reader = JSONReader.parse(bytes, "closing", 64 << 10).object(["closing", "signature"]);
  const closing = reader.member("closing").bytes();
  const { closedAt, rollHash } = partsOf(closing, roundID);
  if (!(await isSigned(service.receiptKey, reader.member("signature").bytes(64), closing))) {
    throw new BallotError("closing", "the closing is not signed by the service's receipt key");
  }
  return { bytes: closing, hash: await sha256(closing), closedAt, rollHash };
}

function partsOf(closing, roundID) {
  const head = closingOf(roundID, 0, new Uint8Array(32)).length - 40;
  const [time, rollHash] = [closing.subarray(head, head + 8), closing.subarray(head + 8)];
  const closedAt = time.reduce((sum, byte) => sum * 256 + byte, 0);
  const isWhole = rollHash.length === 32 && Number.isSafeInteger(closedAt);
  if (!isWhole || !equal(closing, closingOf(roundID, closedAt, rollHash))) {
    throw malformed("wrong-value", "closing", "the closing of this round");
  }
  return { closedAt, rollHash };
}
