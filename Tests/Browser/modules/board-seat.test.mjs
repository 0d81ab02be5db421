import assert from "node:assert/strict";
import { test } from "node:test";
import { b64u, refusal } from "./support.mjs";
import { FakeBoard } from "./fake-board.mjs";
import { json } from "./fake-service.mjs";
import { SealedRecord } from "./sealed-record.mjs";
import { accusationMessage, signCommitment, signMessage } from "../../../Sources/WebAssets/ballot/board-ceremony.js";
import { BoardSeat } from "../../../Sources/WebAssets/ballot/board-seat.js";
import { concat } from "../../../Sources/WebAssets/ballot/bytes.js";
import { firstMessage } from "../../../Sources/WebAssets/ballot/cocktail.js";
import { label } from "../../../Sources/WebAssets/ballot/hash.js";
import { copyLines, readCopy } from "../../../Sources/WebAssets/ballot/key-copy.js";
import { isSigned, keyPairOf, sign } from "../../../Sources/WebAssets/ballot/keys.js";
import { readScalar } from "../../../Sources/WebAssets/ballot/p256.js";
import { auditSealed } from "../../../Sources/WebAssets/ballot/sealed-audit.js";
import { readSeatCode } from "../../../Sources/WebAssets/ballot/seat-client.js";
import { MemoryStore } from "../../../Sources/WebAssets/ballot/store.js";
import { encodeBase64URL } from "../../../Sources/WebAssets/ballot/base64url.js";

const NAMES = ["Vàng Thị Mỷ", "Lò Văn Ớt", "Giàng A Páo"];

/** Three people, each with a device of their own. */
class People {
  constructor({ names = NAMES, threshold = 2 } = {}) {
    this.board = new FakeBoard(names, threshold);
    this.stores = names.map(() => new MemoryStore());
  }

  /** The page is opened, or loaded again. */
  async open(place, store = this.stores[place]) {
    const seat = await BoardSeat.open("R", store, { fetch: this.board.fetch, pauses: [] });
    await seat.enter(this.board.codes[place]);
    return seat;
  }

  async begun(place, store) {
    const seat = await this.open(place, store);
    await seat.begin();
    return seat;
  }

  /** Every device asks again, opened anew each time, until nothing changes any more. */
  async settle(places = [...this.board.names.keys()]) {
    for (let turn = 0; turn < 8; turn++) {
      for (const place of places) await (await this.begun(place)).follow().catch(() => {});
    }
    return Promise.all(places.map(async (place) => (await this.begun(place)).follow()));
  }

  record(place, attempt = 1) {
    return this.stores[place].get(`attempt/R/${place}/${attempt}`);
  }
}

const stages = (seats) => seats.map(({ stage }) => stage);

async function made(options) {
  const people = new People(options);
  assert.deepEqual(stages(await people.settle()), people.board.names.map(() => "made"));
  return people;
}

async function frozen(options) {
  const people = await made(options);
  await people.board.freeze();
  return people;
}

/** Every member saves and proves its copy, and signs. */
async function signed(people) {
  for (const place of people.board.names.keys()) {
    const seat = await (await people.open(place)).follow();
    await seat.key.copy();
    await seat.prove();
    await seat.signFreeze();
  }
  return people;
}

test("a code as it is printed, typed, or in an address", () => {
  const code = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const printed = code.match(/.{4}/g).join("-");
  for (const typed of [code, printed, ` ${printed.toLowerCase()}`, `https://a.example/board/R#${printed}`]) {
    assert.equal(readSeatCode(typed), code, typed);
  }
  for (const bad of ["", code.slice(1), `${code}0`, code.replace("Z", "U"), "https://a.example/board/R"]) {
    assert.equal(readSeatCode(bad), null, bad);
  }
});

