import { b64u, later, refusal } from "./support.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";
import { MemoryStore, VoterClient, VotingSession } from "../../../Sources/WebAssets/ballot/ballot.js";
import { encodeBase64URL } from "../../../Sources/WebAssets/ballot/base64url.js";
import { requireOtherHost } from "../../../Sources/WebAssets/ballot/other-host.js";
import { FakeRelay } from "./fake-relay.mjs";
import { FakeService } from "./fake-service.mjs";

/* A ballot's way through a relay, before a service and relays in memory. */

const MARKS = [1, 2, 0, 1, 1, 2, 0, 1];

/** Where the service is, for a device that is no page. */
const ORIGIN = "https://phieu.example";

/** A service, its relays, and a device before them. */
async function setUp({ relays = 1, ...options } = {}) {
  const service = await FakeService.create({ version: 2, relays, ...options });
  const all = Array.from({ length: relays }, (_, place) => new FakeRelay(service, place));
  const fetch = (url, request) => {
    const relay = all.find((one) => url.startsWith(one.url));
    return relay ? relay.fetch(url, request) : service.fetch(url.slice(url.indexOf("/api/")), request);
  };
  const clientAt = (origin) => new VoterClient(service.roundID, { origin, fetch, sleep: async () => {} }, later);
  const client = clientAt(ORIGIN);
  const store = new MemoryStore();
  const resume = async () => (await VotingSession.resume(service.manifest, client, store))[0];
  return { service, relay: all[0], relays: all, client, clientAt, store, resume };
}

/** A session with tokens, in a round that is voting. */
async function atMarking(options) {
  const set = await setUp(options);
  const begin = async (place, store = new MemoryStore()) => {
    const session = await VotingSession.start(set.service.manifest, set.service.codes[place], set.client, store);
    await session.obtainTokens();
    return session;
  };
  const session = await begin(0, set.store);
  set.service.state = "voting";
  return { ...set, session, begin };
}

/** A session whose bundle the relay has taken. */
async function handedOver({ atLeast = 1, ...options } = {}) {
  const set = await atMarking(options);
  await set.session.mark(MARKS, undefined, { way: { relay: 0, atLeast } });
  await (await set.session.passage()).handOver();
  assert.equal(set.session.stage, "handed");
  return set;
}

/** Another member's ballot, handed over as well. */
async function another({ begin }, place, atLeast = 1) {
  const session = await begin(place);
  await session.mark(MARKS, undefined, { way: { relay: 0, atLeast } });
  await (await session.passage()).handOver();
  return session;
}

const close = async ({ service, relay }) => {
  service.state = "closing";
  await relay.mix();
};

const bodies = ({ log }, path) => log.filter((entry) => entry.path === path && entry.options.body)
  .map(({ options }) => JSON.parse(options.body));

test("handed over, closed, mixed, found: resumed at every step, and silent before the closing", async () => {
  const set = await atMarking();
  const { service, relay, resume } = set;
  const progress = [];
  await set.session.mark(MARKS, (done, total) => progress.push([done, total]), { way: { relay: 0, atLeast: 2 } });
  assert.deepEqual(progress, Array.from({ length: 16 }, (_, done) => [done + 1, 16]));
  let session = await resume();
  assert.equal(session.stage, "handing");
  assert.equal(relay.log.length, 0);
  await another(set, 1, 2);
  assert.equal(await (await session.passage()).voters(0), 1);
  service.log = [];
  assert.equal(await (await session.passage()).handOver(), 2);
  session = await resume();
  assert.equal(session.stage, "handed");
  assert.deepEqual(session.castCount, { done: 0, total: 8 });
  assert.deepEqual(await (await session.passage()).ask(), { state: "held", voters: 2 });
  assert.deepEqual(service.log, []);
  assert.equal(service.slips.size, 0);

  await close(set);
  session = await resume();
  assert.deepEqual(await (await session.passage()).ask(), { state: "answered", voters: 2 });
  assert.deepEqual(service.log, []);
  session = await resume();
  assert.equal(session.stage, "cast");
  assert.equal(session.way.voters, 2);
  assert.deepEqual(session.castCount, { done: 8, total: 8 });
  assert.equal(await (await session.passage()).compare(), true);
  service.state = "sealed";
  assert.equal(await session.find(), 1);
  service.state = "certified";
  assert.deepEqual(await session.counted(), MARKS);
  await session.erase();
  assert.equal((await resume()).way, null);
});

