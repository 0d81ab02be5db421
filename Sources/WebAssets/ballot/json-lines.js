import { malformed } from "./error.js";
import { JSONReader } from "./json-reader.js";

const LINE_FEED = 0x0a;

/**
 * One JSON document a line, each ended by a line feed.
 * @template T
 * @param {Uint8Array} bytes @param {string} name @param {string[]} members of each
 * @param {(reader: JSONReader) => T} read
 * @returns {T[]}
 */
export function lines(bytes, name, members, read) {
  const entries = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(LINE_FEED, start);
    if (end < 0) throw malformed("wrong-length", name, "truncated");
    const line = bytes.subarray(start, end);
    entries.push(read(JSONReader.parse(line, `${name} line ${entries.length + 1}`, line.length + 1).object(members)));
    start = end + 1;
  }
  return entries;
}
