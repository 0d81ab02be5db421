import { hex, refusal, text, vector } from "./support.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";
import { encodeBase64URL } from "../../../Sources/WebAssets/ballot/base64url.js";
import { readSlipResponse, slipRequest } from "../../../Sources/WebAssets/ballot/binary-http.js";
import { MOST_SLIPS, bundleOf, makeBundle, openAnswers } from "../../../Sources/WebAssets/ballot/bundle.js";
import { concat, u16, u32 } from "../../../Sources/WebAssets/ballot/bytes.js";
import { closingOf, readClosing } from "../../../Sources/WebAssets/ballot/closing.js";
import { label, sha256 } from "../../../Sources/WebAssets/ballot/hash.js";
import { generateKeyPair, isSigned, keyPairOf } from "../../../Sources/WebAssets/ballot/keys.js";
import { encapsulate, openAnswer, readGatewayKey } from "../../../Sources/WebAssets/ballot/ohttp.js";
import { issuedMessage, relayMessage, releasedMessage } from "../../../Sources/WebAssets/ballot/relay.js";
import { mixedMessage } from "../../../Sources/WebAssets/ballot/relay-statements.js";
import { foundMessage, sealOf } from "../../../Sources/WebAssets/ballot/seal.js";
import { batchMessage } from "../../../Sources/WebAssets/ballot/token.js";
import { exportedSecret, opened, padded, respond } from "./oblivious-peer.mjs";

const parts = vector("phieukin-2-parts.json");
const [roundID, { documents, signed }] = [hex(parts.roundID), parts];
const keys = Object.fromEntries(Object.entries(parts.keys).map(([name, { scalar }]) => [name, keyPairOf(hex(scalar))]));
const path = `/api/v1/rounds/${encodeBase64URL(roundID)}/slips`;
const toHex = (bytes) => Buffer.from(bytes).toString("hex");
const flipped = (bytes, at) => bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));

// MARK: The worked parts

test("keys and the key configuration", () => {
  for (const [name, { public: publicKey }] of Object.entries(parts.keys)) {
    assert.equal(toHex(keys[name].publicKey), publicKey, name);
  }
  assert.deepEqual(readGatewayKey(hex(parts.keyConfiguration)), keys.gateway.publicKey);
});

for (const [place, given] of parts.messages.entries()) {
  test(`message ${place}: request, capsule, answer`, async () => {
    const request = slipRequest(parts.issuer, path, hex(given.slip));
    assert.equal(toHex(request), given.innerRequest);
    const ephemeral = keyPairOf(hex(given.ephemeralScalar));
    const { encapsulated, answer } = await encapsulate(request, keys.gateway.publicKey, ephemeral);
    assert.equal(toHex(encapsulated), given.encapsulatedRequest);
    assert.equal(encapsulated.length, parts.encapsulatedRequestLength);
    assert.equal(toHex(answer.secret), given.exportedSecret);
    assert.equal(toHex(answer.enc), toHex(ephemeral.publicKey));
    assert.equal(toHex(await exportedSecret(answer.enc, keys.gateway)), given.exportedSecret, "the peer's own way");
    assert.deepEqual(await opened(encapsulated, keys.gateway), request);
    const response = await openAnswer(hex(given.encapsulatedResponse), answer);
    assert.equal(toHex(response), given.innerResponse);
    const made = await respond(encapsulated, keys.gateway, response, hex(given.responseNonce));
    assert.equal(toHex(made), given.encapsulatedResponse);
    assert.equal(made.length, 1_072);
    assert.deepEqual(readSlipResponse(response), { status: 200, receipt: hex(given.receipt), problem: null });
  });
}

test("the bundle", async () => {
  const { salt, order, bytes, hash } = parts.bundle;
  const made = bundleOf(hex(salt), order.map((place) => hex(parts.messages[place].encapsulatedRequest)));
  assert.equal(toHex(made), bytes);
  assert.equal(toHex(await sha256(made)), hash);
});

