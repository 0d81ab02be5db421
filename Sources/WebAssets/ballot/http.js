import { BallotError } from "./error.js";
import { JSONReader } from "./json-reader.js";

/** Nothing that names the member or the page goes along, and nothing of the answer stays. */
const ANONYMOUS = { credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store", redirect: "error" };

/** A browser would add its owner's languages. */
const HEADERS = { Accept: "application/json", "Accept-Language": "*" };

const PROBLEM_LIMIT = 64 << 10;
const LONGEST_PAUSE = 30_000;

/**
 * How requests are sent.
 * @typedef {object} Transport
 * @property {string} [origin] of the service; by default that of the page
 * @property {string} [base] what every path begins with
 * @property {string} [whose] whom a lost answer was to come from, where that is not the service
 * @property {typeof fetch} [fetch]
 * @property {number[]} [pauses] in milliseconds, before each repetition of a request whose answer was lost
 * @property {number} [timeout] in milliseconds, within which something has to come: an answer, then each part of it
 * @property {(milliseconds: number) => Promise<void>} [sleep]
 * @property {Record<string, string>} [headers] of each request: what whoever asks shows of itself
 */

/** Requests to one service, repeated while their answer is lost: all of them say the same when they are said again. */
export class HTTP {
  #transport;

  /** @param {Transport} [transport] */
  constructor(transport = {}) {
    this.#transport = {
      origin: "",
      base: "/api/v1",
      fetch: (url, options) => globalThis.fetch(url, options),
      pauses: [250, 1_000, 4_000, 8_000],
      timeout: 60_000,
      sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      ...transport,
    };
  }

  /**
   * A document, byte for byte.
   * @param {string} path @param {number} limit in bytes
   * @param {Pieces} [pieces] what has come of it so far, kept for a later call where this one fails
   * @returns {Promise<Uint8Array>}
   * @throws {BallotError} `connection`, `refused`, `answer`.
   */
  get(path, limit, pieces = new Pieces()) {
    return this.#persist(() => pieces.isWhole ? pieces.whole() : this.#attempt(path, { method: "GET" }, limit, pieces));
  }

  /**
   * A JSON answer to a JSON body.
   * @param {string} path @param {object} body @param {number} limit in bytes @returns {Promise<JSONReader>}
   * @throws {BallotError} `connection`, `refused`, `answer`.
   */
  async post(path, body, limit) {
    const bytes = await this.#posted(path, body, limit);
    return readAnswer(() => JSONReader.parse(bytes, "answer", limit));
  }

  /** As `post`, where the answer has no content. @param {string} path @param {object} body */
  async tell(path, body) {
    await this.#posted(path, body, 0);
  }

  #posted(path, body, limit) {
    const headers = { "Content-Type": "application/json" };
    const request = { method: "POST", headers, body: JSON.stringify(body) };
    return this.#persist(() => this.#attempt(path, request, limit, new Pieces()));
  }

  async #persist(attempt) {
    for (const pause of this.#transport.pauses) {
      try {
        return await attempt();
      } catch (error) {
        if (!error.mayPass) throw error;
        await this.#transport.sleep(Math.min(LONGEST_PAUSE, Math.max(pause, (error.retryAfter ?? 0) * 1_000)));
      }
    }
    return attempt();
  }

  /** One request and its whole answer, given up where nothing comes any more. */
  async #attempt(path, request, limit, pieces) {
    const { origin, base, fetch, timeout, headers: own, whose: reason } = this.#transport;
    const stillness = new Stillness(timeout);
    const headers = { ...HEADERS, ...own, ...request.headers, ...pieces.range };
    const options = { ...request, headers, ...ANONYMOUS, signal: stillness.signal };
    try {
      const response = await fetch(`${origin}${base}${path}`, options);
      if (!response.ok) throw refusal(response, await read(response, PROBLEM_LIMIT, new Pieces(), stillness));
      return await read(response, limit, pieces, stillness);
    } catch (cause) {
      if (cause instanceof BallotError) throw cause;
      const message = `no answer from the ${reason ?? "service"} to ${request.method} ${path}`;
      throw new BallotError("connection", message, { cause, ...(reason && { reason }) });
    } finally {
      stillness.end();
    }
  }
}

/** Gives a request up after a time in which nothing has come; what comes slowly is waited for. */
class Stillness {
  #abort = new AbortController();
  #milliseconds;
  #timer;

  constructor(milliseconds) {
    this.#milliseconds = milliseconds;
    this.moved();
  }

  get signal() {
    return this.#abort.signal;
  }

  moved() {
    this.end();
    this.#timer = setTimeout(() => this.#abort.abort(), this.#milliseconds);
  }

  end() {
    clearTimeout(this.#timer);
  }
}

/** What has come of a document. After a broken line only the rest is asked for, where the service offers that. */
export class Pieces {
  #chunks = [];
  #isResumable = false;
  #total = null;

  length = 0;

  /** Whether all of it is here: then nothing is asked for any more. */
  isWhole = false;

  /** @type {((done: number, total: number|null) => void)|undefined} in bytes; null as long as nobody knows */
  onProgress;

  get range() {
    if (!this.#isResumable) this.#forget();
    return this.length > 0 ? { Range: `bytes=${this.length}-` } : {};
  }

  /** @param {Response} response @throws {BallotError} `answer` for another part than was asked for */
  begin({ status, headers }) {
    if (status !== 206) this.#forget();
    const start = status === 206 ? headers.get("Content-Range")?.match(/^bytes (\d+)-/)?.[1] : 0;
    if (Number(start) !== this.length) {
      this.#forget();
      throw new BallotError("answer", "another part than was asked for", { reason: "range" });
    }
    this.#isResumable = headers.get("Accept-Ranges") === "bytes" && !headers.has("Content-Encoding");
    const rest = Number.parseInt(headers.get("Content-Length") ?? "", 10);
    this.#total = this.#isResumable && rest >= 0 ? this.length + rest : null;
  }

  take(chunk) {
    this.#chunks.push(chunk);
    this.length += chunk.length;
    this.onProgress?.(this.length, this.#total);
  }

  /** @throws {Error} if less has come than was announced: the line broke, however orderly it looked */
  end() {
    if (this.#total !== null && this.length < this.#total) throw new Error("less than was announced");
    this.isWhole = true;
  }

  whole() {
    const whole = new Uint8Array(this.length);
    let offset = 0;
    for (const chunk of this.#chunks) {
      whole.set(chunk, offset);
      offset += chunk.length;
    }
    return whole;
  }

  #forget() {
    this.#chunks = [];
    this.length = 0;
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

async function read(response, limit, pieces, stillness) {
  pieces.begin(response);
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader.read()) {
    stillness.moved();
    pieces.take(part.value);
    if (pieces.length > limit) {
      await reader.cancel();
      throw new BallotError("answer", `more than ${limit} bytes`, { reason: "too-large" });
    }
  }
  pieces.end();
  return pieces.whole();
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
