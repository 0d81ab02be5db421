import { equal, shuffled } from "./bytes.js";
import { encodeBase64URL } from "./base64url.js";
import { credentialOf } from "./credential.js";
import * as device from "./device.js";
import { BallotError } from "./error.js";
import { requireFreeze } from "./freeze.js";
import { inLanes } from "./lanes.js";
import { readManifest } from "./manifest.js";
import { readOpening } from "./opening.js";
import { isReceipt } from "./receipt.js";
import { readSeal } from "./seal.js";
import { openSlip, trackingCode } from "./slip.js";

/** How many slips are under way at once. */
const CASTING_LANES = 3;

/**
 * The manifest of a round: as this device kept it, or from the service, and then kept. The bytes are hashed each time.
 * @param {import("./client.js").VoterClient} client @param {import("./store.js").MemoryStore} store
 * @returns {Promise<import("./manifest.js").Manifest>}
 * @throws {BallotError} as `readManifest`, and as requests do; `no-webcrypto`.
 */
export async function loadManifest(client, store) {
  if (!globalThis.crypto?.subtle) throw new BallotError("no-webcrypto", "the page was not opened over HTTPS");
  const name = `manifest/${encodeBase64URL(client.roundID)}`;
  const kept = await store.get(name);
  if (kept) return readManifest(kept, client.roundID);
  const manifest = await client.manifest();
  await store.add(name, manifest.bytes);
  return manifest;
}

/**
 * One voter's device in one round, from the tokens to the erasing. All is stored before it is sent; opened again, it
 * goes on where it was. Every method may be called again after it failed.
 */
export class VotingSession {
  #record;
  #client;
  #store;

  /** For `start` and `resume` below. */
  constructor(manifest, record, client, store) {
    device.requireIntact(record, manifest);
    this.manifest = manifest;
    this.#record = record;
    this.#client = client;
    this.#store = store;
  }

  /**
   * Begins for the voter whose access code was typed or scanned, or goes on if this device has begun before.
   * @param {import("./manifest.js").Manifest} manifest @param {string} typed
   * @param {import("./client.js").VoterClient} client @param {import("./store.js").MemoryStore} store
   * @param {import("./device.js").Progress} [onProgress]
   * @returns {Promise<VotingSession>}
   * @throws {BallotError} `access-code`, `unknown-code`, `dishonest-key`, `storage`.
   */
  static async start(manifest, typed, client, store, onProgress) {
    const credential = await credentialOf(typed, manifest.version);
    const name = recordName(manifest, device.voterOf(credential, manifest));
    // Whoever adds first wins: of two tabs that begin at once, both go on with one batch.
    if (!(await store.get(name))) await store.add(name, await device.prepare(credential, manifest, onProgress));
    return new VotingSession(manifest, await store.get(name), client, store);
  }

  /** What was begun here in a round: one, or more if members share it. @returns {Promise<VotingSession[]>} */
  static async resume(manifest, client, store) {
    const names = await store.names(recordName(manifest, ""));
    const records = await Promise.all(names.map((name) => store.get(name)));
    return records.map((record) => new VotingSession(manifest, record, client, store));
  }

  /** The voter's id. */
  get voter() {
    return this.#record.voter;
  }