test("every signed message", async () => {
  const device = keys.device.publicKey;
  const requests = documents.tokenRequests.map(hex);
  const bundleHash = hex(parts.bundle.hash);
  const closing = closingOf(roundID, documents.closedAt, await sha256(hex(documents.roll)));
  const { relay, mixed } = signed;
  const seal = await sealOf(hex(parts.seal), { version: 2, roundID, contests: parts.contestIDs });
  const messages = {
    issue: ["credential", await batchMessage(roundID, requests, device)],
    issued: ["receipt", issuedMessage(roundID, documents.voter, device)],
    closing: ["receipt", closing],
    relay: ["device", relayMessage(roundID, relay.relay, relay.atLeast, bundleHash)],
    mixed: ["relay", mixedMessage(await sha256(closing), mixed.relay, mixed.voters)],
    released: ["relay", releasedMessage(roundID, bundleHash)],
    found: ["device", foundMessage(seal)],
  };
  assert.equal(toHex(closing), parts.closing);
  for (const [name, [signer, message]] of Object.entries(messages)) {
    assert.equal(toHex(message), signed[name].message, name);
    assert.ok(await isSigned(keys[signer].publicKey, hex(signed[name].exampleSignature), message), name);
  }
});

// MARK: Closing and seal

test("the seal, and what it is over", async () => {
  const contests = parts.contestIDs;
  const manifest = { version: 2, roundID, contests };
  const bytes = hex(parts.seal);
  const seal = await sealOf(bytes, manifest);
  assert.equal(toHex(seal.hash), parts.sealHash);
  const [attendance, roll, steps] = await Promise.all(["attendance", "roll", "steps"].map((name) =>
    sha256(hex(documents[name]))));
  const { sealedAt } = documents;
  const times = { stepsHash: steps, closingHash: await sha256(hex(parts.closing)), sealedAt };
  assert.deepEqual(seal, {
    version: 2, bytes, hash: hex(parts.sealHash), boxRoot: hex(documents.boxRoot), attendanceHash: attendance,
    rollHash: roll, times,
  });
  const beyond = bytes.map((byte, at) => (at === bytes.length - 8 ? 0x20 : byte));
  const wrong = [
    [bytes.subarray(1), manifest], [bytes.subarray(0, -1), manifest], [concat(bytes, [0]), manifest],
    [beyond, manifest], [bytes, { ...manifest, version: 1 }], [bytes, { ...manifest, contests: [...contests, 0] }],
    [bytes, { ...manifest, roundID: flipped(roundID, 0) }], [bytes.subarray(0, -72), manifest],
  ];
  for (const [other, of] of wrong) await assert.rejects(sealOf(other, of), refusal("malformed"));
});

test("the contests' ids", async () => {
  for (const [index, id] of parts.contestIDs.entries()) {
    assert.equal(toHex(await sha256(label("contest", 2), roundID, u32(index))), id);
  }
});

test("closing.json", async () => {
  const manifest = { roundID, service: { receiptKey: keys.receipt.publicKey } };
  const document = (closing, signature) => text(JSON.stringify({
    closing: encodeBase64URL(closing), signature: encodeBase64URL(hex(signature)) }));
  const [bytes, signature] = [hex(parts.closing), signed.closing.exampleSignature];
  const closing = await readClosing(document(bytes, signature), manifest);
  assert.equal(closing.closedAt, documents.closedAt);
  assert.deepEqual(closing.rollHash, await sha256(hex(documents.roll)));
  assert.deepEqual(closing.hash, await sha256(bytes));
  const beyond = bytes.map((byte, at) => (at === bytes.length - 40 ? 0x20 : byte));
  const malformed = [
    bytes.subarray(1), bytes.subarray(0, -1), concat(bytes, [0]), flipped(bytes, 0), flipped(bytes, 30),
    new Uint8Array(0), beyond,
  ];
  for (const wrong of malformed) {
    await assert.rejects(readClosing(document(wrong, signature), manifest), refusal("malformed"));
  }
  const time = flipped(bytes, bytes.length - 33);
  for (const other of [time, flipped(bytes, bytes.length - 1)]) {
    await assert.rejects(readClosing(document(other, signature), manifest), refusal("closing"));
  }
  await assert.rejects(readClosing(document(bytes, signed.issued.exampleSignature), manifest), refusal("closing"));
});

// MARK: Binary HTTP

const receipt = new Uint8Array(64).fill(7);
const octets = concat([0x26, 0x0c], text("content-type"), [0x18], text("application/octet-stream"));
const json = concat([0x26, 0x0c], text("content-type"), [0x18], text("application/problem+json"));

