import { concat, u32 } from "./bytes.js";
import { label } from "./hash.js";
import { lines } from "./json-lines.js";

/** How many voters a relay mixed, as it signed for all to see. @typedef {{relay: number, voters: number,
 *     signature: Uint8Array}} RelayStatement */

/**
 * What a relay signs once it has mixed.
 * @param {Uint8Array} closingHash @param {number} relay its place in the manifest @param {number} voters mixed
 */
export const mixedMessage = (closingHash, relay, voters) =>
  concat(label("mixed", 2), closingHash, [relay], u32(voters));

/**
 * relays.jsonl, read strictly; signatures are not looked at.
 * @param {Uint8Array} bytes @returns {RelayStatement[]}
 */
export const statementsIn = (bytes) => lines(bytes, "relays", ["relay", "voters", "signature"], (reader) => ({
  relay: reader.member("relay").integer(0, 0xff),
  voters: reader.member("voters").integer(0, 0xffff_ffff),
  signature: reader.member("signature").bytes(64),
}));
