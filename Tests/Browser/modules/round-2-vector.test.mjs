import { b64u, keyPair, refusal, vector } from "./support.mjs";
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { readSlipResponse, slipRequest } from "../../../Sources/WebAssets/ballot/binary-http.js";
import { blind, finalize } from "../../../Sources/WebAssets/ballot/blind-rsa.js";
import {
  commitmentOf, committedMessage, extensionOf, openCeremony, requireCommitments, requireMessages, sentMessage,
  sessionIDOf,
} from "../../../Sources/WebAssets/ballot/board-ceremony.js";
import { boxRoot, readBoxes } from "../../../Sources/WebAssets/ballot/box.js";
import { bundleOf, openAnswers } from "../../../Sources/WebAssets/ballot/bundle.js";
import { concat, toInteger, u16, u32 } from "../../../Sources/WebAssets/ballot/bytes.js";
import { closingOf, readClosing } from "../../../Sources/WebAssets/ballot/closing.js";
import {
  certify, combineShares, firstMessage, readFirstMessage, transcriptOf,
} from "../../../Sources/WebAssets/ballot/cocktail.js";
import { openSealedShare } from "../../../Sources/WebAssets/ballot/cocktail-share.js";
import { countSlips } from "../../../Sources/WebAssets/ballot/count-slips.js";
import { credentialOf } from "../../../Sources/WebAssets/ballot/credential.js";
import { voterOf } from "../../../Sources/WebAssets/ballot/device.js";
import { requireFreeze } from "../../../Sources/WebAssets/ballot/freeze.js";
import { label, sha256 } from "../../../Sources/WebAssets/ballot/hash.js";
import { interpolated, isShare } from "../../../Sources/WebAssets/ballot/interpolation.js";
import { isSigned } from "../../../Sources/WebAssets/ballot/keys.js";
import { readManifest, readRoundID } from "../../../Sources/WebAssets/ballot/manifest.js";
import { merkleRoot } from "../../../Sources/WebAssets/ballot/merkle.js";
import { encapsulate } from "../../../Sources/WebAssets/ballot/ohttp.js";
import { readOpening } from "../../../Sources/WebAssets/ballot/opening.js";
import { requireOwnLine, requireOwnTime } from "../../../Sources/WebAssets/ballot/own-line.js";
import { compress, compressed, encodePoint, encodeScalar, readScalar } from "../../../Sources/WebAssets/ballot/p256.js";
import { isReceipt } from "../../../Sources/WebAssets/ballot/receipt.js";
import { fingerprint, hostOf, isOnLoopback } from "../../../Sources/WebAssets/ballot/relay-reference.js";
import { issuedMessage, relayMessage, releasedMessage } from "../../../Sources/WebAssets/ballot/relay.js";
import { mixedMessage, statementsIn } from "../../../Sources/WebAssets/ballot/relay-statements.js";
import { roundCode } from "../../../Sources/WebAssets/ballot/round-code.js";
import { foundMessage, openMessage, readSeal } from "../../../Sources/WebAssets/ballot/seal.js";
import { auditSealed } from "../../../Sources/WebAssets/ballot/sealed-audit.js";
import { checkSlip, makeSlip, openSlip, slipID, trackingCode } from "../../../Sources/WebAssets/ballot/slip.js";
import {
  batchMessage, tokenChallenge, tokenInput, tokenNonce, tokenRequest,
} from "../../../Sources/WebAssets/ballot/token.js";
import { readBoardTranscript, requireTranscript } from "../../../Sources/WebAssets/ballot/transcript.js";

/* Every value of phieukin-round-2.json that a voter's or a board member's device makes or checks. */

const round = vector("phieukin-round-2.json");
const { ceremony: given } = round;
const roundID = readRoundID(round.roundID);
const file = (name) => b64u(round.record[name]);
const slips = round.voters.flatMap((voter) => voter.slips);
let manifest, ceremony, seal, verificationShares;

