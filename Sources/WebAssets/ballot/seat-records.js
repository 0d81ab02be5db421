/*
 * What the device of a board's seat keeps of one round, in this browser's database, for this site alone: the seat's
 * code and whose seat it is; a record for each attempt at making the key, of which none takes another's place.
 */

import { beginAttempt } from "./ceremony-record.js";
import { IndexedDBStore } from "./store.js";

/** What a saved copy brought, beside the attempts. */
const COPY = "copy";

export class SeatRecords {
  #store;
  #round;

  /** @param {string} round the service's own name of it @param {import("./store.js").MemoryStore} [store] */
  static async open(round, store) {
    const records = new SeatRecords();
    records.#store = store ?? (await IndexedDBStore.open("phieukin-board"));
    records.#round = round;
    // Browsers may clear what a site stored when space is short, unless they are asked not to.
    await globalThis.navigator?.storage?.persist?.().catch(() => false);
    return records;
  }

  /** @returns {Promise<{code: string, place: number, hasBegun: boolean}|undefined>} */
  seat() {
    return this.#store.get(`seat/${this.#round}`);
  }

  /** @param {(seat: object|undefined) => object} change */
  changeSeat(change) {
    return this.#store.update(`seat/${this.#round}`, change);
  }

  /** @param {number} place @returns {Promise<string[]>} of its records */
  names(place) {
    return this.#store.names(`attempt/${this.#round}/${place}/`);
  }

  /** @param {string} name @returns {Promise<import("./ceremony-record.js").AttemptRecord|undefined>} */
  get(name) {
    return this.#store.get(name);
  }

  /** @param {string} name @param {(record: AttemptRecord) => AttemptRecord} change in one transaction */
  change(name, change) {
    return this.#store.update(name, change);
  }

  /** @param {number} place @param {number} attempt */
  attempt(place, attempt) {
    return this.#store.get(this.#nameOf(place, attempt));
  }

  /**
   * Begins an attempt with the member's key; of two tabs that do at once, both go on with what was stored first.
   * @param {number} place @param {number} attempt
   */
  async begin(place, attempt) {
    const name = this.#nameOf(place, attempt);
    await this.#store.add(name, await beginAttempt(attempt, await this.#signingKey(place)));
    return this.#store.get(name);
  }

  async #signingKey(place) {
    const records = await Promise.all((await this.names(place)).map((name) => this.#store.get(name)));
    return records.find(({ number }) => number > 0)?.signing ?? null;
  }

  /**
   * Stores what follows from what was heard, once: what another tab has stored meanwhile stands.
   * @param {number} place @param {AttemptRecord} record @param {string} part which of it is new
   * @param {() => Promise<AttemptRecord>} work
   */
  async grow(place, record, part, work) {
    if (record[part] !== null) return record;
    const next = await work();
    return this.change(this.#nameOf(place, record.number), (kept) => (kept[part] === null ? next : kept));
  }

  /** Where a saved copy that was read on this device is kept. @param {number} place */
  copyName(place) {
    return this.#nameOf(place, COPY);
  }

  /** A first value. @param {string} name @param {AttemptRecord} record */
  add(name, record) {
    return this.#store.add(name, record);
  }

  /** @param {number} place */
  async forget(place) {
    for (const name of await this.names(place)) await this.#store.remove(name);
  }

  #nameOf(place, attempt) {
    return `attempt/${this.#round}/${place}/${attempt}`;
  }
}
