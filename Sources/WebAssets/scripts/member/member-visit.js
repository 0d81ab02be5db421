import { IndexedDBStore } from "../../ballot/store.js";
import { afterwardsCode, ballotCode, relayedCode } from "./ballot-code.js";

/** Repeated soon, since the pages say themselves that the network is gone and go on trying. */
const PATIENCE = { pauses: [300, 1_500], timeout: 30_000 };

/** For the look at where the round stands: the next look is the repetition. */
const GLANCE = { pauses: [], timeout: 15_000 };

const SEALED = ["sealed", "opened", "certified"];

/** Voting has not ended, whatever a relay or the room says. */
const TAKING = ["frozen", "issuing", "voting"];

/** Whoever looked no longer ago than this, in milliseconds, has watched what the next look shows. */
const WATCHED = 60_000;

/** A member's visit to one round: what the device keeps of it, and where the round stands. */
export class MemberVisit {
  /** The card's code, in memory only, until the first step with it is stored. @type {string|null} */
  code = null;

  /** Whose code that is. @type {{id: string, name: string}|null} */
  holder = null;

  /** @type {import("../../ballot/ballot.js").VotingSession|null} */
  session = null;

  /** What this device has begun in the round, by anybody. @type {import("../../ballot/ballot.js").VotingSession[]} */
  sessions = [];

  /** @type {import("../../ballot/client.js").RoundStatus|null} null as long as nothing was heard */
  status = null;

  /** What the round's relays, or its board of several, need besides. @type {typeof import("./relayed.js")|null} */
  relayed = null;

  /** When this page first heard that voting has ended, in milliseconds since 1970. */
  closedSeenAt = null;

  /** When this device saw the box become sealed, in seconds since 1970; null where it did not watch. */
  sealingSeenAt = null;

  /** @type {typeof import("../../ballot/ballot.js")|null} null until it was fetched */
  #ballot = null;

  #lookedAt = 0;

  #client;
  #glance;
  #ready = withResolvers();

  /**
   * @param {string} text the roundID, base64url @param {string} title as the page has it, until the manifest is there
   */
  constructor(text, title) {
    this.name = text;
    this.pageTitle = title;
  }

  get isSealed() {
    return SEALED.includes(this.status?.state);
  }

  /** Whether no slip can be made any more. */
  get isOver() {
    return this.isSealed || this.status?.state === "closing";
  }

  /** A ballot is with a relay: until voting ends the service is asked nothing, so that it learns nothing of when. */
  get isSilent() {
    return this.session?.stage === "handed" && !this.hasClosed;
  }

  /** When voting ended, in seconds since 1970, as the service says; null where it has not, or nothing was heard. */
  get closedAt() {
    return this.status?.steps.find(({ state }) => state === "closing")?.at ?? null;
  }

  /** Whether voting is known to be over, by a relay's answer or the member's word; until the service says otherwise. */
  get hasClosed() {
    return sessionStorage.getItem(this.#closedName) !== null;
  }

  set hasClosed(hasClosed) {
    if (hasClosed) sessionStorage.setItem(this.#closedName, "");
    else sessionStorage.removeItem(this.#closedName);
  }

  get #closedName() {
    return `closed/${this.name}`;
  }

  /** Whether somebody has begun in this tab, even where the browser cannot say any more what it keeps. */
  get hasBegun() {
    return Boolean(this.session ?? this.#remembered());
  }

  get voterName() {
    return this.manifest.voters.find(({ id }) => id === this.session?.voter)?.name ?? this.holder?.name ?? "";
  }

  get title() {
    return this.manifest?.title ?? this.pageTitle;
  }

  /**
   * Opens what the device keeps, and the manifest; may be called again after it failed.
   * @param {() => void} isNew called when this device has never been here, before the manifest is there
   */
  async open(isNew) {
    this.store ??= await IndexedDBStore.open();
    // What a device may ask is known once it is known how far it has come.
    const early = (await this.store.names(`device/${this.name}/`)).length === 0 && this.look().catch(() => {});
    if (!this.manifest && (await this.store.names(`manifest/${this.name}`)).length === 0) isNew();
    await this.#begin();
    this.manifest ??= await this.#ballot.loadManifest(this.#client, this.store);
    const { casting, board } = this.manifest;
    if (casting?.relays.length > 0 || board.transcript) this.relayed ??= await relayedCode();
    this.#ready.resolve();
    this.sessions = await this.#resume();
    const chosen = this.#remembered();
    const mine = this.sessions.find(({ voter }) => voter === chosen);
    this.session = mine ?? (chosen === null && this.sessions.length === 1 ? this.sessions[0] : null);
    await (early || this.look().catch(() => {}));
  }

  /** Fetches the ballot's code, and readies what needs it. */
  async #begin() {
    this.#ballot ??= await ballotCode();
    this.roundID ??= this.#ballot.readRoundID(this.name);
    this.#client ??= new this.#ballot.VoterClient(this.roundID, PATIENCE, {
      relayed: async () => this.relayed.ballot, ending: async () => (await afterwardsCode()).ballot,
    });
  }

