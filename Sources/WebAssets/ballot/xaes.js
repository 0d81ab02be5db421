import { concat } from "./bytes.js";

/*
 * XAES-256-GCM (c2sp.org/XAES-256-GCM) without additional data: a key for AES-256-GCM from the key and half of the
 * nonce of 24 bytes. The block cipher itself is AES-CTR over zeros, which gives the cipher of its counter.
 */

const ZEROS = new Uint8Array(16);

/**
 * @param {Uint8Array} key 32 bytes @param {Uint8Array} nonce 24 bytes @param {Uint8Array} plain
 * @returns {Promise<Uint8Array>} 16 bytes longer
 */
export async function sealXAES(key, nonce, plain) {
  const derived = await derivedKey(key, nonce, "encrypt");
  return new Uint8Array(await crypto.subtle.encrypt(gcm(nonce), derived, plain));
}

/**
 * @param {Uint8Array} key 32 bytes @param {Uint8Array} nonce 24 bytes @param {Uint8Array} ciphertext
 * @returns {Promise<Uint8Array|null>} null if it does not open.
 */
export async function openXAES(key, nonce, ciphertext) {
  const derived = await derivedKey(key, nonce, "decrypt");
  try {
    return new Uint8Array(await crypto.subtle.decrypt(gcm(nonce), derived, ciphertext));
  } catch {
    return null;
  }
}

const gcm = (nonce) => ({ name: "AES-GCM", iv: nonce.subarray(12), tagLength: 128 });

/** CMAC-AES256 over one whole block, twice: the key derivation of NIST SP 800-108r1 in counter mode. */
async function derivedKey(key, nonce, usage) {
  const cipher = await crypto.subtle.importKey("raw", key, "AES-CTR", false, ["encrypt"]);
  const mask = doubled(await block(cipher, ZEROS));
  const half = async (counter) => {
    const message = concat([0x00, counter, 0x58, 0x00], nonce.subarray(0, 12));
    return block(cipher, message.map((byte, index) => byte ^ mask[index]));
  };
  const raw = concat(await half(1), await half(2));
  return crypto.subtle.importKey("raw", raw, "AES-GCM", false, [usage]);
}

async function block(cipher, counter) {
  return new Uint8Array(await crypto.subtle.encrypt({ name: "AES-CTR", counter, length: 64 }, cipher, ZEROS));
}

/** Times x in the field of 2^128 elements; the block comes from a secret key, so no branch on its first bit. */
function doubled(bytes) {
  const shifted = bytes.map((byte, index) => (byte << 1) | ((bytes[index + 1] ?? 0) >> 7));
  shifted[15] ^= 0x87 & -(bytes[0] >> 7);
  return shifted;
}
