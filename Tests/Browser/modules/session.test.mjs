import { b64u, later, refusal, round } from "./support.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  Choice, MemoryStore, VoterClient, VotingSession, loadManifest,
} from "../../../Sources/WebAssets/ballot/ballot.js";
import { encodeBase64URL } from "../../../Sources/WebAssets/ballot/base64url.js";
import { FakeService, boxesFile } from "./fake-service.mjs";

const MARKS = [1, 2, 0, 1, 1, 2, 0, 1];

/** A service and a device before it. */
async function setUp(options) {
  const service = await FakeService.create(options);
  const transport = { fetch: service.fetch, sleep: async () => {} };
  const client = new VoterClient(service.roundID, transport, later);
  const store = new MemoryStore();
  const start = (code = service.codes[0]) => VotingSession.start(service.manifest, code, client, store);
  const resume = async () => (await VotingSession.resume(service.manifest, client, store))[0];
  return { service, client, store, start, resume };
}

const count = (service, path) => service.log.filter((entry) => entry.path === path).length;
const bodies = (service, path) =>
  service.log.filter((entry) => entry.path === path).map(({ options }) => JSON.parse(options.body));
/** A note whose signature holds, said to be by another key. */
const withOtherKeyID = (note) => note.replace(/[^ ]+\n$/, (line) => {
  const blob = Buffer.from(line, "base64");
  blob[0] ^= 1;
  return `${blob.toString("base64")}\n`;
});
const answering = (path, answer) => async (asked) => (asked === path ? new Response(answer) : undefined);

for (const version of [1, 2]) {
  test(`a whole round of version ${version}, resumed at every step`, async () => {
    const { service, client, store, start, resume } = await setUp({ version });
    const manifest = await loadManifest(client, store);
    assert.deepEqual(manifest.roundID, service.roundID);
    assert.equal(await resume(), undefined);

    let session = await start();
    assert.equal(session.stage, "prepared");
    assert.equal(session.voter, "uv-1");
    session = await resume();
    const progress = [];
    await session.obtainTokens((done, total) => progress.push([done, total]));
    assert.deepEqual(progress, [1, 2, 3, 4, 5, 6, 7, 8].map((done) => [done, 8]));
    assert.equal(session.stage, "issued");

    session = await resume();
    await session.keepMarks(MARKS);
    session = await resume();
    assert.deepEqual(session.marks, MARKS);
    await assert.rejects(session.mark(MARKS), refusal("not-voting", { reason: "issuing" }));
    service.state = "voting";
    await session.mark(session.marks);
    assert.equal(session.stage, "casting");
    assert.deepEqual(session.castCount, { done: 0, total: 8 });
    assert.equal(service.slips.size, 0);

    session = await resume();
    assert.equal(session.marks, null);
    await session.castAll();
    assert.equal(session.stage, "cast");
    assert.equal(service.slips.size, 8);
    await assert.rejects(session.find(), refusal("refused", { reason: "wrong-state" }));

    service.state = "sealed";
    session = await resume();
    assert.equal(await session.find(), 1);
    assert.equal(session.stage, "found");
    await assert.rejects(session.counted(), refusal("refused", { reason: "wrong-state" }));
    service.state = "certified";
    session = await resume();
    assert.deepEqual(await session.counted(), MARKS);
    assert.match((await session.trackingCodes())[0], /^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);

    await session.erase();
    session = await resume();
    assert.equal(session.stage, "erased");
    assert.equal(session.voter, "uv-1");
    assert.deepEqual(session.castCount, { done: 8, total: 8 });
    const [name] = await store.names("device/");
    assert.deepEqual(Object.keys(await store.get(name)), ["format", "roundID", "voter", "erased"]);
    await assert.rejects(session.counted(), refusal("wrong-moment", { reason: "erased" }));
    await session.erase();
  });
}

