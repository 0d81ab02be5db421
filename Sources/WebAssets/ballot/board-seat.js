/*
 * One seat of a board of several, on its member's own device: takes part in making the key, goes on by itself as others
 * come, and remembers all of it. Each step is stored before it is sent, so that a reload, a lost line or a second tab
 * says the same bytes once more; each attempt has a record of its own, and none takes another's place.
 */

import { openCeremony } from "./board-ceremony.js";
import { equal } from "./bytes.js";
import { accusationDocument, documentOf } from "./ceremony-documents.js";
import { findingOf } from "./ceremony-evidence.js";
import {
  joined, participantOf, requireSameCeremony, requireSameCommitments, restoredRecord, withCommitments, withMessages,
  withTranscript,
} from "./ceremony-record.js";
import { VoterClient } from "./client.js";
import { BallotError } from "./error.js";
import { SeatClient } from "./seat-client.js";
import { SeatKey } from "./seat-key.js";
import { SeatRecords } from "./seat-records.js";

/** The service has gone on meanwhile: what is next is seen when it is asked again. */
const OVERTAKEN = ["other-attempt", "ceremony-early", "ceremony-over", "ceremony-signature", "wrong-state"];

/**
 * Where this device stands.
 * @typedef {"start"|"elsewhere"|"gathering"|"making"|"stopped"|"made"|"keyless"|"sign"|"signed"|"waiting"|"open"|
 *     "shared"|"count"|"minuted"|"cancelled"} Stage
 */

/** What there is to do in the round's states, before this member's part and after it. */
const STAGES = {
  frozen: ["frozen", "sign", "signed"], sealed: ["shared", "open", "shared"], opened: ["minuted", "count", "minuted"],
  certified: ["minuted", "count", "minuted"],
};

/** Looks at a box that enough have given their shares for, before one of them is asked for it again: about a minute. */
const LOOKS = 30;

export class BoardSeat {
  #looks = 0;
  #round;
  #records;
  #transport;
  #client = null;
  #manifest = null;

  /** @type {import("./seat-client.js").SeatView|null} as it was last heard */
  view = null;

  /** @type {Stage} */
  stage = "start";

  /** @type {import("./ceremony-evidence.js").Finding|null} whom the evidence names, as this device found */
  finding = null;

  /** @type {SeatKey|null} once the round is frozen */
  key = null;

  /**
   * @param {string} round the service's own name of it @param {import("./store.js").MemoryStore} [store] the browser's
   *     own @param {import("./http.js").Transport} [transport]
   */
  static async open(round, store, transport) {
    const seat = new BoardSeat();
    seat.#round = round;
    seat.#transport = transport;
    seat.#records = await SeatRecords.open(round, store);
    seat.#useCode((await seat.#records.seat())?.code);
    return seat;
  }

