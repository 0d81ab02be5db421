import { b64u, round, text } from "./support.mjs";
import { constants, createHash, createPrivateKey, generateKeyPairSync, privateDecrypt, sign } from "node:crypto";
import { concat, u32, u64 } from "../../../Sources/WebAssets/ballot/bytes.js";
import { encodeBase64URL } from "../../../Sources/WebAssets/ballot/base64url.js";
import { boxRoot } from "../../../Sources/WebAssets/ballot/box.js";
import { credentialOf, generateAccessCode } from "../../../Sources/WebAssets/ballot/credential.js";
import { closingOf } from "../../../Sources/WebAssets/ballot/closing.js";
import { label } from "../../../Sources/WebAssets/ballot/hash.js";
import { isSigned, generateKeyPair, sign as signP256 } from "../../../Sources/WebAssets/ballot/keys.js";
import { readManifest } from "../../../Sources/WebAssets/ballot/manifest.js";
import { issuedMessage } from "../../../Sources/WebAssets/ballot/relay.js";
import { openMessage } from "../../../Sources/WebAssets/ballot/seal.js";
import { checkSlip } from "../../../Sources/WebAssets/ballot/slip.js";
import { batchMessage } from "../../../Sources/WebAssets/ballot/token.js";
import { opened, problemAnswer, receiptAnswer, respond } from "./oblivious-peer.mjs";

export const json = (value) => text(JSON.stringify(value));

const SEALED_AT = 1_800_000_000;

const SLIP_LENGTH = 473;

/** boxes.bin */
export const boxesFile = (boxes) => concat(...boxes.flatMap((box) => [u32(box.length), ...box]));

const sha256 = (bytes) => new Uint8Array(createHash("sha256").update(bytes).digest());
/**
 * A service in memory that keeps the protocol, as far as a voter's device sees it, and whose answers can be lost or
 * forged, in either version. Token keys are those of the worked round; all else is its own.
 */
export class FakeService {
  state = "issuing";
  issued = new Map();
  deviceKeys = new Map();
  slips = new Map();
  found = new Map();
  roll = [];
  statements = [];
  freezeSignatures = [];
  log = [];

  /** For each request: may throw, or answer in the service's place. */
  before = async (_path, _request) => {};
  /** For each answer: may throw, to lose it, or change it. */
  after = async (_path, response) => response;

  /**
   * @param {object} [options] `board` of several, as a manifest has it; `cards`: under which version they were made
   */
  static async create({ voters = 3, version = 1, cards = version, relays = 1, board = null } = {}) {
    const service = Object.assign(new FakeService(), { version, cards, several: board });
    const keys = await Promise.all(Array.from({ length: 4 + relays }, generateKeyPair));
    [service.boardKey, service.memberKey, service.receiptKey, service.gatewayKey, ...service.relayKeys] = keys;
    [service.relayKey] = service.relayKeys;
    service.logKey = generateKeyPairSync("ed25519");
    service.codes = Array.from({ length: voters }, generateAccessCode);
    service.tokenKeys = round.contests.map(({ tokenPrivateKeyPKCS8 }) =>
      createPrivateKey({ key: Buffer.from(b64u(tokenPrivateKeyPKCS8)), format: "der", type: "pkcs8" }));
    service.bytes = json(await service.#manifest());
    service.roundID = sha256(service.bytes);
    service.manifest = await readManifest(service.bytes, service.roundID);
    return service;
  }

  async #manifest() {
    const manifest = JSON.parse(Buffer.from(b64u(round.manifest)).toString("utf8"));
    const keys = await Promise.all(this.codes.map((code) => credentialOf(code, this.cards)));
    manifest.voters = keys.map(({ publicKey }, index) => {
      return { id: `uv-${index + 1}`, name: `Ủy viên ${index + 1}`, credentialKey: encodeBase64URL(publicKey) };
    });
    manifest.board.publicKey = encodeBase64URL(this.boardKey.publicKey);
    manifest.board.members[0].key = encodeBase64URL(this.memberKey.publicKey);
    manifest.service.receiptKey = encodeBase64URL(this.receiptKey.publicKey);
    manifest.service.logKey = encodeBase64URL(this.#logPoint);
    if (this.several) manifest.board = this.several;
    if (this.version === 1) return manifest;
    const relays = this.relayKeys.map(({ publicKey }, place) => {
      const [name, host] = place === 0 ? ["Xã bên", "xa-ben"] : [`Xã bên ${place + 1}`, `xa-ben-${place + 1}`];
      return { name, url: `https://${host}.example/relay`, key: encodeBase64URL(publicKey) };
    });
    const gateway = concat([1, 0, 16], this.gatewayKey.publicKey, [0, 4, 0, 1, 0, 2]);
    const casting = { gateway: encodeBase64URL(gateway), relays };
    return { ...manifest, format: "phieukin-round/2", casting };
  }

  get #logPoint() {
    return new Uint8Array(this.logKey.publicKey.export({ format: "der", type: "spki" }).subarray(-32));
  }

