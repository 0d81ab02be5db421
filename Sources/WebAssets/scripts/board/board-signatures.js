/* What the board signs (protocol page, "The manifest", "Opening" and "Counting"): the frozen round, the release of its
   share, the count. */

import { concat, encodeBase64URL, label, openMessage, sign, u32 } from "../../ballot/board.js";

/**
 * @param {import("./board-key.js").BoardKey} key @param {number} member
 * @param {import("../../ballot/manifest.js").Manifest} manifest
 */
export async function freezeSignature(key, member, { roundID }) {
  return { member, signature: encodeBase64URL(await sign(key.signing, concat(label("freeze"), roundID))) };
}

/**
 * The share of a board of one is the key itself: whoever gets this can open the box.
 * @param {import("./board-key.js").BoardKey} key @param {number} member
 * @param {{hash: Uint8Array}} seal of the box that was checked
 */
export async function boardShare(key, member, seal) {
  const share = key.opening.scalar;
  const signature = await sign(key.signing, openMessage(seal.hash, share));
  return { member, share: encodeBase64URL(share), signature: encodeBase64URL(signature) };
}

/**
 * The signature under the minutes: over the sealed box and what this device counted in it.
 * @param {import("./board-key.js").BoardKey} key @param {number} member @param {{hash: Uint8Array}} seal
 * @param {Array<{first: number, second: number, blank: number, invalid: number}>} tallies of all contests, in order
 */
export async function minutesSignature(key, member, seal, tallies) {
  const counts = tallies.flatMap(({ first, second, blank, invalid }) => [first, second, blank, invalid].map(u32));
  const signature = await sign(key.signing, concat(label("minutes"), seal.hash, ...counts));
  return { member, signature: encodeBase64URL(signature) };
}