test("what goes to the relay says nothing else, and nothing of it tells who sends", async () => {
  const { relay } = await handedOver();
  const [body] = bodies(relay, "/bundles");
  const members = ["voter", "deviceKey", "issued", "atLeast", "bundle", "signature"];
  assert.deepEqual(Object.keys(body), members);
  for (const { options } of relay.log) {
    assert.deepEqual([options.credentials, options.referrerPolicy, options.redirect], ["omit", "no-referrer", "error"]);
  }
});

test("answers lost while handing over: the same bundle again", async () => {
  const { session, relay, resume } = await atMarking();
  await session.mark(MARKS, undefined, { way: { relay: 0, atLeast: 1 } });
  relay.after = async () => { throw new TypeError("offline"); };
  const wanted = refusal("connection", { reason: "relay" });
  await assert.rejects(session.passage().then((way) => way.handOver()), wanted);
  assert.equal((await resume()).stage, "handing");
  assert.equal(relay.held.size, 1);
  relay.after = async (_, response) => response;
  const again = await resume();
  await (await again.passage()).handOver();
  assert.equal(again.stage, "handed");
  assert.equal(new Set(bodies(relay, "/bundles").map(({ bundle }) => bundle)).size, 1);
  assert.equal(relay.held.size, 1);
});

test("what was handed over is sent by nobody else", async () => {
  const { session, service, relay } = await handedOver();
  await assert.rejects(session.castAll(), refusal("wrong-moment"));
  await close({ service, relay });
  await (await session.passage()).ask();
  assert.equal(session.stage, "cast");
  await assert.rejects(session.castAll(), refusal("wrong-moment", { reason: "handed" }));
});

test("a relay killed before the mix has forgotten: handed over again, there, with the same bytes", async () => {
  const { session, service, relay, resume } = await handedOver();
  relay.forget();
  assert.equal((await (await session.passage()).ask()).state, "unknown");
  const again = await resume();
  assert.equal(again.stage, "handing");
  await (await again.passage()).handOver();
  assert.equal(new Set(bodies(relay, "/bundles").map(({ bundle }) => bundle)).size, 1);
  await close({ service, relay });
  await (await again.passage()).ask();
  assert.equal(again.stage, "cast");
});

test("a relay killed after the mix has lost the answers: nothing is sent again, and the box decides", async () => {
  const { session, service, relay, resume } = await handedOver();
  await close({ service, relay });
  relay.forgotten = true;
  assert.equal((await (await session.passage()).ask()).state, "lost");
  const again = await resume();
  assert.equal(again.stage, "mixed");
  assert.equal(again.unreceipted.length, 8);
  const wanted = refusal("wrong-moment", { reason: "mixed" });
  await assert.rejects(again.castAll(), wanted);
  await assert.rejects((await again.passage()).goElsewhere(null, { unreleased: true }), wanted);
  await assert.rejects((await again.passage()).release(), wanted);
  service.state = "sealed";
  assert.equal(await again.find(), 1);
  assert.equal(again.stage, "found");
});

test("a relay that mixed before it was handed anything", async () => {
  const { session, service, relay } = await atMarking();
  await session.mark(MARKS, undefined, { way: { relay: 0, atLeast: 1 } });
  await close({ service, relay });
  assert.equal(await (await session.passage()).handOver(), null);
  assert.equal(session.stage, "unsent");
});

