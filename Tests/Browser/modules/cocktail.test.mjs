import { hex, refusal, text, vector } from "./support.mjs";
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { concat, fromInteger, toInteger, u64 } from "../../../Sources/WebAssets/ballot/bytes.js";
import {
  certify, combineShares, drawSecrets, firstMessage, judge, openSession, readFirstMessage, recover, transcriptOf,
} from "../../../Sources/WebAssets/ballot/cocktail.js";
import { hashToScalar, isSchnorr, signSchnorr } from "../../../Sources/WebAssets/ballot/cocktail-schnorr.js";
import {
  publicOutcome, readTranscript, uncertified, unproven, writeTranscript,
} from "../../../Sources/WebAssets/ballot/cocktail-transcript.js";
import { interpolated, isShare } from "../../../Sources/WebAssets/ballot/interpolation.js";
import {
  GENERATOR, ORDER, compress, encodeScalar, isSame, multiply, randomScalar, readCompressed, readScalar,
} from "../../../Sources/WebAssets/ballot/p256.js";

const file = vector("cocktail-dkg-p256-sha256.json");
const toHex = (bytes) => Buffer.from(bytes).toString("hex");
const pointOf = (scalar) => compress(multiply(scalar, GENERATOR));
const framed = (bytes) => concat(u64(bytes.length), bytes);

/** The published derivation of a participant's secrets: a counter after the label. */
function secretsOf({ n, t }, participant) {
  const u32 = (value) => Uint8Array.of(value, 0, 0, 0);
  const draw = (counter) => {
    const label = text(`round1_participant_${participant}`);
    const bytes = concat(hex(file.seed), text(file.ciphersuite), u32(t), u32(n), label, u64(counter).reverse());
    return toInteger(createHash("sha256").update(bytes).digest()) % ORDER;
  };
  return { coefficients: Array.from({ length: t }, (_, power) => draw(power)), ephemeral: draw(t) };
}

/** What a published vector says a participant sends. */
const messageOf = ({ vss_commitment, pop, ephemeral_public_key, encrypted_shares }) =>
  concat(...[...vss_commitment, pop, ephemeral_public_key].map(hex), ...encrypted_shares.map(hex).map(framed));

