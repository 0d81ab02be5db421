import { ByteReader } from "./byte-reader.js";
import { concat, u32, u64, utf8 } from "./bytes.js";
import { signSchnorr } from "./cocktail-schnorr.js";
import { openSealedShare, sealShare } from "./cocktail-share.js";
import {
  SUITE, areDistinct, committed, little, proofMessage, publicOutcome, readPoints, readTranscript, uncertified, unproven,
  writeTranscript,
} from "./cocktail-transcript.js";
import { BallotError, malformed } from "./error.js";
import { sha256 } from "./hash.js";
import {
  GENERATOR, ORDER, compress, encodeScalar, isSame, multiply, randomScalar, readCompressed, readScalar,
} from "./p256.js";

/*
 * COCKTAIL-DKG v0.2.1 (c2sp.org/cocktail-dkg), ciphersuite COCKTAIL(P-256, SHA-256): n participants make a key of which
 * any t together hold the secret and fewer hold nothing. Each step is a function of what it is given; who carries the
 * messages is not its concern. A participant is named by its place, from 0; the specification counts from 1.
 */

const EMPTY = new Uint8Array(0);
const TAG_LENGTH = 16;

/**
 * What all participants agree on before the first message.
 * @typedef {object} Session
 * @property {Uint8Array} context 32 bytes, of this session alone
 * @property {number} threshold t
 * @property {Uint8Array[]} publicKeys P_j, the static keys in order, 33 bytes each
 * @property {number} payload bytes that go with each share
 *
 * A participant's message of round 1, taken apart.
 * @typedef {object} FirstMessage
 * @property {Uint8Array[]} commitment C, t points
 * @property {Uint8Array} proof PoP
 * @property {Uint8Array} ephemeral E
 * @property {Uint8Array[]} ciphertexts one a participant
 */

/**
 * The session with the recommended context.
 * @param {number} threshold @param {Uint8Array[]} publicKeys compressed @param {Uint8Array} sessionID unique
 * @param {number} [payload]
 * @returns {Promise<Session>}
 * @throws {BallotError} `malformed` for keys that are no points or not distinct, a threshold that cannot be.
 */
export async function openSession(threshold, publicKeys, sessionID, payload = 0) {
  const count = publicKeys.length;
  if (!(threshold >= 1 && threshold <= count && count <= 255)) throw malformed("wrong-value", "threshold");
  if (!publicKeys.every(readCompressed) || !areDistinct(publicKeys)) throw malformed("wrong-value", "publicKeys");
  const framed = (bytes) => concat(u64(bytes.length), bytes);
  const head = [utf8("COCKTAIL-DKG-CONTEXT"), framed(sessionID), framed(SUITE), little(u32(count))];
  return { context: await sha256(...head, ...publicKeys), threshold, publicKeys, payload };
}

// MARK: Round 1

/**
 * The polynomial's coefficients and the ephemeral key; needed for the message and never again.
 * @param {Session} session
 * @returns {{coefficients: bigint[], ephemeral: bigint}}
 */
export const drawSecrets = ({ threshold }) => ({
  coefficients: Array.from({ length: threshold }, randomScalar),
  ephemeral: randomScalar(),
});

/**
 * A participant's first message: C || PoP || E || for each participant u64 length, ciphertext.
 * @param {Session} session @param {bigint} secret the participant's static d
 * @param {{coefficients: bigint[], ephemeral: bigint}} [drawn] given only to reproduce published vectors
 * @param {Uint8Array} [payload]
 * @returns {Promise<Uint8Array>}
 */
export async function firstMessage(session, secret, drawn = drawSecrets(session), payload = EMPTY) {
  const [publicKey, ephemeral] = [secret, drawn.ephemeral].map((scalar) => compress(multiply(scalar, GENERATOR)));
  const commitment = drawn.coefficients.map((coefficient) => compress(multiply(coefficient, GENERATOR)));
  const proof = await signSchnorr(drawn.coefficients[0], proofMessage(session.context, commitment, ephemeral));
  const parts = [...commitment, proof, ephemeral];
  for (const [place, recipient] of session.publicKeys.entries()) {
    const plain = concat(encodeScalar(evaluated(drawn.coefficients, place)), payload);
    const parties = { ephemeral, sender: publicKey, recipient, context: session.context };
    parts.push(u64(plain.length + TAG_LENGTH), await sealShare(plain, drawn.ephemeral, secret, parties));
  }
  return concat(...parts);
}

