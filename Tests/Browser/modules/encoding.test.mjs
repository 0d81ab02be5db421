import { generator, refusal } from "./support.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  concat, equal, fromInteger, readU32, shuffled, toInteger, u16, u32,
} from "../../../Sources/WebAssets/ballot/bytes.js";
import { decodeBase64URL, encodeBase64URL } from "../../../Sources/WebAssets/ballot/base64url.js";
import { encodeCrockford, grouped, normalisedCrockford } from "../../../Sources/WebAssets/ballot/crockford.js";
import { inLanes } from "../../../Sources/WebAssets/ballot/lanes.js";

test("base64url is Node's, both ways", () => {
  const random = generator(1);
  for (let length = 0; length < 300; length++) {
    const bytes = random.bytes(length);
    const text = encodeBase64URL(bytes);
    assert.equal(text, Buffer.from(bytes).toString("base64url"));
    assert.deepEqual(decodeBase64URL(text), bytes);
  }
});

test("base64url has one spelling", () => {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  let canonical = 0;
  for (const one of alphabet) {
    for (const two of alphabet) {
      try {
        assert.equal(encodeBase64URL(decodeBase64URL(one + two)), one + two);
        canonical++;
      } catch (error) {
        refusal("malformed", { reason: "not-canonical" })(error);
      }
    }
  }
  assert.equal(canonical, 256);
  for (const text of ["A", "AAAAA"]) {
    assert.throws(() => decodeBase64URL(text), refusal("malformed", { reason: "wrong-length" }));
  }
  for (const text of ["AA==", "AA+A", "AA/A", "AA A", "AAA\n", "AAAé", "AA😀"]) {
    assert.throws(() => decodeBase64URL(text), refusal("malformed"));
  }
});

test("Crockford's base32", () => {
  assert.equal(encodeCrockford(Uint8Array.of(0xff, 0x00), 4), "ZW00");
  assert.equal(encodeCrockford(Uint8Array.of(0x00, 0x44, 0x32, 0x14), 6), "012345");
  assert.equal(encodeCrockford(new Uint8Array(17).fill(0xff), 26), "Z".repeat(26));
  assert.equal(grouped("ABCDEFG", 3), "ABC-DEF-G");
  assert.equal(grouped("", 3), "");
  assert.equal(normalisedCrockford(" oO-iIlL abz9"), "001111ABZ9");
  for (const typed of ["U", "u", "É", "\u017f", "\u0131", "\u212a", "0_", "\t", "０"]) {
    assert.equal(normalisedCrockford(typed), null, typed);
  }
});

test("integers are big-endian", () => {
  assert.deepEqual([...u16(0x0102)], [1, 2]);
  assert.deepEqual([...u32(0xfffefdfc)], [0xff, 0xfe, 0xfd, 0xfc]);
  assert.equal(readU32(concat([9], u32(0xfffefdfc)).subarray(1), 0), 0xfffefdfc);
  assert.equal(toInteger(new Uint8Array(0)), 0n);
  assert.deepEqual([...fromInteger(258n, 4)], [0, 0, 1, 2]);
  assert.throws(() => fromInteger(65536n, 2), RangeError);
  assert.throws(() => fromInteger(-1n, 2), RangeError);
  const random = generator(2);
  for (let length = 1; length < 70; length++) {
    const bytes = random.bytes(length);
    assert.deepEqual(fromInteger(toInteger(bytes), length), bytes);
  }
});

test("byte strings are equal by content and length", () => {
  assert.ok(equal(Uint8Array.of(1, 2), Uint8Array.of(1, 2)));
  assert.ok(!equal(Uint8Array.of(1, 2), Uint8Array.of(1, 3)));
  assert.ok(!equal(Uint8Array.of(1, 2), Uint8Array.of(1, 2, 3)));
});

test("each order is as likely as another", () => {
  const counts = new Map();
  for (let run = 0; run < 6000; run++) {
    const order = shuffled([0, 1, 2]).join("");
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  assert.equal(counts.size, 6);
  for (const count of counts.values()) assert.ok(count > 800 && count < 1200, `${count} of 6000`);
});

test("lanes keep the order, their width, and stop at a failure", async () => {
  let [running, widest] = [0, 0];
  const work = async (item) => {
    widest = Math.max(widest, ++running);
    await new Promise((resolve) => setTimeout(resolve, (7 - item) % 3));
    running--;
    return item * 2;
  };
  assert.deepEqual(await inLanes([0, 1, 2, 3, 4, 5, 6], 3, work), [0, 2, 4, 6, 8, 10, 12]);
  assert.equal(widest, 3);
  assert.deepEqual(await inLanes([], 3, work), []);
  const begun = [];
  const failing = async (item) => {
    begun.push(item);
    await null;
    if (item === 1) throw new Error("one");
  };
  await assert.rejects(inLanes([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 2, failing), /one/);
  assert.ok(begun.length < 5);
});
