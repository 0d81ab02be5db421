import { b64u } from "./support.mjs";
import { createHash } from "node:crypto";
import { encodeBase64URL } from "../../../Sources/WebAssets/ballot/base64url.js";
import { concat } from "../../../Sources/WebAssets/ballot/bytes.js";
import { isSigned, sign } from "../../../Sources/WebAssets/ballot/keys.js";
import { issuedMessage, relayMessage, releasedMessage } from "../../../Sources/WebAssets/ballot/relay.js";
import { mixedMessage } from "../../../Sources/WebAssets/ballot/relay-statements.js";

const sha256 = (bytes) => new Uint8Array(createHash("sha256").update(bytes).digest());
const SALT = 32;

/** The encapsulated requests of a bundle. */
function messagesOf(bundle) {
  const count = bundle[SALT] * 256 + bundle[SALT + 1];
  const length = (bundle.length - SALT - 2) / count;
  return Array.from({ length: count }, (_, place) => {
    const start = SALT + 2 + place * length;
    return bundle.subarray(start + 2, start + length);
  });
}

/** A relay in memory that keeps the protocol, as far as a voter's device sees it, before a `FakeService`. */
export class FakeRelay {
  isLowering = false;
  isSending = false;
  mixed = null;
  held = new Map();
  sent = new Map();
  unsent = new Set();
  released = new Set();
  isOver = false;
  forgotten = false;
  log = [];

  /** For each request: may throw, or answer in the relay's place. */
  before = async (_path, _request) => {};
  /** For each answer: may throw, to lose it, or change it. */
  after = async (_path, response) => response;

  constructor(service, place = 0) {
    const { url } = service.manifest.casting.relays[place];
    Object.assign(this, { service, place, url: `${url}/rounds/${encodeBase64URL(service.roundID)}` });
    this.key = service.relayKeys[place];
  }

  /** Stands in for the browser's, where it is asked of this relay. */
  fetch = async (url, options) => {
    const path = url.slice(this.url.length);
    this.log.push({ path, options });
    const replaced = await this.before(path, options);
    return this.after(path, replaced ?? (await this.#answer(path, options)), options);
  };

  async #answer(path, { method, body }) {
    const [, bundles, hash, release] = path.split("/");
    const [status, value] = await (release ? this.#release(hash, JSON.parse(body))
      : hash ? this.#bundle(hash)
        : bundles && method === "POST" ? this.#take(JSON.parse(body)) : [200, { voters: this.held.size }]);
    return new Response(JSON.stringify(value), { status });
  }

  async #take({ voter, deviceKey, issued, atLeast, bundle, signature }) {
    const { roundID, manifest, receiptKey } = this.service;
    const hash = sha256(b64u(bundle));
    const name = encodeBase64URL(hash);
    const key = b64u(deviceKey);
    const hasTokens = await isSigned(receiptKey.publicKey, b64u(issued), issuedMessage(roundID, voter, key));
    if (!hasTokens) return no(403, "issued");
    const isMeant = await isSigned(key, b64u(signature), relayMessage(roundID, this.place, atLeast, hash));
    if (!isMeant) return no(403, "signature");
    if (this.mixed !== null) return no(409, "mixed");
    if (this.released.has(name)) return no(409, "released");
    const present = this.held.get(voter);
    if (present && (present.name !== name || present.atLeast < atLeast)) return no(409, "differs");
    const messages = messagesOf(b64u(bundle));
    if (messages.length !== manifest.contests.length) return no(400, "malformed-request");
    this.held.set(voter, { name, atLeast, messages });
    return [202, { voters: this.held.size }];
  }

  #bundle(name) {
    if (this.sent.has(name) && this.isSending) return [202, { state: "sending", voters: this.mixed }];
    if (this.sent.has(name)) {
      return this.forgotten ? no(410, "lost") : [200, { answers: this.sent.get(name), voters: this.mixed }];
    }
    if (this.unsent.has(name)) return [200, { unsent: true, voters: this.mixed }];
    if (this.isOver) return [200, { ended: true }];
    const isHeld = [...this.held.values()].some((held) => held.name === name);
    if (!isHeld) return no(404, "unknown-bundle");
    const state = this.isLowering ? { state: "lowering", seconds: 100 } : { state: "held" };
    return [202, { ...state, voters: this.held.size }];
  }

  async #release(name, { signature, deviceKey }) {
    const message = releasedMessage(this.service.roundID, b64u(name));
    if (!(await isSigned(b64u(deviceKey), b64u(signature), message))) return no(403, "signature");
    if (this.sent.has(name)) return no(409, "sent");
    this.released.add(name);
    this.unsent.delete(name);
    for (const [voter, held] of this.held) if (held.name === name) this.held.delete(voter);
    return [200, { released: encodeBase64URL(await sign(this.key, message)) }];
  }

  /** The one mix, and the relay's statement. */
  async mix() {
    const bundles = [...this.held.values()];
    const fits = (size) => bundles.filter(({ atLeast }) => atLeast <= size);
    this.mixed = bundles.map((_, place) => bundles.length - place).find((size) => fits(size).length >= size) ?? 0;
    for (const { name, messages } of fits(this.mixed)) {
      const answers = await Promise.all(messages.map((message) => this.service.gateway(message)));
      this.sent.set(name, answers.map(encodeBase64URL));
    }
    for (const { name } of bundles) if (!this.sent.has(name)) this.unsent.add(name);
    await this.state();
  }

  async state(voters = this.mixed) {
    const message = mixedMessage(sha256(concat(this.service.closing())), this.place, voters);
    const signature = encodeBase64URL(await sign(this.key, message));
    this.service.statements.push({ relay: this.place, voters, signature });
  }

  /** Killed before the mix: nothing of it was written down. */
  forget() {
    this.held.clear();
  }
}

const no = (status, code) => [status, { type: "about:blank", status, code }];