test("three devices make a key, each reloaded at every step", async () => {
  const { board, stores } = await made();
  const said = (what, place) => board.log.filter(({ call, place: by }) => call === `POST /${what}` && by === place);
  for (const place of NAMES.keys()) {
    for (const what of ["registration", "commitment", "message", "certification"]) {
      assert.equal(new Set(said(what, place).map(({ body }) => body)).size, 1, `${what} of ${place}`);
    }
    const record = await stores[place].get(`attempt/R/${place}/1`);
    assert.deepEqual(record.file, board.transcript);
    assert.equal(record.message, null);
  }
  const authorizations = new Set(board.log.map(({ place }) => place));
  assert.deepEqual([...authorizations].sort(), [0, 1, 2]);
});

test("nothing is sent before the member has said who it is", async () => {
  const people = new People();
  const seat = await people.open(0);
  assert.equal((await seat.follow()).stage, "start");
  assert.ok(people.board.log.every(({ call }) => call === "GET "));
  assert.deepEqual(await people.stores[0].names("attempt/"), []);
});

test("answers are lost at every step, and everything is said once more, byte for byte", async () => {
  const people = new People();
  const lost = new Set();
  people.board.after = async (call, response, place) => {
    const once = `${call} ${place}`;
    if (call === "GET " || lost.has(once)) return response;
    lost.add(once);
    throw new TypeError("the line broke");
  };
  assert.deepEqual(stages(await people.settle()), ["made", "made", "made"]);
  assert.equal(lost.size, 4 * 3);
});

test("what is to be said is stored before it is said", async () => {
  const people = new People();
  const fields = { registration: "random", commitment: "commitment", message: "sent", certification: "certification" };
  const checked = new Set();
  people.board.before = async (call, place) => {
    const what = call.replace("POST /", "");
    if (!(what in fields) || checked.has(`${what} ${place}`)) return;
    const record = await people.record(place);
    assert.ok(record[fields[what]] !== null, call);
    checked.add(`${what} ${place}`);
    throw new TypeError("the battery is empty");
  };
  assert.deepEqual(stages(await people.settle()), ["made", "made", "made"]);
  assert.equal(checked.size, 12);
});

test("two tabs never deal two messages", async () => {
  const people = new People();
  const pair = async () => [await people.begun(0), await people.begun(0)];
  for (let turn = 0; turn < 6; turn++) {
    await Promise.all((await pair()).map((seat) => seat.follow()));
    for (const place of [1, 2]) await (await people.begun(place)).follow();
  }
  const bodies = people.board.log.filter(({ call, place }) => call === "POST /message" && place === 0);
  assert.equal(new Set(bodies.map(({ body }) => body)).size, 1);
  assert.equal((await (await people.begun(0)).follow()).stage, "made");
});

test("a device that another one has taken the place of says so and sends nothing", async () => {
  const people = new People();
  await (await people.begun(0)).follow();
  const other = await people.begun(0, new MemoryStore());
  assert.equal((await other.follow()).stage, "elsewhere");
  assert.equal(people.board.log.filter(({ call }) => call === "POST /registration").length, 1);
});

test("one device holds one member's part", async () => {
  const people = await made();
  const seat = await people.open(0);
  await assert.rejects(seat.enter(people.board.codes[1]), refusal("other-seat", { member: 0 }));
  await assert.rejects(seat.enter("9".repeat(32)), refusal("refused", { status: 401 }));
  assert.equal((await seat.follow()).stage, "made");
  people.board.codes[0] = "8".repeat(32);
  await assert.rejects(seat.follow(), refusal("refused", { status: 401 }));
  await seat.enter(people.board.codes[0]);
  assert.equal((await seat.follow()).stage, "made", "a new invitation of the same seat");
  const stray = new MemoryStore();
  const mistaken = await people.open(1, stray);
  await mistaken.enter(people.board.codes[2]);
  assert.equal((await mistaken.follow()).view.place, 2, "nothing was made yet");
});

// MARK: A service that lies

/** What each device says when the service hands out something else from some step on. */
async function deceived(view) {
  const people = new People();
  people.board.view = view;
  const errors = [];
  for (let turn = 0; turn < 6; turn++) {
    for (const place of NAMES.keys()) {
      await (await people.begun(place)).follow().catch((error) => errors.push({ place, error }));
    }
  }
  return { people, errors };
}

