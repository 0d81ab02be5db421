/* Where this device keeps the board's key: in this browser's database, for this site alone, one key a round. */

import { IndexedDBStore } from "../../ballot/ballot.js";
import { restored, stored } from "./board-key.js";

export class KeyKeeper {
  #store;
  #name;

  /** @param {string} round the service's own name of it */
  static async open(round) {
    const keeper = new KeyKeeper();
    keeper.#store = await IndexedDBStore.open("phieukin-board");
    keeper.#name = `key/${round}`;
    // Browsers may clear what a site stored when space is short, unless they are asked not to.
    await navigator.storage?.persist?.().catch(() => false);
    return keeper;
  }

  /** @returns {Promise<import("./board-key.js").BoardKey|null>} */
  async key() {
    return restored(await this.#store.get(this.#name)) ?? null;
  }

  /** @param {import("./board-key.js").BoardKey} key */
  async keep(key) {
    await this.#store.update(this.#name, () => stored(key));
  }

  async forget() {
    await this.#store.remove(this.#name);
  }
}
