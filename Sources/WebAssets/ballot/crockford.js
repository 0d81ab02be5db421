const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LOOKALIKES = { O: "0", I: "1", L: "1" };

/**
 * Crockford's base32: no I, L, O or U, so that a code can be read aloud and typed.
 * @param {Uint8Array} bytes most significant bits first
 * @param {number} count how many characters, from the first
 * @returns {string}
 */
export function encodeCrockford(bytes, count) {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0xffff;
    for (held += 8; held >= 5; ) text += ALPHABET[(bits >> (held -= 5)) & 0x1f];
  }
  if (held > 0) text += ALPHABET[(bits << (5 - held)) & 0x1f];
  return text.slice(0, count);
}

/**
 * The bytes of characters in the alphabet; bits that make no whole byte are dropped.
 * @param {string} text @returns {Uint8Array}
 */
export function decodeCrockford(text) {
  const bytes = new Uint8Array((text.length * 5) >> 3);
  let [bits, held, written] = [0, 0, 0];
  for (const character of text) {
    bits = ((bits << 5) | ALPHABET.indexOf(character)) & 0xfff;
    held += 5;
    if (held >= 8) bytes[written++] = bits >> (held -= 8);
  }
  return bytes;
}

/** @param {string} text @param {number} size @returns {string} with a hyphen after each `size` characters */
export const grouped = (text, size) => (text.match(new RegExp(`.{1,${size}}`, "g")) ?? []).join("-");

/**
 * What a person typed, in the alphabet: case, spaces and hyphens dropped, O read as 0, I and L as 1.
 * @param {string} typed
 * @returns {string|null} null if another character is left
 */
export function normalisedCrockford(typed) {
  const plain = typed.replace(/[ -]/g, "");
  if (!/^[0-9A-Za-z]*$/.test(plain)) return null;
  const text = plain.toUpperCase().replace(/[OIL]/g, (letter) => LOOKALIKES[letter]);
  return text.includes("U") ? null : text;
}