for (const given of file.vectors) {
  const name = `${given.t} of ${given.n}${given.payloads ? " with payloads" : ""}`;
  const statics = given.config.static_secret_keys.map((key) => toInteger(hex(key)));
  const open = () =>
    openSession(given.t, given.config.static_public_keys.map(hex), hex(given.session_tag), given.payloads ? 32 : 0);
  const messages = given.round1.map(messageOf);
  const signatures = given.round3.signatures.map(({ signature }) => hex(signature));

  test(`vector ${name}: setup and round 1`, async () => {
    const session = await open();
    assert.equal(toHex(session.context), given.context);
    for (const [place, secret] of statics.entries()) {
      assert.equal(toHex(pointOf(secret)), given.config.static_public_keys[place]);
      const payload = given.payloads && hex(given.payloads[place]);
      const message = await firstMessage(session, secret, secretsOf(given, place + 1), payload);
      assert.equal(toHex(message), toHex(messages[place]));
    }
  });

  test(`vector ${name}: every value inside the proofs of possession`, async () => {
    for (const { pop, pop_intermediate: inside, vss_commitment: [key] } of given.round1) {
      const secret = toInteger(hex(inside.nonce_input).subarray(30, 62));
      assert.equal(toHex(pointOf(secret)), key);
      const nonceHead = text("COCKTAIL-DKG-P256-SHA256-NONCE");
      assert.equal(inside.nonce_input, toHex(concat(nonceHead, encodeScalar(secret))) + inside.message);
      const nonce = await hashToScalar(hex(inside.nonce_input));
      assert.equal(toHex(encodeScalar(nonce)), inside.nonce);
      assert.equal(toHex(pointOf(nonce)), inside.nonce_commitment);
      const challenge = await hashToScalar(hex(inside.challenge_input));
      assert.equal(toHex(encodeScalar(challenge)), inside.challenge);
      assert.equal(pop, inside.nonce_commitment + toHex(encodeScalar(nonce + challenge * secret)));
      assert.equal(toHex(await signSchnorr(secret, hex(inside.message))), pop);
      assert.ok(await isSchnorr(hex(key), hex(pop), hex(inside.message)));
    }
  });

  test(`vector ${name}: round 2`, async () => {
    const session = await open();
    for (const [place, secret] of statics.entries()) {
      const outcome = await combineShares(session, place, secret, messages);
      assert.equal(toHex(outcome.share), given.round2[place].secret_share);
      assert.deepEqual(outcome.verificationShares.map((share) => toHex(compress(share))),
        given.round2.map((each) => each.verification_share));
      assert.equal(toHex(compress(outcome.groupKey)), given.group_public_key);
      assert.deepEqual(outcome.payloads.map(toHex), given.payloads ?? statics.map(() => ""));
    }
  });

  test(`vector ${name}: round 3`, async () => {
    const session = await open();
    const extension = hex(given.extension);
    if (given.payloads) {
      const parts = given.payloads.map(hex).map((payload) => concat(u64(payload.length).reverse(), payload));
      const hash = createHash("sha256").update(concat(u64(given.n).reverse(), ...parts)).digest("hex");
      assert.equal(given.extension, hash);
    }
    const transcript = transcriptOf(session, messages, extension);
    assert.equal(createHash("sha256").update(transcript).digest("hex"), given.round3.transcript_hash);
    assert.deepEqual(given.round3.signatures.map(({ signer_id }) => signer_id), statics.map((_, place) => place + 1));
    for (const [place, secret] of statics.entries()) {
      assert.equal(toHex(await certify(secret, transcript)), toHex(signatures[place]));
    }
    const read = readTranscript(transcript);
    assert.deepEqual(writeTranscript(read), transcript);
    assert.equal(await unproven(read), -1);
    assert.equal(await uncertified(transcript, read.publicKeys, signatures), -1);
    const { groupKey, verificationShares } = publicOutcome(read.commitments);
    assert.equal(toHex(compress(groupKey)), given.group_public_key);
    assert.equal(verificationShares.length, given.n);
  });

  test(`vector ${name}: any t shares make the key, fewer do not`, () => {
    const shares = given.round2.map(({ secret_share }, member) => ({ member, share: hex(secret_share) }));
    const isKey = (chosen) => toHex(pointOf(readScalar(interpolated(chosen)))) === given.group_public_key;
    for (let first = 0; first + given.t <= given.n; first++) assert.ok(isKey(shares.slice(first, first + given.t)));
    assert.ok(isKey([...shares].reverse().slice(0, given.t)) && isKey(shares));
    assert.ok(!isKey(shares.slice(0, given.t - 1)));
    for (const [place, { share }] of shares.entries()) {
      const verificationShare = readCompressed(hex(given.round2[place].verification_share));
      assert.ok(isShare(share, verificationShare));
      assert.ok(!isShare(encodeScalar(readScalar(share) + 1n), verificationShare));
      assert.ok(!isShare(share.subarray(1), verificationShare));
      assert.ok(!isShare(new Uint8Array(32).fill(255), verificationShare));
    }
  });

  test(`vector ${name}: recovery`, { skip: !given.recovery }, async () => {
    const { recovery } = given;
    const transcript = transcriptOf(await open(), messages, hex(given.extension));
    const bundle = concat(...recovery.ciphertexts.map(hex).map(framed));
    const secret = statics[recovery.participant_id - 1];
    const payload = given.payloads ? 32 : 0;
    const outcome = await recover(secret, transcript, signatures, bundle, payload);
    assert.equal(toHex(outcome.share), recovery.recovered_secret_share);
    const share = outcome.verificationShares[recovery.participant_id - 1];
    assert.equal(toHex(compress(share)), recovery.recovered_verification_share);
    assert.equal(toHex(compress(outcome.groupKey)), given.group_public_key);
    const again = (change) => recover(change.secret ?? secret, transcript, change.signatures ?? signatures,
      change.bundle ?? bundle, payload);
    const forged = [signatures[0], signatures[2], signatures[1]];
    await assert.rejects(again({ signatures: forged }), refusal("transcript", { reason: "certificate", member: 1 }));
    await assert.rejects(again({ signatures: signatures.slice(1) }), refusal("malformed"));
    await assert.rejects(again({ signatures: [...signatures, forged[0]] }), refusal("malformed"));
    await assert.rejects(again({ secret: 5n }), refusal("transcript", { reason: "key" }));
    await assert.rejects(again({ bundle: bundle.subarray(1) }), refusal("malformed"));
    await assert.rejects(again({ bundle: bundle.subarray(0, -1) }), refusal("malformed"));
    await assert.rejects(again({ bundle: concat(bundle, [0]) }), refusal("malformed", { reason: "trailing-bytes" }));
    const damaged = bundle.slice();
    damaged[damaged.length - 1] ^= 1;
    await assert.rejects(again({ bundle: damaged }), refusal("ceremony", { reason: "decryption", member: 2 }));
    await assert.rejects(again({ secret: statics[1] }), refusal("ceremony", { reason: "decryption", member: 0 }));
  });
}

// MARK: Liars

/** A session of fresh keys, and what each participant sends. */
async function ceremony(n, t) {
  const secrets = Array.from({ length: n }, randomScalar);
  const session = await openSession(t, secrets.map(pointOf), crypto.getRandomValues(new Uint8Array(32)));
  const messages = await Promise.all(secrets.map((secret) => firstMessage(session, secret)));
  return { session, secrets, messages };
}

