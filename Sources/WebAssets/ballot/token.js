import { concat, equal, toInteger, u16, utf8 } from "./bytes.js";
import { malformed } from "./error.js";
import { label, sha256 } from "./hash.js";

/* Privacy Pass tokens of type 2: publicly verifiable, blind RSA of 2048 bits (RFC 9577, RFC 9578 section 6). */

const TYPE = u16(0x0002);

/** What stands before and after the modulus in a SubjectPublicKeyInfo of RFC 9578 section 6.5. */
const SPKI_HEAD = fromHex(
  "30820152303d06092a864886f70d01010a3030a00d300b0609608648016503040202a11a301806092a864886f70d010108" +
    "300b0609608648016503040202a2030201300382010f003082010a0282010100",
);
const SPKI_TAIL = fromHex("0203010001");

/** Nk: authenticators, blinded messages and blind signatures, in bytes. */
const AUTHENTICATOR_LENGTH = 256;

/**
 * @typedef {{bytes: Uint8Array, id: Uint8Array, modulus: bigint}} TokenKey its SubjectPublicKeyInfo, token_key_id, n
 */

/**
 * Reads a token key by comparing bytes: hash identifiers with NULL parameters mean the same and are refused.
 * @param {Uint8Array} bytes @param {string} [place]
 * @returns {Promise<TokenKey>}
 * @throws {BallotError} `malformed`.
 */
export async function readTokenKey(bytes, place = "token key") {
  const end = SPKI_HEAD.length + AUTHENTICATOR_LENGTH;
  const modulus = bytes.subarray(SPKI_HEAD.length, end);
  const isKey = equal(bytes.subarray(0, SPKI_HEAD.length), SPKI_HEAD) && equal(bytes.subarray(end), SPKI_TAIL);
  if (!isKey || !(modulus[0] & 0x80) || !(modulus[AUTHENTICATOR_LENGTH - 1] & 1)) {
    throw malformed("wrong-value", place, "a token key (RFC 9578 section 6.5) of 2048 bits with e = 65537");
  }
  return { bytes, id: await sha256(bytes), modulus: toInteger(modulus) };
}

/**
 * TokenChallenge (RFC 9577 section 2.1) with the contest as its redemption context and no origin.
 * @param {string} issuerName ASCII @param {Uint8Array} context 32 bytes
 */
export function tokenChallenge(issuerName, context) {
  const name = utf8(issuerName);
  return concat(TYPE, u16(name.length), name, [context.length], context, u16(0));
}

/** Binds a token to a one-time key. @param {Uint8Array} publicKey a point @param {1|2} [version] of the protocol */
export const tokenNonce = (publicKey, version) => sha256(label("nonce", version), publicKey);

/**
 * What a token's authenticator signs.
 * @param {Uint8Array} nonce @param {Uint8Array} challengeDigest @param {Uint8Array} keyID 32 bytes each
 * @returns {Uint8Array} 98 bytes
 */
export const tokenInput = (nonce, challengeDigest, keyID) => concat(TYPE, nonce, challengeDigest, keyID);

/** @param {Uint8Array} keyID @param {Uint8Array} blinded @returns {Uint8Array} TokenRequest, 259 bytes */
export const tokenRequest = (keyID, blinded) => concat(TYPE, keyID.subarray(-1), blinded);

/**
 * What the credential key signs to ask for all tokens at once.
 * @param {Uint8Array} roundID @param {Uint8Array[]} requests in the contests' order
 * @param {Uint8Array|null} [deviceKey] a point; in version 1 devices have none
 */
export const batchMessage = async (roundID, requests, deviceKey = null) =>
  concat(label("issue", deviceKey ? 2 : 1), roundID, await sha256(...requests), deviceKey ?? []);

function fromHex(hex) {
  return Uint8Array.from(hex.match(/../g), (byte) => parseInt(byte, 16));
}