test("nothing goes along that tells who sends", async () => {
  const { service, start } = await setUp();
  const session = await start();
  await session.obtainTokens();
  service.state = "voting";
  await session.mark(MARKS);
  await session.castAll();
  service.state = "sealed";
  await session.find();
  for (const { options } of service.log) {
    assert.equal(options.credentials, "omit");
    assert.equal(options.referrerPolicy, "no-referrer");
    assert.equal(options.cache, "no-store");
    assert.equal(options.redirect, "error");
    const others = Object.keys(options.headers).filter((name) => !/^(Accept(-Language)?|Content-Type)$/.test(name));
    assert.deepEqual(others, []);
  }
  for (const body of bodies(service, "/slips")) assert.deepEqual(Object.keys(body), ["slip"]);
});

test("slips go in an order of their own", async () => {
  const { service, start } = await setUp();
  const orders = new Set();
  for (const code of service.codes) {
    const session = await start(code);
    await session.obtainTokens();
    service.state = "voting";
    await session.mark(MARKS);
    service.log = [];
    await session.castAll();
    orders.add(bodies(service, "/slips").map(({ slip }) => b64u(slip)[5]).join());
  }
  assert.equal(orders.size, 3);
});

test("a lost answer to the request for tokens: the same bytes again", async () => {
  const { service, start, resume } = await setUp();
  service.after = async (path, response) => {
    if (path === "/tokens") throw new TypeError("network lost");
    return response;
  };
  await assert.rejects((await start()).obtainTokens(), refusal("connection"));
  assert.equal(count(service, "/tokens"), 5);
  service.after = async (_, response) => response;
  const session = await resume();
  assert.equal(session.stage, "prepared");
  await session.obtainTokens();
  assert.equal(session.stage, "issued");
  assert.equal(new Set(bodies(service, "/tokens").map((body) => JSON.stringify(body))).size, 1);
  assert.equal(service.issued.size, 1);
  await session.obtainTokens();
  assert.equal(count(service, "/tokens"), 6);
});

test("answers lost while casting: each slip is in the box once, and has a receipt", async () => {
  const { service, start, resume } = await setUp();
  let session = await start();
  await session.obtainTokens();
  service.state = "voting";
  await session.mark(MARKS);
  let call = 0;
  service.after = async (path, response) => {
    if (path === "/slips" && ++call % 3 === 0) throw new TypeError("network lost");
    return response;
  };
  await session.castAll();
  assert.equal(session.stage, "cast");
  assert.equal(service.slips.size, 8);
  session = await resume();
  assert.equal(session.stage, "cast");
  const before = count(service, "/slips");
  await session.castAll();
  assert.equal(count(service, "/slips"), before);
});

test("a network that goes for good while casting: the rest is cast later, what was receipted is not", async () => {
  const { service, start, resume } = await setUp();
  let session = await start();
  await session.obtainTokens();
  service.state = "voting";
  await session.mark(MARKS);
  service.before = async (path) => {
    if (path === "/slips" && service.slips.size >= 3) throw new TypeError("offline");
  };
  await assert.rejects(session.castAll(), refusal("connection"));
  const { done } = session.castCount;
  assert.ok(done >= 3 && done < 8);
  session = await resume();
  assert.deepEqual(session.castCount, { done, total: 8 });
  assert.equal(session.stage, "casting");
  service.before = async () => {};
  service.log = [];
  const progress = [];
  await session.castAll((count) => progress.push(count));
  assert.equal(count(service, "/slips"), 8 - done);
  assert.equal(progress.at(-1), 8);
  assert.equal(service.slips.size, 8);
});

