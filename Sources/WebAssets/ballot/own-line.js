import { equal } from "./bytes.js";
import { BallotError } from "./error.js";
import { sha256 } from "./hash.js";
import { JSONReader } from "./json-reader.js";

/* What a device makes sure of before it says that its slips were found: whose key the sealed roll has, and when. */

/** How far a seal's time may be from the clock of whoever watched the sealing, in seconds. */
const TOLERANCE = 600;

const LONGEST_LINE = 1 << 20;

/**
 * Checks that the sealed roll's one line of this voter is what this device asked for tokens with. Otherwise that line
 * and `issued` prove that somebody else voted in the voter's name.
 * @param {import("./device.js").DeviceRecord} record @param {Uint8Array} roll whole
 * @param {import("./seal.js").Seal} seal
 * @throws {BallotError} `roll` and `other-line`, alarms, the latter with `line`, null where there is none, and
 *     `issued`.
 */
export async function requireOwnLine(record, roll, { rollHash }) {
  if (!equal(await sha256(roll), rollHash)) throw new BallotError("roll", "the roll is not the one that was sealed");
  // Only lines that name this voter are read: of all others the hash is enough.
  const lines = new TextDecoder().decode(roll).split("\n").filter((line) => line.includes(`"${record.voter}"`));
  if (lines.length === 1 && (await isOwn(lines[0], record))) return;
  const facts = { line: lines.join("\n") || null, issued: record.issued };
  throw new BallotError("other-line", "the roll's line of this voter is not this device's", facts);
}

async function isOwn(line, { voter, deviceKey, signature, requestsHash }) {
  try {
    const reader = JSONReader.parse(new TextEncoder().encode(line), "roll", LONGEST_LINE)
      .object(["voter", "deviceKey", "tokenRequests", "signature"]);
    const requests = reader.member("tokenRequests").array().map((request) => request.bytes());
    return reader.member("voter").string() === voter
      && equal(reader.member("deviceKey").bytes(), deviceKey.publicKey)
      && equal(reader.member("signature").bytes(), signature)
      && equal(await sha256(...requests), requestsHash);
  } catch (error) {
    if (error.code === "malformed") return false;
    throw error;
  }
}

/**
 * @param {import("./seal.js").Seal} seal @param {number} clock seconds since 1970, when the sealing was seen
 * @throws {BallotError} `sealed-time`, with both times.
 */
export function requireOwnTime({ sealedAt }, clock) {
  if (Math.abs(sealedAt - clock) <= TOLERANCE) return;
  throw new BallotError("sealed-time", "the box bears another time than this device saw", { sealedAt, clock });
}
