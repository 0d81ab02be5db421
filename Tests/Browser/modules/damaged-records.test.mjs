import assert from "node:assert/strict";
import { test } from "node:test";
import { b64u, text } from "./support.mjs";
import { encodeBase64URL } from "../../../Sources/WebAssets/ballot/base64url.js";
import { concat } from "../../../Sources/WebAssets/ballot/bytes.js";
import { label } from "../../../Sources/WebAssets/ballot/hash.js";
import { generateKeyPair, sign } from "../../../Sources/WebAssets/ballot/keys.js";
import { auditSealed } from "../../../Sources/WebAssets/ballot/sealed-audit.js";
import { json } from "./fake-service.mjs";
import { SealedRecord, recordOfRelatedKeys } from "./sealed-record.mjs";

/* Every check of the board's audit has a case that it alone catches: sealed and signed anew with all keys. */

const whole = await SealedRecord.make();
const [one, two, three, four, here, excused] = whole.manifest.voters.map(({ id }) => id);

const faultsOf = ({ checks }) => checks.flatMap(({ name, faults }) => faults.map((fault) => `${name}: ${fault}`));

/** What an audit says of the record damaged before it was sealed, and of its documents changed after that. */
async function audited(damage = async () => {}, change = async (documents) => documents) {
  const record = whole.copy();
  await damage(record);
  const documents = await change(await record.documents(), record);
  return auditSealed(documents, record.manifest);
}

async function expectFaults(faults, damage, change) {
  const audit = await audited(damage, change);
  assert.deepEqual(faultsOf(audit), faults);
  assert.equal(audit.holds, faults.length === 0);
}

test("a whole record has no fault", async () => {
  const audit = await audited();
  assert.deepEqual(faultsOf(audit), []);
  assert.ok(audit.holds && audit.seal);
  assert.deepEqual(audit.contradictions, []);
  const attendance = { summoned: 5, present: 5, excused: 1, absent: 0 };
  assert.deepEqual(audit.counts, { ...attendance, issued: 4, mixed: 0, slips: 32, found: 4 });
});

test("two token keys that share a prime", async () => {
  const record = await recordOfRelatedKeys();
  const audit = await auditSealed(await record.documents(), record.manifest);
  assert.deepEqual(faultsOf(audit), ["keys: token key 5 shares a factor with an earlier one"]);
});

const FROZEN = "freeze: the board's members have not all signed this manifest";
const freezeCases = {
  "nobody signed": (record) => (record.freeze = []),
  "one member twice": (record) => record.freeze.push(record.freeze[0]),
  "no member of the board": (record) => (record.freeze[0].member = 1),
  "another's signature": async (record) => {
    const frozen = concat(label("freeze", record.manifest.version), record.manifest.roundID);
    record.freeze[0].signature = encodeBase64URL(await sign(await generateKeyPair(), frozen));
  },
  "over another round": async (record) => {
    const other = concat(label("freeze", record.manifest.version), new Uint8Array(32));
    record.freeze[0].signature = encodeBase64URL(await sign(record.service.memberKey, other));
  },
};
for (const [name, damage] of Object.entries(freezeCases)) {
  test(`freeze: ${name}`, () => expectFaults([FROZEN], damage));
}

const NAMED = "attendance: attendance does not name each voter once";
const attendanceCases = {
  "of another round": ["attendance: attendance of another round", ({ attendance }) => {
    attendance.roundID = encodeBase64URL(new Uint8Array(32));
  }],
  "somebody in two lists": [NAMED, ({ attendance }) => attendance.absent.push(excused)],
  "somebody in no list": [NAMED, ({ attendance }) => attendance.excused.pop()],
  "somebody who is no voter": [NAMED, ({ attendance }) => attendance.absent.push("nobody")],
  "a stranger in a voter's place": [NAMED, ({ attendance }) => (attendance.excused[0] = "nobody")],
};
for (const [name, [fault, damage]] of Object.entries(attendanceCases)) {
  test(`attendance: ${name}`, () => expectFaults([fault], damage));
}