test("in the mix and not answered: neither held nor in the box, until the answers come", async () => {
  const { session, service, relay, resume } = await handedOver();
  relay.isSending = true;
  await close({ service, relay });
  assert.deepEqual(await (await session.passage()).ask(), { state: "sending", voters: 1 });
  const again = await resume();
  assert.deepEqual([again.stage, again.way.voters, again.castCount.done], ["sending", 1, 0]);
  await assert.rejects(again.castAll(), refusal("wrong-moment"));
  await assert.rejects(again.passage().then((way) => way.lower(1)), refusal("wrong-moment"));
  await assert.rejects(again.passage().then((way) => way.handOver()), refusal("wrong-moment"));
  await assert.rejects(again.passage().then((way) => way.release()), refusal("refused", { reason: "sent" }));
  await assert.rejects(again.passage().then((way) => way.goElsewhere(null)), refusal("wrong-moment"));
  // What it says of the mix to the device it says to all.
  const [said] = service.statements;
  service.statements = [];
  await relay.state(2);
  await assert.rejects(again.passage().then((way) => way.compare()), refusal("statement", { isAlarm: true }));
  service.statements = [said];
  assert.equal(await (await again.passage()).compare(), true);
  assert.equal((await (await again.passage()).ask()).state, "sending");
  relay.isSending = false;
  assert.equal((await (await again.passage()).ask()).state, "answered");
  assert.equal(again.stage, "cast");
});

test("in the mix of a relay that then says nothing: found in the box, or direct by the member's own act", async () => {
  for (const goes of [false, true]) {
    const { session, service, relay, resume } = await handedOver();
    relay.isSending = true;
    await close({ service, relay });
    await (await session.passage()).ask();
    relay.before = async () => { throw new TypeError("offline"); };
    const again = await resume();
    await assert.rejects(again.passage().then((way) => way.ask()), refusal("connection", { reason: "relay" }));
    assert.equal(again.stage, "sending");
    if (goes) {
      await (await again.passage()).goElsewhere(null, { unreleased: true });
      await again.castAll();
      assert.equal(again.stage, "cast");
    }
    service.state = "sealed";
    assert.equal(await again.find(), 1);
  }
});

test("a relay that was killed before its mix was written down has it handed over again", async () => {
  const { session, service, relay, resume } = await handedOver();
  relay.isSending = true;
  await close({ service, relay });
  await (await session.passage()).ask();
  relay.sent.clear();
  relay.forget();
  relay.mixed = null;
  assert.equal((await (await session.passage()).ask()).state, "unknown");
  const again = await resume();
  assert.deepEqual([again.stage, again.way.voters], ["handing", null]);
  await (await again.passage()).handOver();
  assert.equal(again.stage, "handed");
});

test("a small mix: told, lowered, and then among the rest", async () => {
  const set = await handedOver({ atLeast: 3 });
  const { session, service, relay, resume } = set;
  await another(set, 1);
  [service.state, relay.isLowering] = ["closing", true];
  assert.deepEqual(await (await session.passage()).ask(), { state: "lowering", voters: 2, seconds: 100 });
  await assert.rejects((await session.passage()).lower(4), RangeError);
  relay.before = async (path) => { if (path === "/bundles") throw new TypeError("offline"); };
  await assert.rejects((await session.passage()).lower(2), refusal("connection"));
  relay.before = async () => {};
  // The smaller mix is kept, and handed over again after a reload.
  const again = await resume();
  assert.deepEqual([again.stage, again.way.atLeast], ["handing", 2]);
  await (await again.passage()).handOver();
  assert.equal(again.stage, "handed");
  await assert.rejects((await again.passage()).lower(3), RangeError);
  await relay.mix();
  assert.deepEqual(await (await again.passage()).ask(), { state: "answered", voters: 2 });
  assert.equal(again.stage, "cast");
  assert.equal(relay.mixed, 2);
});

test("lowered too late: the relay says what became of it", async () => {
  const set = await handedOver({ atLeast: 3 });
  const { session, relay } = set;
  await another(set, 1);
  await close(set);
  await (await session.passage()).lower(1);
  assert.equal(session.stage, "unsent");
  assert.deepEqual(session.way.voters, 1);
  assert.equal(relay.unsent.size, 1);
});

test("the round was over before the relay sent it: told apart from a mix without it", async () => {
  const { session, relay, resume } = await handedOver();
  relay.isOver = true;
  assert.deepEqual(await (await session.passage()).ask(), { state: "ended" });
  const again = await resume();
  assert.deepEqual([again.stage, again.way.state, again.way.voters], ["unsent", "ended", null]);
});