before(async () => {
  manifest = await readManifest(file("manifest.json"), roundID);
  const participants = given.members.map(({ key, dkgKey, random }) =>
    ({ key: b64u(key), dkgKey: b64u(dkgKey), random: b64u(random) }));
  assert.deepEqual(sessionIDOf(given.threshold, participants), b64u(given.sessionID));
  ceremony = await openCeremony(given.threshold, participants);
  verificationShares = await requireTranscript(file("board-transcript.bin"), manifest.board);
  seal = await readSeal(file("seal.json"), manifest);
});

/** What the vectors say is signed, by whom. */
async function requireSignature({ message, signature }, key, ours) {
  assert.deepEqual(ours, b64u(message));
  assert.ok(await isSigned(key, b64u(signature), ours));
}

// MARK: The board's key

test("which relays they are, as people compare it", async () => {
  const { relays } = manifest.casting;
  assert.deepEqual(await Promise.all(relays.map(({ key }) => fingerprint(key))),
    ["4Q3J-8GHQ-XAPS-PQGV", "TT0R-ZW18-007H-FMVQ"]);
  assert.deepEqual(relays.map(({ url }) => hostOf(url)), ["relay.mttq.example", "tron-phieu.example:8443"]);
  assert.ok(!relays.some(({ url }) => isOnLoopback(url)));
  const [here, elsewhere] = [["http://127.0.0.1:8081", "http://localhost", "https://[::1]:1/x"],
    ["https://localhost.example", "https://127.0.0.1.example:1"]];
  assert.deepEqual([...here, ...elsewhere].filter(isOnLoopback), here);
});

test("what the members commit to, and say once all have", async () => {
  assert.deepEqual(ceremony.context, b64u(given.context));
  const commitments = given.members.map(({ commitment }) => b64u(commitment));
  for (const [place, member] of given.members.entries()) {
    const [key, message] = [b64u(member.key), b64u(member.dealing.message)];
    assert.deepEqual(keyPair(member.signingKey).publicKey, key);
    assert.deepEqual(await commitmentOf(ceremony, place, message), commitments[place]);
    await requireSignature(member.committed, key, committedMessage(ceremony, place, commitments[place]));
    await requireSignature(member.sent, key, await sentMessage(ceremony, place, message));
  }
  assert.deepEqual(await extensionOf(commitments), b64u(given.extension));
  const committed = given.members.map(({ committed: { signature } }, place) =>
    ({ commitment: commitments[place], signature: b64u(signature) }));
  await requireCommitments(ceremony, committed, 0, commitments[0]);
  const sent = given.members.map(({ dealing: { message }, sent: { signature } }) =>
    ({ message: b64u(message), signature: b64u(signature) }));
  await requireMessages(ceremony, commitments, sent, 2, sent[2].message);
});

for (const [place, member] of given.members.entries()) {
  test(`what member ${place} deals`, async () => {
    const { dealing } = member;
    const drawn = {
      coefficients: dealing.coefficients.map((scalar) => readScalar(b64u(scalar))),
      ephemeral: readScalar(b64u(dealing.ephemeralSecret)),
    };
    const message = await firstMessage(ceremony, readScalar(b64u(member.dkgSecret)), drawn);
    assert.deepEqual(message, b64u(dealing.message));
    const read = readFirstMessage(message, ceremony);
    assert.deepEqual(concat(...read.commitment), b64u(dealing.commitment));
    assert.deepEqual([read.proof, read.ephemeral], [dealing.proof, dealing.ephemeralKey].map(b64u));
    assert.deepEqual(read.ciphertexts, dealing.ciphertexts.map(b64u));
    const [sender, { context, publicKeys }] = [ceremony.publicKeys[place], ceremony];
    for (const [to, { dkgSecret }] of given.members.entries()) {
      const parties = { ephemeral: read.ephemeral, sender, recipient: publicKeys[to], context };
      const share = await openSealedShare(read.ciphertexts[to], readScalar(b64u(dkgSecret)), parties);
      assert.deepEqual(share, b64u(dealing.shares[to]));
    }
  });

  test(`what member ${place} has of it, and certifies`, async () => {
    const secret = readScalar(b64u(member.dkgSecret));
    const messages = given.members.map(({ dealing: { message } }) => b64u(message));
    const outcome = await combineShares(ceremony, place, secret, messages);
    assert.deepEqual(outcome.share, b64u(member.share));
    assert.deepEqual(encodePoint(outcome.groupKey), b64u(given.publicKey));
    assert.deepEqual(encodePoint(outcome.verificationShares[place]), b64u(member.verificationShare));
    const transcript = transcriptOf(ceremony, messages, b64u(given.extension));
    assert.deepEqual(transcript, b64u(given.transcript));
    assert.deepEqual(await certify(secret, transcript), b64u(member.certification));
  });
}

