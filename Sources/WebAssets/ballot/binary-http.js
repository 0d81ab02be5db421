import { ByteReader } from "./byte-reader.js";
import { concat, equal, utf8 } from "./bytes.js";

/*
 * Binary HTTP of known length (RFC 9292), the two messages that go through a relay and no others: a slip posted, and
 * the answer to it. There is one spelling of each, so that nothing about a message tells which device wrote it.
 */

/** What an answer is filled up to with zeros. */
const RESPONSE_LENGTH = 1_024;

const MOST_PROBLEM = 512;

/** QUIC's integer of variable length (RFC 9000 section 16), in the fewest bytes. @param {number} value < 2^30 */
function varint(value) {
  if (value < 0x40) return [value];
  if (value < 0x4000) return [0x40 | (value >>> 8), value];
  return [0x80 | (value >>> 24), value >>> 16, value >>> 8, value];
}

const sized = (bytes) => concat(varint(bytes.length), bytes);

/** A field section with the content type alone. */
const fieldsOf = (type) => sized(concat(sized(utf8("content-type")), sized(utf8(type))));

const SLIP_FIELDS = fieldsOf("application/octet-stream");
const PROBLEM_FIELDS = fieldsOf("application/problem+json");

/**
 * The request that casts a slip.
 * @param {string} authority ASCII @param {string} path @param {Uint8Array} slip
 * @returns {Uint8Array}
 */
export function slipRequest(authority, path, slip) {
  const control = ["POST", "https", authority, path].map((text) => sized(utf8(text)));
  return concat([0x00], ...control, SLIP_FIELDS, sized(slip), [0x00]);
}

/**
 * The answer to it, of 1,024 bytes.
 * @param {Uint8Array} bytes
 * @returns {{status: number, receipt: Uint8Array|null, problem: Uint8Array|null}} 64 bytes of a receipt, or the JSON
 *     of a problem
 * @throws {BallotError} `malformed` for anything but the one spelling.
 */
export function readSlipResponse(bytes) {
  const reader = new ByteReader(bytes, "response");
  if (reader.integer(1, 1) !== 0x01) reader.fail("a response of known length");
  const status = readVarint(reader, 599);
  if (status !== 200 && status < 400) reader.fail("200, or a problem's status");
  const fields = status === 200 ? SLIP_FIELDS : PROBLEM_FIELDS;
  if (!equal(reader.take(fields.length), fields)) reader.fail("the one content type of this status");
  const body = reader.take(readVarint(reader, status === 200 ? 64 : MOST_PROBLEM));
  if (status === 200 && body.length !== 64) reader.fail("a receipt of 64 bytes");
  // No trailers, then zeros.
  const rest = reader.take(RESPONSE_LENGTH - reader.offset);
  if (rest.length === 0 || rest.some((byte) => byte !== 0)) reader.fail("zeros");
  reader.end();
  return { status, receipt: status === 200 ? body : null, problem: status === 200 ? null : body };
}

function readVarint(reader, most) {
  const [first] = reader.take(1);
  const more = (1 << (first >>> 6)) - 1;
  const value = reader.take(more).reduce((sum, byte) => sum * 256 + byte, first & 0x3f);
  if (value > most || varint(value).length !== 1 + more) reader.fail(`at most ${most}, in the fewest bytes`);
  return value;
}
