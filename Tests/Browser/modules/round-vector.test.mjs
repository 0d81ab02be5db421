import { b64u, keyPair, refusal, round } from "./support.mjs";
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { before, test } from "node:test";
import { equal, toInteger } from "../../../Sources/WebAssets/ballot/bytes.js";
import { blind, finalize } from "../../../Sources/WebAssets/ballot/blind-rsa.js";
import { boxRoot, readBoxes } from "../../../Sources/WebAssets/ballot/box.js";
import { credentialOf } from "../../../Sources/WebAssets/ballot/credential.js";
import { voterOf } from "../../../Sources/WebAssets/ballot/device.js";
import { requireFreeze } from "../../../Sources/WebAssets/ballot/freeze.js";
import { isSigned } from "../../../Sources/WebAssets/ballot/keys.js";
import { readManifest, readRoundID } from "../../../Sources/WebAssets/ballot/manifest.js";
import { merkleRoot } from "../../../Sources/WebAssets/ballot/merkle.js";
import { readOpening } from "../../../Sources/WebAssets/ballot/opening.js";
import { isReceipt } from "../../../Sources/WebAssets/ballot/receipt.js";
import { roundCode } from "../../../Sources/WebAssets/ballot/round-code.js";
import { foundMessage, sealOf } from "../../../Sources/WebAssets/ballot/seal.js";
import { checkSlip, makeSlip, openSlip, slipID, trackingCode } from "../../../Sources/WebAssets/ballot/slip.js";
import {
  batchMessage, tokenChallenge, tokenInput, tokenNonce, tokenRequest,
} from "../../../Sources/WebAssets/ballot/token.js";
import { boxesFile, json } from "./fake-service.mjs";

/* Every value of phieukin-round-1.json that a voter's device makes or checks. */

const roundID = readRoundID(round.roundID);
const sha256 = (bytes) => new Uint8Array(createHash("sha256").update(bytes).digest());
const boxes = round.boxes.map((box) => box.map(b64u));
let manifest;

before(async () => {
  manifest = await readManifest(b64u(round.manifest), roundID);
});

test("round code", async () => assert.equal(await roundCode(roundID, 1), round.roundCode));

test("contests", () => {
  assert.equal(manifest.contests.length, round.contests.length);
  for (const [index, given] of round.contests.entries()) {
    const contest = manifest.contests[index];
    assert.equal(contest.index, given.index);
    assert.deepEqual(contest.id, b64u(given.contestID));
    assert.deepEqual(tokenChallenge(manifest.issuerName, contest.id), b64u(given.tokenChallenge));
    assert.deepEqual(contest.challengeDigest, b64u(given.challengeDigest));
    assert.deepEqual(contest.tokenKey.id, b64u(given.tokenKeyID));
  }
  assert.deepEqual(manifest.contests.map(({ unit, criterion }) => [unit, criterion]), [
    [0, 0], [0, 1], [0, 2], [0, 3], [1, 0], [1, 1], [1, 2], [1, 3],
  ]);
});

test("freeze", async () => {
  const freeze = [{ member: 0, signature: round.freezeSignature }];
  await requireFreeze(json({ freeze }), manifest);
  const other = { member: 0, signature: round.openSignature };
  for (const entries of [[], [other], [...freeze, ...freeze], [{ ...freeze[0], member: 1 }]]) {
    await assert.rejects(requireFreeze(json({ freeze: entries }), manifest), refusal("not-frozen"));
  }
  await assert.rejects(requireFreeze(json({ freeze, transcript: "" }), manifest), refusal("malformed"));
  const two = { ...manifest, board: { ...manifest.board, members: [...manifest.board.members, manifest.voters[0]] } };
  await assert.rejects(requireFreeze(json({ freeze: [...freeze, ...freeze] }), two), refusal("not-frozen"));
});

