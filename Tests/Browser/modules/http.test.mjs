import { refusal } from "./support.mjs";
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { VoterClient } from "../../../Sources/WebAssets/ballot/client.js";
import { HTTP, Pieces } from "../../../Sources/WebAssets/ballot/http.js";

/** A transport that answers from a list, and what it was asked. */
function scripted(...answers) {
  const [asked, slept] = [[], []];
  const transport = {
    fetch: async (url, options) => {
      asked.push({ url, options });
      const answer = answers[Math.min(asked.length, answers.length) - 1];
      if (answer instanceof Error) throw answer;
      return answer();
    },
    sleep: async (milliseconds) => void slept.push(milliseconds),
  };
  return { http: new HTTP(transport), transport, asked, slept };
}

const ok = (body) => () => new Response(body);
const failed = (status, body = "", headers = {}) => () => new Response(body, { status, headers });
const lost = new TypeError("network lost");

test("what may pass is waited for", async () => {
  const busy = failed(429, "", { "Retry-After": "7" });
  const { http, slept, asked } = scripted(lost, failed(408), failed(502, "<html>"), busy, ok("{}"));
  assert.ok(await http.post("/x", { a: 1 }, 99));
  assert.deepEqual(slept, [250, 1_000, 4_000, 8_000]);
  assert.equal(new Set(asked.map(({ options }) => options.body)).size, 1);
});

test("the service's own wish is kept to, within reason", async () => {
  const later = (status, seconds) => failed(status, "", { "Retry-After": seconds });
  const early = scripted(later(429, "7"), later(503, "99999"), ok("{}"));
  await early.http.post("/x", {}, 99);
  assert.deepEqual(early.slept, [7_000, 30_000]);
  const odd = scripted(later(503, "-3"), later(503, "Fri"), ok(""));
  await odd.http.get("/x", 9);
  assert.deepEqual(odd.slept, [250, 1_000]);
});

test("patience has an end", async () => {
  const { http, asked } = scripted(lost);
  await assert.rejects(http.get("/x", 9), refusal("connection"));
  assert.equal(asked.length, 5);
  const busy = scripted(failed(503, '{"code":"unavailable"}'));
  await assert.rejects(busy.http.get("/x", 9), refusal("refused", { reason: "unavailable", status: 503 }));
});

test("what is refused is not asked again", async () => {
  for (const status of [400, 403, 404, 409, 413, 422, 500, 507]) {
    const { http, asked } = scripted(failed(status, '{"code":"why","status":1}'));
    await assert.rejects(http.post("/x", {}, 9), refusal("refused", { reason: "why", status, isAlarm: false }));
    assert.equal(asked.length, 1);
  }
  for (const body of ["", "<html>", "[]", '{"code":1}', '{"code":"a","code":"b"}', "x".repeat(9)]) {
    const { http } = scripted(failed(418, body));
    await assert.rejects(http.get("/x", 9), refusal("refused", { reason: "http-418" }));
  }
});

test("an answer has its limit", async () => {
  const { http } = scripted(ok("123456789"));
  assert.equal((await http.get("/x", 9)).length, 9);
  await assert.rejects(http.get("/x", 8), refusal("answer", { reason: "too-large" }));
  const more = (stream) => stream.enqueue(new Uint8Array(65_536));
  const endless = scripted(() => new Response(new ReadableStream({ pull: more })));
  await assert.rejects(endless.http.get("/x", 1 << 20), refusal("answer", { reason: "too-large" }));
});

/** A document in parts; the line breaks where a part is null. */
const parts = (list, headers, status = 200) => () => new Response(new ReadableStream({
  pull(stream) {
    if (list.length === 0) return stream.close();
    const part = list.shift();
    if (part === null) return stream.error(new TypeError("cut"));
    stream.enqueue(new TextEncoder().encode(part));
  },
}), { status, headers });

test("what comes slowly is waited for, what stands still is not", async () => {
  // Ten parts, together longer under way than any one of them may be.
  const slow = async (_, { signal }) => new Response(new ReadableStream({
    async start(stream) {
      signal.addEventListener("abort", () => stream.error(signal.reason));
      for (let part = 0; part < 10 && !signal.aborted; part++) {
        await new Promise((resolve) => setTimeout(resolve, 40));
        if (!signal.aborted) stream.enqueue(Uint8Array.of(part));
      }
      if (!signal.aborted) stream.close();
    },
  }));
  assert.equal((await new HTTP({ fetch: slow, timeout: 250, pauses: [] }).get("/x", 10)).length, 10);
  const still = async (_, { signal }) => {
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array(1));
        signal.addEventListener("abort", () => controller.error(signal.reason));
      },
    });
    return new Response(stream);
  };
  await assert.rejects(new HTTP({ fetch: still, timeout: 30, pauses: [] }).get("/x", 9), refusal("connection"));
});

