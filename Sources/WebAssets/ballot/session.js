import { shuffled } from "./bytes.js";
import { encodeBase64URL } from "./base64url.js";
import { credentialFor } from "./credential.js";
import * as device from "./device.js";
import { BallotError } from "./error.js";
import { requireFreeze } from "./freeze.js";
import { inLanes } from "./lanes.js";
import { isReceipt } from "./receipt.js";
import { trackingCode } from "./slip.js";

/** How many slips are under way at once. */
const CASTING_LANES = 3;

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
    const credential = await credentialFor(typed, manifest);
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

  /** The relays that the round names: none in version 1. */
  get relays() {
    return this.manifest.casting?.relays ?? [];
  }

  /** Through which relay the ballot goes, or went. @returns {import("./passage.js").PassageRecord|null} */
  get way() {
    return this.#record.passage ?? null;
  }

  /** What is filled in and not yet sealed into slips. @returns {number[]|null} */
  get marks() {
    return this.#record.marks ?? null;
  }

  /** How many slips are known to be in the box, and of how many. @returns {{done: number, total: number}} */
  get castCount() {
    const total = this.manifest.contests.length;
    return { done: total - this.unreceipted.length, total };
  }

  /** The contests whose slips are not known to be in the box. */
  get unreceipted() {
    return this.stage === "erased" ? [] : device.uncast(this.#record);
  }

  /** Takes over what another tab did meanwhile. */
  async refresh() {
    this.#record = await this.#store.get(this.#name);
  }

  /**
   * Asks for the tokens, with the same bytes as before if an answer was lost, and makes every token of the answer.
   * @param {import("./device.js").Progress} [onProgress]
   * @throws {BallotError} `not-frozen`, `refused`, `connection`, `answer`; `transcript`, `dishonest-token` and
   *     `not-issued`, alarms.
   */
  async obtainTokens(onProgress) {
    if (this.stage !== "prepared") return;
    await this.#requireBoard();
    const answer = await this.#client.tokens(device.tokenRequestOf(this.#record));
    const ballots = await device.finalizeTokens(this.#record, answer, this.manifest, onProgress);
    const { issued } = answer;
    // Another tab has made the same tokens of the same answer.
    await this.#change((record) => (device.stageOf(record) === "prepared" ? { ...record, ballots, issued } : record));
  }

  /** Whatever is needed later is fetched before the tokens: afterwards nothing hangs on the line to the service. */
  async #requireBoard() {
    const isOfSeveral = this.manifest.board.transcript !== null;
    const later = isOfSeveral || this.relays.length > 0 ? await this.#client.later.relayed() : null;
    await requireFreeze(await this.#client.board(), this.manifest);
    if (isOfSeveral) await later.requireTranscript(await this.#client.transcript(), this.manifest.board);
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
   * @param {{wasVoting?: boolean, way?: {relay: number, atLeast: number}|null}} [known] whether the service has said so
   *     before; through which relay the slips shall go, sealed for it in the same step, or null for the direct way
   * @throws {BallotError} `not-voting`; `wrong-moment` if the slips were made before, in another tab perhaps.
   */
  async mark(marks, onProgress, { wasVoting = false, way = null } = {}) {
    device.requireStage(this.#record, "issued");
    await this.#requireVoting(wasVoting);
    const half = (first) => way && onProgress && ((done, total) => onProgress(first * total + done, 2 * total));
    const ballots = await device.makeSlips(this.#record, marks, this.manifest, half(0) ?? onProgress);
    const { makePassage } = way ? await this.#client.later.relayed() : {};
    const passage = way && (await makePassage(ballots, this.manifest, way, this.#client.address, half(1)));
    await this.#change((record) => {
      device.requireStage(record, "issued");
      return { ...record, ballots, marks: null, passage };
    });
  }

  /** Voting ends once and comes back never: where the line is gone, what was heard before is enough. */
  async #requireVoting(wasVoting) {
    try {
      const { state } = await this.#client.status();
      if (state !== "voting") throw new BallotError("not-voting", `the round is ${state}`, { reason: state });
    } catch (error) {
      if (!wasVoting || !error.mayPass) throw error;
    }
  }

  /** What is done with a ballot that goes through a relay. @returns {Promise<import("./passage.js").Passage>} */
  async passage() {
    const { Passage } = await this.#client.later.relayed();
    return new Passage(this.manifest, () => this.#record, (change) => this.#change(change), this.#client);
  }

  /**
   * Casts the slips that have no receipt yet directly, one a request, in random order.
   * @param {import("./device.js").Progress} [onProgress] told how many are in the box
   * @throws {BallotError} `refused`, `connection`, `answer`; `bad-receipt`, an alarm.
   */
  async castAll(onProgress) {
    this.#requireDirect(this.#record);
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
      this.#requireDirect(record);
      const ballots = record.ballots.map((ballot, index) => (index === contest ? { slip, receipt } : ballot));
      return { ...record, ballots };
    });
  }

  /** What was handed to a relay is sent by nobody else, whatever its answers say. */
  #requireDirect(record) {
    device.requireStage(record, "casting", "cast", "found");
    if (record.passage) throw new BallotError("wrong-moment", "the slips go through a relay", { reason: "handed" });
  }

  /**
   * Looks for all slips in the sealed box, and for the own line in the roll, and says so if they are there.
   * @param {(done: number, total: number|null) => void} [onProgress] told how many bytes of the box have come
   * @param {number|null} [clock] this device's, in seconds since 1970, when it watched the sealing
   * @returns {Promise<number>} how many voters have found theirs
   * @throws {BallotError} `slip-lost`, `box-root`, `seal-note`, `roll`, `other-line`, alarms; `slip-uncast`,
   *     `sealed-time`; `refused` before the sealing.
   */
  async find(onProgress, clock = null) {
    device.requireStage(this.#record, ...device.MARKED);
    const { find } = await this.#client.later.ending();
    const { count, seal } = await find(this.#record, this.manifest, this.#client, onProgress, clock);
    await this.#change((record) => ({ ...record, found: seal.bytes }));
    return count;
  }

  /**
   * What each slip was counted as, once the key is published: of `Choice`, one a contest; null for an invalid slip.
   * @throws {BallotError} `board-key`, an alarm; `refused` before the certifying.
   */
  async counted() {
    device.requireStage(this.#record, "found");
    const { counted } = await this.#client.later.ending();
    return counted(this.#record, this.manifest, this.#client);
  }

  /** The codes by which slips can be told in the box: only to be shown when asked. @returns {Promise<string[]>} */
  async trackingCodes() {
    device.requireStage(this.#record, ...device.MARKED);
    return Promise.all(this.#record.ballots.map(({ slip }) => trackingCode(slip)));
  }

  /** Erases every secret; `unfound`: even if slips were not found, and with them what proves a loss. */
  async erase({ unfound = false } = {}) {
    if (!unfound) device.requireStage(this.#record, "found", "erased");
    await this.#change(device.erased);
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