const replaced = (messages, place, message) => messages.map((one, index) => (index === place ? message : one));
const flipped = (bytes, at) => bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));

/** Where things lie in a message of t commitments. */
const places = (t) => ({ proof: 33 * t, ephemeral: 33 * t + 65, ciphertext: (to) => 33 * t + 98 + to * 56 + 8 });

test("every participant ends with the same key, whatever n and t", async () => {
  for (const [n, t] of [[1, 1], [2, 1], [2, 2], [3, 3], [9, 5]]) {
    const { session, secrets, messages } = await ceremony(n, t);
    const outcomes = await Promise.all(secrets.map((secret, place) => combineShares(session, place, secret, messages)));
    for (const { groupKey } of outcomes) assert.ok(isSame(groupKey, outcomes[0].groupKey));
    const shares = outcomes.map(({ share }, member) => ({ member, share })).slice(n - t);
    assert.ok(isSame(multiply(readScalar(interpolated(shares)), GENERATOR), outcomes[0].groupKey), `${t} of ${n}`);
  }
});

test("whoever sends what does not hold is named, with the reason", async () => {
  const { session, secrets, messages } = await ceremony(3, 2);
  const at = places(2);
  const other = await ceremony(3, 2);
  const cases = [
    ["message", messages[1].subarray(1)],
    ["message", concat(messages[1], [0])],
    ["message", concat([4], messages[1].subarray(1))],
    ["message", concat(new Uint8Array(33), messages[1].subarray(33))],
    ["message", replaced(messages[1], at.ephemeral, 0)],
    ["message", flipped(messages[1], at.ciphertext(0) - 1)],
    ["message", new Uint8Array(0)],
    ["proof", flipped(messages[1], at.proof + 64)],
    ["proof", concat(messages[1].subarray(33, 66), messages[1].subarray(0, 33), messages[1].subarray(66))],
    ["proof", concat(messages[1].subarray(0, at.ephemeral), messages[0].subarray(at.ephemeral, at.ephemeral + 33),
      messages[1].subarray(at.ephemeral + 33))],
    ["proof", other.messages[1]],
    ["decryption", flipped(messages[1], at.ciphertext(0))],
    ["decryption", flipped(messages[1], at.ciphertext(0) + 47)],
  ];
  for (const [reason, message] of cases) {
    const attempt = combineShares(session, 0, secrets[0], replaced(messages, 1, message));
    await assert.rejects(attempt, refusal("ceremony", { reason, member: 1 }));
  }
  for (const list of [messages.slice(0, 2), [...messages, messages[0]], []]) {
    await assert.rejects(combineShares(session, 0, secrets[0], list), refusal("malformed"));
    assert.throws(() => transcriptOf(session, list, new Uint8Array(0)), refusal("malformed"));
  }
  // What is wrong for another participant is not this one's to see.
  const foreign = replaced(messages, 1, flipped(messages[1], at.ciphertext(2)));
  await combineShares(session, 0, secrets[0], foreign);
  await assert.rejects(combineShares(session, 2, secrets[2], foreign), refusal("ceremony", { member: 1 }));
});

/** A participant whose commitment is to another polynomial than the one that it gives shares of. */
async function wrongShares(session, secret) {
  const [shown, used] = [drawSecrets(session), drawSecrets(session)];
  const [honest, false_] = [await firstMessage(session, secret, shown),
    await firstMessage(session, secret, { ...used, ephemeral: shown.ephemeral })];
  const head = 33 * session.threshold + 98;
  return concat(honest.subarray(0, head), false_.subarray(head));
}

test("a wrong share that opens is found by its commitment, and anybody can judge it", async () => {
  const { session, secrets, messages } = await ceremony(3, 2);
  const lie = await wrongShares(session, secrets[1]);
  const attempt = combineShares(session, 0, secrets[0], replaced(messages, 1, lie));
  await assert.rejects(attempt, refusal("ceremony", { reason: "share", member: 1 }));
  assert.deepEqual(await judge(session, 1, 0, secrets[0], lie), { member: 1, reason: "share" });
});

test("an accuser whose share is good is named, and so is one who shows another key", async () => {
  const { session, secrets, messages } = await ceremony(3, 2);
  assert.deepEqual(await judge(session, 1, 0, secrets[0], messages[1]), { member: 0, reason: "none" });
  assert.deepEqual(await judge(session, 1, 0, secrets[2], messages[1]), { member: 0, reason: "key" });
  assert.deepEqual(await judge(session, 1, 0, 5n, messages[1]), { member: 0, reason: "key" });
  const unreadable = messages[1].subarray(1);
  assert.deepEqual(await judge(session, 1, 0, secrets[0], unreadable), { member: 1, reason: "message" });
  const closed = flipped(messages[1], places(2).ciphertext(0));
  assert.deepEqual(await judge(session, 1, 0, secrets[0], closed), { member: 1, reason: "decryption" });
  assert.deepEqual(await judge(session, 1, 2, secrets[2], closed), { member: 2, reason: "none" });
});

