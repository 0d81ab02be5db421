import { concat, fromInteger, randomBytes, toInteger, u32 } from "./bytes.js";
import { encodeBase64URL } from "./base64url.js";
import { BallotError } from "./error.js";
import { sha384 } from "./hash.js";
import { inverse, power } from "./modular.js";

/*
 * RSABSSA-SHA384-PSS-Deterministic (RFC 9474), the client's side. Names of functions are those of its section 4.
 */

const HASH_LENGTH = 48;
const SALT_LENGTH = 48;
const EXPONENT = 65537n;

/**
 * EMSA-PSS-ENCODE (RFC 8017 section 9.1.1) with SHA-384 and MGF1-SHA-384, one bit shorter than the modulus.
 * @param {Uint8Array} message @param {Uint8Array} salt @param {number} modulusBits a multiple of 8
 * @returns {Promise<Uint8Array>} as long as the modulus
 */
export async function encodePSS(message, salt, modulusBits) {
  const hash = await sha384(new Uint8Array(8), await sha384(message), salt);
  const block = new Uint8Array(modulusBits / 8 - HASH_LENGTH - 1);
  block[block.length - salt.length - 1] = 0x01;
  block.set(salt, block.length - salt.length);
  const mask = await mgf1(hash, block.length);
  const masked = block.map((byte, index) => byte ^ mask[index]);
  masked[0] &= 0x7f;
  return concat(masked, hash, [0xbc]);
}

/** RFC 8017 appendix B.2.1. */
async function mgf1(seed, length) {
  const counters = Array.from({ length: Math.ceil(length / HASH_LENGTH) }, (_, counter) => u32(counter));
  const parts = await Promise.all(counters.map((counter) => sha384(seed, counter)));
  return concat(...parts).subarray(0, length);
}

/**
 * Blind (section 4.2).
 *
 * One inversion does for both checks of the RFC: m·r is invertible only if m and r are. That either is not happens
 * with no honest key.
 * @param {Uint8Array} message @param {bigint} modulus of whole bytes, its highest bit set
 * @param {Uint8Array} [salt] @param {bigint} [factor] those of an earlier run, to repeat it.
 * @returns {Promise<{blinded: Uint8Array, unblinder: Uint8Array}>} what the signer sees, and r⁻¹, which never leaves
 * @throws {BallotError} `dishonest-key`.
 */
export async function blind(message, modulus, salt = randomBytes(SALT_LENGTH), factor = randomFactor(modulus)) {
  const length = byteLength(modulus);
  const encoded = toInteger(await encodePSS(message, salt, length * 8));
  const inverseOfBoth = inverse(encoded * factor, modulus);
  if (inverseOfBoth === null) throw new BallotError("dishonest-key", "a token key shares a factor with its message");
  return {
    blinded: fromInteger((encoded * power(factor, EXPONENT, modulus)) % modulus, length),
    unblinder: fromInteger((encoded * inverseOfBoth) % modulus, length),
  };
}

/**
 * Finalize (section 4.4).
 * @param {Uint8Array} message @param {Uint8Array} blindSignature @param {Uint8Array} unblinder
 * @param {bigint} modulus @param {number} [saltLength]
 * @returns {Promise<Uint8Array|null>} the signature, verified; null, an alarm, if the answer does not become one.
 */
export async function finalize(message, blindSignature, unblinder, modulus, saltLength = SALT_LENGTH) {
  const length = byteLength(modulus);
  if (blindSignature.length !== length || toInteger(blindSignature) >= modulus) return null;
  const signature = fromInteger((toInteger(blindSignature) * toInteger(unblinder)) % modulus, length);
  return (await isSignature(signature, message, modulus, saltLength)) ? signature : null;
}

/**
 * RSASSA-PSS-VERIFY with SHA-384 and a salt of exactly `saltLength`; by WebCrypto, so that what was computed here is
 * checked by code that was not.
 * @param {Uint8Array} signature @param {Uint8Array} message @param {bigint} modulus @param {number} [saltLength]
 * @returns {Promise<boolean>}
 */
export async function isSignature(signature, message, modulus, saltLength = SALT_LENGTH) {
  const length = byteLength(modulus);
  if (signature.length !== length || toInteger(signature) >= modulus) return false;
  const jwk = { kty: "RSA", e: "AQAB", n: encodeBase64URL(fromInteger(modulus, length)) };
  const key = await crypto.subtle.importKey("jwk", jwk, { name: "RSA-PSS", hash: "SHA-384" }, false, ["verify"]);
  return crypto.subtle.verify({ name: "RSA-PSS", saltLength }, key, signature, message);
}

/** r with 1 < r < n, by rejection; n has its highest bit set, so that two draws are enough on average. */
function randomFactor(modulus) {
  for (;;) {
    const factor = toInteger(randomBytes(byteLength(modulus)));
    if (factor > 1n && factor < modulus) return factor;
  }
}

const byteLength = (value) => Math.ceil(value.toString(16).length / 2);
