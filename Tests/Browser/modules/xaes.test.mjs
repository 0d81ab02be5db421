import { hex, text } from "./support.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";
import { openXAES, sealXAES } from "../../../Sources/WebAssets/ballot/xaes.js";

/* The first vector of c2sp.org/XAES-256-GCM; the second, whose derived key takes the other branch, without its AAD. */

const nonce = text("ABCDEFGHIJKLMNOPQRSTUVWX");
const plain = text("XAES-256-GCM");

test("the specification's vectors", async () => {
  const sealed = await sealXAES(new Uint8Array(32).fill(1), nonce, plain);
  assert.deepEqual(sealed, hex("ce546ef63c9cc60765923609b33a9a1974e96e52daf2fcf7075e2271"));
  // Additional data changes the tag alone, and there is none here.
  const other = await sealXAES(new Uint8Array(32).fill(3), nonce, plain);
  assert.deepEqual(other.subarray(0, 12), hex("986ec1832593df5443a17943"));
});

test("what is sealed opens; what is changed anywhere does not", async () => {
  const key = crypto.getRandomValues(new Uint8Array(32));
  const sealed = await sealXAES(key, nonce, plain);
  assert.deepEqual(await openXAES(key, nonce, sealed), plain);
  const flipped = (bytes, at) => bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
  for (let at = 0; at < sealed.length; at++) assert.equal(await openXAES(key, nonce, flipped(sealed, at)), null);
  for (let at = 0; at < 24; at++) assert.equal(await openXAES(key, flipped(nonce, at), sealed), null);
  for (let at = 0; at < 32; at += 5) assert.equal(await openXAES(flipped(key, at), nonce, sealed), null);
  for (const length of [0, 15, 27]) assert.equal(await openXAES(key, nonce, sealed.subarray(0, length)), null);
});