test("that the relay once took it is remembered, whatever comes after", async () => {
  const { session, service, relay, resume } = await handedOver({ atLeast: 3 });
  [service.state, relay.isLowering] = ["closing", true];
  relay.before = async (path) => { if (path === "/bundles") throw new TypeError("offline"); };
  assert.equal(session.way.wasTaken, true);
  await assert.rejects((await session.passage()).lower(2), refusal("connection"));
  assert.deepEqual([session.way.state, session.way.wasTaken], ["made", true]);
  relay.forget();
  await (await session.passage()).ask();
  assert.deepEqual([(await resume()).way.state, (await resume()).way.wasTaken], ["made", true]);
});

test("a mix of fewer than was asked for is an alarm, and one of as many is none", async () => {
  for (const [said, isAlarm] of [[1, true], [2, false]]) {
    const set = await handedOver({ atLeast: 2 });
    await another(set, 1);
    await close(set);
    set.relay.mixed = said;
    const asked = set.session.passage().then((way) => way.ask());
    if (isAlarm) await assert.rejects(asked, refusal("small-mix", { isAlarm: true }));
    else await asked;
    assert.equal(set.session.stage, "cast", "receipts are kept all the same");
  }
});

test("left out of the mix: released, then direct", async () => {
  const set = await handedOver({ atLeast: 3 });
  const { session, service, relay, resume } = set;
  await another(set, 1);
  await close(set);
  await (await session.passage()).ask();
  assert.equal(session.stage, "unsent");
  await assert.rejects((await session.passage()).goElsewhere(null), refusal("wrong-moment", { reason: "unsent" }));
  await (await session.passage()).release();
  const again = await resume();
  assert.equal(again.stage, "released");
  assert.equal(again.way.release.length, 64);
  await (await again.passage()).goElsewhere(null);
  assert.equal(again.stage, "casting");
  await again.castAll();
  assert.equal(again.stage, "cast");
  service.state = "sealed";
  assert.equal(await again.find(), 1);
  assert.equal(relay.released.size, 1);
});

test("another relay only with the first one's release; then with other bytes", async () => {
  const { session, service, relays, relay } = await handedOver({ relays: 2 });
  const way = { relay: 1, atLeast: 1 };
  await assert.rejects((await session.passage()).goElsewhere(way), refusal("wrong-moment", { reason: "handed" }));
  await (await session.passage()).release();
  assert.equal(relay.held.size, 0);
  await assert.rejects((await session.passage()).handOver(), refusal("wrong-moment", { reason: "released" }));
  await (await session.passage()).goElsewhere(way);
  assert.equal(session.stage, "handing");
  await (await session.passage()).handOver();
  service.state = "closing";
  await relays[0].mix();
  await relays[1].mix();
  await (await session.passage()).ask();
  assert.equal(session.stage, "cast");
  assert.deepEqual([relays[0].mixed, relays[1].mixed], [0, 1]);
  assert.notEqual(bodies(relays[0], "/bundles")[0].bundle, bodies(relays[1], "/bundles")[0].bundle);
});

test("a blocked relay: direct without its release, as the member's own act, and remembered", async () => {
  const { session, service, relay, store } = await handedOver();
  relay.before = async () => { throw new TypeError("blocked"); };
  await assert.rejects((await session.passage()).ask(), refusal("connection", { reason: "relay" }));
  await assert.rejects((await session.passage()).release(), refusal("connection", { reason: "relay" }));
  await (await session.passage()).goElsewhere(null, { unreleased: true });
  await session.castAll();
  assert.equal(session.stage, "cast");
  const [{ earlier }] = await Promise.all((await store.names("device/")).map((name) => store.get(name)));
  assert.deepEqual(earlier.map(({ relay: place, release }) => [place, release]), [[0, null]]);
  // The relay sends it all the same: the same slips again, which are in the box already.
  service.state = "closing";
  await relay.mix();
  assert.equal(service.slips.size, 8);
});

test("a release that is not the relay's, or comes too late, is none", async () => {
  const { session, service, relay } = await handedOver();
  relay.before = async (path) => path.endsWith("/release")
    ? new Response(JSON.stringify({ released: encodeBase64URL(new Uint8Array(64)) })) : undefined;
  await assert.rejects((await session.passage()).release(), refusal("answer", { reason: "release" }));
  assert.equal(session.stage, "handed");
  relay.before = async () => {};
  await close({ service, relay });
  await assert.rejects((await session.passage()).release(), refusal("refused", { reason: "sent" }));
  assert.equal(session.stage, "handed");
});

