/*
 * The keys on paper: eight lines of four groups. Each line says eight bytes in thirteen characters and has three more
 * by which a mistake is known, with its place: people copy such a sheet by hand, perhaps under everybody's eyes.
 *
 *     line i = Crockford(bytes 8i … 8i+7), 13 characters || the first 3 of Crockford(H(label || i || bytes))
 *     bytes  = signing scalar || opening scalar
 */

import { boardKeyOf } from "./board-key.js";
import { concat, utf8 } from "./bytes.js";
import { encodeCrockford, normalisedCrockford } from "./crockford.js";
import { sha256 } from "./hash.js";

export const LINES = 8;
const BYTES = 8;
const DIGITS = 13;
const CHECK = 3;
const GROUP = 4;
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** What the QR code says before the lines; all in the characters that QR codes write shortest. */
const HEAD = "PHIEUKIN-BOARD-KEY/1:";

/** @param {import("./board-key.js").BoardKey} key @returns {Promise<string[]>} eight lines, in fours with spaces */
export async function sheetLines({ signing, opening }) {
  const bytes = concat(signing.scalar, opening.scalar);
  const lines = Array.from({ length: LINES },
    (_, index) => line(bytes.subarray(index * BYTES, (index + 1) * BYTES), index));
  return (await Promise.all(lines)).map((text) => text.match(/.{4}/g).join(" "));
}

/** @param {string[]} lines @returns {string} what the sheet's QR code says */
export const sheetCode = (lines) => HEAD + lines.join("").replaceAll(" ", "");

async function line(bytes, index) {
  const check = await sha256(utf8("phieukin/1 board-sheet\0"), Uint8Array.of(index), bytes);
  return encodeCrockford(bytes, DIGITS) + encodeCrockford(check, CHECK);
}

/**
 * Reads what was typed from the sheet, or scanned.
 * @param {string} typed @param {string} name the member's
 * @returns {Promise<{key: import("./board-key.js").BoardKey|null, wrong: number[], missing: number}>} the lines
 *     that are mistaken, from 1, and how many characters are missing or, below zero, too many
 */
export async function readSheet(typed, name) {
  const whole = typed.trim();
  const text = normalisedCrockford((whole.startsWith(HEAD) ? whole.slice(HEAD.length) : whole).replace(/\s/g, ""));
  const width = GROUP * 4;
  const missing = LINES * width - (text?.length ?? 0);
  if (text === null || missing !== 0) return { key: null, wrong: [], missing };
  const bytes = Array.from({ length: LINES }, (_, index) => decoded(text.slice(index * width, index * width + DIGITS)));
  const right = await Promise.all(bytes.map(async (part, index) =>
    part !== null && (await line(part, index)) === text.slice(index * width, (index + 1) * width)));
  const wrong = right.flatMap((holds, index) => (holds ? [] : [index + 1]));
  if (wrong.length > 0) return { key: null, wrong, missing: 0 };
  const scalars = concat(...bytes);
  return { key: boardKeyOf(name, scalars.slice(0, 32), scalars.slice(32)), wrong: [], missing: 0 };
}

/** Eight bytes from thirteen characters, the last bit of which must be zero; null if it is not. */
function decoded(text) {
  let value = 0n;
  for (const character of text) value = (value << 5n) | BigInt(ALPHABET.indexOf(character));
  if (value & 1n) return null;
  value >>= 1n;
  return Uint8Array.from({ length: BYTES }, (_, index) => Number((value >> BigInt(8 * (BYTES - 1 - index))) & 0xffn));
}
