import { hex, refusal, vector } from "./support.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  accusationMessage, accuse, commitmentOf, committedMessage, extensionOf, hasBrokenCommitment, hasCommittedTwice,
  judgeAccusation, openCeremony, requireCommitments, requireMessages, sentMessage, sessionIDOf, signCommitment,
  signMessage,
} from "../../../Sources/WebAssets/ballot/board-ceremony.js";
import { concat, u32 } from "../../../Sources/WebAssets/ballot/bytes.js";
import { certify, combineShares, firstMessage, transcriptOf } from "../../../Sources/WebAssets/ballot/cocktail.js";
import { readTranscript, writeTranscript } from "../../../Sources/WebAssets/ballot/cocktail-transcript.js";
import { sha256 } from "../../../Sources/WebAssets/ballot/hash.js";
import { interpolated, isShare } from "../../../Sources/WebAssets/ballot/interpolation.js";
import { generateKeyPair, isSigned, keyPairOf } from "../../../Sources/WebAssets/ballot/keys.js";
import { encodePoint, readScalar } from "../../../Sources/WebAssets/ballot/p256.js";
import { requireTranscript } from "../../../Sources/WebAssets/ballot/transcript.js";

const { board } = vector("phieukin-2-parts.json");
const toHex = (bytes) => Buffer.from(bytes).toString("hex");
const flipped = (bytes, at) => bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
const replaced = (list, place, value) => list.map((one, index) => (index === place ? value : one));

test("the worked board: session, context, commitments, signed messages, extension", async () => {
  const participants = board.members.map(({ key, dkgKey, r }) =>
    ({ key: hex(key), dkgKey: hex(dkgKey), random: hex(r) }));
  assert.equal(toHex(sessionIDOf(board.threshold, participants)), board.sessionID);
  const ceremony = await openCeremony(board.threshold, participants);
  assert.equal(toHex(ceremony.context), board.context);
  const messages = board.standInForMsg1.map(hex);
  for (const [member, message] of messages.entries()) {
    const commitment = await commitmentOf(ceremony, member, message);
    assert.equal(toHex(commitment), board.commitments[member]);
    const [committed, sent] = [board.committed[member], board.msg1[member]];
    assert.equal(toHex(committedMessage(ceremony, member, commitment)), committed.message);
    assert.equal(toHex(await sentMessage(ceremony, member, message)), sent.message);
    const { key } = participants[member];
    assert.ok(await isSigned(key, hex(committed.exampleSignature), hex(committed.message)));
    assert.ok(await isSigned(key, hex(sent.exampleSignature), hex(sent.message)));
  }
  const commitments = board.commitments.map(hex);
  assert.equal(toHex(await extensionOf(commitments)), board.extension);
  const entries = board.committed.map(({ exampleSignature }, member) =>
    ({ commitment: commitments[member], signature: hex(exampleSignature) }));
  await requireCommitments(ceremony, entries, 1, commitments[1]);
  const sent = board.msg1.map(({ exampleSignature }, member) =>
    ({ message: messages[member], signature: hex(exampleSignature) }));
  await requireMessages(ceremony, commitments, sent, 1, messages[1]);
});

/** Members' devices that make a key together, each step as its own device does it. */
async function attempt(n = 3, threshold = 2) {
  const devices = await Promise.all(Array.from({ length: n }, async () => {
    const [key, dkg] = [await generateKeyPair(), await generateKeyPair()];
    return { key, dkg, secret: readScalar(dkg.scalar), random: crypto.getRandomValues(new Uint8Array(32)) };
  }));
  const participants = devices.map(({ key, dkg, random }) => ({ key: key.publicKey, dkgKey: dkg.publicKey, random }));
  const ceremony = await openCeremony(threshold, participants);
  const each = (work) => Promise.all(devices.map(work));
  const messages = await each(({ secret }) => firstMessage(ceremony, secret));
  const committed = await each(({ key }, member) => signCommitment(ceremony, member, key, messages[member]));
  const sent = await each(({ key }, member) => signMessage(ceremony, member, key, messages[member]));
  const commitments = committed.map(({ commitment }) => commitment);
  return { devices, participants, ceremony, messages, committed, sent, commitments };
}