test("answers without a good receipt are told, and the box decides", async () => {
  const { session, service, relay } = await handedOver();
  let number = 0;
  const receipts = service.receipt;
  service.receipt = (slip) => receipts.call(service, ++number === 3 ? new Uint8Array(473) : slip);
  await close({ service, relay });
  const [name] = relay.sent.keys();
  const answers = relay.sent.get(name);
  [answers[6], answers[7]] = [answers[7], encodeBase64URL(b64u(answers[6]).fill(0))];
  await (await session.passage()).ask();
  assert.equal(session.stage, "mixed");
  assert.equal(session.unreceipted.length, 3);
  service.state = "sealed";
  assert.equal(await session.find(), 1);
});

test("slips that the mix lost: those without a receipt, and no others", async () => {
  const { session, service, relay } = await handedOver();
  const gateway = service.gateway;
  let number = 0;
  service.gateway = async (message) => (++number <= 2 ? new Uint8Array(1_072) : gateway.call(service, message));
  await close({ service, relay });
  await (await session.passage()).ask();
  const lost = session.unreceipted;
  assert.equal(lost.length, 2);
  service.state = "sealed";
  await assert.rejects(session.find(), (error) => {
    refusal("slip-uncast", { isAlarm: false })(error);
    assert.deepEqual(error.contests, lost);
    return true;
  });
  assert.equal(service.found.size, 0);
});

test("the relay says one thing to the device and another to all", async () => {
  const { session, service, relay } = await handedOver();
  await assert.rejects(session.passage().then((way) => way.compare()), refusal("refused"));
  await close({ service, relay });
  await (await session.passage()).ask();
  const said = service.statements;
  service.statements = [];
  assert.equal(await (await session.passage()).compare(), false);
  await relay.state(2);
  await assert.rejects((await session.passage()).compare(), refusal("statement", { isAlarm: true }));
  service.statements = [{ ...said[0], voters: 3 }];
  await assert.rejects((await session.passage()).compare(), refusal("statement", { isAlarm: true }));
  service.statements = [{ ...said[0], signature: encodeBase64URL(new Uint8Array(64)) }];
  await assert.rejects((await session.passage()).compare(), refusal("statement", { isAlarm: true }));
  service.statements = said;
  assert.equal(await (await session.passage()).compare(), true);
  service.before = async (path) => path === "/closing" ? new Response(JSON.stringify(
    { closing: encodeBase64URL(service.closing()), signature: encodeBase64URL(new Uint8Array(64)) })) : undefined;
  await assert.rejects((await session.passage()).compare(), refusal("closing", { isAlarm: true }));
});

test("hostile answers of a relay change nothing", async () => {
  const { session, service, relay } = await handedOver();
  const wanted = refusal("answer");
  const answers = [
    "", "[]", "{}", "null", "<html>", '{"state":"held"}', '{"voters":1}', '{"voters":-1,"state":"held"}',
    '{"voters":1,"state":"mixed"}', '{"voters":1,"state":"lowering","seconds":-1}', '{"state":"sending"}',
    '{"voters":1,"state":"lowering","seconds":9999}',
    '{"voters":1,"answers":{}}', '{"voters":1,"answers":["?"]}', "x".repeat(99_999),
  ];
  for (const answer of answers) {
    relay.before = async () => new Response(answer);
    await assert.rejects((await session.passage()).ask(), wanted, answer);
    assert.equal(session.stage, "handed");
  }
  for (const [status, code] of [[403, "voter"], [404, "unknown-round"], [500, "internal"]]) {
    relay.before = async () => service.problem(status, code);
    await assert.rejects((await session.passage()).ask(), refusal("refused", { reason: code, status }));
    assert.equal(session.stage, "handed");
  }
  // Too few, too many, and nothing but rubbish: what does not open has no receipt.
  const rubbish = Array.from({ length: 9 }, (_, length) => encodeBase64URL(new Uint8Array(length * 200)));
  for (const answers of [[], rubbish.slice(3), rubbish]) {
    const { session, relay } = await handedOver();
    relay.before = async () => new Response(JSON.stringify({ voters: 1, answers }));
    await (await session.passage()).ask();
    assert.deepEqual([session.stage, session.castCount.done], ["mixed", 0]);
  }
});

