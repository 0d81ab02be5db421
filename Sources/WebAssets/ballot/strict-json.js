import { malformed } from "./error.js";

/*
 * A JSON parser (RFC 8259) that reads one meaning or none. `JSON.parse` takes the last of two members with one name
 * and any number; other languages take the first, or round otherwise. Here both are refused, and so are a byte order
 * mark, invalid UTF-8 and lone surrogates.
 *
 * Objects become `Map`, so that no name ("__proto__") means anything to JavaScript.
 */

const MAXIMUM_DEPTH = 32;
const INTEGER = /-?(?:0|[1-9][0-9]*)/y;
const PLAIN_RUN = /[^"\\\u0000-\u001f]*/y;
const ESCAPES = { '"': '"', "\\": "\\", "/": "/", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

/**
 * @typedef {Map<string, JSONValue>|JSONValue[]|string|number|boolean|null} JSONValue
 */

/**
 * @param {Uint8Array} bytes
 * @param {string} name what the document is, for the error
 * @param {number} limit the most bytes that are looked at
 * @returns {JSONValue}
 * @throws {BallotError} `malformed`.
 */
export function parseJSON(bytes, name, limit) {
  if (bytes.length > limit) throw malformed("too-large", name, `at most ${limit} bytes`);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) throw malformed("byte-order-mark", name);
  const parser = new Parser(decodeUTF8(bytes, name), name);
  const value = parser.value(0, name);
  parser.skipSpace();
  if (parser.position !== parser.text.length) throw malformed("trailing-bytes", name);
  return value;
}

function decodeUTF8(bytes, name) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw malformed("not-utf8", name);
  }
}

class Parser {
  constructor(text, name) {
    this.text = text;
    this.name = name;
    this.position = 0;
  }

  value(depth, place) {
    if (depth >= MAXIMUM_DEPTH) throw malformed("too-deep", place);
    this.skipSpace();
    switch (this.text[this.position]) {
      case "{": return this.object(depth, place);
      case "[": return this.array(depth, place);
      case '"': return this.string();
      case "t": return this.literal("true", true);
      case "f": return this.literal("false", false);
      case "n": return this.literal("null", null);
      default: return this.integer(place);
    }
  }

  object(depth, place) {
    const members = new Map();
    this.position++;
    if (this.takeAfterSpace("}")) return members;
    do {
      this.skipSpace();
      const name = this.string();
      const path = `${place}.${name}`;
      if (members.has(name)) throw malformed("repeated-member", path);
      this.expectAfterSpace(":");
      members.set(name, this.value(depth + 1, path));
    } while (this.takeAfterSpace(","));
    this.expectAfterSpace("}");
    return members;
  }

  array(depth, place) {
    const elements = [];
    this.position++;
    if (this.takeAfterSpace("]")) return elements;
    do {
      elements.push(this.value(depth + 1, `${place}[${elements.length}]`));
    } while (this.takeAfterSpace(","));
    this.expectAfterSpace("]");
    return elements;
  }

  literal(word, value) {
    if (!this.text.startsWith(word, this.position)) throw this.syntaxError();
    this.position += word.length;
    return value;
  }

  integer(place) {
    const digits = this.match(INTEGER);
    if (digits === "") throw this.syntaxError();
    if (/[.eE]/.test(this.text[this.position] ?? "")) throw malformed("not-an-integer", place);
    const value = Number(digits);
    if (!Number.isSafeInteger(value)) throw malformed("out-of-range", place);
    return value === 0 ? 0 : value;
  }

  string() {
    if (!this.take('"')) throw this.syntaxError();
    let text = this.match(PLAIN_RUN);
    while (!this.take('"')) {
      if (!this.take("\\")) throw this.syntaxError();
      text += this.escape() + this.match(PLAIN_RUN);
    }
    return text;
  }

  escape() {
    const letter = this.text[this.position++];
    if (letter === "u") return this.unicodeEscape();
    if (!Object.hasOwn(ESCAPES, letter)) throw this.syntaxError();
    return ESCAPES[letter];
  }

  unicodeEscape() {
    const first = this.fourHexDigits();
    if (first < 0xd800 || first > 0xdfff) return String.fromCharCode(first);
    const isPair = first < 0xdc00 && this.take("\\") && this.take("u");
    const second = isPair ? this.fourHexDigits() : 0;
    if (second < 0xdc00 || second > 0xdfff) throw this.syntaxError();
    return String.fromCharCode(first, second);
  }

  fourHexDigits() {
    const digits = this.text.slice(this.position, this.position + 4);
    if (!/^[0-9A-Fa-f]{4}$/.test(digits)) throw this.syntaxError();
    this.position += 4;
    return parseInt(digits, 16);
  }

  /** What a sticky pattern matches here, perhaps nothing. */
  match(pattern) {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text)?.[0] ?? "";
    this.position += found.length;
    return found;
  }

  take(character) {
    if (this.text[this.position] !== character) return false;
    this.position++;
    return true;
  }

  takeAfterSpace(character) {
    this.skipSpace();
    return this.take(character);
  }

  expectAfterSpace(character) {
    if (!this.takeAfterSpace(character)) throw this.syntaxError();
  }

  skipSpace() {
    while (" \n\r\t".includes(this.text[this.position] ?? "-")) this.position++;
  }

  syntaxError() {
    return malformed("syntax", `${this.name}, character ${this.position}`);
  }
}
