import { generator, refusal, text } from "./support.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";
import { JSONReader } from "../../../Sources/WebAssets/ballot/json-reader.js";
import { parseJSON } from "../../../Sources/WebAssets/ballot/strict-json.js";

const parse = (source) => parseJSON(typeof source === "string" ? text(source) : source, "document", 1 << 20);
const reader = (value) => new JSONReader(value, "value");

/** As `JSON.parse` would have it. */
function plain(value) {
  if (value instanceof Map) return Object.fromEntries([...value].map(([name, member]) => [name, plain(member)]));
  return Array.isArray(value) ? value.map(plain) : value;
}

test("what it reads it reads as JSON.parse does", () => {
  for (const source of [
    "{}", "[]", ' { "a" : [ 1 , -2 , 0, true, false, null ] } ',
    '"é\\u00e9\\ud83d\\ude00\\n\\"\\\\\\/\\b\\f\\r\\t"',
    "9007199254740991", "-9007199254740991", '{"a":{"b":[[]]},"":""}', "\t\r\n 7 ", '"\u2028\u007f"',
  ]) assert.deepEqual(plain(parse(source)), JSON.parse(source), source);
  assert.ok(Object.is(parse("-0"), 0));
  assert.ok(parse('{"__proto__":1}').has("__proto__"));
});

test("what could be read in two ways is refused", () => {
  const refused = {
    "repeated-member": ['{"a":1,"a":1}', '{"a":1,"\\u0061":2}', '[{"b":{"a":1,"c":0,"a":1}}]'],
    "not-an-integer": ["1.0", "1e2", "[1E2]", "-0.5"],
    "out-of-range": ["9007199254740992", "-9007199254740992", "1".repeat(400)],
    "trailing-bytes": ["{} {}", "1 2", "01", "[],", "null\0", "nullx"],
    syntax: [
      "", " ", "+1", ".5", "-", "tru", "nul", "{", "[", '{"a"}', '{"a":}',
      "{a:1}", "[1,]", '{"a":1,}', "[1 2]", '"a',
      '"\n"', '"\\x"',
      '"\\u12"', '"\\u12g4"', '"\\ud800"', '"\\udc00"', '"\\ud800\\u0041"', '"\\ud800x"', "'a'", "NaN",
      "// a\n1", "\u00a01", '"\\',
    ],
  };
  for (const [reason, sources] of Object.entries(refused)) {
    for (const source of sources) {
      assert.throws(() => parse(source), refusal("malformed", { reason }), source);
    }
  }
});

test("bytes that are no text are refused", () => {
  const marked = Uint8Array.of(0xef, 0xbb, 0xbf, 0x31);
  assert.throws(() => parse(marked), refusal("malformed", { reason: "byte-order-mark" }));
  for (const bytes of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x82]]) {
    const source = Uint8Array.from([0x22, ...bytes, 0x22]);
    assert.throws(() => parse(source), refusal("malformed", { reason: "not-utf8" }));
  }
  assert.equal(parse('"\ufeff"'), "\ufeff");
  assert.throws(() => parseJSON(text("[1]"), "document", 2), refusal("malformed", { reason: "too-large" }));
});

test("nesting has an end", () => {
  assert.ok(parse("[".repeat(32) + "]".repeat(32)));
  assert.throws(() => parse("[".repeat(33) + "]".repeat(33)), refusal("malformed", { reason: "too-deep" }));
  assert.throws(() => parse("[".repeat(1 << 19)), refusal("malformed", { reason: "too-deep" }));
});

test("whatever is cut or changed parses as JSON.parse has it, or not at all", () => {
  const random = generator(3);
  const source = text('{"a":[1,-20,{"é":"x\\u00e9\\n"}],"b":true,"c":null,"d":"\\ud83d\\ude00"}');
  for (let run = 0; run < 20_000; run++) {
    const bytes = source.slice(0, random.below(4) ? source.length : random.below(source.length));
    if (bytes.length) bytes[random.below(bytes.length)] = random.below(256);
    let value;
    try {
      value = parse(bytes);
    } catch (error) {
      assert.equal(error.code, "malformed", error.stack);
      continue;
    }
    assert.deepEqual(plain(value), JSON.parse(Buffer.from(bytes).toString("utf8")));
  }
});

test("a reader says where and why", () => {
  const object = JSONReader.parse(text('{"a":[{"b":1}]}'), "thing", 99);
  const missing = { place: "thing.a[0].c", reason: "missing-member" };
  assert.throws(() => object.member("a").array()[0].member("c"), refusal("malformed", missing));
  assert.throws(() => object.object([]), refusal("malformed", { place: "thing.a", reason: "unknown-member" }));
  assert.throws(() => object.array(), refusal("malformed", { reason: "wrong-type" }));
  assert.throws(() => reader(1).string(), refusal("malformed", { reason: "wrong-type" }));
  assert.throws(() => reader("1").integer(), refusal("malformed", { reason: "wrong-type" }));
  assert.throws(() => reader(5).integer(6, 7), refusal("malformed", { reason: "out-of-range" }));
  assert.throws(() => reader([]).list(String), refusal("malformed", { reason: "wrong-value" }));
  assert.throws(() => reader("AAA").bytes(3), refusal("malformed", { reason: "wrong-length" }));
});

test("identifiers and texts", () => {
  for (const id of ["a", "0", "A.b-c_9", "x".repeat(64)]) assert.equal(reader(id).identifier(), id);
  for (const id of ["", "-a", ".a", "_", "é", "a b", "a/b", "x".repeat(65), "a\n"]) {
    assert.throws(() => reader(id).identifier(), refusal("malformed"), id);
  }
  for (const name of ["Đảng ủy xã Bum Tở", "x".repeat(300), "😀".repeat(300), "a\u00a0b", "\u0378"]) {
    assert.equal(reader(name).text(), name);
  }
  for (const name of [
    "", " a", "a ", "\u3000a", "a\u00a0", "a\nb", "a\u202eb", "a\u200bb", "\ue000",
    "a\u2028b", "x".repeat(301), "a\ud800",
  ]) assert.throws(() => reader(name).text(), refusal("malformed"), JSON.stringify(name));
});
