import "./support.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";
import { credentialOf, readAccessCode } from "../../../Sources/WebAssets/ballot/ballot.js";
import { keyLines, makeCards } from "../../../Sources/WebAssets/scripts/desk/card-codes.js";

const people = ["uv-01", "uv-02", "uv-03"].map((id) => ({ id, name: `Đồng chí ${id}`, position: "Ủy viên" }));

test("each member gets a code of their own, and the key that follows from it", async () => {
  const steps = [];
  const cards = await makeCards(people, (done) => steps.push(done));
  assert.deepEqual(steps, [1, 2, 3]);
  assert.equal(new Set(cards.map((card) => card.code)).size, 3);
  for (const card of cards) {
    const { publicKey } = await credentialOf(card.code);
    assert.equal(card.publicKey, Buffer.from(publicKey).toString("base64url"));
  }
});

test("what the service is told holds no code, in no spelling", async () => {
  const cards = await makeCards(people, () => {});
  const told = keyLines(cards);
  assert.deepEqual(told.split("\n").map((line) => line.split(" ")[0]), ["uv-01", "uv-02", "uv-03"]);
  for (const { code } of cards) {
    for (const spelling of [code, readAccessCode(code), readAccessCode(code).slice(0, 12)]) assert.ok(
      !told.toUpperCase().includes(spelling), spelling);
  }
});
