import "./page-stub.mjs";
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { afterEach, test } from "node:test";

globalThis.document.querySelectorAll ??= () => [];

const { IS_TAKEN } = await import("../../../Sources/WebAssets/scripts/signer/signer-forms.js");
const fetchBefore = globalThis.fetch;
afterEach(() => Object.assign(globalThis, { fetch: fetchBefore }));

/** Sent twice it is the same: the account keeps one certificate. */
const ONLY_SENT_AGAIN = ["identity"];

test("each step of the signer's can be looked for after a lost answer", () => {
  const folder = new URL("../../../Sources/WebAssets/templates/", import.meta.url);
  const templates = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), "utf8")).join("\n");
  const steps = new Set([...templates.matchAll(/data-signer-step="([\w-]+)"/g)].map(([, step]) => step));
  assert.deepEqual([...steps].filter((step) => !IS_TAKEN[step]).sort(), ONLY_SENT_AGAIN);
  assert.deepEqual(Object.keys(IS_TAKEN).filter((step) => !steps.has(step)), []);
});

for (const step of ["seal", "archive"]) {
  const isTaken = () => IS_TAKEN[step]({ dataset: { digest: "d", length: "1000" } });

  test(`${step}: taken where the paper is longer than it was`, async () => {
    const asked = [];
    const ofLength = (length) => (globalThis.fetch = async (address, { method }) => {
      asked.push(`${method} ${address}`);
      return new Response(null, { headers: { "Content-Length": length } });
    });
    ofLength("1000");
    assert.equal(await isTaken(), false);
    ofLength("1001");
    assert.equal(await isTaken(), true);
    assert.deepEqual(new Set(asked), new Set(["HEAD /api/v1/decisions/d/document"]));
  });

  test(`${step}: nobody knows where nothing is heard`, async () => {
    const lost = [() => { throw new TypeError("network"); }, () => new Response("<html>", { status: 502 })];
    for (const answer of lost) {
      globalThis.fetch = async () => answer();
      await assert.rejects(isTaken(), (refusal) => refusal.isUnheard && refusal.mayPass);
    }
  });
}
