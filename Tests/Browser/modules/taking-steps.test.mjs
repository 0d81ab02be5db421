import "./page-stub.mjs";
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { afterEach, test } from "node:test";

const { Refusal, staffCall, unheard } = await import("../../../Sources/WebAssets/scripts/round/staff-call.js");
const { takeStep } = await import("../../../Sources/WebAssets/scripts/round/taking-steps.js");

const [fetchBefore, timeoutBefore] = [globalThis.fetch, globalThis.setTimeout];
afterEach(() => Object.assign(globalThis, { fetch: fetchBefore, setTimeout: timeoutBefore }));

const answering = (answer) => (globalThis.fetch = async () => answer());
const problem = { code: "wrong-state", messages: { vi: "Đợt đang ở bước khác.", en: "Another step." } };

test("a lost answer is not known, and nothing is claimed of it", async () => {
  const lost = [
    () => { throw new TypeError("network"); }, () => new Response("<html>", { status: 502 }),
    () => new Response("", { status: 504 }), () => new Response('{"sta', { status: 200 }),
    () => new Response("", { status: 200 }), () => new Response("oops", { status: 500 }),
  ];
  for (const answer of lost) {
    answering(answer);
    await assert.rejects(staffCall("POST", "/x", {}), (refusal) =>
      refusal.isUnheard && refusal.mayPass && /chưa biết/.test(refusal.message) && !/chưa có gì/.test(refusal.message));
    await assert.rejects(staffCall("GET", "/x"), (refusal) => refusal.isUnheard && !/chưa biết/.test(refusal.message));
  }
});

test("what was heard is told in the service's words", async () => {
  answering(() => Response.json(problem, { status: 409 }));
  await assert.rejects(staffCall("POST", "/x", {}), (refusal) =>
    refusal.code === "wrong-state" && !refusal.mayPass && refusal.message === problem.messages.vi);
  answering(() => Response.json({ code: "unavailable" }, { status: 503, headers: { "Retry-After": "7" } }));
  await assert.rejects(staffCall("POST", "/x", {}), (refusal) => refusal.mayPass && refusal.retryAfter === 7);
  answering(() => Response.json({ code: "request-timeout" }, { status: 408 }));
  await assert.rejects(staffCall("POST", "/x", {}), (refusal) => refusal.mayPass && !refusal.isUnheard);
  answering(() => new Response(null, { status: 204 }));
  assert.equal(await staffCall("PUT", "/x", {}), null);
});

/** Pauses that take no time, and how long each was to be. */
function hurried() {
  const paused = [];
  globalThis.setTimeout = (act, milliseconds) => {
    paused.push(milliseconds);
    return timeoutBefore(act, 0);
  };
  return paused;
}

const refusals = (...list) => async () => {
  const next = list.shift();
  if (next instanceof Error) throw next;
  return next;
};
const busy = new Refusal("unavailable", "bận", { status: 503, retryAfter: 9 });
const lost = unheard("POST");

test("a step whose answer was lost is looked for, and not taken twice where it is found", async () => {
  hurried();
  const said = [];
  const sent = refusals(lost, "again");
  const isTaken = refusals(unheard("GET"), busy, true);
  assert.equal(await takeStep({ send: sent, isTaken, told: (words) => said.push(words) }), null);
  assert.match(said[0], /chưa biết/);
  assert.equal(said.at(-1), "", "in the end nothing is left to say");
});

test("a step that did not arrive is sent again", async () => {
  const paused = hurried();
  const answer = await takeStep({ send: refusals(lost, busy, "taken"), isTaken: async () => false, told: () => {} });
  assert.equal(answer, "taken");
  assert.deepEqual(paused, [2_000, 9_000]);
});

test("what will not pass is said at once, of sending as of looking", async () => {
  hurried();
  const no = new Refusal("forbidden", "không được", { status: 403 });
  await assert.rejects(takeStep({ send: refusals(no), told: () => {} }), no);
  await assert.rejects(takeStep({ send: refusals(lost), isTaken: refusals(no), told: () => {} }), no);
});

test("which answers pass by themselves stands in one place", async () => {
  const { BallotError, isPassing } = await import("../../../Sources/WebAssets/ballot/error.js");
  for (const status of [408, 429, 502, 503, 504]) {
    assert.ok(isPassing(status) && new BallotError("refused", "", { status }).mayPass);
    assert.ok(new Refusal("any", "", { status }).mayPass);
  }
  for (const status of [0, 200, 400, 403, 404, 409, 410, 422, 500, 507]) assert.ok(!isPassing(status), `${status}`);
  const assets = new URL("../../../Sources/WebAssets/", import.meta.url);
  const list = /\[[^\][]*(\b50[234]\b|"overloaded"|"unavailable"|"request-timeout")[^\][]*\]/;
  const scripts = readdirSync(assets, { recursive: true }).filter((name) => name.endsWith(".js"));
  const having = scripts.filter((name) => list.test(readFileSync(new URL(name, assets), "utf8")));
  assert.deepEqual(having, ["ballot/error.js"]);
});
