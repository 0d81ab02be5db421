import { encodeBase64URL } from "./base64url.js";
import { makeBundle, openAnswers } from "./bundle.js";
import { equal } from "./bytes.js";
import { readClosing } from "./closing.js";
import { MARKED, requireStage } from "./device.js";
import { BallotError } from "./error.js";
import { isSigned, sign } from "./keys.js";
import { requireOtherHost } from "./other-host.js";
import { isReceipt } from "./receipt.js";
import { relayMessage, releasedMessage } from "./relay.js";
import { RelayClient } from "./relay-client.js";
import { mixedMessage, statementsIn } from "./relay-statements.js";

/**
 * A ballot's way through a relay, as the device keeps it before anything of it is sent: `made` until the relay has
 * taken it, then `taken`; `sending` once the relay says that it is in the mix, and nobody yet that it is in the box;
 * `answered`, `lost`, `unsent` or `ended` by what the relay said after the closing; `released` once the relay has
 * signed that it will never send it.
 * @typedef {object} PassageRecord
 * @property {number} relay its place in the manifest
 * @property {number} atLeast the fewest voters with whom the member will be mixed
 * @property {Uint8Array} bytes the bundle @property {Uint8Array} hash of it
 * @property {import("./bundle.js").Bundle["places"]} places with what opens the answers
 * @property {"made"|"taken"|"sending"|"answered"|"lost"|"unsent"|"ended"|"released"} state
 * @property {boolean} wasTaken whether the relay ever said that it took the bundle, whatever it said since
 * @property {number|null} voters with how many it was mixed; where it was left out, how many were mixed
 * @property {Uint8Array|null} release the relay's signature
 */

/** Before the relay has said how it ended. */
const OPEN = ["made", "taken", "sending"];

/** The relay has said with how many it was mixed: a number that never changes, since it wrote the mix down before. */
const TOLD = ["sending", "answered"];

/** Stages from which the relay may be asked to let go, and another way be taken: nobody has said that it is sent. */
const UNSENT = ["handing", "handed", "sending", "unsent"];

/**
 * Seals all slips for the gateway, for a way through a relay.
 * @param {import("./device.js").SlipBallot[]} ballots @param {import("./manifest.js").Manifest} manifest
 * @param {{relay: number, atLeast: number}} way @param {string} service where the service is
 * @param {import("./device.js").Progress} [onProgress]
 * @returns {Promise<PassageRecord>}
 * @throws {BallotError} `relay-host`, an alarm.
 */
export async function makePassage(ballots, manifest, { relay, atLeast }, service, onProgress) {
  requireWay(relay, atLeast, manifest);
  requireOtherHost(manifest.casting.relays[relay], service);
  const slips = ballots.map(({ slip }) => slip);
  const bundle = await makeBundle(slips, manifest, manifest.casting.gatewayKey, onProgress);
  return { relay, atLeast, ...bundle, state: "made", wasTaken: false, voters: null, release: null };
}

function requireWay(relay, atLeast, { casting, voters }) {
  const isSize = Number.isSafeInteger(atLeast) && atLeast >= 1 && atLeast <= voters.length;
  if (!casting.relays[relay] || !isSize) throw new RangeError("a relay of the round, and 1 to as many as may vote");
}

/**
 * What a device does with a ballot that goes through a relay. Every method may be called again after it failed; nothing
 * here asks the service but `compare`.
 */
export class Passage {
  #manifest;
  #record;
  #change;
  #client;

  /** For `VotingSession.passage`. */
  constructor(manifest, record, change, client) {
    this.#manifest = manifest;
    this.#record = record;
    this.#change = change;
    this.#client = client;
  }

