import { equal } from "./bytes.js";
import { blind, finalize } from "./blind-rsa.js";
import { encodeBase64URL } from "./base64url.js";
import { isChoice } from "./choice.js";
import { BallotError } from "./error.js";
import { sha256 } from "./hash.js";
import { generateKeyPair, isSigned, sign } from "./keys.js";
import { inLanes } from "./lanes.js";
import { issuedMessage } from "./relay.js";
import { checkSlip, makeSlip } from "./slip.js";
import { batchMessage, tokenInput, tokenNonce, tokenRequest } from "./token.js";

/*
 * What a voter's device works out at each step: functions of the record that it keeps, without network or storage.
 * session.js joins the steps.
 */

const FORMAT = "phieukin-browser/1";

/** WebCrypto works beside the page's thread; a few contests at a time keep both busy. */
const LANES = 4;

/**
 * What a device keeps for one contest. Each step forgets what the next no longer needs.
 * @typedef {{oneTimeKey: import("./keys.js").KeyPair, unblinder: Uint8Array, request: Uint8Array}} PendingBallot
 * @typedef {{oneTimeKey: import("./keys.js").KeyPair, authenticator: Uint8Array}} IssuedBallot
 * @typedef {{slip: Uint8Array, receipt: Uint8Array|null}} SlipBallot
 *
 * What a device keeps for one voter of one round; all of it secret until `erased`.
 * @typedef {object} DeviceRecord
 * @property {string} format
 * @property {Uint8Array} roundID
 * @property {string} voter
 * @property {import("./keys.js").KeyPair} [credential]
 * @property {import("./keys.js").KeyPair|null} [deviceKey] this device's own for the round; none in version 1
 * @property {Uint8Array} [signature] of the request for tokens; a second one would be other bytes
 * @property {Uint8Array|null} [requestsHash] H of all TokenRequests, to know the own line of the roll by
 * @property {Uint8Array|null} [issued] the service's word that it issued tokens for the device key
 * @property {Array<PendingBallot|IssuedBallot|SlipBallot>} [ballots] one a contest
 * @property {number[]|null} [marks] filled in and not yet sealed into slips
 * @property {import("./passage.js").PassageRecord|null} [passage] through which relay; null where slips go direct
 * @property {Array<{relay: number, hash: Uint8Array, release: Uint8Array|null}>} [earlier] ways that were given up
 * @property {Uint8Array|null} [found] the seal of the box in which all slips were found
 * @property {boolean} erased
 *
 * @typedef {"prepared"|"issued"|"casting"|"handing"|"handed"|"sending"|"unsent"|"released"|"mixed"|"cast"|"found"|
 *     "erased"} Stage
 * @typedef {(done: number, total: number) => void} Progress
 */

/** What a way through a relay makes of a device whose slips have not all a receipt. */
const PASSAGE_STAGES = {
  made: "handing", taken: "handed", sending: "sending", unsent: "unsent", ended: "unsent", released: "released",
  answered: "mixed", lost: "mixed",
};

/** Stages of a device whose slips are made: whether they are in the box is found out there. */
export const MARKED = ["casting", ...new Set(Object.values(PASSAGE_STAGES)), "cast", "found"];

/** How far a device has come. @param {DeviceRecord} record @returns {Stage} */
export function stageOf(record) {
  if (record.erased) return "erased";
  if (record.found) return "found";
  if (record.ballots.every((ballot) => ballot.receipt)) return "cast";
  if (record.ballots.every((ballot) => ballot.slip)) return PASSAGE_STAGES[record.passage?.state] ?? "casting";
  return record.ballots.every((ballot) => ballot.authenticator) ? "issued" : "prepared";
}

/** @param {DeviceRecord} record @param {...Stage} stages @throws {BallotError} `wrong-moment`. */
export function requireStage(record, ...stages) {
  const stage = stageOf(record);
  if (stages.includes(stage)) return;
  const message = `the device is at ${stage}, not at ${stages.join(" or ")}`;
  throw new BallotError("wrong-moment", message, { reason: stage });
}

/**
 * Checks that what was kept can be gone on with.
 * @param {DeviceRecord} record @param {import("./manifest.js").Manifest} manifest
 * @throws {BallotError} `damaged`.
 */
export function requireIntact(record, manifest) {
  const isOfRound = record.format === FORMAT && equal(record.roundID, manifest.roundID);
  if (!isOfRound || (!record.erased && record.ballots.length !== manifest.contests.length)) {
    throw new BallotError("damaged", "what this device kept is not of this round, or damaged");
  }
}

// MARK: Tokens

/**
 * @param {import("./keys.js").KeyPair} credential @param {import("./manifest.js").Manifest} manifest
 * @returns {string} the id of the voter whose access code it is
 * @throws {BallotError} `unknown-code`.
 */
export function voterOf(credential, manifest) {
  const voter = manifest.voters.find(({ credentialKey }) => equal(credentialKey, credential.publicKey));
  if (!voter) throw new BallotError("unknown-code", "no voter of this round has this access code");
  return voter.id;
}

/**
 * Draws all keys, blinds all requests and signs them. The record must be stored before `tokenRequestOf` is sent.
 * @param {import("./keys.js").KeyPair} credential @param {import("./manifest.js").Manifest} manifest
 * @param {Progress} [onProgress]
 * @returns {Promise<DeviceRecord>}
 * @throws {BallotError} `unknown-code`; `dishonest-key`.
 */
