import { b64u } from "./support.mjs";
import { FakeService, json } from "./fake-service.mjs";
import { encodeBase64URL } from "../../../Sources/WebAssets/ballot/base64url.js";
import {
  extensionOf, hasBrokenCommitment, hasDealtBadly, openCeremony,
} from "../../../Sources/WebAssets/ballot/board-ceremony.js";
import { concat, u32 } from "../../../Sources/WebAssets/ballot/bytes.js";
import { transcriptOf } from "../../../Sources/WebAssets/ballot/cocktail.js";
import { publicOutcome, readTranscript } from "../../../Sources/WebAssets/ballot/cocktail-transcript.js";
import { sha256 } from "../../../Sources/WebAssets/ballot/hash.js";
import { interpolated } from "../../../Sources/WebAssets/ballot/interpolation.js";
import { encodePoint } from "../../../Sources/WebAssets/ballot/p256.js";

const PREFIX = "/api/v1/board/R";
const problem = (status, code) => Object.assign(new Error(code), { status, code });

/** Bytes in place of base64url, at the names that have them. */
const decoded = (document) => Object.fromEntries(Object.entries(document).map(([name, value]) =>
  [name, typeof value === "string" ? b64u(value) : value]));

/**
 * The service between the devices of a board of several: takes what they say, hands it out when it is whole, and can
 * lie in every way that a service can. `service` is the round's, once it is frozen.
 */
export class FakeBoard {
  attempt = 1;
  state = "draft";
  parts = null;
  service = null;
  shares = new Map();
  frozen = new Map();
  minuted = new Map();
  proved = new Set();
  log = [];

  /** May throw, or change the answer of a view, or what a device says before it is taken. */
  before = async () => {};
  after = async (_call, response) => response;
  view = (document) => document;
  heard = (document) => document;

  constructor(names, threshold) {
    [this.names, this.threshold] = [names, threshold];
    this.codes = names.map((_, place) => String(place).repeat(32));
    this.#clear();
  }