const reasons = (errors) => [...new Set(errors.map(({ error }) => `${error.code} ${error.reason}`))];

test("another key in a member's place is seen by that member", async () => {
  const { errors, people } = await deceived((view, place) => {
    if (view.ceremony && place !== 1) return view;
    const members = view.ceremony?.members.map((one, at) => (at === 1 ? { ...one, random: "A".repeat(43) } : one));
    return members ? { ...view, ceremony: { ...view.ceremony, members } } : view;
  });
  assert.deepEqual(reasons(errors), ["ceremony own"]);
  assert.ok(errors.every(({ place }) => place === 1));
  assert.equal((await people.record(1)).commitment, null, "it committed to nothing");
});

test("another ceremony than was joined is refused, whatever else it has", async () => {
  const people = await made();
  for (const change of [{ threshold: 3 }, { members: "swapped" }]) {
    people.board.view = (view) => {
      const { threshold, members } = view.ceremony;
      const swapped = change.members ? [members[1], members[0], members[2]] : members;
      return { ...view, ceremony: { threshold: change.threshold ?? threshold, members: swapped } };
    };
    await assert.rejects((await people.begun(2)).follow(), refusal("ceremony", { reason: "other" }));
  }
});

test("messages are not shown before all have committed, its own among them", async () => {
  const { errors, people } = await deceived((view) => {
    if (!view.commitments) return view;
    const commitments = view.commitments.map((one, at) => (at === 0 ? { ...one, commitment: "A".repeat(43) } : one));
    return { ...view, commitments };
  });
  assert.deepEqual(reasons(errors).sort(), ["ceremony own", "ceremony unsigned"]);
  assert.ok(!people.board.log.some(({ call }) => call === "POST /message"));
});

test("another transcript than was certified is not taken for the key", async () => {
  const { errors, people } = await deceived((view) => {
    if (!view.transcript) return view;
    const bytes = b64u(view.transcript);
    bytes[bytes.length - 1] ^= 1;
    return { ...view, transcript: encodeBase64URL(bytes) };
  });
  assert.deepEqual(reasons(errors), ["ceremony certificate"]);
  assert.equal((await people.record(0)).file, null);
});

test("evidence that shows nothing names nobody", async () => {
  const people = await made();
  const { commitment } = (await people.record(1));
  const document = { member: 1, commitment: encodeBase64URL(commitment.commitment),
    signature: encodeBase64URL(commitment.signature) };
  const evidence = { kind: "two-commitments", commitment: document, other: document };
  people.board.view = (view) => ({ ...view, evidence });
  const seat = await (await people.begun(0)).follow();
  assert.deepEqual([seat.stage, seat.finding], ["stopped", null]);
});

// MARK: Members who lie

/** Replaces what a member sends as its first message. */
async function withMessageOf(place, change) {
  const people = new People();
  const again = new Map();
  people.board.heard = (body, call, by) => (call === "POST /message" && by === place ? again.get(place) : body);
  for (const at of [0, 1, 2]) await (await people.begun(at)).follow();
  for (const at of [0, 1, 2]) await (await people.begun(at)).follow();
  const [record, ceremony] = [await people.record(place), await people.board.ceremony];
  const message = await change(record.message, ceremony, readScalar(record.dkg));
  const sent = await signMessage(ceremony, place, keyPairOf(record.signing), message);
  const [body, signature] = [sent.message, sent.signature].map((bytes) => encodeBase64URL(bytes));
  again.set(place, { member: place, message: body, signature });
  return people;
}

