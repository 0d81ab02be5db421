/*
 * The saved copy of a member of a board of several: all that opening needs where the device is lost. On paper eight
 * lines, in Swift `BoardKeyCopy`; as a file, `BoardKeyHolder`'s.
 *
 *     key's scalar || d || share || roundID, 128 bytes
 *     line i = Crockford(16 of them || the first 12 bits of H(label("copy") || u8 i || the 16)), 28 characters
 */

import { encodeBase64URL } from "./base64url.js";
import { concat, utf8 } from "./bytes.js";
import { decodeCrockford, encodeCrockford, grouped, normalisedCrockford } from "./crockford.js";
import { label, sha256 } from "./hash.js";
import { JSONReader } from "./json-reader.js";
import { isScalar } from "./p256.js";

export const COPY_LINES = 8;
const BYTES = 16;
const CHARACTERS = 28;
const FORMAT = "phieukin-board-key/2";

/** What the QR code says before the lines; all in the characters that QR codes write shortest. */
const HEAD = "PHIEUKIN-BOARD-COPY/2:";

/**
 * @typedef {object} KeyCopy
 * @property {Uint8Array} signing the scalar of the member's key @property {Uint8Array} dkg its d, a scalar
 * @property {Uint8Array} share 32 bytes @property {Uint8Array} roundID the one round that it is good for
 */

/** @param {KeyCopy} copy @returns {Promise<string[]>} eight lines, in fours with hyphens */
export async function copyLines({ signing, dkg, share, roundID }) {
  const bytes = concat(signing, dkg, share, roundID);
  const lines = Array.from({ length: COPY_LINES },
    (_, index) => line(bytes.subarray(index * BYTES, (index + 1) * BYTES), index));
  return (await Promise.all(lines)).map((text) => grouped(text, 4));
}

async function line(bytes, index) {
  const check = await sha256(label("copy", 2), Uint8Array.of(index), bytes);
  return encodeCrockford(concat(bytes, check.subarray(0, 2)), CHARACTERS);
}

/** @param {string[]} lines @returns {string} what the sheet's QR code says */
export const copyCode = (lines) => HEAD + lines.join("").replaceAll("-", "");

/**
 * Whether one line was typed as it is: how a member proves that the sheet is at hand.
 * @param {string[]} lines @param {number} index from 0 @param {string} typed
 */
export const isCopyLine = (lines, index, typed) => plain(typed) === plain(lines[index]);

/** Without anything that stands between the characters. */
const plain = (typed) => normalisedCrockford(typed.replace(/\s/g, ""));

/**
 * Reads what was typed from the sheet, or scanned.
 * @param {string} typed
 * @returns {Promise<{copy: KeyCopy|null, wrong: number[], missing: number}>} the lines that are mistaken, from 1, and
 *     how many characters are missing or, below zero, too many
 */
export async function readCopy(typed) {
  const whole = typed.trim();
  const text = plain(whole.startsWith(HEAD) ? whole.slice(HEAD.length) : whole);
  const missing = COPY_LINES * CHARACTERS - (text?.length ?? 0);
  if (text === null || missing !== 0) return { copy: null, wrong: [], missing };
  const parts = await Promise.all(Array.from({ length: COPY_LINES },
    (_, index) => bytesOf(text.slice(index * CHARACTERS, (index + 1) * CHARACTERS), index)));
  const wrong = parts.flatMap((part, index) => (part ? [] : [index + 1]));
  return { copy: wrong.length > 0 ? null : copyOf(concat(...parts)), wrong, missing: 0 };
}

async function bytesOf(text, index) {
  const bytes = decodeCrockford(text).slice(0, BYTES);
  return (await line(bytes, index)) === text ? bytes : null;
}

function copyOf(bytes) {
  const [signing, dkg, share, roundID] = [0, 32, 64, 96].map((start) => bytes.slice(start, start + 32));
  return isScalar(signing) && isScalar(dkg) && isScalar(share) ? { signing, dkg, share, roundID } : null;
}

/**
 * The same as a file, as the command line writes and reads it.
 * @param {KeyCopy & {name: string, place: number}} copy @returns {string}
 */
export function copyFile({ name, place, signing, dkg, share, roundID }) {
  const [signingKey, dkgKey, value, frozen] = [signing, dkg, share, roundID].map((bytes) => encodeBase64URL(bytes));
  return `${JSON.stringify({ format: FORMAT, name, place, signingKey, dkgKey, share: value, frozen }, null, 2)}\n`;
}

/** @param {string} text @returns {KeyCopy|null} null if it is no such file, or of no round yet */
export function readCopyFile(text) {
  try {
    const reader = JSONReader.parse(utf8(text), "board key", 64 << 10);
    const needed = ["format", "name", "place", "signingKey", "dkgKey", "share", "frozen"];
    reader.object(needed, ["board", "released"]).member("format").choice([FORMAT]);
    return copyOf(concat(...["signingKey", "dkgKey", "share", "frozen"].map((name) => reader.member(name).bytes(32))));
  } catch {
    return null;
  }
}