const line = (number, voter, what) => `roll: roll line ${number}: ${voter} ${what}`;
const absent = ({ attendance }, voter) => {
  attendance.present = attendance.present.filter((id) => id !== voter);
  attendance.absent.push(voter);
};
const ORDER = "stands twice, out of order or is no voter";
const rollCases = {
  "somebody who was absent": [[line(2, two, "was not present")], (record) => absent(record, two)],
  "the same voter twice in a row": [[line(2, one, ORDER)], ({ roll }) => roll.splice(1, 0, roll[0])],
  "the same voter again later": [[line(5, one, ORDER)], ({ roll }) => roll.push(roll[0])],
  "out of the manifest's order": [[line(2, one, ORDER)], ({ roll }) => roll.splice(0, 2, roll[1], roll[0])],
  "signed with another's key": [[line(3, three, "did not sign the request")], (record) => {
    record.roll[2].signature = record.roll[1].signature;
  }],
  "fewer requests than contests": [[line(4, four, "asked for another number of tokens")], async (record) => {
    record.roll[3].tokenRequests.pop();
    await record.signLine(record.roll[3]);
  }],
  ...Object.fromEntries([
    ["of another type", (request) => (request[1] = 1)], ["of another type's high byte", (request) => (request[0] = 1)],
    ["for another key", (request) => (request[2] ^= 1)], ["not below the modulus", (request) => request.fill(0xff, 3)],
    ["too short", (request) => request.subarray(0, 258)],
  ].map(([name, change]) => [`a request ${name}`, [[line(1, one, "sent a malformed request")], async (record) => {
    const request = b64u(record.roll[0].tokenRequests[4]);
    const changed = change(request);
    record.roll[0].tokenRequests[4] = encodeBase64URL(changed instanceof Uint8Array ? changed : request);
    await record.signLine(record.roll[0]);
  }]])),
};
for (const [name, [faults, damage]] of Object.entries(rollCases)) {
  test(`roll: ${name}`, () => expectFaults(faults, damage));
}

test("roll: more issued than present", () => expectFaults(
  [line(4, four, "was not present"), "roll: more issued than present"],
  (record) => [four, here].forEach((voter) => absent(record, voter))));

test("boxes: one slip more than were issued", () => expectFaults(["boxes: box 2: 4 slips, 3 issued"], (record) => {
  const mine = record.roll.pop();
  record.finders = record.finders.filter((voter) => voter !== mine.voter);
  record.boxes = record.boxes.map((box, contest) => (contest === 2 ? box : box.slice(0, 3)));
}));

test("boxes: a slip twice", () => expectFaults(["boxes: box 3: not in the order of slipIDs"], ({ boxes }) => {
  boxes[3][1] = boxes[3][0];
}));

test("boxes: out of order", () => expectFaults(["boxes: box 3: not in the order of slipIDs"], ({ boxes }) => {
  boxes[3].splice(0, 2, boxes[3][1], boxes[3][0]);
}));

test("boxes: a slip in two boxes", async () => {
  const audit = await audited(({ boxes }) => (boxes[1] = [boxes[0][0]]));
  assert.deepEqual(faultsOf(audit), [
    "boxes: box 1: a slip that stands in another box", "slips: box 1, slip 0: of another contest"]);
});

test("slips: in another contest's box", () =>
  expectFaults(["slips: box 1, slip 0: of another contest"], ({ boxes }) => {
  boxes[1] = [boxes[0].pop()];
}));

test("slips: each check of a slip", async () => {
  const places = { version: 0, contest: 2, point: 6, token: 200, signature: 460 };
  for (const [reason, place] of Object.entries(places)) {
    const audit = await audited(({ boxes }) => {
      boxes[0] = [boxes[0][0]];
      boxes[0][0][place] ^= 1;
    });
    const said = reason === "contest" ? "of another contest" : reason;
    assert.deepEqual(faultsOf(audit), [`slips: box 0, slip 0: ${said}`], reason);
  }
});

const SEALED = "seal: boxes, attendance or roll are not what was sealed";
const NOTE = "seal: the seal is not signed by the service's log key";
const UNFOUND = [one, two, three, four].map((voter) =>
  `found: found: ${voter} does not stand once, on the roll, with a signature that holds`);

test("seal: what was sealed was something else", async () => {
  const other = whole.copy();
  other.boxes[7].pop();
  const boxes = (await other.documents()).boxes;
  await expectFaults([SEALED], undefined, async (documents) => ({ ...documents, boxes }));
  other.attendance.excused = [];
  other.attendance.absent = [excused];
  const { attendance } = await other.documents();
  await expectFaults([SEALED], undefined, async (documents) => ({ ...documents, attendance }));
  other.roll.pop();
  other.finders.pop();
  const { roll } = await other.documents();
  const audit = await audited((record) => {
    record.finders = record.finders.slice(0, 3);
    record.boxes = record.boxes.map((box) => box.slice(0, 3));
  }, async (documents) => ({ ...documents, roll }));
  assert.deepEqual(faultsOf(audit), [SEALED]);
});

