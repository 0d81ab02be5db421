import { decodeBase64URL } from "./base64url.js";
import { malformed } from "./error.js";
import { isPoint } from "./p256.js";
import { parseJSON } from "./strict-json.js";

const IDENTIFIER = /^[0-9A-Za-z][0-9A-Za-z._-]{0,63}$/;

/** Control and formatting characters: a right-to-left override can make a name read as another. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/u;
const SPACE_AT_AN_END = /^\p{White_Space}|\p{White_Space}$/u;

/** A JSON value being read, and the path that leads to it. Each method throws `malformed` for another kind of value. */
export class JSONReader {
  /** @param {import("./strict-json.js").JSONValue} value @param {string} place */
  constructor(value, place) {
    this.value = value;
    this.place = place;
  }

  /** @param {Uint8Array} bytes @param {string} name what the document is @param {number} limit in bytes */
  static parse(bytes, name, limit) {
    return new JSONReader(parseJSON(bytes, name, limit), name);
  }

  /** Checks for an object with every member of `required`, perhaps some of `optional`, and no other. */
  object(required, optional = []) {
    this.#require(this.value instanceof Map, "wrong-type", "an object");
    for (const name of this.value.keys()) {
      if (!required.includes(name) && !optional.includes(name)) {
        throw malformed("unknown-member", `${this.place}.${name}`);
      }
    }
    for (const name of required) this.member(name);
    return this;
  }

  /** @param {string} name @returns {JSONReader} */
  member(name) {
    const member = this.optional(name);
    if (member === null) throw malformed("missing-member", `${this.place}.${name}`);
    return member;
  }

  /** @param {string} name @returns {JSONReader|null} */
  optional(name) {
    this.#require(this.value instanceof Map, "wrong-type", "an object");
    return this.value.has(name) ? new JSONReader(this.value.get(name), `${this.place}.${name}`) : null;
  }

  /** @returns {JSONReader[]} */
  array() {
    this.#require(Array.isArray(this.value), "wrong-type", "an array");
    return this.value.map((element, index) => new JSONReader(element, `${this.place}[${index}]`));
  }

  /**
   * A list that is not empty.
   * @template T
   * @param {(reader: JSONReader) => T} read
   * @param {...string} distinct members of which no two elements share the value
   * @returns {T[]}
   */
  list(read, ...distinct) {
    const readers = this.array();
    this.#require(readers.length > 0, "wrong-value", "not empty");
    const elements = readers.map(read);
    for (const name of distinct) requireDistinct(elements.map((element) => element[name]), this.place, name);
    return elements;
  }

  /** @returns {string} */
  string() {
    this.#require(typeof this.value === "string", "wrong-type", "a string");
    return this.value;
  }

  /** One line that looks as it is stored. @param {number} [maximum] Unicode scalars @returns {string} */
  text(maximum = 300) {
    const text = this.string();
    this.#require(text !== "", "wrong-value", "not empty");
    this.#require([...text].length <= maximum, "too-large", `at most ${maximum} characters`);
    this.#require(!INVISIBLE.test(text), "wrong-value", "no control or formatting characters");
    this.#require(!SPACE_AT_AN_END.test(text), "wrong-value", "no space at either end");
    return text;
  }

  /** @returns {string} */
  identifier() {
    this.#require(IDENTIFIER.test(this.string()), "wrong-value", "1 to 64 letters, digits, '.', '-', '_'");
    return this.value;
  }

  /** @param {string[]} choices @returns {string} */
  choice(choices) {
    this.#require(choices.includes(this.string()), "wrong-value", `one of ${choices.join(", ")}`);
    return this.value;
  }

  /** @param {number} [minimum] @param {number} [maximum] @returns {number} */
  integer(minimum = 0, maximum = Number.MAX_SAFE_INTEGER) {
    this.#require(typeof this.value === "number", "wrong-type", "an integer");
    this.#require(this.value >= minimum && this.value <= maximum, "out-of-range", `${minimum} to ${maximum}`);
    return this.value;
  }

  /** Canonical base64url. @param {number} [length] how many bytes @returns {Uint8Array} */
  bytes(length) {
    const bytes = decodeBase64URL(this.string(), this.place);
    this.#require(length === undefined || bytes.length === length, "wrong-length", `${length} bytes`);
    return bytes;
  }

  /** @returns {Uint8Array} an uncompressed P-256 point */
  point() {
    const bytes = this.bytes(65);
    this.#require(isPoint(bytes), "wrong-value", "an uncompressed P-256 point");
    return bytes;
  }

  #require(holds, reason, detail) {
    if (!holds) throw malformed(reason, this.place, detail);
  }
}

/** @param {unknown[]} values byte strings are compared by content @param {string} place @param {string} [name] */
export function requireDistinct(values, place, name = "") {
  const seen = new Set();
  values.forEach((value, index) => {
    const key = value instanceof Uint8Array ? value.join() : value;
    if (seen.has(key)) throw malformed("repeated", `${place}[${index}]${name && `.${name}`}`);
    seen.add(key);
  });
}