test("a message against its commitment names its member to all; the next attempt makes a key", async () => {
  const people = await withMessageOf(1, (_message, ceremony, secret) => firstMessage(ceremony, secret));
  const seats = await people.settle();
  assert.deepEqual(stages(seats), ["stopped", "stopped", "stopped"]);
  for (const { finding } of seats) assert.deepEqual(finding, { member: 1, reason: "against-commitment" });
  people.board.heard = (body) => body;
  await seats[0].beginAgain();
  assert.deepEqual(stages(await people.settle()), ["made", "made", "made"]);
  const [first, second] = [await people.record(0, 1), await people.record(0, 2)];
  assert.deepEqual(first.signing, second.signing);
  assert.notDeepEqual(first.dkg, second.dkg);
  assert.equal(first.file, null, "the first attempt's record is still there");
});

/** A member whose share for another does not open: it committed to that message itself. */
async function badShareFor(victim, liar = 1) {
  const people = new People();
  for (const at of [0, 1, 2]) await (await people.begun(at)).follow();
  people.board.heard = (body) => body;
  // The liar's own device commits to a message with one ciphertext broken.
  for (const at of [0, 1, 2]) if (at !== liar) await (await people.begun(at)).follow();
  const seat = await people.begun(liar);
  await seat.follow();
  const record = await people.record(liar);
  const ceremony = await people.board.ceremony;
  const message = record.message.slice();
  message[message.length - (2 - victim) * 56 - 1] ^= 1;
  const key = keyPairOf(record.signing);
  const commitment = await signCommitment(ceremony, liar, key, message);
  await people.stores[liar].update(`attempt/R/${liar}/1`, (kept) => ({ ...kept, message, commitment }));
  people.board.parts.commitment.delete(liar);
  return people;
}

test("a bad share: the liar is named, on the evidence of the one who got it", async () => {
  const people = await badShareFor(2);
  const seats = await people.settle();
  assert.deepEqual(stages(seats), ["stopped", "stopped", "stopped"]);
  const found = { member: 1, reason: "decryption", accuser: 2, accused: 1 };
  for (const { finding } of seats) assert.deepEqual(finding, found);
  const record = await people.record(2);
  assert.equal(record.certification, null, "an accuser never certifies");
});

test("a false accuser is named itself", async () => {
  const people = new People();
  people.board.before = async (call) => {
    if (call === "POST /certification") throw new TypeError("not yet");
  };
  for (let turn = 0; turn < 4; turn++) {
    for (const at of [0, 1, 2]) await (await people.begun(at)).follow().catch(() => {});
  }
  const [record, ceremony] = [await people.record(2), await people.board.ceremony];
  const signature = await sign(keyPairOf(record.signing), accusationMessage(ceremony, 2, 0, record.dkg));
  const [dkgKey, signed_] = [record.dkg, signature].map((bytes) => encodeBase64URL(bytes));
  people.board.evidence = {
    kind: "accusation", accusation: { member: 2, accused: 0, dkgKey, signature: signed_ },
    message: people.board.parts.message.get(0),
  };
  people.board.before = async () => {};
  for (const { stage, finding } of await people.settle()) {
    assert.deepEqual([stage, finding], ["stopped", { member: 2, reason: "none", accuser: 2, accused: 0 }]);
  }
});

test("of whom two commitments were seen, that one is named", async () => {
  const people = new People();
  for (const turn of [1, 2, 3]) for (const at of [0, 1, 2]) await (await people.begun(at)).follow();
  const [record, ceremony] = [await people.record(1), await people.board.ceremony];
  const other = await signCommitment(ceremony, 1, keyPairOf(record.signing), new Uint8Array(7));
  const document = { member: 1, commitment: encodeBase64URL(other.commitment),
    signature: encodeBase64URL(other.signature) };
  people.board.view = (view) => ({ ...view, commitments: view.commitments.with(1, document) });
  await assert.rejects((await people.begun(0)).follow(),
    refusal("ceremony", { reason: "two-commitments", member: 1 }));
  const unsigned = { ...document, signature: "A".repeat(86) };
  people.board.view = (view) => ({ ...view, commitments: view.commitments.with(1, unsigned) });
  await assert.rejects((await people.begun(0)).follow(), refusal("ceremony", { reason: "other", member: undefined }));
});

