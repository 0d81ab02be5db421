import { malformed } from "./error.js";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Map([...ALPHABET].map((character, value) => [character, value]));

/** @param {Uint8Array} bytes @returns {string} base64url without padding (RFC 4648 section 5) */
export function encodeBase64URL(bytes) {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0xffff;
    for (held += 8; held >= 6; ) text += ALPHABET[(bits >> (held -= 6)) & 0x3f];
  }
  return held > 0 ? text + ALPHABET[(bits << (6 - held)) & 0x3f] : text;
}

/**
 * Reads what `encodeBase64URL` writes and nothing else, so that no value has two spellings.
 * @param {string} text
 * @param {string} [place] of the text, for the error.
 * @returns {Uint8Array}
 * @throws {BallotError} `malformed`.
 */
export function decodeBase64URL(text, place = "base64url") {
  if (text.length % 4 === 1) throw malformed("wrong-length", place, "base64url");
  const bytes = new Uint8Array((text.length * 3) >> 2);
  let written = 0;
  let bits = 0;
  let held = 0;
  for (const character of text) {
    const value = VALUES.get(character);
    if (value === undefined) throw malformed("syntax", place, "base64url without padding");
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held >= 8) bytes[written++] = bits >> (held -= 8);
  }
  if (bits & ((1 << held) - 1)) throw malformed("not-canonical", place, "base64url");
  return bytes;
}
