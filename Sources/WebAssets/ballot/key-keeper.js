/*
 * Where this device keeps the board's keys: in this browser's database, for this site alone. Each lies under its public
 * key, so that no key that is made takes another's place: a key that is registered opens the box, or nothing does.
 */

import { encodeBase64URL } from "./base64url.js";
import { memberOf, restored, stored } from "./board-key.js";
import { IndexedDBStore } from "./store.js";

export class KeyKeeper {
  #store;
  #folder;

  /**
   * @param {string} round the service's own name of it
   * @param {import("./store.js").MemoryStore} [store] the browser's own
   */
  static async open(round, store) {
    const keeper = new KeyKeeper();
    keeper.#store = store ?? (await IndexedDBStore.open("phieukin-board"));
    keeper.#folder = `key/${round}`;
    // Browsers may clear what a site stored when space is short, unless they are asked not to.
    await globalThis.navigator?.storage?.persist?.().catch(() => false);
    return keeper;
  }

  /** All of the round's, the one made last at the end. @returns {Promise<import("./board-key.js").BoardKey[]>} */
  async keys() {
    const kept = await Promise.all((await this.#names()).map((name) => this.#store.get(name)));
    return kept.sort((one, other) => (one.madeAt ?? 0) - (other.madeAt ?? 0)).map(restored).filter(Boolean);
  }

  /** @param {import("./manifest.js").Manifest} manifest @returns {Promise<BoardKey|null>} that of its board */
  async keyOf(manifest) {
    return (await this.keys()).find((key) => memberOf(key, manifest) >= 0) ?? null;
  }

  /** @param {import("./board-key.js").BoardKey} key */
  async keep(key) {
    const name = `${this.#folder}/${encodeBase64URL(key.signing.publicKey)}`;
    await this.#store.add(name, { ...stored(key), madeAt: Date.now() });
  }

  async forget() {
    for (const name of await this.#names()) await this.#store.remove(name);
  }

  /** One key a round was once kept under the round's name alone. */
  async #names() {
    const names = await this.#store.names(this.#folder);
    return names.filter((name) => name === this.#folder || name.startsWith(`${this.#folder}/`));
  }
}
