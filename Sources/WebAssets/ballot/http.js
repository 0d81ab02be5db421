import { BallotError } from "./error.js";
import { JSONReader } from "./json-reader.js";

/** Nothing that names the member or the page goes along, and nothing of the answer stays. */
const ANONYMOUS = { credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store", redirect: "error" };

/** A browser would add its owner's languages. */
const HEADERS = { Accept: "application/json", "Accept-Language": "*" };

const PROBLEM_LIMIT = 64 << 10;
const MAY_PASS = [429, 502, 503, 504];
const LONGEST_PAUSE = 30_000;

/**
 * How requests are sent.
 * @typedef {object} Transport
 * @property {string} [origin] of the service; by default that of the page
 * @property {typeof fetch} [fetch]
 * @property {number[]} [pauses] in milliseconds, before each repetition of a request whose answer was lost
 * @property {number} [timeout] in milliseconds, for one attempt
 * @property {(milliseconds: number) => Promise<void>} [sleep]
 */

/** Requests to one service, repeated while their answer is lost: all of them say the same when they are said again. */
export class HTTP {
    #transport;

    /** @param {Transport} [transport] */
    constructor(transport = {}) {
        this.#transport = {
            origin: "",
            fetch: (url, options) => globalThis.fetch(url, options),
            pauses: [250, 1_000, 4_000, 8_000],
            timeout: 60_000,
            sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
            ...transport,
        };
    }

    /**
     * A document, byte for byte.
     * @param {string} path @param {number} limit in bytes @returns {Promise<Uint8Array>}
     * @throws {BallotError} `connection`, `refused`, `answer`.
     */
    get(path, limit) {
        return this.#persist(() => this.#attempt(path, { method: "GET", headers: HEADERS }, limit));
    }

    /**
     * A JSON answer to a JSON body.
     * @param {string} path @param {object} body @param {number} limit in bytes @returns {Promise<JSONReader>}
     * @throws {BallotError} `connection`, `refused`, `answer`.
     */
    async post(path, body, limit) {
        const headers = { ...HEADERS, "Content-Type": "application/json" };
        const request = { method: "POST", headers, body: JSON.stringify(body) };
        const bytes = await this.#persist(() => this.#attempt(path, request, limit));
        return readAnswer(() => JSONReader.parse(bytes, "answer", limit));
    }

    async #persist(attempt) {
        for (const pause of this.#transport.pauses) {
            try {
                return await attempt();
            } catch (error) {
                if (error.code !== "connection" && !MAY_PASS.includes(error.status)) throw error;
                await this.#transport.sleep(Math.min(LONGEST_PAUSE, Math.max(pause, (error.retryAfter ?? 0) * 1_000)));
            }
        }
        return attempt();
    }

    /** One request and its whole answer, both within the time limit. */
    async #attempt(path, request, limit) {
        const { origin, fetch, timeout } = this.#transport;
        const abort = new AbortController();
        const timer = setTimeout(() => abort.abort(), timeout);
        try {
            const response = await fetch(`${origin}/api/v1${path}`, { ...request, ...ANONYMOUS, signal: abort.signal });
            const bytes = await readBody(response, response.ok ? limit : PROBLEM_LIMIT);
            if (!response.ok) throw refusal(response, bytes);
            return bytes;
        } catch (cause) {
            if (cause instanceof BallotError) throw cause;
            throw new BallotError("connection", `no answer from the service to ${request.method} ${path}`, { cause });
        } finally {
            clearTimeout(timer);
        }
    }
}

/**
 * Reads what the service answered; a document that is not as its contract has it is `answer`, with the place.
 * @template T @param {() => T} read @returns {T}
 */
export function readAnswer(read) {
    try {
        return read();
    } catch (cause) {
        if (cause.code !== "malformed") throw cause;
        throw new BallotError("answer", cause.message, { cause, reason: cause.reason, place: cause.place });
    }
}

async function readBody(response, limit) {
    const chunks = [];
    let length = 0;
    const reader = response.body?.getReader();
    for (let part = await reader?.read(); part && !part.done; part = await reader.read()) {
        length += part.value.length;
        if (length > limit) {
            await reader.cancel();
            throw new BallotError("answer", `more than ${limit} bytes`, { reason: "too-large" });
        }
        chunks.push(part.value);
    }
    return joined(chunks, length);
}

function joined(chunks, length) {
    const whole = new Uint8Array(length);
    let offset = 0;
    for (const chunk of chunks) {
        whole.set(chunk, offset);
        offset += chunk.length;
    }
    return whole;
}

/** RFC 9457; anything else that is not a success comes from something between here and the service. */
function refusal(response, bytes) {
    const reason = problemCode(bytes) ?? `http-${response.status}`;
    const retryAfter = Number.parseInt(response.headers.get("Retry-After") ?? "", 10);
    const facts = { reason, status: response.status, ...(retryAfter > 0 && { retryAfter }) };
    return new BallotError("refused", `the service refused: ${reason}`, facts);
}

function problemCode(bytes) {
    try {
        return JSONReader.parse(bytes, "problem", PROBLEM_LIMIT).member("code").string();
    } catch {
        return null;
    }
}
