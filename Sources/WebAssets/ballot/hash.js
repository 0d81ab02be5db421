import { concat, utf8 } from "./bytes.js";

/** The protocol's `H`. @param {...Uint8Array} parts hashed as one @returns {Promise<Uint8Array>} 32 bytes */
export const sha256 = (...parts) => digest("SHA-256", parts);

/** @param {...Uint8Array} parts hashed as one @returns {Promise<Uint8Array>} 48 bytes */
export const sha384 = (...parts) => digest("SHA-384", parts);

/** @param {...Uint8Array} parts hashed as one @returns {Promise<Uint8Array>} 64 bytes */
export const sha512 = (...parts) => digest("SHA-512", parts);

async function digest(name, parts) {
  return new Uint8Array(await crypto.subtle.digest(name, parts.length === 1 ? parts[0] : concat(...parts)));
}

/**
 * HKDF (RFC 5869) with SHA-256, extract and expand in one.
 * @param {Uint8Array} material @param {Uint8Array} salt @param {Uint8Array} info @param {number} length in bytes
 * @returns {Promise<Uint8Array>}
 */
export async function hkdf(material, salt, info, length) {
  const key = await crypto.subtle.importKey("raw", material, "HKDF", false, ["deriveBits"]);
  const algorithm = { name: "HKDF", hash: "SHA-256", salt, info };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, length * 8));
}

/**
 * The protocol's domain separator: "phieukin/" and the version, a space, the word, one zero byte.
 * @param {string} word one that the protocol page lists
 * @param {1|2} [version] of the protocol; what services freeze now where none is said
 * @returns {Uint8Array}
 */
export const label = (word, version = 2) => utf8(`phieukin/${version} ${word}\0`);
