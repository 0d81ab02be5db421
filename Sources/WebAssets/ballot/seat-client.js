/* What the device of one seat of a board asks the service: shown by the seat's code, without a cookie or a login. */

import { readCeremony, readCommitment, readMessage, readOfEach } from "./ceremony-documents.js";
import { readEvidence } from "./ceremony-evidence.js";
import { normalisedCrockford } from "./crockford.js";
import { HTTP, readAnswer } from "./http.js";
import { JSONReader } from "./json-reader.js";

const LIMIT = 1 << 20;
const TALLY_LIMIT = 8 << 20;
const CODE_LENGTH = 32;

/** What a member may have done, in order. */
const DEEDS = [
  "registered", "committed", "dealt", "certified", "proved", "frozen", "shared", "minuted",
];

/**
 * Where a round and its board stand, as one seat is shown it; what is not there yet is null.
 * @typedef {object} SeatView
 * @property {string} state of the round @property {string} title @property {Uint8Array|null} roundID
 * @property {number} place this seat's, from 0 @property {number} threshold @property {number} attempt
 * @property {Array<Record<string, boolean> & {name: string}>} members and what each has done
 * @property {import("./ceremony-record.js").AttemptRecord["ceremony"]} ceremony
 * @property {import("./board-ceremony.js").SignedCommitment[]|null} commitments
 * @property {import("./board-ceremony.js").SignedMessage[]|null} messages
 * @property {Uint8Array|null} transcript board-transcript.bin
 * @property {import("./ceremony-evidence.js").Evidence|null} evidence
 * @property {object[]} warnings before the opening
 */

/** @param {string} typed or scanned @returns {string|null} a seat's code, or null for what cannot be one */
export function readSeatCode(typed) {
  const code = normalisedCrockford(typed.trim().replace(/^.*#/, ""));
  return code?.length === CODE_LENGTH ? code : null;
}

export class SeatClient {
  #http;
  #path;

  /**
   * @param {string} round the service's own name of it @param {string} code
   * @param {import("./http.js").Transport} [transport]
   */
  constructor(round, code, transport) {
    this.#http = new HTTP({ ...transport, headers: { Authorization: `Bearer ${code}` } });
    this.#path = `/board/${round}`;
  }

  /** @returns {Promise<SeatView>} @throws {BallotError} `refused`, of status 401 for a code that is void. */
  async view() {
    const bytes = await this.#http.get(this.#path, LIMIT);
    return readAnswer(() => readView(JSONReader.parse(bytes, "seat", LIMIT)));
  }

  /** @param {string} what "registration", … "minutes-signature" @param {object} document the same each time */
  tell(what, document) {
    return this.#http.tell(`${this.#path}/${what}`, document);
  }

  /** opening.json, once the box is opened. */
  opening() {
    return this.#http.get(`${this.#path}/opening`, LIMIT);
  }

  /** What the service counted. @returns {Promise<import("./count-slips.js").Tally[]>} */
  async tally() {
    const bytes = await this.#http.get(`${this.#path}/tally`, TALLY_LIMIT);
    return readAnswer(() =>
      JSONReader.parse(bytes, "tally", TALLY_LIMIT).member("contests").array().map(readTally));
  }
}

function readTally(reader) {
  const names = ["contest", "collected", "first", "second", "blank", "invalid"];
  return Object.fromEntries(names.map((name) => [name, reader.member(name).integer()]));
}

function readView(reader) {
  const round = reader.member("round");
  const part = (name, read) => {
    const found = reader.optional(name);
    return found === null || found.value === null ? null : read(found);
  };
  return {
    state: round.member("state").string(),
    title: round.member("title").string(),
    roundID: part("roundID", (found) => found.bytes(32)),
    ...Object.fromEntries(["place", "threshold", "attempt"].map((name) => [name, reader.member(name).integer()])),
    members: reader.member("members").list(readMember),
    ceremony: part("ceremony", readCeremony),
    commitments: part("commitments", (found) => readOfEach(found, readCommitment)),
    messages: part("messages", (found) => readOfEach(found, readMessage)),
    transcript: part("transcript", (found) => found.bytes()),
    evidence: part("evidence", readEvidence),
    warnings: part("warnings", ({ value }) => plain(value)) ?? [],
  };
}

function readMember(reader) {
  const deeds = DEEDS.map((deed) => [deed, reader.optional(deed)?.value === true]);
  return { name: reader.member("name").string(), ...Object.fromEntries(deeds) };
}

/** As JSON.parse would have it. */
function plain(value) {
  if (Array.isArray(value)) return value.map(plain);
  if (!(value instanceof Map)) return value;
  return Object.fromEntries([...value].map(([name, member]) => [name, plain(member)]));
}