test("seal: not signed by the log key", async () => {
  const audit = await audited(undefined, async (documents, record) => {
    const seal = JSON.parse(Buffer.from(documents.seal).toString());
    const note = record.service.note(new Uint8Array(32));
    return { ...documents, seal: json({ ...seal, note }) };
  });
  assert.deepEqual(faultsOf(audit), [NOTE, ...UNFOUND]);
  assert.equal(audit.seal, null);
});

const unfound = (voter) => `found: found: ${voter} does not stand once, on the roll, with a signature that holds`;

test("found: who has no ballot, twice, over another seal", async () => {
  await expectFaults([unfound(here)], ({ finders }) => (finders[3] = here));
  await expectFaults([unfound(one)], ({ finders }) => (finders[3] = one));
  await expectFaults([unfound(four)], undefined, async (documents, record) => {
    const entry = await record.finding(four, new Uint8Array(148));
    const lines = Buffer.from(documents.found).toString().split("\n").slice(0, 3);
    return { ...documents, found: text([...lines, JSON.stringify(entry), ""].join("\n")) };
  });
});

test("more who found than slips: said, and no fault", async () => {
  const audit = await audited(({ boxes }) => {
    boxes[2].pop();
    boxes[5].splice(0, 3);
  });
  assert.deepEqual(faultsOf(audit), []);
  assert.ok(audit.holds);
  assert.deepEqual(audit.contradictions, [2, 5]);
  const equal = await audited((record) => {
    record.boxes[2].pop();
    record.finders.pop();
  });
  assert.deepEqual(equal.contradictions, [], "as many as the box holds");
});

test("documents that break off", async () => {
  for (const name of ["roll", "found", "boxes", "attendance", "seal", "board"]) {
    const audit = await audited(undefined, async (documents) =>
      ({ ...documents, [name]: documents[name].slice(0, -1) }));
    assert.ok(!audit.holds && faultsOf(audit).some((fault) => fault.startsWith({ board: "freeze" }[name] ?? name)),
      name);
  }
});

// MARK: Version 2

const second = await SealedRecord.make(2);

/** As `expectFaults`, of a record of version 2. */
async function expectSecond(faults, damage = async () => {}, change = async (documents) => documents) {
  const record = second.copy();
  await damage(record);
  const audit = await auditSealed(await change(await record.documents(), record), record.manifest);
  assert.deepEqual(faultsOf(audit), faults);
  assert.equal(audit.holds, faults.length === 0);
  return audit;
}

test("version 2: a whole record has no fault", async () => {
  const audit = await expectSecond([]);
  assert.equal(audit.counts.mixed, 3);
  assert.deepEqual(audit.short, []);
  assert.equal(audit.seal.times.sealedAt, second.sealedAt);
});