test("the relay refuses what is handed over", async () => {
  const { session, service, relay } = await atMarking();
  await session.mark(MARKS, undefined, { way: { relay: 0, atLeast: 1 } });
  for (const code of ["differs", "released", "signature"]) {
    relay.before = async () => service.problem(409, code);
    await assert.rejects((await session.passage()).handOver(), refusal("refused", { reason: code }));
    assert.equal(session.stage, "handing");
  }
});

test("nothing is handed to a relay on the service's own host", async () => {
  for (const origin of ["https://xa-ben.example", "https://xa-ben.example:8443", "https://XA-BEN.example."]) {
    const { session, service, store, relay, clientAt } = await atMarking();
    const [again] = await VotingSession.resume(service.manifest, clientAt(origin), store);
    // Before anything is sealed for it: another way may still be taken.
    service.before = async () => new Response(JSON.stringify(
      { state: "voting", contests: 8, turnout: null, steps: [], relays: [] }));
    const wanted = refusal("relay-host", { isAlarm: true });
    await assert.rejects(again.mark(MARKS, undefined, { way: { relay: 0, atLeast: 1 } }), wanted, origin);
    assert.equal(again.stage, "issued");
    await assert.rejects(again.passage().then((way) => way.voters(0)), wanted);
    service.before = async () => {};
    // Sealed while the page had another address.
    await session.mark(MARKS, undefined, { way: { relay: 0, atLeast: 1 } });
    const [third] = await VotingSession.resume(service.manifest, clientAt(origin), store);
    await assert.rejects(third.passage().then((way) => way.handOver()), wanted);
    assert.equal(relay.log.length, 0);
  }
});

test("a relay on the loopback is a trial's, and on another host it is another body's", () => {
  const at = (url) => ({ url });
  for (const [relay, service] of [
    ["http://127.0.0.1:8081", "http://127.0.0.1:8080"], ["http://localhost:1/x", "http://localhost:2"],
    ["http://[::1]:1", "http://[::1]"], ["https://tram.xa.example", "https://xa.example"],
    ["https://xa.example.vn", "https://xa.example"],
  ]) assert.doesNotThrow(() => requireOtherHost(at(relay), service));
  for (const [relay, service] of [
    ["https://xa.example", "https://xa.example"], ["https://xa.example:9/relay", "https://xa.example"],
    ["https://xa.example.", "https://xa.example"], ["https://10.0.0.1", "https://10.0.0.1:8443/"],
  ]) assert.throws(() => requireOtherHost(at(relay), service), refusal("relay-host"), relay);
});

test("ways that are none", async () => {
  const { session } = await atMarking();
  for (const way of [{ relay: 1, atLeast: 1 }, { relay: 0, atLeast: 0 }, { relay: 0, atLeast: 4 },
    { relay: 0, atLeast: 1.5 }, { relay: 0 }]) {
    await assert.rejects(session.mark(MARKS, undefined, { way }), RangeError);
    assert.equal(session.stage, "issued");
  }
});

test("two tabs: one bundle, and nobody undoes what the other did", async () => {
  const { session: one, service, relay, resume } = await atMarking();
  const two = await resume();
  const way = { relay: 0, atLeast: 1 };
  const both = await Promise.allSettled([one, two].map((session) => session.mark(MARKS, undefined, { way })));
  assert.deepEqual(both.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
  await one.refresh();
  await two.refresh();
  await Promise.all([one, two].map(async (session) => (await session.passage()).handOver()));
  assert.equal(relay.held.size, 1);
  const three = await resume();
  await (await three.passage()).release();
  relay.before = async () => new Response(JSON.stringify({ voters: 1 }), { status: 202 });
  await assert.rejects((await two.passage()).lower(1), refusal("wrong-moment", { reason: "released" }));
  assert.equal((await resume()).stage, "released");
  relay.before = async () => {};
  await (await three.passage()).goElsewhere(null);
  await assert.rejects((await one.passage()).goElsewhere(null), refusal("wrong-moment"));
  await three.castAll();
  service.state = "sealed";
  await three.find();
  assert.equal((await resume()).stage, "found");
});
