import assert from "node:assert/strict";
import { test } from "node:test";
import { b64u, round, text } from "./support.mjs";
import { concat, u32 } from "../../../Sources/WebAssets/ballot/bytes.js";
import { keyPairOf } from "../../../Sources/WebAssets/ballot/keys.js";
import { readManifest } from "../../../Sources/WebAssets/ballot/manifest.js";
import { countSlips, differences } from "../../../Sources/WebAssets/ballot/count-slips.js";
import { auditSealed } from "../../../Sources/WebAssets/ballot/sealed-audit.js";
import { sharedFactor } from "../../../Sources/WebAssets/ballot/shared-factor.js";

const manifest = await readManifest(b64u(round.manifest), b64u(round.roundID));
const opening = keyPairOf(b64u(round.boardPrivateKey));

const boxBytes = (boxes) => concat(...boxes.flatMap((box) => [u32(box.length), ...box.map((slip) => b64u(slip))]));
const lines = (entries) => text(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""));

/** The vectors' round as the service serves it; the note over the seal is not among the vectors. */
const documents = {
  board: text(JSON.stringify({ freeze: [{ member: 0, signature: round.freezeSignature }] })),
  attendance: b64u(round.attendance),
  roll: b64u(round.issuanceRoll),
  boxes: boxBytes(round.boxes),
  seal: text(JSON.stringify({ seal: round.seal, sealedAt: 0, note: "none" })),
  found: lines(round.foundSignatures),
};

const faulty = ({ checks }) => checks.filter(({ faults }) => faults.length > 0).map(({ name }) => name);

test("the vectors' round holds, but for the note that they lack", async () => {
  let seen = 0;
  const audit = await auditSealed(documents, manifest, (done) => (seen = done));
  assert.deepEqual(faulty(audit), ["seal", "found"]);
  assert.ok(!audit.holds && audit.seal === null, "no seal, no share");
  assert.equal(seen, round.boxes.flat().length);
  const { summoned, present, excused, absent, issued, slips, found } = audit.counts;
  assert.deepEqual([summoned, present, excused, absent, issued, slips], [3, 3, 1, 0, 3, round.boxes.flat().length]);
  assert.equal(found, 3);
});

test("what must be refused is, where it lies", async () => {
  const places = {
    "slips of two boxes exchanged": "slips", "a slip in a box twice": "boxes", "a slip dropped": "seal",
    "a slip replaced by the same voter's second": "seal", "box out of order": "boxes",
    "an absence excused after sealing": "seal", "an issuance without signature": "roll",
    "an issuance removed": "boxes",
  };
  for (const { why, changed } of round.auditRejects.filter(({ why }) => places[why])) {
    const audit = await auditSealed({ ...documents, ...replaced(changed) }, manifest);
    assert.ok(faulty(audit).includes(places[why]), `${why}: ${faulty(audit)}`);
  }
});

function replaced({ boxes, attendance, roll }) {
  return {
    ...(boxes && { boxes: boxBytes(boxes) }), ...(attendance && { attendance: b64u(attendance) }),
    ...(roll && { roll: b64u(roll) }),
  };
}

test("lists that are not as they should be", async () => {
  const cases = [
    ["freeze", { board: text('{"freeze": []}') }],
    ["attendance", { attendance: text('{"roundID": "AA", "present": [], "excused": [], "absent": []}') }],
    ["roll", { roll: documents.roll.slice(0, -1) }],
    ["roll", { roll: concat(documents.roll, documents.roll) }],
    ["boxes", { boxes: documents.boxes.slice(0, -1) }],
    ["boxes", { boxes: concat(documents.boxes, [0]) }],
    ["found", { found: lines([round.foundSignatures[0], round.foundSignatures[0]]) }],
  ];
  for (const [name, change] of cases) {
    assert.ok(faulty(await auditSealed({ ...documents, ...change }, manifest)).includes(name), name);
  }
});

test("the count is the vectors' tally", async () => {
  const boxes = round.boxes.map((box) => box.map((slip) => b64u(slip)));
  const tally = await countSlips(boxes, opening, manifest);
  assert.deepEqual(tally, round.tally);
  assert.deepEqual(differences(tally, round.tally), []);
  const moved = round.tally.map((one) => (one.contest === 2 ? { ...one, first: one.first + 1 } : one));
  assert.deepEqual(differences(tally, moved), [2]);
  const wrongKey = await countSlips(boxes, keyPairOf(b64u(round.boardMemberKey)), manifest);
  assert.ok(wrongKey.every(({ collected, invalid }) => collected === invalid));
});

test("shared factors are found", () => {
  assert.equal(sharedFactor([15n, 77n, 221n]), null);
  assert.equal(sharedFactor([15n, 77n, 35n]), 2);
});
