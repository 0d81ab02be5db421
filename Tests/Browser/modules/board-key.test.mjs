import assert from "node:assert/strict";
import { test } from "node:test";
import { b64u, refusal, round } from "./support.mjs";
import { concat, equal, u32 } from "../../../Sources/WebAssets/ballot/bytes.js";
import { label } from "../../../Sources/WebAssets/ballot/hash.js";
import { isSigned } from "../../../Sources/WebAssets/ballot/keys.js";
import { openMessage } from "../../../Sources/WebAssets/ballot/seal.js";
import { readManifest } from "../../../Sources/WebAssets/ballot/manifest.js";
import { encodeBase64URL } from "../../../Sources/WebAssets/ballot/base64url.js";
import * as keys from "../../../Sources/WebAssets/ballot/board-key.js";
import { BoardDevice } from "../../../Sources/WebAssets/ballot/board-device.js";
import { LINES, readSheet, sheetCode, sheetLines } from "../../../Sources/WebAssets/ballot/key-sheet.js";

const manifest = await readManifest(b64u(round.manifest), b64u(round.roundID));
const key = keys.boardKeyOf("Trưởng ban kiểm phiếu", b64u(round.boardMemberKey), b64u(round.boardPrivateKey));

test("the round's key is its board's, another is not", async () => {
  assert.equal(keys.memberOf(key, manifest), 0);
  const other = await keys.makeBoardKey("Người khác");
  assert.equal(keys.memberOf(other, manifest), -1);
  assert.equal(keys.memberOf({ ...other, opening: key.opening }, manifest), -1);
  assert.equal(keys.memberOf({ ...other, signing: key.signing }, manifest), -1);
  assert.ok(keys.isKeyOfDraft(key, keys.publicBoard(key)));
  assert.ok(!keys.isKeyOfDraft(other, keys.publicBoard(key)));
  assert.ok(!keys.isKeyOfDraft(key, null));
});

test("no scalar, no key", () => {
  const scalar = key.signing.scalar;
  assert.equal(keys.boardKeyOf("A", new Uint8Array(32), scalar), null);
  assert.equal(keys.boardKeyOf("A", scalar, new Uint8Array(32).fill(0xff)), null);
});

test("key files are those of the command line", async () => {
  const text = keys.keyFile(key);
  const file = JSON.parse(text);
  assert.deepEqual(Object.keys(file), ["format", "name", "signingKey", "boardKey"]);
  assert.equal(file.format, "phieukin-board-key/1");
  assert.equal(file.signingKey, round.boardMemberKey);
  assert.equal(file.boardKey, round.boardPrivateKey);
  assert.deepEqual(keys.readKeyFile(text), key);
  for (const bad of ["", "{}", text.replace("board-key/1", "board-key/2"), text.replace("boardKey", "boardkey"),
    text.slice(0, -4), JSON.stringify({ ...file, more: 1 }), JSON.stringify({ ...file, boardKey: "AAAA" })]) {
    assert.equal(keys.readKeyFile(bad), null, bad.slice(0, 40));
  }
  assert.deepEqual(keys.restored(keys.stored(key)), key);
});

const seal = { hash: b64u(round.sealHash), version: manifest.version };
const audit = { holds: true, seal, manifest };

test("what is signed is what the protocol says", async () => {
  const member = manifest.board.members[0].key;
  const device = new BoardDevice(key, manifest);
  const freeze = await device.signFreeze();
  const frozen = concat(label("freeze", manifest.version), manifest.roundID);
  assert.ok(await isSigned(member, b64u(freeze.signature), frozen));
  assert.ok(await isSigned(member, b64u(round.freezeSignature), frozen));
  const share = await device.share(audit);
  const opening = openMessage(seal, b64u(round.boardPrivateKey));
  assert.equal(share.share, round.boardPrivateKey);
  assert.ok(await isSigned(member, b64u(share.signature), opening));
  assert.ok(await isSigned(member, b64u(round.openSignature), opening));
  const minutes = await device.signMinutes(audit, round.tally, round.tally);
  const counts = round.tally.flatMap(({ first, second, blank, invalid }) => [first, second, blank, invalid].map(u32));
  const counted = concat(label("minutes", manifest.version), seal.hash, ...counts);
  assert.ok(await isSigned(member, b64u(minutes.signature), counted));
  assert.deepEqual([freeze, share, minutes].map((signed) => signed.member), [0, 0, 0]);
});

