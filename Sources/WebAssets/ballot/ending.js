import { encodeBase64URL } from "./base64url.js";
import { boxRoot, holdsSlip, readBoxes } from "./box.js";
import { equal } from "./bytes.js";
import { MARKED, requireStage } from "./device.js";
import { BallotError } from "./error.js";
import { sign } from "./keys.js";
import { readOpening } from "./opening.js";
import { requireOwnLine, requireOwnTime } from "./own-line.js";
import { foundMessage, readSeal } from "./seal.js";
import { openSlip } from "./slip.js";

/* What a device does once the box is sealed; pages fetch it then. `VotingSession` keeps what comes of it. */

/**
 * Looks for all slips in the sealed box, and for the own line in the roll, and tells the service if they are there.
 * @param {import("./device.js").DeviceRecord} record @param {import("./manifest.js").Manifest} manifest
 * @param {import("./client.js").VoterClient} client @param {(done: number, total: number|null) => void} [onProgress]
 * @param {number|null} [clock] as `findSlips`
 * @returns {Promise<{seal: import("./seal.js").Seal, count: number}>} how many voters have found theirs
 */
export async function find(record, manifest, client, onProgress, clock) {
  const seal = await sealOf(record, manifest, client);
  const boxes = await client.boxes(manifest, onProgress);
  const roll = manifest.version === 1 ? null : await client.roll(manifest);
  const entry = await findSlips(record, { boxes, roll }, seal, manifest, clock).catch((error) => {
    if (error.code !== "sealed-time") client.forgetBoxes();
    throw error;
  });
  return { seal, count: await client.found(entry) };
}

/** What each slip was counted as: of `Choice`, one a contest; null for an invalid slip. */
export async function counted(record, manifest, client) {
  const seal = await sealOf(record, manifest, client);
  const boardKey = await readOpening(await client.opening(), manifest, seal);
  return Promise.all(record.ballots.map(({ slip }) => openSlip(slip, boardKey, manifest)));
}

/** The seal with its note checked; a second one for the same round would prove that the service sealed twice. */
async function sealOf({ found }, manifest, client) {
  const seal = await readSeal(await client.seal(), manifest);
  if (found && !equal(found, seal.bytes)) {
    throw new BallotError("seal-note", "the service has sealed this round twice");
  }
  return seal;
}

/**
 * Looks for every slip in whole boxes, then for the voter's own line in the roll.
 * @param {import("./device.js").DeviceRecord} record
 * @param {{boxes: Uint8Array, roll: Uint8Array|null}} sealed whole; version 1 needs no roll
 * @param {import("./seal.js").Seal} seal @param {import("./manifest.js").Manifest} manifest
 * @param {number|null} [clock] seconds since 1970, where this device watched the sealing
 * @returns {Promise<{voter: string, signature: string}>} the voter's word that they are all there
 * @throws {BallotError} `box-root`, `slip-lost`, `roll` and `other-line`, alarms; `slip-uncast` if only slips without a
 *     receipt are missing; `sealed-time`.
 */
async function findSlips(record, { boxes: bytes, roll }, seal, manifest, clock = null) {
  requireStage(record, ...MARKED);
  const boxes = readBoxes(bytes, manifest.contests.length);
  if (!equal(await boxRoot(boxes), seal.boxRoot)) {
    throw new BallotError("box-root", "the boxes are not those that were sealed");
  }
  requireNoneMissing(record, boxes);
  if (record.deviceKey) await requireOwnLine(record, roll, seal);
  if (record.deviceKey && clock !== null) requireOwnTime(seal, clock);
  const signature = await sign(record.deviceKey ?? record.credential, foundMessage(seal));
  return { voter: record.voter, signature: encodeBase64URL(signature) };
}

function requireNoneMissing({ ballots }, boxes) {
  const missing = [...ballots.keys()].filter((contest) => !holdsSlip(boxes[contest], ballots[contest].slip));
  const evidence = missing.map((contest) => ({ contest, ...ballots[contest] })).filter(({ receipt }) => receipt);
  if (evidence.length > 0) {
    const contests = evidence.map(({ contest }) => contest);
    throw new BallotError("slip-lost", "slips with a receipt are not in the sealed box", { contests, evidence });
  }
  if (missing.length > 0) {
    throw new BallotError("slip-uncast", "slips without a receipt are not in the box", { contests: missing });
  }
}
