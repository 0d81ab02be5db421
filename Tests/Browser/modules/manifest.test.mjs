import { b64u, generator, refusal, round, text } from "./support.mjs";
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { MAXIMUM_MANIFEST, readManifest, readRoundID } from "../../../Sources/WebAssets/ballot/manifest.js";
import { encodeBase64URL } from "../../../Sources/WebAssets/ballot/base64url.js";
import { generateKeyPair } from "../../../Sources/WebAssets/ballot/keys.js";
import { FakeService, json } from "./fake-service.mjs";

const good = b64u(round.manifest);
const plain = () => JSON.parse(Buffer.from(good).toString("utf8"));
const hash = (bytes) => new Uint8Array(createHash("sha256").update(bytes).digest());

/** Reads bytes as the manifest of their own round. */
const read = (bytes) => readManifest(bytes, hash(bytes));

test("the worked round's manifest", async () => {
  const manifest = await readManifest(good, readRoundID(round.roundID));
  assert.equal(manifest.title, "Xét, công nhận “chi bộ bốn tốt” năm 2026");
  assert.equal(manifest.kind, "recognition");
  assert.deepEqual(manifest.rules.attendance, { comparison: "atLeast", fraction: [2, 3], of: "summoned" });
  assert.deepEqual(manifest.units.map(({ id }) => id), ["cb-01", "cb-02"]);
  assert.equal(manifest.board.transcript, null);
  assert.equal(manifest.details.get("meeting").get("date"), "2026-12-18");
});

test("another round's manifest is refused before it is read", async () => {
  const roundID = readRoundID(round.roundID);
  for (const bytes of [text("no JSON"), good.subarray(0, -1), Uint8Array.of(...good, 0x20), new Uint8Array(0)]) {
    await assert.rejects(readManifest(bytes, roundID), refusal("round-mismatch", { isAlarm: true }));
  }
  await assert.rejects(readManifest(good, hash(text("another"))), refusal("round-mismatch"));
});

const reasons = {
  "repeated member name": "repeated-member", "byte order mark": "byte-order-mark", "not UTF-8": "not-utf8",
  "trailing bytes": "trailing-bytes", "number not whole": "not-an-integer", "unknown member": "unknown-member",
  "missing member": "missing-member", "repeated unit id": "repeated", "repeated credential key": "repeated",
  "repeated token key": "repeated", "a token key too few": "wrong-length",
  "base64url with stray bits": "not-canonical",
  "rule with two comparisons": "wrong-value", "threshold above the board": "out-of-range",
  "token key with the wrong algorithm": "wrong-value", "token key of 1024 bits": "wrong-value",
  // Version 2, which has a member more.
  format: "missing-member",
};

test("each manifest to be refused has its reason", () => {
  assert.deepEqual(round.manifestRejects.map(({ why }) => why).sort(), Object.keys(reasons).sort());
});

for (const { why, manifest } of round.manifestRejects) {
  test(`manifest refused: ${why}`, () =>
    assert.rejects(read(b64u(manifest)), refusal("malformed", { reason: reasons[why] })));
}

