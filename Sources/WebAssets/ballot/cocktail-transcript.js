import { ByteReader } from "./byte-reader.js";
import { concat, equal, u32, u64, utf8 } from "./bytes.js";
import { isSchnorr } from "./cocktail-schnorr.js";
import { add, readCompressed, sum, times } from "./p256.js";

/*
 * The transcript of COCKTAIL-DKG v0.2.1, ciphersuite COCKTAIL(P-256, SHA-256), round 3: all that a key ceremony fixed
 * in public. Whoever holds it with its n signatures can check that every participant saw the same; nothing is secret.
 * A participant is named by its place, from 0; the specification counts from 1.
 */

/** The name of the ciphersuite, as the specification's table has it. */
export const SUITE = utf8("COCKTAIL(P-256, SHA-256)");

const MOST_PARTICIPANTS = 255;
const MOST_EXTENSION = 1 << 16;

/** u32 and u64 with the least significant byte first. */
export const little = (bytes) => bytes.slice().reverse();

/**
 * @typedef {object} Transcript
 * @property {Uint8Array} context 32 bytes
 * @property {number} threshold
 * @property {Uint8Array[]} publicKeys P_j, 33 bytes each
 * @property {Uint8Array[][]} commitments C_j, for each participant `threshold` points of 33 bytes
 * @property {Uint8Array[]} proofs PoP_j, 65 bytes each
 * @property {Uint8Array[]} ephemerals E_j, 33 bytes each
 * @property {Uint8Array} extension
 */

/** @param {Transcript} transcript @returns {Uint8Array} T */
export function writeTranscript({ context, threshold, publicKeys, commitments, proofs, ephemerals, extension }) {
  return concat(
    little(u64(SUITE.length)), SUITE,
    little(u64(context.length)), context,
    little(u32(publicKeys.length)), little(u32(threshold)),
    ...publicKeys, ...commitments.flat(), ...proofs, ...ephemerals,
    little(u64(extension.length)), extension,
  );
}

/**
 * Takes T apart: this ciphersuite, points that are points, keys that differ, nothing left over.
 * @param {Uint8Array} bytes
 * @returns {Transcript}
 * @throws {BallotError} `malformed`.
 */
export function readTranscript(bytes) {
  const reader = new ByteReader(bytes, "transcript");
  const suite = reader.take(reader.littleEndian(8, SUITE.length));
  if (!equal(suite, SUITE)) reader.fail("COCKTAIL(P-256, SHA-256)");
  const context = reader.take(reader.littleEndian(8, 32));
  if (context.length !== 32) reader.fail("a context of 32 bytes");
  const count = reader.littleEndian(4, MOST_PARTICIPANTS);
  const threshold = reader.littleEndian(4, count);
  if (threshold < 1) reader.fail("a threshold from 1 to the number of participants");
  const publicKeys = readPoints(reader, count);
  if (!areDistinct(publicKeys)) reader.fail("distinct keys");
  const commitments = Array.from({ length: count }, () => readPoints(reader, threshold));
  const proofs = reader.list(count, 65);
  const ephemerals = readPoints(reader, count);
  const extension = reader.take(reader.littleEndian(8, MOST_EXTENSION));
  reader.end();
  return { context, threshold, publicKeys, commitments, proofs, ephemerals, extension };
}

/** Compressed points, none of them the neutral element. @param {ByteReader} reader @param {number} count */
export function readPoints(reader, count) {
  const points = reader.list(count, 33);
  if (!points.every(readCompressed)) reader.fail("a compressed point");
  return points;
}

/** @param {Uint8Array[]} all */
export const areDistinct = (all) => all.every((one, place) => !all.slice(place + 1).some((other) => equal(one, other)));

/** What a participant proves that it knows its constant term with. */
export const proofMessage = (context, commitments, ephemeral) => concat(context, ...commitments, ephemeral);

/**
 * Whose proof of possession does not hold, first.
 * @param {Pick<Transcript, "context"|"commitments"|"proofs"|"ephemerals">} transcript
 * @returns {Promise<number>} a place; −1 if all hold
 */
export async function unproven({ context, commitments, proofs, ephemerals }) {
  for (const [place, proof] of proofs.entries()) {
    const message = proofMessage(context, commitments[place], ephemerals[place]);
    if (!(await isSchnorr(commitments[place][0], proof, message))) return place;
  }
  return -1;
}

/**
 * Whose signature under the transcript does not hold, first.
 * @param {Uint8Array} bytes T @param {Uint8Array[]} publicKeys @param {Uint8Array[]} signatures as many
 * @returns {Promise<number>} a place; −1 if all hold
 */
export async function uncertified(bytes, publicKeys, signatures) {
  for (const [place, key] of publicKeys.entries()) {
    if (!(await isSchnorr(key, signatures[place], bytes))) return place;
  }
  return -1;
}

/**
 * What all commitments together come to: the group's public key Y and each participant's verification share Y_j.
 * @param {Uint8Array[][]} commitments
 * @returns {{groupKey: import("./p256.js").Point, verificationShares: import("./p256.js").Point[]}}
 */
export function publicOutcome(commitments) {
  const points = commitments.map((list) => list.map(readCompressed));
  const total = points[0].map((_, power) => sum(points.map((list) => list[power])));
  return { groupKey: total[0], verificationShares: points.map((_, place) => committed(total, place)) };
}

/**
 * The commitment to the polynomial's value for a participant: the sum of (place + 1)^k·C_k.
 * @param {import("./p256.js").Point[]} commitment @param {number} place
 */
export const committed = (commitment, place) =>
  commitment.reduceRight((value, point) => add(times(place + 1, value), point));
