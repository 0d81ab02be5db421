import "./page-stub.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";
import { RelayClient } from "../../../Sources/WebAssets/ballot/relay-client.js";

/* As much of an element as the words are put into. */
document.createElement = () => ({
  words: "",
  setAttribute() {},
  append(...parts) {
    this.words += parts.join("");
  },
  toString() {
    return this.words;
  },
});

const { Holding } = await import("../../../Sources/WebAssets/scripts/round/relay-holdings.js");

const ROUND = new Uint8Array(32).fill(7);
const NOT_YET = "chưa vào hòm";

/** A relay that answers what it is given, one after the other. */
function relay(...answers) {
  const fetch = async () => {
    const [status, body] = answers.length > 1 ? answers.shift() : answers[0];
    if (status === 0) throw new TypeError("the line is cut");
    return new Response(JSON.stringify(body), { status });
  };
  return new RelayClient({ url: "https://tram.example/x" }, ROUND, { pauses: [], fetch });
}

const said = async (holding, client) => (await holding.look(client)).join("");

test("what is held is a number of people, and said not to be in the box", async () => {
  for (const isClosing of [false, true]) {
    for (const state of isClosing ? ["held", "lowering"] : ["held"]) {
      const words = await said(new Holding(isClosing), relay([200, { voters: 12, state }]));
      assert.match(words, /^12 đồng chí đã giao phiếu · /);
      assert.ok(words.endsWith(NOT_YET), words);
    }
  }
});

test("a relay that says only how many is understood", async () => {
  assert.equal(await said(new Holding(false), relay([200, { voters: 0 }])), `0 đồng chí đã giao phiếu · ${NOT_YET}`);
});

test("each state of the mix is another sentence", async () => {
  const words = [];
  for (const state of ["held", "lowering", "sending", "sent"]) {
    words.push(await said(new Holding(true), relay([200, { voters: 3, state }])));
  }
  assert.equal(new Set(words).size, 4);
  // What is being sent is not said to be there, and how many handed over is not said to be mixed.
  assert.ok(words.slice(2).every((one) => !one.includes("3") && !one.includes("đã vào hòm")), words.join("\n"));
});

test("silence is told as silence, with what was heard last", async () => {
  const [holding, client] = [new Holding(false), relay([0], [200, { voters: 5, state: "held" }], [503, {}], [0])];
  assert.equal(await said(holding, client), "chưa hỏi được trạm này");
  assert.match(await said(holding, client), /^5 /);
  for (let time = 0; time < 2; time += 1) {
    assert.equal(await said(holding, client), "chưa hỏi được trạm này · lần cuối hỏi được: 5 đồng chí đã giao phiếu");
  }
});

test("an answer that no relay gives is none", async () => {
  for (const body of [{}, { voters: -1 }, { voters: "5" }, { voters: 5, state: "in-the-box" }, []]) {
    assert.equal(await said(new Holding(false), relay([200, body])), "chưa hỏi được trạm này", JSON.stringify(body));
  }
});

test("a relay of another service says that it knows no such round", async () => {
  assert.match(await said(new Holding(false), relay([404, { code: "unknown-round" }])), /không biết đợt này/);
});
