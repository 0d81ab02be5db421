/*
 * The audit that the board's device makes before it releases the key (protocol page, "The audit" up to the sealing; in
 * Swift `Audit.run(through: .sealed)`). Everything is checked, whatever failed before it.
 */

import { boxRoot, readBoxes } from "./box.js";
import { concat, equal, u32 } from "./bytes.js";
import { requireFreeze } from "./freeze.js";
import { sha256 } from "./hash.js";
import { isSigned } from "./keys.js";
import { inLanes } from "./lanes.js";
import { keysOf } from "./manifest.js";
import { foundMessage, readSeal, sealHead } from "./seal.js";
import { readAttendance, readFound, readRoll } from "./sealed-lists.js";
import { closingOf, relaysOf, stepsOf, timesOf } from "./sealed-times.js";
import { sharedFactor } from "./shared-factor.js";
import { checkSlip, slipID } from "./slip.js";
import { batchMessage } from "./token.js";
import { requireTranscript } from "./transcript.js";

const LANES = 8;

/** By version. */
const UNSEALED = {
  1: "boxes, attendance or roll are not what was sealed",
  2: "boxes, attendance, roll, steps or closing are not what was sealed",
};

/**
 * @typedef {object} SealedAudit
 * @property {Array<{name: string, faults: string[]}>} checks in order
 * @property {boolean} holds
 * @property {import("./seal.js").Seal|null} seal
 * @property {import("./manifest.js").Manifest} manifest
 * @property {Uint8Array[][]} boxes
 * @property {number[]} contradictions contests whose box holds fewer slips than members say that they found: no
 *     fault, since one voter could cause it, but never unsaid
 * @property {number[]} short contests whose box holds fewer slips than relays say that voters handed over; no fault
 * @property {boolean} isOverstated whether relays say that they sent more ballots than were issued: no fault either,
 *     since one relay alone could say so
 * @property {{summoned: number, present: number, excused: number, absent: number, issued: number, mixed: number,
 *     slips: number, found: number}} counts
 */

/**
 * @param {Record<string, Uint8Array>} documents as `sealedDocuments` fetches them
 * @param {import("./manifest.js").Manifest} manifest
 * @param {(done: number, total: number) => void} [onProgress] slips looked at
 * @returns {Promise<SealedAudit>}
 */
export async function auditSealed(documents, manifest, onProgress) {
  const audit = new Audit(manifest);
  await audit.check("keys", () => {
    const pair = sharedFactor(manifest.contests.map(({ tokenKey }) => tokenKey.modulus));
    return pair === null ? [] : [`token key ${pair} shares a factor with an earlier one`];
  });
  await audit.check("freeze", () => requireFreeze(documents.board, manifest));
  if (manifest.board.transcript) {
    const transcript = () => requireTranscript(documents.transcript, manifest.board);
    await audit.check("transcript", async () => ({ value: await transcript() }));
  }
  const attendance = await audit.check("attendance", () => readAttendance(documents.attendance, manifest));
  const roll = (await audit.check("roll", () => rollOf(documents.roll, manifest, attendance))) ?? [];
  const boxes = (await audit.check("boxes", () => boxesOf(documents.boxes, manifest, roll.length))) ?? [];
  await audit.check("slips", () => slipFaults(boxes, manifest, onProgress));
  const { closing, mixed } = manifest.version === 1 ? { mixed: 0 } : await audit.ending(documents);
  const seal = await audit.check("seal", () => sealOf(documents, manifest, boxes, closing));
  const found = (await audit.check("found", () => foundOf(documents.found, manifest, seal, roll))) ?? [];
  return audit.report(seal ?? null, boxes, { ...countsOf(attendance, roll, boxes, found), mixed });
}

/** Collects what each check found. */
class Audit {
  checks = [];

  constructor(manifest) {
    this.manifest = manifest;
  }

  /** A check's value, or what it calls faults: a list of texts under `faults`, or an error thrown. */
  async check(name, work) {
    const entry = { name, faults: [] };
    this.checks.push(entry);
    try {
      const result = await work();
      const faults = Array.isArray(result) ? result : (result?.faults ?? []);
      entry.faults.push(...faults);
      return Array.isArray(result) ? undefined : result?.value;
    } catch (error) {
      entry.faults.push(error.message);
      return undefined;
    }
  }

  /** How the voting ended, which version 1 does not say. */
  async ending(documents) {
    const closing = await this.check("closing", () => closingOf(documents, this.manifest));
    await this.check("steps", () => stepsOf(documents.steps, this.manifest, closing));
    const mixed = await this.check("relays", () => relaysOf(documents.relays, this.manifest, closing));
    return { closing, mixed: mixed ?? 0 };
  }

  report(seal, boxes, counts) {
    const holds = this.checks.every(({ faults }) => faults.length === 0);
    const below = (count) => [...boxes.keys()].filter((contest) => count > boxes[contest].length);
    const [contradictions, short] = [below(counts.found), below(counts.mixed)];
    const isOverstated = counts.mixed > counts.issued;
    return {
      checks: this.checks, holds, seal, manifest: this.manifest, boxes, contradictions, short, isOverstated, counts,
    };
  }
}