test("a document goes on where it was, within a call and from one to the next", async () => {
  const first = { "Accept-Ranges": "bytes", "Content-Length": "10" };
  const rest = (start) => ({ "Accept-Ranges": "bytes", "Content-Range": `bytes ${start}-9/10`,
    "Content-Length": `${10 - start}` });
  const { http, asked } = scripted(
    parts(["012", null], first), parts(["34", null], rest(3), 206), lost, parts(["5", null], rest(5), 206),
    failed(503), parts(["6789"], rest(6), 206));
  const [pieces, seen] = [new Pieces(), []];
  pieces.onProgress = (done, total) => seen.push([done, total]);
  await assert.rejects(http.get("/x", 10, pieces), refusal("refused", { status: 503 }));
  assert.equal(new TextDecoder().decode(await http.get("/x", 10, pieces)), "0123456789");
  assert.deepEqual(asked.map(({ options }) => options.headers.Range),
    [undefined, "bytes=3-", "bytes=5-", "bytes=5-", "bytes=6-", "bytes=6-"]);
  assert.deepEqual(seen, [[3, 10], [5, 10], [6, 10], [10, 10]]);
});

test("a document that is here is not asked for again, however often what follows from it fails", async () => {
  const headers = { "Accept-Ranges": "bytes", "Content-Length": "4" };
  const { http, asked } = scripted(parts(["01", "23"], headers), failed(416));
  const pieces = new Pieces();
  for (let time = 0; time < 3; time++) assert.equal((await http.get("/x", 9, pieces)).length, 4);
  assert.equal(asked.length, 1);
});

test("an answer that ends before its announced end is a broken line, and goes on", async () => {
  const short = scripted(
    parts(["012"], { "Accept-Ranges": "bytes", "Content-Length": "5" }),
    parts(["34"], { "Accept-Ranges": "bytes", "Content-Range": "bytes 3-4/5", "Content-Length": "2" }, 206));
  assert.equal((await short.http.get("/x", 9)).length, 5);
  assert.equal(short.asked[1].options.headers.Range, "bytes=3-");
});

test("who offers no parts is asked for the whole; another part than asked for is refused", async () => {
  const whole = scripted(parts(["012", null], {}), parts(["0123"], {}));
  assert.equal((await whole.http.get("/x", 9)).length, 4);
  assert.equal(whole.asked[1].options.headers.Range, undefined);
  const anew = scripted(parts(["012", null], { "Accept-Ranges": "bytes" }),
    parts(["0123"], { "Accept-Ranges": "bytes" }));
  assert.equal((await anew.http.get("/x", 9)).length, 4, "a service that sends the whole all the same");
  for (const range of ["bytes 2-9/10", "bytes 4-9/10", "3-9", ""]) {
    const wrong = scripted(parts(["012", null], { "Accept-Ranges": "bytes" }),
      parts(["x"], { "Content-Range": range }, 206));
    await assert.rejects(wrong.http.get("/x", 9), refusal("answer", { reason: "range" }));
  }
});

test("an answer cut short, and one that never comes", async () => {
  const cutting = (stream) => stream.error(new TypeError("cut"));
  const cut = scripted(() => new Response(new ReadableStream({ pull: cutting })));
  await assert.rejects(cut.http.get("/x", 9), refusal("connection"));
  const hanging = (_, { signal }) =>
    new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  const http = new HTTP({ fetch: hanging, timeout: 5, pauses: [1] });
  await assert.rejects(http.get("/x", 9), refusal("connection"));
});

test("the status is read loosely, but read", async () => {
  const client = (body) => new VoterClient(new Uint8Array(32), scripted(ok(JSON.stringify(body))).transport);
  const turnout = { summoned: 4, present: 3, issued: 2, slips: 1 };
  const steps = [{ state: "frozen", at: 5 }];
  const status = { state: "voting", contests: 8, turnout, steps };
  const more = { ...status, turnout: { ...turnout, more: 0 }, steps: [{ ...steps[0], more: 1 }], more: 2 };
  assert.deepEqual(await client(more).status(), status);
  assert.equal((await client({ ...status, turnout: null }).status()).turnout, null);
  for (const bad of [{ state: 1 }, { turnout: {} }, { steps: [1] }, { contests: -1 }]) {
    await assert.rejects(client({ ...status, ...bad }).status(), refusal("answer"));
  }
  for (const bad of [{}, [], null]) await assert.rejects(client(bad).status(), refusal("answer"));
});

test("over a real socket: no cookie, no referrer, no redirection", async () => {
  const seen = [];
  const server = createServer((request, response) => {
    seen.push(request.headers);
    if (request.url.endsWith("/boxes")) return response.writeHead(302, { Location: "/elsewhere" }).end();
    response.writeHead(200, { "Set-Cookie": "who=me", "Content-Type": "application/json" }).end('{"found":1}');
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const origin = `http://127.0.0.1:${server.address().port}`;
    const client = new VoterClient(new Uint8Array(32), { origin, pauses: [] });
    assert.equal(await client.found({ voter: "a", signature: "b" }), 1);
    assert.equal(await client.found({ voter: "a", signature: "b" }), 1);
    await assert.rejects(client.boxes({ contests: [1], voters: [1] }), refusal("connection"));
    assert.equal(seen.length, 3);
    for (const headers of seen) {
      assert.equal(headers.cookie, undefined);
      assert.equal(headers.referer, undefined);
      assert.equal(headers["accept-language"], "*");
    }
  } finally {
    server.close();
    server.closeAllConnections?.();
  }
});