test("the transcript that the manifest names", async () => {
  const read = readBoardTranscript(file("board-transcript.bin"), given.members.length);
  assert.deepEqual(read.transcript, b64u(given.transcript));
  assert.deepEqual(read.signatures, given.members.map(({ certification }) => b64u(certification)));
  assert.deepEqual(manifest.board.transcript, b64u(given.transcriptHash));
  assert.deepEqual(manifest.board.publicKey, b64u(given.publicKey));
  const keys = manifest.board.members.map(({ dkgKey }) => compressed(dkgKey));
  assert.deepEqual(keys, ceremony.publicKeys);
  const points = given.members.map(({ verificationShare }) => compressed(b64u(verificationShare)));
  assert.deepEqual(verificationShares.map(compress), points);
});

test("freeze", async () => {
  await requireFreeze(file("board.json"), manifest);
  for (const entry of round.freeze) {
    await requireSignature(entry, manifest.board.members[entry.member].key, concat(label("freeze", 2), roundID));
  }
});

// MARK: Tokens and slips

test("manifest and round code", async () => {
  assert.equal(manifest.version, 2);
  assert.equal(await roundCode(roundID, 2), round.roundCode);
  assert.deepEqual(manifest.casting.gatewayKey, keyPair(round.gatewayPrivateKey).publicKey);
  assert.deepEqual(manifest.service.receiptKey, keyPair(round.receiptPrivateKey).publicKey);
  const relayKeys = round.relayPrivateKeys.map((scalar) => keyPair(scalar).publicKey);
  assert.deepEqual(manifest.casting.relays.map(({ key }) => key), relayKeys);
});

test("contests", () => {
  assert.equal(manifest.contests.length, round.contests.length);
  for (const [index, expected] of round.contests.entries()) {
    const contest = manifest.contests[index];
    assert.equal(contest.index, expected.index);
    assert.deepEqual(contest.id, b64u(expected.contestID));
    assert.deepEqual(tokenChallenge(manifest.issuerName, contest.id), b64u(expected.tokenChallenge));
    assert.deepEqual(contest.challengeDigest, b64u(expected.challengeDigest));
    assert.deepEqual(contest.tokenKey.id, b64u(expected.tokenKeyID));
  }
});

test("access codes", async () => {
  for (const [voter, code] of Object.entries(round.accessCodes)) {
    assert.equal(voterOf(await credentialOf(code, 2), manifest), voter);
  }
});

for (const voter of round.voters) {
  test(`credential, device key and tokens of ${voter.id}`, async () => {
    const credential = await credentialOf(voter.accessCode, 2);
    assert.deepEqual(credential.scalar, b64u(voter.credentialKey));
    const deviceKey = keyPair(voter.deviceSecret).publicKey;
    assert.deepEqual(deviceKey, b64u(voter.deviceKey));
    const requests = voter.slips.map((slip) => b64u(slip.tokenRequest));
    await requireSignature(voter.issue, credential.publicKey, await batchMessage(roundID, requests, deviceKey));
    await requireSignature(voter.issued, manifest.service.receiptKey, issuedMessage(roundID, voter.id, deviceKey));
  });

  test(`slips of ${voter.id}`, () => Promise.all(voter.slips.map(requireSlip)));
}

