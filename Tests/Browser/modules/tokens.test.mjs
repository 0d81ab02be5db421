import { hex, refusal, round, b64u, vector } from "./support.mjs";
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { concat, fromInteger, toInteger } from "../../../Sources/WebAssets/ballot/bytes.js";
import { blind, encodePSS, finalize, isSignature } from "../../../Sources/WebAssets/ballot/blind-rsa.js";
import { inverse, power } from "../../../Sources/WebAssets/ballot/modular.js";
import {
  readTokenKey, tokenChallenge, tokenInput, tokenRequest,
} from "../../../Sources/WebAssets/ballot/token.js";

const sha256 = (bytes) => new Uint8Array(createHash("sha256").update(bytes).digest());

for (const given of vector("rfc9474.json")) {
  test(`RFC 9474 appendix A: ${given.name}`, async () => {
    const modulus = BigInt(given.n);
    const [message, salt, inv] = [hex(given.input_msg), hex(given.salt), BigInt(given.inv)];
    const saltLength = Number(given.sLen);
    const { blinded, unblinder } = await blind(message, modulus, salt, inverse(inv, modulus));
    assert.deepEqual(blinded, hex(given.blinded_msg));
    assert.equal(toInteger(unblinder), inv);
    assert.deepEqual(await finalize(message, hex(given.blind_sig), unblinder, modulus, saltLength), hex(given.sig));
    assert.equal(await finalize(message, hex(given.sig), unblinder, modulus, saltLength), null);
  });
}

for (const [index, given] of vector("rfc9578-type2.json").entries()) {
  test(`RFC 9578 appendix B.2: ${index + 1}`, async () => {
    const key = await readTokenKey(hex(given.pkS));
    const input = tokenInput(hex(given.nonce), sha256(hex(given.token_challenge)), key.id);
    const { blinded, unblinder } = await blind(input, key.modulus, hex(given.salt), toInteger(hex(given.blind)));
    assert.deepEqual(tokenRequest(key.id, blinded), hex(given.token_request));
    const authenticator = await finalize(input, hex(given.token_response), unblinder, key.modulus);
    assert.deepEqual(concat(input, authenticator), hex(given.token));
  });
}

test("a challenge of ours is as RFC 9577 has it", () => {
  const [first] = round.contests;
  assert.deepEqual(tokenChallenge("phieukin.example", b64u(first.contestID)), b64u(first.tokenChallenge));
});

test("token keys are compared byte for byte", async () => {
  const key = hex(vector("rfc9578-type2.json")[0].pkS);
  assert.equal((await readTokenKey(key)).modulus.toString(2).length, 2048);
  const changed = (index, change) => Uint8Array.from(key, (byte, at) => (at === index ? change(byte) : byte));
  for (let index = 0; index < key.length; index++) {
    const inModulus = index >= key.length - 261 && index < key.length - 5;
    if (inModulus) continue;
    await assert.rejects(readTokenKey(changed(index, (byte) => byte ^ 1)), refusal("malformed"), `byte ${index}`);
  }
  const [first, last] = [key.length - 261, key.length - 6];
  await assert.rejects(readTokenKey(changed(first, (byte) => byte & 0x7f)), refusal("malformed"));
  await assert.rejects(readTokenKey(changed(last, (byte) => byte & 0xfe)), refusal("malformed"));
  await assert.rejects(readTokenKey(key.subarray(0, -1)), refusal("malformed"));
  await assert.rejects(readTokenKey(concat(key, [0])), refusal("malformed"));
  await assert.rejects(readTokenKey(new Uint8Array(0)), refusal("malformed"));
});

test("a dishonest answer becomes no token", async () => {
  const given = vector("rfc9578-type2.json")[0];
  const key = await readTokenKey(hex(given.pkS));
  const input = tokenInput(hex(given.nonce), sha256(hex(given.token_challenge)), key.id);
  const { unblinder } = await blind(input, key.modulus, hex(given.salt), toInteger(hex(given.blind)));
  const honest = hex(given.token_response);
  const answers = [
    honest.subarray(1), concat(honest, [0]), new Uint8Array(0), new Uint8Array(256), new Uint8Array(256).fill(0xff),
    ...[key.modulus, key.modulus - 1n, key.modulus - toInteger(honest)].map((value) => fromInteger(value, 256)),
    Uint8Array.from(honest, (byte, index) => (index === 255 ? byte ^ 1 : byte)),
  ];
  for (const answer of answers) assert.equal(await finalize(input, answer, unblinder, key.modulus), null);
});

test("a key that shares a factor with its message is no honest key", async () => {
  const message = Uint8Array.of(1, 2, 3);
  const salt = new Uint8Array(48);
  // A modulus built around the encoded message: 3·7·… of it.
  const encoded = toInteger(await encodePSS(message, salt, 2048));
  const modulus = encoded * 3n;
  assert.equal(modulus.toString(16).length, 512);
  await assert.rejects(blind(message, modulus, salt), refusal("dishonest-key", { isAlarm: true }));
});

test("a signature must be below the modulus and have a salt of 48 bytes", async () => {
  const given = vector("rfc9474.json").find(({ name }) => name === "RSABSSA-SHA384-PSSZERO-Deterministic");
  const modulus = BigInt(given.n);
  assert.ok(await isSignature(hex(given.sig), hex(given.input_msg), modulus, 0));
  assert.ok(!(await isSignature(hex(given.sig), hex(given.input_msg), modulus)));
  const more = toInteger(hex(given.sig)) + modulus;
  if (more < 2n ** 4096n) assert.ok(!(await isSignature(fromInteger(more, 512), hex(given.input_msg), modulus, 0)));
});

test("blinding draws afresh, and undoes itself", async () => {
  const modulus = (await readTokenKey(hex(vector("rfc9578-type2.json")[1].pkS))).modulus;
  const [one, two] = [await blind(Uint8Array.of(1), modulus), await blind(Uint8Array.of(1), modulus)];
  assert.notDeepEqual(one, two);
  const salt = new Uint8Array(48);
  const { blinded, unblinder } = await blind(Uint8Array.of(1), modulus, salt);
  const undone = (toInteger(blinded) * power(toInteger(unblinder), 65537n, modulus)) % modulus;
  assert.deepEqual(fromInteger(undone, 256), await encodePSS(Uint8Array.of(1), salt, 2048));
});