// MARK: The frozen round

test("the freeze is signed after the copy was read back, and names this board", async () => {
  const people = await frozen();
  const seat = await (await people.open(0)).follow();
  assert.equal(seat.stage, "sign");
  await assert.rejects(seat.signFreeze(), refusal("unproved"));
  const copy = await seat.key.copy();
  assert.deepEqual(copy.roundID, people.board.service.roundID);
  await assert.rejects(seat.signFreeze(), refusal("unproved"));
  await seat.prove();
  await seat.signFreeze();
  const { signature } = people.board.frozen.get(0);
  const message = concat(label("freeze", 2), people.board.service.roundID);
  assert.ok(await isSigned(seat.manifest.board.members[0].key, b64u(signature), message));
  assert.equal((await seat.follow()).stage, "signed");
  await seat.signFreeze();
  assert.equal(people.board.frozen.get(0).signature, signature, "the same bytes again");
});

test("one freeze for a key, ever", async () => {
  const people = await frozen();
  const first = await (await people.open(0)).follow();
  await first.key.copy();
  await people.board.freeze();
  assert.notDeepEqual(people.board.service.roundID, first.manifest.roundID);
  await assert.rejects((await people.open(0)).follow(), refusal("other-round"), "not even before it was signed");
  const untouched = await (await people.open(1)).follow();
  assert.equal(untouched.stage, "sign");
});

test("a board that is not the one of the ceremony is not signed", async () => {
  const people = await made();
  const stranger = await made();
  await people.board.freeze();
  const { members } = JSON.parse(Buffer.from(people.board.service.bytes)).board;
  await stranger.board.freeze();
  const theirs = JSON.parse(Buffer.from(stranger.board.service.bytes)).board;
  const cases = [
    ["transcript", { members: [members[0], members[1], { ...members[2], dkgKey: theirs.members[2].dkgKey }] }],
    ["transcript", { threshold: 3 }],
    ["transcript", { publicKey: theirs.publicKey }],
    ["transcript", { transcript: theirs.transcript }],
    ["other-board", { members: [members[0], members[1], { ...members[2], key: theirs.members[2].key }] }],
  ];
  for (const [code, change] of cases) {
    await people.board.freeze(change);
    await assert.rejects((await people.open(0)).follow(), refusal(code), JSON.stringify(change));
  }
  await people.board.freeze({ members: [{ ...members[0], key: theirs.members[0].key }, members[1], members[2]] });
  assert.equal((await (await people.open(0)).follow()).stage, "keyless", "its own key is not there");
});

test("a lost device comes back from its sheet, on that round alone", async () => {
  const people = await signed(await frozen());
  const seat = await (await people.open(1)).follow();
  const lines = await copyLines(await seat.key.copy());
  const store = new MemoryStore();
  const other = await people.begun(1, store);
  people.board.state = "sealed";
  assert.equal((await other.follow()).stage, "keyless");
  const { copy } = await readCopy(lines.join("\n"));
  assert.equal(await other.restore({ ...copy, roundID: new Uint8Array(32) }), false);
  assert.equal(await other.restore({ ...copy, share: copy.dkg }).catch(({ code }) => code), "other-board");
  const foreign = await (await people.open(0)).follow();
  assert.equal(await other.restore(await foreign.key.copy()), false, "another member's sheet");
  assert.ok(await other.restore(copy));
  const again = await (await people.open(1, store)).follow();
  assert.deepEqual([again.stage, again.key.isRestored, again.key.place], ["open", true, 1]);
});

test("a device that came back before the freeze was signed signs for its sheet's round", async () => {
  const people = await frozen();
  const seat = await (await people.open(1)).follow();
  const copy = await seat.key.copy();
  const other = await people.begun(1, new MemoryStore());
  await other.follow();
  assert.ok(await other.restore(copy));
  await other.signFreeze();
  assert.ok(people.board.frozen.has(1) && people.board.proved.has(1));
});

// MARK: The opening