/** The whole of it, to the file that is served. */
async function made(n = 3, threshold = 2) {
  const { devices, participants, ceremony, messages, committed, sent, commitments } = await attempt(n, threshold);
  for (const [member] of devices.entries()) {
    await requireCommitments(ceremony, committed, member, commitments[member]);
    await requireMessages(ceremony, commitments, sent, member, messages[member]);
  }
  const outcomes = await Promise.all(devices.map(({ secret }, member) =>
    combineShares(ceremony, member, secret, sent.map(({ message }) => message))));
  const transcript = transcriptOf(ceremony, messages, await extensionOf(commitments));
  const signatures = await Promise.all(devices.map(({ secret }) => certify(secret, transcript)));
  const publicKey = encodePoint(outcomes[0].groupKey);
  const members = participants.map(({ key, dkgKey }) => ({ name: "m", key, dkgKey }));
  const manifestBoard = { threshold, members, publicKey, transcript: await sha256(transcript) };
  return { outcomes, transcript, signatures, board: manifestBoard, secrets: devices.map(({ secret }) => secret) };
}

const fileOf = (transcript, signatures) => concat(u32(transcript.length), transcript, ...signatures);

test("a board of several makes a key that any t of it open", async () => {
  for (const [n, threshold] of [[2, 2], [3, 2], [5, 3]]) {
    const { outcomes, transcript, signatures, board: made_ } = await made(n, threshold);
    const verificationShares = await requireTranscript(fileOf(transcript, signatures), made_);
    const shares = outcomes.map(({ share }, member) => ({ member, share }));
    for (const { member, share } of shares) {
      assert.ok(isShare(share, verificationShares[member]));
      assert.ok(!isShare(share, verificationShares[(member + 1) % n]));
    }
    for (let first = 0; first + threshold <= n; first++) {
      const key = keyPairOf(interpolated(shares.slice(first, first + threshold)));
      assert.deepEqual(key.publicKey, made_.publicKey);
    }
  }
});

test("boards that cannot be", async () => {
  const { participants: [one, two, three] } = await attempt();
  await openCeremony(3, [one, two, three]);
  const wrong = [
    [1, [one]], [1, [one, two]], [3, [one, two]], [2, []], [2, [one, one]],
    [2, [one, { ...two, key: one.dkgKey }]], [2, [one, { ...two, dkgKey: two.key }]],
    [2, [one, { ...two, random: new Uint8Array(31) }]], [2, [one, { ...two, key: flipped(two.key, 64) }]],
    [2, [one, { ...two, dkgKey: two.dkgKey.subarray(0, 33) }]],
  ];
  for (const [threshold, members] of wrong) {
    await assert.rejects(openCeremony(threshold, members), refusal("malformed"), `${threshold} of ${members.length}`);
  }
  const ten = (await attempt(9)).participants.concat((await attempt(2)).participants);
  await openCeremony(2, ten.slice(0, 9));
  await assert.rejects(openCeremony(2, ten.slice(0, 10)), refusal("malformed"));
});