async function requireSlip(expected) {
  const contest = manifest.contests[expected.contest];
  const oneTimeKey = keyPair(expected.oneTimeKey);
  assert.deepEqual(oneTimeKey.publicKey, b64u(expected.oneTimePublicKey));
  const authenticator = await requireToken(expected, contest, oneTimeKey);
  const slip = b64u(expected.slip);
  // Signatures are random: all but the last 64 bytes are the same.
  const ephemeral = keyPair(expected.ephemeralKey);
  const made = await makeSlip(expected.plaintext, contest, manifest, oneTimeKey, authenticator, ephemeral);
  assert.deepEqual(made.subarray(0, 409), slip.subarray(0, 409));
  assert.deepEqual(await slipID(oneTimeKey.publicKey), b64u(expected.slipID));
  assert.equal(await trackingCode(slip), expected.trackingCode);
  assert.equal(await openSlip(slip, keyPair(given.privateKey), manifest), expected.choice);
  const isRefused = expected.fate === "refused";
  if (isRefused) await assert.rejects(checkSlip(slip, manifest), refusal("slip", { reason: "signature" }));
  else await checkSlip(slip, manifest);
  assert.equal(expected.receipt !== null, expected.fate === "cast");
  if (expected.receipt) assert.ok(await isReceipt(b64u(expected.receipt), slip, manifest));
}

async function requireToken(expected, contest, oneTimeKey) {
  const { modulus, id } = contest.tokenKey;
  const input = tokenInput(await tokenNonce(oneTimeKey.publicKey, 2), contest.challengeDigest, id);
  assert.deepEqual(input, b64u(expected.tokenInput));
  const { blinded, unblinder } = await blind(input, modulus, b64u(expected.salt), toInteger(b64u(expected.blind)));
  assert.deepEqual(blinded, b64u(expected.blindedMessage));
  assert.deepEqual(tokenRequest(id, blinded), b64u(expected.tokenRequest));
  const authenticator = await finalize(input, b64u(expected.blindSignature), unblinder, modulus);
  assert.deepEqual(authenticator, b64u(expected.authenticator));
  return authenticator;
}

// MARK: Through the relays

const relayed = round.voters.filter(({ bundle }) => bundle);

for (const { id, slips, bundle } of relayed) {
  test(`envelopes and bundle of ${id}`, async () => {
    const path = `/api/v1/rounds/${round.roundID}/slips`;
    const sealed = await Promise.all(slips.map(async ({ slip, envelope }) => {
      const request = slipRequest(manifest.issuerName, path, b64u(slip));
      assert.deepEqual(request, b64u(envelope.innerRequest));
      const ephemeral = keyPair(envelope.ephemeralKey);
      const { encapsulated, answer } = await encapsulate(request, manifest.casting.gatewayKey, ephemeral);
      assert.deepEqual(encapsulated, b64u(envelope.encapsulatedRequest));
      assert.deepEqual(answer.secret, b64u(envelope.exportedSecret));
      return { encapsulated, answer };
    }));
    const bytes = bundleOf(b64u(bundle.salt), bundle.order.map((contest) => sealed[contest].encapsulated));
    assert.deepEqual(bytes, b64u(bundle.bytes));
    assert.deepEqual(await sha256(bytes), b64u(bundle.hash));
    const places = bundle.order.map((contest) => ({ contest, answer: sealed[contest].answer }));
    const answers = bundle.order.map((contest) => b64u(slips[contest].envelope.encapsulatedResponse));
    for (const [place, contest] of bundle.order.entries()) {
      assert.equal(answers[place].length, 1_072);
      assert.deepEqual(answers[place].subarray(0, 32), b64u(slips[contest].envelope.responseNonce));
    }
    for (const { contest, receipt, status } of await openAnswers(answers, { places })) {
      const expected = slips[contest].receipt;
      assert.deepEqual([receipt, status], expected ? [b64u(expected), 200] : [null, 422]);
      const inner = readSlipResponse(b64u(slips[contest].envelope.innerResponse));
      assert.deepEqual([inner.receipt, inner.status], [receipt, status]);
    }
  });
}

test("what devices sign for relays, and relays for devices", async () => {
  const voters = new Map(relayed.map((voter) => [voter.id, voter]));
  for (const entry of round.handovers) {
    const { deviceKey, bundle } = voters.get(entry.voter);
    const hash = b64u(bundle.hash);
    await requireSignature(entry, b64u(deviceKey), relayMessage(roundID, entry.relay, entry.atLeast, hash));
    assert.equal(entry.fate === "released", Boolean(entry.released));
    if (!entry.released) continue;
    await requireSignature(entry.released, manifest.casting.relays[entry.relay].key, releasedMessage(roundID, hash));
  }
});