  #resume() {
    return this.#ballot.VotingSession.resume(this.manifest, this.#client, this.store);
  }

  /** Takes over what another tab did meanwhile. @returns {Promise<boolean>} false if what was kept is gone */
  async refresh() {
    this.sessions = await this.#resume();
    if (!this.session) return true;
    const { voter } = this.session;
    this.session = this.sessions.find((session) => session.voter === voter) ?? this.session;
    return this.sessions.includes(this.session);
  }

  /** Where the round stands now; as it was last heard, as long as the service is asked nothing. */
  async look() {
    await this.#begin();
    if (this.isSilent) return;
    this.#glance ??= new this.#ballot.VoterClient(this.roundID, GLANCE);
    const status = await this.#glance.status();
    const now = Date.now();
    const hasWatched = this.status && !this.isSealed && now - this.#lookedAt < WATCHED;
    if (hasWatched && status.state === "sealed") this.sealingSeenAt = Math.floor(now / 1_000);
    this.#lookedAt = now;
    this.status = status;
    if (TAKING.includes(status.state)) this.hasClosed = false;
    if (this.closedAt !== null) this.closedSeenAt ??= now;
  }

  /** What people compare; worked out once. @returns {Promise<string>} */
  roundCode() {
    this.codeOfRound ??= this.#ballot.roundCode(this.roundID, this.manifest?.version);
    return this.codeOfRound;
  }

  /**
   * Whose card it is; waits for the manifest if need be.
   * @param {string} code @returns {Promise<{id: string, name: string}|null>} null if it is none of this round
   * @throws {BallotError} `access-code`
   */
  async holderOf(code) {
    await this.#ready.promise;
    const { publicKey } = await this.#ballot.credentialFor(code, this.manifest);
    const isTheirs = ({ credentialKey }) => credentialKey.every((byte, index) => byte === publicKey[index]);
    return this.manifest.voters.find(isTheirs) ?? null;
  }

  /**
   * Takes a card's code. If this device has begun with it before, goes on there; if not, what the device keeps for
   * somebody else must not be shown as theirs.
   */
  take(code, holder) {
    const known = this.sessions.find(({ voter }) => voter === holder.id);
    if (known) return this.settle(known);
    this.leave();
    this.code = code;
    this.holder = holder;
  }

  /** Begins on this device with the code that was taken. @param {(done: number, total: number) => void} onProgress */
  async start(onProgress) {
    const { VotingSession } = this.#ballot;
    this.settle(await VotingSession.start(this.manifest, this.code, this.#client, this.store, onProgress));
    this.sessions = await this.#resume();
  }

  /** Goes on with a session; the code has done its work. */
  settle(session) {
    this.session = session;
    this.code = null;
    this.holder = null;
    this.#remember(session.voter);
  }

  /** Lets another member begin on this device; what it keeps for the first stays. */
  leave() {
    this.session = null;
    this.code = null;
    this.holder = null;
    this.#remember("");
  }

  // Which of several members uses this tab: no secret, and gone with the tab.

  #remembered() {
    return sessionStorage.getItem(`member/${this.name}`);
  }

  #remember(voter) {
    sessionStorage.setItem(`member/${this.name}`, voter);
  }

  // An alarm stays on the device until people have looked into it: nothing is sent meanwhile, whoever reloads.

  keepAlarm(alarm) {
    return this.store.add(`alarm/${this.name}`, alarm);
  }

  keptAlarm() {
    return this.store.get(`alarm/${this.name}`);
  }

  dropAlarm() {
    return this.store.remove(`alarm/${this.name}`);
  }
}

/** A promise that is kept from outside. */
function withResolvers() {
  let resolve;
  const promise = new Promise((keep) => { resolve = keep; });
  return { promise, resolve };
}