  get #way() {
    return this.#record().passage;
  }

  get #relay() {
    return this.#clientOf(this.#way.relay);
  }

  /** Nothing is asked of a relay that is the service itself. */
  #clientOf(place) {
    const relay = this.#manifest.casting.relays[place];
    requireOtherHost(relay, this.#client.address);
    return new RelayClient(relay, this.#manifest.roundID, this.#client.transport);
  }

  /** How many have handed over at a relay. @param {number} relay its place @returns {Promise<number>} */
  async voters(relay) {
    return this.#clientOf(relay).voters();
  }

  /**
   * Hands the bundle over; the same again is the same.
   * @returns {Promise<number|null>} how many have handed over there; null where the relay has mixed already
   * @throws {BallotError} `connection`, `refused`: "differs" where another bundle of this voter is there.
   */
  async handOver() {
    requireStage(this.#record(), "handing");
    const { hash } = this.#way;
    try {
      const voters = await this.#relay.handOver(await this.#handover());
      await this.#become(hash, { state: "taken", wasTaken: true }, ["made"]);
      return voters;
    } catch (error) {
      if (error.reason !== "mixed") throw error;
      // The relay has mixed, perhaps with this bundle among the rest: what it was told before, it knows.
      if ((await this.ask()).state === "unknown") await this.#become(hash, { state: "unsent" });
      return null;
    }
  }

  async #handover() {
    const { voter, deviceKey, issued } = this.#record();
    const { relay, atLeast, bytes, hash } = this.#way;
    const signature = await sign(deviceKey, relayMessage(this.#manifest.roundID, relay, atLeast, hash));
    return {
      voter, deviceKey: encodeBase64URL(deviceKey.publicKey), issued: encodeBase64URL(issued), atLeast,
      bundle: encodeBase64URL(bytes), signature: encodeBase64URL(signature),
    };
  }

  /**
   * Asks the relay what became of the bundle, and reads the answers once they are there: receipts that are the
   * service's are kept, and nothing is done about the others.
   * @returns {Promise<Omit<import("./relay-client.js").BundleState, "answers">>} `unknown` where it is to be handed
   *     over again, to the same relay
   * @throws {BallotError} `small-mix`, an alarm.
   */
  async ask() {
    requireStage(this.#record(), "handing", "handed", "sending");
    const { hash, places } = this.#way;
    const { answers, ...heard } = await this.#relay.bundle(hash, places.length);
    const { state, voters = null } = heard;
    if (state === "answered") await this.#read(answers, voters);
    else if (["sending", "unsent", "ended", "lost"].includes(state)) await this.#become(hash, { state, voters });
    else if (state === "unknown") await this.#become(hash, { state: "made", voters: null });
    // Kept first, receipts too: that is evidence.
    if (TOLD.includes(state)) this.#requireMix(voters);
    return heard;
  }

  /** The fewest with whom the member will be mixed is what the relay took the bundle for. */
  #requireMix(voters) {
    const { atLeast } = this.#way;
    if (voters < atLeast) throw new BallotError("small-mix", `a mix of ${voters}, for at least ${atLeast}`);
  }

  async #read(answers, voters) {
    const { hash } = this.#way;
    const { ballots } = this.#record();
    const opened = await openAnswers(answers, this.#way);
    const receipts = new Map();
    for (const { contest, receipt } of opened) {
      const holds = receipt && (await isReceipt(receipt, ballots[contest].slip, this.#manifest));
      if (holds) receipts.set(contest, receipt);
    }
    await this.#change((record) => {
      if (!isAt(record, hash, OPEN)) return record;
      const kept = record.ballots.map(({ slip, receipt }, contest) =>
        ({ slip, receipt: receipt ?? receipts.get(contest) ?? null }));
      return { ...record, ballots: kept, passage: { ...record.passage, state: "answered", voters } };
    });
  }

  /**
   * Accepts a smaller mix; it is handed over again with that.
   * @param {number} atLeast @throws {RangeError} for more than before
   */
  async lower(atLeast) {
    requireStage(this.#record(), "handing", "handed");
    const { hash, relay, atLeast: before } = this.#way;
    requireWay(relay, atLeast, this.#manifest);
    if (atLeast > before) throw new RangeError("not more than before");
    await this.#become(hash, { atLeast, state: "made" }, ["made", "taken"]);
    return this.handOver();
  }

  /**
   * Has the relay sign that it will never send the bundle; only then may the ballot go another way.
   * @throws {BallotError} `refused`: "sent" where it is in the mix; `answer` for a signature that is not the relay's.
   */
  async release() {
    requireStage(this.#record(), ...UNSENT);
    const { voter, deviceKey, issued } = this.#record();
    const { hash, relay } = this.#way;
    const message = releasedMessage(this.#manifest.roundID, hash);
    const signature = encodeBase64URL(await sign(deviceKey, message));
    const key = encodeBase64URL(deviceKey.publicKey);
    const body = { voter, deviceKey: key, issued: encodeBase64URL(issued), signature };
    const release = await this.#relay.release(hash, body);
    if (!(await isSigned(this.#manifest.casting.relays[relay].key, release, message))) {
      throw new BallotError("answer", "the release is not signed by the relay", { reason: "release" });
    }
    await this.#become(hash, { state: "released", release }, [...OPEN, "unsent", "ended"]);
  }

  /**
   * Takes another way with the same slips: through a relay, sealed anew, or direct. Without the first relay's release
   * this is the member's own act, told that slips that come twice betray who went twice.
   * @param {{relay: number, atLeast: number}|null} way null for direct
   * @param {{unreleased?: boolean}} [options] @param {import("./device.js").Progress} [onProgress]
   */
  async goElsewhere(way, { unreleased = false } = {}, onProgress) {
    const stages = unreleased ? [...UNSENT, "released"] : ["released"];
    requireStage(this.#record(), ...stages);
    const { hash, relay, release } = this.#way;
    const { ballots } = this.#record();
    const passage = way && (await makePassage(ballots, this.#manifest, way, this.#client.address, onProgress));
    await this.#change((record) => {
      requireStage(record, ...stages);
      if (!isAt(record, hash, [record.passage.state])) {
        throw new BallotError("wrong-moment", "another way was taken", { reason: "handed" });
      }
      return { ...record, passage, earlier: [...(record.earlier ?? []), { relay, hash, release }] };
    });
  }

  /**
   * Compares what the relay told this device with what it signed for all to see, once voting has closed.
   * @returns {Promise<boolean>} whether the relay has made its statement
   * @throws {BallotError} `statement` and `closing`, alarms; `refused` before the closing.
   */
  async compare() {
    requireStage(this.#record(), ...MARKED);
    const { relay, voters, state } = this.#way;
    const closing = await readClosing(await this.#client.closing(), this.#manifest);
    const statement = statementsIn(await this.#client.relays()).find((line) => line.relay === relay);
    if (!statement) return false;
    const message = mixedMessage(closing.hash, relay, statement.voters);
    const holds = await isSigned(this.#manifest.casting.relays[relay].key, statement.signature, message);
    if (!holds || (TOLD.includes(state) && statement.voters !== voters)) {
      throw new BallotError("statement", `the relay told this device ${voters}, and all others ${statement.voters}`);
    }
    return true;
  }

  /** Another tab may have gone on, or elsewhere, meanwhile: then nothing is changed. */
  #become(hash, change, from = OPEN) {
    return this.#change((record) =>
      isAt(record, hash, from) ? { ...record, passage: { ...record.passage, ...change } } : record);
  }
}

/** Whether the device still goes this way, and no further than to one of these states. */
const isAt = ({ passage }, hash, states) =>
  Boolean(passage) && equal(passage.hash, hash) && states.includes(passage.state);
