/*
 * What a member's device works out in one attempt at making a board's key: record in, record out, no network and no
 * storage. Whoever runs it stores each record before anything of it is sent: then a device that stopped anywhere goes
 * on with the same bytes. In Swift `CeremonyDevice`.
 */

import {
  accuse, extensionOf, hasCommittedTwice, openCeremony, requireCommitments, requireMessages, signCommitment,
  signMessage,
} from "./board-ceremony.js";
import { equal, randomBytes } from "./bytes.js";
import { certify, combineShares, firstMessage, transcriptOf } from "./cocktail.js";
import { uncertified } from "./cocktail-transcript.js";
import { BallotError } from "./error.js";
import { generateKeyPair, keyPairOf } from "./keys.js";
import { readScalar } from "./p256.js";
import { readBoardTranscript } from "./transcript.js";

/**
 * All of one attempt; what is not there yet is null. Scalars are 32 bytes and secret.
 * @typedef {object} AttemptRecord
 * @property {number} number of the attempt
 * @property {Uint8Array} signing the scalar of the member's key @property {Uint8Array} dkg its d
 * @property {Uint8Array} random 32 bytes
 * @property {{threshold: number, participants: import("./board-ceremony.js").Participant[]}|null} ceremony
 * @property {number|null} place
 * @property {Uint8Array|null} message msg1: made once, before anybody sees its commitment
 * @property {import("./board-ceremony.js").SignedCommitment|null} commitment
 * @property {import("./board-ceremony.js").SignedCommitment[]|null} commitments of all
 * @property {import("./board-ceremony.js").SignedMessage|null} sent
 * @property {import("./board-ceremony.js").SignedMessage[]|null} messages of all
 * @property {import("./board-ceremony.js").Accusation|null} accusation after which it never certifies
 * @property {Uint8Array|null} share @property {Uint8Array|null} transcript T @property {Uint8Array|null} certification
 * @property {Uint8Array|null} file board-transcript.bin, checked against T
 * @property {Uint8Array|null} bound the roundID of the one round whose freeze this key may sign
 * @property {boolean} isProved whether the saved copy was read back
 * @property {object|null} frozen the signature that was given @property {object|null} released the share, and its seal
 */

const NOTHING_YET = {
  ceremony: null, place: null, message: null, commitment: null, commitments: null, sent: null, messages: null,
  accusation: null, share: null, transcript: null, certification: null, file: null, bound: null, isProved: false,
  frozen: null, released: null,
};

/**
 * Fresh for an attempt, but for the member's key where it has one.
 * @param {number} number @param {Uint8Array|null} [signing] its scalar
 * @returns {Promise<AttemptRecord>}
 */
export async function beginAttempt(number, signing = null) {
  const [key, dkg] = [signing ?? (await generateKeyPair()).scalar, (await generateKeyPair()).scalar];
  return { ...NOTHING_YET, number, signing: key, dkg, random: randomBytes(32) };
}

/** A device that came back from a saved copy: all that opening needs. @param {import("./key-copy.js").KeyCopy} copy */
export const restoredRecord = ({ signing, dkg, share, roundID }) =>
  ({ ...NOTHING_YET, number: 0, signing, dkg, share, bound: roundID, isProved: true });

/** What it brings to the attempt. @returns {import("./board-ceremony.js").Participant} */
export function participantOf({ signing, dkg, random }) {
  return { key: keyPairOf(signing).publicKey, dkgKey: keyPairOf(dkg).publicKey, random };
}

/** @returns {import("./board-key.js").SharedKey} the member's keys for the rest of the round */
export const sharedKeyOf = ({ signing, dkg, share }) =>
  ({ signing: keyPairOf(signing), dkg: keyPairOf(dkg), share });

const ceremonyOf = ({ ceremony: { threshold, participants } }) => openCeremony(threshold, participants);

/**
 * The members are known: commits this device to its one message.
 * @param {AttemptRecord} record @param {AttemptRecord["ceremony"]} ceremony @param {number} place its own
 * @throws {BallotError} `malformed`; `ceremony`: own, what stands in its place is not what it registered.
 */