  #clear() {
    this.parts = { registration: new Map(), commitment: new Map(), message: new Map(), certification: new Map() };
    this.evidence = null;
    this.transcript = null;
  }

  fetch = async (url, options) => {
    if (!url.startsWith(PREFIX)) return this.service.fetch(url, options);
    const place = this.codes.indexOf(options.headers.Authorization.replace("Bearer ", ""));
    const call = `${options.method} ${url.slice(PREFIX.length)}`;
    this.log.push({ call, place, body: options.body });
    await this.before(call, place);
    return this.after(call, await this.#answer(call, place, options), place);
  };

  async #answer(call, place, { body }) {
    try {
      if (place < 0) throw problem(401, "wrong-invitation");
      const value = await this.#handle(call, place, body && this.heard(JSON.parse(body), call, place));
      return new Response(value === null ? null : value instanceof Uint8Array ? value : JSON.stringify(value),
        { status: value === null ? 204 : 200 });
    } catch (fault) {
      if (!fault.code || !fault.status) throw fault;
      return new Response(JSON.stringify({ type: "about:blank", ...fault }), { status: fault.status });
    }
  }

  async #handle(call, place, body) {
    if (call === "GET ") return this.view(this.#view(place), place);
    if (call === "GET /opening") return json(this.opening);
    if (call === "GET /tally") return json({ roundID: "", contests: this.tally });
    const what = call.replace("POST /", "");
    await TAKING[what].call(this, place, body);
    return null;
  }

  #view(place) {
    const { registration, commitment, message, certification } = this.parts;
    const [committed, dealt, certified] = [commitment, message, certification].map((part) => this.#whole(part));
    const has = (map, at) => map.has(at);
    const members = this.names.map((name, at) => ({
      name, registered: has(registration, at), committed: has(commitment, at), dealt: has(message, at),
      certified: has(certification, at), proved: has(this.proved, at), frozen: has(this.frozen, at),
      shared: has(this.shares, at), minuted: has(this.minuted, at),
    }));
    return {
      round: { state: this.state, title: "Đợt", round: "R" }, place, threshold: this.threshold, attempt: this.attempt,
      members, roundID: this.service && encodeBase64URL(this.service.roundID),
      ...(this.#ceremony && { ceremony: this.#ceremony }), ...(committed && { commitments: committed }),
      ...(dealt && !this.transcript && { messages: dealt }),
      ...(certified && { certifications: certified.map(({ signature }) => signature) }),
      ...(this.transcript && { transcript: encodeBase64URL(this.transcript) }),
      ...(this.evidence && { evidence: this.evidence }), warnings: [],
    };
  }

  #whole(part) {
    return part.size === this.names.length ? this.names.map((_, place) => part.get(place)) : null;
  }

  get #ceremony() {
    const members = this.#whole(this.parts.registration);
    return members && { threshold: this.threshold, members };
  }

  get ceremony() {
    const { threshold, members } = this.#ceremony;
    return openCeremony(threshold, members.map(({ key, dkgKey, random }) =>
      ({ key: b64u(key), dkgKey: b64u(dkgKey), random: b64u(random) })));
  }

  take(what, place, body) {
    const kept = this.parts[what].get(place);
    if (kept && JSON.stringify(kept) !== JSON.stringify(body)) throw problem(409, `second-${what}`);
    this.parts[what].set(place, body);
  }

  async takeMessage(place, body) {
    const [ceremony, commitment] = [await this.ceremony, this.parts.commitment.get(place)];
    if (await hasBrokenCommitment(ceremony, place, decoded(commitment), decoded(body))) {
      this.evidence = { kind: "against-commitment", commitment, message: body };
    } else if (await hasDealtBadly(ceremony, place, decoded(body))) {
      this.evidence = { kind: "bad-message", message: body };
    } else this.take("message", place, body);
  }

  async certify(place, body) {
    this.take("certification", place, body);
    const certified = this.#whole(this.parts.certification);
    if (!certified) return;
    const [commitments, messages] = ["commitment", "message"].map((what) => this.#whole(this.parts[what]));
    const extension = await extensionOf(commitments.map(({ commitment }) => b64u(commitment)));
    const transcript = transcriptOf(await this.ceremony, messages.map(({ message }) => b64u(message)), extension);
    this.transcript = concat(u32(transcript.length), transcript, ...certified.map(({ signature }) => b64u(signature)));
  }

  next(attempt) {
    if (attempt === this.attempt) return;
    if (!this.evidence || attempt !== this.attempt + 1) throw problem(409, "ceremony-early");
    this.#clear();
    this.attempt = attempt;
  }

  /** Freezes the round with the key that was made. @param {object} [change] of the manifest's board */
  async freeze(change = {}, voters = 6) {
    const transcript = this.transcript.subarray(4, this.transcript.length - 65 * this.names.length);
    const { groupKey } = publicOutcome(readTranscript(transcript).commitments);
    const members = this.#ceremony.members.map(({ key, dkgKey }, place) => ({ name: this.names[place], key, dkgKey }));
    const board = {
      threshold: this.threshold, members, publicKey: encodeBase64URL(encodePoint(groupKey)),
      transcript: encodeBase64URL(await sha256(transcript)), ...change,
    };
    this.service = await FakeService.create({ version: 2, voters, board });
    this.service.transcript = this.transcript;
    this.state = "frozen";
  }

  /** Opens with the shares that there are. */
  open() {
    const shares = [...this.shares.values()].slice(0, this.threshold).map(({ member, share, signature }) =>
      ({ member, share, signature }));
    const key = interpolated(shares.map(({ member, share }) => ({ member, share: b64u(share) })));
    this.opening = { shares, boardPrivateKey: encodeBase64URL(key) };
    this.state = "opened";
  }
}

/** What the service does with each thing that a seat says. */
const TAKING = {
  registration(place, { attempt, ...body }) {
    if (attempt !== this.attempt) throw problem(409, "other-attempt");
    const kept = this.parts.registration.get(place);
    if (kept && kept.dkgKey !== body.dkgKey) throw problem(409, "seat-taken");
    this.parts.registration.set(place, body);
  },
  commitment(place, body) {
    this.take("commitment", place, body);
  },
  message(place, body) {
    if (this.evidence) throw problem(409, "ceremony-over");
    return this.takeMessage(place, body);
  },
  certification(place, body) {
    if (this.evidence) throw problem(409, "ceremony-over");
    return this.certify(place, body);
  },
  accusation(_place, body) {
    this.evidence ??= { kind: "accusation", accusation: body, message: this.parts.message.get(body.accused) };
  },
  attempt(_place, { attempt }) {
    this.next(attempt);
  },
  proof(place) {
    this.proved.add(place);
  },
  "freeze-signature"(place, body) {
    if (!this.proved.has(place)) throw problem(409, "copy-not-proved");
    this.frozen.set(place, body);
    this.service.freezeSignatures = [...this.frozen.values()].sort((one, other) => one.member - other.member);
  },
  share(place, body) {
    this.shares.set(place, body);
  },
  "minutes-signature"(place, body) {
    this.minuted.set(place, body);
  },
};
