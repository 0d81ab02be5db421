/* The words of a QR code (ISO/IEC 18004, level M): a text's bits, cut into blocks, each with its correction. */

const ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

// Table 9, level M, by version: the correction's words of each block, and how many blocks.
const CORRECTION = [
  10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
  26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
];
const BLOCKS = [
  1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16,
  17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
];

/**
 * @param {string} text
 * @returns {{version: number, words: number[]}} for the smallest version that holds it, in the order of drawing
 * @throws {RangeError} for a text that no version holds.
 */
export function wordsOf(text) {
  for (let version = 1; version <= 40; version++) {
    const room = wordCount(version) - CORRECTION[version - 1] * BLOCKS[version - 1];
    const bits = shortest(text, version);
    if (bits.length <= room * 8) return { version, words: interleaved(filled(bits, room), version) };
  }
  throw new RangeError("too long for a QR code");
}

/** How many words a version has in all: its modules without patterns and formats, in eights. */
function wordCount(version) {
  const aligned = version < 2 ? 0 : Math.floor(version / 7) + 2;
  const alignment = aligned ? (25 * aligned - 10) * aligned - 55 : 0;
  const modules = (16 * version + 128) * version + 64 - alignment - (version < 7 ? 0 : 36);
  return Math.floor(modules / 8);
}

/** An address usually ends in a code of capitals and digits, which takes less than bytes: both ways are tried. */
function shortest(text, version) {
  const tail = [...text].reverse().findIndex((letter) => !ALPHANUMERIC.includes(letter));
  const cut = tail < 0 ? 0 : text.length - tail;
  const mixed = [...byteBits(text.slice(0, cut), version), ...alphanumericBits(text.slice(cut), version)];
  const plain = byteBits(text, version);
  return mixed.length < plain.length ? mixed : plain;
}

function byteBits(text, version) {
  const bytes = [...new TextEncoder().encode(text)];
  if (bytes.length === 0) return [];
  return [...bitsOf(0b0100, 4), ...bitsOf(bytes.length, version < 10 ? 8 : 16),
    ...bytes.flatMap((byte) => bitsOf(byte, 8))];
}

function alphanumericBits(text, version) {
  if (text.length === 0) return [];
  const bits = [...bitsOf(0b0010, 4), ...bitsOf(text.length, version < 10 ? 9 : version < 27 ? 11 : 13)];
  for (let index = 0; index < text.length; index += 2) {
    const [first, second] = [...text.slice(index, index + 2)].map((letter) => ALPHANUMERIC.indexOf(letter));
    bits.push(...(second === undefined ? bitsOf(first, 6) : bitsOf(first * 45 + second, 11)));
  }
  return bits;
}

/** @returns {number[]} the number's lowest bits, most significant first */
export function bitsOf(number, count) {
  return Array.from({ length: count }, (_, index) => (number >>> (count - 1 - index)) & 1);
}

/** Bits as words, closed and filled up as the standard says. */
function filled(bits, room) {
  const closed = [...bits, ...Array(Math.min(4, room * 8 - bits.length)).fill(0)];
  while (closed.length % 8 > 0) closed.push(0);
  const words = [];
  for (let index = 0; index < closed.length; index += 8) {
    words.push(parseInt(closed.slice(index, index + 8).join(""), 2));
  }
  for (let filler = 0xec; words.length < room; filler ^= 0xec ^ 0x11) words.push(filler);
  return words;
}

function interleaved(words, version) {
  const [count, correctionLength] = [BLOCKS[version - 1], CORRECTION[version - 1]];
  const short = Math.floor(words.length / count);
  const firstLong = count - (words.length % count);
  const blocks = Array.from({ length: count }, (_, index) => {
    const start = index * short + Math.max(0, index - firstLong);
    return words.slice(start, start + short + (index < firstLong ? 0 : 1));
  });
  const divisor = divisorOf(correctionLength);
  const corrections = blocks.map((block) => remainder(block, divisor));
  return [...columns(blocks, short + 1), ...columns(corrections, correctionLength)];
}

function columns(rows, length) {
  return Array.from({ length }, (_, index) => rows.map((row) => row[index])).flat().filter((word) =>
    word !== undefined);
}

/** (x − 1)(x − 2)(x − 4)…, highest power first without its leading 1. */
function divisorOf(degree) {
  let polynomial = [...Array(degree - 1).fill(0), 1];
  for (let step = 0, root = 1; step < degree; step++, root = product(root, 2)) {
    const factor = root;
    polynomial = polynomial.map((term, index) => product(term, factor) ^ (polynomial[index + 1] ?? 0));
  }
  return polynomial;
}

/** Reed and Solomon's correction of a block. */
function remainder(block, divisor) {
  return block.reduce((rest, word) => {
    const factor = word ^ rest[0];
    return divisor.map((term, index) => (rest[index + 1] ?? 0) ^ product(term, factor));
  }, Array(divisor.length).fill(0));
}

/** In the field of 256 elements modulo x⁸ + x⁴ + x³ + x² + 1. */
function product(one, other) {
  let result = 0;
  for (let bit = 7; bit >= 0; bit--) {
    result = (result << 1) ^ ((result >>> 7) * 0x11d) ^ (((other >>> bit) & 1) * one);
  }
  return result;
}
