import { b64u, later, text } from "./support.mjs";
import { createHash, generatePrimeSync } from "node:crypto";
import { concat, u32, u64 } from "../../../Sources/WebAssets/ballot/bytes.js";
import { encodeBase64URL } from "../../../Sources/WebAssets/ballot/base64url.js";
import { boxRoot } from "../../../Sources/WebAssets/ballot/box.js";
import { VoterClient } from "../../../Sources/WebAssets/ballot/client.js";
import { credentialOf } from "../../../Sources/WebAssets/ballot/credential.js";
import { label } from "../../../Sources/WebAssets/ballot/hash.js";
import { sign } from "../../../Sources/WebAssets/ballot/keys.js";
import { readManifest } from "../../../Sources/WebAssets/ballot/manifest.js";
import { foundMessage } from "../../../Sources/WebAssets/ballot/seal.js";
import { VotingSession } from "../../../Sources/WebAssets/ballot/session.js";
import { MemoryStore } from "../../../Sources/WebAssets/ballot/store.js";
import { FakeService, boxesFile, json } from "./fake-service.mjs";

const sha256 = (bytes) => new Uint8Array(createHash("sha256").update(bytes).digest());
const lines = (entries) => text(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""));

/**
 * A sealed round that can be damaged before it is sealed, with all keys: then nothing is wrong with it but the damage.
 * Of six members four vote, one is here and does not, one is excused.
 */
export class SealedRecord {
  static async make(version = 1, service = null) {
    const record = new SealedRecord();
    record.service = service ?? (await FakeService.create({ voters: 6, version }));
    record.manifest = record.service.manifest;
    record.roll = [];
    record.deviceKeys = {};
    for (const place of [0, 1, 2, 3]) record.roll.push(await record.#vote(place));
    record.boxes = record.service.boxes();
    const ids = record.manifest.voters.map(({ id }) => id);
    const roundID = encodeBase64URL(record.manifest.roundID);
    record.attendance = { roundID, present: ids.slice(0, 5), excused: ids.slice(5), absent: [] };
    record.freeze = (await record.service.board()).freeze;
    record.finders = ids.slice(0, 4);
    const times = { frozen: 1_700_000_000, issuing: 1_700_000_100, voting: 1_700_000_100, closing: 1_700_000_900 };
    record.steps = { roundID, steps: Object.entries(times).map(([state, at]) => ({ state, at })) };
    record.mixed = [{ relay: 0, voters: 3 }];
    record.sealedAt = 1_700_001_000;
    return record;
  }

  /** Another one with the same keys, to be damaged. */
  copy() {
    const { service, manifest } = this;
    const { ...parts } = structuredClone({ ...this, service: null, manifest: null });
    return Object.assign(new SealedRecord(), { ...parts, service, manifest });
  }

  /** One member's whole ballot, and the line of the roll that it leaves. */
  async #vote(place) {
    const { service } = this;
    const client = new VoterClient(service.roundID, { fetch: service.fetch, pauses: [] }, later);
    const store = new MemoryStore();
    const session = await VotingSession.start(service.manifest, service.codes[place], client, store);
    this.deviceKeys[session.voter] = (await store.get((await store.names("device/"))[0])).deviceKey;
    service.state = "voting";
    await session.obtainTokens();
    await session.mark(new Array(8).fill(place % 3));
    await session.castAll();
    return JSON.parse(service.log.findLast(({ path }) => path === "/tokens").options.body);
  }

  credential(voter) {
    const place = this.manifest.voters.findIndex(({ id }) => id === voter);
    return credentialOf(this.service.codes[place], this.manifest.version);
  }

  /** Signs a line of the roll as its voter would have. */
  async signLine(line) {
    const requests = sha256(concat(...line.tokenRequests.map(b64u)));
    const { version, roundID } = this.manifest;
    const deviceKey = version === 1 ? [] : b64u(line.deviceKey);
    const message = concat(label("issue", version), roundID, requests, deviceKey);
    line.signature = encodeBase64URL(await sign(await this.credential(line.voter), message));
  }

  async finding(voter, seal) {
    const { version } = this.manifest;
    const key = this.deviceKeys[voter] ?? (await this.credential(voter));
    const signature = await sign(key, foundMessage({ hash: sha256(seal), version }));
    return { voter, signature: encodeBase64URL(signature) };
  }

  /** All documents, sealed and signed by whoever has to. */
  async documents() {
    const [attendance, roll] = [json(this.attendance), lines(this.roll)];
    const { version, roundID, contests } = this.manifest;
    const head = concat(label("seal", version), roundID, u32(contests.length));
    const times = version === 1 ? {} : await this.#times(roll);
    const end = version === 1 ? [] : concat(sha256(times.steps), sha256(times.bytes), u64(this.sealedAt));
    const seal = concat(head, await boxRoot(this.boxes), sha256(attendance), sha256(roll), end);
    const found = await Promise.all(this.finders.map((voter) => this.finding(voter, seal)));
    const note = this.service.note(sha256(seal));
    return {
      board: json({ freeze: this.freeze }), attendance, roll, boxes: boxesFile(this.boxes), found: lines(found),
      seal: json({ seal: encodeBase64URL(seal), sealedAt: this.sealedAt, note }), ...times,
    };
  }

  /** Steps, closing and what the relays said, as they have been at the closing. */
  async #times(roll) {
    const { service } = this;
    const closedAt = this.closedAt ?? this.steps.steps.at(-1).at;
    const bytes = concat(label("closing", 2), this.manifest.roundID, u64(closedAt), this.closedRoll ?? sha256(roll));
    const signature = await sign(this.closingKey ?? service.receiptKey, bytes);
    const closing = json({ closing: encodeBase64URL(bytes), signature: encodeBase64URL(signature) });
    const relays = await Promise.all(this.mixed.map(async ({ relay, voters, key = service.relayKey, of = bytes }) => {
      const statement = concat(label("mixed", 2), sha256(of), [relay], u32(voters));
      return { relay, voters, signature: encodeBase64URL(await sign(key, statement)) };
    }));
    return { bytes, closing, steps: json(this.steps), relays: lines(relays) };
  }
}

/** A manifest two of whose token keys share a prime, and the record of a round in which nobody has voted. */
export async function recordOfRelatedKeys() {
  const service = await FakeService.create({ voters: 2 });
  const manifest = JSON.parse(Buffer.from(service.bytes).toString());
  const prime = () => generatePrimeSync(1024, { bigint: true });
  const shared = prime();
  for (const place of [2, 5]) {
    const key = b64u(manifest.issuer.tokenKeys[place]);
    const modulus = (shared * prime()).toString(16).padStart(512, "0");
    key.set(Uint8Array.from(modulus.match(/../g), (byte) => parseInt(byte, 16)), key.length - 5 - 256);
    manifest.issuer.tokenKeys[place] = encodeBase64URL(key);
  }
  service.bytes = json(manifest);
  service.roundID = sha256(service.bytes);
  service.manifest = await readManifest(service.bytes, service.roundID);
  const ids = manifest.voters.map(({ id }) => id);
  return Object.assign(new SealedRecord(), {
    service, manifest: service.manifest, roll: [], finders: [], boxes: service.manifest.contests.map(() => []),
    freeze: (await service.board()).freeze,
    attendance: { roundID: encodeBase64URL(service.roundID), present: ids, excused: [], absent: [] },
    deviceKeys: {}, sealedAt: 1_700_001_000,
  });
}
