import { BallotError } from "./error.js";

/*
 * Where a device keeps what it must remember: values that survive structured cloning, under names that are strings.
 *
 * Both stores have the same five methods. What a promise says was stored is durable when it is kept; `update` is one
 * transaction, so that two tabs cannot each make slips of their own.
 */

/** For tests, and for trying things out: forgets all when the page goes. */
export class MemoryStore {
  #values = new Map();

  /** @param {string} name @returns {Promise<any>} undefined if there is none */
  async get(name) {
    return structuredClone(this.#values.get(name));
  }

  /**
   * Stores a first value.
   * @param {string} name @param {any} value
   * @returns {Promise<boolean>} false, and nothing is stored, if there is one
   */
  async add(name, value) {
    if (this.#values.has(name)) return false;
    this.#values.set(name, structuredClone(value));
    return true;
  }

  /**
   * Changes a value in one transaction.
   * @param {string} name @param {(value: any) => any} change at once; what it throws leaves all as it was.
   * @returns {Promise<any>} the new value
   */
  async update(name, change) {
    const value = change(structuredClone(this.#values.get(name)));
    this.#values.set(name, structuredClone(value));
    return value;
  }

  /** @param {string} name */
  async remove(name) {
    this.#values.delete(name);
  }

  /** @param {string} prefix @returns {Promise<string[]>} the names that begin with it, sorted */
  async names(prefix) {
    return [...this.#values.keys()].filter((name) => name.startsWith(prefix)).sort();
  }
}

const VALUES = "values";

/** Before a step is done again whose connection the browser has dropped, in milliseconds. */
const PAUSES = [0, 200, 1_000];

/** What is the same after any number of repetitions: a full disk, a browser that keeps nothing. */
const LASTING = ["QuotaExceededError", "DataCloneError", "SecurityError", "ReferenceError", "TypeError"];

/**
 * In the browser's own database, for this origin alone. Browsers may drop the connection at any time, and WebKit
 * does while a phone sleeps: then it is opened again and the step is done again, which its transaction had undone.
 */
export class IndexedDBStore {
  #name;
  #connection = null;

  constructor(name) {
    this.#name = name;
  }

  /** @param {string} [name] @returns {Promise<IndexedDBStore>} @throws {BallotError} `storage`. */
  static async open(name = "phieukin") {
    const store = new IndexedDBStore(name);
    await store.#persist("this browser keeps nothing for this page", () => {});
    return store;
  }

  get(name) {
    return this.#transact("readonly", (values) => resultOf(values.get(name)));
  }

  add(name, value) {
    return this.#transact("readwrite", async (values) => {
      if ((await resultOf(values.count(name))) > 0) return false;
      await resultOf(values.add(value, name));
      return true;
    });
  }

  update(name, change) {
    return this.#transact("readwrite", async (values) => {
      const value = change(await resultOf(values.get(name)));
      await resultOf(values.put(value, name));
      return value;
    });
  }

  remove(name) {
    return this.#transact("readwrite", (values) => resultOf(values.delete(name)));
  }

  names(prefix) {
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    return this.#transact("readonly", (values) => resultOf(values.getAllKeys(range)));
  }

  /** Strict durability: a slip must not be sent that a dead battery could make the device forget. */
  #transact(mode, work) {
    return this.#persist("the device could not store", async (database) => {
      const transaction = database.transaction(VALUES, mode, { durability: "strict" });
      const ended = completionOf(transaction);
      const result = await settled(work(transaction.objectStore(VALUES)), transaction, ended);
      await ended;
      return result;
    });
  }

  async #persist(message, work) {
    for (let attempt = 0; ; attempt++) {
      try {
        this.#connection ??= connectionTo(this.#name, () => this.#letGo());
        return await work(await this.#connection);
      } catch (cause) {
        if (cause instanceof BallotError) throw cause;
        this.#letGo();
        if (attempt === PAUSES.length || LASTING.includes(cause?.name)) {
          throw new BallotError("storage", message, { cause });
        }
        await new Promise((resolve) => setTimeout(resolve, PAUSES[attempt]));
      }
    }
  }

  #letGo() {
    this.#connection?.then((database) => database.close()).catch(() => {});
    this.#connection = null;
  }
}

async function connectionTo(name, dropped) {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(VALUES);
  const database = await resultOf(request);
  // Another tab with a newer page may change the database: this one must let go of it.
  database.onversionchange = dropped;
  database.onclose = dropped;
  return database;
}

/** The result of the work inside a transaction, which is undone if the work fails. */
async function settled(work, transaction, ended) {
  try {
    return await work;
  } catch (failure) {
    ended.catch(() => {});
    try {
      transaction.abort();
    } catch {
      // It had failed by itself.
    }
    throw failure;
  }
}

function resultOf(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("another tab holds the database"));
  });
}

function completionOf(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("aborted"));
  });
}