/** Changes to a good manifest, each of which one rule forbids. */
const changes = {
  "a kind of no round": (m) => (m.kind = "election"),
  "a kind that is a list": (m) => (m.kind = ["recognition"]),
  "an annulment of four criteria": (m) => (m.kind = "annulment"),
  "a title of nothing": (m) => (m.title = ""),
  "a title of 1001": (m) => (m.title = "x".repeat(1001)),
  "a title turned round": (m) => (m.title = "a\u202eb"),
  "year 1929": (m) => (m.year = 1929),
  "year 10000": (m) => (m.year = 10_000),
  "year as text": (m) => (m.year = "2026"),
  "an authority of no kind": (m) => (m.authority.kind = "committee"),
  "an authority with more": (m) => (m.authority.seal = "x"),
  "a guidance id with a slash": (m) => (m.guidance.id = "a/b"),
  "a guidance hash too short": (m) => (m.guidance.sha256 = "AAAA"),
  "attendance of the valid": (m) => (m.rules.attendance.of = "valid"),
  "a rule of an unknown base": (m) => (m.rules.turnout.of = "voters"),
  "a rule without comparison": (m) => delete m.rules.turnout.moreThan,
  "a fraction above one": (m) => (m.rules.turnout.moreThan = [3, 2]),
  "a fraction of zero": (m) => (m.rules.turnout.moreThan = [0, 0]),
  "a fraction below zero": (m) => (m.rules.turnout.moreThan = [-1, 2]),
  "a fraction of millions": (m) => (m.rules.turnout.moreThan = [1, 1_000_001]),
  "a fraction of three": (m) => (m.rules.turnout.moreThan = [1, 2, 3]),
  "no criteria": (m) => (m.criteria = []),
  "a criterion twice": (m) => (m.criteria[1].id = m.criteria[0].id),
  "no units": (m) => (m.units = []),
  "a unit of no kind": (m) => (m.units[0].kind = "party"),
  "no voters": (m) => (m.voters = []),
  "a voter id twice": (m) => (m.voters[1].id = m.voters[0].id),
  "a voter's key off the curve": (m) => (m.voters[0].credentialKey = `BJ${"A".repeat(85)}`),
  "an issuer with a space": (m) => (m.issuer.name = "a b"),
  "an issuer with a plus": (m) => (m.issuer.name = "a+b"),
  "an issuer beyond ASCII": (m) => (m.issuer.name = "phiếu"),
  "an issuer of 256": (m) => (m.issuer.name = "x".repeat(256)),
  "an issuer of nothing": (m) => (m.issuer.name = ""),
  "a token key too many": (m) => m.issuer.tokenKeys.push(m.issuer.tokenKeys[0]),
  "threshold 0": (m) => (m.board.threshold = 0),
  "a board of none": (m) => (m.board.members = []),
  "a board member twice": (m) => (m.board.members = [m.board.members[0], { ...m.board.members[0], name: "other" }]),
  "a transcript of null": (m) => (m.board.transcript = null),
  "a log key of 31 bytes": (m) => (m.service.logKey = "A".repeat(42)),
  "null for an object": (m) => (m.service = null),
  "a list for an object": (m) => (m.rules = []),
};

for (const [name, change] of Object.entries(changes)) {
  test(`manifest refused: ${name}`, async () => {
    const manifest = plain();
    change(manifest);
    await assert.rejects(read(json(manifest)), refusal("malformed"));
  });
}

test("what the rules leave free", async () => {
  const manifest = plain();
  delete manifest.details;
  manifest.board.transcript = "A".repeat(43);
  manifest.rules.approval = { atLeast: [1_000_000, 1_000_000], of: "valid" };
  const result = await read(json(manifest));
  assert.equal(result.details, null);
  assert.equal(result.board.transcript.length, 32);
  const free = plain();
  free.details = { any: [1, { thing: null }], "": "" };
  assert.ok(await read(json(free)));
});

test("a manifest beyond 8 MiB is not looked at", async () => {
  const spaces = new Uint8Array(MAXIMUM_MANIFEST + 1).fill(0x20);
  await assert.rejects(read(spaces), refusal("malformed", { reason: "too-large" }));
});

test("no damaged manifest fails in any other way", async () => {
  const random = generator(7);
  let intact = 0;
  for (let run = 0; run < 400; run++) {
    const bytes = good.slice(0, random.below(3) ? good.length : random.below(good.length));
    const byte = random.below(4) ? 32 + random.below(95) : random.below(256);
    if (bytes.length) bytes[random.below(bytes.length)] = byte;
    try {
      await read(bytes);
      intact++;
    } catch (error) {
      assert.equal(error.code, "malformed", error.stack);
    }
  }
  assert.ok(intact < 100, `${intact} of 400`);
});

// MARK: Version 2

const service = await FakeService.create({ version: 2 });
const second = () => JSON.parse(Buffer.from(service.bytes).toString("utf8"));
const pointOf = async () => encodeBase64URL((await generateKeyPair()).publicKey);

/** A board of three, two of whom open. */
async function withBoard(manifest) {
  const member = async (_, place) => ({ name: `Ủy viên ${place}`, key: await pointOf(), dkgKey: await pointOf() });
  manifest.board.members = await Promise.all(Array.from({ length: 3 }, member));
  return Object.assign(manifest.board, { threshold: 2, transcript: encodeBase64URL(new Uint8Array(32)) });
}

test("version 2: casting, and a board of one", async () => {
  const manifest = await read(service.bytes);
  assert.equal(manifest.version, 2);
  assert.deepEqual(manifest.casting.gatewayKey, service.gatewayKey.publicKey);
  const { name, url, key } = manifest.casting.relays[0];
  assert.deepEqual([name, url, key], ["Xã bên", "https://xa-ben.example/relay", service.relayKey.publicKey]);
  assert.deepEqual([manifest.board.transcript, manifest.board.members[0].dkgKey], [null, null]);
  assert.equal((await read(good)).version, 1);
  assert.equal((await read(good)).casting, null);
  const direct = second();
  direct.casting.relays = [];
  assert.deepEqual((await read(json(direct))).casting.relays, []);
});