test("a slip's request of another length counts its bytes in the fewest", () => {
  const request = (slip) => slipRequest("a.vn", "/p", slip);
  const head = concat([0, 4], text("POST"), [5], text("https"), [4], text("a.vn"), [2], text("/p"), octets);
  assert.deepEqual(request(new Uint8Array(63)), concat(head, [63], new Uint8Array(64)));
  assert.deepEqual(request(new Uint8Array(64)), concat(head, [0x40, 64], new Uint8Array(65)));
  assert.deepEqual(request(new Uint8Array(16_383)), concat(head, [0x7f, 0xff], new Uint8Array(16_384)));
  assert.deepEqual(request(new Uint8Array(16_384)), concat(head, [0x80, 0, 0x40, 0], new Uint8Array(16_385)));
});

test("answers: a receipt, or a problem of its own status", () => {
  const good = padded([1, 0x40, 0xc8], octets, [0x40, 0x40], receipt, [0]);
  assert.deepEqual(readSlipResponse(good), { status: 200, receipt, problem: null });
  const body = text('{"code":"slip-token"}');
  const problem = padded([1, 0x41, 0xa6], json, [body.length], body, [0]);
  assert.deepEqual(readSlipResponse(problem), { status: 422, receipt: null, problem: body });
  const longest = padded([1, 0x41, 0xf7], json, [0x42, 0], new Uint8Array(512).fill(32), [0]);
  assert.equal(readSlipResponse(longest).problem.length, 512);
});

test("answers that are spelt otherwise", () => {
  const body = text("{}");
  const wrong = {
    request: padded([0, 0x40, 0xc8], octets, [0x40, 0x40], receipt, [0]),
    "indeterminate length": padded([3, 0x40, 0xc8], octets, [0x40, 0x40], receipt, [0]),
    "an informational answer first": padded([1, 0x40, 0x66, 0, 0x40, 0xc8], octets, [0x40, 0x40], receipt, [0]),
    "another success": padded([1, 0x40, 0xc9], octets, [0x40, 0x40], receipt, [0]),
    "a redirection": padded([1, 0x41, 0x2e], json, [2], body, [0]),
    "status 600": padded([1, 0x42, 0x58], json, [2], body, [0]),
    "a status in four bytes": padded([1, 0x80, 0, 0, 0xc8], octets, [0x40, 0x40], receipt, [0]),
    "a receipt as a problem": padded([1, 0x41, 0xa6], octets, [0x40, 0x40], receipt, [0]),
    "a problem as a receipt": padded([1, 0x40, 0xc8], json, [0x40, 0x40], receipt, [0]),
    "no fields": padded([1, 0x40, 0xc8, 0, 0x40, 0x40], receipt, [0]),
    "a second field": padded([1, 0x40, 0xc8, 0x29], octets.subarray(1), [1, 97, 0], [0x40, 0x40], receipt, [0]),
    "a receipt too short": padded([1, 0x40, 0xc8], octets, [63], receipt.subarray(1), [0]),
    "a receipt too long": padded([1, 0x40, 0xc8], octets, [0x40, 65], receipt, [1, 0]),
    "a length not in the fewest bytes": padded([1, 0x41, 0xa6], json, [0x40, 2], body, [0]),
    "a problem too long": padded([1, 0x41, 0xa6], json, [0x42, 1], new Uint8Array(513), [0]),
    trailers: padded([1, 0x40, 0xc8], octets, [0x40, 0x40], receipt, [3, 1, 97, 0]),
    "something in the padding": flipped(padded([1, 0x40, 0xc8], octets, [0x40, 0x40], receipt, [0]), 1_023),
    "a byte too few": padded([1, 0x40, 0xc8], octets, [0x40, 0x40], receipt, [0]).subarray(1),
    "no padding": concat([1, 0x40, 0xc8], octets, [0x40, 0x40], receipt, [0]),
    "a byte too many": concat(padded([1, 0x40, 0xc8], octets, [0x40, 0x40], receipt, [0]), [0]),
    nothing: new Uint8Array(0),
  };
  for (const [name, bytes] of Object.entries(wrong)) {
    assert.throws(() => readSlipResponse(bytes), refusal("malformed"), name);
  }
});

// MARK: Oblivious HTTP

test("key configurations that are another's", () => {
  const good = hex(parts.keyConfiguration);
  const wrong = [good.subarray(1), concat(good, [0]), concat(good.subarray(0, 74), hex("00010001")), new Uint8Array(0),
    concat(u16(74), good)];
  // Key id, KEM, first byte of the point, the point, length of the suites, KDF, AEAD.
  for (const at of [0, 2, 3, 60, 69, 71, 73]) wrong.push(flipped(good, at));
  const wanted = refusal("malformed", { reason: "wrong-value" });
  for (const bytes of wrong) assert.throws(() => readGatewayKey(bytes), wanted);
});

