import { concat, u16, utf8 } from "./bytes.js";
import { label } from "./hash.js";

/* What is signed around a relay and the device key (protocol page, version 2). Signatures are ECDSA; see keys.js. */

/**
 * What the receipt key signs once tokens are issued: this voter, with this device key.
 * @param {Uint8Array} roundID @param {string} voter @param {Uint8Array} deviceKey a point
 */
export function issuedMessage(roundID, voter, deviceKey) {
  const id = utf8(voter);
  return concat(label("issued", 2), roundID, u16(id.length), id, deviceKey);
}

/**
 * What the device key signs to hand a bundle over.
 * @param {Uint8Array} roundID @param {number} relay its place in the manifest
 * @param {number} atLeast the fewest voters that the member will be mixed with @param {Uint8Array} bundleHash
 */
export const relayMessage = (roundID, relay, atLeast, bundleHash) =>
  concat(label("relay", 2), roundID, [relay], u16(atLeast), bundleHash);

/** What a relay signs that will never send a bundle. @param {Uint8Array} roundID @param {Uint8Array} bundleHash */
export const releasedMessage = (roundID, bundleHash) => concat(label("released", 2), roundID, bundleHash);