test("a session of keys that repeat, are none, or are too few", async () => {
  const [one, two] = [pointOf(2n), pointOf(3n)];
  const tag = text("tag");
  await openSession(2, [one, two], tag);
  const wrong = [[2, [one, one]], [3, [one, two]], [0, [one, two]], [2, [one, two.subarray(1)]], [1, []], [1.5, [one]],
    [2, [one, new Uint8Array(33)]]];
  for (const [threshold, keys] of wrong) await assert.rejects(openSession(threshold, keys, tag), refusal("malformed"));
  const context = async (...parts) => toHex((await openSession(...parts)).context);
  const all = [await context(1, [one, two], tag), await context(1, [two, one], tag), await context(1, [one], tag),
    await context(1, [one, two], text("tag2"))];
  assert.equal(new Set(all).size, 4);
});

test("a transcript has one form, and each part of it counts", async () => {
  const { session, secrets, messages } = await ceremony(3, 2);
  const transcript = transcriptOf(session, messages, new Uint8Array(32));
  const signatures = await Promise.all(secrets.map((secret) => certify(secret, transcript)));
  const { publicKeys } = readTranscript(transcript);
  for (let at = 0; at < transcript.length; at++) {
    const changed = flipped(transcript, at);
    // Either it is no transcript, or nobody signed it.
    if (at % 7 === 0 && isTranscript(changed)) assert.equal(await uncertified(changed, publicKeys, signatures), 0);
  }
  for (const bytes of [transcript.subarray(1), concat(transcript, [0])]) assert.ok(!isTranscript(bytes));
  for (let end = transcript.length - 1; end >= 0; end -= 13) assert.ok(!isTranscript(transcript.subarray(0, end)));
  const parts = readTranscript(transcript);
  const written = (change) => writeTranscript({ ...parts, ...change });
  assert.ok(isTranscript(written({ extension: new Uint8Array(0) })));
  assert.ok(!isTranscript(written({ threshold: 0, commitments: [[], [], []] })), "no threshold");
  assert.ok(!isTranscript(written({ threshold: 4 })), "more than there are");
  assert.ok(!isTranscript(written({ context: new Uint8Array(31) })), "a context of another length");
  assert.ok(!isTranscript(written({ publicKeys: [publicKeys[0], publicKeys[0], publicKeys[2]] })), "a key twice");
  assert.ok(!isTranscript(written({ ephemerals: parts.ephemerals.map(() => new Uint8Array(33)) })), "neutral elements");
  assert.equal(await unproven({ ...parts, proofs: [...parts.proofs].reverse() }), 0);
});

function isTranscript(bytes) {
  try {
    return Boolean(readTranscript(bytes));
  } catch (error) {
    return refusal("malformed")(error) && false;
  }
}

test("Schnorr signatures: no other message, key, point or scalar", async () => {
  const [secret, message] = [randomScalar(), text("message")];
  const key = pointOf(secret);
  const signature = await signSchnorr(secret, message);
  assert.equal(signature.length, 65);
  assert.ok(await isSchnorr(key, signature, message));
  assert.ok(!(await isSchnorr(key, signature, text("other"))));
  assert.ok(!(await isSchnorr(pointOf(randomScalar()), signature, message)));
  for (let at = 0; at < 65; at += 4) assert.ok(!(await isSchnorr(key, flipped(signature, at), message)));
  const z = toInteger(signature.subarray(33));
  const wrong = [signature.subarray(0, 64), concat(signature, [0]), new Uint8Array(65), new Uint8Array(0),
    concat(signature.subarray(0, 33), encodeScalar(ORDER - z)), concat(new Uint8Array(33), encodeScalar(z))];
  if (z + ORDER < 2n ** 256n) wrong.push(concat(signature.subarray(0, 33), fromInteger(z + ORDER, 32)));
  for (const bytes of wrong) assert.ok(!(await isSchnorr(key, bytes, message)));
});

test("a first message read again is what was sent", async () => {
  const { session, messages } = await ceremony(2, 2);
  const { commitment, proof, ephemeral, ciphertexts } = readFirstMessage(messages[0], session);
  assert.deepEqual(concat(...commitment, proof, ephemeral, ...ciphertexts.map(framed)), messages[0]);
  assert.ok(ciphertexts.every(({ length }) => length === 48));
});