/** A sealed round of this board: its documents. */
async function sealed(people) {
  const { service } = people.board;
  const record = await SealedRecord.make(2, service);
  people.board.state = "sealed";
  return record;
}

/** What a seat's device audits. */
const auditOf = async (seat, record) =>
  auditSealed({ ...(await record.documents()), transcript: record.service.transcript }, seat.manifest);

test("any two of three open, each for a box it audited; a count that all of them can make", async () => {
  const people = await signed(await frozen());
  const record = await sealed(people);
  for (const place of [0, 2]) {
    const seat = await (await people.open(place)).follow();
    assert.equal(seat.stage, "open");
    const audit = await auditOf(seat, record);
    assert.deepEqual(audit.checks.filter(({ faults }) => faults.length > 0), []);
    assert.ok(audit.checks.some(({ name }) => name === "transcript"));
    await seat.release(audit);
    assert.equal((await seat.follow()).stage, "shared");
  }
  people.board.open();
  people.board.tally = null;
  for (const place of [0, 1, 2]) {
    const seat = await (await people.open(place)).follow();
    assert.equal(seat.stage, "count");
    const audit = await auditOf(seat, record);
    people.board.tally ??= await seat.key.count(audit, json(people.board.opening));
    const counts = await seat.count(audit);
    assert.equal(counts.ours.reduce((sum, { collected }) => sum + collected, 0), 32);
    const others = { ...counts, theirs: counts.theirs.slice(1) };
    await assert.rejects(seat.signMinutes(audit, others), refusal("other-count"));
    await seat.signMinutes(audit, counts);
    assert.equal((await seat.follow()).stage, "minuted");
  }
});

test("a box that stays closed with enough shares is opened by whoever gives one again", async () => {
  const people = await signed(await frozen());
  const record = await sealed(people);
  const seats = [];
  for (const place of [0, 2]) {
    const seat = await (await people.open(place)).follow();
    await seat.release(await auditOf(seat, record));
    seats.push(seat);
  }
  // The service was killed between the last share and the opening.
  const [seat] = seats;
  for (let look = 0; look < 30; look += 1) assert.equal((await seat.follow()).stage, "shared");
  assert.equal((await seat.follow()).stage, "open");
  await seat.release(await auditOf(seat, record));
  people.board.open();
  assert.equal((await seat.follow()).stage, "count");
});

test("the share leaves for one seal only, and for a box that holds", async () => {
  const people = await signed(await frozen());
  const record = await sealed(people);
  const seat = await (await people.open(0)).follow();
  const damaged = record.copy();
  damaged.attendance.present = damaged.attendance.present.slice(1);
  await assert.rejects(seat.release(await auditOf(seat, damaged)), refusal("audit"));
  assert.equal(people.board.shares.size, 0);
  await seat.release(await auditOf(seat, record), ["few-present"]);
  assert.deepEqual(people.board.shares.get(0).acknowledge, ["few-present"]);
  const again = await (await people.open(0)).follow();
  await again.release(await auditOf(again, record));
  const other = record.copy();
  other.sealedAt += 1;
  const audit = await auditOf(again, other);
  assert.ok(audit.holds);
  await assert.rejects(again.release(audit), refusal("other-seal"));
});

test("an opening that the shares do not come to is not counted with", async () => {
  const people = await signed(await frozen());
  const record = await sealed(people);
  for (const place of [0, 1]) {
    const seat = await (await people.open(place)).follow();
    await seat.release(await auditOf(seat, record));
  }
  people.board.open();
  const seat = await (await people.open(2)).follow();
  const audit = await auditOf(seat, record);
  const { shares } = people.board.opening;
  for (const opening of [
    { ...people.board.opening, boardPrivateKey: shares[0].share },
    { ...people.board.opening, shares: shares.slice(1) },
    { ...people.board.opening, shares: shares.with(1, { ...shares[1], share: shares[0].share }) },
  ]) {
    await assert.rejects(seat.key.count(audit, json(opening)), refusal("board-key"));
  }
});