test("commitments: all of them, signed, one's own in its place; nobody is named otherwise", async () => {
  const { ceremony, committed, commitments, devices, messages } = await attempt();
  const foreign = await signCommitment(ceremony, 1, devices[1].key, messages[0]);
  const other = await attempt();
  const cases = [
    ["own", committed.slice(0, 2)], ["own", [...committed, committed[0]]], ["own", []],
    ["own", replaced(committed, 1, committed[0])], ["own", replaced(committed, 1, foreign)],
    ["unsigned", replaced(committed, 0, { ...committed[0], signature: committed[2].signature })],
    ["unsigned", replaced(committed, 2, { ...committed[2], signature: new Uint8Array(64) })],
    ["unsigned", replaced(committed, 0, other.committed[0])],
    ["unsigned", [committed[2], committed[1], committed[0]]],
    ["unsigned", replaced(committed, 0, { ...committed[0], commitment: commitments[2] })],
  ];
  for (const [reason, entries] of cases) {
    const wanted = refusal("ceremony", { reason, member: undefined });
    await assert.rejects(requireCommitments(ceremony, entries, 1, commitments[1]), wanted, reason);
  }
});

test("messages: a signed one against its commitment names who signed it", async () => {
  const { ceremony, committed, commitments, sent, messages, devices } = await attempt();
  const check = (entries) => requireMessages(ceremony, commitments, entries, 1, messages[1]);
  const liar = await signMessage(ceremony, 2, devices[2].key, await firstMessage(ceremony, devices[2].secret));
  await assert.rejects(check(replaced(sent, 2, liar)), refusal("ceremony", { reason: "commitment", member: 2 }));
  assert.ok(await hasBrokenCommitment(ceremony, 2, committed[2], liar));
  assert.ok(!(await hasBrokenCommitment(ceremony, 2, committed[2], sent[2])));
  assert.ok(!(await hasBrokenCommitment(ceremony, 2, committed[2], { ...liar, signature: sent[2].signature })));
  assert.ok(!(await hasBrokenCommitment(ceremony, 1, committed[2], liar)), "of another member");
  const unsigned = { ...liar, signature: sent[2].signature };
  const unnamed = refusal("ceremony", { reason: "unsigned", member: undefined });
  await assert.rejects(check(replaced(sent, 2, unsigned)), unnamed);
  await assert.rejects(check(sent.slice(0, 2)), refusal("ceremony", { reason: "own", member: undefined }));
  await assert.rejects(check(replaced(sent, 1, sent[0])), refusal("ceremony", { reason: "own", member: undefined }));
});

test("two signed commitments name their member", async () => {
  const { ceremony, committed, devices, messages } = await attempt();
  const second = await signCommitment(ceremony, 0, devices[0].key, messages[1]);
  assert.ok(await hasCommittedTwice(ceremony, 0, committed[0], second));
  assert.ok(!(await hasCommittedTwice(ceremony, 0, committed[0], committed[0])), "the same one twice");
  const again = await signCommitment(ceremony, 0, devices[0].key, messages[0]);
  assert.ok(!(await hasCommittedTwice(ceremony, 0, committed[0], again)), "the same one, signed twice");
  assert.ok(!(await hasCommittedTwice(ceremony, 0, committed[0], { ...second, signature: committed[0].signature })));
  const elsewhere = await attempt();
  const later = await signCommitment(elsewhere.ceremony, 0, devices[0].key, messages[1]);
  assert.ok(!(await hasCommittedTwice(ceremony, 0, committed[0], later)), "in another attempt");
});