test("the share leaves the device for an audited box only, the signature for the same count only", async () => {
  const device = new BoardDevice(key, manifest);
  for (const bad of [{ ...audit, holds: false }, { ...audit, seal: null }, { ...audit, manifest: { ...manifest } }]) {
    await assert.rejects(device.share(bad), refusal("audit"));
    assert.throws(() => device.signMinutes(bad, round.tally, round.tally), refusal("audit"));
  }
  for (const part of ["contest", "collected", "first", "second", "blank", "invalid"]) {
    const theirs = round.tally.map((one, place) => (place === 3 ? { ...one, [part]: one[part] + 1 } : one));
    assert.throws(() => device.signMinutes(audit, round.tally, theirs), refusal("other-count"), part);
  }
  assert.throws(() => device.signMinutes(audit, round.tally, round.tally.slice(1)), refusal("other-count"));
});

test("half a key is another key", async () => {
  const other = await keys.makeBoardKey("A");
  assert.ok(keys.isSameKey(key, { ...key, name: "B" }), "whatever the name");
  assert.ok(!keys.isSameKey(key, { ...key, signing: other.signing }));
  assert.ok(!keys.isSameKey(key, { ...key, opening: other.opening }));
});

test("a key of another board makes no device", async () => {
  const other = await keys.makeBoardKey("A");
  for (const wrong of [other, { ...key, signing: other.signing }, { ...key, opening: other.opening }]) {
    assert.throws(() => new BoardDevice(wrong, manifest), refusal("other-board"));
  }
});

test("the sheet gives back the keys, however it is typed", async () => {
  const lines = await sheetLines(key);
  assert.equal(lines.length, LINES);
  for (const line of lines) assert.match(line, /^(?:[0-9A-HJKMNP-TV-Z]{4} ?){4}$/);
  const spellings = [
    lines.join("\n"), lines.join(" ").toLowerCase(), sheetCode(lines), ` ${sheetCode(lines)}\n`,
    lines.join("\r\n").replaceAll("0", "O").replaceAll("1", "l").replaceAll(" ", "-"),
  ];
  for (const typed of spellings) {
    const { key: read } = await readSheet(typed, key.name);
    assert.deepEqual(read, key);
  }
  assert.match(sheetCode(lines), /^[0-9A-Z:/-]+$/);
});

test("a mistake on the sheet is named by its line", async () => {
  const lines = await sheetLines(key);
  const wrong = lines.map((line, index) => (index === 4 ? changed(line, 0) : line));
  assert.deepEqual(await readSheet(wrong.join(" "), "A"), { key: null, wrong: [5], missing: 0 });
  const swapped = [lines[1], lines[0], ...lines.slice(2)];
  assert.deepEqual((await readSheet(swapped.join(" "), "A")).wrong, [1, 2]);
  for (let place = 0; place < lines[2].length; place++) {
    if (lines[2][place] === " ") continue;
    const one = lines.map((line, index) => (index === 2 ? changed(line, place) : line));
    assert.deepEqual((await readSheet(one.join(""), "A")).wrong, [3], `place ${place}`);
  }
  assert.equal((await readSheet(lines.slice(0, 7).join(" "), "A")).missing, 16);
  assert.equal((await readSheet(`${lines.join(" ")} 7`, "A")).missing, -1);
  assert.equal((await readSheet("", "A")).missing, 128);
  assert.equal((await readSheet("UUUU!", "A")).key, null);
});

function changed(line, place) {
  const other = line[place] === "7" ? "8" : "7";
  return line.slice(0, place) + other + line.slice(place + 1);
}

test("fresh keys differ", async () => {
  const [one, other] = [await keys.makeBoardKey("A"), await keys.makeBoardKey("A")];
  assert.ok(!equal(one.signing.scalar, other.signing.scalar) && !equal(one.opening.scalar, one.signing.scalar));
  assert.equal(keys.readableKey(encodeBase64URL(Uint8Array.of(1, 2, 3, 4, 5, 6))), "AQID BAUG");
});