  #useCode(code) {
    this.#client = code ? new SeatClient(this.#round, code, this.#transport) : null;
  }

  /** Whether the device has a code. */
  get hasCode() {
    return this.#client !== null;
  }

  /**
   * Takes a code, of the same seat as before or of a device that holds nothing of another.
   * @param {string} code as `readSeatCode` gives it
   * @throws {BallotError} `refused`, a void code; `other-seat`: what this device keeps is another member's.
   */
  async enter(code) {
    const kept = await this.#records.seat();
    const { place } = await new SeatClient(this.#round, code, this.#transport).view();
    if (kept && kept.place !== place && (await this.#records.names(kept.place)).length > 0) {
      throw new BallotError("other-seat", "this device keeps another member's part of the key", { member: kept.place });
    }
    const hasBegun = kept?.place === place && kept.hasBegun;
    await this.#records.changeSeat(() => ({ code, place, hasBegun }));
    this.#useCode(code);
  }

  /** The member has said who it is: from now on the device goes on by itself. */
  async begin() {
    await this.#records.changeSeat((kept) => ({ ...kept, hasBegun: true }));
  }

  /**
   * Asks where the board stands and does what is to be done. May be called again after it failed.
   * @throws {BallotError} `refused`, `connection`, `answer`; `ceremony` and others, alarms.
   */
  async follow() {
    const { hasBegun } = await this.#records.seat();
    this.view = await this.#client.view();
    this.finding = null;
    if (this.view.state === "cancelled") this.stage = "cancelled";
    else if (this.view.state !== "draft") await this.#followRound();
    else this.stage = hasBegun ? await this.#takePart() : "start";
    return this;
  }

  // MARK: The ceremony

  async #takePart() {
    const { attempt, place, members, ceremony, evidence } = this.view;
    let record = await this.#records.attempt(place, attempt);
    if (!record && members[place].registered) return "elsewhere";
    record ??= await this.#records.begin(place, attempt);
    if (!(await this.#register(record))) return "elsewhere";
    if (!ceremony) return "gathering";
    if (record.ceremony) requireSameCeremony(record, ceremony);
    if (evidence) return this.#judge(ceremony, evidence);
    record = await this.#grow(record, "commitment", () => joined(record, ceremony, place));
    record = await this.#goOn(record);
    if (record.accusation) return "stopped";
    return record.file ? "made" : "making";
  }

  /** @returns {Promise<boolean>} false if another device has registered in this place */
  async #register(record) {
    try {
      await this.#say("registered", "registration", { attempt: record.number, ...documentOf(participantOf(record)) });
      return true;
    } catch (error) {
      if (error.reason !== "seat-taken") throw error;
      return false;
    }
  }

  async #judge(ceremony, evidence) {
    this.finding = await findingOf(await openCeremony(ceremony.threshold, ceremony.participants), evidence);
    return "stopped";
  }

  /** Commitments, messages, certifications: as far as the others have come. */
  async #goOn(record) {
    const { place: member, commitments, messages, transcript } = this.view;
    await this.#say("committed", "commitment", documentOf({ member, ...record.commitment }));
    if (!commitments) return record;
    let grown = await this.#grow(record, "commitments", () => withCommitments(record, commitments));
    await requireSameCommitments(grown, commitments);
    await this.#say("dealt", "message", documentOf({ member, ...grown.sent }));
    if (messages && !grown.file) grown = await this.#grow(grown, "messages", () => withMessages(grown, messages));
    if (grown.accusation) await this.#say(null, "accusation", accusationDocument(grown.accusation));
    if (!grown.certification) return grown;
    await this.#say("certified", "certification", documentOf({ member, signature: grown.certification }));
    return transcript ? this.#grow(grown, "file", () => withTranscript(grown, transcript)) : grown;
  }

  /** Says what was stored, until it is known to have arrived. */
  async #say(deed, what, document) {
    if (deed && this.view.members[this.view.place][deed]) return;
    try {
      await this.#client.tell(what, document);
    } catch (error) {
      if (!OVERTAKEN.includes(error.reason)) throw error;
    }
  }

  #grow(record, part, work) {
    return this.#records.grow(this.view.place, record, part, work);
  }

  /** After evidence: everybody's device begins the next attempt when it hears of it. */
  async beginAgain() {
    await this.#client.tell("attempt", { attempt: this.view.attempt + 1 });
  }

  // MARK: The frozen round

  async #followRound() {
    const { state, roundID, place, members } = this.view;
    if (!this.#manifest || !equal(this.#manifest.roundID, roundID)) {
      this.#manifest = await this.#voter.manifest();
      this.key = null;
    }
    this.key ??= await this.#findKey();
    if (!this.key) return (this.stage = "keyless");
    const [deed, before, after] = STAGES[state] ?? [null, "waiting"];
    return (this.stage = deed && members[place][deed] && !this.#isStuck(deed) ? after : before);
  }

  /** Enough shares are there, and the box stays closed: whoever gives one again has it opened. @param {string} deed */
  #isStuck(deed) {
    const given = this.view.members.filter(({ shared }) => shared).length;
    this.#looks = deed === "shared" && given >= this.view.threshold ? this.#looks + 1 : 0;
    return this.#looks > LOOKS;
  }

  get #voter() {
    return new VoterClient(this.view.roundID, this.#transport);
  }

  async #findKey() {
    return SeatKey.of(this.#records, this.#manifest, this.view.place, () => this.#voter.transcript());
  }

  /** The round's, once it is frozen; compared with its roundID before anything of it was read. */
  get manifest() {
    return this.#manifest;
  }

  /**
   * Takes the saved copy, on a device that has no key of this round.
   * @param {import("./key-copy.js").KeyCopy} copy @returns {Promise<boolean>} false if it is not this seat's
   * @throws {BallotError} `other-board`: it has another share.
   */
  async restore(copy) {
    if (!equal(copy.roundID, this.#manifest.roundID)) return false;
    const [place, name, record] = [this.view.place, this.#records.copyName(this.view.place), restoredRecord(copy)];
    this.key = await SeatKey.from(
      record, name, this.#records, this.#manifest, place, () => this.#voter.transcript());
    if (this.key) await this.#records.add(name, record);
    return this.key !== null;
  }

  /** The copy was read back: told to the service before the freeze is signed. */
  async prove() {
    await this.key.prove();
    await this.#say("proved", "proof", {});
  }

  /** @throws {BallotError} `unproved`, `other-round`, `refused`. */
  async signFreeze() {
    const signed = await this.key.signFreeze();
    await this.#say("proved", "proof", {});
    await this.#client.tell("freeze-signature", signed);
  }

  /**
   * Releases the share of a box that this device found whole.
   * @param {import("./sealed-audit.js").SealedAudit} audit @param {string[]} [acknowledge] warnings
   */
  async release(audit, acknowledge = []) {
    const share = await this.key.share(audit);
    await this.#client.tell("share", acknowledge.length > 0 ? { ...share, acknowledge } : share);
  }

  /** @returns {Promise<{ours: import("./count-slips.js").Tally[], theirs: import("./count-slips.js").Tally[]}>} */
  async count(audit, onProgress) {
    const [opening, theirs] = await Promise.all([this.#client.opening(), this.#client.tally()]);
    return { ours: await this.key.count(audit, opening, onProgress), theirs };
  }

  /** @throws {BallotError} `other-count`, `audit`. */
  async signMinutes(audit, { ours, theirs }) {
    await this.#client.tell("minutes-signature", await this.key.signMinutes(audit, ours, theirs));
  }

  /** All that this device keeps of the round's keys. */
  async forget() {
    await this.#records.forget(this.view.place);
    this.key = null;
  }
}
