import { refusal } from "./support.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";
import { IndexedDBStore, MemoryStore } from "../../../Sources/WebAssets/ballot/store.js";
import { FakeIndexedDB } from "./fake-indexeddb.mjs";

let databases = 0;
const stores = {
  memory: async () => new MemoryStore(),
  IndexedDB: async () => {
    FakeIndexedDB.install();
    return IndexedDBStore.open(`database ${databases++}`);
  },
};

for (const [kind, make] of Object.entries(stores)) {
  test(`${kind}: values, names, removal`, async () => {
    const store = await make();
    assert.equal(await store.get("a"), undefined);
    assert.equal(await store.add("device/r/1", { bytes: Uint8Array.of(1) }), true);
    assert.equal(await store.add("device/r/1", { bytes: Uint8Array.of(2) }), false);
    assert.deepEqual(await store.get("device/r/1"), { bytes: Uint8Array.of(1) });
    await store.add("device/r/0", 0);
    await store.add("device/s/0", 0);
    await store.add("device", 0);
    assert.deepEqual(await store.names("device/r/"), ["device/r/0", "device/r/1"]);
    await store.remove("device/r/1");
    assert.equal(await store.get("device/r/1"), undefined);
    assert.deepEqual(await store.names("device/r/"), ["device/r/0"]);
  });

  test(`${kind}: what is stored is a copy`, async () => {
    const store = await make();
    const value = { list: [1] };
    await store.add("a", value);
    value.list.push(2);
    (await store.get("a")).list.push(3);
    assert.deepEqual(await store.get("a"), { list: [1] });
  });

  test(`${kind}: changes do not overtake each other`, async () => {
    const store = await make();
    await store.add("n", 0);
    const results = await Promise.all(Array.from({ length: 20 }, () => store.update("n", (n) => n + 1)));
    assert.deepEqual(results, Array.from({ length: 20 }, (_, n) => n + 1));
    assert.equal(await store.get("n"), 20);
  });

  test(`${kind}: a change that fails changes nothing`, async () => {
    const store = await make();
    await store.add("n", 1);
    const fault = refusal("x");
    const { BallotError } = await import("../../../Sources/WebAssets/ballot/error.js");
    await assert.rejects(store.update("n", () => { throw new BallotError("x", "x"); }), fault);
    assert.equal(await store.get("n"), 1);
    assert.equal(await store.update("n", (n) => n + 1), 2);
  });

  test(`${kind}: of two first values one wins`, async () => {
    const store = await make();
    const won = await Promise.all([store.add("a", 1), store.add("a", 2)]);
    assert.deepEqual(won, [true, false]);
    assert.equal(await store.get("a"), 1);
  });
}

test("IndexedDB: writes ask for strict durability", async () => {
  const store = await stores.IndexedDB();
  await store.add("a", 1);
  await store.update("a", () => 2);
  assert.deepEqual(FakeIndexedDB.asked.map(({ options }) => options?.durability), ["strict", "strict"]);
});

for (const isTold of [false, true]) {
  test(`IndexedDB: a connection that the browser has dropped is opened again, ${isTold ? "told" : "untold"}`,
    async () => {
    const store = await stores.IndexedDB();
    await store.add("n", 1);
    FakeIndexedDB.drop(isTold);
    assert.equal(await store.get("n"), 1);
    FakeIndexedDB.drop(isTold);
    assert.equal(await store.update("n", (n) => n + 1), 2);
    FakeIndexedDB.drop(isTold);
    assert.equal(await store.add("n", 5), false, "a repetition adds nothing twice");
    FakeIndexedDB.drop(isTold);
    assert.deepEqual(await store.names("n"), ["n"]);
    FakeIndexedDB.drop(isTold);
    await store.remove("n");
    assert.equal(await store.get("n"), undefined);
  });
}

test("IndexedDB: a step that broke in its midst is done again, once", async () => {
  const store = await stores.IndexedDB();
  await store.add("n", 1);
  for (const times of [1, 2, 3]) {
    FakeIndexedDB.breaking = times;
    assert.equal(await store.update("n", (n) => n + 1), times + 1);
  }
  FakeIndexedDB.breaking = 4;
  await assert.rejects(store.update("n", (n) => n + 1), refusal("storage"));
  FakeIndexedDB.breaking = 0;
  assert.equal(await store.get("n"), 4);
});

test("IndexedDB: a browser without it, and a disk that is full", async () => {
  delete globalThis.indexedDB;
  await assert.rejects(IndexedDBStore.open(), refusal("storage"));
  const store = await stores.IndexedDB();
  FakeIndexedDB.failing = true;
  await assert.rejects(store.add("a", 1), refusal("storage"));
  await assert.rejects(store.get("a"), refusal("storage"));
  FakeIndexedDB.failing = false;
  assert.equal(await store.get("a"), undefined);
});