  /** @returns {import("./device.js").Stage} */
  get stage() {
    return device.stageOf(this.#record);
  }

  /** What is filled in and not yet sealed into slips. @returns {number[]|null} */
  get marks() {
    return this.#record.marks ?? null;
  }

  /** How many slips are known to be in the box, and of how many. @returns {{done: number, total: number}} */
  get castCount() {
    const total = this.manifest.contests.length;
    return { done: this.stage === "erased" ? total : total - device.uncast(this.#record).length, total };
  }

  /** Takes over what another tab did meanwhile. */
  async refresh() {
    this.#record = await this.#store.get(this.#name);
  }

  /**
   * Asks for the tokens, with the same bytes as before if an answer was lost, and makes every token of the answer.
   * @param {import("./device.js").Progress} [onProgress]
   * @throws {BallotError} `not-frozen`, `refused`, `connection`, `answer`; `dishonest-token`, an alarm.
   */
  async obtainTokens(onProgress) {
    if (this.stage !== "prepared") return;
    await requireFreeze(await this.#client.board(), this.manifest);
    const responses = await this.#client.tokens(device.tokenRequestOf(this.#record));
    const ballots = await device.finalizeTokens(this.#record, responses, this.manifest, onProgress);
    // Another tab has made the same tokens of the same answer.
    await this.#change((record) => (device.stageOf(record) === "prepared" ? { ...record, ballots } : record));
  }

  /**
   * Keeps what is filled in so far, so that a reload does not lose it. Nothing is sealed or sent.
   * @param {number[]} marks of `Choice`, one a contest
   */
  async keepMarks(marks) {
    device.requireMarks(marks, this.manifest);
    await this.#change((record) => {
      device.requireStage(record, "issued");
      return { ...record, marks };
    });
  }

  /**
   * Seals the marks into slips, once and for good; nothing is sent yet. Only while the voting is open.
   * @param {number[]} marks @param {import("./device.js").Progress} [onProgress]
   * @param {{wasVoting?: boolean}} [known] whether the service has said so before
   * @throws {BallotError} `not-voting`; `wrong-moment` if the slips were made before, in another tab perhaps.
   */
  async mark(marks, onProgress, known = {}) {
    device.requireStage(this.#record, "issued");
    await this.#requireVoting(known);
    const ballots = await device.makeSlips(this.#record, marks, this.manifest, onProgress);
    await this.#change((record) => {
      device.requireStage(record, "issued");
      return { ...record, ballots, marks: null };
    });
  }

  /** Voting ends with the sealing and comes back never: where the line is gone, what was heard before is enough. */
  async #requireVoting({ wasVoting = false }) {
    try {
      const { state } = await this.#client.status();
      if (state !== "voting") throw new BallotError("not-voting", `the round is ${state}`, { reason: state });
    } catch (error) {
      if (!wasVoting || !error.mayPass) throw error;
    }
  }

  /**
   * Casts the slips that have no receipt yet, one a request, in random order.
   * @param {import("./device.js").Progress} [onProgress] told how many are in the box
   * @throws {BallotError} `refused`, `connection`, `answer`; `bad-receipt`, an alarm.
   */
  async castAll(onProgress) {
    device.requireStage(this.#record, "casting", "cast", "found");
    await inLanes(shuffled(device.uncast(this.#record)), CASTING_LANES, async (contest) => {
      await this.#cast(contest);
      const { done, total } = this.castCount;
      onProgress?.(done, total);
    });
  }

  async #cast(contest) {
    const { slip } = this.#record.ballots[contest];
    const receipt = await this.#client.cast(slip);
    if (!(await isReceipt(receipt, slip, this.manifest))) {
      throw new BallotError("bad-receipt", `the receipt of contest ${contest} is not the service's`, { contest });
    }
    await this.#change((record) => {
      device.requireStage(record, "casting", "cast", "found");
      const ballots = record.ballots.map((ballot, index) => (index === contest ? { slip, receipt } : ballot));
      return { ...record, ballots };
    });
  }

  /**
   * Looks for all slips in the sealed box, and says so if they are there.
   * @param {(done: number, total: number|null) => void} [onProgress] told how many bytes of the box have come
   * @returns {Promise<number>} how many voters have found theirs
   * @throws {BallotError} `slip-lost`, `box-root`, `seal-note`, alarms; `slip-uncast`; `refused` before the sealing.
   */
  async find(onProgress) {
    device.requireStage(this.#record, "casting", "cast", "found");
    const seal = await this.#seal();
    const boxes = await this.#client.boxes(this.manifest, onProgress);
    const entry = await device.findSlips(this.#record, boxes, seal, this.manifest).catch((error) => {
      this.#client.forgetBoxes();
      throw error;
    });
    const count = await this.#client.found(entry);
    await this.#change((record) => ({ ...record, found: seal.bytes }));
    return count;
  }

  /**
   * What each slip was counted as, once the key is published.
   * @returns {Promise<Array<number|null>>} of `Choice`, one a contest; null for an invalid slip
   * @throws {BallotError} `board-key`, an alarm; `refused` before the certifying.
   */
  async counted() {
    device.requireStage(this.#record, "found");
    const seal = await this.#seal();
    const boardKey = await readOpening(await this.#client.opening(), this.manifest, seal);
    return Promise.all(this.#record.ballots.map(({ slip }) => openSlip(slip, boardKey, this.manifest)));
  }

  /** The codes by which slips can be told in the box: only to be shown when asked. @returns {Promise<string[]>} */
  async trackingCodes() {
    device.requireStage(this.#record, "casting", "cast", "found");
    return Promise.all(this.#record.ballots.map(({ slip }) => trackingCode(slip)));
  }

  /**
   * Erases every secret; that the device has nothing left to do is kept.
   * @param {{unfound?: boolean}} [options] unfound: even if slips were not found; what proves a loss is gone then
   */
  async erase({ unfound = false } = {}) {
    if (!unfound) device.requireStage(this.#record, "found", "erased");
    await this.#change(device.erased);
  }

  /** The seal with its note checked; a second one for the same round would prove that the service sealed twice. */
  async #seal() {
    const seal = await readSeal(await this.#client.seal(), this.manifest);
    const { found } = this.#record;
    if (found && !equal(found, seal.bytes)) {
      throw new BallotError("seal-note", "the service has sealed this round twice");
    }
    return seal;
  }

  async #change(change) {
    this.#record = await this.#store.update(this.#name, (record) => {
      if (!record) throw new BallotError("damaged", "what this device kept is gone");
      return change(record);
    });
  }

  get #name() {
    return recordName(this.manifest, this.voter);
  }
}

const recordName = (manifest, voter) => `device/${encodeBase64URL(manifest.roundID)}/${voter}`;