test("closing, and what relays sent and signed", async () => {
  const closing = await readClosing(file("closing.json"), manifest);
  const ours = closingOf(roundID, round.closedAt, await sha256(file("roll.jsonl")));
  await requireSignature(round.closing, manifest.service.receiptKey, ours);
  assert.deepEqual(closing.bytes, ours);
  assert.equal(closing.closedAt, round.closedAt);
  const statements = statementsIn(file("relays.jsonl"));
  assert.equal(statements.length, round.mixes.length);
  for (const [place, { relay, mixed, order, ...messages }] of round.mixes.entries()) {
    const message = mixedMessage(closing.hash, relay, mixed.voters);
    await requireSignature(mixed, manifest.casting.relays[relay].key, message);
    assert.deepEqual(statements[place], { relay, voters: mixed.voters, signature: b64u(mixed.signature) });
    assert.equal(new Set(order.map(({ voter }) => voter)).size, mixed.voters);
    for (const [list, part] of [["request", "encapsulatedRequest"], ["response", "encapsulatedResponse"]]) {
      const sent = order.map(({ voter, contest }) =>
        b64u(relayed.find(({ id }) => id === voter).slips[contest].envelope[part]));
      const framed = concat(u32(sent.length), ...sent.flatMap((one) => [u16(one.length), one]));
      assert.deepEqual(framed, b64u(messages[list]));
    }
  }
});

// MARK: Seal, found, opening

test("boxes, roots and seal", async () => {
  const boxes = readBoxes(file("boxes.bin"), manifest.contests.length);
  const sent = slips.filter(({ fate }) => fate === "cast");
  for (const [contest, box] of boxes.entries()) {
    assert.deepEqual(await merkleRoot(box), b64u(round.contestRoots[contest]));
    const ids = sent.filter((slip) => slip.contest === contest).map((slip) => Buffer.from(b64u(slip.slipID)));
    const lying = await Promise.all(box.map((slip) => slipID(slip.subarray(6, 71))));
    assert.deepEqual(lying.map((id) => Buffer.from(id)), ids.sort(Buffer.compare));
  }
  assert.deepEqual(await boxRoot(boxes), b64u(round.boxRoot));
  assert.deepEqual(seal.bytes, b64u(round.seal));
  assert.deepEqual(seal.hash, b64u(round.sealHash));
  assert.deepEqual(seal.boxRoot, b64u(round.boxRoot));
  assert.equal(seal.sealedAt, round.sealedAt);
  assert.deepEqual(seal.times.closingHash, await sha256(b64u(round.closing.message)));
});

test("each voter's line of the roll, and the time", async () => {
  for (const { id, deviceSecret, issue, issued, slips } of round.voters) {
    const requestsHash = await sha256(...slips.map(({ tokenRequest }) => b64u(tokenRequest)));
    const record = {
      voter: id, deviceKey: keyPair(deviceSecret), signature: b64u(issue.signature), requestsHash,
      issued: b64u(issued.signature),
    };
    await requireOwnLine(record, file("roll.jsonl"), seal);
    const other = { ...record, deviceKey: keyPair(round.receiptPrivateKey) };
    await assert.rejects(requireOwnLine(other, file("roll.jsonl"), seal), refusal("other-line", { isAlarm: true }));
  }
  requireOwnTime(seal, round.sealedAt);
});

test("found", async () => {
  for (const entry of round.found) {
    const { deviceKey } = round.voters.find(({ id }) => id === entry.voter);
    await requireSignature(entry, b64u(deviceKey), foundMessage(seal));
  }
});

