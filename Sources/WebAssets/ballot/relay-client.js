import { encodeBase64URL } from "./base64url.js";
import { HTTP, readAnswer } from "./http.js";
import { JSONReader } from "./json-reader.js";

const USUAL_LIMIT = 64 << 10;

/** An Encapsulated Response in JSON, and what stands around it. */
const ANSWER_LIMIT = 1_500;

/** Where a relay's mix stands. */
const STANDINGS = ["held", "lowering", "sending", "sent", "ended"];

/** What a relay says of a bundle that it has not answered for. */
const WAITING = ["held", "lowering", "sending"];

/** The longest that members are waited for, in seconds. */
const LONGEST_LOWERING = 3_600;

/**
 * What became of a bundle at its relay: it is held there; voting has closed and the mix would be too small for somebody
 * (`lowering`, for so many seconds more); it is in the mix and the service has not answered for it (`sending`): nobody
 * has said that it is in the box; it was sent, and here is what came back, in the bundle's order; it was left out of
 * the mix; the round is over and nothing of it was sent (`ended`); nothing of it was ever sent (`unknown`); it is in
 * the mix and its answers are lost. `voters`: how many handed over, or were mixed.
 * @typedef {{state: "held"|"lowering"|"sending"|"answered"|"unsent"|"ended"|"unknown"|"lost", voters?: number,
 *     seconds?: number, answers?: Uint8Array[]}} BundleState
 */

/** What a member's device asks a relay: as it asks the service, without a cookie. */
export class RelayClient {
  #http;
  #path;

  /**
   * @param {{url: string}} relay of the manifest @param {Uint8Array} roundID
   * @param {import("./http.js").Transport} [transport]
   */
  constructor({ url }, roundID, transport) {
    this.#http = new HTTP({ ...transport, origin: url, base: "", whose: "relay" });
    this.#path = `/rounds/${encodeBase64URL(roundID)}`;
  }

  /** How many have handed over. @returns {Promise<number>} */
  async voters() {
    return (await this.status()).voters;
  }

  /**
   * How many have handed over, and where the mix stands; null where the relay does not say that.
   * @returns {Promise<{voters: number, state: "held"|"lowering"|"sending"|"sent"|null}>}
   */
  async status() {
    const bytes = await this.#http.get(this.#path, USUAL_LIMIT);
    return readAnswer(() => {
      const reader = JSONReader.parse(bytes, "answer", USUAL_LIMIT);
      return { voters: votersIn(reader), state: reader.optional("state")?.choice(STANDINGS) ?? null };
    });
  }

  /**
   * @param {{voter: string, deviceKey: string, issued: string, atLeast: number, bundle: string,
   *     signature: string}} body
   * @returns {Promise<number>} how many have handed over
   */
  async handOver(body) {
    const answer = await this.#http.post(`${this.#path}/bundles`, body, USUAL_LIMIT);
    return readAnswer(() => votersIn(answer));
  }

  /** @param {Uint8Array} hash the bundle's @param {number} count of its slips @returns {Promise<BundleState>} */
  async bundle(hash, count) {
    const limit = USUAL_LIMIT + count * ANSWER_LIMIT;
    try {
      const bytes = await this.#http.get(`${this.#path}/bundles/${encodeBase64URL(hash)}`, limit);
      return readAnswer(() => readState(JSONReader.parse(bytes, "answer", limit), count));
    } catch (error) {
      if (error.code === "refused" && error.status === 410) return { state: "lost" };
      if (error.code === "refused" && error.reason === "unknown-bundle") return { state: "unknown" };
      throw error;
    }
  }

  /**
   * Asks for a bundle back.
   * @param {Uint8Array} hash @param {{voter: string, deviceKey: string, issued: string, signature: string}} body
   * @returns {Promise<Uint8Array>} the relay's signature, unchecked
   */
  async release(hash, body) {
    const path = `${this.#path}/bundles/${encodeBase64URL(hash)}/release`;
    const answer = await this.#http.post(path, body, USUAL_LIMIT);
    return readAnswer(() => answer.member("released").bytes(64));
  }
}

const votersIn = (reader) => reader.member("voters").integer(0, 0xffff_ffff);

function readState(reader, count) {
  if (reader.optional("ended")?.value === true) return { state: "ended" };
  const voters = votersIn(reader);
  if (reader.optional("unsent")?.value === true) return { state: "unsent", voters };
  const answers = reader.optional("answers")?.array().map((answer) => answer.bytes());
  if (answers === undefined) {
    const seconds = reader.optional("seconds")?.integer(0, LONGEST_LOWERING);
    return { state: reader.member("state").choice(WAITING), voters, ...(seconds !== undefined && { seconds }) };
  }
  // One that is missing does not open, and is told as any other that does not.
  return { state: "answered", voters, answers: answers.slice(0, count) };
}