for (const voter of round.voters) {
  test(`credential and tokens of ${voter.id}`, async () => {
    const credential = await credentialOf(voter.accessCode, 1);
    assert.deepEqual(credential.scalar, b64u(voter.credentialKey));
    assert.equal(voterOf(credential, manifest), voter.id);
    const requests = voter.slips.map((slip) => b64u(slip.tokenRequest));
    const message = await batchMessage(roundID, requests);
    assert.deepEqual(message, b64u(voter.issueMessage));
    assert.ok(await isSigned(credential.publicKey, b64u(voter.issueSignature), message));
  });

  test(`slips of ${voter.id}`, async () => {
    for (const given of voter.slips) {
      const contest = manifest.contests[given.contest];
      const oneTimeKey = keyPair(given.oneTimeKey);
      assert.deepEqual(oneTimeKey.publicKey, b64u(given.oneTimePublicKey));
      const nonce = await tokenNonce(oneTimeKey.publicKey, 1);
      const input = tokenInput(nonce, contest.challengeDigest, contest.tokenKey.id);
      assert.deepEqual(input, b64u(given.tokenInput));

      const { modulus, id } = contest.tokenKey;
      const { blinded, unblinder } = await blind(input, modulus, b64u(given.salt), toInteger(b64u(given.blind)));
      assert.deepEqual(blinded, b64u(given.blindedMessage));
      assert.deepEqual(tokenRequest(id, blinded), b64u(given.tokenRequest));
      const authenticator = await finalize(input, b64u(given.blindSignature), unblinder, modulus);
      assert.deepEqual(authenticator, b64u(given.authenticator));

      const slip = b64u(given.slip);
      assert.equal(await openSlip(slip, keyPair(round.boardPrivateKey), manifest), given.choice);
      // What the one invalid slip sealed instead of a choice is not in the vectors.
      if (given.choice === null) continue;
      // Signatures are random: all but the last 64 bytes are the same.
      const ephemeral = keyPair(given.ephemeralKey);
      const made = await makeSlip(given.choice, contest, manifest, oneTimeKey, authenticator, ephemeral);
      assert.deepEqual(made.subarray(0, 409), slip.subarray(0, 409));
      await checkSlip(made, manifest);
      await checkSlip(slip, manifest);

      assert.deepEqual(await slipID(oneTimeKey.publicKey), b64u(given.slipID));
      assert.equal(await trackingCode(slip), given.trackingCode);
      assert.ok(await isReceipt(b64u(given.receipt), slip, manifest));
      assert.ok(!(await isReceipt(b64u(given.receipt), made, manifest)));
    }
  });
}

for (const { why, reason, slip } of round.slipRejects) {
  test(`slip refused: ${why}`, () => assert.rejects(checkSlip(b64u(slip), manifest), refusal("slip", { reason })));
}

test("a second slip of one token is a good one: only the box knows", () =>
  checkSlip(b64u(round.secondSlipOfOneToken), manifest));

test("roots and seal", async () => {
  for (const [contest, box] of boxes.entries()) {
    assert.deepEqual(await merkleRoot(box), b64u(round.contestRoots[contest]));
  }
  assert.deepEqual(await boxRoot(boxes), b64u(round.boxRoot));
  assert.deepEqual(readBoxes(boxesFile(boxes), boxes.length), boxes);
  const seal = await sealOf(b64u(round.seal), manifest);
  assert.deepEqual(seal.hash, b64u(round.sealHash));
  assert.deepEqual(seal.boxRoot, b64u(round.boxRoot));
});

test("found signatures", async () => {
  const seal = await sealOf(b64u(round.seal), manifest);
  for (const { voter, signature } of round.foundSignatures) {
    const { credentialKey } = manifest.voters.find(({ id }) => id === voter);
    assert.ok(await isSigned(credentialKey, b64u(signature), foundMessage(seal)));
  }
});

test("opening and tally", async () => {
  const { boardPrivateKey } = round;
  const shares = [{ member: 0, share: boardPrivateKey, signature: round.openSignature }];
  const key = await readOpening(json({ shares, boardPrivateKey }), manifest, await sealOf(b64u(round.seal), manifest));
  for (const [contest, box] of boxes.entries()) {
    const choices = await Promise.all(box.map((slip) => openSlip(slip, key, manifest)));
    const count = (choice) => choices.filter((other) => other === choice).length;
    const [first, second, blank, invalid] = [1, 2, 0, null].map(count);
    assert.deepEqual({ contest, collected: box.length, first, second, blank, invalid }, round.tally[contest]);
  }
});

test("openings that are not the board's", async () => {
  const { boardPrivateKey, openSignature } = round;
  const seal = await sealOf(b64u(round.seal), manifest);
  const share = { member: 0, share: boardPrivateKey, signature: openSignature };
  const refused = [
    { shares: [share], boardPrivateKey: round.boardMemberKey }, { shares: [], boardPrivateKey },
    { shares: [share, share], boardPrivateKey }, { shares: [{ ...share, member: 1 }], boardPrivateKey },
    { shares: [{ ...share, signature: round.freezeSignature }], boardPrivateKey },
    { shares: [share], boardPrivateKey: "A".repeat(43) },
  ];
  for (const opening of refused) {
    await assert.rejects(readOpening(json(opening), manifest, seal), refusal("board-key", { isAlarm: true }));
  }
  const good = json({ shares: [share], boardPrivateKey });
  await assert.rejects(readOpening(good, manifest, { ...seal, hash: roundID }), refusal("board-key"));
  await assert.rejects(readOpening(json({ boardPrivateKey }), manifest, seal), refusal("malformed"));
});

for (const { why, changed } of round.auditRejects.filter(({ changed }) => changed.boxes)) {
  test(`boxes refused: ${why}`, async () => {
    const root = await boxRoot(changed.boxes.map((box) => box.map(b64u)));
    assert.ok(!equal(root, b64u(round.boxRoot)));
  });
}

test("roundIDs", () => {
  assert.deepEqual(readRoundID(round.roundID), sha256(b64u(round.manifest)));
  const { roundID: good } = round;
  for (const text of ["", good.slice(1), `${good}A`, `${good.slice(0, -1)}B`, `${good}=`]) {
    assert.throws(() => readRoundID(text), refusal("malformed"));
  }
});