test("opening by two shares, tally and minutes", async () => {
  const boardKey = await readOpening(file("opening.json"), manifest, seal, verificationShares);
  assert.deepEqual(boardKey.scalar, b64u(given.privateKey));
  const shares = round.shares.map(({ member, share }) => ({ member, share: b64u(share) }));
  assert.deepEqual(interpolated(shares), b64u(given.privateKey));
  const weighted = round.shares.map(({ share, weight }) => readScalar(b64u(share)) * readScalar(b64u(weight)));
  assert.deepEqual(encodeScalar(weighted.reduce((sum, term) => sum + term)), b64u(given.privateKey));
  for (const entry of round.shares) {
    const share = b64u(entry.share);
    assert.ok(isShare(share, verificationShares[entry.member]));
    await requireSignature(entry, manifest.board.members[entry.member].key, openMessage(seal, share));
  }
  const tallies = await countSlips(readBoxes(file("boxes.bin"), manifest.contests.length), boardKey, manifest);
  const tally = JSON.parse(Buffer.from(file("tally.json")));
  assert.deepEqual(tallies, tally.contests);
  const { signatures } = JSON.parse(Buffer.from(file("minutes.json")));
  assert.deepEqual(signatures, round.minutes.map(({ member, signature }) => ({ member, signature })));
  const counted = tallies.flatMap(({ first, second, blank, invalid }) => [first, second, blank, invalid].map(u32));
  for (const entry of round.minutes) {
    const message = concat(label("minutes", 2), seal.hash, ...counted);
    await requireSignature(entry, manifest.board.members[entry.member].key, message);
  }
});

// MARK: The record

const DOCUMENTS = {
  board: "board.json", transcript: "board-transcript.bin", attendance: "attendance.json", roll: "roll.jsonl",
  closing: "closing.json", steps: "steps.json", relays: "relays.jsonl", boxes: "boxes.bin", seal: "seal.json",
  found: "found.jsonl",
};

/** The record's documents, some of them changed. */
const documentsOf = (changed = {}) => Object.fromEntries(Object.entries(DOCUMENTS).map(([name, path]) =>
  [name, b64u((path in changed ? changed[path] : round.record[path]) ?? "")]));

test("the record as a whole, and counts against counts", async () => {
  const audit = await auditSealed(documentsOf(), manifest);
  assert.deepEqual(audit.checks.flatMap(({ faults }) => faults), []);
  assert.ok(audit.holds);
  const { summoned, present, issued, mixed, found, short, foundMinusCollected } = round.counts;
  const { counts } = audit;
  assert.deepEqual(
    [counts.summoned, counts.present, counts.issued, counts.mixed, counts.found],
    [summoned, present, issued, mixed, found]);
  assert.deepEqual(audit.boxes.map(({ length }) => counts.found - length), foundMinusCollected);
  assert.deepEqual(audit.boxes.map(({ length }) => Math.max(0, counts.mixed - length)), short);
  const above = (differences) => [...differences.keys()].filter((contest) => differences[contest] > 0);
  assert.deepEqual(audit.short, above(short));
  assert.deepEqual(audit.short, [6]);
  assert.deepEqual(audit.contradictions, above(foundMinusCollected));
});

for (const { why, changed, mixed, overstated, short } of round.recordReports) {
  test(`record reported of: ${why}`, async () => {
    const audit = await auditSealed(documentsOf(changed), manifest);
    assert.deepEqual(audit.checks.flatMap(({ faults }) => faults), []);
    assert.deepEqual([audit.counts.mixed, audit.isOverstated], [mixed, overstated > 0]);
    assert.deepEqual(audit.short, [...short.keys()].filter((contest) => short[contest] > 0));
  });
}

/** What the audit here calls the protocol page's checks. */
const NAMES = { issuance: "roll" };

for (const { why, check, changed } of round.recordRejects) {
  test(`record refused: ${why}`, async () => {
    if (check === "opening") {
      const opening = readOpening(b64u(changed["opening.json"]), manifest, seal, verificationShares);
      return assert.rejects(opening, refusal("board-key", { isAlarm: true }));
    }
    const { checks, holds } = await auditSealed(documentsOf(changed), manifest);
    assert.ok(!holds);
    const failed = checks.filter(({ faults }) => faults.length > 0).map(({ name }) => name);
    assert.ok(failed.includes(NAMES[check] ?? check), failed.join());
  });
}
