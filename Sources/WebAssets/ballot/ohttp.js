import { concat, equal, u16, utf8 } from "./bytes.js";
import { malformed } from "./error.js";
import { hkdf } from "./hash.js";
import { sealExporting } from "./hpke.js";
import { isPoint } from "./p256.js";

/*
 * Oblivious HTTP (RFC 9458), a client's half: a request sealed to the service's gateway, the answer opened again. What
 * stands between, the relay, sees neither. DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM; see hpke.js.
 */

/** Key id 1 and DHKEM(P-256, HKDF-SHA256); then the key; then 4 bytes of one pair, HKDF-SHA256 with AES-256-GCM. */
const HEAD = concat([1], u16(0x0010));
const SUITE = concat(u16(0x0001), u16(0x0002));
const TAIL = concat(u16(SUITE.length), SUITE);

/** What every Encapsulated Request of a round begins with (section 4.1). */
const HEADER = concat(HEAD, SUITE);

const REQUEST = utf8("message/bhttp request");
const RESPONSE = utf8("message/bhttp response");
const NONCE_LENGTH = 32;

/**
 * The gateway's key from its key configuration (section 3.1), the one form that the protocol has.
 * @param {Uint8Array} bytes 74 @param {string} [place]
 * @returns {Uint8Array} a point
 * @throws {BallotError} `malformed`.
 */
export function readGatewayKey(bytes, place = "gateway") {
  const key = bytes.subarray(HEAD.length, HEAD.length + 65);
  if (!equal(bytes, concat(HEAD, key, TAIL)) || !isPoint(key)) {
    throw malformed("wrong-value", place, "key 1, a P-256 point, HKDF-SHA256 with AES-256-GCM");
  }
  return key;
}

/**
 * Seals a request (section 4.3).
 * @param {Uint8Array} request @param {Uint8Array} gatewayKey a point
 * @param {import("./keys.js").KeyPair} [ephemeral] fresh by default; given only to reproduce published vectors
 * @returns {Promise<{encapsulated: Uint8Array, answer: {enc: Uint8Array, secret: Uint8Array}}>} `answer` opens what
 *     comes back, and must be kept
 */
export async function encapsulate(request, gatewayKey, ephemeral) {
  const info = concat(REQUEST, [0x00], HEADER);
  const none = new Uint8Array(0);
  const { enc, ciphertext, exported } = await sealExporting(RESPONSE, request, gatewayKey, info, none, ephemeral);
  return { encapsulated: concat(HEADER, enc, ciphertext), answer: { enc, secret: exported } };
}

/**
 * Opens an Encapsulated Response (section 4.4).
 * @param {Uint8Array} bytes @param {{enc: Uint8Array, secret: Uint8Array}} answer of the request
 * @returns {Promise<Uint8Array|null>} null if it does not open: it answers another request, or was changed
 */
export async function openAnswer(bytes, { enc, secret }) {
  const salt = concat(enc, bytes.subarray(0, NONCE_LENGTH));
  const [raw, iv] = await Promise.all([hkdf(secret, salt, utf8("key"), 32), hkdf(secret, salt, utf8("nonce"), 12)]);
  const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["decrypt"]);
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, bytes.subarray(NONCE_LENGTH)));
  } catch {
    return null;
  }
}
