import { concat, equal } from "./bytes.js";
import { judge, openSession, requireFirstMessage } from "./cocktail.js";
import { areDistinct } from "./cocktail-transcript.js";
import { BallotError, malformed } from "./error.js";
import { label, sha256 } from "./hash.js";
import { isSigned, sign } from "./keys.js";
import { compressed, encodeScalar, isPoint, readScalar } from "./p256.js";

/*
 * How a board of several makes its key (protocol page, "The board"): COCKTAIL-DKG between the members' devices, the
 * service as a coordinator whom nobody trusts. Each member first signs a commitment to its message, and when all
 * commitments are there, the message itself: so nobody chooses a message after seeing another's, nobody sends two, and
 * who is in the wrong can be shown to all. Only what a member signed names it; silence names nobody.
 */

const MOST_MEMBERS = 9;

/**
 * A member as it takes part in one attempt.
 * @typedef {{key: Uint8Array, dkgKey: Uint8Array, random: Uint8Array}} Participant its signing key and its static key,
 *     points; 32 bytes of its own
 *
 * @typedef {import("./cocktail.js").Session & {keys: Uint8Array[]}} Ceremony the session, and the signing keys
 * @typedef {{commitment: Uint8Array, signature: Uint8Array}} SignedCommitment
 * @typedef {{message: Uint8Array, signature: Uint8Array}} SignedMessage
 * @typedef {{accuser: number, accused: number, secret: Uint8Array, signature: Uint8Array}} Accusation places from 0,
 *     and the accuser's static key d, which it gives away
 */

/** The session's name: no two attempts share it. @param {number} threshold @param {Participant[]} participants */
export const sessionIDOf = (threshold, participants) => concat(
  label("board", 2), [threshold, participants.length],
  ...participants.flatMap(({ key, dkgKey, random }) => [key, dkgKey, random]),
);

/**
 * @param {number} threshold @param {Participant[]} participants in the members' order
 * @returns {Promise<Ceremony>}
 * @throws {BallotError} `malformed` for a board that cannot be: 2 to 9 members, a threshold from 2, distinct points.
 */
export async function openCeremony(threshold, participants) {
  const all = participants.flatMap(({ key, dkgKey }) => [key, dkgKey]);
  const isBoard = participants.length >= 2 && participants.length <= MOST_MEMBERS && threshold >= 2;
  const isWhole = participants.every(({ random }) => random.length === 32);
  if (!isBoard || !isWhole || !all.every(isPoint) || !areDistinct(all)) throw malformed("wrong-value", "board");
  const publicKeys = participants.map(({ dkgKey }) => compressed(dkgKey));
  const session = await openSession(threshold, publicKeys, sessionIDOf(threshold, participants));
  return { ...session, keys: participants.map(({ key }) => key) };
}

// MARK: Commitments and messages

/** commit_i. @param {Ceremony} ceremony @param {number} member @param {Uint8Array} message its first one */
export const commitmentOf = ({ context }, member, message) =>
  sha256(label("commit", 2), context, Uint8Array.of(member + 1), message);

/** What a member signs first. */
export const committedMessage = ({ context }, member, commitment) =>
  concat(label("committed", 2), context, [member + 1], commitment);

/** What a member signs when all commitments are there. */
export const sentMessage = async ({ context }, member, message) =>
  concat(label("msg1", 2), context, [member + 1], await sha256(message));

/** The transcript's extension. @param {Uint8Array[]} commitments in order */
export const extensionOf = (commitments) => sha256(label("commits", 2), ...commitments);

/**
 * @param {Ceremony} ceremony @param {number} member @param {import("./keys.js").KeyPair} key its signing key
 * @param {Uint8Array} message its first one
 * @returns {Promise<SignedCommitment>}
 */
export async function signCommitment(ceremony, member, key, message) {
  const commitment = await commitmentOf(ceremony, member, message);
  return { commitment, signature: await sign(key, committedMessage(ceremony, member, commitment)) };
}

/** @returns {Promise<SignedMessage>} as `signCommitment`, of the message itself */
export const signMessage = async (ceremony, member, key, message) =>
  ({ message, signature: await sign(key, await sentMessage(ceremony, member, message)) });

/**
 * Checks the commitments that the service hands out, all n of them, before a member shows its message.
 * @param {Ceremony} ceremony @param {SignedCommitment[]} entries in order
 * @param {number} member whose device this is @param {Uint8Array} own its commitment
 * @throws {BallotError} `ceremony`: unsigned, or own, another than this device's own; nobody is named.
 */
export async function requireCommitments(ceremony, entries, member, own) {
  const isOwn = entries.length === ceremony.keys.length && equal(entries[member].commitment, own);
  if (!isOwn) throw unnamed("own");
  for (const [place, entry] of entries.entries()) {
    if (!(await isCommitted(ceremony, place, entry))) throw unnamed("unsigned");
  }
}

