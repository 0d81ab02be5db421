import { encodeBase64URL } from "./base64url.js";
import { HTTP, Pieces, readAnswer } from "./http.js";
import { JSONReader } from "./json-reader.js";
import { MAXIMUM_MANIFEST, readManifest } from "./manifest.js";
import { SLIP_LENGTH } from "./slip.js";

const USUAL_LIMIT = 1 << 20;

/**
 * @typedef {object} RoundStatus
 * @property {string} state "frozen", "issuing", "voting", "closing", "sealed", "opened", "certified" or "cancelled"
 * @property {number} contests
 * @property {{summoned: number, present: number, issued: number, slips: number}|null} turnout
 * @property {Array<{state: string, at: number}>} steps the states so far, in order; seconds since 1970
 */

/** What a voter's device asks the service about one round: without a cookie, without a login. */
export class VoterClient {
  #http;
  #path;
  #boxes = null;
  #roll = null;

  /**
   * @param {Uint8Array} roundID @param {import("./http.js").Transport} [transport]
   * @param {{relayed: () => Promise<typeof import("./relayed-ballot.js")>,
   *     ending: () => Promise<typeof import("./ending.js")>}} [later] fetches what only rounds with a relay, or with a
   *     board of several, need, and what is needed once the box is sealed
   */
  constructor(roundID, transport, later) {
    this.roundID = roundID;
    this.transport = transport;
    this.later = later;
    this.#http = new HTTP(transport);
    this.#path = `/rounds/${encodeBase64URL(roundID)}`;
  }

  /** Where the service is: where the page came from, if nothing else was said. */
  get address() {
    return this.transport?.origin || globalThis.location.origin;
  }

  /** Where the round stands. @returns {Promise<RoundStatus>} */
  async status() {
    const bytes = await this.#http.get(this.#path, USUAL_LIMIT);
    return readAnswer(() => readStatus(JSONReader.parse(bytes, "status", USUAL_LIMIT)));
  }

  /** The manifest, compared with the roundID before anything of it is read. */
  async manifest() {
    return readManifest(await this.#http.get(`${this.#path}/manifest`, MAXIMUM_MANIFEST), this.roundID);
  }

  /** board.json, with the freeze signatures. */
  board() {
    return this.#http.get(`${this.#path}/board`, USUAL_LIMIT);
  }

  /** board-transcript.bin, of a board of several. */
  transcript() {
    return this.#http.get(`${this.#path}/transcript`, USUAL_LIMIT);
  }

  /**
   * @param {{voter: string, deviceKey?: string, tokenRequests: string[], signature: string}} request
   * @returns {Promise<{responses: Uint8Array[], issued: Uint8Array|null}>} in version 1 nothing is said of device keys
   */
  async tokens(request) {
    const limit = request.tokenRequests.length * 400 + 4_096;
    const answer = await this.#http.post(`${this.#path}/tokens`, request, limit);
    return readAnswer(() => ({
      responses: answer.member("tokenResponses").array().map((response) => response.bytes()),
      issued: answer.optional("issued")?.bytes(64) ?? null,
    }));
  }

  /** Casts one slip. @param {Uint8Array} slip @returns {Promise<Uint8Array>} the receipt, unchecked */
  async cast(slip) {
    const answer = await this.#http.post(`${this.#path}/slips`, { slip: encodeBase64URL(slip) }, 4_096);
    return readAnswer(() => answer.member("receipt").bytes(64));
  }

  /** closing.json, from the end of voting on. */
  closing() {
    return this.#http.get(`${this.#path}/closing`, USUAL_LIMIT);
  }

  /** relays.jsonl: what relays said so far of how many they mixed. */
  relays() {
    return this.#http.get(`${this.#path}/relays`, USUAL_LIMIT);
  }

  /** seal.json. */
  seal() {
    return this.#http.get(`${this.#path}/seal`, USUAL_LIMIT);
  }

  /**
   * All boxes, whole: to look up a single slip would tell whose it is. What came before a line broke is kept, until
   * the boxes have done their work.
   * @param {import("./manifest.js").Manifest} manifest
   * @param {(done: number, total: number|null) => void} [onProgress] in bytes
   */
  boxes({ contests, voters }, onProgress) {
    this.#boxes ??= new Pieces();
    this.#boxes.onProgress = onProgress;
    return this.#http.get(`${this.#path}/boxes`, contests.length * (4 + SLIP_LENGTH * voters.length), this.#boxes);
  }

  /**
   * The roll, whole, as the boxes are.
   * @param {import("./manifest.js").Manifest} manifest
   */
  roll({ contests, voters }) {
    this.#roll ??= new Pieces();
    return this.#http.get(`${this.#path}/roll`, voters.length * (contests.length * 400 + 4_096), this.#roll);
  }

  /** Boxes and roll have done their work, or are not what they should be: the next time they are fetched anew. */
  forgetBoxes() {
    this.#boxes = null;
    this.#roll = null;
  }

  /** @param {{voter: string, signature: string}} entry @returns {Promise<number>} how many have found theirs */
  async found(entry) {
    const answer = await this.#http.post(`${this.#path}/found`, entry, 4_096);
    this.forgetBoxes();
    return readAnswer(() => answer.member("found").integer());
  }

  /** opening.json, once the round is certified. */
  opening() {
    return this.#http.get(`${this.#path}/opening`, USUAL_LIMIT);
  }
}

function readStatus(reader) {
  const turnout = reader.member("turnout");
  return {
    state: reader.member("state").string(),
    contests: reader.member("contests").integer(),
    turnout: turnout.value === null ? null : readTurnout(turnout),
    steps: reader.member("steps").array().map((step) => ({
      state: step.member("state").string(), at: step.member("at").integer(),
    })),
  };
}

function readTurnout(reader) {
  const [summoned, present, issued, slips] = ["summoned", "present", "issued", "slips"].map((name) =>
    reader.member(name).integer());
  return { summoned, present, issued, slips };
}