/** The polynomial's value for a participant. */
const evaluated = (coefficients, place) =>
  coefficients.reduceRight((value, coefficient) => (value * BigInt(place + 1) + coefficient) % ORDER);

/**
 * @param {Uint8Array} bytes @param {Session} session
 * @returns {FirstMessage}
 * @throws {BallotError} `malformed` for anything but exactly t points, and n ciphertexts of the agreed length.
 */
export function readFirstMessage(bytes, session) {
  const reader = new ByteReader(bytes, "msg1");
  const commitment = readPoints(reader, session.threshold);
  const proof = reader.take(65);
  const [ephemeral] = readPoints(reader, 1);
  const ciphertexts = session.publicKeys.map(() => readCiphertext(reader, session));
  reader.end();
  return { commitment, proof, ephemeral, ciphertexts };
}

function readCiphertext(reader, { payload }) {
  const length = 32 + payload + TAG_LENGTH;
  if (reader.integer(8, length) !== length) reader.fail(`a ciphertext of ${length} bytes`);
  return reader.take(length);
}

// MARK: Round 2

/**
 * What the ceremony gives one participant.
 * @typedef {object} Outcome
 * @property {Uint8Array} share x, 32 bytes, secret
 * @property {import("./p256.js").Point} groupKey Y
 * @property {import("./p256.js").Point[]} verificationShares Y_j, one a participant
 * @property {Uint8Array[]} payloads of each participant, for this one
 */

/**
 * Checks all first messages and adds up the shares that they hold for one participant.
 * @param {Session} session @param {number} place @param {bigint} secret the participant's static d
 * @param {Uint8Array[]} messages the first message of each participant, in order
 * @returns {Promise<Outcome>}
 * @throws {BallotError} `malformed` unless there are n; `ceremony`, its `member` the one whose message does not hold,
 *     its `reason` message, proof, decryption, scalar or share.
 */
export async function combineShares(session, place, secret, messages) {
  requireOfEach(messages, session.publicKeys, "messages");
  const read = messages.map((bytes, member) => readOrBlame(bytes, session, member));
  const liar = await unproven(publicPart(session, read));
  if (liar >= 0) throw blame(liar, "proof");
  return addShares(session, place, secret, read);
}

/**
 * Checks of a first message what everybody can: how it is laid out, and its proof of possession.
 * @param {Session} session @param {number} member whose it is @param {Uint8Array} bytes
 * @throws {BallotError} `ceremony` as `combineShares`: message, proof.
 */
export async function requireFirstMessage(session, member, bytes) {
  const read = readOrBlame(bytes, session, member);
  if ((await unproven(publicPart(session, [read]))) >= 0) throw blame(member, "proof");
}

function requireOfEach(list, publicKeys, place) {
  if (list.length !== publicKeys.length) throw malformed("wrong-length", place, `${publicKeys.length}`);
}

function readOrBlame(bytes, session, member) {
  try {
    return readFirstMessage(bytes, session);
  } catch {
    throw blame(member, "message");
  }
}

async function addShares(session, place, secret, messages) {
  const opened = [];
  for (const [member, message] of messages.entries()) {
    const { fault, ...rest } = await openShare(session, member, place, secret, message);
    if (fault) throw blame(member, fault);
    opened.push(rest);
  }
  const share = opened.reduce((total, { share }) => (total + share) % ORDER, 0n);
  const outcome = publicOutcome(messages.map(({ commitment }) => commitment));
  // Follows from the shares' own checks, unless these have a fault themselves.
  if (!isSame(multiply(share, GENERATOR), outcome.verificationShares[place])) throw blame(place, "sum");
  return { share: encodeScalar(share), ...outcome, payloads: opened.map(({ payload }) => payload) };
}

