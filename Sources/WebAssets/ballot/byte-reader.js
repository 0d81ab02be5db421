import { malformed } from "./error.js";

/** Takes bytes apart from the front: exact lengths, nothing left over. Every refusal is `malformed`, with the place. */
export class ByteReader {
  #bytes;
  #name;
  #offset = 0;

  /** @param {Uint8Array} bytes @param {string} name what they are, for the error */
  constructor(bytes, name) {
    this.#bytes = bytes;
    this.#name = name;
  }

  /** How many bytes have been taken. */
  get offset() {
    return this.#offset;
  }

  /** The next bytes, a view of them. @param {number} length */
  take(length) {
    const end = this.#offset + length;
    if (end > this.#bytes.length) throw malformed("wrong-length", this.#name, `truncated at byte ${this.#offset}`);
    const taken = this.#bytes.subarray(this.#offset, end);
    this.#offset = end;
    return taken;
  }

  /** @param {number} count @param {number} length of each */
  list(count, length) {
    return Array.from({ length: count }, () => this.take(length));
  }

  /** An integer, the most significant byte first. @param {1|2|4|8} length @param {number} most refused beyond it */
  integer(length, most) {
    return this.#within(this.take(length), most);
  }

  /** An integer, the least significant byte first. @param {4|8} length @param {number} most refused beyond it */
  littleEndian(length, most) {
    return this.#within(this.take(length).slice().reverse(), most);
  }

  #within(bytes, most) {
    const value = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
    if (value > most) this.fail(`at most ${most}`);
    return value;
  }

  /** @param {string} expected what would have been right */
  fail(expected) {
    throw malformed("wrong-value", `${this.#name}[${this.#offset}]`, expected);
  }

  /** The end: anything that follows is refused. */
  end() {
    if (this.#offset !== this.#bytes.length) throw malformed("trailing-bytes", this.#name);
  }
}
