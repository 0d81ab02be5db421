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

/** In the browser's own database, for this origin alone. */
export class IndexedDBStore {
    #database;

    constructor(database) {
        this.#database = database;
        // Another tab with a newer page may change the database: this one must let go of it.
        database.onversionchange = () => database.close();
    }

    /** @param {string} [name] @returns {Promise<IndexedDBStore>} @throws {BallotError} `storage`. */
    static async open(name = "phieukin") {
        try {
            const request = indexedDB.open(name, 1);
            request.onupgradeneeded = () => request.result.createObjectStore(VALUES);
            return new IndexedDBStore(await resultOf(request));
        } catch (cause) {
            throw new BallotError("storage", "this browser keeps nothing for this page", { cause });
        }
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
    async #transact(mode, work) {
        try {
            const transaction = this.#database.transaction(VALUES, mode, { durability: "strict" });
            const ended = completionOf(transaction);
            const result = await settled(work(transaction.objectStore(VALUES)), transaction, ended);
            await ended;
            return result;
        } catch (cause) {
            if (cause instanceof BallotError) throw cause;
            throw new BallotError("storage", "the device could not store", { cause });
        }
    }
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
