/**
 * As much of IndexedDB as the store uses, with the two properties that matter: transactions on one store run one after
 * another, and one commits as soon as a turn of the loop passes without a request.
 */
export class FakeIndexedDB {
  static asked = [];
  static failing = false;
  static breaking = 0;
  static #connections = [];
  static #databases = new Map();

  static install() {
    FakeIndexedDB.asked = [];
    globalThis.indexedDB = { open: (name) => FakeIndexedDB.#open(name) };
    globalThis.IDBKeyRange = { bound: (lower, upper) => ({ lower, upper }) };
  }

  /** Every connection is gone, as WebKit's are after a while in the background. */
  static drop(isTold = false) {
    for (const database of FakeIndexedDB.#connections.splice(0)) {
      database.isClosed = true;
      if (isTold) database.onclose?.();
    }
  }

  static #open(name) {
    const isNew = !FakeIndexedDB.#databases.has(name);
    if (isNew) FakeIndexedDB.#databases.set(name, { values: new Map(), queue: Promise.resolve() });
    const data = FakeIndexedDB.#databases.get(name);
    const database = {
      createObjectStore: () => {},
      close: () => (database.isClosed = true),
      transaction: (_, mode, options) => {
        if (database.isClosed) throw Object.assign(new Error("closing"), { name: "InvalidStateError" });
        FakeIndexedDB.asked.push({ mode, options });
        return new Transaction(data);
      },
    };
    FakeIndexedDB.#connections.push(database);
    const request = { result: database };
    setImmediate(() => {
      if (isNew) request.onupgradeneeded();
      request.onsuccess();
    });
    return request;
  }
}

class Transaction {
  #data;
  #pending = [];
  #active = true;
  #aborted = false;
  error = null;

  constructor(data) {
    this.#data = data;
    data.queue = data.queue.then(() => this.#run());
  }

  async #run() {
    const before = new Map(this.#data.values);
    while (this.#pending.length > 0 && !this.#aborted) {
      this.#perform(this.#pending.shift());
      // Promise callbacks may ask for more; a later turn may not.
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.#active = false;
    if (this.#aborted) this.#data.values = before;
    (this.#aborted ? this.onabort : this.oncomplete)();
  }

  #perform({ request, work }) {
    if (FakeIndexedDB.failing || FakeIndexedDB.breaking-- > 0) {
      const name = FakeIndexedDB.failing ? "QuotaExceededError" : "UnknownError";
      request.error = this.error = Object.assign(new Error(name), { name });
      this.#aborted = true;
      return request.onerror();
    }
    request.result = work(this.#data.values);
    request.onsuccess();
  }

  abort() {
    if (!this.#active) throw new Error("InvalidStateError");
    this.#aborted = true;
  }

  objectStore() {
    return {
      get: (name) => this.#request((values) => structuredClone(values.get(name))),
      count: (name) => this.#request((values) => (values.has(name) ? 1 : 0)),
      add: (value, name) => this.#request((values) => void values.set(name, structuredClone(value))),
      put: (value, name) => this.#request((values) => void values.set(name, structuredClone(value))),
      delete: (name) => this.#request((values) => void values.delete(name)),
      getAllKeys: ({ lower, upper }) =>
        this.#request((values) => [...values.keys()].filter((name) => name >= lower && name <= upper).sort()),
    };
  }

  #request(work) {
    if (!this.#active) throw new Error("TransactionInactiveError");
    const request = {};
    this.#pending.push({ request, work });
    return request;
  }
}
