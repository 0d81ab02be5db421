import { concat, u64, utf8 } from "./bytes.js";
import { little } from "./cocktail-transcript.js";
import { sha256 } from "./hash.js";
import { compress, multiply, readCompressed } from "./p256.js";
import { openXAES, sealXAES } from "./xaes.js";

/*
 * How COCKTAIL-DKG v0.2.1 seals one participant's share to another: under a key that follows from what both agree on,
 * the sender's ephemeral and its static key each with the recipient's static one.
 */

const PREFIX = utf8("COCKTAIL-DKG-P256-SHA256-H6");

/**
 * Between whom, and in which session; points are compressed.
 * @typedef {{ephemeral: Uint8Array, sender: Uint8Array, recipient: Uint8Array, context: Uint8Array}} Parties
 */

/**
 * @param {Uint8Array} plain @param {bigint} ephemeralSecret @param {bigint} secret the sender's static key
 * @param {Parties} parties
 * @returns {Promise<Uint8Array>} 16 bytes longer
 */
export async function sealShare(plain, ephemeralSecret, secret, parties) {
  const { recipient } = parties;
  const { key, nonce } = await shareKey([ephemeralSecret, secret], [recipient, recipient], parties);
  return sealXAES(key, nonce, plain);
}

/**
 * @param {Uint8Array} ciphertext @param {bigint} secret the recipient's @param {Parties} parties
 * @returns {Promise<Uint8Array|null>} null if it does not open.
 */
export async function openSealedShare(ciphertext, secret, parties) {
  const { key, nonce } = await shareKey([secret, secret], [parties.ephemeral, parties.sender], parties);
  return openXAES(key, nonce, ciphertext);
}

/** H6 twice, since its 32 bytes are too few for a key and a nonce. */
async function shareKey(scalars, points, { ephemeral, sender, recipient, context }) {
  const agreed = scalars.map((scalar, index) => compress(multiply(scalar, readCompressed(points[index]))));
  const derive = (name) => {
    const extra = concat(sized(context), sized(utf8(name)));
    return sha256(PREFIX, ...agreed, ephemeral, sender, recipient, sized(extra));
  };
  return { key: await derive("key"), nonce: (await derive("nonce")).subarray(0, 24) };
}

const sized = (bytes) => concat(little(u64(bytes.length)), bytes);