export async function prepare(credential, manifest, onProgress) {
  const voter = voterOf(credential, manifest);
  const ballots = await forEachContest(manifest, onProgress, (contest) => prepareBallot(contest, manifest));
  const requests = ballots.map(({ request }) => request);
  const deviceKey = manifest.version === 1 ? null : await generateKeyPair();
  const message = await batchMessage(manifest.roundID, requests, deviceKey?.publicKey);
  const signature = await sign(credential, message);
  const head = { format: FORMAT, roundID: manifest.roundID, voter, erased: false };
  const requestsHash = deviceKey && (await sha256(...requests));
  return { ...head, credential, deviceKey, signature, requestsHash, ballots, marks: null, passage: null, found: null };
}

async function prepareBallot(contest, { version }) {
  const oneTimeKey = await generateKeyPair();
  const input = await inputOf(oneTimeKey, contest, version);
  const { blinded, unblinder } = await blind(input, contest.tokenKey.modulus);
  return { oneTimeKey, unblinder, request: tokenRequest(contest.tokenKey.id, blinded) };
}

const inputOf = async ({ publicKey }, { challengeDigest, tokenKey }, version) =>
  tokenInput(await tokenNonce(publicKey, version), challengeDigest, tokenKey.id);

/**
 * The body of the request for tokens, the same each time.
 * @param {DeviceRecord} record
 * @returns {{voter: string, deviceKey?: string, tokenRequests: string[], signature: string}}
 */
export function tokenRequestOf(record) {
  requireStage(record, "prepared");
  const tokenRequests = record.ballots.map(({ request }) => encodeBase64URL(request));
  const deviceKey = record.deviceKey ? { deviceKey: encodeBase64URL(record.deviceKey.publicKey) } : {};
  return { voter: record.voter, ...deviceKey, tokenRequests, signature: encodeBase64URL(record.signature) };
}

/**
 * Makes every token of the service's answer, or none.
 * @param {DeviceRecord} record @param {{responses: Uint8Array[], issued: Uint8Array|null}} answer
 * @param {import("./manifest.js").Manifest} manifest @param {Progress} [onProgress]
 * @returns {Promise<IssuedBallot[]>}
 * @throws {BallotError} `answer`; `dishonest-token` and `not-issued`, alarms: nothing may be cast.
 */
export async function finalizeTokens(record, { responses, issued }, manifest, onProgress) {
  requireStage(record, "prepared");
  if (record.deviceKey) await requireIssued(record, issued, manifest);
  if (responses.length !== record.ballots.length) {
    throw new BallotError("answer", `${responses.length} tokens, ${record.ballots.length} expected`);
  }
  return forEachContest(manifest, onProgress, async (contest, index) => {
    const { oneTimeKey, unblinder } = record.ballots[index];
    const input = await inputOf(oneTimeKey, contest, manifest.version);
    const authenticator = await finalize(input, responses[index], unblinder, contest.tokenKey.modulus);
    if (authenticator === null) {
      const message = `the token of contest ${index} does not verify`;
      throw new BallotError("dishonest-token", message, { contest: index });
    }
    return { oneTimeKey, authenticator };
  });
}

/** The service's word on the device key: what proves later that a line of the roll is another's. */
async function requireIssued({ voter, deviceKey }, issued, { roundID, service }) {
  const message = issuedMessage(roundID, voter, deviceKey.publicKey);
  if (issued && (await isSigned(service.receiptKey, issued, message))) return;
  throw new BallotError("not-issued", "the service did not sign for this device's key");
}

// MARK: Slips

/** @param {unknown} marks @param {import("./manifest.js").Manifest} manifest @throws {BallotError} `marks`. */
export function requireMarks(marks, manifest) {
  // Spread, since `every` passes over holes.
  if (!Array.isArray(marks) || marks.length !== manifest.contests.length || ![...marks].every(isChoice)) {
    throw new BallotError("marks", `one mark for each of the ${manifest.contests.length} contests`);
  }
}

/**
 * Seals the marks into slips, each checked as the service will check it.
 * @param {DeviceRecord} record @param {number[]} marks of `Choice`, one a contest
 * @param {import("./manifest.js").Manifest} manifest @param {Progress} [onProgress]
 * @returns {Promise<SlipBallot[]>}
 * @throws {BallotError} `marks`, `wrong-moment`.
 */
export async function makeSlips(record, marks, manifest, onProgress) {
  requireStage(record, "issued");
  requireMarks(marks, manifest);
  return forEachContest(manifest, onProgress, async (contest, index) => {
    const { oneTimeKey, authenticator } = record.ballots[index];
    const slip = await makeSlip(marks[index], contest, manifest, oneTimeKey, authenticator);
    await checkSlip(slip, manifest);
    return { slip, receipt: null };
  });
}

/** The contests whose slips are not known to be in the box. @param {DeviceRecord} record @returns {number[]} */
export function uncast({ ballots, found }) {
  return found ? [] : [...ballots.keys()].filter((contest) => !ballots[contest].receipt);
}

/** What stays when a device has nothing left to do. @param {DeviceRecord} record @returns {DeviceRecord} */
export const erased = ({ format, roundID, voter }) => ({ format, roundID, voter, erased: true });

function forEachContest({ contests }, onProgress, work) {
  let done = 0;
  return inLanes(contests, LANES, async (contest, index) => {
    const result = await work(contest, index);
    onProgress?.(++done, contests.length);
    return result;
  });
}