  /** Stands in for the browser's. */
  fetch = async (url, options) => {
    const prefix = `/api/v1/rounds/${encodeBase64URL(this.roundID)}`;
    if (!url.startsWith(prefix)) throw new Error(`unexpected address ${url}`);
    const path = url.slice(prefix.length);
    this.log.push({ path, options });
    const replaced = await this.before(path, options);
    return this.after(path, replaced ?? (await this.#answer(`${options.method} ${path}`, options)), options);
  };

  async #answer(call, { body }) {
    try {
      const value = await this.#handle(call, body && JSON.parse(body));
      return new Response(value instanceof Uint8Array ? value : JSON.stringify(value));
    } catch (problem) {
      if (!problem.code || !problem.status) throw problem;
      return this.problem(problem.status, problem.code);
    }
  }

  problem(status, code, headers = {}) {
    return new Response(JSON.stringify({ type: "about:blank", status, code }), { status, headers });
  }

  async #handle(call, body) {
    switch (call) {
      case "GET ": return this.#status();
      case "GET /manifest": return this.bytes;
      case "GET /board": return this.board();
      case "GET /transcript": return this.transcript;
      case "POST /tokens": return this.#issue(body);
      case "POST /slips": return this.#cast(b64u(body.slip));
      case "GET /closing": this.#requireState("closing", "sealed", "certified"); return this.closingDocument();
      case "GET /relays": this.#requireState("closing", "sealed", "certified"); return this.relaysFile();
      case "GET /roll": this.#requireState("closing", "sealed", "certified"); return this.rollFile();
      case "GET /seal": this.#requireState("sealed", "certified"); return this.sealDocument();
      case "GET /boxes": this.#requireState("sealed", "certified"); return boxesFile(this.boxes());
      case "POST /found": return this.#addFound(body);
      case "GET /opening": this.#requireState("certified"); return this.opening();
      default: throw problem(404, "not-found");
    }
  }

