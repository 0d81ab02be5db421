/*
 * What a member of a board of several has after the ceremony, in the round that was frozen with it: it signs one freeze
 * for the board's key, ever, and releases its share for that round and one seal only. What it does is stored before
 * anything is sent. In Swift `BoardKeyHolder`.
 */

import { BoardDevice } from "./board-device.js";
import { memberOf } from "./board-key.js";
import { equal } from "./bytes.js";
import { sharedKeyOf } from "./ceremony-record.js";
import { BallotError } from "./error.js";
import { isShare } from "./interpolation.js";
import { readOpening } from "./opening.js";
import { requireTranscript } from "./transcript.js";

export class SeatKey {
  #records;
  #name;
  #record;
  #manifest;
  #device;
  #verificationShares;

  /** For `of` below. */
  constructor(records, name, record, manifest) {
    [this.#records, this.#name, this.#record, this.#manifest] = [records, name, record, manifest];
    this.#device = new BoardDevice(sharedKeyOf(record), manifest);
  }

  /**
   * The key of a round's board, among what is kept; checked in all that a member checks before it signs.
   * @param {import("./seat-records.js").SeatRecords} records @param {import("./manifest.js").Manifest} manifest
   * @param {number} place the seat's
   * @param {() => Promise<Uint8Array>} transcript as the service has it, for a device that was restored
   * @returns {Promise<SeatKey|null>} null if none of them is of this board
   * @throws {BallotError} `transcript`, an alarm; `other-board`; `other-round`.
   */
  static async of(records, manifest, place, transcript) {
    for (const name of await records.names(place)) {
      const key = await SeatKey.from(await records.get(name), name, records, manifest, place, transcript);
      if (key) return key;
    }
    return null;
  }

  /** As `of`, from one record, which need not be stored yet. */
  static async from(record, name, records, manifest, place, transcript) {
    if (!record?.share || memberOf(sharedKeyOf(record), manifest) !== place) return null;
    const key = new SeatKey(records, name, record, manifest);
    await key.#requireOwn(record.file ?? (await transcript()));
    return key;
  }

  /** T, key and dkgKey are its own, and so are all members' keys as the ceremony had them; T bears the manifest out. */
  async #requireOwn(file) {
    const { board, roundID } = this.#manifest;
    this.#verificationShares = await requireTranscript(file, board);
    const { share, ceremony, bound } = this.#record;
    const isOurs = isShare(share, this.#verificationShares[this.place]) && (!ceremony || isBoardOf(ceremony, board));
    if (!isOurs) throw new BallotError("other-board", "the round's board is not the one that made this key");
    if (bound && !equal(bound, roundID)) throw otherRound();
  }

  /** The member's, from 0. */
  get place() {
    return this.#device.member;
  }

  /** Whether the saved copy was read back. */
  get isProved() {
    return this.#record.isProved;
  }

  /** Whether it came from a saved copy. */
  get isRestored() {
    return this.#record.ceremony === null;
  }

  /** What is saved apart from the device. From now on the key is good for this round alone. */
  async copy() {
    const { roundID } = this.#manifest;
    await this.#change((record) => {
      if (record.bound && !equal(record.bound, roundID)) throw otherRound();
      return { ...record, bound: roundID };
    });
    const { signing, dkg, share } = this.#record;
    return { name: this.#manifest.board.members[this.place].name, place: this.place, signing, dkg, share, roundID };
  }

  /** The copy was read back: by some of its lines, or whole. */
  prove() {
    return this.#change((record) => ({ ...record, isProved: true }));
  }

  /**
   * The word that the manifest names this board's keys; people have compared round code and members.
   * @throws {BallotError} `unproved`; `other-round`.
   */
  async signFreeze() {
    const { roundID } = this.#manifest;
    const signed = await this.#device.signFreeze();
    await this.#change((record) => {
      if (!record.isProved) throw new BallotError("unproved", "the saved copy was not read back");
      if (!record.bound || !equal(record.bound, roundID)) throw otherRound();
      return { ...record, frozen: record.frozen ?? signed };
    });
    return this.#record.frozen;
  }

  /**
   * The share, for one seal.
   * @param {import("./sealed-audit.js").SealedAudit} audit this device's own
   * @throws {BallotError} `audit`; `other-round`, `other-seal`.
   */
  async share(audit) {
    const { roundID } = this.#manifest;
    const signed = await this.#device.share(audit);
    const seal = audit.seal.hash;
    await this.#change((record) => {
      if (!record.bound || !equal(record.bound, roundID)) throw otherRound();
      if (record.released && !equal(record.released.seal, seal)) {
        throw new BallotError("other-seal", "the share was released for another seal of this round");
      }
      return { ...record, released: record.released ?? { seal, signed } };
    });
    return this.#record.released.signed;
  }

  /**
   * The count once more, with the key that the shares came to.
   * @param {import("./sealed-audit.js").SealedAudit} audit @param {Uint8Array} bytes of opening.json
   * @param {(done: number, total: number) => void} [onProgress]
   * @throws {BallotError} `malformed`; `board-key`, an alarm.
   */
  async count(audit, bytes, onProgress) {
    const opening = await readOpening(bytes, this.#manifest, audit.seal, this.#verificationShares);
    return this.#device.count(audit.boxes, onProgress, opening);
  }

  /** As `BoardDevice`. */
  signMinutes(audit, counted, theirs) {
    return this.#device.signMinutes(audit, counted, theirs);
  }

  async #change(change) {
    this.#record = await this.#records.change(this.#name, change);
  }
}

const otherRound = () => new BallotError("other-round", "this key is good for another round, and for one only");

const isBoardOf = ({ threshold, participants }, { members, threshold: needed }) =>
  threshold === needed && participants.length === members.length &&
  participants.every((own, place) => ["key", "dkgKey"].every((name) => equal(own[name], members[place][name])));