/** Each line: a voter present, once, in the manifest's order, with C well-formed requests, signed. */
async function rollOf(bytes, manifest, attendance) {
  const places = new Map(manifest.voters.map((voter, place) => [voter.id, place]));
  const present = new Set(attendance?.present ?? places.keys());
  const roll = readRoll(bytes, manifest.version);
  const taken = new Set(manifest.version === 1 ? [] : keysOf(manifest).map(hex));
  let last = -1;
  const faults = [];
  for (const [index, entry] of roll.entries()) {
    const place = places.get(entry.voter) ?? -1;
    const fault = place <= last ? "stands twice, out of order or is no voter"
      : !present.has(entry.voter) ? "was not present"
      : (await batchFault(entry, manifest.voters[place], manifest)) ?? deviceFault(entry, taken);
    if (fault) faults.push(`roll line ${index + 1}: ${entry.voter} ${fault}`);
    last = Math.max(last, place);
  }
  if (attendance && roll.length > attendance.present.length) faults.push("more issued than present");
  return { value: roll, faults };
}

/** A device key is one voter's alone, and no key of the manifest. */
function deviceFault({ deviceKey }, taken) {
  if (deviceKey === null) return null;
  if (taken.has(hex(deviceKey))) return "has a device key that is another's";
  taken.add(hex(deviceKey));
  return null;
}

async function batchFault({ tokenRequests, deviceKey, signature }, voter, { contests, roundID }) {
  const isRequest = (request, { tokenKey }) => request.length === 259 && request[0] === 0 && request[1] === 2 &&
    request[2] === tokenKey.id[31] && isBelow(request.subarray(3), tokenKey.modulus);
  if (tokenRequests.length !== contests.length) return "asked for another number of tokens";
  if (!contests.every((contest, index) => isRequest(tokenRequests[index], contest))) return "sent a malformed request";
  const message = await batchMessage(roundID, tokenRequests, deviceKey);
  const holds = await isSigned(voter.credentialKey, signature, message);
  return holds ? null : "did not sign the request";
}

const isBelow = (bytes, modulus) => BigInt(
  `0x${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`) < modulus;

/** Boxes of no more slips than were issued; slipIDs ascend in each, and none stands in two. */
async function boxesOf(bytes, manifest, issued) {
  const boxes = readBoxes(bytes, manifest.contests.length);
  const seen = new Set();
  const faults = [];
  for (const [contest, slips] of boxes.entries()) {
    if (slips.length > issued) faults.push(`box ${contest}: ${slips.length} slips, ${issued} issued`);
    let before = "";
    for (const slip of slips) {
      const id = hex(await slipID(slip.subarray(6, 71)));
      if (id <= before) faults.push(`box ${contest}: not in the order of slipIDs`);
      if (id !== before && seen.has(id)) faults.push(`box ${contest}: a slip that stands in another box`);
      seen.add((before = id));
    }
  }
  return { value: boxes, faults };
}

/** The slip check of every slip, and that it lies in its own contest's box. */
async function slipFaults(boxes, manifest, onProgress) {
  const slips = boxes.flatMap((box, contest) => box.map((slip, place) => ({ slip, contest, place })));
  let done = 0;
  const faults = await inLanes(slips, LANES, async ({ slip, contest, place }) => {
    const fault = await slipFault(slip, contest, manifest);
    onProgress?.(++done, slips.length);
    return fault && `box ${contest}, slip ${place}: ${fault}`;
  });
  return faults.filter((fault) => fault !== null);
}

async function slipFault(slip, contest, manifest) {
  if (!equal(slip.subarray(2, 6), u32(contest))) return "of another contest";
  try {
    await checkSlip(slip, manifest);
    return null;
  } catch (error) {
    return error.reason ?? error.message;
  }
}

/** The seal recomputed from what lies here, and the service's note over it. */
async function sealOf(documents, manifest, boxes, closing) {
  const seal = await readSeal(documents.seal, manifest);
  const lists = await Promise.all([documents.attendance, documents.roll].map((bytes) => sha256(bytes)));
  const times = await timesOf(documents, closing, seal);
  const ours = concat(sealHead(manifest), await boxRoot(boxes), ...lists, times.bytes);
  const faults = equal(ours, seal.bytes) ? times.faults : [UNSEALED[manifest.version], ...times.faults];
  return { value: seal, faults };
}

/** Each a voter of the roll, once, with a signature over this seal. */
async function foundOf(bytes, manifest, seal, roll) {
  const entries = readFound(bytes);
  const issued = new Set(roll.map(({ voter }) => voter));
  const keys = new Map(manifest.version === 1 ? manifest.voters.map(({ id, credentialKey }) => [id, credentialKey])
    : roll.map(({ voter, deviceKey }) => [voter, deviceKey]));
  const faults = [];
  for (const { voter, signature } of entries) {
    const isIssued = issued.delete(voter);
    const holds = isIssued && seal && (await isSigned(keys.get(voter), signature, foundMessage(seal)));
    if (!holds) faults.push(`found: ${voter} does not stand once, on the roll, with a signature that holds`);
  }
  return { value: entries, faults };
}

function countsOf(attendance, roll, boxes, found) {
  const { present = [], excused = [], absent = [] } = attendance ?? {};
  return {
    summoned: present.length + absent.length, present: present.length, excused: excused.length, absent: absent.length,
    issued: roll.length, slips: boxes.reduce((sum, box) => sum + box.length, 0), found: found.length,
  };
}

const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
