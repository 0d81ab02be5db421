import { concat, fromInteger, toInteger } from "./bytes.js";
import { decodeBase64URL, encodeBase64URL } from "./base64url.js";
import { ORDER, isPoint, publicPoint } from "./p256.js";

/**
 * A P-256 private key with its point.
 * @typedef {{scalar: Uint8Array, publicKey: Uint8Array}} KeyPair 32 and 65 bytes
 */

const ECDSA = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };

/** A fresh key from the device's generator. @returns {Promise<KeyPair>} */
export async function generateKeyPair() {
  const { privateKey } = await crypto.subtle.generateKey(ECDSA, true, ["sign", "verify"]);
  const { d, x, y } = await crypto.subtle.exportKey("jwk", privateKey);
  return { scalar: decodeBase64URL(d), publicKey: concat([0x04], decodeBase64URL(x), decodeBase64URL(y)) };
}

/** @param {Uint8Array} scalar from 1 to n − 1 @returns {KeyPair} */
export const keyPairOf = (scalar) => ({ scalar, publicKey: publicPoint(scalar) });

/**
 * ECDSA with SHA-256: r || s, 64 bytes, s in its lower half, as slips require and nothing else forbids.
 * @param {KeyPair} key @param {Uint8Array} message
 * @returns {Promise<Uint8Array>}
 */
export async function sign(key, message) {
  const signer = await importKeyPair(key, ECDSA, ["sign"]);
  const signature = new Uint8Array(await crypto.subtle.sign(ECDSA, signer, message));
  if (hasLowS(signature)) return signature;
  return concat(signature.subarray(0, 32), fromInteger(ORDER - toInteger(signature.subarray(32)), 32));
}

/**
 * @param {Uint8Array} publicKey a point @param {Uint8Array} signature @param {Uint8Array} message
 * @returns {Promise<boolean>} false as well for a key that is no point.
 */
export async function isSigned(publicKey, signature, message) {
  if (!isPoint(publicKey) || signature.length !== 64) return false;
  const key = await crypto.subtle.importKey("raw", publicKey, ECDSA, false, ["verify"]);
  return crypto.subtle.verify(ECDSA, key, signature, message);
}

/** Whether s ≤ (n − 1) / 2; else n − s would sign as well. @param {Uint8Array} signature 64 bytes */
export const hasLowS = (signature) => toInteger(signature.subarray(32)) <= (ORDER - 1n) / 2n;

/** The bytes of ECDH: the x of scalar·point. @param {KeyPair} key @param {Uint8Array} publicKey a point */
export async function agree(key, publicKey) {
  const algorithm = { name: "ECDH", namedCurve: "P-256" };
  const [ours, theirs] = await Promise.all([
    importKeyPair(key, algorithm, ["deriveBits"]),
    crypto.subtle.importKey("raw", publicKey, algorithm, false, []),
  ]);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, ours, 256));
}

function importKeyPair({ scalar, publicKey }, algorithm, usages) {
  const [x, y] = [publicKey.subarray(1, 33), publicKey.subarray(33)].map(encodeBase64URL);
  const jwk = { kty: "EC", crv: "P-256", d: encodeBase64URL(scalar), x, y };
  return crypto.subtle.importKey("jwk", jwk, algorithm, false, usages);
}
