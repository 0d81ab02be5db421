/** Byte strings are `Uint8Array` everywhere; integers in them are big-endian. */

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** @param {...(Uint8Array|number[])} parts @returns {Uint8Array} */
export function concat(...parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** Whether two byte strings are the same. @param {Uint8Array} one @param {Uint8Array} other */
export function equal(one, other) {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** @param {string} text @returns {Uint8Array} its UTF-8 */
export const utf8 = (text) => new TextEncoder().encode(text);

/** @param {number} value @returns {Uint8Array} 2 bytes */
export const u16 = (value) => Uint8Array.of(value >>> 8, value);

/** @param {number} value @returns {Uint8Array} 4 bytes */
export const u32 = (value) => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);

/** @param {number} value up to 2^53 − 1 @returns {Uint8Array} 8 bytes */
export const u64 = (value) => concat(u32(Math.floor(value / 2 ** 32)), u32(value % 2 ** 32));

/** @param {Uint8Array} bytes @param {number} offset */
export const readU32 = (bytes, offset) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(offset);

/** @param {Uint8Array} bytes @returns {bigint} */
export function toInteger(bytes) {
  let hex = "0x0";
  for (const byte of bytes) hex += HEX[byte];
  return BigInt(hex);
}

/** @param {bigint} value not negative, below 256^length @param {number} length @returns {Uint8Array} */
export function fromInteger(value, length) {
  const hex = value.toString(16).padStart(length * 2, "0");
  if (value < 0n || hex.length !== length * 2) throw new RangeError(`an integer of ${length} bytes`);
  return Uint8Array.from({ length }, (_, index) => parseInt(hex.slice(index * 2, index * 2 + 2), 16));
}

/** @param {number} length @returns {Uint8Array} from the system's generator */
export const randomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));

/**
 * The same elements in random order, each order as likely as another.
 * @template T @param {T[]} elements @returns {T[]}
 */
export function shuffled(elements) {
  const order = [...elements];
  for (let left = order.length; left > 1; left--) {
    const chosen = randomBelow(left);
    [order[left - 1], order[chosen]] = [order[chosen], order[left - 1]];
  }
  return order;
}

/** By rejection: a remainder alone would prefer small numbers. */
function randomBelow(bound) {
  const fair = 2 ** 32 - (2 ** 32 % bound);
  for (;;) {
    const value = readU32(randomBytes(4), 0);
    if (value < fair) return value % bound;
  }
}