/**
 * Checks the first messages that the service hands out, all n of them.
 * @param {Ceremony} ceremony @param {Uint8Array[]} commitments checked, in order
 * @param {SignedMessage[]} entries in order @param {number} member whose device this is @param {Uint8Array} own message
 * @throws {BallotError} `ceremony`: unsigned or own as above; commitment, its `member` the one who signed a message
 *     against its commitment.
 */
export async function requireMessages(ceremony, commitments, entries, member, own) {
  const isOwn = entries.length === ceremony.keys.length && equal(entries[member].message, own);
  if (!isOwn) throw unnamed("own");
  for (const [place, entry] of entries.entries()) {
    if (!(await isSent(ceremony, place, entry))) throw unnamed("unsigned");
    if (!equal(await commitmentOf(ceremony, place, entry.message), commitments[place])) {
      throw new BallotError("ceremony", "a message against its commitment", { reason: "commitment", member: place });
    }
  }
}

const unnamed = (reason) => new BallotError("ceremony", `${reason}: nobody is named by it`, { reason });

const isCommitted = async (ceremony, member, { commitment, signature }) => member in ceremony.keys &&
  isSigned(ceremony.keys[member], signature, committedMessage(ceremony, member, commitment));

const isSent = async (ceremony, member, { message, signature }) => member in ceremony.keys &&
  isSigned(ceremony.keys[member], signature, await sentMessage(ceremony, member, message));

// MARK: Evidence

/**
 * Whether two signed commitments prove that a member has signed two.
 * @param {Ceremony} ceremony @param {number} member @param {SignedCommitment} one @param {SignedCommitment} other
 */
export const hasCommittedTwice = async (ceremony, member, one, other) =>
  !equal(one.commitment, other.commitment) && (await isCommitted(ceremony, member, one)) &&
  (await isCommitted(ceremony, member, other));

/**
 * Whether a signed commitment and a signed message prove that a member has sent another message than it was bound to.
 * @param {Ceremony} ceremony @param {number} member @param {SignedCommitment} committed @param {SignedMessage} sent
 */
export const hasBrokenCommitment = async (ceremony, member, committed, sent) =>
  !equal(await commitmentOf(ceremony, member, sent.message), committed.commitment) &&
  (await isCommitted(ceremony, member, committed)) && (await isSent(ceremony, member, sent));

/**
 * Whether a signed message proves that its member has sent none, or one whose proof of possession does not hold.
 * @param {Ceremony} ceremony @param {number} member @param {SignedMessage} sent
 */
export async function hasDealtBadly(ceremony, member, sent) {
  if (!(await isSent(ceremony, member, sent))) return false;
  return requireFirstMessage(ceremony, member, sent.message).then(() => false, () => true);
}

/** What an accuser signs: u8 accuser, u8 accused, counted from 1, and its own static key. */
export const accusationMessage = ({ context }, accuser, accused, secret) =>
  concat(label("accused", 2), context, [accuser + 1, accused + 1], secret);

/**
 * A member cannot use its share from another, and gives its static key away to have it judged; it never certifies.
 * @param {Ceremony} ceremony @param {number} accuser @param {import("./keys.js").KeyPair} key its signing key
 * @param {number} accused @param {bigint} secret its d
 * @returns {Promise<Accusation>}
 */
export async function accuse(ceremony, accuser, key, accused, secret) {
  const bytes = encodeScalar(secret);
  const signature = await sign(key, accusationMessage(ceremony, accuser, accused, bytes));
  return { accuser, accused, secret: bytes, signature };
}

/**
 * Who is in the wrong, for anybody to find out.
 * @param {Ceremony} ceremony @param {Accusation} accusation @param {SignedMessage} sent of the accused
 * @returns {Promise<{member: number, reason: string}>} as `judge`: the accused, or the accuser (none, key)
 * @throws {BallotError} `ceremony`, unsigned: one of the two is not signed, so nobody is named.
 */
export async function judgeAccusation(ceremony, { accuser, accused, secret, signature }, sent) {
  const isMember = (place) => Number.isInteger(place) && place >= 0 && place < ceremony.keys.length;
  if (!isMember(accuser) || !isMember(accused) || secret.length !== 32) throw malformed("wrong-value", "accusation");
  const message = accusationMessage(ceremony, accuser, accused, secret);
  const areSigned = (await isSigned(ceremony.keys[accuser], signature, message)) &&
    (await isSent(ceremony, accused, sent));
  if (!areSigned) throw unnamed("unsigned");
  return judge(ceremony, accused, accuser, readScalar(secret) ?? 0n, sent.message);
}
