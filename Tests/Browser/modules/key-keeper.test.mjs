import "./page-stub.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";
import { b64u, keyPair, round } from "./support.mjs";
import { readManifest } from "../../../Sources/WebAssets/ballot/manifest.js";
import { MemoryStore } from "../../../Sources/WebAssets/ballot/store.js";
import { boardKeyOf, isSameKey, makeBoardKey, stored } from "../../../Sources/WebAssets/ballot/board-key.js";
import { KeyKeeper } from "../../../Sources/WebAssets/ballot/key-keeper.js";

const manifest = await readManifest(b64u(round.manifest), b64u(round.roundID));
const registered = boardKeyOf("A", keyPair(round.boardMemberKey).scalar, keyPair(round.boardPrivateKey).scalar);

test("a key that is made later takes no other's place", async () => {
  const keeper = await KeyKeeper.open("R", new MemoryStore());
  await keeper.keep(registered);
  const later = await makeBoardKey("B");
  await keeper.keep(later);
  assert.equal((await keeper.keys()).length, 2);
  assert.ok(isSameKey(await keeper.keyOf(manifest), registered));
  await keeper.keep(registered);
  assert.equal((await keeper.keys()).length, 2, "the same key once");
  await keeper.forget();
  assert.deepEqual(await keeper.keys(), []);
});

test("another round's keys are its own", async () => {
  const store = new MemoryStore();
  const [one, other] = [await KeyKeeper.open("R", store), await KeyKeeper.open("R2", store)];
  await one.keep(registered);
  assert.deepEqual(await other.keys(), []);
  await other.keep(await makeBoardKey("B"));
  await one.forget();
  assert.equal((await other.keys()).length, 1);
  assert.equal(await other.keyOf(manifest), null);
});

test("a key that was kept under the round's name alone is found still", async () => {
  const store = new MemoryStore();
  await store.add("key/R", stored(registered));
  const keeper = await KeyKeeper.open("R", store);
  await keeper.keep(await makeBoardKey("B"));
  assert.ok(isSameKey(await keeper.keyOf(manifest), registered));
  await keeper.forget();
  assert.deepEqual(await store.names(""), []);
});