test("a line that is gone keeps no slips from being sealed where voting was heard of; a round that is over does",
  async () => {
  const { service, start, resume } = await setUp();
  const session = await start();
  await session.obtainTokens();
  const passing = [() => { throw new TypeError("offline"); }, () => new Response("", { status: 503 })];
  for (const answer of passing) {
    service.before = async () => answer();
    await assert.rejects(session.mark(MARKS), (error) => error.mayPass);
    await assert.rejects(session.mark(MARKS, undefined, { wasVoting: false }), (error) => error.mayPass);
  }
  service.before = async () => undefined;
  for (const state of ["issuing", "sealed"]) {
    service.state = state;
    await assert.rejects(session.mark(MARKS, undefined, { wasVoting: true }), refusal("not-voting", { reason: state }));
  }
  assert.equal(session.stage, "issued");
  service.before = async () => passing[0]();
  await session.mark(MARKS, undefined, { wasVoting: true });
  service.before = async () => undefined;
  service.state = "voting";
  const later = await resume();
  assert.equal(later.stage, "casting");
  await later.castAll();
  assert.equal(service.slips.size, 8);
});

test("a slip that the service would refuse is not made: what the device kept is damaged", async () => {
  const { service, store, start, resume } = await setUp();
  const session = await start();
  await session.obtainTokens();
  service.state = "voting";
  const [name] = await store.names("device/");
  await store.update(name, (record) => {
    record.ballots[3].authenticator[0] ^= 1;
    return record;
  });
  const damaged = await resume();
  await assert.rejects(damaged.mark(MARKS), refusal("slip", { reason: "token" }));
  assert.equal((await resume()).stage, "issued");
});

test("a line that breaks after the box has come: the box is kept, the word is given later", async () => {
  const { service, session } = await castAndSealed();
  service.before = async (path) => {
    if (path === "/found") throw new TypeError("offline");
  };
  await assert.rejects(session.find(), refusal("connection"));
  const before = count(service, "/boxes");
  service.before = async () => undefined;
  assert.equal(await session.find(), 1);
  assert.equal(count(service, "/boxes"), before);
});

test("codes: none, another round's, a lower-case one with spaces", async () => {
  const { service, start, store } = await setUp();
  await assert.rejects(start("ABC"), refusal("access-code", { reason: "wrong-length" }));
  await assert.rejects(start("U".repeat(26)), refusal("access-code", { reason: "syntax" }));
  await assert.rejects(start(round.voters[0].accessCode), refusal("unknown-code"));
  assert.deepEqual(await store.names(""), []);
  const typed = service.codes[1].toLowerCase().replaceAll("-", "  ").replaceAll("0", "o").replaceAll("1", "l");
  const session = await start(` ${typed} `);
  assert.equal(session.voter, "uv-2");
});

test("a card printed under version 1 is as good in a round of version 2; not the other way round", async () => {
  const { service, start } = await setUp({ version: 2, cards: 1 });
  const session = await start(service.codes[1]);
  assert.equal(session.voter, "uv-2");
  await session.obtainTokens();
  assert.equal(session.stage, "issued");
  await assert.rejects(start(round.voters[0].accessCode), refusal("unknown-code"));
  const later = await setUp({ version: 1, cards: 2 });
  await assert.rejects(later.start(later.service.codes[0]), refusal("unknown-code"));
});

test("two members share a device: two records", async () => {
  const { service, client, store, start } = await setUp();
  await start(service.codes[0]);
  await start(service.codes[1]);
  const sessions = await VotingSession.resume(service.manifest, client, store);
  assert.deepEqual(sessions.map(({ voter }) => voter), ["uv-1", "uv-2"]);
});

test("another device with the same code is refused", async () => {
  const { service, client, start } = await setUp();
  await (await start()).obtainTokens();
  const other = await VotingSession.start(service.manifest, service.codes[0], client, new MemoryStore());
  await assert.rejects(other.obtainTokens(), refusal("refused", { reason: "already-issued", status: 409 }));
  assert.equal(other.stage, "prepared");
});