test("an answer opens for its own request, unchanged, and for no other", async () => {
  const gateway = await generateKeyPair();
  const [one, other] = await Promise.all([0, 0].map(() => encapsulate(text("a"), gateway.publicKey)));
  assert.notDeepEqual(one.encapsulated, other.encapsulated);
  const response = await respond(one.encapsulated, gateway, text("answer"));
  assert.deepEqual(await openAnswer(response, one.answer), text("answer"));
  assert.equal(await openAnswer(response, other.answer), null);
  for (let at = 0; at < response.length; at++) assert.equal(await openAnswer(flipped(response, at), one.answer), null);
  for (const length of [0, 31, 32, 47, response.length - 1]) {
    assert.equal(await openAnswer(response.subarray(0, length), one.answer), null);
  }
  assert.equal(await opened(one.encapsulated, await generateKeyPair()), null);
});

// MARK: Bundles

const manifest = { roundID, issuerName: parts.issuer };
const slips = Array.from({ length: 24 }, (_, place) => new Uint8Array(473).fill(place));

/** A bundle taken apart, as a relay does. */
function requestsOf(bytes) {
  const count = (bytes[32] << 8) | bytes[33];
  const requests = [];
  for (let offset = 34; offset < bytes.length; offset += 2 + requests.at(-1).length) {
    requests.push(bytes.subarray(offset + 2, offset + 2 + ((bytes[offset] << 8) | bytes[offset + 1])));
  }
  assert.equal(requests.length, count);
  return requests;
}

test("a bundle holds each slip once, in an order of its own, and its answers find their way back", async () => {
  const gateway = await generateKeyPair();
  const told = [];
  const bundle = await makeBundle(slips, manifest, gateway.publicKey, (done) => told.push(done));
  assert.equal(told.at(-1), 24);
  assert.deepEqual(bundle.hash, await sha256(bundle.bytes));
  const requests = requestsOf(bundle.bytes);
  assert.ok(requests.every(({ length }) => length === requests[0].length));
  const inside = await Promise.all(requests.map((request) => opened(request, gateway)));
  for (const [place, { contest }] of bundle.places.entries()) {
    assert.deepEqual(inside[place], slipRequest(parts.issuer, path, slips[contest]));
  }
  const contests = bundle.places.map(({ contest }) => contest);
  assert.deepEqual([...contests].sort((a, b) => a - b), slips.map((_, place) => place));
  const again = await makeBundle(slips, manifest, gateway.publicKey);
  assert.notDeepEqual(again.bytes.subarray(0, 32), bundle.bytes.subarray(0, 32));
  assert.notDeepEqual(again.places.map(({ contest }) => contest), contests, "one in 24! is the same");

  const answers = await Promise.all(requests.map((request, place) => respond(request, gateway,
    padded([1, 0x40, 0xc8], octets, [0x40, 0x40], new Uint8Array(64).fill(contests[place]), [0]))));
  const read = await openAnswers(answers, bundle);
  for (const { contest, receipt: bytes, status } of read) {
    assert.equal(status, 200);
    assert.deepEqual(bytes, new Uint8Array(64).fill(contest));
  }
  // Answers in another order, changed, missing or unreadable say nothing, of each slip alone.
  const [first, second] = answers;
  const garbage = await respond(requests[2], gateway, text("no response"));
  const body = text("{}");
  const problem = await respond(requests[3], gateway, padded([1, 0x41, 0xa6], json, [2], body, [0]));
  const damaged = await openAnswers([second, first, garbage, problem, flipped(answers[4], 500), answers[5]], bundle);
  assert.deepEqual(damaged.map(({ status }) => status).slice(0, 7), [null, null, null, 422, null, 200, null]);
  assert.ok(damaged.every(({ receipt: bytes }, place) => (bytes !== null) === (place === 5)));
});

test("no slip, and more than go through a relay", () => {
  const salt = new Uint8Array(32);
  assert.throws(() => bundleOf(salt, []), RangeError);
  assert.throws(() => bundleOf(salt, new Array(MOST_SLIPS + 1).fill(new Uint8Array(1))), RangeError);
  assert.equal(bundleOf(salt, new Array(MOST_SLIPS).fill(new Uint8Array(1))).length, 34 + 3 * MOST_SLIPS);
});