test("an accusation names the liar, or the accuser, and is nothing unless both are signed", async () => {
  const { ceremony, devices, sent } = await attempt();
  const cut = flipped(sent[1].message, sent[1].message.length - 1);
  const lie = await signMessage(ceremony, 1, devices[1].key, cut);
  await assert.rejects(combineShares(ceremony, 2, devices[2].secret, [sent[0].message, cut, sent[2].message]),
    refusal("ceremony", { reason: "decryption", member: 1 }));
  const accusation = await accuse(ceremony, 2, devices[2].key, 1, devices[2].secret);
  assert.deepEqual(await judgeAccusation(ceremony, accusation, lie), { member: 1, reason: "decryption" });
  assert.deepEqual(await judgeAccusation(ceremony, accusation, sent[1]), { member: 2, reason: "none" });
  const withOther = await accuse(ceremony, 2, devices[2].key, 1, devices[0].secret);
  assert.deepEqual(await judgeAccusation(ceremony, withOther, lie), { member: 2, reason: "key" });
  const beyond = { ...accusation, secret: new Uint8Array(32).fill(255) };
  await assert.rejects(judgeAccusation(ceremony, beyond, lie), refusal("ceremony", { reason: "unsigned" }));
  for (const [changed, evidence] of [
    [accusation, { ...lie, signature: sent[1].signature }], [{ ...accusation, accused: 0 }, lie],
    [{ ...accusation, accuser: 0 }, lie], [{ ...accusation, secret: devices[0].dkg.scalar }, lie],
  ]) {
    const wanted = refusal("ceremony", { reason: "unsigned", member: undefined });
    await assert.rejects(judgeAccusation(ceremony, changed, evidence), wanted);
  }
  for (const wrong of [{ accused: 3 }, { accuser: -1 }, { accuser: 0.5 }, { secret: new Uint8Array(31) }]) {
    await assert.rejects(judgeAccusation(ceremony, { ...accusation, ...wrong }, lie), refusal("malformed"));
  }
  const messageOf = (accuser, accused) => accusationMessage(ceremony, accuser, accused, accusation.secret);
  assert.notDeepEqual(messageOf(0, 1), messageOf(1, 0));
});

test("board-transcript.bin: each check alone", async () => {
  const { transcript, signatures, board: good, secrets } = await made();
  const file = fileOf(transcript, signatures);
  await requireTranscript(file, good);
  const other = await made();
  /** A transcript with something changed, its hash in the manifest, certified by the same members. */
  const changed = async (change) => {
    const bytes = writeTranscript({ ...readTranscript(transcript), ...change });
    const certificate = await Promise.all(secrets.map((secret) => certify(secret, bytes)));
    return [fileOf(bytes, certificate), { ...good, transcript: await sha256(bytes) }];
  };
  const { proofs } = readTranscript(transcript);
  const swapped = { ...good, members: [good.members[1], good.members[0], good.members[2]] };
  const cases = [
    ["hash", file, { ...good, transcript: other.board.transcript }],
    ["hash", file, { ...good, transcript: new Uint8Array(32) }],
    ["threshold", file, { ...good, threshold: 3 }],
    ["threshold", ...(await changed({ extension: new Uint8Array(0) }))],
    ["threshold", ...(await changed({ extension: new Uint8Array(33) }))],
    ["members", file, swapped],
    ["members", file, { ...good, members: replaced(good.members, 2, other.board.members[2]) }],
    ["key", file, { ...good, publicKey: other.board.publicKey }],
    ["proof", ...(await changed({ proofs: [proofs[1], proofs[0], proofs[2]] }))],
    ["proof", ...(await changed({ context: new Uint8Array(32) }))],
    ["certificate", fileOf(transcript, [...signatures].reverse()), good],
    ["certificate", fileOf(transcript, replaced(signatures, 2, other.signatures[2])), good],
  ];
  for (const [reason, bytes, asked] of cases) {
    await assert.rejects(requireTranscript(bytes, asked), refusal("transcript", { reason }), reason);
  }
  const last = fileOf(transcript, replaced(signatures, 2, other.signatures[2]));
  await assert.rejects(requireTranscript(last, good), refusal("transcript", { member: 2 }));
  const cut = [
    file.subarray(0, -1), concat(file, [0]), concat(file, signatures[0]), file.subarray(1), new Uint8Array(0),
    fileOf(transcript, signatures.slice(1)), concat(u32(0xffffffff), file.subarray(4)),
  ];
  for (const bytes of cut) await assert.rejects(requireTranscript(bytes, good), refusal("malformed"));
  // A transcript that is none, though the manifest has its hash.
  const none = new Uint8Array(40);
  const named = { ...good, transcript: await sha256(none) };
  await assert.rejects(requireTranscript(fileOf(none, signatures), named), refusal("malformed"));
});