test("two tabs begin at once: one batch", async () => {
  const { service, start } = await setUp();
  const [one, two] = await Promise.all([start(), start()]);
  await Promise.all([one.obtainTokens(), two.obtainTokens()]);
  assert.equal(new Set(bodies(service, "/tokens").map(({ tokenRequests }) => tokenRequests.join())).size, 1);
  assert.deepEqual([one.stage, two.stage], ["issued", "issued"]);
});

test("two tabs seal different marks: the first is final, the second learns of it", async () => {
  const { service, start, resume } = await setUp();
  const one = await start();
  await one.obtainTokens();
  const two = await resume();
  service.state = "voting";
  await one.mark(MARKS);
  await assert.rejects(two.mark(new Array(8).fill(Choice.second)), refusal("wrong-moment", { reason: "casting" }));
  await assert.rejects(two.keepMarks(MARKS), refusal("wrong-moment"));
  assert.equal(two.stage, "issued");
  await two.refresh();
  assert.equal(two.stage, "casting");
  await Promise.all([one.castAll(), two.castAll()]);
  assert.equal(service.slips.size, 8);
  assert.deepEqual([one.stage, two.stage], ["cast", "cast"]);
  service.state = "certified";
  await two.find();
  assert.deepEqual(await two.counted(), MARKS);
});

test("a tab whose tokens come late does not undo the slips of another", async () => {
  const { service, start, resume } = await setUp();
  const one = await start();
  const two = await resume();
  await one.obtainTokens();
  service.state = "voting";
  await one.mark(MARKS);
  await two.obtainTokens();
  assert.equal(two.stage, "casting");
});