/** Opens what one participant sent another, and tests it against the sender's commitment. */
async function openShare(session, from, to, secret, message) {
  const [sender, recipient] = [session.publicKeys[from], session.publicKeys[to]];
  const parties = { ephemeral: message.ephemeral, sender, recipient, context: session.context };
  const plain = await openSealedShare(message.ciphertexts[to], secret, parties);
  if (plain === null) return { fault: "decryption" };
  const share = readScalar(plain.subarray(0, 32));
  if (share === null) return { fault: "scalar" };
  const expected = committed(message.commitment.map(readCompressed), to);
  if (!isSame(multiply(share, GENERATOR), expected)) return { fault: "share" };
  return { share, payload: plain.subarray(32) };
}

function blame(member, reason) {
  return new BallotError("ceremony", `the ${reason} of participant ${member + 1} does not hold`, { member, reason });
}

// MARK: Round 3

/**
 * T of a session, from its first messages.
 * @param {Session} session @param {Uint8Array[]} messages @param {Uint8Array} extension
 */
export function transcriptOf(session, messages, extension) {
  requireOfEach(messages, session.publicKeys, "messages");
  const read = messages.map((bytes) => readFirstMessage(bytes, session));
  return writeTranscript({ ...publicPart(session, read), extension });
}

const publicPart = ({ context, threshold, publicKeys }, messages) => ({
  context,
  threshold,
  publicKeys,
  commitments: messages.map(({ commitment }) => commitment),
  proofs: messages.map(({ proof }) => proof),
  ephemerals: messages.map(({ ephemeral }) => ephemeral),
});

/** A participant's word that it saw this transcript. @param {bigint} secret its static d @param {Uint8Array} bytes T */
export const certify = (secret, bytes) => signSchnorr(secret, bytes);

// MARK: Recovery and blame

/**
 * What the ceremony gave a participant, once more, from the certified transcript and the ciphertexts that it was sent.
 * @param {bigint} secret its static d @param {Uint8Array} bytes T @param {Uint8Array[]} signatures one a participant
 * @param {Uint8Array} bundle for each participant u64 length, ciphertext @param {number} [payload]
 * @returns {Promise<Outcome>}
 * @throws {BallotError} `malformed`; `transcript`, a signature under it does not hold; `ceremony`.
 */
export async function recover(secret, bytes, signatures, bundle, payload = 0) {
  const transcript = readTranscript(bytes);
  requireOfEach(signatures, transcript.publicKeys, "signatures");
  const liar = await uncertified(bytes, transcript.publicKeys, signatures);
  if (liar >= 0) throw new BallotError("transcript", "not certified", { reason: "certificate", member: liar });
  const place = placeOf(secret, transcript.publicKeys);
  if (place < 0) throw new BallotError("transcript", "the key is of no participant", { reason: "key" });
  const reader = new ByteReader(bundle, "ciphertexts");
  const session = { ...transcript, payload };
  const messages = transcript.commitments.map((commitment, member) => {
    const ciphertexts = { [place]: readCiphertext(reader, session) };
    return { commitment, ephemeral: transcript.ephemerals[member], ciphertexts };
  });
  reader.end();
  return addShares(session, place, secret, messages);
}

function placeOf(secret, publicKeys) {
  const publicKey = String(compress(multiply(secret, GENERATOR)));
  return publicKeys.findIndex((key) => String(key) === publicKey);
}

/**
 * Who is in the wrong when one participant says that it cannot use its share from another, and gives its static key
 * away to have it judged.
 * @param {Session} session @param {number} from @param {number} to the accuser @param {bigint} secret the accuser's d
 * @param {Uint8Array} message the first message of `from`, as `from` sent it beyond doubt
 * @returns {Promise<{member: number, reason: string}>} `from`, with what does not hold; or `to`: the key is not its own
 *     (key), or nothing is wrong (none)
 */
export async function judge(session, from, to, secret, message) {
  if (placeOf(secret, session.publicKeys) !== to) return { member: to, reason: "key" };
  try {
    const { fault } = await openShare(session, from, to, secret, readOrBlame(message, session, from));
    return fault ? { member: from, reason: fault } : { member: to, reason: "none" };
  } catch (error) {
    return { member: from, reason: error.reason };
  }
}