test("version 2: a board of several", async () => {
  const manifest = second();
  await withBoard(manifest);
  const { board } = await read(json(manifest));
  assert.deepEqual([board.threshold, board.members.length, board.transcript.length], [2, 3, 32]);
  assert.deepEqual(board.members.map(({ dkgKey }) => dkgKey.length), [65, 65, 65]);
});

/** Each breaks one rule of version 2; the board is one of three. */
const secondChanges = {
  "no casting": (m) => delete m.casting,
  "casting in version 1": (m) => (m.format = "phieukin-round/1"),
  "an unknown member of casting": (m) => (m.casting.more = 1),
  "a gateway's other algorithm": (m) => (m.casting.gateway = `${m.casting.gateway.slice(0, -1)}B`),
  "a gateway of another length": (m) => (m.casting.gateway += "AAAA"),
  "five relays": (m) => (m.casting.relays = new Array(5).fill(m.casting.relays[0])),
  "a relay's name twice": async (m) => m.casting.relays.push({ ...m.casting.relays[0], key: await pointOf() }),
  "a relay's key twice": (m) => m.casting.relays.push({ ...m.casting.relays[0], name: "other" }),
  "a relay with the gateway's key": (m) =>
    (m.casting.relays[0].key = encodeBase64URL(service.gatewayKey.publicKey)),
  "a relay with a voter's key": (m) => (m.casting.relays[0].key = m.voters[0].credentialKey),
  "a member with the receipt key": (m) => (m.board.members[1].key = m.service.receiptKey),
  "a member with another's dkgKey": (m) => (m.board.members[1].dkgKey = m.board.members[2].dkgKey),
  "a member's key for both": (m) => (m.board.members[1].dkgKey = m.board.members[1].key),
  "the board's key a member's": (m) => (m.board.publicKey = m.board.members[0].key),
  "one of three opens": (m) => (m.board.threshold = 1),
  "four of three open": (m) => (m.board.threshold = 4),
  "a board of three without a transcript": (m) => delete m.board.transcript,
  "a board of three, one without a dkgKey": (m) => delete m.board.members[0].dkgKey,
  "a board of one with a dkgKey": (m) =>
    Object.assign(m.board, { threshold: 1, members: m.board.members.slice(0, 1), transcript: undefined }),
  "a board of one with a transcript": (m) => {
    Object.assign(m.board, { threshold: 1, members: m.board.members.slice(0, 1) });
    delete m.board.members[0].dkgKey;
  },
  "a board of ten": async (m) => {
    while (m.board.members.length < 10) {
      m.board.members.push({ name: "a", key: await pointOf(), dkgKey: await pointOf() });
    }
  },
  "a transcript of 31 bytes": (m) => (m.board.transcript = encodeBase64URL(new Uint8Array(31))),
};

for (const [why, change] of Object.entries(secondChanges)) {
  test(`version 2 refused: ${why}`, async () => {
    const manifest = second();
    await withBoard(manifest);
    await read(json(manifest));
    await change(manifest);
    await assert.rejects(read(json(manifest)), refusal("malformed"));
  });
}

test("relays' addresses", async () => {
  const readAddress = (url) => {
    const manifest = second();
    manifest.casting.relays[0].url = url;
    return read(json(manifest));
  };
  const fine = [
    "https://a", "https://a.vn", "https://xa-ben.vn:8443", "https://a.vn/r", "https://a.vn/r/S_.~-1",
    "http://localhost", "http://127.0.0.1:8080/relay", "http://[::1]:1", "https://[::1]", "https://a.vn:65535",
    "https://1.2.3.4",
  ];
  for (const url of fine) assert.equal((await readAddress(url)).casting.relays[0].url, url);
  const wrong = [
    "", "a.vn", "http://a.vn", "ftp://a.vn", "HTTPS://a.vn", "https://", "https:///r", "https://a.vn/",
    "https://a.vn/r/", "https://a.vn//r", "https://A.vn", "https://u@a.vn", "https://u:p@a.vn", "https://a.vn?q",
    "https://a.vn/r?q", "https://a.vn#f", "https://a.vn:", "https://a.vn:065", "https://a.vn:65536",
    "https://a.vn:x", "https://xã.vn",
    "https://a.vn/%2f", "https://a.vn /r", " https://a.vn", "https://a.vn\n", "https://[::2]", "http://localhost.vn",
    "http://127.0.0.1.vn", `https://a.vn/${"r".repeat(300)}`, 7, null,
  ];
  for (const url of wrong) await assert.rejects(readAddress(url), refusal("malformed"), String(url));
});