test("two tabs seal at the very same time", async () => {
  const { service, start, resume } = await setUp();
  const one = await start();
  await one.obtainTokens();
  const two = await resume();
  service.state = "voting";
  const results = await Promise.allSettled([one.mark(MARKS), two.mark(new Array(8).fill(Choice.blank))]);
  assert.deepEqual(results.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
});

test("a tab erased under another", async () => {
  const { service, start, resume } = await setUp();
  const one = await start();
  await one.obtainTokens();
  service.state = "voting";
  await one.mark(MARKS);
  const two = await resume();
  await one.erase({ unfound: true });
  await assert.rejects(two.castAll(), refusal("wrong-moment", { reason: "erased" }));
});

test("erasing before finding has to be meant", async () => {
  const { start } = await setUp();
  const session = await start();
  await assert.rejects(session.erase(), refusal("wrong-moment"));
  await session.erase({ unfound: true });
  assert.equal(session.stage, "erased");
});

test("no tokens before the board has signed", async () => {
  const { service, start } = await setUp();
  const session = await start();
  for (const freeze of [[], [{ member: 0, signature: encodeBase64URL(new Uint8Array(64)) }]]) {
    service.before = answering("/board", JSON.stringify({ freeze }));
    await assert.rejects(session.obtainTokens(), refusal("not-frozen"));
  }
  assert.equal(count(service, "/tokens"), 0);
});

test("a dishonest token: nothing can be cast, whatever is asked again", async () => {
  const { service, start, resume } = await setUp();
  service.after = async (path, response) => {
    if (path !== "/tokens") return response;
    const { tokenResponses } = await response.json();
    [tokenResponses[3], tokenResponses[4]] = [tokenResponses[4], tokenResponses[3]];
    return new Response(JSON.stringify({ tokenResponses }));
  };
  let session = await start();
  for (let attempt = 0; attempt < 2; attempt++) {
    await assert.rejects(session.obtainTokens(), refusal("dishonest-token", { isAlarm: true }));
    session = await resume();
    assert.equal(session.stage, "prepared");
  }
  service.state = "voting";
  await assert.rejects(session.mark(MARKS), refusal("wrong-moment"));
  await assert.rejects(session.castAll(), refusal("wrong-moment"));
});

test("hostile answers to the request for tokens", async () => {
  const { service, start } = await setUp();
  const session = await start();
  const zero = encodeBase64URL(new Uint8Array(256));
  const answers = [
    "", "[]", "{}", "null", "<html>", '{"tokenResponses":{}}', '{"tokenResponses":[1]}', '{"tokenResponses":["?"]}',
    '{"tokenResponses":[]}', JSON.stringify({ tokenResponses: new Array(7).fill(zero) }),
    JSON.stringify({ tokenResponses: new Array(9).fill(zero) }), '{"tokenResponses":[],"tokenResponses":[]}',
    "x".repeat(99_999),
  ];
  for (const answer of answers) {
    service.before = answering("/tokens", answer);
    await assert.rejects(session.obtainTokens(), refusal("answer"), answer);
  }
  for (const response of [zero, encodeBase64URL(new Uint8Array(256).fill(255)), "AAAA"]) {
    const tokenResponses = new Array(8).fill(response);
    service.before = answering("/tokens", JSON.stringify({ tokenResponses }));
    await assert.rejects(session.obtainTokens(), refusal("dishonest-token"));
  }
  assert.equal(session.stage, "prepared");
});

test("a receipt that is not the service's is none", async () => {
  const { service, start } = await setUp();
  const session = await start();
  await session.obtainTokens();
  service.state = "voting";
  await session.mark(MARKS);
  const forged = encodeBase64URL(await service.receipt(new Uint8Array(473)));
  service.before = answering("/slips", JSON.stringify({ receipt: forged }));
  await assert.rejects(session.castAll(), refusal("bad-receipt", { isAlarm: true }));
  assert.equal(session.castCount.done, 0);
  service.before = answering("/slips", '{"receipt":"AAAA"}');
  await assert.rejects(session.castAll(), refusal("answer", { place: "answer.receipt" }));
  service.before = async () => {};
  await session.castAll();
  assert.equal(session.stage, "cast");
});

test("marks that are no marks", async () => {
  const { service, start } = await setUp();
  const session = await start();
  await assert.rejects(session.keepMarks(MARKS), refusal("wrong-moment"));
  await session.obtainTokens();
  service.state = "voting";
  const others = MARKS.slice(1);
  for (const marks of [null, [], others, [...MARKS, 0], [3, ...others], ["1", ...others], new Array(8)]) {
    await assert.rejects(session.mark(marks), refusal("marks"));
    await assert.rejects(session.keepMarks(marks), refusal("marks"));
  }
});

/** A session with all slips cast, in a sealed round. */
async function castAndSealed() {
  const set = await setUp();
  const session = await set.start();
  await session.obtainTokens();
  set.service.state = "voting";
  await session.mark(MARKS);
  await session.castAll();
  set.service.state = "sealed";
  return { ...set, session };
}

test("a slip lost from the box is proved by its receipt", async () => {
  const { service, session } = await castAndSealed();
  const [id] = service.slips.keys();
  const lost = service.slips.get(id);
  service.slips.delete(id);
  await assert.rejects(session.find(), (error) => {
    refusal("slip-lost", { isAlarm: true })(error);
    assert.deepEqual(error.contests, [lost[5]]);
    assert.deepEqual(error.evidence[0].slip, new Uint8Array(lost));
    assert.equal(error.evidence[0].receipt.length, 64);
    return true;
  });
  assert.equal(session.stage, "cast");
  assert.equal(service.found.size, 0);
});

test("a slip without receipt that is not in the box was not cast; one that is there is found", async () => {
  for (const reaches of [false, true]) {
    const { service, start } = await setUp();
    const session = await start();
    await session.obtainTokens();
    service.state = "voting";
    await session.mark(MARKS);
    const lose = async (path, { body }) => {
      if (path === "/slips" && b64u(JSON.parse(body).slip)[5] === 5) throw new TypeError("offline");
    };
    if (reaches) service.after = async (path, response, request) => (await lose(path, request), response);
    else service.before = lose;
    while (session.castCount.done < 7) await assert.rejects(session.castAll(), refusal("connection"));
    assert.equal(session.stage, "casting");
    service.state = "sealed";
    if (reaches) {
      assert.equal(await session.find(), 1);
      assert.equal(session.stage, "found");
      assert.deepEqual(session.castCount, { done: 8, total: 8 });
      await session.castAll();
    } else {
      await assert.rejects(session.find(), refusal("slip-uncast", { isAlarm: false }));
    }
  }
});

test("boxes and seals that do not fit", async () => {
  const { service, session } = await castAndSealed();
  const good = await service.sealDocument();
  const seal = b64u(good.seal);
  const changed = encodeBase64URL(Uint8Array.from(seal, (byte, index) => (index === 147 ? byte ^ 1 : byte)));
  const seals = [
    [{ ...good, note: good.note.replace("seal", "sael") }, "seal-note"],
    [{ ...good, note: `${good.note}\n` }, "seal-note"],
    [{ ...good, note: good.note.slice(0, -1) }, "seal-note"],
    [{ ...good, note: `${good.note.slice(0, -1)} ` }, "seal-note"],
    [{ ...good, note: good.note.replace("\u2014", "-") }, "seal-note"],
    [{ ...good, note: withOtherKeyID(good.note) }, "seal-note"],
    [{ ...good, note: service.note(new Uint8Array(32)) }, "seal-note"],
    [{ ...good, note: service.note(b64u(round.sealHash), "other.example") }, "seal-note"],
    [{ ...good, note: good.note.replace(/.{8}\n$/, "AAAAAAA=\n") }, "seal-note"],
    [{ ...good, note: good.note.replace(/[^ ]*\n$/, "AAA\n") }, "seal-note"],
    [{ ...good, seal: changed }, "seal-note"],
    [{ ...good, seal: encodeBase64URL(seal.subarray(1)) }, "malformed"],
    [{ ...good, seal: round.seal }, "malformed"],
    [{ ...good, more: 1 }, "malformed"],
  ];
  for (const [document, code] of seals) {
    service.before = answering("/seal", JSON.stringify(document));
    await assert.rejects(session.find(), refusal(code));
  }
  const boxes = boxesFile(service.boxes());
  for (const [bytes, code] of [
    [boxes.subarray(0, -1), "malformed"],
    [Uint8Array.of(...boxes, 0), "malformed"],
    [new Uint8Array(0), "malformed"],
    [Uint8Array.from(boxes, (byte, index) => (index === 0 ? 255 : byte)), "malformed"],
    [Uint8Array.from(boxes, (byte, index) => (index === 100 ? byte ^ 1 : byte)), "box-root"],
    [new Uint8Array(32), "box-root"],
  ]) {
    service.before = answering("/boxes", bytes);
    await assert.rejects(session.find(), refusal(code));
  }
  const note = `${good.note}\u2014 other.example AAAAAAAA\n`;
  service.before = answering("/seal", JSON.stringify({ ...good, note }));
  assert.equal(await session.find(), 1);
});

test("a second seal after the first is an alarm", async () => {
  const { service, session } = await castAndSealed();
  await session.find();
  service.slips.delete(service.slips.keys().next().value);
  service.state = "certified";
  await assert.rejects(session.counted(), refusal("seal-note", { isAlarm: true }));
});

test("an opening by another key is an alarm", async () => {
  const { service, session } = await castAndSealed();
  await session.find();
  service.state = "certified";
  const opening = await service.opening();
  const boardPrivateKey = encodeBase64URL(service.memberKey.scalar);
  service.before = answering("/opening", JSON.stringify({ ...opening, boardPrivateKey }));
  await assert.rejects(session.counted(), refusal("board-key", { isAlarm: true }));
});

test("a damaged record is not gone on with", async () => {
  const { store, start, resume } = await setUp();
  await start();
  const [name] = await store.names("device/");
  const good = await store.get(name);
  for (const change of [{ format: "other" }, { roundID: new Uint8Array(32) }, { ballots: [] }]) {
    await store.update(name, () => ({ ...good, ...change }));
    await assert.rejects(resume(), refusal("damaged"));
  }
});

test("a store that fails stops what would be sent", async () => {
  const { service, client } = await setUp();
  const store = new MemoryStore();
  store.add = async () => { throw new Error("disk full"); };
  await assert.rejects(VotingSession.start(service.manifest, service.codes[0], client, store), /disk full/);
  assert.equal(service.log.length, 0);
});

test("a manifest that was kept is hashed again", async () => {
  const { service, client, store } = await setUp();
  await loadManifest(client, store);
  await loadManifest(client, store);
  assert.equal(count(service, "/manifest"), 1);
  const [name] = await store.names("manifest/");
  await store.update(name, (bytes) => bytes.map((byte, index) => (index === 9 ? byte ^ 1 : byte)));
  await assert.rejects(loadManifest(client, store), refusal("round-mismatch"));
  service.before = answering("/manifest", b64u(round.manifest));
  await assert.rejects(loadManifest(client, new MemoryStore()), refusal("round-mismatch"));
});

test("each step forgets what the next does not need", async () => {
  const { service, store, start } = await castAndSealed();
  const [name] = await store.names("device/");
  for (const ballot of (await store.get(name)).ballots) assert.deepEqual(Object.keys(ballot), ["slip", "receipt"]);
  assert.equal((await store.get(name)).marks, null);
  service.state = "voting";
  const other = await start(service.codes[1]);
  await other.obtainTokens();
  const [, second] = await store.names("device/");
  for (const ballot of (await store.get(second)).ballots) {
    assert.deepEqual(Object.keys(ballot), ["oneTimeKey", "authenticator"]);
  }
});

test("version 2: a device key of its own asks for tokens, and says that slips were found", async () => {
  const { service, start, store } = await setUp({ version: 2 });
  const session = await start();
  await session.obtainTokens();
  const { deviceKey } = await store.get((await store.names("device/"))[0]);
  assert.deepEqual(bodies(service, "/tokens")[0].deviceKey, encodeBase64URL(deviceKey.publicKey));
  assert.notDeepEqual(deviceKey.publicKey, service.manifest.voters[0].credentialKey);
  const other = await setUp({ version: 1 });
  await (await other.start()).obtainTokens();
  assert.ok(!("deviceKey" in bodies(other.service, "/tokens")[0]));
});

test("version 2: the time that is shown is the one that was sealed", async () => {
  const { service, start } = await setUp({ version: 2 });
  const session = await start();
  await session.obtainTokens();
  service.state = "voting";
  await session.mark(MARKS);
  await session.castAll();
  service.state = "sealed";
  const earlier = await service.sealDocument({ sealedAt: 1_799_999_999 });
  service.before = answering("/seal", JSON.stringify(earlier));
  await assert.rejects(session.find(), refusal("malformed", { place: "seal.sealedAt" }));
  service.before = async () => {};
  assert.equal(await session.find(), 1);
});

test("version 2: no tokens without the service's word on this device's key", async () => {
  const { service, start } = await setUp({ version: 2 });
  const [session, other] = [await start(), await start(service.codes[1])];
  let foreign;
  service.after = async (path, response) => {
    if (path === "/tokens") foreign = (await response.clone().json()).issued;
    return response;
  };
  await other.obtainTokens();
  for (const issued of [undefined, foreign, encodeBase64URL(new Uint8Array(64))]) {
    service.after = async (path, response) =>
      (path === "/tokens" ? new Response(JSON.stringify({ ...(await response.json()), issued })) : response);
    await assert.rejects(session.obtainTokens(), refusal("not-issued", { isAlarm: true }));
    assert.equal(session.stage, "prepared");
  }
  service.after = async (_, response) => response;
  await session.obtainTokens();
  assert.equal(session.stage, "issued");
});

/** A session of version 2 with all slips cast directly, in a sealed round. */
async function sealedInTwo(change = () => {}) {
  const set = await setUp({ version: 2 });
  const session = await set.start();
  await session.obtainTokens();
  await (await set.start(set.service.codes[1])).obtainTokens();
  set.service.state = "voting";
  await session.mark(MARKS);
  await session.castAll();
  change(set.service.roll);
  set.service.state = "sealed";
  return { ...set, session };
}

test("version 2: a line of the roll that is not this device's is proved, and nothing is said to be found", async () => {
  const changes = {
    "another key": (roll) => { roll[0] = { ...roll[0], deviceKey: roll[1].deviceKey }; },
    "another signature": (roll) => { roll[0] = { ...roll[0], signature: roll[1].signature }; },
    "another request": (roll) => { roll[0] = { ...roll[0], tokenRequests: roll[1].tokenRequests }; },
    "no line": (roll) => { roll.shift(); },
    "two lines": (roll) => { roll.push({ ...roll[1], voter: roll[0].voter }); },
    "a line with more": (roll) => { roll[0] = { ...roll[0], more: 1 }; },
  };
  for (const [name, change] of Object.entries(changes)) {
    const { service, session, store } = await sealedInTwo(change);
    const { issued } = await store.get((await store.names("device/"))[0]);
    await assert.rejects(session.find(), (error) => {
      refusal("other-line", { isAlarm: true })(error);
      assert.deepEqual(error.issued, issued, name);
      if (name === "no line") assert.equal(error.line, null);
      else assert.ok(error.line.includes("uv-1"), name);
      return true;
    });
    assert.equal(service.found.size, 0);
    assert.equal(session.stage, "cast");
  }
  const { session } = await sealedInTwo();
  assert.equal(await session.find(), 1);
});

test("version 2: a roll that is not the sealed one", async () => {
  const { service, session } = await sealedInTwo();
  const roll = service.rollFile();
  for (const other of [roll.subarray(1), new Uint8Array(0), Uint8Array.of(...roll, 10)]) {
    service.before = answering("/roll", other);
    await assert.rejects(session.find(), refusal("roll", { isAlarm: true }));
  }
  service.before = async () => {};
  assert.equal(await session.find(), 1);
});

test("version 2: who watched the sealing compares its time", async () => {
  const { service, session } = await sealedInTwo();
  const { sealedAt } = await service.sealDocument();
  for (const clock of [sealedAt - 601, sealedAt + 601, 0]) {
    await assert.rejects(session.find(() => {}, clock), refusal("sealed-time", { sealedAt, clock, isAlarm: false }));
  }
  assert.equal(service.found.size, 0);
  for (const clock of [sealedAt - 600, sealedAt + 600, null]) assert.equal(await session.find(() => {}, clock), 1);
});

test("version 2: a board of several shows how its key was made before tokens are asked for", async () => {
  const { service, store } = await setUp({ version: 2 });
  const board = { ...service.manifest.board, transcript: new Uint8Array(32) };
  const checked = [];
  const requireTranscript = async (bytes, of) => {
    checked.push(bytes);
    assert.equal(of, board);
    if (bytes[0] === 0) throw new TypeError("not theirs");
  };
  const check = { relayed: async () => ({ requireTranscript }) };
  const client = new VoterClient(service.roundID, { fetch: service.fetch, pauses: [] }, check);
  const session = await VotingSession.start({ ...service.manifest, board }, service.codes[0], client, store);
  service.before = answering("/transcript", Uint8Array.of(0));
  await assert.rejects(session.obtainTokens(), /not theirs/);
  assert.equal(count(service, "/tokens"), 0);
  service.before = answering("/transcript", Uint8Array.of(1));
  await session.obtainTokens();
  assert.deepEqual(checked, [Uint8Array.of(0), Uint8Array.of(1)]);
});