const stranger = await generateKeyPair();
const point = (key) => encodeBase64URL(key.publicKey);
const SAME = "has a device key that is another's";
const rename = (steps, place, step) => Object.assign(steps.steps[place], step);
const secondCases = {
  "a device key that the voter did not sign": [[line(1, one, "did not sign the request")], (record) => {
    record.roll[0].deviceKey = point(stranger);
    record.finders = record.finders.slice(1);
  }],
  "two voters with one device key": [[line(2, two, SAME)], async (record) => {
    record.roll[1].deviceKey = record.roll[0].deviceKey;
    record.deviceKeys[two] = record.deviceKeys[one];
    await record.signLine(record.roll[1]);
  }],
  ...Object.fromEntries(["gatewayKey", "relayKey", "receiptKey", "memberKey", "boardKey"].map((name) =>
    [`a device key that is the ${name}`, [[line(1, one, SAME)], async (record) => {
      record.roll[0].deviceKey = point(record.service[name]);
      record.deviceKeys[one] = record.service[name];
      await record.signLine(record.roll[0]);
    }]])),
  "a device key that is a voter's": [[line(1, one, SAME)], async (record) => {
    record.deviceKeys[one] = await record.credential(here);
    record.roll[0].deviceKey = point(record.deviceKeys[one]);
    await record.signLine(record.roll[0]);
  }],
  "found, signed by the card's key": [[unfound(one)],
    async (record) => (record.deviceKeys[one] = await record.credential(one))],
  "a closing over another roll": [["closing: the roll is not the one that voting ended with"],
    (record) => (record.closedRoll = new Uint8Array(32))],
  "steps of another round": [["steps: steps of another round"],
    ({ steps }) => (steps.roundID = encodeBase64URL(new Uint8Array(32)))],
  "steps that go back in time": [["steps: steps go back in time"],
    ({ steps }) => rename(steps, 1, { at: 1_600_000_000 })],
  "steps that end with the voting": [["steps: steps do not end with the closing"],
    (record) => { record.closedAt = record.steps.steps.pop().at; }],
  "a closing at another time": [["steps: the closing has another time"], (record) => (record.closedAt = 1_700_000_901)],
  "a state twice": [["steps: steps.steps[2].state: repeated"], ({ steps }) => rename(steps, 2, { state: "issuing" })],
  "sealed before the closing": [["seal: sealed before the voting ended"],
    (record) => (record.sealedAt = 1_700_000_899)],
  "a relay that signed nothing": [["relays: relay 0 did not sign that it mixed 3"],
    ({ mixed }) => (mixed[0].key = stranger)],
  "a relay that signed over another closing": [["relays: relay 0 did not sign that it mixed 3"],
    ({ mixed }) => (mixed[0].of = new Uint8Array(3))],
  "a relay of no manifest": [["relays: relay 1 did not sign that it mixed 0"],
    ({ mixed }) => mixed.push({ relay: 1, voters: 0 })],
  "a relay twice": [["relays: relay 0 stands twice or out of order"],
    ({ mixed }) => mixed.push({ relay: 0, voters: 1 })],
};
for (const [name, [faults, damage]] of Object.entries(secondCases)) {
  test(`version 2: ${name}`, () => expectSecond(faults, damage));
}

test("version 2: a closing that the receipt key did not sign, which the seal names, and what hangs on it", () =>
  expectSecond([
    "closing: the closing is not signed by the service's receipt key",
    "relays: relay 0 did not sign that it mixed 3",
    "seal: boxes, attendance, roll, steps or closing are not what was sealed",
  ], (record) => (record.closingKey = stranger)));

test("version 2: what was sealed was something else", async () => {
  const other = second.copy();
  other.steps.steps[1].at -= 1;
  const { steps } = await other.documents();
  const sealed = "seal: boxes, attendance, roll, steps or closing are not what was sealed";
  await expectSecond([sealed], undefined, async (documents) => ({ ...documents, steps }));
});

test("version 2: a silent relay, and slips handed over that are not in the box, are told and no fault", async () => {
  const silent = await expectSecond([], (record) => (record.mixed = []));
  assert.equal(silent.counts.mixed, 0);
  const dropped = await expectSecond([], (record) => {
    record.boxes[3].splice(0, 2);
    record.finders = [];
  });
  assert.deepEqual([dropped.short, dropped.contradictions], [[3], []]);
  const level = await expectSecond([], (record) => {
    record.boxes[3].pop();
    record.finders = [];
  });
  assert.deepEqual(level.short, [], "as many as were mixed");
});

test("version 2: relays that say they sent more than were issued are told, and no fault", async () => {
  for (const [voters, isOverstated] of [[4, false], [5, true], [0xffff_ffff, true]]) {
    const audit = await expectSecond([], ({ mixed }) => (mixed[0].voters = voters));
    assert.equal(audit.isOverstated, isOverstated, voters);
  }
});

test("version 2: how a board of several made its key is looked at", async () => {
  const { manifest } = second;
  const board = { ...manifest.board, transcript: new Uint8Array(32) };
  const transcript = concat(new Uint8Array(4), new Uint8Array(65));
  const audit = await auditSealed({ ...(await second.documents()), transcript }, { ...manifest, board });
  assert.deepEqual(faultsOf(audit), ["transcript: the hash of the board's transcript does not hold"]);
});

test("version 2: documents that break off", async () => {
  for (const name of ["roll", "closing", "steps", "relays"]) {
    const record = second.copy();
    const documents = await record.documents();
    const audit = await auditSealed({ ...documents, [name]: documents[name].slice(0, -1) }, record.manifest);
    assert.ok(!audit.holds && faultsOf(audit).some((fault) => fault.startsWith(name)), name);
  }
});