  #requireState(...states) {
    if (!states.includes(this.state)) throw problem(409, "wrong-state");
  }

  #status() {
    const turnout = { summoned: 3, present: 3, issued: this.issued.size, slips: this.slips.size };
    const steps = [{ state: "frozen", at: 1 }];
    return { roundID: encodeBase64URL(this.roundID), title: "t", state: this.state, contests: 8, turnout, steps };
  }

  async board() {
    if (this.several) return { freeze: this.freezeSignatures };
    const signature = await signP256(this.memberKey, concat(label("freeze", this.version), this.roundID));
    return { freeze: [{ member: 0, signature: encodeBase64URL(signature) }] };
  }

  async #issue({ voter, deviceKey, tokenRequests, signature }) {
    this.#requireState("issuing", "voting");
    const message = await batchMessage(this.roundID, tokenRequests.map(b64u), deviceKey && b64u(deviceKey));
    const { credentialKey } = this.manifest.voters.find(({ id }) => id === voter);
    if (!(await isSigned(credentialKey, b64u(signature), message))) throw problem(403, "batch-signature");
    const hash = encodeBase64URL(message);
    if ((this.issued.get(voter) ?? hash) !== hash) throw problem(409, "already-issued");
    if (!this.issued.has(voter)) this.roll.push({ voter, deviceKey, tokenRequests, signature });
    this.issued.set(voter, hash);
    this.deviceKeys.set(voter, deviceKey);
    const tokenResponses = tokenRequests.map((request, contest) => this.#blindSign(b64u(request), contest));
    if (this.version === 1) return { tokenResponses };
    const issued = await signP256(this.receiptKey, issuedMessage(this.roundID, voter, b64u(deviceKey)));
    return { tokenResponses, issued: encodeBase64URL(issued) };
  }

  /** One encapsulated request, as the gateway treats it, and its encapsulated response. */
  async gateway(message) {
    const request = await opened(message, this.gatewayKey);
    const slip = request.subarray(-1 - SLIP_LENGTH, -1);
    const answer = await this.#cast(slip).then(({ receipt }) => receiptAnswer(b64u(receipt)), ({ code }) =>
      problemAnswer(code));
    return respond(message, this.gatewayKey, answer);
  }

  rollFile() {
    return text(this.roll.map((line) => `${JSON.stringify(line)}\n`).join(""));
  }

  closing() {
    return closingOf(this.roundID, SEALED_AT - 100, sha256(this.rollFile()));
  }

  async closingDocument() {
    const closing = this.closing();
    const signature = await signP256(this.receiptKey, closing);
    return { closing: encodeBase64URL(closing), signature: encodeBase64URL(signature) };
  }

  relaysFile() {
    return text(this.statements.map((line) => `${JSON.stringify(line)}\n`).join(""));
  }

  #blindSign(request, contest) {
    const padding = constants.RSA_NO_PADDING;
    return encodeBase64URL(privateDecrypt({ key: this.tokenKeys[contest], padding }, request.subarray(3)));
  }

  async #cast(slip) {
    this.#requireState("voting", "closing");
    await checkSlip(slip, this.manifest).catch(({ reason }) => {
      throw problem(422, `slip-${reason}`);
    });
    const id = encodeBase64URL(sha256(slip.subarray(6, 71)));
    if (Buffer.compare(this.slips.get(id) ?? slip, slip) !== 0) throw problem(409, "slip-differs");
    this.slips.set(id, slip);
    return { receipt: encodeBase64URL(await this.receipt(slip)) };
  }

  receipt(slip) {
    return signP256(this.receiptKey, concat(label("receipt", this.version), this.roundID, sha256(slip)));
  }

  boxes() {
    const boxes = this.manifest.contests.map(() => []);
    const sorted = [...this.slips.values()].sort((one, other) =>
      Buffer.compare(sha256(one.subarray(6, 71)), sha256(other.subarray(6, 71))));
    for (const slip of sorted) boxes[slip[5]].push(slip);
    return boxes;
  }

  async seal() {
    const root = await boxRoot(this.boxes());
    const head = concat(label("seal", this.version), this.roundID, u32(8), root);
    const lists = concat(sha256(text("attendance")), sha256(this.rollFile()));
    if (this.version === 1) return concat(head, lists);
    return concat(head, lists, sha256(text("steps")), sha256(this.closing()), u64(SEALED_AT));
  }

  async sealDocument(change = {}) {
    const seal = await this.seal();
    return { seal: encodeBase64URL(seal), sealedAt: SEALED_AT, note: this.note(sha256(seal)), ...change };
  }

  note(sealHash, name = this.manifest.issuerName) {
    const body = `phieukin/${this.version} seal\n${encodeBase64URL(this.roundID)}\n${encodeBase64URL(sealHash)}\n`;
    const keyID = sha256(concat(text(name), [0x0a, 0x01], this.#logPoint)).subarray(0, 4);
    const blob = Buffer.concat([keyID, sign(null, Buffer.from(body), this.logKey.privateKey)]);
    return `${body}\n\u2014 ${name} ${blob.toString("base64")}\n`;
  }

  async #addFound({ voter, signature }) {
    this.#requireState("sealed", "certified");
    const { credentialKey } = this.manifest.voters.find(({ id }) => id === voter);
    const key = this.version === 1 ? credentialKey : b64u(this.deviceKeys.get(voter));
    const message = concat(label("found", this.version), sha256(await this.seal()));
    if (!(await isSigned(key, b64u(signature), message))) throw problem(403, "found-signature");
    this.found.set(voter, signature);
    return { found: this.found.size };
  }

  async opening() {
    const share = encodeBase64URL(this.boardKey.scalar);
    const seal = { hash: sha256(await this.seal()), version: this.version };
    const signature = await signP256(this.memberKey, openMessage(seal, this.boardKey.scalar));
    return { shares: [{ member: 0, share, signature: encodeBase64URL(signature) }], boardPrivateKey: share };
  }
}

const problem = (status, code) => Object.assign(new Error(code), { status, code });
