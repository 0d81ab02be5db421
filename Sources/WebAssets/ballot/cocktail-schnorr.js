import { concat, toInteger, utf8 } from "./bytes.js";
import { sha256 } from "./hash.js";
import {
  GENERATOR, ORDER, add, compress, encodeScalar, isSame, multiply, readCompressed, readScalar,
} from "./p256.js";

/* The Schnorr signatures of COCKTAIL-DKG v0.2.1 over P-256: R || z, 65 bytes. */

const CHALLENGE = utf8("COCKTAIL-DKG-P256-SHA256-H7");
const NONCE = utf8("COCKTAIL-DKG-P256-SHA256-NONCE");

/**
 * @param {bigint} secret @param {Uint8Array} message
 * @returns {Promise<Uint8Array>} 65 bytes, the same for the same message
 */
export async function signSchnorr(secret, message) {
  const publicKey = compress(multiply(secret, GENERATOR));
  const nonce = await hashToScalar(concat(NONCE, encodeScalar(secret), message));
  // Never met (2^−256); R would be no point, and z would give the secret away.
  if (nonce === 0n) throw new RangeError("no nonce for this message: begin again with another context");
  const commitment = compress(multiply(nonce, GENERATOR));
  const challenge = await hashToScalar(concat(CHALLENGE, commitment, publicKey, message));
  return concat(commitment, encodeScalar(nonce + challenge * secret));
}

/**
 * @param {Uint8Array} publicKey a compressed point @param {Uint8Array} signature @param {Uint8Array} message
 * @returns {Promise<boolean>} false as well for what is no key, no point or no scalar.
 */
export async function isSchnorr(publicKey, signature, message) {
  const [key, commitment] = [publicKey, signature.subarray(0, 33)].map(readCompressed);
  const response = readScalar(signature.subarray(33));
  if (key === null || commitment === null || response === null) return false;
  const challenge = await hashToScalar(concat(CHALLENGE, signature.subarray(0, 33), publicKey, message));
  return isSame(multiply(response, GENERATOR), add(commitment, multiply(challenge, key)));
}

/** 48 bytes of two hashes, modulo n. @param {Uint8Array} input @returns {Promise<bigint>} */
export async function hashToScalar(input) {
  const [first, second] = await Promise.all([sha256(Uint8Array.of(0x01), input), sha256(Uint8Array.of(0x02), input)]);
  return toInteger(concat(first, second.subarray(0, 16))) % ORDER;
}