export async function joined(record, { threshold, participants }, place) {
  const own = participantOf(record);
  const stands = participants[place];
  if (!stands || !isSameParticipant(stands, own)) throw refused("own");
  const ceremony = await openCeremony(threshold, participants);
  const message = await firstMessage(ceremony, readScalar(record.dkg));
  const commitment = await signCommitment(ceremony, place, keyPairOf(record.signing), message);
  return { ...record, ceremony: { threshold, participants }, place, message, commitment };
}

const isSameParticipant = (one, other) =>
  ["key", "dkgKey", "random"].every((name) => equal(one[name], other[name]));

/**
 * Whether the service still speaks of the ceremony that this device has joined.
 * @throws {BallotError} `ceremony`, other.
 */
export function requireSameCeremony({ ceremony }, { threshold, participants }) {
  const isSame = threshold === ceremony.threshold && participants.length === ceremony.participants.length &&
    participants.every((one, place) => isSameParticipant(one, ceremony.participants[place]));
  if (!isSame) throw refused("other");
}

/** All have committed: only now may the message be shown. @param {AttemptRecord} record */
export async function withCommitments(record, commitments) {
  const ceremony = await ceremonyOf(record);
  const { place, message, commitment } = record;
  await requireCommitments(ceremony, commitments, place, commitment.commitment);
  const sent = await signMessage(ceremony, place, keyPairOf(record.signing), message);
  return { ...record, commitments, sent };
}

/**
 * Whoever was shown as committed to something else before has signed both.
 * @throws {BallotError} `ceremony`: two-commitments, with the `member`; other, where nobody signed the second.
 */
export async function requireSameCommitments(record, commitments) {
  const isOther = ({ commitment }, place) => !equal(commitment, commitments[place]?.commitment ?? []);
  const member = record.commitments.findIndex(isOther);
  if (member < 0 && commitments.length === record.commitments.length) return;
  const [one, other] = [record.commitments[member], commitments[member]];
  const isProven = one && other && (await hasCommittedTwice(await ceremonyOf(record), member, one, other));
  throw isProven ? refused("two-commitments", { member }) : refused("other");
}

/** Shares that their recipient alone can find wanting: it then says whose it was, with its own key to prove it. */
const ACCUSABLE = ["decryption", "scalar", "share"];

/**
 * All messages are there: either every share is good, and this member certifies, or it accuses and stops for good.
 * @param {AttemptRecord} record @param {import("./board-ceremony.js").SignedMessage[]} messages
 * @throws {BallotError} `ceremony`: own, unsigned; commitment, message or proof, with the `member` whom all can name.
 */
export async function withMessages(record, messages) {
  const ceremony = await ceremonyOf(record);
  const commitments = record.commitments.map(({ commitment }) => commitment);
  await requireMessages(ceremony, commitments, messages, record.place, record.message);
  const [secret, dealt] = [readScalar(record.dkg), messages.map(({ message }) => message)];
  try {
    const { share } = await combineShares(ceremony, record.place, secret, dealt);
    const transcript = transcriptOf(ceremony, dealt, await extensionOf(commitments));
    return { ...record, messages, share, transcript, certification: await certify(secret, transcript) };
  } catch (error) {
    if (error.code !== "ceremony" || !ACCUSABLE.includes(error.reason)) throw error;
    const accusation = await accuse(ceremony, record.place, keyPairOf(record.signing), error.member, secret);
    return { ...record, messages, accusation };
  }
}

/**
 * All have certified: the key is made. What only making it needed is forgotten.
 * @param {AttemptRecord} record @param {Uint8Array} file board-transcript.bin
 * @throws {BallotError} `malformed`; `ceremony`: transcript, another than this device certified; certificate, a
 *     signature under it does not hold.
 */
export async function withTranscript(record, file) {
  const { participants } = record.ceremony;
  const { transcript, signatures } = readBoardTranscript(file, participants.length);
  if (!record.transcript || !equal(transcript, record.transcript)) throw refused("transcript");
  const { publicKeys } = await ceremonyOf(record);
  if ((await uncertified(transcript, publicKeys, signatures)) >= 0) throw refused("certificate");
  return { ...record, file, message: null, messages: null };
}

const refused = (reason, facts = {}) =>
  new BallotError("ceremony", `the ceremony does not go on: ${reason}`, { reason, ...facts });
